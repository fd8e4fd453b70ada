"""What people decided about mentions: it overrides the program."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from communique.model.judgement import Judgement, in_force


class Verdicts(NamedTuple):
    """The standing verdict of each pair of mentions, and the mentions that someone set apart."""

    by_pair: Mapping[tuple[str, str], str]
    set_apart: frozenset[str]

    def pairs(self, verdict: str, home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The nodes that people judged so; mentions that no longer exist are passed over."""
        for (left, right), said in self.by_pair.items():
            if said == verdict and left in home and right in home and home[left] != home[right]:
                yield home[left], home[right]


def verdicts(judgements: Iterable[Judgement]) -> Verdicts:
    """The last word of people on each pair."""
    by_pair: dict[tuple[str, str], str] = {}
    for judgement in in_force(judgements):
        if judgement.who == "program" or judgement.right is None:
            continue
        left, right = sorted((_mention(judgement.left), _mention(judgement.right)))
        by_pair[left, right] = judgement.verdict
    apart = {m for pair, said in by_pair.items() if said == "other" for m in pair}
    return Verdicts(by_pair, frozenset(apart))


def _mention(id: str) -> str:
    """The mention that an id means: an entry is named after one of its mentions."""
    return id[2:] if id[1:2] == "-" else id
