"""Triggers first: a long pattern is tried only where a few letters of it stand; one pass over a text finds all letters."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

import ahocorasick_rs

from communique.reading.scan import FAR_END, Scan

_PIECES: dict[str, int] = {}  # the pieces of every trigger, numbered as the rooms that need them are loaded


class Trigger:
    """Pieces of words in small letters, one of which stands in everything that a pattern can find.

    >>> from communique.reading.scan import scan
    >>> Trigger("chair", "presid").stands(scan("The minister presided."), 0, 22)
    True
    """

    __slots__ = ("_numbers", "pieces")

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces
        self._numbers = [_PIECES.setdefault(piece, len(_PIECES)) for piece in dict.fromkeys(pieces)]

    def stands(self, scan: Scan, start: int, stop: int) -> bool:
        """Whether a piece begins between `start` and `stop`."""
        places = scan.triggers.get(self) or self._find(scan)
        return places[bisect_left(places, start)] < stop

    def places(self, scan: Scan, start: int, stop: int) -> list[int]:
        """Where the pieces begin between `start` and `stop`, in reading order."""
        places = scan.triggers.get(self) or self._find(scan)
        low = bisect_left(places, start)
        return places[low : bisect_left(places, stop, low)] if places[low] < stop else []

    def each(self, scan: Scan, pattern: re.Pattern[str], start: int, stop: int) -> Iterator[re.Match[str]]:
        """What `pattern.finditer` finds in the small letters, where every find begins with a piece."""
        done = start
        for at in self.places(scan, start, stop):
            if at >= done:
                match = pattern.match(scan.small, at, stop)
                if match:
                    done = match.end()
                    yield match

    def first(self, scan: Scan, pattern: re.Pattern[str], start: int, stop: int) -> re.Match[str] | None:
        """What `pattern.search` finds in the small letters, where every find begins with a piece."""
        for at in self.places(scan, start, stop):
            match = pattern.match(scan.small, at, stop)
            if match:
                return match
        return None

    def _find(self, scan: Scan) -> list[int]:
        found: dict[int, list[int]] = scan.memo.get("pieces") or _found_in(scan)
        places = [place for number in self._numbers for place in found.get(number, ())]
        places.sort()
        places.append(FAR_END)
        scan.triggers[self] = places
        return places


@lru_cache(maxsize=2)
def _automaton(count: int) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(
        list(_PIECES)[:count],
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        store_patterns=False,
    )


def _found_in(scan: Scan) -> dict[int, list[int]]:
    """Every place of every piece, by the number of the piece."""
    found: dict[int, list[int]] = {-1: []}
    for number, start, _ in _automaton(len(_PIECES)).find_matches_as_indexes(scan.small, overlapping=True):
        if number in found:
            found[number].append(start)
        else:
            found[number] = [start]
    scan.memo["pieces"] = found
    return found
