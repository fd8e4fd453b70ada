"""Houses and groups of one state, and what a report without a meeting tells: one line a case."""

import pytest

from communique.model.text import Text
from communique.reading.domestic import domestic
from communique.reading.reader import read
from communique.reading.scan import scan

HOUSES = [
    ("Polish parliament", True),
    ("Spain's Council of Ministers", True),
    ("State Council of China", True),
    ("Russian Security Council", True),
    ("National Security Council", True),
    ("Nordic Council", False),
    ("Ghana-Togo Council of Ministers", False),
    ("UN Security Council", False),
    ("Pan-African Parliament", False),
]
NOTHING = [
    "The Polish parliament held an extraordinary session in Warsaw on Monday.",
    "President Amina Otieno chaired a cabinet meeting in Nairobi on Tuesday.",
    "Prime Minister Peter Hale met his ministers in Wellington on Monday to discuss the floods.",
    "Kenyan President Amina Otieno met with county governors in Nairobi on Monday.",
    "Ghanaian President Kofi Mensah met religious leaders in Accra on Monday.",
    "Opposition leaders met in Caracas on Monday to choose a candidate.",
    "The Scottish government met union leaders in Edinburgh on Monday.",
    # a verb with a day and a place, and no states
    "Smugglers met at a motorway service near Lyon on Monday, prosecutors said.",
    "The Tour of Britain ended in Cardiff on Sunday.",
    "The club's annual congress was held in Munich on Saturday.",
    "The World Travel Market opened in London on Monday.",
    "France held Italy to a 1-1 draw in Rome on Tuesday.",
]
HELD = [
    "African Union leaders met in Addis Ababa on Monday.",
    "European Union ministers met in Brussels on Monday.",
    "Fisheries ministers from nine West African states gathered in Lomé on Monday.",
    "The second Peru/Chile Binational Cabinet was held in Lima on Monday.",
]


@pytest.mark.parametrize(("subject", "own"), HOUSES)
def test_a_house_of_one_state(subject: str, own: bool) -> None:
    assert domestic(scan(f"The {subject} met."), 4, 4 + len(subject)) is own


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_a_country_s_own_is_no_meeting(text: str) -> None:
    assert [m.name for m in read(Text(name="t", characters=text, published="2024-05-08")).meetings] == []


@pytest.mark.parametrize("text", HELD)
def test_what_states_do_is(text: str) -> None:
    assert len(read(Text(name="t", characters=text, published="2024-05-08")).meetings) == 1
