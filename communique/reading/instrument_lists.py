"""Lists of instruments behind a colon: "three documents were signed: a convention, a memorandum and a plan"."""

import re

from communique.reading.instrument_titles import Title, title_list
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan

_COLON = re.compile(r"(?:\s[^\s:;.,]+){0,4}\s?:\s")
_BULLET = r"(?:[-–—•*·▪●]|\(?\d{1,2}[.)]|\(?[a-z]\))\s"
_FIRST = re.compile(rf"\s*(?:{_BULLET})?")
_NEXT = re.compile(rf"\s?[;,.]?\s*(?:and\s)?(?:{_BULLET})?(?:and\s)?")
_MOST = 40  # titles in one list: more is no list that a person wrote


def spread(scan: Scan, words: Words, titles: list[Title], behind: int, stop: int) -> list[Title]:
    """The titles that the list behind `behind` gives for a general word like "documents"; else `titles`."""
    if len(titles) != 1:
        return titles
    colon = _COLON.match(scan.characters, behind, min(stop, behind + 80))
    if colon is None:
        return titles
    found: list[Title] = []
    place = _skip(_FIRST, scan, colon.end() - 1, stop)
    while len(found) < _MOST:
        more = _from(scan, words, place, stop)
        if not more:
            break
        found.extend(more)
        place = _skip(_NEXT, scan, more[-1].stop, stop)
    return found or titles


def _skip(pattern: re.Pattern[str], scan: Scan, place: int, stop: int) -> int:
    match = pattern.match(scan.characters, place, stop)
    return match.end() if match else place


def _from(scan: Scan, words: Words, place: int, stop: int) -> list[Title]:
    """The titles of the list that begins just at `place`."""
    for noun in words.within("nouns", place, min(stop, place + 120)):
        found = title_list(scan, words, noun, place, stop)
        return found if found and found[0].left <= place + 1 else []
    return []
