"""States told as passing the chair on: "A handed the chairmanship over to B"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.lexicon.phrases import Hit
from communique.reading.rows import quoted
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_REFUSED = re.compile(r"\b(?:refus\w+|reject\w+|declin\w+|never|not|without|failed|boycott\w*|oppos\w+)\b")
_DOES = r"(?: (?:has|had|will|is to|also|then|formally|officially|today|(?:on )?\w+day)){0,3}"
_THE_SEAT = r"(?: over| up)? (?:[\w’'-]+ ){0,6}?(?:presidency|chairmanship|chairpersonship|chairship|chair)\b(?: [\w’'-]+){0,6}?"
_ITS_HOLDER = r"(?:the |his |her |its )?(?:(?:president|prime minister|minister|leader|king) of (?:the )?)?"
_CHAIR_PASSED = re.compile(
    rf"{_DOES} (?:(?:hand|pass|transfer)(?:s|ed)?{_THE_SEAT} to|(?:took|takes?|assume[sd]?){_THE_SEAT} from) {_ITS_HOLDER}"
)
_SEAT_WENT = re.compile(
    r"\b(?:presidency|chairmanship|chairpersonship|chairship|chair)\b[^.;,]{0,60}? (?:pass(?:ed|es)|moved|moves|went) from (?:the )?$"
)
_HOLDER = re.compile(
    r" (?:counterpart|colleague|(?:foreign |prime )?minister|president|leader|premier|king|chancellor)\b"
)


def passed_the_chair(scan: Scan, sentence: Sentence) -> Iterator[Hit]:
    """ "A handed the chair over to B", "the Kenyan president will pass it to his Ugandan counterpart": both were there."""
    small = scan.small[sentence.start : sentence.stop]
    if not ("presidency" in small or "chair" in small) or _REFUSED.search(small):
        return
    hits = scan.within(sentence.start, sentence.stop, "country", "adjective")
    for giver, taker in pairwise(hits):
        between = scan.small[giver.stop : taker.start]
        if between in (" to ", " to the ") and _SEAT_WENT.search(small, 0, giver.start - sentence.start):
            yield from (giver, taker)
    for giver in hits:
        holder = _HOLDER.match(scan.small, giver.stop) if giver.label == "adjective" else None
        told = _CHAIR_PASSED.match(scan.small, holder.end() if holder else giver.stop, sentence.stop)
        to = next((h for h in hits if told and h.start == told.end()), None)
        if to and not quoted(small[: giver.start - sentence.start]):
            yield from (giver, to)
