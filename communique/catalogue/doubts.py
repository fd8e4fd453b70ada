"""What is worth a person's look: fields of which reports say different things, and pairs that may be one."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Select, func, literal_column, select, tuple_
from sqlalchemy import text as sql

from communique.catalogue.paging import Going, Page, page, paged
from communique.catalogue.rows import Conflict, Doubt
from communique.catalogue.search import matched, matching
from communique.catalogue.tables import ENTRY, UNSURE
from communique.catalogue.views import VALUE
from communique.lexicon.spelling import canonical, fold

_SAID = """SELECT v.entity, v.field, v.value, v.verdict, v.rule, v.reports, v.copies, e.kind, e.label
FROM (SELECT json_extract(value, '$[0]') AS entity, json_extract(value, '$[1]') AS field FROM json_each(:fields)) asked
CROSS JOIN cat_value v ON v.entity = asked.entity AND v.field = asked.field
JOIN cat_entry e ON e.id = v.entity ORDER BY v.entity, v.field, v.rank, v.reports - v.copies DESC, v.json"""


def conflicts(db: Connection, words: str = "") -> tuple[Conflict, ...]:
    """Every contradicted field, those first that most reports contradict; `words` as for the lists."""
    found = _conflicts(db, _contested(db, words))
    return tuple(c for c in found if has_words(words, c.label, c.field, c.stands or "", *c.others))


def conflicts_paged(db: Connection, words: str, going: Going) -> Page[Conflict]:
    """One page of them."""
    if words.strip():
        return page(conflicts(db, words), going, lambda c: f"{c.id}.{c.field}")
    found = paged(db, ("contested",), _contested, going, ".".join)
    return Page(tuple(_conflicts(db, found.rows)), *found[1:])


def doubts(db: Connection, words: str = "") -> tuple[Doubt, ...]:
    """Pairs of entries that may be one, the likeliest first; `words` as for the lists."""
    found = (Doubt(**line) for line in db.execute(_pairs()).mappings())
    return tuple(d for d in found if has_words(words, d.left_label, d.right_label))


def doubts_paged(db: Connection, words: str, going: Going) -> Page[Doubt]:
    """One page of them."""
    if words.strip():
        return page(doubts(db, words), going, lambda d: f"{d.left}~{d.right}")
    sides = UNSURE.c.left, UNSURE.c.right
    ordered = select(*sides).order_by(UNSURE.c.score.desc(), *sides)
    found = paged(
        db, ("doubts",), lambda own: [tuple(pair) for pair in own.execute(ordered)], going, "~".join
    )
    lines = db.execute(_pairs().where(tuple_(*sides).in_(found.rows))).mappings()
    return Page(tuple(Doubt(**line) for line in lines), *found[1:])


def _pairs() -> Select[Any]:
    left, right = ENTRY.alias("l"), ENTRY.alias("r")
    return (
        select(
            left.c.kind,
            UNSURE.c.score,
            UNSURE.c.left,
            left.c.label.label("left_label"),
            UNSURE.c.right,
            right.c.label.label("right_label"),
            UNSURE.c.reason,
        )
        .join(left, left.c.id == UNSURE.c.left)
        .join(right, right.c.id == UNSURE.c.right)
        .order_by(UNSURE.c.score.desc(), UNSURE.c.left, UNSURE.c.right)
    )


def _contested(db: Connection, words: str = "") -> Sequence[tuple[str, str]]:
    """The contradicted fields, by entry and name, those first that most reports contradict."""
    against = func.sum(VALUE.c.reports - VALUE.c.copies)
    found = select(VALUE.c.entity, VALUE.c.field).where(VALUE.c.verdict == literal_column("'contradicts'"))
    found = found.group_by(VALUE.c.entity, VALUE.c.field).order_by(
        against.desc(), VALUE.c.entity, VALUE.c.field
    )
    wanted = matching(words)
    if wanted is not None:
        found = found.where(matched(VALUE.c.entity, wanted))
    return [(entity, field) for entity, field in db.execute(found)]


def _conflicts(db: Connection, fields: Sequence[tuple[str, str]]) -> Iterator[Conflict]:
    """These fields with all that is said of them, in their order, as far as they are contradicted now."""
    told = {"fields": msgspec.json.encode(fields).decode()}
    lines = db.execute(sql(_SAID), told).mappings().all()
    groups = {key: list(group) for key, group in groupby(lines, key=lambda v: (v["entity"], v["field"]))}
    found = (_conflict(groups[key]) for key in fields if key in groups)
    yield from (conflict for conflict in found if conflict.others)


def _conflict(values: list[RowMapping]) -> Conflict:
    stands = next((v for v in values if v["verdict"] == "stands"), None)
    others = [v for v in values if v["verdict"] == "contradicts"]
    return Conflict(
        id=values[0]["entity"],
        kind=values[0]["kind"],
        label=values[0]["label"],
        field=values[0]["field"],
        stands=stands["value"] if stands else None,
        rule=stands["rule"] if stands else "",
        reports=_counted(stands) if stands else 0,
        others=tuple(v["value"] for v in others),
        against=sum(map(_counted, others)),
    )


def _counted(value: RowMapping) -> int:
    """Reports, their copies not counted."""
    return int(value["reports"] - value["copies"])


def has_words(words: str, *places: str) -> bool:
    """True when every word begins a word of one of the places, in any spelling; no words, no condition."""
    if matching(words) is None:
        return not words.strip()
    known = [form for word in " ".join(map(fold, places)).split() for form in (word, canonical(word))]
    return all(any(k.startswith((w, canonical(w))) for k in known) for w in fold(words).split())
