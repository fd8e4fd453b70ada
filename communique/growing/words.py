"""What people said, ready to be applied, and what of it is new since the catalogue was last brought up to date."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from communique.model.judgement import Judgement, in_force, mentions_of
from communique.resolution.verdicts import Verdicts, ever_apart, verdicts

_ABOUT_CLAIMS = ("right", "wrong", "replaced")
"""Verdicts on claims; `right` may be about a point of an entry too (`r-….coverage`), which no claim is called like."""


class Said(NamedTuple):
    """People's standing words: about mentions, about claims, and the pairs that somebody has looked at."""

    mentions: Verdicts
    marks: Mapping[str, str]
    ever_apart: Mapping[str, tuple[str, ...]]
    """Of the mentions that somebody told from others at any time: the marks of all their sides."""
    claims: Mapping[str, Judgement]
    looked_at: tuple[tuple[str, str], ...]


class News(NamedTuple):
    """What changed from one state of the words to another: mentions and claims to be looked at again."""

    mentions: frozenset[str]
    claims: Mapping[str, str]
    """Claim -> the reason given, which names the entry and field where it stood."""


def said_by(judgements: Iterable[Judgement]) -> Said:
    """What stands of all that people said."""
    made = list(judgements)
    standing = [j for j in in_force(made) if j.who != "program"]
    mentions = verdicts(standing)
    about = (j for j in standing if j.verdict in _ABOUT_CLAIMS)
    claims = {claim: j for j in about for claim in j.left.split() if "." not in claim}
    pairs = ((mentions_of(j.left)[0], mentions_of(j.right)[0]) for j in standing if j.right is not None)
    return Said(mentions, mentions.marks, ever_apart(made), claims, tuple(pairs))


def news(before: Said, now: Said) -> News:
    """Whatever is said now and was not, or was said and is not now."""
    mentions = {m for group in set(before.mentions.together) ^ set(now.mentions.together) for m in group}
    for sides in set(before.mentions.apart) ^ set(now.mentions.apart):
        mentions |= sides[0] | sides[1]
    for pair in set(before.looked_at) ^ set(now.looked_at):
        mentions |= set(pair)
    mentions |= {mention for mention, _ in set(before.ever_apart.items()) ^ set(now.ever_apart.items())}
    both = {**before.claims, **now.claims}
    changed = {c: j.reason for c, j in both.items() if before.claims.get(c) != now.claims.get(c)}
    return News(frozenset(mentions), changed)
