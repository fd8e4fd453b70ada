"""What people said, ready to be applied, and what of it is new since the catalogue was last brought up to date."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from communique.model.judgement import Judgement, in_force, mentions_of
from communique.resolution.verdicts import Verdicts, ever_apart, verdicts

_ABOUT_CLAIMS = ("right", "wrong", "replaced")
"""Verdicts on claims; `right` may be about a point of an entry too (`r-….coverage`), which no claim is called like."""


class Paired(NamedTuple):
    """Their words about two: who is one, who is apart, and the pairs that somebody has looked at."""

    mentions: Verdicts = Verdicts()
    marks: Mapping[str, str] = {}
    looked_at: tuple[tuple[str, str], ...] = ()
    groups: Mapping[str, tuple[int, ...]] = {}
    """Whom people told to be one, each with the numbers of the groups in `mentions.together`."""
    sides: Mapping[str, tuple[int, ...]] = {}
    """Whom people told to be apart, each with the numbers in `mentions.apart`."""
    named: frozenset[str] = frozenset()
    """All of these."""


class Said(NamedTuple):
    """People's standing words: about mentions, and about claims."""

    pairs: Paired
    ever_apart: Mapping[str, tuple[str, ...]]
    """Of the mentions that somebody told from others at any time: the marks of all their sides."""
    claims: Mapping[str, Judgement]


class News(NamedTuple):
    """What changed from one state of the words to another: mentions and claims to be looked at again."""

    mentions: frozenset[str]
    claims: Mapping[str, str]
    """Claim -> the reason given, which names the entry and field where it stood."""


def said_by(judgements: Iterable[Judgement]) -> Said:
    """What stands of all that people said."""
    return _said(tuple(judgements))


@lru_cache(2)
def _said(made: tuple[Judgement, ...]) -> Said:
    """What is said now is what was said before at the next catching up."""
    standing = [j for j in in_force(made) if j.who != "program"]
    about = (j for j in standing if j.verdict in _ABOUT_CLAIMS)
    claims = {claim: j for j in about for claim in j.left.split() if "." not in claim}
    paired = _paired(tuple(j for j in standing if j.right is not None))
    return Said(paired, _ever_apart(tuple(j for j in made if j.verdict == "other")), claims)


@lru_cache(2)
def _paired(standing: tuple[Judgement, ...]) -> Paired:
    """Worked out by itself, since most words are about claims."""
    mentions = verdicts(standing)
    groups, sides = _numbered(mentions.together), _numbered(one | two for one, two in mentions.apart)
    return Paired(
        mentions=mentions,
        marks=mentions.marks,
        looked_at=tuple((mentions_of(j.left)[0], mentions_of(j.right or "")[0]) for j in standing),
        groups=groups,
        sides=sides,
        named=frozenset((*groups, *sides)),
    )


@lru_cache(2)
def _ever_apart(others: tuple[Judgement, ...]) -> Mapping[str, tuple[str, ...]]:
    return ever_apart(others)


def _numbered(each: Iterable[frozenset[str]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, names in enumerate(each):
        for name in names:
            found[name] = (*found.get(name, ()), number)
    return found


def at(numbers: Mapping[str, tuple[int, ...]], names: Iterable[str]) -> set[int]:
    """The numbers of all that one of these names stands in."""
    return {number for name in names for number in numbers.get(name, ())}


def news(before: Said, now: Said) -> News:
    """Whatever is said now and was not, or was said and is not now."""
    mentions = _other_pairs(before.pairs, now.pairs) if before.pairs is not now.pairs else set()
    were, are = before.ever_apart, now.ever_apart
    if were is not are:
        mentions |= {mention for mention in were.keys() | are.keys() if were.get(mention) != are.get(mention)}
    both = {**before.claims, **now.claims}
    changed = {c: j.reason for c, j in both.items() if before.claims.get(c) != now.claims.get(c)}
    return News(frozenset(mentions), changed)


def _other_pairs(before: Paired, now: Paired) -> set[str]:
    """Whom the words name that are other ones now."""
    groups = set(before.mentions.together) ^ set(now.mentions.together)
    for sides in set(before.mentions.apart) ^ set(now.mentions.apart):
        groups |= set(sides)
    mentions = {mention for group in groups for mention in group}
    return mentions.union(*(set(before.looked_at) ^ set(now.looked_at)))
