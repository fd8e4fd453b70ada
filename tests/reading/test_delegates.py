"""Whose meeting it was though nobody is named; the text, then the parties of its first meeting."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th meeting of the OSCE Permanent Council was held in Vienna on 4 May 2020. "

MET = [
    # officials known by their countries' adjectives
    ("Kenyan and Ugandan officials met in Busia on 4 May 2020.", ["KE", "UG"]),
    (
        "The Danish, Swedish and Finnish environment ministers gathered in Oslo on 4 May 2020.",
        ["DK", "SE", "FI"],
    ),
    ("Peruvian and Chilean negotiators reviewed the draft at a meeting in Lima on 4 May 2020.", ["PE", "CL"]),
    # countries and capitals as the subject
    (
        "Mali and Niger will hold the third session of the Joint Border Commission in Gao on 4 May 2020.",
        ["ML", "NE"],
    ),
    ("Moscow and Minsk held consultations on customs in Minsk on 4 May 2020.", ["RU", "BY"]),
    ("Officials from Oman, Qatar and Kuwait held transport talks in Doha on 4 May 2020.", ["OM", "QA", "KW"]),
    # the sides behind "between"
    (
        "A tripartite meeting between Egypt, Sudan and Ethiopia was held in Cairo on 4 May 2020.",
        ["EG", "SD", "ET"],
    ),
    # who only speaks of it, or meets before it, does not hold it
    ("Kenyan and Ugandan traders lost millions, the EAC Summit heard in Arusha on 4 May 2020.", []),
    ("Ahead of the AU Summit in Accra on 4 May 2020, trade between Mali and Niger fell.", []),
]


@pytest.mark.parametrize(("text", "expected"), MET)
def test_parties_that_hold_a_meeting(text: str, expected: list[str]) -> None:
    found = read(Text(name="t", characters=text)).meetings
    assert (list(found[0].represented) if found else []) == expected


THERE = [
    ("Delegations in attendance include Angola, Botswana and Namibia.", ["AO", "BW", "NA"]),
    ("The participating countries were Angola and Botswana.", ["AO", "BW"]),
    ("It was attended by Angola, Botswana and Namibia.", ["AO", "BW", "NA"]),
    ("Droughts were worst in countries such as Angola, Botswana and Namibia.", []),
    ("The talks were conducted in French, Portuguese and Spanish.", []),
]


@pytest.mark.parametrize(("words", "expected"), THERE)
def test_parties_that_are_counted(words: str, expected: list[str]) -> None:
    assert list(read(Text(name="t", characters=LEAD + words)).meetings[0].represented) == expected


ACTED = [
    ("The Austrian delegation objected to the text.", ["AT"]),
    ("The Swedish prime minister took the floor.", ["SE"]),
    ("The Danish foreign minister told reporters that it went well.", []),
    (
        "It was attended by the African Union, the Arab League and the World Bank.",
        ["AU", "Arab League", "World Bank"],
    ),
    ("The text, tabled by Peru and Chile, was adopted with Cuba against.", ["PE", "CL", "CU"]),
    ("The session, hosted by Kenya, was long.", ["KE"]),
    ("Kenya hosts many refugees.", []),
]


@pytest.mark.parametrize(("words", "expected"), ACTED)
def test_parties_that_did_something_there(words: str, expected: list[str]) -> None:
    assert list(read(Text(name="t", characters=LEAD + words)).meetings[0].represented) == expected


ROWS = [
    (
        "Mali and Niger held the third session of the Joint Commission in Gao. The fourth session will be held in Bamako.",
        ["ML", "NE"],
    ),
    (
        "Mali and Niger held talks on water in Gao. The two countries will hold a meeting of experts in May.",
        ["ML", "NE"],
    ),
    ("Mali and Niger held talks on water in Gao. The World Water Forum will be held in Dakar in May.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_same_two_meet_again(text: str, expected: list[str]) -> None:
    assert list(read(Text(name="t", characters=text)).meetings[1].represented) == expected
