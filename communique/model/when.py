"""Dates as EDTF (ISO 8601-2) strings, compared by what they say and leave open."""

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?")


class When(NamedTuple):
    """Year, month and day of one EDTF date; None for each part that it leaves open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> int:
        """How many of the three parts are said."""
        return 3 - self.count(None)


@lru_cache(maxsize=32768)  # the days of a hub's meetings are compared over and over; 25 years have 9,000
def when(edtf: str | None) -> When:
    """The parts of an EDTF date; of an interval those of its beginning.

    >>> when("XXXX-11-17")
    When(year=None, month=11, day=17)
    """
    match = _DATE.match(edtf or "")
    if not match:
        return When()
    return When(*(int(p) if p and "X" not in p else None for p in match.groups()))


@lru_cache(maxsize=32768)
def is_day(edtf: str | None) -> bool:
    """True where year, month and day are all said."""
    return when(edtf).precision == 3


def is_real(edtf: str) -> bool:
    """Whether a calendar has such a day, month or season: `is_real("2024-02-30")` is False."""
    said = when(edtf)
    if said.month is not None and not (1 <= said.month <= 12 or 21 <= said.month <= 41):
        return False
    if said.month is None or said.day is None:
        return True
    try:
        datetime.date(said.year or _LEAP, said.month, said.day)
    except ValueError:
        return False
    return True


_LEAP = 2000  # a day without a year may be 29 February


def compatible(left: str | None, right: str | None) -> bool:
    """True unless the two say different things.

    >>> compatible("XXXX-11-17", "2021-11-17"), compatible("2021", "2018-11")
    (True, False)
    >>> compatible("2025-36", "2025-11-27")
    True
    """
    if left == right or left is None or right is None:
        return True
    if "/" in left and "/" in right:
        ends = zip(left.split("/", 1), right.split("/", 1), strict=True)
        return all(compatible(a, b) for a, b in ends)
    ours, theirs = when(left), when(right)
    if ours.year is not None and theirs.year is not None and ours.year != theirs.year:
        return False
    if ours.day is not None and theirs.day is not None and ours.day != theirs.day:
        return False
    return _one_month(ours.month, theirs.month)


def _one_month(left: int | None, right: int | None) -> bool:
    """True unless two months, or seasons, quarters and halves of a year, have no month in common."""
    if left == right or left is None or right is None:
        return True
    return not months_of(left).isdisjoint(months_of(right))


def months_of(month: int) -> frozenset[int]:
    """The months of a season, a quarter or another part of a year; a month is itself.

    >>> sorted(months_of(36)), sorted(months_of(24)), sorted(months_of(7))
    ([10, 11, 12], [1, 2, 12], [7])
    """
    return _MONTHS.get(month, frozenset((month,)))


_MONTHS = {
    **{21 + n: frozenset((m - 1) % 12 + 1 for m in range(3 + 3 * n, 6 + 3 * n)) for n in range(4)},
    **{33 + n: frozenset(range(1 + 3 * n, 4 + 3 * n)) for n in range(4)},
    **{37 + n: frozenset(range(1 + 4 * n, 5 + 4 * n)) for n in range(3)},
    **{40 + n: frozenset(range(1 + 6 * n, 7 + 6 * n)) for n in range(2)},
}
"""The parts of a year that EDTF numbers from 21 on: seasons of the north, quarters, thirds, halves."""


def year_of(edtf: str | None) -> int | None:
    """The year of a date, or None."""
    return when(edtf).year


_ENDS = {21: 5, 22: 8, 23: 11, 24: 12, 33: 3, 34: 6, 35: 9, 36: 12, 40: 6, 41: 12}


def last_month(edtf: str) -> str:
    """A date that ends with a season, a quarter or a half of a year by the last month of it.

    >>> last_month("2025-36"), last_month("2025-11-27")
    ('2025-12', '2025-11-27')
    """
    month = when(edtf).month
    return f"{edtf[:5]}{_ENDS[month]:02}" if month in _ENDS and len(edtf) == len("2025-36") else edtf
