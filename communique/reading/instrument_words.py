"""The instrument nouns, verbs and phrases of state of one text."""

from bisect import bisect_left
from typing import Any, NamedTuple

from communique.lexicon.instruments import instrument_hits
from communique.lexicon.phrases import Hit
from communique.reading.scan import FAR_END, Scan


class Words(NamedTuple):
    """The instrument nouns, verbs and phrases of state of one text, each list in reading order, and where they begin.

    `memo` holds what was worked out once and is asked again: many rules look at the same noun.
    """

    hits: dict[str, list[Hit]]
    starts: dict[str, list[int]]
    memo: dict[Any, Any]

    def within(self, which: str, start: int, stop: int) -> list[Hit]:
        """The hits of the list `which` ("nouns", "verbs" or "states") that begin between `start` and `stop`."""
        starts = self.starts[which]
        low = bisect_left(starts, start)
        return self.hits[which][low : bisect_left(starts, stop, low)] if starts[low] < stop else []


def words_of(scan: Scan) -> Words:
    """Everything that the instrument lexicon knows in this text, looked up once."""
    known: Words | None = scan.memo.get("instrument words")
    if known is None:
        hits: dict[str, list[Hit]] = {"nouns": [], "verbs": [], "states": []}
        for hit in instrument_hits(scan.characters):
            hits[hit.label + "s"].append(hit)
        known = Words(
            hits, {which: [*[h.start for h in found], FAR_END] for which, found in hits.items()}, {}
        )
        scan.memo["instrument words"] = known
    return known
