"""Which columns the terminal's tables have, kind by kind."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from communique.catalogue.rows import (
    BodyRow,
    CommitmentRow,
    FigureRow,
    InstrumentRow,
    MeetingRow,
    OperationRow,
    PersonRow,
    ReportRow,
    Row,
    StatementRow,
)
from communique.model.when import last_month
from communique.uses.days import brief
from communique.uses.terminal import console, safe

ROWS: dict[str, type[Row]] = {
    "meetings": MeetingRow,
    "people": PersonRow,
    "bodies": BodyRow,
    "instruments": InstrumentRow,
    "figures": FigureRow,
    "operations": OperationRow,
    "statements": StatementRow,
    "commitments": CommitmentRow,
    "reports": ReportRow,
}
"""The row type of each kind: the columns of its CSV."""


_LEAST = 20
"""Characters that the wide column of a table has at least."""


class Column(NamedTuple):
    """A head, and what of a row stands under it; `tight` columns are never broken over lines.

    A `wide` column takes the room that the others leave; they are at most `most` wide.
    One that is `kept` stays in the narrowest terminal.
    """

    head: str
    of: str | Callable[[Any], object]
    right: bool = False
    tight: bool = False
    wide: bool = False
    most: int | None = None
    kept: bool = False

    def cell(self, row: Any) -> str:
        """What to print for a row; empty for None."""
        value = self.of(row) if callable(self.of) else getattr(row, self.of)
        return "" if value is None else str(value)


def filled(columns: Sequence[Column], rows: Sequence[Any], room: int | None = None) -> list[Column]:
    """The columns that are not empty in every row and for which there is room; without `room` the terminal's.

    The wide column has at least 20 characters: for these the others are narrowed, and the last of them left out.
    """
    shown = [c for c in columns if any(c.cell(row) for row in rows)]
    left = (console().width if room is None else room) - _id_width(rows)
    if _needed(shown, rows) > left:
        shown = [c if c.wide or c.tight or c.most else c._replace(most=_LEAST) for c in shown]
    while _needed(shown, rows) > left:
        spare = [c for c in shown if not (c.wide or c.kept)]
        if not spare:
            break
        shown.remove(spare[-1])
    return shown


def _id_width(rows: Sequence[Any]) -> int:
    """Bodies are named in full, all else by the beginning of its id."""
    return max((min(24, len(row.id)) if "/" in row.id else 8 for row in rows), default=0)


def _needed(columns: Sequence[Column], rows: Sequence[Any]) -> int:
    return sum(_width(c, rows) + 1 for c in columns)


def _width(column: Column, rows: Sequence[Any]) -> int:
    """What a column takes of a line: its longest cell, as far as it may; for the wide one the least."""
    if column.wide:
        return _LEAST
    longest = max(len(words) for words in (column.head, *(safe(column.cell(row)) for row in rows)))
    return min(longest, column.most or longest)


def amount(row: FigureRow) -> str:
    """Comparator and value: `>420`."""
    return f"{'' if row.comparator == '=' else row.comparator}{row.value:,}"


def what_met(row: MeetingRow) -> str:
    """The bodies that met, or the meeting's own name."""
    return "; ".join(row.bodies) or row.name


def number(row: MeetingRow) -> str | None:
    """The ordinal; with a question mark where reports say different ones."""
    return None if row.ordinal is None else f"{row.ordinal}{'?' if 'ordinal' in row.disputed else ''}"


def where(row: MeetingRow) -> str:
    """City and country, and the mode where a report says it: `Moscow, RU`, `online`."""
    return ", ".join(w for w in (row.city, row.country, row.mode) if w)


def said_in(row: Any) -> str:
    """The publisher of the report that a claim stands in, or the report."""
    return str(row.publisher or row.report[:10])


def understood(row: ReportRow) -> str | None:
    """Of the sentences that announce a fact, how many gave one: `27 of 30`."""
    return f"{row.understood} of {row.read}" if row.sentences else None


def state(row: CommitmentRow, today: str | None = None) -> str:
    """done where a report says so, overdue where the day has passed without one, else open."""
    if row.done_in:
        return "done"
    due = last_month((row.due or "").split("/")[-1].rstrip("~?%"))
    if not due[:4].isdigit() or due < (row.published or "")[: len(due)]:
        return "open"  # a day before the report that promises is no day by which it is due
    return "overdue" if due < (today or date.today().isoformat())[: len(due)] else "open"


def _day(field: str) -> Callable[[Any], str]:
    return lambda row: brief(getattr(row, field))


COLUMNS: dict[str, tuple[Column, ...]] = {
    "meetings": (
        Column("date", _day("date"), tight=True),
        Column("no.", number, right=True, tight=True),
        Column("body or name", what_met, wide=True),
        Column("where", where, most=11),
        Column("status", "status", tight=True),
        Column("chair", "chair", most=10),
        Column("people", lambda r: r.participants or None, right=True, tight=True),
    ),
    "people": (
        Column("name", "name", kept=True),
        Column("of", "country", tight=True),
        Column("office last cited", "office", wide=True),
        Column("meetings", lambda r: r.meetings or None, right=True),
        Column("last cited", _day("last_cited"), tight=True),
    ),
    "bodies": (
        Column("name", "name", wide=True),
        Column("meetings", "meetings", right=True),
        Column("first", _day("first"), tight=True),
        Column("last", _day("last"), tight=True),
    ),
    "instruments": (
        Column("title", "title", wide=True),
        Column("kind", "kind"),
        Column("action", "action"),
        Column("date", _day("date"), tight=True),
        Column("period", _day("period"), most=12),
        Column("goes to", "destination", most=12),
    ),
    "figures": (
        Column("value", amount, right=True, tight=True, kept=True),
        Column("unit", "unit", most=12),
        Column("what", "what", wide=True),
        Column("claimed by", "claimed_by", most=12),
        Column("period", _day("period"), most=12),
        Column("in", said_in, most=12),
    ),
    "operations": (
        Column("name", "name", kept=True),
        Column("aim", "aim", wide=True),
        Column("when", _day("when"), tight=True),
        Column("stage", "stage", most=14),
        Column("status", "status"),
    ),
    "statements": (
        Column("speaker", "speaker", most=20),
        Column("says", lambda r: f"“{r.text}”" if r.direct else r.text, wide=True),
        Column("date", _day("published"), tight=True),
        Column("in", said_in, most=12),
    ),
    "commitments": (
        Column("due", _day("due"), tight=True),
        Column("state", state, tight=True),
        Column("what", "text", wide=True),
        Column("by whom", "by_whom", most=18),
        Column("in", said_in, most=12),
    ),
    "reports": (
        Column("date", _day("published"), tight=True),
        Column("publisher", "publisher", most=20),
        Column("title", lambda r: r.title or "; ".join(r.names), wide=True),
        Column("understood", understood, right=True),
        Column("facts", "facts", right=True),
    ),
}
