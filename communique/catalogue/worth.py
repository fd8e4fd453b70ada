"""What is worth a person's decision, best first: each kind of question by how many reports a decision touches."""

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection, case, func, select

from communique.catalogue.tables import BODY, ENTRY, KIND_TABLES, REPORT, UNSURE
from communique.catalogue.views import QUOTE, VALUE, said_in

SETTLED = ("confirmed by a person", "corrected by a person")
"""The rules of values that a person has had before them."""

_FACTS = {
    "m": ("start", "city", "ordinal", "chair", "participants.represents", "participants.office"),
    "p": ("country",),
    "i": ("action",),
    "f": ("value",),
    "o": ("name",),
    "s": ("speaker",),
    "c": ("text",),
}
"""By the letter of a kind's ids: the fields that are asked about, of a part with its list."""

_MOST = 500
_LEFT = 2
"""Of how many sentences that announce a fact one must be left for a report to be worth a look: every second."""

_BEHIND = """WITH first AS MATERIALIZED (SELECT q.* FROM cat_value v JOIN cat_stored_quote q ON q.value = v.number
WHERE v.entity = ? AND v.field = ? AND v.value = ? AND q."cast" = (v.verdict = 'rejected') ORDER BY q.report, q.start LIMIT ?)
SELECT r.id AS report, r.publisher, r.published, f.start, substr(t.characters, f.start + 1, f.stop - f.start) AS words,
substr(t.characters, f.sentence_start + 1, f.sentence_stop - f.sentence_start) AS sentence, f.start - f.sentence_start AS at
FROM first f JOIN cat_report r ON r.mark = f.report JOIN cat_text t ON t.report = substr(r.id, 3) ORDER BY f.report, f.start"""
"""The first are chosen, in the order in which they lie, before any words are cut: of a name that a thousand reports use, two are shown."""


class Worth(msgspec.Struct, frozen=True, kw_only=True):
    """Something to decide: a field of an entry, a pair of entries, or an entry as such; and what touches it."""

    id: str
    field: str = ""
    other: str = ""
    reports: int = 1
    score: float = 0.0
    reason: str = ""


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence behind a value: `sentence[at : at + len(words)] == words`."""

    report: str
    publisher: str | None
    published: str | None
    start: int
    words: str
    sentence: str
    at: int


def disputed(db: Connection) -> list[Worth]:
    """Fields that reports contradict and no person has settled, by the number of reports that speak of them."""
    reports = func.sum(VALUE.c.reports - VALUE.c.copies)
    settled = func.max(case((VALUE.c.rule.in_(SETTLED), 1), else_=0))
    against = func.max(case((VALUE.c.verdict == "contradicts", 1), else_=0))
    fought = select(VALUE.c.entity).where(VALUE.c.verdict == "contradicts").distinct()
    found = (
        select(VALUE.c.entity, VALUE.c.field, reports.label("reports"))
        .where(VALUE.c.entity.in_(fought))
        .group_by(VALUE.c.entity, VALUE.c.field)
        .having((settled == 0) & (against == 1))
        .order_by(reports.desc(), VALUE.c.entity, VALUE.c.field)
        .limit(_MOST)
    )
    return [Worth(id=row.entity, field=row.field, reports=row.reports) for row in db.execute(found)]


def doubtful(db: Connection) -> list[Worth]:
    """Pairs of entries that may be one, the likeliest first."""
    likeliest = (UNSURE.c.score.desc(), UNSURE.c.left, UNSURE.c.right)
    found = db.execute(select(UNSURE).order_by(*likeliest).limit(_MOST)).mappings().all()
    known = reports_of(db, [row[side] for row in found for side in ("left", "right")])
    return [
        Worth(
            id=row["left"],
            other=row["right"],
            reports=known.get(row["left"], 1) + known.get(row["right"], 1),
            score=row["score"],
            reason=row["reason"],
        )
        for row in found
    ]


def unknown(db: Connection) -> list[Worth]:
    """Bodies that the lexicon does not know and no person has confirmed, those first of which most reports speak."""
    settled = select(VALUE.c.entity).where(VALUE.c.field == "name", VALUE.c.rule.in_(SETTLED))
    found = (
        select(BODY.c.id, BODY.c.reports)
        .where(BODY.c.id.startswith("b-"), BODY.c.id.not_in(settled))
        .order_by(BODY.c.reports.desc(), BODY.c.id)
        .limit(_MOST)
    )
    return [Worth(id=row.id, reports=row.reports) for row in db.execute(found)]


def little_read(db: Connection) -> list[Worth]:
    """Reports of which at least every second sentence that announces a fact gave none, those first with most left."""
    left = REPORT.c.read - REPORT.c.understood
    found = (
        select(REPORT.c.id, REPORT.c.read, REPORT.c.understood)
        .where(left > 0, left * _LEFT >= REPORT.c.read)
        .order_by(left.desc(), REPORT.c.id)
        .limit(_MOST)
    )
    return [
        Worth(id=row.id, reason=f"{row.understood} of {row.read} sentences that announce a fact gave one")
        for row in db.execute(found)
    ]


def single(db: Connection, reports: Iterable[str]) -> list[Worth]:
    """The values that rest on one of these reports alone and that no person has confirmed, in the order of the reports."""
    found: list[Worth] = []
    for report in reports:
        rows = db.execute(
            select(VALUE.c.entity, VALUE.c.field, func.min(QUOTE.c.start).label("at"))
            .join(QUOTE, QUOTE.c.value == VALUE.c.number)
            .where(said_in(VALUE.c.number, report))
            .where(QUOTE.c.report == report, VALUE.c.verdict == "stands", VALUE.c.rule == "only value")
            .where(VALUE.c.reports == 1)
            .group_by(VALUE.c.entity, VALUE.c.field)
            .order_by("at", VALUE.c.entity, VALUE.c.field)
        )
        found += [Worth(id=row.entity, field=row.field) for row in rows if _asked(row.entity, row.field)]
        if len(found) >= _MOST:
            break
    return found


def _asked(id: str, field: str) -> bool:
    list_, _, rest = field.partition(".")
    name = f"{list_}.{rest.rpartition('.')[2]}" if rest else list_
    return id[1:2] == "-" and name in _FACTS.get(id[0], ())


def behind(db: Connection, id: str, field: str, value: str, limit: int = 2) -> list[Behind]:
    """The first sentences that give a field this value."""
    found = db.exec_driver_sql(_BEHIND, (id, field, value, limit)).mappings()
    return [Behind(**row) for row in found]


def reports_of(db: Connection, ids: list[str]) -> Mapping[str, int]:
    """How many reports speak of each entry."""
    found: dict[str, int] = {}
    kinds = (
        db.execute(select(ENTRY.c.kind).where(ENTRY.c.id.in_(ids)).distinct()).scalars().all() if ids else []
    )
    for kind in kinds:
        table = KIND_TABLES[str(kind)]
        found |= {
            row.id: row.reports
            for row in db.execute(select(table.c.id, table.c.reports).where(table.c.id.in_(ids)))
        }
    return found
