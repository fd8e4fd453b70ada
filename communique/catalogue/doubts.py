"""What is worth a person's look: fields of which reports say different things, and pairs that may be one."""

from itertools import groupby

from sqlalchemy import Connection, RowMapping, select

from communique.catalogue.rows import Conflict, Doubt
from communique.catalogue.search import matching
from communique.catalogue.tables import ENTRY, UNSURE, VALUE
from communique.lexicon.spelling import canonical, fold


def conflicts(db: Connection, words: str = "") -> tuple[Conflict, ...]:
    """Every contradicted field, those first that most reports contradict; `words` as for the lists."""
    fought = (
        select(VALUE.c.entity, VALUE.c.field).where(VALUE.c.verdict == "contradicts").distinct().subquery()
    )
    found = (
        select(VALUE, ENTRY.c.kind, ENTRY.c.label)
        .join(fought, (VALUE.c.entity == fought.c.entity) & (VALUE.c.field == fought.c.field))
        .join(ENTRY, ENTRY.c.id == VALUE.c.entity)
        .order_by(
            VALUE.c.entity,
            VALUE.c.field,
            VALUE.c.rank,
            (VALUE.c.reports - VALUE.c.copies).desc(),
            VALUE.c.json,
        )
    )
    lines = db.execute(found).mappings().all()
    each = (_conflict(list(group)) for _, group in groupby(lines, key=lambda v: (v["entity"], v["field"])))
    kept = [c for c in each if has_words(words, c.label, c.field, c.stands or "", *c.others)]
    return tuple(sorted(kept, key=lambda c: (-c.against, c.id, c.field)))


def doubts(db: Connection, words: str = "") -> tuple[Doubt, ...]:
    """Pairs of entries that may be one, the likeliest first; `words` as for the lists."""
    left, right = ENTRY.alias("l"), ENTRY.alias("r")
    found = (
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
    each = (Doubt(**line) for line in db.execute(found).mappings())
    return tuple(d for d in each if has_words(words, d.left_label, d.right_label))


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
