"""What stands before "ahead of the summit" or "left on Monday to attend the summit" is not told of that summit."""

import re

from communique.reading.scan import Scan
from communique.reading.triggers import Trigger

_WAITS = re.compile(
    r"\b(?:on the eve of|ahead of|in the (?:run|lead)[- ]?up to|prior to|in (?:preparation|advance) (?:for|of)|to prepare(?: for)?|preparing(?! to\b)(?: for)?|preparations? (?:for|of)|to report (?:back )?to) [^.,;:]{0,60}$"
)
_WAITING = Trigger(
    "eve of",
    "ahead of",
    "up to",
    "prior to",
    "preparation",
    "in advance",
    "to prepare",
    "preparing",
    "to report",
)
_GONE = re.compile(
    r"\b(?:left|leaves|depart(?:ed|s)|set (?:off|out)|head(?:ed|s)|f(?:lew|lies)|arriv(?:ed|es|ing))\b[^.;:]{0,60}$"
)
_GOING = Trigger("left ", "leaves ", "depart", "set off", "set out", "head", "flew", "flies", "arriv")
_LONGEST = 100  # characters of any of these phrases: a sentence without an end is not looked through for each of its days
_TO_ATTEND = re.compile(r" to (?:attend|take part in|participate in|join|chair|co-chair) [^.,;:]{0,60}$")


def ahead_of(scan: Scan, at: int, start: int) -> bool:
    """ "They met on 5 May in Lima ahead of the [summit]": neither the day nor the city that ends at `at` is the summit's."""
    low = max(at, start - _LONGEST)
    if at > start or not _WAITING.stands(scan, low, start):
        return False
    told = _WAITS.search(scan.small, low, start)
    return told is not None and not scan.within(told.start(), start, "meeting_noun")


def waited_for(scan: Scan, low: int, start: int) -> bool:
    """ "On 5 May, on the eve of the [summit], the council met": a phrase that only says when something else was."""
    return ahead_of(scan, max(low, start - 60), start)


def set_out(scan: Scan, low: int, day: tuple[int, int], start: int) -> bool:
    """ "He left on 5 May to attend the [summit]": the day is that of his leaving; `low` is where the sentence begins."""
    low = max(low, day[0] - _LONGEST)
    if day[1] > start or not _GOING.stands(scan, low, day[0]):
        return False
    gone = _GONE.search(scan.small, low, day[0])
    return (
        gone is not None and _TO_ATTEND.search(scan.small, max(day[1], start - _LONGEST), start) is not None
    )


_EDGE = re.compile(
    r"\b(?:side-?lines|margins|fringes|wings) of (?:the |this year[’']s |an? )?(?:(?:annual|ongoing|current|just-concluded) )?$"
)
_LONG = re.compile(r"\b(?:assembly|sessions?|congress)\b")  # what goes on for days or weeks
_EDGES = Trigger("sideline", "side-line", "margins", "fringes", "wings of")
_ITS_OWN = re.compile(
    r"(?:[’']s?)?(?: \([^()]{1,40}\))?,?(?: (?:which|that|being|to be|was|is|were|will be|held|takes? place|taking place|took place|opened|opens|here|there|in|on|from|this|\(|[A-Z][\w’'-]*,?)){0,9} ?\(?"
)


def at_its_edge(scan: Scan, day: tuple[int, int], start: int, stop: int) -> bool:
    """ "They met on 5 May on the sidelines of the [55th session of the assembly]": that of those who met; it goes on for weeks.

    A meeting or a summit is on the day on which people meet at its margins; what stands right behind the phrase
    ("of the session that opened on 5 May") is its own.
    """
    low = max(0, start - 40)
    if start <= day[0] < stop or not _EDGES.stands(scan, low, start):
        return False
    if _EDGE.search(scan.small, low, start) is None or _LONG.search(scan.small, start, stop) is None:
        return False
    return day[1] <= start or _ITS_OWN.fullmatch(scan.characters, stop, day[0]) is None
