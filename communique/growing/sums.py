"""What reports say of every value, kept as sums: a report adds its marks, and takes back what it no longer says."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from communique.growing.copies import Regrouped
from communique.growing.mentions import Moves
from communique.growing.packing import packed, unpacked
from communique.growing.shared import Shared
from communique.growing.sql import AMONG, among, put
from communique.growing.words import Said
from communique.model.reading import Reading
from communique.model.text import Text
from communique.record import points
from communique.record.tallies import Key, Quoted, Saying, publisher_mark, sayings
from communique.record.told import Point, Told, settled

Report = tuple[tuple[str, ...], Text, Reading]


class Sums(NamedTuple):
    """By how much a batch changes each value, which quotes come and go, and how many reports each entry gains."""

    marks: Mapping[Key, Mapping[str, int]]
    fields: Mapping[Key, Saying]
    gone: Sequence[tuple[Key, str]]
    come: Sequence[tuple[Key, Quoted]]
    reports: Mapping[str, int]
    kinds: Mapping[str, str]
    facts: Mapping[str, int]
    """How many places of each report the record uses."""


class _Kept(NamedTuple):
    """What is kept of a report: the mark of its publisher, and its points."""

    publisher: str
    points: list[Point]


class Moved(NamedTuple):
    """What moved: mentions from entry to entry, reports from source to source; and reports with a judged claim."""

    mentions: Moves
    copies: Regrouped
    judged: Collection[str]


def sums(db: Connection, batch: Iterable[Report], moved: Moved, before: Said, now: Said) -> Sums:
    """The difference that a batch makes, its mentions having moved; keeps the points of its reports."""
    moves, regrouped = moved.mentions, moved.copies.was
    fresh = {text.id: _kept(names, text, reading) for names, text, reading in batch}
    dirty = {*fresh, *moved.judged, *regrouped, *(m for m in _reports(db, moves))}
    old = _stored(db, dirty)
    rows = among(db, f"SELECT report, mention, entity FROM cat_alias WHERE report IN {AMONG}", dirty)
    entries = {mention: entity for _, mention, entity in rows}
    former = entries | {m: was.entity for m, was in moves.mentions.items() if was and was.entity}
    source = _sources(db, dirty)
    found = _Sums(db)
    for report in sorted(dirty):
        was, is_ = old.get(report), fresh.get(report) or old[report]
        taken = _said(was, former, before) if was else {}
        by = regrouped.get(report, source.get(report)), source.get(report)
        found.add(f"r-{report}", taken, _said(is_, entries, now), by, again=report in regrouped)
    put(
        db,
        "INSERT OR REPLACE INTO cat_told VALUES (?, ?, ?)",
        ((report, kept.publisher, packed(kept.points)) for report, kept in fresh.items()),
    )
    return found.whole()


def _sources(db: Connection, reports: Collection[str]) -> dict[str, str]:
    ask = f"SELECT report, source FROM cat_trace WHERE report IN {AMONG} AND source > ''"
    return dict(map(tuple, among(db, ask, reports)))


def _kept(names: tuple[str, ...], text: Text, reading: Reading) -> _Kept:
    publisher = publisher_mark(text.publisher or reading.report.publisher)
    return _Kept(publisher, list(points(Told(names, text, reading, worded=False))))


def _reports(db: Connection, moves: Moves) -> set[str]:
    here = among(db, f"SELECT DISTINCT report FROM cat_alias WHERE mention IN {AMONG}", [*moves.mentions])
    return {row[0] for row in here} | {was.report for was in moves.mentions.values() if was}


def _stored(db: Connection, reports: Collection[str]) -> dict[str, _Kept]:
    rows = among(db, f"SELECT report, publisher, points FROM cat_told WHERE report IN {AMONG}", reports)
    return {report: _Kept(by, unpacked(report, told)) for report, by, told in rows}


def _said(kept: _Kept, entries: Mapping[str, str], said: Said) -> Mapping[Key, Saying]:
    return sayings((settled(p, entries) for p in kept.points), said.claims, kept.publisher)


def added(tally: dict[str, int], more: Mapping[str, int]) -> None:
    """Adds marks to others, in place."""
    for mark, number in more.items():
        tally[mark] = tally.get(mark, 0) + number


class _Sums:
    """Differences of several reports, added up."""

    def __init__(self, db: Connection) -> None:
        self._marks: dict[Key, dict[str, int]] = defaultdict(dict)
        self._shared = Shared(db)
        self._fields: dict[Key, Saying] = {}
        self._gone: list[tuple[Key, str]] = []
        self._come: list[tuple[Key, Quoted]] = []
        self._reports: Counter[str] = Counter()
        self._kinds: dict[str, str] = {}
        self._facts: dict[str, int] = {}

    def add(
        self,
        report: str,
        was: Mapping[Key, Saying],
        is_: Mapping[Key, Saying],
        by: tuple[str | None, str | None],
        again: bool,
    ) -> None:
        """One report that said `was` and says `is_`, `by` its former and its present source.

        With `again` all that it says is decided anew, also where it says the same.
        """
        for key in was.keys() | is_.keys():
            old, new = was.get(key), is_.get(key)
            own = key.entry == report  # what is known of the report itself no copy tells
            if old == new and (own or not again):
                continue
            for saying, source, sign in ((old, by[0], -1), (new, by[1], 1)):
                if saying:
                    self._fields[key] = saying
                    tally = self._tally(key, None if own else source)
                    for mark in saying.marks:
                        tally[mark] = tally.get(mark, 0) + sign
            if old != new:
                if old and old.quoted:
                    self._gone.append((key, report))
                self._come.extend((key, q) for q in (new.quoted if new else ()))
        used = (s for s in is_.values() if s.kind != "reports")
        places = {(q.citation.start, q.citation.stop) for s in used for q in s.quoted}
        self._facts[report] = len(places)
        for sayings_, sign in ((was, -1), (is_, 1)):
            kinds = {key.entry: saying.kind for key, saying in sayings_.items()}
            self._kinds |= kinds
            for entry in kinds:
                self._reports[entry] += sign

    def _tally(self, key: Key, source: str | None) -> dict[str, int]:
        """Where the marks of a report are summed: those of copies first among themselves."""
        marks = self._marks[key]
        return self._shared.of(source, key) if source else marks

    def whole(self) -> Sums:
        """All that was added."""
        for key, marks in self._shared.settled():
            added(self._marks[key], marks)
        counts = {entry: n for entry, n in self._reports.items() if n}
        return Sums(self._marks, self._fields, self._gone, self._come, counts, self._kinds, self._facts)
