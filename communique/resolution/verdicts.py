"""What people decided about mentions: it overrides the program, and a later word an earlier one."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import NamedTuple

import msgspec

from communique.model.judgement import Judgement, in_force, mentions_of

Sides = tuple[frozenset[str], frozenset[str]]
_FEW = 4
_REMEMBERED = 20_000
"""Judgements whose sides are kept at hand: what they name never changes, and all of them are gone through at every new one."""


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

    def some(self, together: Iterable[int], apart: Iterable[int]) -> "Verdicts":
        """The groups and sides with these numbers alone."""
        return Verdicts(tuple(self.together[n] for n in together), tuple(self.apart[n] for n in apart))

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
    found: dict[str, tuple[str, ...]] = {}
    for judgement in judgements:
        if judgement.verdict == "other" and judgement.who != "program" and judgement.right is not None:
            left, right, _ = _sides(judgement.left, judgement.right)
            for mention, mark in _marked(left, right):
                marks = found.get(mention, ())
                if mark not in marks:
                    found[mention] = (*marks, mark)
    return found


def former_marks(ever: tuple[str, ...]) -> Iterator[str]:
    """What `Verdicts.marks` may have said of a mention at any time: of a few sides any, of many those up to some time."""
    few = (each for number in range(len(ever) + 1) for each in combinations(ever, number))
    many = (ever[:number] for number in range(len(ever) + 1))
    for each in few if len(ever) <= _FEW else many:
        yield " ".join(sorted(each))


@lru_cache(_REMEMBERED)
def _marked(left: frozenset[str], right: frozenset[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for side, rest in ((left, right), (right, left)):
        said = msgspec.json.encode([sorted(side), sorted(rest)])
        mark = hashlib.sha256(said).hexdigest()[:16]
        found += ((mention, mark) for mention in side)
    return tuple(found)


@lru_cache(_REMEMBERED)
def _sides(left: str, right: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Whom the sides of a judgement name, and whom both."""
    one, other = frozenset(mentions_of(left)), frozenset(mentions_of(right))
    return one, other, one | other


def verdicts(judgements: Iterable[Judgement]) -> Verdicts:
    """What stands of all that people said: a later word takes back whatever it is at odds with."""
    said = _Standing()
    for judgement in in_force(judgements):
        if judgement.who != "program" and judgement.right is not None:
            said.add(judgement.verdict, *_sides(judgement.left, judgement.right))
    return Verdicts(tuple(said.together.values()), tuple(said.apart.values()))


class _Standing:
    """Words as they are given, each found again by whom it names: one more asks for those alone that it may be at odds with."""

    def __init__(self) -> None:
        self.together: dict[int, frozenset[str]] = {}
        self.apart: dict[int, Sides] = {}
        self._at: tuple[dict[str, list[int]], ...] = ({}, {}, {})
        self._last = 0

    def add(self, verdict: str, left: frozenset[str], right: frozenset[str], both: frozenset[str]) -> None:
        """One word more: all earlier ones that it is at odds with are taken back."""
        groups, lefts, rights = self._at
        if verdict != "same":
            for number in _naming(groups, left) & _naming(groups, right):
                self.together.pop(number, None)
        if verdict != "other":
            for number in _naming(lefts, both) & _naming(rights, both):
                self.apart.pop(number, None)
        self._last += 1
        if verdict == "same":
            self.together[self._last] = both
            self._note(groups, both)
        elif verdict == "other":
            self.apart[self._last] = (left, right)
            self._note(lefts, left)
            self._note(rights, right)

    def _note(self, at: dict[str, list[int]], named: frozenset[str]) -> None:
        for name in named:
            at.setdefault(name, []).append(self._last)


def _naming(at: Mapping[str, list[int]], names: frozenset[str]) -> set[int]:
    """The numbers of the words that name one of these."""
    return {number for name in names for number in at.get(name, ())}
