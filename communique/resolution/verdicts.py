"""What people decided about mentions: it overrides the program, and a later word an earlier one."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise, product
from typing import NamedTuple

import msgspec

from communique.model.judgement import Judgement, in_force, mentions_of

Sides = tuple[frozenset[str], frozenset[str]]
_FEW = 4


class Verdicts(NamedTuple):
    """The standing word of people: groups of mentions that are one, and sides that are apart."""

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[Sides, ...] = ()

    @property
    def marks(self) -> Mapping[str, str]:
        """Of the mentions that somebody told from others, on which side they stand: sides are never collapsed unseen."""
        found: dict[str, set[str]] = defaultdict(set)
        for left, right in self.apart:
            for mention, mark in _marked(left, right):
                found[mention].add(mark)
        return {mention: " ".join(sorted(each)) for mention, each in found.items()}

    def pairs(self, verdict: str, home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The nodes that people judged so, each two once; mentions that no longer exist are passed over."""
        pairs = {pair for pair in self._pairs(verdict, home) if pair[0] != pair[1]}
        yield from sorted(pairs)

    def _pairs(self, verdict: str, home: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        if verdict == "same":
            for group in self.together:
                yield from pairwise(sorted({home[m] for m in group if m in home}))
        else:
            for left, right in self.apart:
                sides = ({home[m] for m in side if m in home} for side in (left, right))
                yield from product(*sides)


def ever_apart(judgements: Iterable[Judgement]) -> Mapping[str, tuple[str, ...]]:
    """The marks of all sides on which somebody ever put a mention, in the order of time, whether that stands or not."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for judgement in judgements:
        if judgement.verdict == "other" and judgement.who != "program" and judgement.right is not None:
            for mention, mark in _marked(*_sides(judgement)):
                found[mention][mark] = None
    return {mention: tuple(each) for mention, each in found.items()}


def former_marks(ever: tuple[str, ...]) -> Iterator[str]:
    """What `Verdicts.marks` may have said of a mention at any time: of a few sides any, of many those up to some time."""
    few = (each for number in range(len(ever) + 1) for each in combinations(ever, number))
    many = (ever[:number] for number in range(len(ever) + 1))
    for each in few if len(ever) <= _FEW else many:
        yield " ".join(sorted(each))


def _marked(left: frozenset[str], right: frozenset[str]) -> Iterator[tuple[str, str]]:
    for side, rest in ((left, right), (right, left)):
        said = msgspec.json.encode([sorted(side), sorted(rest)])
        yield from ((mention, hashlib.sha256(said).hexdigest()[:16]) for mention in side)


def _sides(judgement: Judgement) -> Sides:
    return frozenset(mentions_of(judgement.left)), frozenset(mentions_of(judgement.right or ""))


def verdicts(judgements: Iterable[Judgement]) -> Verdicts:
    """What stands of all that people said: a later word takes back whatever it is at odds with."""
    together: list[frozenset[str]] = []
    apart: list[Sides] = []
    for judgement in in_force(judgements):
        if judgement.who == "program" or judgement.right is None:
            continue
        sides = _sides(judgement)
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
