"""Coverage: one line a case; the text, then sentences, read, understood, and the sentences left over."""

import pytest

from communique.model.span import Span
from communique.model.text import Text
from communique.reading.reader import read

CASES = [
    ("", (0, 0, 0), []),
    ("It rained.", (1, 0, 0), []),
    ("It rained. The sun shone.", (2, 0, 0), []),
    ("Foreign Minister Anna Lindt said that trade had doubled.", (1, 1, 1), []),
    ("The 9th meeting of the CSTO Permanent Council was held in Moscow.", (1, 1, 1), []),
    ("Somebody attended something.", (1, 1, 0), ["Somebody attended something."]),
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow. It rained. Somebody met somebody.",
        (3, 2, 1),
        ["Somebody met somebody."],
    ),
]


@pytest.mark.parametrize(("text", "counts", "left"), CASES)
def test_coverage(text: str, counts: tuple[int, int, int], left: list[str]) -> None:
    got = read(Text(name="t", characters=text)).report.coverage
    assert (got.sentences, got.read, got.understood) == counts
    assert [span.cut(text) for span in got.left] == left


def test_furniture_is_not_counted() -> None:
    text = "Somebody attended something.\n\nSomebody met somebody."
    whole = read(Text(name="t", characters=text)).report.coverage
    part = read(Text(name="t", characters=text, furniture=(Span(0, 28),))).report.coverage
    assert (whole.sentences, len(whole.left)) == (2, 2)
    assert (part.sentences, [s.cut(text) for s in part.left]) == (1, ["Somebody met somebody."])
