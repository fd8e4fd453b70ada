"""The fold of instruments: titles, what was done with them and where, and where they went next."""

from collections.abc import Iterator

from communique.record.told import PartKey, Point, Told, point

_RULES = {
    "title": "wording",
    "kind": "most",
    "action": "progress",
    "steps": "list",
    "period": "date",
    "parties": "list",
    "destination": "most",
    "date": "date",
    "count": "most",
}


def points(told: Told) -> Iterator[Point]:
    """What one report says of instruments, those of its meetings and those beside."""
    for claim in told.claims:
        steps = claim.mention.split("/")
        if steps[-2] != "instruments" or claim.field not in _RULES:
            continue
        instrument = told.entry(claim.mention)
        if instrument is None:
            continue
        entry = ("instruments", instrument)
        target = told.entry(f"{claim.mention}:{claim.field}")
        yield point(told, claim, entry, _RULES[claim.field], target=target)
        meeting = told.entry("/".join(steps[:2])) if steps[0] == "meetings" else None
        if meeting and claim.field in ("action", "steps"):
            key = PartKey("meetings", meeting, meeting)
            yield point(told, claim, entry, "list", field="action", part=key)
