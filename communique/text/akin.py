"""Whether a line has to do with the report: by the names and matters of its headline and first sentences, or by words of meetings."""

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

from communique.lexicon.furniture import country_firsts, meeting_words, officers
from communique.text.lines import Line

WORD = re.compile(r"[^\W\d_]+")
LEAD = 6
"""Sentences whose names and matters are the report's."""

OVER = 4
"""Lines above the first sentence that may be the headline."""

MATTER = 6
"""The least letters of a word that tells a matter."""


class Akin:
    """The words by which a report is known, from its headline and first sentences; worked out when first asked for."""

    def __init__(self, lines: Sequence[Line], body: int, marks: Sequence[str | None]) -> None:
        told = [
            line for line, mark in zip(lines[body:], marks[body:], strict=True) if line.is_prose and not mark
        ]
        over = range(max(0, body - OVER), body)
        self._near = [*(lines[i] for i in over if not marks[i]), *told[:LEAD]]

    @cached_property
    def english(self) -> bool:
        """Whether the report speaks of offices, countries or sittings in words that we know."""
        return any(map(_is_of_meetings, self._near))

    @cached_property
    def words(self) -> frozenset[str]:
        """Names, and longer words."""
        return frozenset().union(*map(_matters, self._near))

    def knows_any(self, lines: Sequence[Line]) -> bool:
        """Whether one of `lines` names something that the report names, a country, an office, or a sitting."""
        return not self.english or any(map(_is_of_meetings, lines)) or any(map(self._names, lines))

    def ties(self, line: Line) -> int:
        """1 where `line` speaks of a country, an office or a sitting, 2 where of what the report names, 3 where of both."""
        return 2 * self._names(line) + _is_of_meetings(line)

    def _names(self, line: Line) -> bool:
        return not self.words.isdisjoint(_matters(line))


_KEPT = 2_000
"""Lines up to so many characters are kept for the next question: each is asked several times while its text is cleaned."""


def _is_of_meetings(line: Line) -> bool:
    return _told_before(line.words)[0] if len(line.words) <= _KEPT else _told(line.words)[0]


def _matters(line: Line) -> list[str]:
    """Names inside a line, and its longer words."""
    return _told_before(line.words)[1] if len(line.words) <= _KEPT else _told(line.words)[1]


@cache
def _known() -> frozenset[str]:
    return officers() | country_firsts() | meeting_words()


def _told(line: str) -> tuple[bool, list[str]]:
    """Whether it speaks of offices, countries or sittings; its names and longer words."""
    words = WORD.findall(line)
    low = [word.casefold() for word in words]
    found = [
        small
        for word, small in zip(words, low, strict=True)
        if len(word) >= MATTER or (len(word) > 2 and word[0].isupper())
    ]
    if words and len(words[0]) < MATTER and len(words[0]) > 2 and words[0][0].isupper():
        del found[0]  # the first word of a sentence is no name for its capital
    folded = line.casefold()
    every = low if len(folded) == len(line) else WORD.findall(folded)  # what grows may fall apart: "İ" does
    return not _known().isdisjoint(every), found


_told_before = lru_cache(maxsize=256)(_told)
