"""Two sittings that "and" joins: one event of two organs, or one day and city for both."""

import re

from communique.lexicon.sittings import sitting_words
from communique.reading.scan import Scan
from communique.reading.sittings import Sitting


def joined(scan: Scan, one: Sitting, other: Sitting) -> bool:
    """ "a meeting of the Council and the 13th plenary session": one event of two joined organs."""
    gap = scan.words(one.stop, other.start)
    if one.ordinal and other.words & sitting_words("next"):
        return False
    return gap in (" and the ", " and ", " and a ") and not (one.ordinal and other.ordinal) and not one.plural


_DURING_IT = re.compile(r"\b(?:during|at) (?:an?|their) (?:\w+ )?$")


def during_it(scan: Scan, phrase: Sitting) -> bool:
    """ "X discussed trade with Y during a meeting in Lima": where the two met, not another sitting."""
    if phrase.bodies or phrase.ordinal or phrase.named:
        return False
    return (
        _DURING_IT.search(scan.small, max(phrase.sentence.start, phrase.start - 24), phrase.start) is not None
    )


_FRONT = re.compile(r"(?:at|during|in) (?:the |its |their |an? )?")


def behind_front(scan: Scan, one: Sitting, other: Sitting) -> int | None:
    """ "At its 12th meeting in Lima on Friday, the council called for a [summit]": where the subject begins."""
    if not _FRONT.fullmatch(scan.small, one.sentence.start, one.start):
        return None
    comma = scan.small.rfind(", ", one.stop, other.start)
    return comma + 2 if comma >= 0 else None


_HOLDING = re.compile(r"\b(?:host|hold|held|conven|organi[sz])\w* (?:an?|the|its) $")
_AND_THE = re.compile(r"[^.;:]{0,140}?\band (?:the |its |an? )$")


def both_held(scan: Scan, one: Sitting, other: Sitting) -> bool:
    """ "On 6 May, Lima will host a conference on roads and the 14th meeting of the council": one day and city for both."""
    low = max(one.sentence.start, one.start - 24)
    if not _HOLDING.search(scan.small, low, one.start):
        return False
    between = not scan.within(one.stop, other.start, "hold", "meet", "attend", "say", "decide", "discuss")
    return between and _AND_THE.fullmatch(scan.small, one.stop, other.start) is not None
