"""Dates as words: what of year, month and day an expression says, and nothing that it does not say."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.files import load


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
def _pattern() -> re.Pattern[str]:
    """One alternation, longest shapes first, so that a text is scanned once."""
    forms = sorted((f for f in _months()), key=len, reverse=True)
    m = "(?:" + "|".join(f"{f.title()}|{f.upper()}" for f in forms) + r")\b\.?"
    d = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d.,]\d)\b"
    y = r"(?:19|20)\d\d(?:\b(?!\d|,\d)|(?=[0-2]?\d:[0-5]\d))"
    w = "(?:" + "|".join(f"{n.title()}|{n.upper()}" for n in _weekdays()) + r")\b"
    dash = r"\s?(?:-|–|—|−|to|and|through|until)\s?"
    of = r"\s?(?:of\s)?\s?"
    y_ = rf"(?:(?:,?\s|-)(?:of\s)?(?P<Y{{n}}>{y}))?"
    shapes = [
        rf"(?P<iso>(?P<Y0>{y})-(?P<M0>0[1-9]|1[0-2])-(?P<D0>[0-3]\d))(?!\d)",
        rf"(?P<num>(?P<N1>[0-3]?\d)(?P<sep>[./-])(?P<N2>[0-3]?\d)(?P=sep)(?P<Y1>{y}))",
        # October 31-November 1, 2024 / 31 October to 1 November 2024
        rf"(?P<M2>{m})\s(?P<D2>{d}){y_.format(n='2a')}{dash}(?P<M2e>{m})\s(?P<D2e>{d}){y_.format(n='2')}",
        rf"(?P<D3>{d}){of}(?P<M3>{m}){y_.format(n='3a')}{dash}(?P<D3e>{d}){of}(?P<M3e>{m}){y_.format(n='3')}",
        # November 28-29, 2024 / 28-29 November 2024
        rf"(?P<M4>{m})\s(?P<D4>{d})(?:{dash}(?P<D4e>{d})(?!\s{m}))?{y_.format(n='4')}",
        rf"(?P<D5>{d})(?:{dash}(?P<D5e>{d}))?[-\s]{of}(?P<M5>{m}){y_.format(n='5')}",
        rf"(?P<M6>{m}),?\s(?:of\s)?(?P<Y6>{y})(?![-–/]\d)",
        rf"(?P<W7>{w})(?:{dash}(?P<W7e>{w})(?!,?\s\d))?",
        rf"(?P<M8>{m})(?<!\bMay)(?<!\bMar)(?<!\bMarch)|(?<=\b[Ii]n\s)(?P<M9>May|March)\b(?!\s[A-Z])",
        rf"(?<![\d/–-])(?P<Y10>{y})(?![-–/.]?\d)",
    ]
    return re.compile(r"(?<![\w.])(?:" + "|".join(shapes) + ")")


@cache
def _anchor() -> re.Pattern[str]:
    """Where an expression can begin at all: a digit, or the first letters of a month or a day."""
    names = {form[:3] for form in _months() if len(form) >= 3} | {name[:3] for name in _weekdays()}
    forms = sorted({n.title() for n in names} | {n.upper() for n in names})
    rest = "|".join(rf"(?<={form[0]}){form[1:]}" for form in forms)
    firsts = "".join(sorted({form[0] for form in forms}))
    # the set of first characters stands in front: the text is then searched for them in one sweep
    return re.compile(rf"[\d{firsts}](?<![\w.].)(?:(?<=\d)|{rest})")


def _number(words: str | None) -> int | None:
    return int(re.sub(r"\D", "", words)) if words else None


def _month(words: str | None) -> int | None:
    return _months()[words.rstrip(".").lower()] if words else None


def _numeric(g: dict[str, str | None]) -> tuple[int, int] | None:
    """Day and month of `08.06.2023`: day first, unless that is no date."""
    first, second = _number(g["N1"]) or 0, _number(g["N2"]) or 0
    if 1 <= second <= 12 and 1 <= first <= 31:
        return first, second
    if 1 <= first <= 12 and 1 <= second <= 31:
        return second, first
    return None


_RANGE = {"M2": "2", "D3": "3", "M4": "4", "D5": "5"}


def _read(match: re.Match[str]) -> Dated | None:
    g = match.groupdict()
    at = (match.start(), match.end())
    if g["iso"]:
        year, month, day = _number(g["Y0"]), _number(g["M0"]), _number(g["D0"])
        return Dated(*at, year, month, day, year, month, day)
    if g["num"]:
        both = _numeric(g)
        year = _number(g["Y1"])
        return both and Dated(*at, year, both[1], both[0], year, both[1], both[0])
    for key, n in _RANGE.items():
        if g[key]:
            return _ranged(at, g, n)
    if g["W7"]:
        last = _weekdays()[(g["W7e"] or g["W7"]).lower()]
        return Dated(*at, weekday=_weekdays()[g["W7"].lower()], end_weekday=last)
    year = _number(g["Y6"] or g["Y10"])
    month = _month(g["M6"] or g["M8"] or g["M9"])
    return Dated(*at, year, month, None, year, month, None)


def _ranged(at: tuple[int, int], g: dict[str, str | None], n: str) -> Dated:
    year = _number(g[f"Y{n}"])
    month, day = _month(g[f"M{n}"]), _number(g[f"D{n}"])
    end_month = _month(g.get(f"M{n}e")) or month
    end_day = _number(g.get(f"D{n}e")) or day
    turns = year is not None and month is not None and end_month is not None and end_month < month
    first_year = _number(g.get(f"Y{n}a")) or (year - 1 if year and turns else year)
    return Dated(*at, first_year, month, day, year, end_month, end_day)


def dates_in(characters: str, start: int = 0, stop: int | None = None) -> list[Dated]:
    """Every calendar expression between `start` and `stop`, left to right.

    >>> dates_in("held on October 31-November 1, 2024")[0][2:8]
    (2024, 10, 31, 2024, 11, 1)
    """
    return list(_each(characters, start, len(characters) if stop is None else stop))


def _each(characters: str, start: int, stop: int) -> Iterator[Dated]:
    pattern, done = _pattern(), start
    for anchor in _anchor().finditer(characters, start, stop):
        if anchor.start() < done:
            continue
        match = pattern.match(characters, anchor.start(), stop)
        dated = _read(match) if match else None
        if match and dated:
            done = match.end()
            yield dated
