"""Quotations of a text: where each begins and ends, whatever marks were used and however badly they are paired."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from communique.reading.scan import Scan


class Quotation(NamedTuple):
    """Quoted words at `start, stop`, their marks at `open, close`; `paragraph` as in sentences.

    `closed` is False when the paragraph ends before the quotation does.
    """

    open: int
    start: int
    stop: int
    close: int
    paragraph: int
    closed: bool


_MARK = re.compile(r"(?<=[,.?!])(?:’’|'')(?!\w)|[\"“”„«»‘’]")
_SINGLE = re.compile(r"(?<![\w’])‘(?=[A-Z][^‘\n]{12,600}?[,.?!]’(?!\w))|(?<=[,.?!])’(?!\w)")
_OPENS = re.compile(r"[\"“”„«‘]")  # an apostrophe begins no quotation, and most paragraphs have nothing else
_SENTENCE_ENDS = ".!?…:"


def quotations(scan: Scan) -> list[Quotation]:
    """The outermost quotations of the text, in order.

    >>> from communique.reading.scan import scan
    >>> [q.start for q in quotations(scan('He said, “It works.”'))]
    [10]
    """
    if "quotations" not in scan.memo:
        scan.memo["quotations"] = _quotations(scan)
    found: list[Quotation] = scan.memo["quotations"]
    return found


def _quotations(scan: Scan) -> list[Quotation]:
    found: list[Quotation] = []
    begin, number, stop = 0, -1, 0
    for sentence in scan.sentences:
        if sentence.paragraph != number:
            found.extend(_in_paragraph(scan.characters, begin, stop, number))
            begin, number = sentence.start, sentence.paragraph
        stop = sentence.stop
    found.extend(_in_paragraph(scan.characters, begin, stop, number))
    return found


def around(found: list[Quotation], place: int) -> Quotation | None:
    """The quotation in which the character at `place` stands, or None."""
    at = bisect_right(found, place, key=lambda q: q.open) - 1
    return found[at] if at >= 0 and place < found[at].close else None


def _in_paragraph(characters: str, start: int, stop: int, number: int) -> Iterator[Quotation]:
    first_mark = _OPENS.search(characters, start, stop)
    if first_mark is None:
        return
    opened: list[int] = []
    for match in _MARK.finditer(characters, first_mark.start(), stop):
        place = match.start()
        if len(match[0]) == 2:
            if opened:
                yield from _trimmed(characters, opened[0], match.end() - 1, number, True)
                opened.clear()
            continue
        if characters[place] in "‘’" and not _SINGLE.match(characters, place, stop):
            continue
        if _opens(characters, place, start, len(opened)):
            if not opened or not _repeated(characters, place):
                opened.append(place)
        elif opened and (characters[place] == "’") == (characters[opened[-1]] == "‘"):
            first = opened.pop()
            if not opened:
                yield from _trimmed(characters, first, place, number, True)
    if opened:
        yield from _trimmed(characters, opened[0], stop, number, False)


def _opens(characters: str, place: int, start: int, depth: int) -> bool:
    """Curly marks mostly say what they are; straight ones are judged by the characters beside them."""
    mark = characters[place]
    before = characters[place - 1] if place > start else " "
    after = characters[place + 1 : place + 2]
    free = before.isspace() or before in "([-–—"
    if mark in "„«‘":
        return True
    if mark in "»’":
        return False
    if mark == "“":
        return depth == 0 or free
    if depth == 0:
        return mark == '"' or free
    return free and (after.isalnum() or after in ("“", "‘", "«", "[", "("))


def _repeated(characters: str, place: int) -> bool:
    """A mark set again inside one quotation where a new paragraph of it began."""
    return characters[max(0, place - 20) : place].rstrip()[-1:] in _SENTENCE_ENDS


def _trimmed(characters: str, opened: int, close: int, number: int, closed: bool) -> Iterator[Quotation]:
    start, stop = opened + 1, close
    while start < stop and characters[start].isspace():
        start += 1
    while stop > start and (characters[stop - 1].isspace() or characters[stop - 1] == ","):
        stop -= 1
    if closed and characters[close] in "’'" and characters[stop - 1] == characters[close]:
        stop -= 1
    while stop > start and characters[stop - 1] == ",":
        stop -= 1
    if start < stop:
        yield Quotation(opened, start, stop, close + closed, number, closed)
