"""What is said once by one report, each its own fold: nothing is merged, only the speakers are linked."""

from collections.abc import Iterator

from communique.record.told import Point, Told, point

_WHO = {"figures": "claimed_by", "statements": "speaker", "commitments": "by_whom"}


def points(told: Told, kind: str) -> Iterator[Point]:
    """One entry an item; the speaker points to the person's entry where it is known."""
    for path, claim in told.below(kind):
        entry = told.entry(path)
        if entry is None:
            continue
        target = told.entry(f"{path}:{claim.field}") if claim.field == _WHO[kind] else None
        yield point(told, claim, (kind, entry), "most", target=target)
