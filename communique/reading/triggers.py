"""Triggers first: a long pattern is tried only where a few letters of it stand; one pass over a text finds all letters."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

import ahocorasick_rs

from communique.reading.scan import FAR_END, Scan

_PIECES: dict[
    str, list["Trigger"]
] = {}  # every piece with its triggers, in the order in which rooms are loaded


class Trigger:
    """Pieces of words in small letters, one of which stands in everything that a pattern can find.

    >>> from communique.reading.scan import scan
    >>> Trigger("chair", "presid").stands(scan("The minister presided."), 0, 22)
    True
    """

    __slots__ = ("pieces",)

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces
        for piece in dict.fromkeys(pieces):
            _PIECES.setdefault(piece, []).append(self)

    def stands(self, scan: Scan, start: int, stop: int) -> bool:
        """Whether a piece begins between `start` and `stop`."""
        places = (scan.triggers or _find(scan)).get(self)
        return places is not None and places[bisect_left(places, start)] < stop

    def places(self, scan: Scan, start: int, stop: int) -> list[int]:
        """Where the pieces begin between `start` and `stop`, in reading order."""
        places = (scan.triggers or _find(scan)).get(self)
        if places is None:
            return []
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


@lru_cache(maxsize=2)
def _automaton(count: int) -> tuple[ahocorasick_rs.AhoCorasick, list[list[Trigger]]]:
    pieces = list(_PIECES)[:count]
    book = ahocorasick_rs.AhoCorasick(
        pieces, implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
    )
    return book, [_PIECES[piece] for piece in pieces]


def _find(scan: Scan) -> dict[Any, list[int]]:
    """Every place of every trigger that stands in the text at all."""
    book, owners = _automaton(len(_PIECES))
    pieces: defaultdict[int, list[int]] = defaultdict(list)
    for number, start, _ in book.find_matches_as_indexes(scan.small, overlapping=True):
        pieces[number].append(start)
    found: defaultdict[Any, list[list[int]]] = defaultdict(list)
    for number, places in pieces.items():
        for trigger in owners[number]:
            found[trigger].append(places)
    for trigger, all_of_it in found.items():
        scan.triggers[trigger] = sorted(chain(*all_of_it, (FAR_END,)))
    scan.triggers[None] = []  # looked for, though nothing may stand there
    return scan.triggers
