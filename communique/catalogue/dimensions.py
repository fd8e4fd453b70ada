"""What each kind of list can be narrowed by, and where the values stand."""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, case, func, literal_column, select

from communique.catalogue.promises import due_state
from communique.catalogue.tables import (
    BODY,
    COMMITMENT,
    FIGURE,
    INSTRUMENT,
    MEETING,
    OPERATION,
    PERSON,
    REPORT,
    STATEMENT,
    STORED_VALUE,
    TIE,
)
from communique.catalogue.views import VALUE


class Dimension(NamedTuple):
    """Where a facet's value stands: in the list's own table, or in one with many lines for a row.

    `key` is the column there that holds the row's id, `only` what else its lines must be. `stored` is where each line
    stands once, by the number of its entry: the value, the number, and what the lines must be. `among` counts the values
    of the rows whose `ids` are known; `summed` is where a value and its rows stand, where nothing narrows the list.
    """

    value: ColumnElement[Any]
    key: ColumnElement[Any] | None = None
    only: ColumnElement[bool] | None = None
    stored: tuple[ColumnElement[Any], ColumnElement[int], ColumnElement[bool]] | None = None
    among: str = ""
    summed: tuple[ColumnElement[Any], ColumnElement[int]] | None = None

    def of(self, table: Table, value: str) -> ColumnElement[bool]:
        """True for the rows of `table` that have this value."""
        if self.key is None:
            return self.value == value
        there = select(self.key).where(self.value == value)
        return table.c.id.in_(there if self.only is None else there.where(self.only))


def dimensions(kind: str, today: str = "") -> dict[str, Dimension]:
    """The facets of a kind by name; `today` tells what is overdue."""
    if kind == "commitments":
        return {"state": Dimension(due_state(today))} | _DIMENSIONS[kind]
    return _DIMENSIONS[kind]


def _year(column: ColumnElement[Any]) -> ColumnElement[Any]:
    first = func.substr(column, 1, 4)
    return case((first.op("GLOB")("[0-9][0-9][0-9][0-9]"), first))


def _own(table: Table, *names: str) -> dict[str, Dimension]:
    return {name.replace("_", " "): Dimension(table.c[name]) for name in names}


_SLASH = func.instr(BODY.c.id, "/")
# written out, not bound: only so does SQLite see that its small index serves
_PARTY: ColumnElement[str] = literal_column("'represented'")
TOOK_PART = (VALUE.c.field == _PARTY) & (VALUE.c.verdict == "stands")
"""The values that say that a country or organisation took part in a meeting."""
PARTIES = (
    STORED_VALUE.c.value,
    STORED_VALUE.c.entry,
    (STORED_VALUE.c.field == _PARTY) & (STORED_VALUE.c.verdict == "stands"),
)
"""Where the same are counted: the country or organisation, the number of the meeting, and which lines say it."""

_ORGANS = """SELECT p.key, count(*) FROM json_each(:ids) j CROSS JOIN cat_part p ON p.entity = j.value AND p.list = 'bodies'
GROUP BY p.key"""
_PARTIES = """SELECT v.value, count(*) FROM json_each(:ids) j CROSS JOIN cat_entry e ON e.id = j.value
CROSS JOIN cat_stored_value v ON v.entry = e.number AND v.field = 'represented' WHERE v.verdict = 'stands' GROUP BY v.value"""
"""Of a few meetings they are looked up one by one: a meeting has few organs, and many people beside them in `cat_tie`."""

_DIMENSIONS: dict[str, dict[str, Dimension]] = {
    "meetings": {
        "organ": Dimension(
            TIE.c.entry,
            TIE.c.meeting,
            TIE.c.entry.in_(select(BODY.c.id)),
            among=_ORGANS,
            summed=(BODY.c.id, BODY.c.meetings),
        ),
        "country": Dimension(VALUE.c.value, VALUE.c.entity, TOOK_PART, PARTIES, _PARTIES),
        **_own(MEETING, "year", "status"),
        "place": Dimension(MEETING.c.city),
    },
    "people": _own(PERSON, "country") | {"last cited": Dimension(_year(PERSON.c.last_cited))},
    "bodies": {"of": Dimension(case((_SLASH > 0, func.substr(BODY.c.id, 1, _SLASH - 1))))},
    "instruments": _own(INSTRUMENT, "kind", "action", "destination")
    | {"year": Dimension(_year(INSTRUMENT.c.date))},
    "figures": _own(FIGURE, "unit", "claimed_by", "publisher"),
    "operations": _own(OPERATION, "status", "organiser"),
    "statements": _own(STATEMENT, "speaker", "publisher"),
    "commitments": _own(COMMITMENT, "by_whom", "publisher"),
    "reports": _own(REPORT, "publisher", "language") | {"year": Dimension(_year(REPORT.c.published))},
}
