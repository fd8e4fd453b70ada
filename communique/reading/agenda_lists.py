"""Lists of matters: members of a phrase, points behind a colon, bulleted or numbered lines."""

import re
from collections.abc import Iterator

from communique.reading.lists import Piece, members
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan

_TIGHT = re.compile(r"(?<=[a-z])(?P<cut>,)(?=[A-Za-z])")
_TWO_NOUNS = re.compile(r"the [\w-]+(?P<cut> and )(?=the )")
_ITS = re.compile(r"(?:its|their)\s")
_POINT = re.compile(r"[^;\n]+")
_BULLET = re.compile(r"\s*(?:and\s)?(?:(?:[-–—•*·▪●]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+)?(?:and\s)?")
_FINITE = re.compile(r"\b(?:is|are|was|were|will|has|have|had|said|would|can|could)\b|[.!?]\s")
_REACH = 700  # characters: no list in a line is longer


def pieces(scan: Scan, start: int, stop: int) -> list[Piece]:
    """The members of a list, also where commas have lost their blanks; "A and its effect" is one.

    >>> from communique.reading.scan import scan
    >>> s = scan("roads,rails and ports")
    >>> [s.words(*p) for p in pieces(s, 0, 11)]
    ['roads', 'rails']
    """
    edges = [start]
    first = _TWO_NOUNS.match(scan.characters, start, stop)
    cuts = [*([first] if first else []), *_TIGHT.finditer(scan.characters, start, stop)]
    for cut in cuts:
        edges += cut.span("cut")
    edges.append(stop)
    found: list[Piece] = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        for piece in members(scan, left, right):
            joined = found and scan.words(found[-1].stop, piece.start) == " and "
            if joined and _ITS.match(scan.characters, piece.start):
                found[-1] = Piece(found[-1].start, piece.stop)
            else:
                found.append(piece)
    return found


def points(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    """What stands behind a colon: lines, points between semicolons, or one list with commas."""
    text = scan.words(start, stop)
    if ";" in text or "\n" in text.strip():
        for point in _POINT.finditer(scan.characters, start, stop):
            bullet = _BULLET.match(scan.characters, point.start(), point.end())
            yield from _trimmed(scan, bullet.end() if bullet else point.start(), point.end())
        return
    (line,) = list(_trimmed(scan, start, stop)) or (Piece(start, start),)
    if "," not in text or _FINITE.search(text) or len(text) > _REACH:
        line = Piece(line.start, phrase_end(scan, line.start, line.stop))
    yield from (p for p in pieces(scan, *line) if p.stop > p.start)


def _trimmed(scan: Scan, start: int, stop: int) -> Iterator[Piece]:
    while start < stop and scan.characters[start] in " \n\t\r":
        start += 1
    while stop > start and scan.characters[stop - 1] in " \n\t\r.,;":
        stop -= 1
    if stop - start > 2:
        yield Piece(start, stop)
