"""First and last day of a sitting that is told by its opening, its close or its length: "ended today after three days"."""

import datetime
import re
from collections.abc import Iterable

from communique.reading.circumstances import date_of
from communique.reading.dates import When, when
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

CLOSED = re.compile(
    r"\b(?:closed|closes|concluded|concludes|concluding|ended|ends|ending|wrapped[- ]up|wraps? up|wound up|winds up|rounded off|rounds off|finished|broke up|rose|adjourned"
    r"|(?:came|comes|brought|drew|draws|drawn) to (?:a|an|its) (?:\w+ )?(?:close|end|conclusion)|gavel[a-z ]{0,16}fell)\b"
)
OPENED = re.compile(
    r"\b(?:opened|opens|opening|began|begins|beginning|started|starts|starting|kicked off|kicks off|commenced"
    r"|inaugurated|inauguration|(?:got|gets|is|was) under ?way|declared open|raised the curtain)\b"
    r"(?! (?:its|his|her|their|the|an?) (?:[\w-]+ ){0,2}(?:presidency|chairmanship|chairpersonship|term|tenure|mandate|visit|tour|trip|campaign|membership|mission|war|operation|office)\b)"
)
_CLOSES = Trigger(
    *(
        "close",
        "conclud",
        "end",
        "wrap",
        "wound",
        "winds",
        "rounded",
        "rounds",
        "finished",
        "broke up",
        "rose",
    ),
    *("adjourned", "came to", "comes to", "brought to", "drew to", "draws to", "drawn to", "gavel"),
)
_OPENS = Trigger(
    *(
        "open",
        "began",
        "begin",
        "start",
        "kick",
        "commenced",
        "inaugurat",
        "got under",
        "gets under",
        "is under",
    ),
    *("was under", "declared open", "raised the"),
)
_LASTS = Trigger("run", "last", "continu", "until", "till", "through")
_COUNTS = Trigger("second ", "third ", "fourth ", "fifth ")
_RUNS = re.compile(
    r"\b(?:runs?|running|will run|lasts?|will last|lasting|continues?|continuing|will continue|until|till|through)\b"
    r"(?: \w+){0,3}? ?(?:until|till|through|to|into)? $"
)
_TODAY = Trigger("today", "yesterday", "this morning", "this afternoon", "this evening", "tonight")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LENGTH = re.compile(
    rf"\b(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}})(?:[- ]day|(?: \w+)? days? (?:of|behind|in|meeting|summit|session|conference|event|forum))\b"
    rf"|\b(?:after|lasted|lasting|for|over|took|during) (?:the )?(?:\w+ )?(?P<m>{'|'.join(_NUMBERS[1:])}) days\b(?! (?:ago|later|before|after|earlier))"
)
_NTH_DAY = re.compile(r"\b(?P<nth>second|third|fourth|fifth) (?:and (?:final|last|closing) )?day\b")
_NTH = ("first", "second", "third", "fourth", "fifth")
_EVENT = re.compile(r"\b(?:event|gathering|assembly|annual meetings?|proceedings|deliberations)\b")
_REACH = 130  # characters between the verb and what it opens or closes
LONGEST = 21  # days; what lasts longer is no sitting of which one "opens today"


def days_of(scan: Scan, sentences: Iterable[Sentence], told: When | None) -> When | None:
    """The days that the sentences about a sitting add up to; `told` where they add nothing.

    "The two-day summit closed here today" gives yesterday and today; "opened on Sunday" in a later sentence, the first day.
    """
    if told is not None and (not told.exact or told.start != told.end):
        return told
    sentences = list(sentences)
    whole = _whole(scan, sentences, told)
    if whole:
        return whole
    opened = closed = None
    length = None
    for sentence in sentences:
        words = scan.small[sentence.start : sentence.stop]
        if scan.dates_within(sentence.start, sentence.stop) or _TODAY.stands(
            scan, sentence.start, sentence.stop
        ):
            opened = opened or _day_at(scan, sentence, OPENED, _OPENS) or _nth_day(scan, sentence)
            closed = closed or _day_at(scan, sentence, CLOSED, _CLOSES) or _until(scan, sentence)
        if length is None and ("-day" in words or " day" in words):
            length = _length(scan, sentence)
    return _joined(opened, closed, length, told)


def _whole(scan: Scan, sentences: list[Sentence], told: When | None) -> When | None:
    """ "ended today", and elsewhere "took place from 14 to 23 May": the days that end on the day that is known."""
    for sentence in sentences if told else ():
        for dated in scan.dates_within(sentence.start, sentence.stop):
            value = when(scan, dated) if dated.end_day != dated.day else None
            if (
                value
                and told
                and value.exact
                and value.start < value.end == told.end
                and _fits(value.start, value.end)
            ):
                return value
    return None


