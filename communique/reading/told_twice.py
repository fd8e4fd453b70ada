"""One sitting told under two names: in the headline and in the lead, as a summit and as the conference of its heads of state."""

import datetime
import re

from communique.lexicon.sittings import format_of, session_of
from communique.reading.drafts import Draft
from communique.reading.same_sitting import headline
from communique.reading.scan import Scan
from communique.reading.sitting_days import CLOSED, LONGEST, OPENED

_HELD = {"held", "ongoing"}


def told_twice(scan: Scan, drafts: list[Draft], focus: dict[int, Draft]) -> list[Draft]:
    """The meetings, without those that are an earlier one of the same organ on the same day and in no other city; it takes what was told of them."""
    kept: list[Draft] = []
    for draft in drafts:
        first = next((d for d in kept if _one(scan, d, draft)), None)
        if first is None:
            kept.append(draft)
            continue
        _take(scan, first, draft)
        for start in [s for s, d in focus.items() if d is draft]:
            focus[start] = first
        for other in drafts:
            if other.part_of is draft:
                other.part_of = None if other is first else first
    return kept


def _one(scan: Scan, first: Draft, draft: Draft) -> bool:
    """The same organ sat on the same day, and no number, city or format speaks against it."""
    if first.firm or draft.firm or not first.sittings or not draft.sittings:
        return False
    shared = {b.name for b in first.bodies} & {b.name for b in draft.bodies}
    organs = {b.name for b in first.bodies if b.body and b.body.is_organ}
    if not shared or not (shared & organs or _alike(first, draft)):
        return False
    alike = first.status == draft.status or {first.status, draft.status} <= _HELD
    if not alike or _apart(scan, first, draft):
        return False
    return _at_once(first, draft) or _begun_and_over(scan, first, draft)


def _begun_and_over(scan: Scan, first: Draft, draft: Draft) -> bool:
    """ "the annual meeting, which closed on 11 May", "the annual meeting, which opened on 5 May": its first and its last day."""
    early, late = sorted((first, draft), key=lambda d: d.when.start if d.when else "")
    if early.when is None or late.when is None or not (early.when.exact and late.when.exact):
        return False
    if "X" in early.when.start + late.when.start or _days(early.when.start, late.when.end) > LONGEST:
        return False
    return _told(scan, early, OPENED) and _told(scan, late, CLOSED)


def _days(start: str, end: str) -> int:
    return (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(start)).days


def _told(scan: Scan, draft: Draft, verb: re.Pattern[str]) -> bool:
    return any(verb.search(scan.small, s.stop, s.sentence.stop) for s in draft.sittings)


_KIND = frozenset({"annual", "plenary", "ministerial", "summit", "regular", "extraordinary", "emergency"})


def _alike(first: Draft, draft: Draft) -> bool:
    """An organisation without a named organ: both are called its annual meeting."""
    return first.noun == draft.noun and bool(first.words & draft.words & _KIND)


def _at_once(first: Draft, draft: Draft) -> bool:
    """On the same day, or on one between the first and the last day."""
    one, other = first.when, draft.when
    if one is None or other is None or not (one.exact and other.exact):
        return False
    within = (
        one.start <= other.start <= other.end <= one.end or other.start <= one.start <= one.end <= other.end
    )
    if not within:
        return False
    return first.place is None or draft.place is None or (first.place.city or "") == (draft.place.city or "")


def _apart(scan: Scan, first: Draft, draft: Draft) -> bool:
    """Another number, one narrow and one expanded, one ordinary and one extraordinary, one online and one in a city."""
    if first.ordinal and draft.ordinal and first.ordinal != draft.ordinal:
        return True
    names = [scan.words(d.start, d.stop) for d in (first, draft)]
    for told in (format_of, session_of):
        one, other = (told(n) for n in names)
        if one and other and one != other:
            return True
    return "online" in {first.mode, draft.mode} and bool(first.place or draft.place)


def _take(scan: Scan, first: Draft, draft: Draft) -> None:
    """What the other name tells; it is the name where the first stands in the headline only."""
    title = headline(scan)
    if first.sittings[0].sentence is title and draft.sittings[0].sentence is not title:
        first.start, first.stop, first.noun = draft.start, draft.stop, draft.noun
    if first.ordinal is None:
        first.ordinal, first.ordinal_at = draft.ordinal, draft.ordinal_at
    if draft.when and first.when:
        ends = (min(first.when.start, draft.when.start), max(first.when.end, draft.when.end))
        first.when = first.when._replace(start=ends[0], end=ends[1])
    first.place, first.venue = first.place or draft.place, first.venue or draft.venue
    first.chair = first.chair or draft.chair
    if first.mode is None:
        first.mode, first.mode_at = draft.mode, draft.mode_at
    for name, person in draft.people.items():
        first.people.setdefault(name, person)
    for code, at in draft.parties.items():
        first.add_party(code, at)
    for code, at in draft.absent.items():
        first.absent.setdefault(code, at)
    first.sittings.extend(draft.sittings)
    first.sentences |= draft.sentences
