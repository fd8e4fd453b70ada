"""What people found in reports is never taken for furniture: the evidence of every annotated fact stays."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.evaluation.gold import load
from communique.model.page import Page
from communique.text import clean

GOLD = sorted((Path(__file__).parents[2] / "gold" / "dev").glob("*.yml"))


def places(value: Any) -> Iterator[tuple[int, int]]:
    """All spans of evidence in an annotation."""
    if isinstance(value, dict):
        for spans in value.get("evidence", {}).values():
            yield from ((span[0], span[1]) for span in spans)
        for inside in value.values():
            yield from places(inside)
    if isinstance(value, list):
        for inside in value:
            yield from places(inside)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_evidence_is_furniture(path: Path) -> None:
    text = clean(Page(name="a", body=path.with_suffix(".txt").read_bytes()))
    gold = load(path)
    told = [places(value) for key, value in gold.items() if key != "furniture"]
    framed = gold.get("furniture") or ()
    for start, stop in {place for found in told for place in found}:
        if any(begin <= start and stop <= end for begin, end in framed):
            continue  # a name that stands there, too
        for span in text.furniture:
            assert stop <= span.start or start >= span.stop, text.characters[span.start : span.stop]
