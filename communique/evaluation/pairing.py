"""Which annotated item a found item answers to: the likest pairs first, each item once."""

from collections.abc import Callable, Sequence
from typing import Any

from communique.evaluation.likeness import flat, overlap, same_name

Item = dict[str, Any]

MEETING_FLOOR = 0.34
"""From this likeness on, two meetings may be paired."""

_SHARES = {
    "name": 0.25,
    "start": 0.2,
    "city": 0.15,
    "ordinal": 0.1,
    "kind": 0.1,
    "people": 0.15,
    "represented": 0.1,
}


def pair(
    gold: Sequence[Any], found: Sequence[Any], like: Callable[[Any, Any], float], floor: float = 0.5
) -> list[tuple[int, int]]:
    """Indices of the pairs, likest first; of pairs alike, the last in the text come first.

    >>> pair(["a", "b"], ["b", "c"], lambda g, f: float(g == f))
    [(1, 0)]
    """
    scores = ((like(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for score, i, j in sorted(scores, reverse=True):
        if score >= floor and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def body_names(meeting: Item) -> list[str]:
    """The names of a meeting's bodies, which an annotation writes plain or as an object."""
    return [b if isinstance(b, str) else b.get("name", "") for b in meeting.get("bodies") or ()]


def meeting_likeness(gold: Item, found: Item) -> float:
    """How well a found meeting answers to an annotated one; silence is worth half of agreement."""
    parts = {
        "name": _names(gold, found),
        "start": _starts(gold.get("start"), found.get("start")),
        "city": _cities(gold.get("city"), found.get("city")),
        "ordinal": _ordinals(gold.get("ordinal"), found.get("ordinal")),
        "kind": float(gold.get("kind") == found.get("kind")),
        "people": _people(gold.get("participants") or (), found.get("participants") or ()),
        "represented": _shared(set(gold.get("represented") or ()), set(found.get("represented") or ())),
    }
    # summed in the order of the table: another order could part two likenesses that are equal
    total = sum(_SHARES[part] * value for part, value in parts.items())
    return total - 0.1 * _one_is_only_planned(gold.get("status"), found.get("status"))


def _names(gold: Item, found: Item) -> float:
    ours, theirs = body_names(gold), body_names(found)
    bodies = max((overlap(a, b) for a in ours for b in theirs), default=0.0)
    if not ours and not theirs:
        bodies = 0.4
    return max(bodies, overlap(gold.get("name"), found.get("name")))


def _starts(gold: str | None, found: str | None) -> float:
    if not gold or not found:
        return 0.5
    if gold == found:
        return 1.0
    return 0.6 if gold[:7] == found[:7] else -0.6


def _cities(gold: str | None, found: str | None) -> float:
    if not gold or not found:
        return 0.5
    return 1.0 if flat(gold) == flat(found) else -0.4


def _ordinals(gold: int | None, found: int | None) -> float:
    if not gold or not found:
        return 0.0
    return 1.0 if gold == found else -1.0


def _people(gold: Sequence[Item], found: Sequence[Item]) -> float:
    if not gold or not found:
        return 0.0
    pairs = pair(gold, found, lambda g, f: float(same_name(g["name"], f["name"])))
    return len(pairs) / min(len(gold), len(found))


def _shared(gold: set[str], found: set[str]) -> float:
    return len(gold & found) / len(gold | found) if gold and found else 0.0


def _one_is_only_planned(gold: str | None, found: str | None) -> bool:
    took_place = ("held", "ongoing")
    return (gold == "planned" and found in took_place) or (found == "planned" and gold in took_place)
