"""Bodies: by the lexicon's id, by any form and misnaming it knows, else by the words of the name in any spelling."""

from collections.abc import Hashable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from communique.lexicon.bodies import bodies, bodies_in, generic, organ_of, telling
from communique.lexicon.likeness import aligned
from communique.lexicon.phrases import Hit
from communique.lexicon.spelling import canonical, fold, sound
from communique.model.mention import item_at
from communique.resolution.compared import Compared, Kind, Seen, other, same, unsure

_SOUNDS = 0.9
_SMALL = frozenset(("the", "of", "and", "for", "on", "in", "to", "a", "an", "s"))


class BodySeen(NamedTuple):
    """A body as one report names it: the lexicon's id, or the folded name."""

    key: Hashable


@cache
def _ids() -> dict[str, str]:
    return {fold(body.name): body.id for body in bodies().values()}


@lru_cache(maxsize=65536)
def body_key(name: str, id: str | None) -> str:
    """The id of a body, by its name where the reading gives none: `csto`, or the words of it, `~committee twelve`.

    >>> body_key("CSTO Council of Secretaries of Security Councils", None)
    'csto/committee-of-secretaries-of-security-councils'
    """
    folded = fold(name)
    words = sorted(canonical(word) for word in folded.split() if word not in _SMALL)
    return id or _ids().get(folded) or _by_form(name) or f"~{' '.join(words)}"


def _by_form(name: str) -> str | None:
    """The one organ (or organisation) that all words of the name speak of; None if any word speaks of more."""
    hits = bodies_in(name)
    named = {h.value for h in hits if h.label == "organisation"}
    organs = {h.value for h in hits if h.label == "organ"} or _owned(hits, named)
    over = _over(name, hits)
    if len(organs) == 1 and over <= generic() | {"secretaries", "ministers"}:
        return organs.pop()
    if len(named) == 1 and not organs:
        organ = organ_of(next(iter(named)), over) if over else None
        return organ.id if organ else None if over else named.pop()
    return None


def _owned(hits: list[Hit], named: set[str]) -> set[str]:
    """Organs by a form that needs its organisation, where the name says the organisation: "Legal Committee" alone is nobody's."""
    return {h.value for h in hits if h.label == "organ?" and bodies()[h.value].organisation in named}


def _over(name: str, hits: list[Hit]) -> frozenset[str]:
    """The telling words of a name that belong to no form of a known body."""
    left = list(name)
    for hit in hits:
        left[hit.start : hit.stop] = " " * (hit.stop - hit.start)
    return telling("".join(left))


def features(seen: Seen) -> BodySeen:
    """The lexicon's id if any place has one."""
    items = [item_at(seen.reading, p) for p in seen.mention.places if ":" not in p]
    id = next((item.id for item in items if item.id), None)
    return BodySeen(body_key(seen.mention.name, id))


def blocks(body: BodySeen) -> Iterator[Hashable]:
    """Bodies of no lexicon meet where all their telling words sound alike."""
    words = _words(body)
    if words:
        yield " ".join(sorted(map(sound, words)))


def compare(left: BodySeen, right: BodySeen) -> Compared | None:
    """One body of no lexicon spelled in two ways; numbers and words of their own keep two apart."""
    ours, theirs = _words(left), _words(right)
    if not ours or not theirs:
        return None
    found = aligned(ours, theirs)
    if _numbers(ours) != _numbers(theirs):
        return other("one name, but different numbers")
    if found.left_over or found.right_over:
        return None
    if found.least >= _SOUNDS:
        return same(0.9, "no body of the lexicon, the same words in another spelling or order")
    return unsure(0.5, "no body of the lexicon, nearly the same name")


def _words(body: BodySeen) -> tuple[str, ...]:
    name = str(body.key)
    words = name.removeprefix("~").split() if name.startswith("~") else ()
    return tuple(canonical(w) for w in words if w not in _SMALL)


def _numbers(words: tuple[str, ...]) -> list[str]:
    return sorted(w for w in words if w.isdigit())


BODIES = Kind("bodies", features, blocks, compare)
