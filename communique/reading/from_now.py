""" "Today" that is not the day of anything: "two weeks from today", "in the world today"."""

import datetime
import re

_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FROM = re.compile(rf"\b(?P<count>{'|'.join(_NUMBERS)}|\d{{1,2}}) (?P<unit>day|week)s? from $")
_VAGUE = re.compile(
    r"\b(?:weeks?|months?|years?|days?) from $|\b(?:in|of|facing) (?:the|our|this) (?:\w+ )?(?:world|region|era|continent|humanity|century) $"
)


def hence(small: str, at: int, day: datetime.date) -> datetime.date | None:
    """The day that "two weeks from [today]" means for a report of `day`; None where "today" at `at` is that day itself.

    >>> hence("two weeks from today", 15, datetime.date(2021, 5, 31))
    datetime.date(2021, 6, 14)
    """
    told = _FROM.search(small, max(0, at - 24), at)
    if told is None:
        return None
    number = int(told["count"]) if told["count"].isdigit() else max(1, _NUMBERS.index(told["count"]))
    return day + datetime.timedelta(number * (7 if told["unit"] == "week" else 1))


def vague(small: str, at: int) -> bool:
    """ "in the world [today]", "six months from [today]": no day is told."""
    return _VAGUE.search(small, max(0, at - 30), at) is not None
