"""One sitting told under two names: in the headline and in the lead, as a summit and as the conference of its heads of state."""

from communique.lexicon.sittings import format_of, session_of
from communique.reading.drafts import Draft
from communique.reading.same_sitting import headline
from communique.reading.scan import Scan

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
    organs = {b.name for b in first.bodies if b.body and b.body.is_organ}
    if not organs & {b.name for b in draft.bodies}:
        return False
    alike = first.status == draft.status or {first.status, draft.status} <= _HELD
    return alike and _at_once(first, draft) and not _apart(scan, first, draft)


def _at_once(first: Draft, draft: Draft) -> bool:
    one, other = first.when, draft.when
    if one is None or other is None or not (one.exact and other.exact) or one.start != other.start:
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
