"""What people decided about mentions: it overrides the program, and a later word an earlier one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product
from typing import NamedTuple

from communique.model.judgement import Judgement, in_force, mentions_of

Sides = tuple[frozenset[str], frozenset[str]]


class Verdicts(NamedTuple):
    """The standing word of people: groups of mentions that are one, and sides that are apart."""

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[Sides, ...] = ()

    @property
    def set_apart(self) -> frozenset[str]:
        """The mentions that somebody told from others: they are never collapsed unseen."""
        return frozenset(m for sides in self.apart for side in sides for m in side)

    def pairs(self, verdict: str, home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The nodes that people judged so; mentions that no longer exist are passed over."""
        for left, right in self._pairs(verdict, home):
            if home[left] != home[right]:
                yield home[left], home[right]

    def _pairs(self, verdict: str, home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        if verdict == "same":
            for group in self.together:
                yield from pairwise(sorted(m for m in group if m in home))
        else:
            for left, right in self.apart:
                yield from product(sorted(left & home.keys()), sorted(right & home.keys()))


def verdicts(judgements: Iterable[Judgement]) -> Verdicts:
    """What stands of all that people said: a later word takes back whatever it is at odds with."""
    together: list[frozenset[str]] = []
    apart: list[Sides] = []
    for judgement in in_force(judgements):
        if judgement.who == "program" or judgement.right is None:
            continue
        sides = (frozenset(mentions_of(judgement.left)), frozenset(mentions_of(judgement.right)))
        both = sides[0] | sides[1]
        if judgement.verdict != "same":
            together = [group for group in together if not (group & sides[0] and group & sides[1])]
        if judgement.verdict != "other":
            apart = [known for known in apart if not (known[0] & both and known[1] & both)]
        if judgement.verdict == "same":
            together.append(both)
        elif judgement.verdict == "other":
            apart.append(sides)
    return Verdicts(tuple(together), tuple(apart))
