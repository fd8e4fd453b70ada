"""What a reading got right, report by report: verdicts on its facts, and the counts they add up to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from communique.evaluation.likeness import flat, same_body, same_name
from communique.evaluation.matching import (
    same_code,
    same_deed,
    same_figure,
    same_holding,
    same_operation,
    same_participation,
    same_person,
    same_statement,
    same_title,
    same_topic,
)
from communique.evaluation.pairing import MEETING_FLOOR, Item, body_names, meeting_likeness, pair

HEADLINE = (
    "meetings",
    "meeting.start",
    "meeting.city",
    "meeting.bodies",
    "participants+office+represents",
    "represented",
    "instruments+action",
    "offices",
    "statements",
    "figures",
    "operations",
    "agenda",
)
"""The kinds whose F1 make the headline mean; the others explain it."""

SLOTS = ("ordinal", "status", "start", "end", "city", "country", "mode")

KINDS = (
    "meetings",
    *(f"meeting.{slot}" for slot in SLOTS),
    "meeting.chair",
    "meeting.bodies",
    "participants",
    "participants+office+represents",
    "represented",
    "agenda",
    "instruments",
    "instruments+action",
    "people",
    "offices",
    "statements",
    "figures",
    "operations",
)
"""Every kind that is scored."""


class Verdict(NamedTuple):
    """One fact of one kind as annotated and as found (None where one side lacks it), and whether they agree."""

    kind: str
    gold: Any
    found: Any
    same: bool


class Count(NamedTuple):
    """How many facts were annotated, found, and found rightly."""

    gold: int = 0
    found: int = 0
    hits: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plus(self, verdict: Verdict) -> "Count":
        """This count with one more verdict."""
        return Count(
            self.gold + (verdict.gold is not None),
            self.found + (verdict.found is not None),
            self.hits + verdict.same,
        )


Counts = dict[str, Count]


def counts(verdicts: Iterable[Verdict]) -> Counts:
    """The verdicts counted, kind by kind in the order of their names.

    >>> counts([Verdict("offices", "a", "a", True), Verdict("offices", "b", None, False)])["offices"].recall
    0.5
    """
    found: Counts = {}
    for verdict in verdicts:
        found[verdict.kind] = found.get(verdict.kind, Count()).plus(verdict)
    return dict(sorted(found.items()))


def headline(scores: Counts) -> float:
    """The mean F1 over those of the twelve headline kinds that the annotation has at all."""
    kinds = [scores[kind].f1 for kind in HEADLINE if kind in scores and scores[kind].gold]
    return sum(kinds) / len(kinds) if kinds else 0.0


def verdicts(gold: Item, found: Item) -> Iterator[Verdict]:
    """Every verdict on one report's reading against its annotation, both in the reading format.

    What is annotated as optional is neither required nor, when found, wrong: it leaves no verdict.
    """
    yield from _meetings(gold.get("meetings") or [], found.get("meetings") or [])
    yield from _items("people", _everybody(gold), _everybody(found), same_name)
    for kind, same in _LISTS.items():
        yield from _items(kind, gold.get(kind) or (), found.get(kind) or (), same)


def _items(
    kind: str, gold: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], bool]
) -> Iterator[Verdict]:
    pairs = pair(gold, found, lambda g, f: float(same(g, f)))
    yield from _paired(kind, gold, found, pairs)


def _paired(
    kind: str, gold: Sequence[Any], found: Sequence[Any], pairs: list[tuple[int, int]]
) -> Iterator[Verdict]:
    partner = dict(pairs)
    answered = set(partner.values())
    for i, item in enumerate(gold):
        if not _optional(item):
            yield Verdict(kind, item, found[partner[i]] if i in partner else None, i in partner)
    for j, item in enumerate(found):
        if j not in answered:
            yield Verdict(kind, None, item, False)


def _meetings(gold: list[Item], found: list[Item]) -> Iterator[Verdict]:
    pairs = pair(gold, found, meeting_likeness, MEETING_FLOOR)
    yield from _paired("meetings", gold, found, pairs)
    partner = dict(pairs)
    answered = set(partner.values())
    for i, meeting in enumerate(gold):
        if not _optional(meeting):
            yield from _inside(meeting, found[partner[i]] if i in partner else {})
    for j, meeting in enumerate(found):
        if j not in answered:
            yield from _inside({}, meeting)


def _inside(gold: Item, found: Item) -> Iterator[Verdict]:
    """The verdicts on what two meetings hold; an empty one where the other has no partner."""
    for slot in SLOTS:
        yield from _slot(slot, gold, found)
    yield from _scalar("meeting.chair", _chair(gold), _chair(found), same_name)
    yield from _items("meeting.bodies", body_names(gold), body_names(found), same_body)
    people = gold.get("participants") or (), found.get("participants") or ()
    yield from _items("participants", *people, same_person)
    yield from _items("participants+office+represents", *people, same_participation)
    yield from _items("represented", _represented(gold), _represented(found), same_code)
    yield from _items("agenda", _topics(gold), _topics(found), same_topic)
    instruments = gold.get("instruments") or (), found.get("instruments") or ()
    yield from _items("instruments", *instruments, same_title)
    yield from _items("instruments+action", *instruments, same_deed)


def _slot(slot: str, gold: Item, found: Item) -> Iterator[Verdict]:
    ours, theirs = gold.get(slot), found.get(slot)
    if slot == "end" and not (_apart(ours, gold) or _apart(theirs, found)):
        return  # a meeting of one day: its end was judged with its start
    if slot in ("start", "end") and ours is None and theirs and _agrees_with_partial(gold, theirs):
        return
    yield from _scalar(f"meeting.{slot}", ours, theirs, _same_status if slot == "status" else _same_value)


def _scalar(kind: str, gold: Any, found: Any, same: Callable[[Any, Any], bool]) -> Iterator[Verdict]:
    if gold is not None or found is not None:
        yield Verdict(kind, gold, found, gold is not None and found is not None and same(gold, found))


def _apart(end: str | None, meeting: Item) -> bool:
    return bool(end) and end != meeting.get("start")


def _agrees_with_partial(gold: Item, found: str) -> bool:
    """Whether a day completes the day without a year that the text gives."""
    partial = str(gold.get("start_partial") or "")
    return bool(partial) and (found.endswith(partial.strip("-")) or found == gold.get("start_likely"))


def _same_value(gold: Any, found: Any) -> bool:
    return flat(str(gold)) == flat(str(found))


def _same_status(gold: str, found: str) -> bool:
    return _same_value(gold, found) or {gold, found} == {"held", "ongoing"}


def _optional(item: Any) -> bool:
    return isinstance(item, dict) and bool(item.get("optional"))


def _chair(meeting: Item) -> str | None:
    chair = meeting.get("chair")
    return (chair.get("name") if isinstance(chair, dict) else chair) or None


def _represented(meeting: Item) -> list[Item]:
    sure = [{"code": code} for code in sorted(set(meeting.get("represented") or ()))]
    return sure + [{"code": code, "optional": True} for code in meeting.get("represented_optional") or ()]


def _topics(meeting: Item) -> list[Item]:
    return [t if isinstance(t, dict) else {"text": t} for t in meeting.get("agenda") or ()]


def _everybody(report: Item) -> list[str]:
    holders = {office["person"] for office in report.get("offices") or ()}
    sat = {p["name"] for m in report.get("meetings") or () for p in m.get("participants") or ()}
    return sorted(holders | sat)


_LISTS: dict[str, Callable[[Any, Any], bool]] = {
    "offices": same_holding,
    "statements": same_statement,
    "figures": same_figure,
    "operations": same_operation,
}
