"""The fold of statements: who said what, in whose report."""

from collections.abc import Iterator

from communique.record import said
from communique.record.told import Point, Told


def points(told: Told) -> Iterator[Point]:
    """What one report has people say."""
    return said.points(told, "statements")
