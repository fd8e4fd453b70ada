"""For whom an office is held, where its title does not say: one line a case; the text, then `surname of`."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan


def owners(text: str) -> list[str]:
    return [f"{p.name.split()[-1]} {h.of or '-'}" for p in cast(scan(text)).people for h in p.holdings]


CASES = [
    # a delegation
    ("The delegation of Kenya was headed by Foreign Minister Amina Yusuf.", ["Yusuf KE"]),
    ("The Kenyan delegation was led by Foreign Minister Amina Yusuf.", ["Yusuf KE"]),
    ("Kenya was represented by Foreign Minister Amina Yusuf.", ["Yusuf KE"]),
    (
        "Kenya was represented by Foreign Minister Amina Yusuf, and Norway by Foreign Minister Erik Solberg.",
        ["Yusuf KE", "Solberg NO"],
    ),
    ("On the Kenyan side, Foreign Minister Amina Yusuf took part.", ["Yusuf KE"]),
    ("Foreign Minister Amina Yusuf attended on the Kenyan side.", ["Yusuf KE"]),
    # behind the name
    ("Foreign Minister Amina Yusuf of Kenya spoke.", ["Yusuf KE"]),
    ("Foreign Minister Amina Yusuf (Kenya) spoke.", ["Yusuf KE"]),
    # shared with the title before
    ("Kenyan President Joy Otieno and Foreign Minister Amina Yusuf spoke.", ["Otieno KE", "Yusuf KE"]),
    # lists of both
    (
        "The foreign ministers of Kenya and Norway, Amina Yusuf and Erik Solberg, spoke.",
        ["Yusuf KE", "Solberg NO"],
    ),
    (
        "The Kenyan and Norwegian foreign ministers, Amina Yusuf and Erik Solberg, spoke.",
        ["Yusuf KE", "Solberg NO"],
    ),
    (
        "Kenyan and Norwegian Foreign Ministers Amina Yusuf and Erik Solberg spoke.",
        ["Yusuf KE", "Solberg NO"],
    ),
    # an institution tells the country
    ("Speaker of the Knesset Dan Levi spoke.", ["Levi IL"]),
    ("Chairwoman of the Federation Council Olga Petrova spoke.", ["Petrova RU"]),
    # an organisation
    ("Secretary General of ASEAN Amina Yusuf spoke.", ["Yusuf ASEAN"]),
    ("OSCE Chairperson-in-Office Amina Yusuf spoke.", ["Yusuf OSCE"]),
    ("EU High Representative Amina Yusuf spoke.", ["Yusuf EU"]),
    # where the envoy is sent is not whose envoy he is
    ("Kenyan Ambassador to Norway Amina Yusuf spoke.", ["Yusuf KE"]),
    ("Ambassador of Kenya to Norway Amina Yusuf spoke.", ["Yusuf KE"]),
    ("Ambassador to Norway Amina Yusuf spoke.", ["Yusuf -"]),
    # nothing says it
    ("Foreign Minister Amina Yusuf spoke.", ["Yusuf -"]),
    ("Foreign Minister Amina Yusuf spoke about Norway.", ["Yusuf -"]),
    # a later title of the same person tells it
    ("Foreign Minister Amina Yusuf spoke. Yusuf, Kenya's foreign minister, left.", ["Yusuf KE"]),
    # the country that the whole report is about
    (
        "Kenya is ready. Kenya has asked for the talks. Foreign Minister Amina Yusuf spoke for Kenyan farmers.",
        ["Yusuf KE"],
    ),
    (
        "Kenya and Norway are ready. Kenya and Norway asked for it. Foreign Minister Amina Yusuf spoke.",
        ["Yusuf -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whose_office(text: str, expected: list[str]) -> None:
    assert owners(text) == expected


def test_the_place_that_says_it_names_the_country() -> None:
    text = "The Kenyan delegation was led by Foreign Minister Amina Yusuf."
    (person,) = cast(scan(text)).people
    assert [text[a:b] for a, b in person.holdings[0].at][-1] == "Kenyan"
