"""Pieces of a printed page with their places on the paper, as the reader of layout sees them."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Piece(NamedTuple):
    """Words that stand on one line without a wide gap; places in points from the lower left corner."""

    left: float
    right: float
    bottom: float
    top: float
    words: str

    @property
    def size(self) -> float:
        """The height of its letters with room above and below."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """How long it is."""
        return self.right - self.left


class Row(NamedTuple):
    """One line of a column: its pieces from left to right, wide gaps kept as two blanks."""

    left: float
    right: float
    bottom: float
    top: float
    words: str

    @property
    def size(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom


WIDE = 1.5
"""A gap of so many heights sets words apart, as in a table."""


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """The pieces of one column put together to lines, from the top down.

    >>> [row.words for row in rows_of([Piece(50, 90, 0, 10, "Minsk"), Piece(0, 40, 0, 10, "In")])]
    ['In Minsk']
    """
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.top, p.left)):
        near = next((line for line in lines[-4:] if _beside(line[0], piece)), None)
        if near is None:
            lines.append([piece])
        else:
            near.append(piece)
    return [_row(sorted(line)) for line in lines]


def _beside(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand on one line: the greater part of the lower lies beside the higher."""
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.6 * min(one.size, other.size)


def _row(pieces: Sequence[Piece]) -> Row:
    size = median(piece.size for piece in pieces)
    gaps = [piece.left - last.right for last, piece in pairwise(pieces)]
    stretched = _is_stretched(gaps, size)
    words = pieces[0].words
    for gap, piece in zip(gaps, pieces[1:], strict=True):
        blank = "  " if gap > WIDE * size and not stretched else " " if gap > 0.1 * size else ""
        words += blank + piece.words
    bottom = min(piece.bottom for piece in pieces)
    return Row(pieces[0].left, max(p.right for p in pieces), bottom, bottom + size, words.strip())


def _is_stretched(gaps: Sequence[float], size: float) -> bool:
    """Whether a line of few words was stretched to the width of its column: its gaps are wide, and alike."""
    return len(gaps) > 1 and max(gaps) < 5 * size and min(gaps) > 0.6 * max(gaps)
