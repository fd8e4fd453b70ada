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
        return sum(part is not None for part in self)


@lru_cache(maxsize=4096)  # the days of a hub's meetings are compared over and over
def when(edtf: str | None) -> When:
    """The parts of an EDTF date; of an interval those of its beginning.

    >>> when("XXXX-11-17")
    When(year=None, month=11, day=17)
    """
    match = _DATE.match(edtf or "")
    if not match:
        return When()
    return When(*(int(p) if p and "X" not in p else None for p in match.groups()))


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
    """
    if left == right or left is None or right is None:
        return True
    if "/" in left and "/" in right:
        ends = zip(left.split("/", 1), right.split("/", 1), strict=True)
        return all(compatible(a, b) for a, b in ends)
    return all(a is None or b is None or a == b for a, b in zip(when(left), when(right), strict=True))


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
