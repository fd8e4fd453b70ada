"""The fold of commitments: what is to happen, by whom, until when, and which planned meeting or instrument it speaks of."""

from collections.abc import Iterator, Sequence

from communique.model.claim import Claim
from communique.model.span import Span
from communique.record import said
from communique.record.told import Point, Told, point

_AWAITED = frozenset(("planned", "submitted"))


def points(told: Told) -> Iterator[Point]:
    """What one report says is promised or due."""
    yield from said.points(told, "commitments")
    for path, claim in told.below("commitments"):
        entry = told.entry(path)
        if claim.field != "text" or entry is None:
            continue
        yield from _meeting(told, claim, entry, path)
        yield from _instrument(told, claim, entry, path)


def _meeting(told: Told, claim: Claim, entry: str, path: str) -> Iterator[Point]:
    """The planned meeting that the clause names: once it was held, the promise is kept."""
    for i, meeting in enumerate(told.reading.meetings):
        names = meeting.evidence.get("name", ())
        if meeting.status == "planned" and _within(told, path, names):
            target = told.entry(f"meetings/{i}")
            yield _link(told, claim, entry, "meeting", meeting.name, target)
            return


def _instrument(told: Told, claim: Claim, entry: str, path: str) -> Iterator[Point]:
    """The instrument of which the clause says that it is to be dealt with: once it was, the promise is kept."""
    places = [(f"instruments/{i}", paper) for i, paper in enumerate(told.reading.instruments)]
    places += [
        (f"meetings/{i}/instruments/{j}", paper)
        for i, meeting in enumerate(told.reading.meetings)
        for j, paper in enumerate(meeting.instruments)
    ]
    for place, paper in places:
        awaited = not _AWAITED.isdisjoint((paper.action, *paper.steps))
        if awaited and _within(told, path, paper.evidence.get("title", paper.evidence.get("", ()))):
            yield _link(told, claim, entry, "instrument", paper.title, told.entry(place))
            return


def _within(told: Told, path: str, spans: Sequence[Span]) -> bool:
    """True when the clause of the promise names what stands at one of these places."""
    item = told.reading.commitments[int(path.rsplit("/", 1)[1])]
    return any(clause.start <= span.start < clause.stop for clause in item.evidence[""] for span in spans)


def _link(told: Told, claim: Claim, entry: str, field: str, value: str, target: str | None) -> Point:
    return point(told, claim, ("commitments", entry), "most", field=field, value=value, target=target)
