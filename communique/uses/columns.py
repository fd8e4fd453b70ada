"""Which columns the terminal's tables have, kind by kind."""

from collections.abc import Callable, Sequence
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


class Column(NamedTuple):
    """A head, and what of a row stands under it; `tight` columns are never broken over lines.

    A `wide` column takes the room that the others leave; they are at most `most` wide.
    """

    head: str
    of: str | Callable[[Any], object]
    right: bool = False
    tight: bool = False
    wide: bool = False
    most: int | None = None

    def cell(self, row: Any) -> str:
        """What to print for a row; empty for None."""
        value = self.of(row) if callable(self.of) else getattr(row, self.of)
        return "" if value is None else str(value)


def filled(columns: Sequence[Column], rows: Sequence[Any]) -> list[Column]:
    """The columns that are not empty in every row: the room goes to the others."""
    return [c for c in columns if any(c.cell(row) for row in rows)]


def amount(row: FigureRow) -> str:
    """Comparator and value: `>420`."""
    return f"{'' if row.comparator == '=' else row.comparator}{row.value:,}"


def what_met(row: MeetingRow) -> str:
    """The bodies that met, or the meeting's own name."""
    return "; ".join(row.bodies) or row.name


def where(row: MeetingRow) -> str:
    """City and country, and the mode where a report says it: `Moscow, RU`, `online`."""
    return ", ".join(w for w in (row.city, row.country, row.mode) if w)


def said_in(row: Any) -> str:
    """The publisher of the report that a claim stands in, or the report."""
    return str(row.publisher or row.report[:10])


COLUMNS: dict[str, tuple[Column, ...]] = {
    "meetings": (
        Column("date", "date", tight=True),
        Column("no.", "ordinal", right=True, tight=True),
        Column("body or name", what_met, wide=True),
        Column("where", where, most=11),
        Column("status", "status", tight=True),
        Column("chair", "chair", most=10),
        Column("people", lambda r: r.participants or None, right=True, tight=True),
    ),
    "people": (
        Column("name", "name"),
        Column("of", "country", tight=True),
        Column("office last cited", "office", wide=True),
        Column("meetings", lambda r: r.meetings or None, right=True),
        Column("last cited", "last_cited", tight=True),
    ),
    "bodies": (
        Column("name", "name", wide=True),
        Column("meetings", "meetings", right=True),
        Column("first", "first", tight=True),
        Column("last", "last", tight=True),
    ),
    "instruments": (
        Column("title", "title", wide=True),
        Column("kind", "kind"),
        Column("action", "action"),
        Column("date", "date", tight=True),
        Column("period", "period", most=10),
        Column("goes to", "destination", most=12),
    ),
    "figures": (
        Column("value", amount, right=True, tight=True),
        Column("unit", "unit", most=12),
        Column("what", "what", wide=True),
        Column("claimed by", "claimed_by", most=12),
        Column("period", "period", most=10),
        Column("in", said_in, most=12),
    ),
    "operations": (
        Column("name", "name"),
        Column("aim", "aim", wide=True),
        Column("when", "when", tight=True),
        Column("stage", "stage", most=14),
        Column("status", "status"),
    ),
    "statements": (
        Column("speaker", "speaker", most=20),
        Column("says", lambda r: f"“{r.text}”" if r.direct else r.text, wide=True),
        Column("date", "published", tight=True),
        Column("in", said_in, most=12),
    ),
    "commitments": (
        Column("due", "due", tight=True),
        Column("what", "text", wide=True),
        Column("by whom", "by_whom", most=18),
        Column("in", said_in, most=12),
    ),
    "reports": (
        Column("date", "published", tight=True),
        Column("publisher", "publisher", most=20),
        Column("title", lambda r: r.title or "; ".join(r.names), wide=True),
        Column("facts", "facts", right=True),
    ),
}
