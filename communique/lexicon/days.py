"""Whole days as sites write them that no English sentence has: `2023.09.25`, `24. November 2023`, `17 de julio de 2024`."""

import re
from datetime import date
from functools import cache
from itertools import chain

from communique.lexicon.calendar import Dated
from communique.lexicon.files import load

YEAR = r"(?:19|20)\d\d"


def strange_day(characters: str, start: int = 0, stop: int | None = None) -> Dated | None:
    """The first such day between `start` and `stop`, or None.

    >>> strange_day("Mis en ligne le 3 août 2022")[2:5]
    (2022, 8, 3)
    """
    match = _pattern().search(characters, start, len(characters) if stop is None else stop)
    if not match:
        return None
    if match["year"]:
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    else:
        year, month, day = int(match["Y"]), _months()[match["M"].casefold()], int(match["D"])
    try:
        date(year, month, day)
    except ValueError:  # 2023.02.31
        return None
    return Dated(*match.span(), year, month, day, year, month, day)


@cache
def _months() -> dict[str, int]:
    """Names of months of all languages; one that two languages use is the same month in both."""
    months = load("others/months.yml").values()
    numbered = chain.from_iterable(enumerate(names, 1) for names in months)
    return {form: number for number, forms in numbered for form in str(forms).split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    figures = rf"(?P<year>{YEAR})[./](?P<month>\d{{1,2}})[./](?P<day>\d{{1,2}})(?![\d./])"
    named = rf"(?P<D>\d{{1,2}})(?:\.|er|º|°)?\s(?:de\s)?(?P<M>{names})\b\.?,?\s(?:del?\s)?(?P<Y>{YEAR})\b"
    return re.compile(rf"(?<![\w./])(?:{figures}|{named})", re.I)