def only_closed(scan: Scan, sentences: Iterable[Sentence], told: When | None, short: bool) -> bool:
    """ "closed on Saturday", "runs until 5 May": the day is the last one; when it began nobody says.

    What is `short` began on the day on which it closed.
    """
    if told is None or not told.exact or told.start != told.end:
        return False
    for sentence in sentences:
        if not sentence.start <= told.at[0] < sentence.stop:
            continue
        closed = _day_at(scan, sentence, CLOSED, _CLOSES) if not short else None
        closed = closed or (None if _went_on(scan, sentence, told) else _until(scan, sentence))
        return closed is not None and closed.end == told.end and not _held_first(scan, sentence, told)
    return False


_WENT_ON = re.compile(
    r"\b(?:lasted|continued|went on|talked|talking|sat|ran|dragged|worked|met)\b[^.;]{0,60}$|\b(?:late|early|well|midnight|evening|night)\b[^.;]{0,12}$"
)


def _went_on(scan: Scan, sentence: Sentence, told: When) -> bool:
    """ "They talked until late on Friday": that day, to its evening."""
    return _WENT_ON.search(scan.small, max(sentence.start, told.at[0] - 80), told.at[0]) is not None


_THEN = re.compile(r"\band\b|[,;:]")


def _held_first(scan: Scan, sentence: Sentence, told: When) -> bool:
    """ "was held on Tuesday and ended without a paper": the day belongs to what was told before its end."""
    closing = _CLOSES.first(scan, CLOSED, sentence.start, sentence.stop)
    if closing is None or closing.start() < told.at[0]:
        return False
    return _THEN.search(scan.small, told.at[1], closing.start()) is not None


def _joined(opened: When | None, closed: When | None, length: int | None, told: When | None) -> When | None:
    if closed and closed.start < closed.end:
        return closed  # "runs from 5 to 7 May"
    if opened and closed and _fits(opened.start, closed.end):
        return When(opened.start, closed.end, opened.at, True)
    if opened and length:
        return When(opened.start, _stepped(opened.start, length - 1), opened.at, True)
    if closed and length:
        return When(_stepped(closed.end, 1 - length), closed.end, closed.at, True)
    if opened and told and opened.start < told.start and _fits(opened.start, told.end):
        return When(opened.start, told.end, opened.at, True)
    return told or opened or closed


def _day_at(scan: Scan, sentence: Sentence, verb: re.Pattern[str], begins: Trigger) -> When | None:
    """The day of the first opening or closing in the sentence that stands by a sitting."""
    for match in begins.each(scan, verb, sentence.start, sentence.stop):
        low, high = max(sentence.start, match.start() - _REACH), min(sentence.stop, match.end() + _REACH)
        beside = scan.within(low, high, "meeting_noun", "organ", "organ?") or _EVENT.search(
            scan.small, low, high
        )
        if not beside:
            continue
        value = date_of(scan, sentence, match.start(), match.end(), False)
        if value and value.exact and abs(value.at[0] - match.start()) <= _REACH + 60:
            return value
    return None


def _until(scan: Scan, sentence: Sentence) -> When | None:
    """ "which runs until 5 May": the last day."""
    for dated in scan.dates_within(sentence.start, sentence.stop):
        low = max(sentence.start, dated.start - 40)
        if scan.small.endswith("since ", low, dated.start):
            continue  # "shipped through the straits since 1 August"
        if _LASTS.stands(scan, low, dated.start) and _RUNS.search(scan.small, low, dated.start):
            value = when(scan, dated, future=True)
            return value if value and value.exact else None
    return None


def _nth_day(scan: Scan, sentence: Sentence) -> When | None:
    """ "on Thursday, the second day of the summit": the first was the day before."""
    match = _COUNTS.first(scan, _NTH_DAY, sentence.start, sentence.stop)
    if match is None:
        return None
    value = date_of(scan, sentence, match.start(), match.end(), False)
    if value is None or not value.exact or abs(value.at[0] - match.start()) > 60:
        return None
    first = _stepped(value.start, -_NTH.index(match["nth"]))
    return When(first, first, value.at, True)


def _length(scan: Scan, sentence: Sentence) -> int | None:
    match = _LENGTH.search(scan.small, sentence.start, sentence.stop)
    if match is None:
        return None
    word = match["n"] or match["m"]
    count = int(word) if word.isdigit() else _NUMBERS.index(word) + 1
    return count if 1 <= count <= LONGEST else None


def _stepped(day: str, step: int) -> str:
    """EDTF of the day `step` days on; `XXXX` stays where no year is known."""
    yearless = day.startswith("XXXX")
    there = datetime.date.fromisoformat(day.replace("XXXX", "2001")) + datetime.timedelta(step)
    return f"XXXX-{there.month:02d}-{there.day:02d}" if yearless else there.isoformat()


def _fits(first: str, last: str) -> bool:
    """Two days of one sitting: in order, and not weeks apart."""
    if first[:4] != last[:4] and "XXXX" in (first[:4], last[:4]):
        return False
    a, b = (datetime.date.fromisoformat(d.replace("XXXX", "2001")) for d in (first, last))
    return 0 <= (b - a).days <= LONGEST
