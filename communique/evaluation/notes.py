"""Notes of a few sentences, cut out of annotated reports: the sentence that first names a meeting, and those behind it."""

import re
from collections.abc import Iterator
from typing import Any

from communique.evaluation.corpus import Corpus
from communique.text import clean

LONGEST = 3
"""Sentences of a note."""

BETWEEN = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[“\"A-Z])")
NAMED = 15
"""Characters that name a meeting rather than point to it."""


def notes_of(corpus: Corpus) -> Iterator[tuple[str, int, str]]:
    """Name, sentences and words of each note: of one, two and three sentences for each report about a meeting."""
    for case in corpus.cases:
        words = clean(case.page).characters
        starts = [
            start
            for meeting in case.gold.get("meetings", ())
            for start, stop in _spans(meeting)
            if stop - start > NAMED
        ]
        if not starts:
            continue
        at = max(words.rfind("\n\n", 0, min(starts)) + 2, 0)
        sentences = BETWEEN.split(re.sub(r"\s*\n\s*", " ", words[at:]).strip())
        first = _holding(sentences, min(starts) - at)
        for count in range(1, LONGEST + 1):
            yield case.name, count, " ".join(sentences[first : first + count])


def _spans(item: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for spans in (item.get("evidence") or {}).values():
        yield from ((start, stop) for start, stop in spans)


def _holding(sentences: list[str], place: int) -> int:
    """The number of the sentence in which a place lies."""
    end = 0
    for number, sentence in enumerate(sentences):
        end += len(sentence) + 1
        if end > place:
            return number
    return len(sentences) - 1
