"""The fold of commitments: what is to happen, by whom, until when, and which planned meeting it speaks of."""

from collections.abc import Iterator

from communique.record import said
from communique.record.told import Point, Told, point


def points(told: Told) -> Iterator[Point]:
    """What one report says is promised or due."""
    yield from said.points(told, "commitments")
    for path, claim in told.below("commitments"):
        entry = told.entry(path)
        if claim.field != "text" or entry is None:
            continue
        item = told.reading.commitments[int(path.rsplit("/", 1)[1])]
        for i, meeting in enumerate(told.reading.meetings):
            names = meeting.evidence.get("name", ())
            # the clause that promises also names the meeting: once that was held, the promise is kept
            if meeting.status == "planned" and any(
                s.start <= n.start < s.stop for s in item.evidence[""] for n in names
            ):
                target = told.entry(f"meetings/{i}")
                yield point(
                    told,
                    claim,
                    ("commitments", entry),
                    "most",
                    field="meeting",
                    value=meeting.name,
                    target=target,
                )
                break
