"""Many phrases at once: one pass over a text finds every phrase that the lexicon knows."""

import re
from collections.abc import Iterable
from functools import lru_cache

import ahocorasick_rs
import msgspec


class Hit(msgspec.Struct, frozen=True, order=True, gc=False):
    """A phrase of the lexicon at `start, stop` of a text: what kind of thing, and which."""

    start: int
    stop: int
    label: str
    value: str


_WINDOW = 80  # characters in which a hidden phrase ends


class PhraseBook:
    """An automaton over phrases, each with a label and a value; longest match first, whole words only.

    `entries` are `(phrase, label, value)`; one phrase may carry several meanings.
    """

    def __init__(self, entries: Iterable[tuple[str, str, str]], fold: bool = False) -> None:
        meanings: dict[str, list[tuple[str, str]]] = {}
        for phrase, label, value in entries:
            key = _straight(lowered(phrase) if fold else phrase)
            meaning = (label, value)
            known = meanings.setdefault(key, [])
            if meaning not in known:
                known.append(meaning)
        self._fold = fold
        self._meanings = list(meanings.values())
        # the compact automaton that the library chooses by itself: a table of transitions is faster in a loop over
        # one book alone, but reading comes back to it when the processor has long forgotten it
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(meanings), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, characters: str) -> list[Hit]:
        """Every hit in reading order; a phrase with two meanings gives two hits at one place."""
        haystack = _folded(characters) if self._fold else _straight(characters)
        size = len(haystack)
        hits: list[Hit] = []
        meanings = self._meanings
        for index, start, stop in self._automaton.find_matches_as_indexes(haystack):
            if start and haystack[start - 1].isalnum() and haystack[start].isalnum():
                continue
            if stop < size and haystack[stop].isalnum() and haystack[stop - 1].isalnum():
                if " " in haystack[start:stop]:
                    self._hidden(haystack, start, stop, hits)
                continue
            for label, value in meanings[index]:
                hits.append(Hit(start, stop, label, value))
        return hits

    def _hidden(self, haystack: str, start: int, stop: int, hits: list[Hit]) -> None:
        """What a match that ends in the middle of a word hides: "was in" the "instructed", "African Union Commission" the "African Union" of its Commissioner."""
        cut = haystack.rfind(" ", start, stop)
        begin = haystack.find(" ", start, stop) + 1
        for index, low, high in self._automaton.find_matches_as_indexes(haystack[start:cut]):
            if low == 0 and not haystack[start + high].isalnum():
                begin = start + high
                for label, value in self._meanings[index]:
                    hits.append(Hit(start, begin, label, value))
            break
        for index, low, high in self._automaton.find_matches_as_indexes(haystack[begin : stop + _WINDOW]):
            low, high = low + begin, high + begin
            if low >= stop:
                return
            if not (haystack[high : high + 1].isalnum() or haystack[low - 1].isalnum()):
                for label, value in self._meanings[index]:
                    hits.append(Hit(low, high, label, value))


@lru_cache(maxsize=2)  # one book after the other looks at the same text
def _folded(characters: str) -> str:
    return _straight(lowered(characters))


def _straight(characters: str) -> str:
    """Typographic apostrophes as typed ones: agencies write both."""
    return characters.replace("’", "'").replace("`", "'")


def lowered(characters: str) -> str:
    """Lower case of the very same length, so that offsets stay true (`İ` would grow by one)."""
    low = characters.lower()
    if len(low) == len(characters):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in characters)


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first, what they begin with written once.

    A long list written out is tried word by word at every place; here one look at a letter rules most words out.

    >>> any_of(("met", "meets", "meet", "call"))
    '(?:me(?:et(?:s|)|t)|call)'
    """
    return _branches(sorted(set(words), key=lambda word: (-len(word), word)))


def _branches(words: list[str]) -> str:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word)
    return "(?:" + "|".join(map(_branch, groups.values())) + ")"


def _branch(words: list[str]) -> str:
    if len(words) == 1:
        return re.escape(words[0])
    first, last = min(words), max(words)  # what these two begin with, all between them do
    size = next((i for i, letter in enumerate(first) if letter != last[i]), len(first))
    return re.escape(first[:size]) + _branches([word[size:] for word in words])


_POSSESSIVE = re.compile(r"[’'`‘]s?$")


@lru_cache(maxsize=50_000)
def plain_word(word: str) -> str:
    """The word without a possessive's mark: `plain_word("Russia's") == "Russia"`."""
    return _POSSESSIVE.sub("", word)
