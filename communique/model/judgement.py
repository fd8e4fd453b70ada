"""Judgements: what a person or the program decided about mentions and claims."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec


class Judgement(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
    """One decision, with score, reason, who and when; undoing is one more judgement.

    `verdict` is same | other | unsure (`left` and `right` name mentions, of one entry each) or right | wrong | replaced (about claims: `left`
    names them with blanks between) or added (about text `left`: `value` is a fact that its reading missed, see
    `model.added`) or undone (about judgement `left`).
    """

    verdict: str
    left: str
    right: str | None = None
    value: str | None = None
    score: float | None = None
    reason: str = ""
    who: str = "program"
    when: str | None = None


@lru_cache(20_000)
def mentions_of(side: str) -> tuple[str, ...]:
    """The mentions of one side of a judgement, named with blanks between; `p-1f3a` means the mention `1f3a`.

    >>> mentions_of("p-1f3a 88c0")
    ('1f3a', '88c0')
    """
    return tuple(id[2:] if id[1:2] == "-" else id for id in side.split())


def standing(judgements: Iterable[Judgement]) -> tuple[tuple[int, Judgement], ...]:
    """The judgements that nobody undid, undoings too, each with its place (from 1); an undoing may itself be undone.

    `undone` names the place of the judgement that it takes back.
    """
    numbered = list(enumerate(judgements, 1))
    gone: set[str] = set()
    for number, judgement in reversed(numbered):
        if judgement.verdict == "undone" and str(number) not in gone:
            gone.add(judgement.left)
    return tuple((n, j) for n, j in numbered if str(n) not in gone)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody undid, in their order, without the undoings."""
    return tuple(j for _, j in standing(judgements) if j.verdict != "undone")
