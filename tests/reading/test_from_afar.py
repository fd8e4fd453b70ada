"""How a sitting was held, told by those who joined it over a screen."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th OSCE summit was held in Vienna on 4 May 2020. "

MODES = [
    ("Swedish President Anna Lindt joined by video link from Stockholm.", "hybrid"),
    ("Kenya took part via videoconference.", "hybrid"),
    ("Present were Anna Lindt (Sweden) and Amina Yusuf (Kenya, by Zoom).", "hybrid"),
    ("Swedish President Anna Lindt greeted the participants by video link.", None),
    ("The experts had worked by video link for months.", None),
]


@pytest.mark.parametrize(("words", "mode"), MODES)
def test_how_it_was_held(words: str, mode: str | None) -> None:
    assert read(Text(name="t", characters=LEAD + words)).meetings[0].mode == mode


def test_a_sitting_without_a_place_is_not_told_as_hybrid() -> None:
    told = "The 9th OSCE summit was held on 4 May 2020. Swedish President Anna Lindt joined by video link."
    assert read(Text(name="t", characters=told)).meetings[0].mode is None
