"""The fold of operations: one entry a name, one part a yearly run."""

from collections.abc import Iterator

from communique.model.when import year_of
from communique.record.told import PartKey, Point, Told, point

_RULES = {"name": "wording", "aim": "wording", "organiser": "wording"}
_RUN_RULES = {"when": "date", "stage": "wording", "status": "progress"}


def points(told: Told) -> Iterator[Point]:
    """What one report says of operations."""
    for path, claim in told.below("operations"):
        operation = told.entry(path)
        if operation is None:
            continue
        entry = ("operations", operation)
        if claim.field in _RULES:
            yield point(told, claim, entry, _RULES[claim.field])
        elif claim.field in _RUN_RULES:
            year = year_of(told.reading.operations[int(path.split("/")[1])].when)
            run = PartKey("runs", str(year or "undated"))
            yield point(told, claim, entry, _RUN_RULES[claim.field], part=run)
