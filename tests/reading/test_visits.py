"""Visits: one line a case; the text, then who visited which country."""

import pytest

from communique.model.text import Text
from communique.reading.people import cast
from communique.reading.reader import read
from communique.reading.scan import scan
from communique.reading.visits import visits


def visited(text: str) -> list[str]:
    seen = scan(text)
    who = cast(seen)
    return ["-".join(s.party or "" for s in v.sides) for s in seen.sentences for v in visits(seen, who, s)]


WHO = "Nigerian President Ada Obi"
CASES = [
    (f"{WHO} is paying a State Visit to South Africa.", ["NG-ZA"]),
    (f"{WHO} is in Namibia on a three-day State visit.", ["NG-NA"]),
    (f"{WHO} has arrived in the Maldives today on an official visit.", ["NG-MV"]),
    ("The President of Nigeria, Ada Obi, on Monday arrived in Chad on a two-day visit.", ["NG-TD"]),
    (f"{WHO} concluded her two-day visit to Ethiopia.", ["NG-ET"]),
    (f"{WHO} will pay a working visit to Chad on Friday.", ["NG-TD"]),
    # by whatever verb or noun, to a country or a city of it
    (f"{WHO} wrapped up on Tuesday, May 7, 2024, a two-day official visit to Chad.", ["NG-TD"]),
    (f"{WHO} visited Chad on Monday.", ["NG-TD"]),
    (f"{WHO} will also visit Cairo from 5 to 7 May.", ["NG-EG"]),
    (f"{WHO} paid a visit to Chad on Monday.", ["NG-TD"]),
    (f"{WHO}’s official visit to Chad was a success.", ["NG-TD"]),
    (f"The official visit of {WHO} to Chad took place on 6-7 May.", ["NG-TD"]),
    (f"A delegation led by {WHO} arrived in Chad early on Monday for a seven-day visit.", ["NG-TD"]),
    (f"{WHO} visited the Cairo International Trade Centre on Monday.", []),
    (f"Chad would welcome a visit by {WHO} to Cairo.", []),
    (f"{WHO} visited Chad.", []),
    # no kind and no length, not paid, at home, of nobody
    (f"{WHO} paid a visit to Chad.", []),
    (f"{WHO} was invited to pay a state visit to Chad.", []),
    (f"{WHO} cancelled her state visit to Chad.", []),
    (f"{WHO} began a two-day visit to Nigeria.", []),
    ("They paid an official visit to Chad.", []),
    (f"{WHO} refused to pay a state visit to Chad.", []),
    (f"{WHO} declined to pay a state visit to Chad.", []),
    (f"{WHO} has yet to pay a state visit to Chad.", []),
    (f"{WHO} should pay an official visit to Chad.", []),
    (f"If {WHO} makes an official visit to Chad, trade will grow.", []),
    (f"Chad invited {WHO} to pay a state visit to Chad in April.", []),
    # another's
    (f"{WHO}, whose predecessor paid a state visit to Chad, spoke.", []),
    (f"The wife of {WHO} paid a state visit to Chad.", []),
    (f"Critics of {WHO} were in Chad on a two-day visit.", []),
    (f"{WHO} said the Ugandan team was in Chad on a two-day visit.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_visits_whom(text: str, expected: list[str]) -> None:
    assert visited(text) == expected


def test_talks_of_the_same_two_are_the_visit() -> None:
    text = f"{WHO} is in Chad on a two-day official visit. She held talks with Chadian President Idi Toro in Lima."
    assert [sorted(m.represented) for m in read(Text(name="t", characters=text)).meetings] == [["NG", "TD"]]


def test_a_visit_told_twice_is_one() -> None:
    text = f"{WHO} will pay a working visit to Chad on Friday. {WHO}’s working visit to Chad will last a day."
    assert len(read(Text(name="t", characters=text)).meetings) == 1


def test_a_visit_that_will_be_paid_is_planned() -> None:
    text = f"{WHO} will pay a working visit to Chad on Friday."
    assert [m.status for m in read(Text(name="t", characters=text)).meetings] == ["planned"]
