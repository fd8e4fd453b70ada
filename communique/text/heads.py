"""Running heads: what stands again and again at the edges of printed pages."""

import re
from collections import Counter
from collections.abc import Sequence

from communique.text.shapes import Row

EDGE = 3
"""Lines at the top and at the bottom of a page where a running head stands."""

OFTEN = 0.4
"""The least part of all pages that a running head stands on: it may be for even pages only."""

NUMBER = re.compile(r"(?:page |p\. ?|стр\. ?|[-–—] ?)?\d{1,4}(?: ?(?:/|of|из) ?\d{1,4})?(?: ?[-–—])?", re.I)


NEAR = 6
"""Points by which a running head may stand higher on one page than on another."""

Page = list[list[Row]]
"""The blocks of one page."""

Head = tuple[str, int]
"""The shape of a line, and how high it stands."""


def without_heads(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without running heads and page numbers, and the words that were left out."""
    again = _running(pages)
    kept: list[Page] = []
    dropped: list[str] = []
    for page in pages:
        out = _heads(page, again)
        dropped += [row.words for row in out]
        blocks = ([row for row in block if row not in out] for block in page)
        kept.append([block for block in blocks if block])
    return kept, dropped


def _running(pages: Sequence[Page]) -> set[Head]:
    """Lines that stand at one place at the edges of two pages at least, and of many."""
    seen = Counter(head for page in pages for head in {head for row in _edges(page) for head in _near(row)})
    least = max(2, OFTEN * len(pages))
    return {head for head, count in seen.items() if count >= least}


def _heads(page: Page, again: set[Head]) -> list[Row]:
    """From either edge inwards, as far as nothing else stands between."""
    rows = sorted((row for block in page for row in block), key=lambda row: -row.top)
    out: list[Row] = []
    for edge in (rows[:EDGE], rows[::-1][:EDGE]):
        for row in edge:
            number = NUMBER.fullmatch(row.words) and len(rows) > 1
            if not number and not again.intersection(_near(row)):
                break
            out.append(row)
    return out


def _edges(page: Page) -> list[Row]:
    rows = sorted((row for block in page for row in block), key=lambda row: -row.top)
    return rows[:EDGE] + rows[-EDGE:]


def _near(row: Row) -> set[Head]:
    """A line's shape with the two heights that it may be taken to have."""
    shape = re.sub(r"\d+", "#", row.words)
    return {(shape, int(row.bottom / NEAR)), (shape, int(row.bottom / NEAR + 0.5))}
