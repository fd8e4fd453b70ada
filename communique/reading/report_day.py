"""The day on which a report was written, by which its "Tuesday" and "last month" are reckoned."""

import datetime
import re
from collections import Counter
from typing import NamedTuple

from communique.lexicon.calendar import Dated
from communique.reading.scan import Scan


class ReportDay(NamedTuple):
    """A day; without `year` known, its year is only one in which the weekdays of the report fit."""

    day: datetime.date
    year: bool = True
    weekdays: bool = True

    def written(self, there: datetime.date) -> str:
        """EDTF of a day reckoned from this one: `XXXX-06-26` where the report names no year."""
        return there.isoformat() if self.year else f"XXXX-{there.month:02d}-{there.day:02d}"


_LEAD = 6  # sentences in which the text's first whole date may stand for the report's own
_OTHER_DAY = re.compile(
    r"\b(?:since|signed|dated|adopted|from|of|after|until|till|before|by|office|born|took effect|in force)(?: on)?(?: the)? $"
)
_STAMP = 24  # characters in front of a date that is its line's own: "Published on: "
_PLAIN_YEAR = 2001  # any year serves to step from one day of a year to the next


def report_day(scan: Scan) -> ReportDay | None:
    """The published stamp, else the date-line, else the first whole date of the lead; None if the report is undated."""
    if "own day" not in scan.memo:
        scan.memo["own day"] = _report_day(scan)
    found: ReportDay | None = scan.memo["own day"]
    return found


def reference_date(scan: Scan) -> datetime.date | None:
    """The report's own date where it is known with its year."""
    own = report_day(scan)
    return own.day if own and own.year else None


def _report_day(scan: Scan) -> ReportDay | None:
    published = scan.text.published
    if published:
        return _whole(published[:10])
    line = _of_dateline(scan)
    if line and line.year and line.month and line.day:
        return _whole(f"{line.year:04d}-{line.month:02d}-{line.day:02d}")
    if line and line.month and line.day:
        year = _year_of(scan, line.month, line.day)
        if year:
            return _whole(f"{year:04d}-{line.month:02d}-{line.day:02d}")
        return _yearless(scan, line.month, line.day)
    first = _first_date(scan)
    return _whole(first) if first else None


def _whole(iso: str) -> ReportDay | None:
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        return None
    # beyond that, reckoning weeks would leave the calendar
    return ReportDay(day) if 1800 <= day.year <= 2200 else None


def _year_of(scan: Scan, month: int, day: int) -> int | None:
    """The year of the date-line's day where a stamp above or below names the same day: `05/01/2021` and "Jan 5"."""
    for dated in scan.dates:
        if (
            dated.year
            and dated.month
            and {dated.month, dated.day} == {month, day}
            and dated.year == dated.end_year
        ):
            return dated.year
    return None


def _of_dateline(scan: Scan) -> Dated | None:
    line = scan.dateline
    if line is None or line.date is None or line.span is None:
        return None
    return next((d for d in scan.dates_within(line.span.start, line.span.stop) if d.month and d.day), None)


def _first_date(scan: Scan) -> str | None:
    """The first whole date in the first sentences that is not the date of something before."""
    line = scan.dateline
    low = (
        line.span.start if line and line.span and line.date else 0
    )  # "6 May 2017", and below it "BRUSSELS -"
    lead = scan.sentences[min(len(scan.sentences), _LEAD) - 1].stop if scan.sentences else 0
    reckoned = False  # "on Saturday" before it was said by somebody who knew the day: it was not this one
    for dated in scan.dates_within(low, lead):
        if not (dated.year and dated.month and dated.day):
            reckoned = reckoned or (
                dated.weekday is not None and not _IN_APPOSITION.match(scan.words(dated.stop, dated.stop + 3))
            )
            continue
        if reckoned and not _stamped(scan, dated):
            continue
        if not _OTHER_DAY.search(scan.words(max(0, dated.start - 16), dated.start)):
            return f"{dated.year:04d}-{dated.month:02d}-{dated.day:02d}"
    return None


_IN_APPOSITION = re.compile(r",? \(?")


def _stamped(scan: Scan, dated: Dated) -> bool:
    """The date opens its line: a stamp, no day told of."""
    low = scan.characters.rfind("\n", 0, dated.start) + 1
    return dated.start - low <= _STAMP


def _yearless(scan: Scan, month: int, day: int) -> ReportDay | None:
    """A date-line's day whose weekday the lead tells: "GENEVA, Jun 26 - ... opened here on Saturday"."""
    weekday = _lead_weekday(scan)
    told = _told_year(scan, month, day, weekday)
    if told:
        return ReportDay(told)
    for year in range(_PLAIN_YEAR, _PLAIN_YEAR + 12):
        try:
            there = datetime.date(year, month, day)
        except ValueError:
            continue
        if weekday is None or there.weekday() == weekday:
            return ReportDay(there, year=False, weekdays=weekday is not None)
    return None


def _told_year(scan: Scan, month: int, day: int, weekday: int | None) -> datetime.date | None:
    """The day in the one year that the report names twice or more and in which it falls on the lead's weekday."""
    named = Counter(y for d in scan.dates for y in {d.year, d.end_year} if y and 1900 < y < 2100)
    fitting = []
    for year in named if weekday is not None else ():
        try:
            there = datetime.date(year, month, day)
        except ValueError:
            continue
        if there.weekday() == weekday:
            fitting.append((named[year], there))
    return fitting[0][1] if len(fitting) == 1 and fitting[0][0] > 1 else None


_NOT_TODAY = re.compile(r"\b(?:next|last|coming|since|until|till|by|before|after|from|every|each)(?: the)? $")


def _lead_weekday(scan: Scan) -> int | None:
    """The first weekday that the lead names for what it tells: wires write on the day of the event."""
    low = scan.dateline.span.start if scan.dateline and scan.dateline.span else 0
    for sentence in [s for s in scan.sentences if s.stop > low][:3]:
        for dated in scan.dates_within(sentence.start, sentence.stop):
            before = scan.words(max(sentence.start, dated.start - 40), dated.start)
            if (
                dated.weekday is None
                or _NOT_TODAY.search(before)
                or re.search(r"\b(?:will|would|to be)\b", before)
            ):
                continue
            return dated.end_weekday
    return None
