"""Each with a country of their own: "the Ministers of Kenya, X, and of Uganda, Y"."""

import re

from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan

_NEXT_OF = re.compile(r"\)?(?:,|;|[,;]? and|,? as well as) (?:(?:of|from) )?(?:the )?$")
_BEFORE_NAME = (", ", " (", " ")
_FAR = 60  # characters of a country's name and what joins it


def own_country(scan: Scan, place: int) -> Hit | None:
    """The country between the name before and the one at `place`, of which the latter is: ", and of Uganda, "."""
    for hit in scan.within(max(0, place - _FAR), place, "country"):
        joined = _NEXT_OF.search(scan.words(max(0, hit.start - 16), hit.start))
        if joined and scan.words(hit.stop, place) in _BEFORE_NAME:
            return hit
    return None


_OF_ANOTHER = re.compile(r"(?:,|,? and) of (?:the )?[A-Z]")


def each_their_own(scan: Scan, start: int, stop: int) -> bool:
    """ "the ministers of A, X, of B, Y, and Z": behind a name with a country of its own Z is of neither."""
    return _OF_ANOTHER.search(scan.characters, start, stop) is not None


_NEXT_NAME = re.compile(r", [A-Z]")


def the_next_ones(scan: Scan, stop: int, behind: Hit) -> bool:
    """Whether the country `behind` the name that ends at `stop` is that of the name after it: "of A, X, of B, Y"."""
    return (
        scan.words(stop, behind.start).startswith(", ")
        and _NEXT_NAME.match(scan.characters, behind.stop) is not None
    )
