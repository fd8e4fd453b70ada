"""Words of office that name no holder: "heads the delegation", the ministers of "Council of Foreign Ministers"."""

import re

from communique.lexicon.cues import office_words
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan


def names_no_office(scan: Scan, head: Hit) -> bool:
    """A verb, a part of a body's name, a rank, what is private or what somebody did first."""
    return any(reason(scan, head) for reason in (is_verb, inside_body, is_rank, is_private, is_first_to))


_VERBS = re.compile(r"(?:\bto|\bwill|\bwould|\bwho|\bnot) $")


def is_verb(scan: Scan, head: Hit) -> bool:
    """ "heads the delegation", "chairs the meeting", "to chair", "chief" in "in chief"."""
    if head.value in ("chair", "co-chair") and scan.small.endswith("under the ", 0, head.start):
        return True
    if head.value in ("heads", "chairs", "chair", "head", "leader", "marshal", "aide"):
        after = scan.words(head.stop, head.stop + 12)
        if head.value in ("heads", "chairs") and re.match(r" (?:the|a|its|his|her)\b", after):
            return True
        if _VERBS.search(scan.words(max(0, head.start - 8), head.start)):
            return True
    return False


_FIRST_TO = re.compile(r"\b(?:first|only|last|latest|youngest|oldest|second|third|highest) (?:\w+ ){0,2}$")


def is_first_to(scan: Scan, head: Hit) -> bool:
    """ "the first foreign leader to go there": what somebody did first is no office of his."""
    if not scan.small.startswith(" to ", head.stop):
        return False
    return _FIRST_TO.search(scan.small, max(0, head.start - 32), head.start) is not None


def inside_body(scan: Scan, head: Hit) -> bool:
    """A head inside the name of a body ("Council of Foreign Ministers") names the body, not its holder."""
    for hit in scan.within(max(0, head.start - 80), head.start + 1, "organ", "organ?", "organisation"):
        if hit.start <= head.start and head.stop <= hit.stop and hit.start < head.start:
            return True
        if hit.start == head.start and head.stop < hit.stop:
            return True
    before = scan.words(max(0, head.start - 28), head.start)
    return " of " in before and _SEATED_IN.search(before) is not None


_SEATED_IN = re.compile(
    r"\b(?:Council|Cabinet|Committee|Conference|Meeting|meeting|Assembly|Ministry|Office|office|Board|council|committee) of (?:the )?(?:[A-Z][\w-]+ ){0,3}$"
)


def is_private(scan: Scan, head: Hit) -> bool:
    """ "Film director X", "chairman of the football club": no public office."""
    if head.value not in ("director", "chairman", "chairwoman", "president", "leader", "chief", "head"):
        return False
    before = scan.small[max(0, head.start - 24) : head.start].split()
    if before and before[-1] in office_words("private"):
        return True
    of = _OF_A_HOUSE.match(scan.small, head.stop)
    return of is not None and of["house"] in office_words("private_houses")


_OF_A_HOUSE = re.compile(r" of (?:the|a|an|his|her|its|their) (?:[a-z]+ )?(?P<house>[a-z]+)\b")


def is_rank(scan: Scan, head: Hit) -> bool:
    """The Marshal of "Field Marshal X" is how one is addressed."""
    return head.value == "marshal" and scan.words(head.start - 6, head.start).endswith(
        ("Field ", "Air ", "Chief ", "Vice ")
    )
