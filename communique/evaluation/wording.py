"""A verdict in words: what was missed, invented or read wrongly."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from communique.evaluation.scoring import Verdict

SUBSUMED = frozenset({"participants", "instruments", "people"})
"""Kinds whose mistakes a stricter kind names already."""

_FIELDS = {
    "meetings": ("name", "status", "start", "city"),
    "participants": ("name",),
    "participants+office+represents": ("name", "office", "represents"),
    "represented": ("code",),
    "agenda": ("text",),
    "instruments": ("title",),
    "instruments+action": ("title", "action"),
    "offices": ("person", "office", "of"),
    "statements": ("speaker", "text"),
    "figures": ("value", "unit", "what"),
    "operations": ("name",),
}


class Miss(NamedTuple):
    """One mistake: `missed` (annotated, not found), `invented` (found, not annotated) or `wrong` (both)."""

    what: str
    kind: str
    words: str


def misses(verdicts: Iterable[Verdict]) -> Iterator[Miss]:
    """The mistakes among verdicts, in words.

    >>> next(misses([Verdict("meeting.city", "Minsk", "Moscow", False)]))
    Miss(what='wrong', kind='meeting.city', words='Moscow for Minsk')
    """
    for verdict in verdicts:
        if verdict.same:
            continue
        gold, found = in_words(verdict.kind, verdict.gold), in_words(verdict.kind, verdict.found)
        if verdict.found is None:
            yield Miss("missed", verdict.kind, gold)
        elif verdict.gold is None:
            yield Miss("invented", verdict.kind, found)
        else:
            yield Miss("wrong", verdict.kind, f"{found} for {gold}")


def in_words(kind: str, item: Any) -> str:
    """The fields of an item that tell it from others, between bars."""
    if not isinstance(item, dict):
        return str(item)
    return " | ".join(str(item.get(field) or "-") for field in _FIELDS.get(kind, ("name",)))
