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
