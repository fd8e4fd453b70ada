"""The fold of bodies: their names, their meetings, what was submitted to them."""

from collections.abc import Iterator

from communique.record.told import PartKey, Point, Told, point


def points(told: Told) -> Iterator[Point]:
    """What one report says of bodies."""
    for path, claim in told.below("meetings"):
        steps = path.split("/")
        body = told.entry(path)
        if len(steps) != 4 or steps[2] != "bodies" or body is None:
            continue
        entry = ("bodies", body)
        meeting = told.entry("/".join(steps[:2]))
        if claim.field == "name":
            yield point(told, claim, entry, "wording")
            if meeting:
                key = PartKey("meetings", meeting, meeting)
                yield point(told, claim, entry, "wording", field="as", part=key)
        elif claim.field == "as_":
            yield point(told, claim, entry, "list", field="as")
    yield from _submitted(told)


def _submitted(told: Told) -> Iterator[Point]:
    for claim in told.claims:
        body = told.entry(f"{claim.mention}:destination")
        if claim.field != "destination" or body is None:
            continue
        yield point(told, claim, ("bodies", body), "wording", field="name")
        instrument = told.entry(claim.mention)
        if instrument:
            key = PartKey("instruments", instrument, instrument)
            yield point(told, claim, ("bodies", body), "list", field="action", value="submitted", part=key)
