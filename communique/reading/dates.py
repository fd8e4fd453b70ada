"""Dates as EDTF: what the words say, completed only by the report's own date where they lean on it."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from communique.lexicon.calendar import Dated
from communique.reading.from_now import hence, vague
from communique.reading.report_day import ReportDay, reference_date, report_day
from communique.reading.scan import Scan

__all__ = ["When", "edtf", "reference_date", "relative", "when"]


class When(NamedTuple):
    """An EDTF start and end and the place of the words; `exact` when a day is said."""

    start: str
    end: str
    at: tuple[int, int]
    exact: bool


_RELATIVE = re.compile(
    r"\b(?:(?P<day>today|yesterday evening|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))"
    r"|(?P<which>last|this|next|past|current|coming)\s(?P<unit>week|month|year)\b(?!['’]s)"
    r"|earlier (?P<this>this|in the) (?P<unit2>month|year|week)"
    r"|(?P<ago>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?P<unit3>days?|weeks?|months?|years?) ago"
    r"|(?P<beside>(?:on |later )?(?:on )?the same (?:day|evening|afternoon)|(?:the|a|one) day (?:earlier|(?:before|ahead of|prior to) (?=the )|before(?! (?:an?|the|its|his|her|their|\w+ing)\b))"
    r"|(?:earlier|later) (?:in the|that|the same) day|(?:earlier )?that (?:same )?(?:day|morning|afternoon|evening)"
    r"|in the (?:morning|afternoon|evening)(?! of\b| hours)"
    r"|the (?:previous|next|following) day))\b"
)


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
    key = ("when", dated, future, inherit)
    if key not in scan.memo:
        scan.memo[key] = _when(scan, dated, future, inherit)
    found: When | None = scan.memo[key]
    return found


def _when(scan: Scan, dated: Dated, future: bool, inherit: int | None) -> When | None:
    own = reference_date(scan)
    at = (dated.start, dated.stop)
    if dated.weekday is not None:
        return _on_weekday(scan, dated, future)
    if dated.month is None and _of_a_plan(scan, dated):
        return None
    year, end_year = dated.year, dated.end_year
    if year is None and dated.month is not None:
        turns = end_year is not None and dated.end_month is not None and dated.end_month < dated.month
        said = end_year - 1 if turns and end_year else end_year
        year = said or _told_from_now(scan, dated, own) or inherit
        forward = _leans_forward(scan, dated, future)
        year = year or _year(own, dated, forward, not forward and _is_past(scan, dated))
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


_PLAN = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:strategy|agenda|vision|roadmap|goals|targets|masterplan|master plan|pledge)\b"
)
_PLAN_BEFORE = re.compile(r"\b(?:vision|agenda|strategy|roadmap) $")


def _of_a_plan(scan: Scan, dated: Dated) -> bool:
    """The year in "the 2050 Strategy", "Vision 2035" names a plan; nothing happened in it."""
    return bool(
        _PLAN.match(scan.small, dated.stop)
        or _PLAN_BEFORE.search(scan.small, max(0, dated.start - 12), dated.start)
    )


def _real(value: str) -> bool:
    if len(value) < 10:
        return True
    try:
        datetime.date.fromisoformat(value.replace("XXXX", "2000"))
    except ValueError:
        return False
    return True


_FORWARD = re.compile(
    r"\b(?:will|shall|would(?! have)|to be (?:held|convened|hosted)|is to|are to|was to|were to|due|(?:is|are|was|were) (?:scheduled|expected|set|planned|slated)|scheduled for"
    r"|to (?:meet|hold|open|take place|convene|visit|host|attend|gather|discuss|begin|start)|upcoming|forthcoming|ahead of)\b[^.;:“”\"]{0,90}$"
)
_SET = re.compile(
    r"\b(?:moved|postponed|rescheduled|put off|put back|pushed back|brought forward|scheduled|set|slated|due) (?:from|for|to|until|till) (?:the )?$"
)
_BACK = re.compile(
    r"\b(?:had|were|was|(?<!\bwill be )held|met|took place|have|has)\b(?! (?:to|scheduled|due|set|expected|planned))"
    r"|\b(?:last|previous|preceding) (?:[\w-]+ ){0,2}(?:meeting|session|summit|sitting|talks|round|conference)\b(?! (?:of|in) (?:the |this )?year)"
)


_COMING = re.compile(r"\b(?:next|coming|this) $")
_GONE = re.compile(r"\b(?:last|past|earlier) $")


# "the summit opens on Monday", "ministers meet on Thursday": the present tense tells of a day to come, or of today
_PRESENT = re.compile(
    r"\b(?:(?:opens|begins|starts|meets|convenes|gathers|assembles|holds|hosts|takes place|gets under ?way|kicks off|resumes|comes up|travels to|flies to|departs for|leaves for|sits down)"
    r"|(?<!\bto )(?<!\bdid )(?<!\bnot )(?<!\bday )(?<!\bthe )(?<!\ba )(?:meet|gather|convene|assemble|begin|take place|resume|kick off))\b(?! (?:his|her|their|its) (?!(?:[\w’'-]+ ){0,4}(?:summit|session|meeting|sitting|plenary|conference|talks)\b))"
    r"(?:[^.;:,“”\"]|, ?(?=in |at |on |from )){0,60}$"
)


def _leans_forward(scan: Scan, dated: Dated, future: bool) -> bool:
    """The day is to come: said so right before it, or by the verb of its clause ("will meet in Kazan on Thursday")."""
    low = max(0, dated.start - 12)
    if _COMING.search(scan.small, low, dated.start) or _SET.search(
        scan.small, max(0, dated.start - 30), dated.start
    ):
        return True
    if _GONE.search(scan.small, low, dated.start):
        return False
    if future:
        return True
    known = dated.weekday is not None or dated.month is not None
    if known and _PRESENT.search(scan.small, max(0, dated.start - 80), dated.start):
        return True
    announced = _FORWARD.search(scan.small, max(0, dated.start - 130), dated.start)
    return announced is not None and not _BACK.search(scan.small, announced.start(), dated.start)


def in_the_present(scan: Scan, at: int) -> bool:
    """ "meets on [23 November]": the day that begins at `at` stands behind a verb in the present tense."""
    return _PRESENT.search(scan.small, max(0, at - 80), at) is not None


_BESIDE_IT = 8
_APPOSED = re.compile(r",?\s\(?(?:the\s)?")


def _told_otherwise(scan: Scan, dated: Dated, first: datetime.date) -> bool:
    """ "Monday, 31 July 2018", which was a Tuesday: the day behind it is meant, not the weekday."""
    behind = next(iter(scan.dates_within(dated.stop, dated.stop + _BESIDE_IT)), None)
    if behind is None or behind.day is None or not _APPOSED.fullmatch(scan.small, dated.stop, behind.start):
        return False
    return (behind.month, behind.day) != (first.month, first.day)


_BEFORE_IT = re.compile(r"\b(?:last|past|previous) $")


def _on_weekday(scan: Scan, dated: Dated, future: bool) -> When | None:
    """ "on Tuesday", "from Monday to Thursday": that day or before it, after it when it leans forward."""
    own = report_day(scan)
    if own is None or not own.weekdays or dated.weekday is None or dated.end_weekday is None:
        return None
    days = (dated.end_weekday - dated.weekday) % 7
    before = scan.words(max(0, dated.start - 12), dated.start).lower()
    if _leans_forward(scan, dated, future):
        first = own.day + datetime.timedelta((dated.weekday - own.day.weekday()) % 7)
    else:
        back = (own.day.weekday() - dated.weekday) % 7
        first = own.day - datetime.timedelta(back or (7 if _BEFORE_IT.search(before) else 0))
    if _told_otherwise(scan, dated, first):
        return None
    last = first + datetime.timedelta(days)
    return When(own.written(first), own.written(last), (dated.start, dated.stop), True)


_STEPS = {"last": -1, "this": 0, "next": 1}
_YEAR_BEHIND = re.compile(r",? (?:of )?(?P<which>last|this|next) year\b(?![’']s)")
_NEXT_YEAR = re.compile(r"\bnext year\b,?[^.;:“”\"]{0,40}$")


def _told_from_now(scan: Scan, dated: Dated, own: datetime.date | None) -> int | None:
    """The year of "last October", which another year of the sentence does not alter; "last November" of a November is a year ago."""
    low = max(0, dated.start - 12)
    if own and dated.month:
        told = _YEAR_BEHIND.match(scan.small, dated.stop)
        if told or _NEXT_YEAR.search(scan.small, max(0, dated.start - 60), dated.start):
            return own.year + (_STEPS[told["which"]] if told else 1)
    if own is None or dated.month is None or _GONE.search(scan.small, low, dated.start) is None:
        return None
    return own.year - (dated.month >= own.month) if dated.day is None else None


_PAST = re.compile(
    r"(?<!to be )(?<!be )(?<!being )\b(?:met|held|took place|gathered|convened|hosted|signed|visited|received|adopted|talked|spoke)\b[^.;:“”\"]{0,70}$"
)


def _is_past(scan: Scan, dated: Dated) -> bool:
    """ "met in Tehran on [19 July]" in June: last year's."""
    return (
        dated.day is not None and _PAST.search(scan.small, max(0, dated.start - 90), dated.start) is not None
    )


