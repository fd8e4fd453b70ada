"""Two countries that hold a sitting: "Chad and Niger held the third round", "Norway, Iceland foreign ministers meet"."""

import re
from itertools import pairwise

from communique.lexicon.calendar import NO_MONTH
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_JOINED = re.compile(r" and (?:the )?|, | & |\s?[-–—/]\s?")
_RANK = re.compile(r"(?:[’']s?)?(?: (?!and\b|with\b|for\b|in\b|at\b|on\b|to\b|of\b)[\w’'-]+){0,7} ")
_NOT_HELD = re.compile(
    rf"\b(?:not|never|no|whether|if|could|{NO_MONTH}|might|should|must|ready|offer\w*|refus\w*)\b"
)
_OPENS = re.compile(r"(?:^|[,:–—-] |\b(?:that|and|when|as|where|while) )(?:the )?$")


def two_that_hold(scan: Scan, sentence: Sentence, start: int, stop: int) -> tuple[Hit, Hit] | None:
    """The two countries whose holding or meeting the sitting at `start, stop` is; None for more of them or none."""
    hits = scan.within(sentence.start, stop, "country", "adjective")
    for i, (one, other) in enumerate(pairwise(hits)):
        if one.value == other.value or not _JOINED.fullmatch(scan.small, one.stop, other.start):
            continue
        if i and _JOINED.fullmatch(scan.small, hits[i - 1].stop, one.start):
            return None
        more = hits[i + 2] if len(hits) > i + 2 else None
        if more and _JOINED.fullmatch(scan.small, other.stop, more.start):
            return None
        if _OPENS.search(
            scan.small[max(0, one.start - 12) : one.start] if one.start > sentence.start else ""
        ):
            return (one, other) if _hold(scan, other.stop, start, stop) else None
    return None


def _hold(scan: Scan, low: int, start: int, stop: int) -> bool:
    """Right behind the two stands the verb, of which the phrase is the object or which ends the phrase."""
    verb = next((h for h in scan.within(low, stop, "hold", "gather") if h.start >= low), None)
    if verb is None or verb.start - low > 60 or not _RANK.fullmatch(scan.small, low, verb.start):
        return False
    if _NOT_HELD.search(scan.small, low, verb.start):
        return False
    return verb.stop >= start or _OBJECT.fullmatch(scan.small, verb.stop, start) is not None


_OBJECT = re.compile(r"(?: (?!and\b|with\b|for\b|in\b|at\b|to\b|of\b|by\b|before\b|after\b)[\w’'-]+){0,5} ")
