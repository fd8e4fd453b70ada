"""One pass over a text: sentences, and everything in them that the lexicon knows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from communique.lexicon.bodies import bodies_in
from communique.lexicon.calendar import Dated, dates_in
from communique.lexicon.countries import countries_in
from communique.lexicon.cues import cues_in
from communique.lexicon.phrases import Hit, lowered
from communique.lexicon.places import cities_in
from communique.model.reading import Dateline
from communique.model.span import Span
from communique.model.text import Text
from communique.reading.datelines import dateline
from communique.reading.sentences import Sentence, laid_out

Rule = Callable[..., Any]
Index = tuple[list[Hit], list[int]]


FAR_END = 1 << 62
"""Stands behind every list of places, so that a look-up needs no look at its length."""


_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Scan:
    """A text with its sentences, dates and lexicon hits, each list in reading order.

    `small` are the characters in small letters, same length: long patterns run on it several times faster than
    ignoring case. `indexes`, `stops`, `memo` and `triggers` hold what was looked up once and is asked again; nothing else is kept in them.
    `found_by` tells which rule found the item of a kind that begins at a place (for `read --explain`).
    `characters` are the text's with the line ends inside paragraphs made blanks (same offsets): rules never
    see hard wrapping; `verbatim.py` gives the values back their line ends. `hits` maps a label (country, adjective, organ, city, office, say, meeting_noun ...) to its hits.
    """

    text: Text
    characters: str
    small: str
    sentences: list[Sentence]
    hits: dict[str, list[Hit]]
    dates: list[Dated]
    starts: dict[str, list[int]] = field(default_factory=dict)
    dateline: Dateline | None = None
    indexes: dict[tuple[str, ...], Index] = field(default_factory=dict)
    stops: dict[tuple[str, ...], dict[int, int]] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict)
    triggers: dict[Any, list[int]] = field(default_factory=dict)
    found_by: dict[tuple[str, int], Rule] = field(default_factory=dict)

    def within(self, start: int, stop: int, *labels: str) -> list[Hit]:
        """Hits of these labels that begin between `start` and `stop`, in reading order.

        >>> scan("Minsk and Moscow").within(0, 5, "city")[0].value
        'BY'
        """
        try:
            hits, starts = self.indexes[labels]
        except KeyError:
            hits, starts = self._indexed(labels)
        low = bisect_left(starts, start)
        return hits[low : bisect_left(starts, stop, low)] if starts[low] < stop else []

    def _indexed(self, labels: tuple[str, ...]) -> Index:
        hits: list[Hit] = []
        for label in labels:
            hits += self.hits.get(label, ())
        hits.sort()
        index = self.indexes[labels] = hits, [*map(_start, hits), FAR_END]
        return index

    def stop_at(self, place: int, *labels: str) -> int:
        """Where the longest hit of these labels that begins at `place` ends; 0 when none begins there.

        >>> scan("Minsk and Moscow").stop_at(10, "city", "country")
        16
        """
        stops = self.stops.get(labels)
        if stops is None:
            stops = self.stops[labels] = {}
            for label in labels:
                for hit in self.hits.get(label, ()):
                    stops[hit.start] = max(hit.stop, stops.get(hit.start, 0))
        return stops.get(place, 0)

    def dates_within(self, start: int, stop: int) -> list[Dated]:
        """Calendar expressions that begin between `start` and `stop`."""
        starts = self.starts["date"]
        low = bisect_left(starts, start)
        return self.dates[low : bisect_left(starts, stop, low)] if starts[low] < stop else []

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence in which the character at `place` stands; None in furniture."""
        at = bisect_left(self.starts["sentence"], place + 1) - 1
        if at >= 0 and self.sentences[at].start <= place < self.sentences[at].stop:
            return self.sentences[at]
        return None

    def note(self, kind: str, start: int, rule: Rule) -> None:
        """Keeps that `rule` found the item of `kind` at `start`; the first rule to find it stays."""
        self.found_by.setdefault((kind, start), rule)

    def in_headline(self, sentence: Sentence) -> bool:
        """True for a sentence that shares a character with the report's title."""
        title = self.text.title_span
        return title is not None and sentence.start < title.stop and title.start < sentence.stop

    def words(self, start: int, stop: int) -> str:
        """The characters between `start` and `stop`."""
        return self.characters[start:stop]


def scan(text: Text | str) -> Scan:
    """The scan of a text (or of bare characters, for trying things out)."""
    if isinstance(text, str):
        text = Text(name="text", characters=text)
    characters, found = laid_out(text.characters, text.furniture)
    hits: dict[str, list[Hit]] = {}
    for find in (countries_in, bodies_in, cities_in, cues_in):
        for hit in _readable(find(characters), text.furniture):
            hits.setdefault(hit.label, []).append(hit)
    dates = dates_in(characters)
    line = _dateline(characters, found, dates, hits.get("city", []) + hits.get("country", []))
    if line and line.span:
        found = [
            _behind(s, line.span.stop, characters)
            for s in found
            if s.stop > line.span.stop or s.stop <= line.span.start
        ]
    starts = {"date": [*[d.start for d in dates], FAR_END], "sentence": [s.start for s in found]}
    return Scan(text, characters, lowered(characters), found, hits, dates, starts, line)


_INNER = re.compile(r"[^\s,;:()“”\"]+\Z")


def word_before(characters: str, at: int, low: int) -> tuple[int, str] | None:
    """The word that a blank parts from `at`, with its place; None where a mark or `low` stands there.

    >>> word_before("the ninth meeting", 10, 0)
    (4, 'ninth')
    """
    if at - low < 2 or characters[at - 1] not in " \n":
        return None
    begin = max(low, characters.rfind(" ", low, at - 1) + 1)
    word = characters[begin : at - 1]
    if word.isalpha():
        return begin, word
    inner = _INNER.search(word)
    return (begin + inner.start(), inner[0]) if inner else None


def _readable(hits: list[Hit], furniture: tuple[Span, ...]) -> list[Hit]:
    """The hits that do not lie in furniture: no rule may lean on them."""
    if not furniture:
        return hits
    starts, stops = [f.start for f in furniture], [f.stop for f in furniture]
    return [h for h in hits if (i := bisect_right(starts, h.start)) == 0 or h.start >= stops[i - 1]]


def _dateline(
    characters: str, found: list[Sentence], dates: list[Dated], cities: list[Hit]
) -> Dateline | None:
    """Looked for at the beginnings of the first paragraphs only: further down a city is just a city."""
    first: dict[int, int] = {}
    for sentence in found:
        first.setdefault(sentence.paragraph, sentence.start)
        if len(first) > 12:
            break
    return dateline(characters, list(first.values()), dates, cities)


def _behind(sentence: Sentence, stop: int, characters: str) -> Sentence:
    """A sentence without the date-line in front of it."""
    if not sentence.start < stop < sentence.stop:
        return sentence
    while stop < sentence.stop and not (characters[stop].isalnum() or characters[stop] in '"“‘«'):
        stop += 1
    return replace(sentence, start=stop)
