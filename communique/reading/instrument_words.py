"""The instrument nouns, verbs and phrases of state of one text."""

from bisect import bisect_left
from typing import Any, NamedTuple

from communique.lexicon.instruments import instrument_hits
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan


class Words(NamedTuple):
    """The instrument nouns, verbs and phrases of state of one text, each list in reading order.

    `asked` and `memo` hold what was worked out once and is asked again: many rules look at the same noun.
    """

    nouns: list[Hit]
    verbs: list[Hit]
    states: list[Hit]
    asked: dict[tuple[str, int, int], list[Hit]]
    memo: dict[Any, Any]

    def within(self, which: str, start: int, stop: int) -> list[Hit]:
        """The hits of the list `which` that begin between `start` and `stop`; every rule asks for the same ones."""
        key = (which, start, stop)
        known = self.asked.get(key)
        if known is None:
            known = self.asked[key] = self._looked_up(which, start, stop)
        return known

    def _looked_up(self, which: str, start: int, stop: int) -> list[Hit]:
        hits: list[Hit] = getattr(self, which)
        at = bisect_left(hits, (start,))
        found = []
        while at < len(hits) and hits[at].start < stop:
            found.append(hits[at])
            at += 1
        return found


def words_of(scan: Scan) -> Words:
    """Everything that the instrument lexicon knows in this text, looked up once."""
    known: Words | None = scan.memo.get("instrument words")
    if known is None:
        groups: dict[str, list[Hit]] = {"noun": [], "verb": [], "state": []}
        for hit in instrument_hits(scan.characters):
            groups[hit.label].append(hit)
        known = Words(groups["noun"], groups["verb"], groups["state"], {}, {})
        scan.memo["instrument words"] = known
    return known
