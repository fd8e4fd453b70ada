"""The fold of commitments: what is to happen, by whom, until when."""

from collections.abc import Iterator

from communique.record import said
from communique.record.told import Point, Told


def points(told: Told) -> Iterator[Point]:
    """What one report says is promised or due."""
    return said.points(told, "commitments")
