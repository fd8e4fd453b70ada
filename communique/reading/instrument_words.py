"""The instrument nouns, verbs and phrases of state of one text."""

from bisect import bisect_left
from typing import NamedTuple

from communique.lexicon.instruments import instrument_hits
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan


class Words(NamedTuple):
    """The instrument nouns, verbs and phrases of state of one text, each list in reading order."""

    nouns: list[Hit]
    verbs: list[Hit]
    states: list[Hit]

    def within(self, which: str, start: int, stop: int) -> list[Hit]:
        """The hits of the list `which` that begin between `start` and `stop`."""
        hits: list[Hit] = getattr(self, which)
        at = bisect_left(hits, (start,))
        found = []
        while at < len(hits) and hits[at].start < stop:
            found.append(hits[at])
            at += 1
        return found


def words_of(scan: Scan) -> Words:
    """Everything that the instrument lexicon knows in this text."""
    groups: dict[str, list[Hit]] = {"noun": [], "verb": [], "state": []}
    for hit in instrument_hits(scan.characters):
        groups[hit.label].append(hit)
    return Words(groups["noun"], groups["verb"], groups["state"])
