"""Captions: whose picture it is, what it shows, who stands where."""

import pytest
from marked import cleaned, unmarked
from test_cleaning import LEAD, H
from test_frames import STORY

from communique.text.captions import is_credit, is_pictured, is_sided
from communique.text.lines import lines_in


@pytest.mark.parametrize(
    "line",
    [
        "The minister (left) with his guest in the garden",
        "Anna Petrova, centre, hands over the chair to her neighbour",
        "The heads of state pose for the family photo",
        "(Left to right) The presidents of four states in Minsk",
        "Leaders follow the talks. PHOTO | OUR REPORTER",
    ],
)
def test_who_stands_where_in_a_picture_is_told(line: str) -> None:
    assert is_sided(lines_in(line)[0])


@pytest.mark.parametrize("line", [LEAD, unmarked(H), "The left won the vote, and the right took it well."])
def test_a_sentence_of_the_report_shows_nothing(line: str) -> None:
    one = lines_in(line)[0]
    assert not is_sided(one)
    assert not is_pictured(one)


def test_a_caption_that_tells_who_was_there_is_no_furniture_by_a_rule() -> None:
    who = lines_in(
        "Anna Petrova and the ministers of four states at the opening of the sitting (Photo: pool)"
    )[0]
    what = lines_in("The building of the ministry (Photo: pool)")[0]
    assert is_pictured(who)
    assert not is_credit(who)
    assert is_credit(what)


def test_a_caption_below_the_day_is_no_headline() -> None:
    text = cleaned(
        f"Menu\nNews\nSport\n{unmarked(H)}\n\nThe presidents of the CSTO states pose for a photo in Minsk\n{LEAD}\n{STORY}"
    )
    assert text.title == unmarked(H)
