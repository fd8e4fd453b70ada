"""Every question that a page, the API or the terminal asks of the catalogue.

    with catalogue.asking("csto.db") as db:
        for row in queries.meetings(db, "csto astana"):
            print(row.date, row.name)

`words` keeps the rows in which every word occurs, in any spelling (`volfovich` finds Wolfovich) and from
the beginning of a word (`tonn`). Lists come in a fixed order; `limit` and
`offset` page on. About one entry: `full_id`, `whole`, `evidence`, `facts`, `text`, which see.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import Connection, Table, func, select
from sqlalchemy import text as sql

from communique.catalogue.entries import (
    evidence,
    facts,
    full_id,
    id_length,
    kind_of,
    label_of,
    labels,
    part_labels,
    text,
    whole,
)
from communique.catalogue.kept import lately
from communique.catalogue.promises import columns
from communique.catalogue.rows import (
    ROWS,
    BodyRow,
    CommitmentRow,
    Counts,
    FigureRow,
    InstrumentRow,
    MeetingRow,
    OperationRow,
    PersonRow,
    ReportRow,
    Row,
    StatementRow,
    Year,
    filled,
)
from communique.catalogue.search import found_by, is_of_many, matching
from communique.catalogue.tables import (
    BODY,
    COMMITMENT,
    FIGURE,
    INSTRUMENT,
    KIND_TABLES,
    MEETING,
    OPERATION,
    PERSON,
    REPORT,
    STATEMENT,
    STORED_VALUE,
    TIE,
    WORDS,
)

__all__ = [
    "LISTS", "bodies", "commitments", "count", "counts", "evidence", "facts", "figures", "found_with", "full_id",
    "held_since", "id_length", "instruments", "kind_of", "label_of", "labels", "meetings", "meetings_of", "number_of_meetings", "operations", "part_labels", "people", "reports",
    "said_in", "statements", "text", "whole", "years",
]  # fmt: skip

R = TypeVar("R", bound=Row)


class Found(NamedTuple):
    """How many entries of a kind were found, and some of them."""

    number: int
    rows: tuple[Row, ...]


_KINDS = {table: kind for kind, table in KIND_TABLES.items()}
_MATCHED = sql(
    f"id IN (SELECT e.id FROM {WORDS} JOIN cat_entry e ON e.number = {WORDS}.rowid "
    f"WHERE {WORDS} MATCH :wanted AND +e.kind = :kind)"  # the plus: found by its words, not by its kind
)
_WITH = f"FROM {WORDS} JOIN cat_entry e ON e.number = {WORDS}.rowid WHERE {WORDS} MATCH :wanted"
_BY_KIND = """SELECT e.kind, json_group_array(e.id) FROM json_each(:numbers) j CROSS JOIN cat_entry e ON e.number = j.value
GROUP BY e.kind"""
_OF_MANY = f"""SELECT kind, id, number FROM (SELECT e.kind, e.id, count(*) OVER (PARTITION BY e.kind) AS number,
row_number() OVER (PARTITION BY e.kind ORDER BY e.reports DESC, e.number DESC) AS nth {_WITH}) WHERE nth <= :limit"""


def meetings(db: Connection, words: str = "", *, limit: int = -1, offset: int = 0) -> tuple[MeetingRow, ...]:
    """Meetings, newest first, undated last."""
    return _listed(db, MEETING, MeetingRow, words, limit, offset)


def people(db: Connection, words: str = "", *, limit: int = -1, offset: int = 0) -> tuple[PersonRow, ...]:
    """People by name."""
    return _listed(db, PERSON, PersonRow, words, limit, offset)


def bodies(db: Connection, words: str = "", *, limit: int = -1, offset: int = 0) -> tuple[BodyRow, ...]:
    """Bodies by name."""
    return _listed(db, BODY, BodyRow, words, limit, offset)


def instruments(
    db: Connection, words: str = "", *, limit: int = -1, offset: int = 0
) -> tuple[InstrumentRow, ...]:
    """Instruments by title."""
    return _listed(db, INSTRUMENT, InstrumentRow, words, limit, offset)


def figures(
    db: Connection, words: str = "", *, person: str | None = None, limit: int = -1, offset: int = 0
) -> tuple[FigureRow, ...]:
    """Figures by what they count; with `person` those that this person claims."""
    return _listed(db, FIGURE, FigureRow, words, limit, offset, person=person)


def operations(
    db: Connection, words: str = "", *, limit: int = -1, offset: int = 0
) -> tuple[OperationRow, ...]:
    """Operations by name; `when`, `stage` and `status` are those of the latest run."""
    return _listed(db, OPERATION, OperationRow, words, limit, offset)


def statements(
    db: Connection, words: str = "", *, person: str | None = None, limit: int = -1, offset: int = 0
) -> tuple[StatementRow, ...]:
    """Statements, newest report first, in the order of the report; with `person` those of one person."""
    return _listed(db, STATEMENT, StatementRow, words, limit, offset, person=person)


def commitments(
    db: Connection, words: str = "", *, limit: int = -1, offset: int = 0
) -> tuple[CommitmentRow, ...]:
    """Commitments by due date, undated last."""
    return _listed(db, COMMITMENT, CommitmentRow, words, limit, offset)


def reports(db: Connection, words: str = "", *, limit: int = -1, offset: int = 0) -> tuple[ReportRow, ...]:
    """Reports, newest first; `words` searches title, publisher, names and the text."""
    return _listed(db, REPORT, ReportRow, words, limit, offset)


LISTS = {
    "meetings": meetings,
    "people": people,
    "bodies": bodies,
    "instruments": instruments,
    "figures": figures,
    "operations": operations,
    "statements": statements,
    "commitments": commitments,
    "reports": reports,
}
"""The list of each kind of entry, for whoever takes the kind from outside."""


def _listed(
    db: Connection, table: Table, row: type[R], words: str, limit: int, offset: int, **where: Any
) -> tuple[R, ...]:
    found = select(*columns(table, row)).order_by(table.c.place)
    wanted = matching(words)
    if wanted is not None:
        found = found.where(_MATCHED.bindparams(wanted=wanted, kind=_KINDS[table]))
    elif words.strip():
        return ()  # nothing in `words` is a word
    for column, value in where.items():
        if value is not None:
            found = found.where(table.c[column] == value)
    return tuple(filled(row, line) for line in db.execute(found.limit(limit).offset(offset)))


def count(db: Connection, kind: str, words: str = "", *, person: str | None = None) -> int:
    """How many rows the list of `kind` has for `words` (and of `person`), whatever its limit."""
    table = KIND_TABLES[kind]
    found = select(func.count()).select_from(table)
    if person is not None:
        found = found.where(table.c.person == person)
    wanted = matching(words)
    if wanted is not None:
        found = found.where(_MATCHED.bindparams(wanted=wanted, kind=kind))
    elif words.strip():
        return 0
    return int(db.execute(found).scalar_one())


def meetings_of(db: Connection, id: str, *, limit: int = -1) -> tuple[MeetingRow, ...]:
    """The meetings of a person, of a body, or those that dealt with an instrument, newest first."""
    tied = select(TIE.c.meeting).where(TIE.c.entry == id)
    columns = (MEETING.c[f] for f in MeetingRow.__struct_fields__)
    found = select(*columns).where(MEETING.c.id.in_(tied)).order_by(MEETING.c.place).limit(limit)
    return tuple(filled(MeetingRow, line) for line in db.execute(found))


def found_with(db: Connection, words: str, *, limit: int) -> dict[str, Found]:
    """Of each kind how many entries have all these words, and some of them: the first of its list, of thousands those with most reports."""
    wanted = matching(words)
    if wanted is None:
        return {}
    if is_of_many(db, wanted):
        return lately(db, ("found with", words, limit), lambda own: _of_many(own, wanted, limit))
    numbers = msgspec.json.encode(found_by(db, wanted)).decode()
    each = [(kind, msgspec.json.decode(ids)) for kind, ids in db.execute(sql(_BY_KIND), {"numbers": numbers})]
    return {kind: Found(len(ids), _rows(db, kind, ids, limit)) for kind, ids in each}


def _of_many(db: Connection, wanted: str, limit: int) -> dict[str, Found]:
    lines = db.execute(sql(_OF_MANY), {"wanted": wanted, "limit": limit}).all()
    several = {kind: (n, [line.id for line in lines if line.kind == kind]) for kind, _, n in lines}
    return {kind: Found(n, _rows(db, kind, ids, limit)) for kind, (n, ids) in several.items()}


def _rows(db: Connection, kind: str, ids: list[str], limit: int) -> tuple[Row, ...]:
    """The first of these rows of a kind, in the order of its list."""
    table, row = KIND_TABLES[kind], ROWS[kind]
    found = select(*columns(table, row)).where(table.c.id.in_(ids)).order_by(table.c.place).limit(limit)
    return tuple(filled(row, line) for line in db.execute(found))


def number_of_meetings(db: Connection, id: str) -> int:
    """How many `meetings_of` has in all."""
    return int(db.execute(select(func.count(TIE.c.meeting.distinct())).where(TIE.c.entry == id)).scalar_one())


def said_in(db: Connection, kind: str, reports: Iterable[str], *, limit: int) -> tuple[str, ...]:
    """The ids of entries of a kind (statements, figures) that stand in these reports, in the order of the texts."""
    asked = """SELECT a.report, a.entity, min(q.start) AS at FROM cat_alias a JOIN cat_value v ON v.entity = a.entity
    JOIN cat_quote q ON q.value = v.number AND q.report = 'r-' || a.report
    WHERE a.report IN (SELECT substr(value, 3) FROM json_each(:reports)) AND a.kind = :kind
    GROUP BY a.report, a.entity ORDER BY a.report, at LIMIT :limit"""
    wanted = {"reports": msgspec.json.encode(list(reports)).decode(), "kind": kind, "limit": limit}
    return tuple(dict.fromkeys(str(row.entity) for row in db.execute(sql(asked), wanted)))


def held_since(db: Connection, body: str, day: str, *, limit: int = -1) -> tuple[MeetingRow, ...]:
    """The sittings that a body held on that day or later, oldest first."""
    columns = (MEETING.c[f] for f in MeetingRow.__struct_fields__)
    tied = select(TIE.c.meeting).where(TIE.c.entry == body)
    held = (MEETING.c.date >= day, MEETING.c.date < "9", MEETING.c.status.in_(("held", "ongoing")))
    found = select(*columns).where(MEETING.c.id.in_(tied), *held).order_by(MEETING.c.date, MEETING.c.id)
    return tuple(filled(MeetingRow, line) for line in db.execute(found.limit(limit)))


def counts(db: Connection) -> Counts:
    """How many entries of each kind, for a front page."""
    each = {kind: db.execute(select(func.count(t.c.id))).scalar() for kind, t in KIND_TABLES.items()}
    stored = STORED_VALUE.c
    disputed = select(stored.entry, stored.field).where(stored.verdict == "contradicts").distinct()
    number = db.execute(select(func.count()).select_from(disputed.subquery())).scalar_one()
    return Counts(**{kind: int(n or 0) for kind, n in each.items()}, disputed=number)


def years(db: Connection) -> tuple[Year, ...]:
    """Meetings by year, oldest first, those without a year last; for a timeline."""
    found = select(MEETING.c.year, func.count()).group_by(MEETING.c.year)
    bars = (Year(year=year, meetings=n) for year, n in db.execute(found))
    return tuple(sorted(bars, key=lambda bar: (bar.year is None, bar.year or 0)))
