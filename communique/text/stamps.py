"""The day on which a report was put out: lines that consist of a date and what goes with it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from communique.lexicon.calendar import Dated, dates_in
from communique.lexicon.days import strange_day
from communique.lexicon.furniture import furniture
from communique.model.span import Span
from communique.text.lines import FULL_STOP, Line

CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?", re.I)
ZONE = re.compile(
    r"\(?\b(?:UTC|GMT|MSK|МСК|CE?S?T|E[SD]T|Z)\b\s?(?:[+-−]\s?\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}:?\d{2}\b"
)
DIGIT = re.compile(r"\d")
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
CHANGED = re.compile(r"\s[,|–—·•/(-]\s?([^\W\d]+)")
WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.I)
AGE = re.compile(r"\b\d{1,3}\s(?:second|minute|min|hour|hr|day|week|month)s?\sago\b", re.I)
JOINT = ",|–—-·•/:(*_;\t"
"""Signs that set a date off from its neighbours on the line."""

LABELLED, TIMED, BARE, DRESSED, UPDATED = 5, 4, 3, 2, 1


class Stamp(NamedTuple):
    """A day at a place of the text; `rank` tells how surely the report was put out then."""

    line: int
    span: Span
    day: str
    rank: int


def stamps(characters: str, lines: Sequence[Line], where: range) -> list[Stamp]:
    """The date lines among `lines[i] for i in where`, in reading order.

    `Posted: 08.06.2023 14:09:00` gives 2023-06-08: dots stand day first. `03/04/2021` may be either
    and gives nothing unless another such date of the text shows the order.
    """
    found = (_stamp(characters, lines[i], i) for i in where if 0 <= i < len(lines))
    return [s for s in found if s and (s.rank != DRESSED or _told_whole(characters, lines, s))]


def _told_whole(characters: str, lines: Sequence[Line], stamp: Stamp) -> bool:
    """Whether words beside a date are to be believed: in English, or in any language right under who wrote the report.

    `Foto: archivo, 3 de mayo de 2011` is the day of a picture.
    """
    line = lines[stamp.line]
    if any(d.year and d.month and d.day for d in dates_in(characters, line.start, line.stop)):
        return True
    above = lines[stamp.line - 1].words.casefold() if stamp.line else ""
    return above.startswith(tuple(f"{word} " for word in furniture().authors))


_ADDRESS = re.compile(
    r"https?://[^\s/]+/(?:[\w-]+/){0,3}((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/"
)
_TOP = 600  # characters in which a page's own address stands


def address_stamp(characters: str) -> Stamp | None:
    """The day in the page's own address on one of its first lines: `.../news/2022/07/21/...`."""
    match = _ADDRESS.search(characters, 0, _TOP)
    if match is None:
        return None
    day = f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    return Stamp(characters.count("\n", 0, match.start()), Span(match.start(1), match.end(3)), day, BARE)


def day_of(words: str) -> str | None:
    """The one day that `words` name, as `2024-11-28`, or None."""
    dated = _full(words, 0, len(words))
    return _iso(dated) if dated else None


def _stamp(characters: str, line: Line, index: int) -> Stamp | None:
    if line.size > 16 or len(line.words) > 120 or not DIGIT.search(line.words):
        return None
    dated = _full(characters, line.start, line.stop)
    if not dated:
        return None
    day = _iso(dated)
    rank = _rank(characters, line, dated)
    if not rank or not day:
        return None
    return Stamp(index, _with_clock(characters, line, dated), day, rank)


def _full(characters: str, start: int, stop: int) -> Dated | None:
    """The first expression that names one whole day."""
    for dated in dates_in(characters, start, stop):
        one = (dated.year, dated.month, dated.day) == (dated.end_year, dated.end_month, dated.end_day)
        if one and dated.year and dated.month and dated.day:
            return _ordered(characters, dated)
    return strange_day(characters, start, stop)


def _ordered(characters: str, dated: Dated) -> Dated | None:
    """`dated` with day and month in the order that the text's other slashed dates show."""
    slashed = SLASHED.fullmatch(characters, dated.start, dated.stop)
    if not slashed:
        return dated
    first, second = int(slashed[1]), int(slashed[2])
    if first > 12 or second > 12 or first == second:
        return dated
    others = [(int(m[1]), int(m[2])) for m in SLASHED.finditer(characters)]
    if any(b > 12 >= a for a, b in others):
        return dated._replace(month=first, day=second)
    return dated if any(a > 12 >= b for a, b in others) else None


def _rank(characters: str, line: Line, dated: Dated) -> int | None:
    """How the line presents its date, or None when the date is only part of what it tells."""
    before = characters[line.start : dated.start]
    after = _without_change(characters[dated.stop : line.stop])
    rest, clock = _undressed(f"{before} \n {after}")
    words = [w.casefold() for w in re.findall(r"[^\W\d]+", rest)]
    labels = furniture()
    labelled = any(w in labels.published for w in words)
    updated = not labelled and any(w in labels.updated for w in words)
    left = [w for w in words if w not in labels.published | labels.updated | labels.stamp]
    if re.search(r"\d", rest):
        return None
    if updated:
        return UPDATED if len(left) <= 4 else None
    if not left:
        return LABELLED if labelled else TIMED if clock else BARE
    if FULL_STOP.search(line.words) or len(left) > 6:
        return None
    if labelled and (before.strip(" *_").split() or [""])[0].casefold().strip(":") in labels.published:
        return LABELLED
    return DRESSED if _set_off(before, after) else None


def _without_change(after: str) -> str:
    """What follows a date, up to where it is told when the page was changed: ` · Updated 3 hours ago`."""
    for sign in CHANGED.finditer(after):
        if sign[1].casefold() in furniture().updated:
            return after[: sign.start()]
    return after


def _undressed(words: str) -> tuple[str, bool]:
    """The words of a date line without clock, zone and day of the week; and whether there was a clock."""
    rest, clocks = CLOCK.subn(" ", AGE.sub(" ", words))
    return WEEKDAY.sub(" ", ZONE.sub(" ", rest)), bool(clocks)


def _set_off(before: str, after: str) -> bool:
    """True when signs part the date from what else stands on the line: `Astana, 28 November 2024`."""
    before, after = before.rstrip(" "), after.lstrip(" ")
    label = before.split()[-1].casefold() if before.split() else ""
    opens = not before or before[-1] in JOINT or label in furniture().published
    return opens and (not after or after[0] in JOINT + ")" or bool(CLOCK.match(after)))


def _with_clock(characters: str, line: Line, dated: Dated) -> Span:
    """The place of the date, and of the time of day where that follows at once."""
    after = characters[dated.stop : line.stop]
    clock = re.match(rf"(?:,|\sat)?\s{{0,2}}(?:{CLOCK.pattern})(?:\s?(?:{ZONE.pattern}))?", after, re.I)
    return Span(dated.start, dated.stop + (clock.end() if clock else 0))


def _iso(dated: Dated) -> str | None:
    try:
        return date(dated.year or 0, dated.month or 0, dated.day or 0).isoformat()
    except ValueError:  # 31 February
        return None
