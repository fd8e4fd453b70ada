"""A text's lines with their places, and what their mere shape says."""

import re
from typing import NamedTuple

SEPARATOR = re.compile(r"\s{2,}|\t+|\s(?:[|/>»›·•*]|>>)\s|\]\s?\[")
SENTENCE_END = re.compile(r"[.!?…;:,][\"'”’»)\]]*$")
FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
STOPS, CLOSING = tuple(".!?…"), "\"'”’»)]"
LIST_ITEM = re.compile(r"(?:[-–—*•·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
LINE = re.compile(r"[^\r\n]+")
LONG = 40
"""Words that no headline has: a line of so many is prose even where its stop was lost."""

MENU_ENTRY = 4
"""The most words of a menu entry."""


class Line(NamedTuple):
    """One line without white space at its ends, how many words it has, and if an empty line stands before.

    `is_prose` is a sentence: six words or more with a stop at the end, or too long for anything else.
    """

    start: int
    stop: int
    words: str
    size: int
    gap: bool
    is_prose: bool

    @property
    def segments(self) -> list[str]:
        """The entries of a line that sets several beside each other (`Home  Politics | World`)."""
        if self.words.isalpha():
            return [self.words]
        return [s for s in SEPARATOR.split(self.words) if s]

    @property
    def is_entry(self) -> bool:
        """Short as a menu entry, without a stop, and not an item of a list in the report."""
        first = self.words[0]
        return (
            not first.islower()
            and first not in "“\"«'(‘"
            and not LIST_ITEM.match(self.words)
            and not SENTENCE_END.search(self.words)
            and all(len(s.split()) <= MENU_ENTRY for s in self.segments)
        )


def lines_in(characters: str) -> list[Line]:
    """The lines that have a letter or a digit, with their places in `characters`."""
    lines = []
    last = 0
    for match in LINE.finditer(characters):
        words = match[0].strip()
        if not words or not (words[0].isalnum() or any(c.isalnum() for c in words)):
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        gap = start - last > 1 and max(characters.count(end, last, start) for end in "\n\r") > 1
        size = len(words.split())
        prose = size >= LONG or (size >= 6 and words.rstrip(CLOSING)[-1:] in STOPS)
        lines.append(Line(start, start + len(words), words, size, gap, prose))
        last = start + len(words)
    return lines
