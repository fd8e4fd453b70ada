"""Who comes along: "accompanied by the Minister X, the Minister Y"."""

import re

from communique.reading.scan import Scan
from communique.reading.triggers import Trigger

_ALONG = Trigger("accompanied by", "flanked by", "assisted by", "with h", "with them")
_BY = re.compile(
    r"(?:accompanied|flanked|assisted) by\b|with (?:him|her|them) (?:go|goes|went|travel|travels|travelled|are|is|were|was|will be|came|come|comes)\b"
)
_PEER = re.compile(
    r" (?:the |host )?(?:\w+ )?(?:prime minister|president|king|queen|emir|sultan|chancellor|premier)\b"
)
_UNDER = re.compile(r" (?:the )?(?:his|her|their|vice|deputy|first|former)\b")


def companies(scan: Scan, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the words stand behind which somebody's own people are listed, in reading order.

    "Accompanied by the Prime Minister" is none, nor do they reach a President at `stop`: such a one may be the host.
    """
    if _leads(scan, stop - 1):
        return []
    return [cue.span() for cue in _ALONG.each(scan, _BY, start, stop) if not _leads(scan, cue.end())]


def _leads(scan: Scan, place: int) -> bool:
    """Whether somebody who leads a state or a government is named next, no deputy and nobody's own."""
    return bool(_PEER.match(scan.small, place)) and not _UNDER.match(scan.small, place)


# "his country's delegation was headed by X"
_COUNTRY = Trigger("country")
_THEIRS = re.compile(r"\b(?:his|her|their|whose) country[’'`]s (?:delegation|side|team|representatives?)\b")
_NEXT = re.compile(r" (?:the |his |her |their )?")
# "Minister Tan was accompanied by": who is named may be of no country that was named
_NAMED = re.compile(r"[A-Z]\w+ (?!(?:He|She)\b)[A-Z]\w+ (?:is|was|will be) (?:also )?$")


def of_theirs(scan: Scan, start: int, place: int) -> bool:
    """ "His country's delegation was headed by X", "she was accompanied by the Minister Y"."""
    if _COUNTRY.stands(scan, start, place) and _THEIRS.search(scan.words(start, place)):
        return True
    return any(
        _NEXT.fullmatch(scan.words(stop, place)) and not _NAMED.search(scan.words(start, begin))
        for begin, stop in companies(scan, start, place)
    )
