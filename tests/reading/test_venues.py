"""In which house a sitting took place: one line a case; the text, then the venue of its first meeting."""

import pytest

from communique.model.text import Text
from communique.reading import read

WHO = "Swedish Foreign Minister Anna Lindt"
OTHER = "Kenyan Foreign Minister Amina Yusuf"

CASES = [
    ("The 9th SADC Summit was held at the Lake Palace Hotel in Harare.", "Lake Palace Hotel"),
    ("The 9th SADC Summit will open on 3 May 2020 in the Joshua Nkomo Hall, Harare.", "Joshua Nkomo Hall"),
    ("At Hotel Rovuma in Maputo ministers held the 9th SADC Summit.", "Hotel Rovuma"),
    (
        "The 9th SADC Summit took place at the headquarters of the African Union.",
        "headquarters of the African Union",
    ),
    ("The 9th SADC Summit met at the Great Hall of the People.", "Great Hall of the People"),
    (f"{WHO} met {OTHER} at State House in Nairobi on Monday.", "State House"),
    (f"{WHO} met {OTHER} at the Élysée Palace.", "Élysée Palace"),
    ("The 9th SADC Summit was held in Harare.", None),
    (
        "The 9th SADC Summit began hours after Chad’s team arrived at Kenneth Kaunda International Airport.",
        None,
    ),
    ("The 9th SADC Summit adopted a plan for the Lake Palace Hotel.", None),
    ("The 9th SADC Summit was held in Harare, said Ida Berg, who works at the White House.", None),
    ("The 9th SADC Summit was held in Harare; talks go on at Lake Palace Hotel.", None),
    ("The 9th SADC Summit asked for the meeting of experts at Lake Palace Hotel.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_venue(text: str, expected: str | None) -> None:
    found = read(Text(name="t", characters=text)).meetings[0]
    assert found.venue == expected
    if expected:
        span = found.evidence["venue"][0]
        assert text[span.start : span.stop] == expected
