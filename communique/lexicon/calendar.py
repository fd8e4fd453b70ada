"""Dates as words: what of year, month and day an expression says, and nothing that it does not say."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from communique.lexicon.files import load

# "may" that is no month: "5 May", "May 2021", "in May" tell no doubt
NO_MONTH = r"(?<!\d )(?<!\bin )(?<!\bof )(?<!since )(?<!last )(?<!until )(?<!early )(?<!late )(?<!\w\w\wday )may(?! \d)"


class Dated(NamedTuple):
    """A calendar expression at `start, stop`; None for each part that its words leave open.

    `end_*` differ from the first three only for a range; `weekday` counts from Monday = 0.
    """

    start: int
    stop: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    end_weekday: int | None = None


@cache
def _months() -> dict[str, int]:
    months = load("en/calendar.yml")["months"]
    return {form.lower(): i for i, forms in enumerate(months, 1) for form in forms}


@cache
def _weekdays() -> dict[str, int]:
    return {name.lower(): i for i, name in enumerate(load("en/calendar.yml")["weekdays"])}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Expressions that begin with a figure, and those that begin with a name; longest shapes first."""
    forms = sorted((f for f in _months()), key=len, reverse=True)
    m = "(?:" + "|".join(f"{f.title()}|{f.upper()}" for f in forms) + r")\b\.?"
    # "8thApril", "7 th July": what a page's markup glued together or tore in two
    d = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH| (?:st|nd|rd|th)(?= ))?(?![\d.,]\d)(?:\b|(?={m}))"
    y = r"(?:19|20)\d\d(?:\b(?!\d|,\d)|(?=[0-2]?\d:[0-5]\d))"
    w = "(?:" + "|".join(f"{n.title()}|{n.upper()}" for n in _weekdays()) + r")\b"
    dash = r"\s?(?:-|–|—|−|to|and|through|until)\s?"
    # "5 May to Wednesday, 7 May", "(5 May) to Wednesday (7 May)"; "in Lima (5 May) and 7 June" is no range
    until = rf"(?:{dash}(?:{w},?\s)?|\){dash}{w}\s\()"
    of = r"\s?(?:of\s)?\s?"
    y_ = rf"(?:(?:,?\s|-)(?:of\s)?(?P<Y{{n}}>{y}))?"
    shapes = [
        rf"(?P<iso>(?P<Y0>{y})-(?P<M0>0[1-9]|1[0-2])-(?P<D0>[0-3]\d))(?!\d)",
        rf"(?P<num>(?P<N1>[0-3]?\d)(?P<sep>[./-])(?P<N2>[0-3]?\d)(?P=sep)\s?(?P<Y1>{y}))",
        # October 31-November 1, 2024 / 31 October to 1 November 2024
        rf"(?P<M2>{m})\s(?P<D2>{d}){y_.format(n='2a')}{until}(?P<M2e>{m})\s(?P<D2e>{d}){y_.format(n='2')}",
        rf"(?P<D3>{d}){of}(?P<M3>{m}){y_.format(n='3a')}{until}(?P<D3e>{d}){of}(?P<M3e>{m}){y_.format(n='3')}",
        # November 28-29, 2024 / 28-29 November 2024
        rf"(?P<M4>{m})\s(?P<D4>{d})(?:{dash}(?P<D4e>{d})(?!\s{m}))?{y_.format(n='4')}",
        rf"(?P<D5>{d})(?:{until}(?P<D5e>{d}))?(?:[-\s](?:{w},\s)?)?{of}(?P<M5>{m}){y_.format(n='5')}",
        rf"(?P<M6>{m}),?\s(?:of\s)?(?P<Y6>{y})(?![-–/]\d)",
        rf"(?P<W7>{w})(?:{dash}(?P<W7e>{w})(?!,?\s\d))?",
        rf"(?P<M8>{m})(?<!\bMay)(?<!\bMar)(?<!\bMarch)(?!(?<=\bJan)\s[A-Z])|(?<=\b[Ii]n\s)(?P<M9>May|March)\b(?!\s[A-Z])",
        rf"(?<![\d/–-])(?P<Y10>{y})(?![-–/.]?\d)",
    ]
    of_names = [shape for shape in shapes if any(f"(?P<{key}>" in shape for key in _NAMES_FIRST)]
    figures, names = (
        re.compile(r"(?<![\w.])(?:" + "|".join(s for s in shapes if (s in of_names) is named) + ")")
        for named in (False, True)
    )
    return figures, names


_NAMES_FIRST = ("M2", "M4", "M6", "W7", "M8")


