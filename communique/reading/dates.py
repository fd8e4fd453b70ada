"""Dates as EDTF: what the words say, completed only by the report's own date where they lean on it."""

import datetime
import re
from typing import NamedTuple

from communique.lexicon.calendar import Dated
from communique.reading.scan import Scan


class When(NamedTuple):
    """An EDTF start and end and the place of the words; `exact` when a day is said."""

    start: str
    end: str
    at: tuple[int, int]
    exact: bool


_RELATIVE = re.compile(
    r"\b(?:(?P<day>today|yesterday|tomorrow)|(?P<which>last|this|next|past|current|coming)\s(?P<unit>week|month|year)"
    r"|earlier (?P<this>this|in the) (?P<unit2>month|year|week)|(?P<ago>a|one|two|three|four|five|\d+) (?P<unit3>days?|weeks?|months?|years?) ago)\b"
)


_LEAD = 6  # sentences in which the text's first whole date may stand for the report's own


def reference_date(scan: Scan) -> datetime.date | None:
    """The report's own date: the published stamp, else the date-line when it has a year."""
    published = scan.text.published or _dateline_day(scan)
    if not published:
        return None
    try:
        day = datetime.date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day if 1800 <= day.year <= 2200 else None  # beyond that, reckoning weeks would leave the calendar


def _dateline_day(scan: Scan) -> str | None:
    """The day of the date-line, else the first whole date in the first sentences: the text's own anchor in time."""
    line = scan.dateline
    low = line.span.start if line and line.span else 0
    lead = scan.sentences[min(len(scan.sentences), _LEAD) - 1].stop if scan.sentences else 0
    for dated in scan.dates_within(low, lead):
        if dated.year and dated.month and dated.day:
            return f"{dated.year:04d}-{dated.month:02d}-{dated.day:02d}"
    return None


def edtf(year: int | None, month: int | None, day: int | None) -> str | None:
    """EDTF of the parts: `edtf(None, 11, 17) == "XXXX-11-17"`; None when nothing is said."""
    if year is None and month is None:
        return None
    head = f"{year:04d}" if year else "XXXX"
    if month is None:
        return head
    return f"{head}-{month:02d}" + (f"-{day:02d}" if day else "")


def when(scan: Scan, dated: Dated, future: bool = False, inherit: int | None = None) -> When | None:
    """The meaning of a calendar expression in this report.

    A missing year comes from the report's own date (the nearest such day before it, after it when
    `future`), or from `inherit`, a year said beside it; without either it stays open (`XXXX-11-17`).
    """
    own = reference_date(scan)
    at = (dated.start, dated.stop)
    if dated.weekday is not None:
        day = _weekday(own, dated.weekday, _leans_forward(scan, dated, future)) if own else None
        return When(day.isoformat(), day.isoformat(), at, True) if day else None
    year, end_year = dated.year, dated.end_year
    if year is None and dated.month is not None:
        turns = end_year is not None and dated.end_month is not None and dated.end_month < dated.month
        said = end_year - 1 if turns and end_year else end_year
        year = said or inherit or _year(own, dated, _leans_forward(scan, dated, future))
    end_year = end_year or year
    if (
        year
        and end_year
        and dated.end_month
        and dated.month
        and end_year == year
        and dated.end_month < dated.month
    ):
        end_year = year + 1
    start = edtf(year, dated.month, dated.day)
    end = edtf(end_year, dated.end_month, dated.end_day) or start
    if start is None or end is None or not _real(start) or not _real(end):
        return None
    return When(start, end, at, dated.day is not None)


def _real(value: str) -> bool:
    if len(value) < 10:
        return True
    try:
        datetime.date.fromisoformat(value.replace("XXXX", "2000"))
    except ValueError:
        return False
    return True


def _leans_forward(scan: Scan, dated: Dated, future: bool) -> bool:
    before = scan.words(max(0, dated.start - 12), dated.start).lower()
    if re.search(r"\b(?:next|coming|this) $", before):
        return True
    return future and not re.search(r"\blast $", before)


def _weekday(own: datetime.date, weekday: int, forward: bool) -> datetime.date:
    """The weekday nearest to the report's date: that day or before it, after it when `forward`."""
    if forward:
        return own + datetime.timedelta((weekday - own.weekday()) % 7)
    return own - datetime.timedelta((own.weekday() - weekday) % 7)


def _year(own: datetime.date | None, dated: Dated, forward: bool) -> int | None:
    """The year of a day without one: the nearest in the right direction, with a month's tolerance."""
    if own is None or dated.month is None:
        return None
    month, day = dated.month, dated.day or (own.day if dated.month == own.month else 15)
    best = None
    for year in (own.year - 1, own.year, own.year + 1):
        try:
            there = datetime.date(year, month, day)
        except ValueError:
            continue
        days = (there - own).days
        # news looks back up to a year and forward a few weeks; announcements the other way round
        fits = -45 <= days <= 330 if forward else -330 <= days <= 45
        if fits and (best is None or abs(days) < abs(best[0])):
            best = (days, year)
    return best[1] if best else own.year


def relative(scan: Scan, start: int, stop: int) -> list[When]:
    """ "yesterday", "last month", "this year" between `start` and `stop`, read from the report's date."""
    own = reference_date(scan)
    if own is None:
        return []
    found = []
    for match in _RELATIVE.finditer(scan.small, start, stop):
        value = _relative(own, match)
        if value:
            found.append(When(value, value, (match.start(), match.end()), len(value) == 10))
    return found


def _relative(own: datetime.date, match: re.Match[str]) -> str | None:
    if match["day"]:
        step = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["day"].lower()]
        return (own + datetime.timedelta(step)).isoformat()
    unit = (match["unit"] or match["unit2"] or "").lower()
    which = (match["which"] or "this").lower()
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "year":
        return f"{own.year + step:04d}"
    if unit == "month":
        months = own.year * 12 + own.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return None
