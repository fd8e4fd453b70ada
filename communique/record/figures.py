"""The fold of figures: value, comparator, unit, what, period and claimant, as one report claims them."""

from collections.abc import Iterator

from communique.record import said
from communique.record.told import Point, Told


def points(told: Told) -> Iterator[Point]:
    """What one report claims in numbers."""
    return said.points(told, "figures")
