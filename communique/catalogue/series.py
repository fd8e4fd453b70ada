"""The sittings of a body in order: its numbering, the numbers of which no report was read, and its rhythm."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from statistics import median

import msgspec
from sqlalchemy import Connection

from communique.catalogue.entries import full_id, whole
from communique.catalogue.queries import meetings_of
from communique.catalogue.rows import MeetingRow
from communique.model.when import when

_FEWEST = 3  # dated sittings before a rhythm can be told
_MOST_MISSING = 50  # numbers: beyond that a number was misread, or the count began anew


class Gap(msgspec.Struct, frozen=True):
    """Numbers, from first to last, of which no report was read."""

    first: int
    last: int


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """A body's sittings, oldest first, with the gaps where they belong; `months` between two of them, mostly."""

    body: str
    label: str
    steps: tuple[MeetingRow | Gap, ...] = ()
    months: float | None = None

    @property
    def sittings(self) -> tuple[MeetingRow, ...]:
        """The sittings without the gaps."""
        return tuple(s for s in self.steps if isinstance(s, MeetingRow))


def series(db: Connection, body: str) -> Series:
    """The series of one body. Raises NotFound for an unknown one.

    Numbered and unnumbered sittings stand together by date; an undated one stands by its number.
    """
    id = full_id(db, body)
    found = in_order(meetings_of(db, id))
    return Series(body=id, label=whole(db, id).label, steps=tuple(_with_gaps(found)), months=rhythm(found))


def in_order(rows: Iterable[MeetingRow]) -> list[MeetingRow]:
    """By date; what has none behind the nearest smaller number, or at the end."""
    dated = sorted((r for r in rows if _day(r)), key=lambda r: (_day(r), r.ordinal or 0, r.id))
    for row in sorted((r for r in rows if not _day(r)), key=lambda r: (r.ordinal or 0, r.id)):
        before = [i for i, r in enumerate(dated) if row.ordinal and r.ordinal and r.ordinal < row.ordinal]
        dated.insert(before[-1] + 1 if before else len(dated) if not row.ordinal else 0, row)
    return dated


def rhythm(rows: Iterable[MeetingRow]) -> float | None:
    """The middle distance in months between two dated sittings that were held; None for fewer than three."""
    held = (r for r in rows if r.status not in ("planned", "cancelled", "postponed"))
    days = [date.fromisoformat(d) for r in held if len(d := _day(r)) == len("2018-11-21")]
    if len(days) < _FEWEST:
        return None
    return round(median((later - earlier).days for earlier, later in pairwise(sorted(days))) / 30.44, 1)


def _day(row: MeetingRow) -> str:
    """The date as far as it is known with its year; empty without."""
    return row.date.rstrip("~?") if row.date and when(row.date).precision and row.date[:4].isdigit() else ""


def _with_gaps(rows: list[MeetingRow]) -> Iterator[MeetingRow | Gap]:
    highest: int | None = None
    for row in rows:
        if row.ordinal is not None:
            if highest is not None and 1 < row.ordinal - highest <= _MOST_MISSING:
                yield Gap(highest + 1, row.ordinal - 1)
            highest = max(highest or 0, row.ordinal)
        yield row
