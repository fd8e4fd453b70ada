"""States listed in the lines below a sentence that says who was there: "The following states took part:"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_ANNOUNCED = re.compile(
    r"\bfollowing\b[^.;]{0,50}?\b(?:countries|states|members|delegations|parties|nations|economies|governments|representatives)\b"
)
_PRESENT = re.compile(r"\b(?:attend\w*|participat\w+|took part|taking part|present|represented)\b")
_MOST = 60  # lines of a list
_HEADING = 40  # characters of a line that stands over a part of the list: "For ECOWAS"
_BETWEEN = re.compile(r"(?:[\s,;.()*•·\-–—\d]|\band\b|\bthe\b)*")


def listed_below(scan: Scan, sentence: Sentence) -> Iterator[Hit]:
    """The states behind the colon of `sentence`, or in the lines under it, where it says that these were there.

    >>> from communique.reading.scan import scan
    >>> seen = scan("The following member states took part:" + 2 * chr(10) + "Chad, Mali and Togo.")
    >>> [hit.value for hit in listed_below(seen, seen.sentences[0])]
    ['TD', 'ML', 'TG']
    """
    colon = scan.small.find(":", sentence.start, sentence.stop)
    words = scan.small[sentence.start : colon] if colon > 0 else ""
    if not (_ANNOUNCED.search(words) and _PRESENT.search(words)):
        return
    if colon + 1 < sentence.stop:
        yield from _alone(scan, colon + 1, sentence.stop)
        return
    at = bisect_right(scan.sentences, sentence.start, key=attrgetter("start"))
    headings = 0
    for line in scan.sentences[at : at + _MOST]:
        states = list(_alone(scan, line.start, line.stop))
        headings = 0 if states else headings + 1
        if headings > 1 or (headings and line.stop - line.start > _HEADING):
            return
        yield from states


def _alone(scan: Scan, start: int, stop: int) -> Iterator[Hit]:
    """The states between `start` and `stop` where nothing else stands."""
    found: list[Hit] = []
    for hit in scan.within(start, stop, "country"):
        if hit.start < start:
            continue
        if not _BETWEEN.fullmatch(scan.small, start, hit.start):
            return
        found.append(hit)
        start = hit.stop
    if _BETWEEN.fullmatch(scan.small, start, stop):
        yield from found