def _year(own: datetime.date | None, dated: Dated, forward: bool, past: bool) -> int | None:
    """The year of a day without one: the nearest in the right direction, with a month's tolerance; hardly any where it is past."""
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
        fits = -45 <= days <= 330 if forward else -363 <= days <= 2 if past else -330 <= days <= 45
        if fits and (best is None or abs(days) < abs(best[0])):
            best = (days, year)
    return best[1] if best else own.year


def relative(scan: Scan, start: int, stop: int) -> list[When]:
    """ "yesterday", "last month", "the same day" between `start` and `stop`, read from the report's date or the date named last."""
    own, found = report_day(scan), []
    every = _relatives(scan)
    for match in every[bisect_left(every, start, key=re.Match.start) :]:
        if match.start() >= stop:
            break
        if match.end() > stop or (match["day"] and _spelt_out(scan, match.end())):
            continue
        later = own and match["day"] and hence(scan.small, match.start(), own.day)
        if match["day"] and not later and vague(scan.small, match.start()):
            continue
        value = _beside(scan, match) if match["beside"] else _relative(own, match) if own else None
        value = own.written(later) if own and later else value
        if value:
            found.append(When(value, value, (match.start(), match.end()), len(value) == 10))
    return found


_APART = re.compile(r",? [(\[]?(?:\w+day,? )?(?:the )?")
_APART_MOST = 16  # characters: ", Wednesday, the "


