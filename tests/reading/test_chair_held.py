"""Who holds the chair of the organ that sits, and is there, is in the chair."""

import pytest

from communique.model.text import Text
from communique.reading import read

MET = "The Council of Ministers of the ECOWAS held its 83rd Ordinary Session in Abuja on 17 December 2019. "

CHAIRS = [
    (f"{MET}Declaring the session open, the Chair of Council, Amina Yusuf, asked for more.", "Amina Yusuf"),
    (f"{MET}The Chair of the ECOWAS Council of Ministers, Amina Yusuf, took part.", "Amina Yusuf"),
    # of another organ, of the organisation as a whole, or no longer
    (f"{MET}The Chair of the Audit Committee, Amina Yusuf, took part.", None),
    (f"{MET}The Chairperson of ECOWAS, Amina Yusuf, took part.", None),
    (f"{MET}The former Chair of the ECOWAS Council of Ministers, Amina Yusuf, took part.", None),
    (
        "The ECOWAS Authority of Heads of State and Government met in Abuja on 17 December 2019. The Chairman of ECOWAS, Mark Cole, took part.",
        "Mark Cole",
    ),
    # somebody else was in it
    (
        f"{MET}It was chaired by Mark Cole of Ghana. The Chair of the ECOWAS Council of Ministers, Amina Yusuf, took part.",
        "Mark Cole",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAIRS)
def test_who_sat_in_the_chair_by_office(text: str, expected: str | None) -> None:
    chair = read(Text(name="t", characters=text)).meetings[0].chair
    assert (chair.name if chair else None) == expected


def test_who_will_head_a_house_does_not_chair_the_session() -> None:
    text = f"{MET}The ECOWAS Commission will be headed by former minister Amina Yusuf."
    assert read(Text(name="t", characters=text)).meetings[0].chair is None


def test_the_chair_is_told_of_the_participant_too() -> None:
    seated = read(Text(name="t", characters=CHAIRS[0][0])).meetings[0].participants
    assert [(p.name, p.role) for p in seated] == [("Amina Yusuf", "chair")]