@cache
def _anchor() -> re.Pattern[str]:
    """Where an expression can begin at all: a digit, or the first letters of a month or a day."""
    names = {form[:3] for form in _months() if len(form) >= 3} | {name[:3] for name in _weekdays()}
    rest: dict[str, set[str]] = {}
    for name in names:
        rest.setdefault(name[0].upper(), set()).update((name[1:], name[1:].upper()))
    behind = "|".join(rf"(?<={first})(?:{'|'.join(sorted(ends))})" for first, ends in sorted(rest.items()))
    # the first character comes first of all: `re` skips quickly to the next one
    return re.compile(rf"[0-9{''.join(sorted(rest))}](?<![\w.].)(?:(?<=[0-9])|{behind})")


@lru_cache(maxsize=5_000)
def _number(words: str | None) -> int | None:
    return int(re.sub(r"\D", "", words)) if words else None


@lru_cache(maxsize=5_000)
def _month(words: str | None) -> int | None:
    return _months()[words.rstrip(".").lower()] if words else None


def _numeric(one: str, other: str) -> tuple[int, int] | None:
    """Day and month of `08.06.2023`: day first, unless that is no date."""
    first, second = int(one), int(other)
    if 1 <= second <= 12 and 1 <= first <= 31:
        return first, second
    if 1 <= first <= 12 and 1 <= second <= 31:
        return second, first
    return None


# year, month, day, and where they are said: month and day of the end, year of the beginning
_FIGURES = {"D5": ("Y5", "M5", "D5", None, "D5e", None), "D3": ("Y3", "M3", "D3", "M3e", "D3e", "Y3a")}
_NAMES = {"M4": ("Y4", "M4", "D4", None, "D4e", None), "M2": ("Y2", "M2", "D2", "M2e", "D2e", "Y2a")}


def _figured(match: re.Match[str]) -> Dated | None:
    """What begins with a figure: "2024-05-08", "08.05.2024", "8-9 May 2024", a bare year."""
    for key, parts in _FIGURES.items():
        if match[key]:
            return _ranged(match, parts)
    if match["iso"]:
        year, month, day = _number(match["Y0"]), _number(match["M0"]), _number(match["D0"])
        return Dated(*match.span(), year, month, day, year, month, day)
    if match["num"]:
        both = _numeric(match["N1"], match["N2"])
        year = _number(match["Y1"])
        return both and Dated(*match.span(), year, both[1], both[0], year, both[1], both[0])
    year = _number(match["Y10"])
    return Dated(*match.span(), year, None, None, year)


def _named(match: re.Match[str]) -> Dated | None:
    """What begins with a name: "May 8-9, 2024", "May 2024", "Monday to Thursday"."""
    for key, parts in _NAMES.items():
        if match[key]:
            return _ranged(match, parts)
    if match["W7"]:
        first, last = match["W7"].lower(), (match["W7e"] or match["W7"]).lower()
        return Dated(*match.span(), weekday=_weekdays()[first], end_weekday=_weekdays()[last])
    year, month = _number(match["Y6"]), _month(match["M6"] or match["M8"] or match["M9"])
    return Dated(*match.span(), year, month, None, year, month)


def _ranged(match: re.Match[str], parts: tuple[str | None, ...]) -> Dated:
    said = [part and match[part] for part in parts]
    year, month, day = _number(said[0]), _month(said[1]), _number(said[2])
    end_month, end_day = _month(said[3]) or month, _number(said[4]) or day
    turns = year is not None and month is not None and end_month is not None and end_month < month
    first_year = _number(said[5]) or (year - 1 if year and turns else year)
    return Dated(*match.span(), first_year, month, day, year, end_month, end_day)


def dates_in(characters: str, start: int = 0, stop: int | None = None) -> list[Dated]:
    """Every calendar expression between `start` and `stop`, left to right.

    >>> dates_in("held on October 31-November 1, 2024")[0][2:8]
    (2024, 10, 31, 2024, 11, 1)
    """
    return list(_each(characters, start, len(characters) if stop is None else stop))


@lru_cache(maxsize=4096)
def whole_day(words: str) -> str | None:
    """The one day that words say whole, with its year.

    >>> whole_day("17 November 2021"), whole_day("17 November")
    ('2021-11-17', None)
    """
    said = dates_in(words)
    whole = [d[2:5] for d in said if None not in d[2:5] and d[2:5] == d[5:8]]
    return "{:04}-{:02}-{:02}".format(*whole[0]) if len(whole) == 1 else None


def _each(characters: str, start: int, stop: int) -> Iterator[Dated]:
    (figures, names), done = _patterns(), start
    for anchor in _anchor().finditer(characters, start, stop):
        begin = anchor.start()
        if begin < done:
            continue
        if anchor[0].isdigit():
            match = figures.match(characters, begin, stop)
            dated = match and _figured(match)
        else:
            match = names.match(characters, begin, stop)
            dated = match and _named(match)
        if match and dated:
            done = match.end()
            yield dated
