"""Rows of the entries that a batch touched, and of those that are told with their names, days or reports."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table

from communique.catalogue import flatten
from communique.catalogue.assembling import assembled
from communique.catalogue.steps import steps
from communique.catalogue.tables import KIND_TABLES, OFFICE_HELD, PARTICIPATION, STEP, mark_of
from communique.growing.around import Stored
from communique.growing.details import called_after, end_parts, write_parts
from communique.growing.folded import folded, linked
from communique.growing.indexing import index, unindex
from communique.growing.sql import AMONG, among, change, highest, put, rewrite, write
from communique.growing.sums import Sums
from communique.growing.values import Spot
from communique.model.record import KINDS, Entry

_IN = f"IN {AMONG}"
_NEWER = f"SELECT report, newest FROM cat_version WHERE report {_IN}"


class _Kept(NamedTuple):
    kind: str
    label: str
    reports: int


def refresh(db: Connection, spots: Collection[Spot], sums: Sums, told: Collection[str]) -> None:
    """Writes anew the rows of every entry with a field in `spots`, and of the reports of the batch, which are `told`."""
    _end(db, sums)
    rows = _Rows(db, sums)
    renamed = rows.take({entity for entity, _ in spots} | set(sums.reports) | set(told))
    rows.take(called_after(db, renamed))
    rows.write("reports")
    moved = rows.write_meetings()
    write_parts(db, rows.all(), spots)
    rows.take(moved | _promised(db, rows.all("meetings")) | _told_by(db, rows.all("reports")))
    for kind in KINDS:
        if kind not in ("meetings", "reports"):
            rows.write(kind)
    index(db, rows.linked())


def enter(db: Connection, sums: Sums) -> None:
    """Brings the number of reports of every entry up, and makes new entries: what is said of them needs their numbers."""
    last = highest(db, "cat_entry")
    known = _known(db, sums.reports)
    new = sorted(sums.reports.keys() - known.keys(), key=lambda id: (KINDS.index(sums.kinds[id]), id))
    put(
        db,
        "INSERT INTO cat_entry(number, id, kind, label, reports) VALUES (?, ?, ?, '', ?)",
        ((last + n, id, sums.kinds[id], sums.reports[id]) for n, id in enumerate(new, 1)),
    )
    more = ((sums.reports[id], id) for id in known)
    put(db, "UPDATE cat_entry SET reports = reports + ? WHERE id = ?", more)


def _end(db: Connection, sums: Sums) -> None:
    """Ends the entries of which nothing is said any more."""
    gone = {id: kept.kind for id, kept in _known(db, sums.reports).items() if kept.reports <= 0}
    unindex(db, gone)
    end_parts(db, gone)
    for kind in set(gone.values()):
        change(db, f"DELETE FROM {KIND_TABLES[kind].name} WHERE id {_IN}", gone)
    change(db, f"DELETE FROM cat_entry WHERE id {_IN}", gone)


def _known(db: Connection, ids: Collection[str]) -> dict[str, _Kept]:
    rows = among(db, f"SELECT id, kind, label, reports FROM cat_entry WHERE id {_IN}", ids)
    return {id: _Kept(*rest) for id, *rest in rows}


def _promised(db: Connection, meetings: Iterable[Entry]) -> set[str]:
    """Commitments that speak of these meetings: whether they were held tells whether the promise is kept."""
    rows = among(db, f"SELECT id FROM cat_commitment WHERE meeting {_IN}", [e.id for e in meetings])
    return {row[0] for row in rows}


def _told_by(db: Connection, reports: Iterable[Entry]) -> set[str]:
    """What these reports alone say: it is listed with their publisher and day."""
    rows = among(
        db,
        "SELECT DISTINCT entity FROM cat_alias WHERE kind IN ('figures', 'statements', 'commitments') "
        f"AND report {_IN}",
        [e.id.removeprefix("r-") for e in reports],
    )
    return {row[0] for row in rows}


class _Rows:
    """The entries that one batch touches, each loaded once."""

    def __init__(self, db: Connection, sums: Sums) -> None:
        self._db, self._sums = db, sums
        self._entries: dict[str, Entry] = {}
        self._counts: dict[str, int] = {}
        self._labels: dict[str, str] = {}

    def all(self, kind: str = "") -> list[Entry]:
        """The entries, of one kind or of every."""
        return [e for e in self._entries.values() if not kind or e.kind == kind]

    def take(self, ids: set[str]) -> set[str]:
        """Loads entries and stores what they are called; those that were called otherwise before."""
        known = _known(self._db, ids - self._entries.keys())
        found = folded(self._db, {id: kept.kind for id, kept in known.items()})
        self._entries |= found
        self._counts |= {id: known[id].reports for id in found}
        self._labels |= {id: e.label for id, e in found.items()}
        renamed = {id for id, e in found.items() if e.label != known[id].label}
        put(
            self._db,
            "UPDATE cat_entry SET label = ? WHERE id = ?",
            ((found[id].label, id) for id in renamed),
        )
        return {id for id in renamed if known[id].label}

    def linked(self, kind: str = "") -> list[Entry]:
        """The entries, of one kind or of every, their parts called as the entries that they stand for."""
        entries = self.all(kind)
        targets = {p.target for e in entries for p in e.parts if p.target}
        rows = among(
            self._db, f"SELECT id, label FROM cat_entry WHERE id {_IN}", targets - self._labels.keys()
        )
        self._labels |= dict(map(tuple, rows))
        return [linked(e, self._labels) for e in entries]

    def write(self, kind: str) -> list[flatten.Line]:
        """Writes the rows of one kind."""
        entries = self.linked(kind)
        around = Stored(self._db, entries)
        lines = [flatten.row(e, around) | {"reports": self._counts[e.id]} for e in entries]
        if kind == "reports":
            self._complete(lines)
        if kind == "meetings":
            self._below(PARTICIPATION, "meeting", entries, flatten.participations)
        if kind == "people":
            self._below(OFFICE_HELD, "person", entries, flatten.offices)
        if kind == "instruments":
            whole = assembled(self._db, [e.id for e in entries])  # its steps name all their reports
            self._below(STEP, "instrument", list(whole), steps)
        rewrite(self._db, KIND_TABLES[kind], lines)
        return lines

    def write_meetings(self) -> set[str]:
        """Writes the meetings; bodies and instruments that are told with a day that is another now."""
        ids = [e.id for e in self.all("meetings")]
        rows = among(self._db, f"SELECT id, date, year FROM cat_meeting WHERE id {_IN}", ids)
        former = {id: date if year is not None else None for id, date, year in rows}
        days = {
            line["id"]: line["date"] if line["year"] is not None else None for line in self.write("meetings")
        }
        changed = {id: days[id] for id, day in former.items() if days.get(id, day) != day}
        put(self._db, "UPDATE cat_tie SET date = ? WHERE meeting = ?", ((d, id) for id, d in changed.items()))
        rows = among(
            self._db,
            "SELECT DISTINCT t.entry FROM cat_tie t JOIN cat_entry e ON e.id = t.entry "
            f"WHERE t.meeting {_IN} AND e.kind != 'people'",
            changed,
        )
        return {row[0] for row in rows}

    def _complete(self, lines: Collection[flatten.Line]) -> None:
        """Adds what only the rows of reports have."""
        newer = dict(map(tuple, among(self._db, _NEWER, [line["id"][2:] for line in lines])))
        for line in lines:
            newest = newer.get(line["id"][2:])
            line |= {
                "mark": mark_of(line["id"]),
                "facts": self._sums.facts.get(line["id"], 0),
                "newer": newest and f"r-{newest}",
            }

    def _below(
        self,
        table: Table,
        owner: str,
        entries: Collection[Entry],
        lines: Callable[[Entry], Iterable[dict[str, Any]]],
    ) -> None:
        change(self._db, f"DELETE FROM {table.name} WHERE {owner} {_IN}", [e.id for e in entries])
        write(self._db, table, (line for e in entries for line in lines(e)))
