"""In which order a page of several columns is read."""

from collections.abc import Iterator, Sequence
from statistics import median

from communique.text.shapes import Piece, Row, rows_of

FEW = 4
"""Pieces that a column has at least."""

FILLED = 0.55
"""How much of a column's width its lines fill; the cells of a table fill less."""

CROSSING = 0.34
"""The greatest part of all pieces (headlines, notes under the columns) that may lie across a gutter."""


def blocks_of(pieces: Sequence[Piece]) -> Iterator[list[Row]]:
    """The lines of a page, column by column, in the order in which they are read.

    What lies across all columns (a headline) parts those above it from those below.
    """
    gutter = _gutter(pieces)
    if gutter is None:
        if rows := rows_of(pieces):
            yield rows
        return
    band: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: -p.top):
        if piece.left < gutter < piece.right:
            yield from _sides(band, gutter)
            yield rows_of([piece])
            band = []
        else:
            band.append(piece)
    yield from _sides(band, gutter)


def _sides(band: Sequence[Piece], gutter: float) -> Iterator[list[Row]]:
    for side in ([p for p in band if p.right <= gutter], [p for p in band if p.left >= gutter]):
        if side:
            yield from blocks_of(side)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """A place between two columns, the one that the fewest pieces lie across; None for one column."""
    if len(pieces) < 2 * FEW:
        return None
    best: tuple[int, float] | None = None
    for place in _places(pieces):
        left = [p for p in pieces if p.right <= place]
        right = [p for p in pieces if p.left >= place]
        crossing = len(pieces) - len(left) - len(right)
        if (best is None or crossing < best[0]) and crossing <= CROSSING * len(pieces) and _fit(left, right):
            best = crossing, place
    return best[1] if best else None


def _places(pieces: Sequence[Piece]) -> list[float]:
    """Where a column on the right may begin: left edges that several pieces share."""
    edges = sorted(round(p.left) for p in pieces)
    least = edges[0]
    counted = {edge: edges.count(edge) for edge in set(edges)}
    often = sorted((e for e in counted if e > least and counted[e] >= FEW - 1), key=lambda e: -counted[e])
    return [edge - 1.0 for edge in often[:12]]


def _fit(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two sides are columns of running text that stand beside each other."""
    if len(left) < FEW or len(right) < FEW:
        return False
    shared = min(_top(left), _top(right)) - max(_bottom(left), _bottom(right))
    if shared < 3 * median(p.size for p in left):
        return False
    return _is_filled(left) and _is_filled(right)


def _is_filled(side: Sequence[Piece]) -> bool:
    rows = rows_of(side)
    width = max(row.right for row in rows) - min(row.left for row in rows)
    return median(row.right - row.left for row in rows) >= FILLED * width and width > 6 * rows[0].size


def _top(side: Sequence[Piece]) -> float:
    return max(p.top for p in side)


def _bottom(side: Sequence[Piece]) -> float:
    return min(p.bottom for p in side)
