"""What the list of each kind shows: its columns, and rows as a table."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from communique.uses.columns import state
from communique.uses.web.addresses import country_page, page_of
from communique.uses.web.wording import amount, day, days, ordinal, party, shortened, source

_LONG = 120
"""Characters of a name that a list shows; the whole of it stands on its page."""


class Cell(NamedTuple):
    """What stands in a table's cell, and where it leads."""

    words: str
    link: str | None = None


class Column(NamedTuple):
    """A head, what of a row stands under it, and how it looks, in classes of the stylesheet.

    A `bare` cell goes without its head where a small screen shows rows as cards.
    """

    head: str
    cell: Callable[[Any], Cell]
    looks: str = ""


class Table(NamedTuple):
    """A list ready to show; columns that are empty throughout are left out."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def _plain(field: str) -> Callable[[Any], Cell]:
    return lambda row: Cell(_words(getattr(row, field)))


def _day(field: str) -> Callable[[Any], Cell]:
    return lambda row: Cell(day(getattr(row, field)))


def _own(field: str) -> Callable[[Any], Cell]:
    """The cell that leads to the row's own page."""
    return lambda row: Cell(shortened(_words(getattr(row, field)) or row.id, _LONG), page_of(row.id))


def _person(field: str) -> Callable[[Any], Cell]:
    return lambda row: Cell(_words(getattr(row, field)), page_of(row.person) if row.person else None)


def _words(value: object) -> str:
    return "" if value in (None, 0, ()) else str(value)


def _who_met(row: Any) -> Cell:
    return Cell("; ".join(row.bodies))


def _number(row: Any) -> Cell:
    doubt = "?" if "ordinal" in row.disputed else ""  # reports say different ones: its page shows them
    return Cell(f"{ordinal(row.ordinal)}{doubt}" if row.ordinal else "")


def _where(row: Any) -> Cell:
    return Cell(", ".join(w for w in (row.city, party(row.country), row.mode) if w))


def _quoted(row: Any) -> Cell:
    return Cell(f"“{row.text}”" if row.direct else row.text, page_of(row.id))


def _amount(row: Any) -> Cell:
    return Cell(amount(row.value, row.comparator, row.unit), page_of(row.id))


def _source(row: Any) -> Cell:
    return Cell(source(row.publisher, row.published), page_of(row.report, "reports") if row.report else None)


def _kept(row: Any) -> Cell:
    """Where a promise stands; what was done leads to the report that says so."""
    return Cell(
        state(row) if row.due or row.done_in else "", page_of(row.done_in, "reports") if row.done_in else None
    )


def _report(row: Any) -> Cell:
    return Cell(row.title or "; ".join(row.names) or row.id, page_of(row.id, "reports"))


_REPORTS = Column("reports", _plain("reports"), "number")

COLUMNS: dict[str, tuple[Column, ...]] = {
    "meetings": (
        Column("date", _day("date"), "date bare"),
        Column("meeting", _own("name"), "wide"),
        Column("no.", _number, "number"),
        Column("bodies", _who_met, "wide"),
        Column("where", _where, "bare"),
        Column("status", _plain("status"), "tight"),
        Column("people", _plain("participants"), "number"),
        _REPORTS,
    ),
    "people": (
        Column("name", _own("name"), "name"),
        Column("country", lambda row: Cell(party(row.country)), "bare"),
        Column("office last cited", _plain("office"), "wide"),
        Column("meetings", _plain("meetings"), "number"),
        Column("cited", lambda row: Cell(days(row.first_cited, row.last_cited)), "date"),
        _REPORTS,
    ),
    "bodies": (
        Column("name", lambda row: Cell(row.name, page_of(row.id, "bodies")), "wide"),
        Column("meetings", _plain("meetings"), "number"),
        Column("on record", lambda row: Cell(days(row.first, row.last)), "date"),
        _REPORTS,
    ),
    "instruments": (
        Column("title", _own("title"), "wide"),
        Column("kind", _plain("kind"), "tight"),
        Column("action", _plain("action"), "tight"),
        Column("date", _day("date"), "date"),
        Column("period", _day("period")),
        Column("goes to", _plain("destination")),
        _REPORTS,
    ),
    "figures": (
        Column("figure", _amount, "name"),
        Column("of what", _plain("what"), "wide"),
        Column("period", _day("period")),
        Column("claimed by", _person("claimed_by")),
        Column("according to", _source, "source"),
    ),
    "operations": (
        Column("name", _own("name"), "name"),
        Column("aim", _plain("aim"), "wide"),
        Column("latest", _day("when"), "date"),
        Column("stage", _plain("stage")),
        Column("status", _plain("status"), "tight"),
        Column("organiser", _plain("organiser")),
        _REPORTS,
    ),
    "statements": (
        Column("speaker", _person("speaker"), "bare"),
        Column("words", _quoted, "wide"),
        Column("according to", _source, "source"),
    ),
    "commitments": (
        Column("due", _day("due"), "date"),
        Column("state", _kept, "tight"),
        Column("what", _own("text"), "wide"),
        Column("by whom", lambda row: Cell(party(row.by_whom), country_page(row.by_whom))),
        Column("according to", _source, "source"),
    ),
    "reports": (
        Column("published", _day("published"), "date bare"),
        Column("publisher", _plain("publisher"), "bare"),
        Column("title", _report, "wide"),
        Column("quotes used", _plain("facts"), "number"),
    ),
}
"""What the list of each kind shows."""


def table(kind: str, rows: Iterable[Any]) -> Table:
    """The rows of one kind as a table."""
    return shown(COLUMNS[kind], rows)


def shown(columns: tuple[Column, ...], rows: Iterable[Any]) -> Table:
    """Rows under these columns, less those that are empty throughout."""
    cells = [[column.cell(row) for column in columns] for row in rows]
    kept = [i for i, _ in enumerate(columns) if any(line[i].words for line in cells)]
    return Table(
        columns=tuple(columns[i] for i in kept),
        rows=tuple(tuple(line[i] for i in kept) for line in cells),
    )