def _spelt_out(scan: Scan, stop: int) -> bool:
    """ "ended today, June 17, 2021", "today (17 June)": the calendar day beside it says which."""
    named = scan.dates_within(stop, stop + _APART_MOST)
    return bool(
        named
        and named[0].day is not None
        and named[0].month is not None
        and _APART.fullmatch(scan.small, stop, named[0].start)
    )


_TAILS = (
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "last night",
    "month",
    "year",
    " ago",
    " day",
    " morning",
    " afternoon",
    " evening",
)


def _tails(small: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in which relative expressions end."""
    for word in _TAILS:
        at = small.find(word)
        while at >= 0:
            yield at, at + len(word)
            at = small.find(word, at + 1)


def _relatives(scan: Scan) -> list[re.Match[str]]:
    """Every relative expression of the text, looked for only around the words in which they end."""
    if "relative" not in scan.memo:
        found: dict[int, re.Match[str]] = {}
        for start, stop in sorted(_tails(scan.small)):
            for match in _RELATIVE.finditer(scan.small, max(0, start - 20), stop + 12):
                if match.start() == 0 or not scan.small[match.start() - 1].isalnum():
                    found.setdefault(match.start(), match)
        scan.memo["relative"] = [found[at] for at in sorted(found)]
    kept: list[re.Match[str]] = scan.memo["relative"]
    return kept


_BACK_A_DAY = ("day earlier", "day before", "previous day")
_ON_A_DAY = (
    "next day",
    "following day",
    "before ",
    "ahead of ",
    "prior to ",
)  # "on Monday, a day before the summit": that is on Tuesday
_PART_OF_IT = ("in the", "earlier in", "later in")  # "in the morning" leans on a day that has just been


def _beside(scan: Scan, match: re.Match[str]) -> str | None:
    """ "the same day", "a day earlier", "in the morning": reckoned from the day named last."""
    words = match["beside"]
    step = -1 if words.endswith(_BACK_A_DAY) else 1 if words.endswith(_ON_A_DAY) else 0
    day = _named_last(scan, match.start(), words.startswith(_PART_OF_IT))
    return _stepped(day, step) if day and step else day


def _named_last(scan: Scan, at: int, gone: bool) -> str | None:
    """The day named last before `at`; one of the report's own last days if it must be `gone`."""
    low, own = max(0, at - _NAMED_WITHIN), report_day(scan)
    words = [d for d in scan.dates_within(low, at) if d.day is not None or d.weekday is not None]
    told = [(d.start, w.end if w else None) for d in words for w in (when(scan, d),)]
    if own is not None:
        every = _relatives(scan)
        for match in every[bisect_left(every, low, key=re.Match.start) :]:
            if match.start() >= at:
                break
            if match["day"]:
                told.append((match.start(), _relative(own, match)))
    days = [day for _, day in sorted(told, reverse=True)]
    if not gone or own is None:
        return days[0] if days else None
    recent = {own.written(own.day - datetime.timedelta(back)) for back in range(_RECENT)}
    return next((day for day in days if day in recent), None)


_NAMED_WITHIN = 600
_RECENT = 6  # days before the report's own of which it tells by their mornings


def _stepped(told: str, step: int) -> str:
    yearless = told.startswith("XXXX")
    day = datetime.date.fromisoformat(told.replace("XXXX", "2001")) + datetime.timedelta(step)
    return f"XXXX-{day.month:02d}-{day.day:02d}" if yearless else day.isoformat()


_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "yesterday evening": -1}
_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _relative(own: ReportDay, match: re.Match[str]) -> str | None:
    if match["day"]:
        step = _DAYS.get(match["day"], 0)
        return own.written(own.day + datetime.timedelta(step))
    if match["ago"]:
        return _ago(own, match["ago"], match["unit3"])
    if not own.year:
        return None
    unit = match["unit"] or match["unit2"] or ""
    which = match["which"] or "this"
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "year":
        return f"{own.day.year + step:04d}"
    if unit == "month":
        months = own.day.year * 12 + own.day.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return None


def _ago(own: ReportDay, count: str, unit: str) -> str | None:
    """ "three days ago": only days are counted to the day; "two weeks ago" is no day."""
    number = int(count) if count.isdigit() else max(1, _NUMBERS.index(count))
    if unit.startswith("day"):
        return own.written(own.day - datetime.timedelta(number))
    if unit.startswith("month") and own.year:
        months = own.day.year * 12 + own.day.month - 1 - number
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{own.day.year - number:04d}" if unit.startswith("year") and own.year else None
