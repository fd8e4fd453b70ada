"""People: one line a case; the text, then every person as `name: words of each mention`."""

import pytest

from communique.model.page import Page
from communique.reading.people import cast
from communique.reading.scan import scan
from communique.text import clean


def told(text: str) -> list[str]:
    return [f"{p.name}: " + ", ".join(text[a:b] for a, b in p.mentions) for p in cast(scan(text)).people]


CASES = [
    # a later surname
    ("Minister Anna Lindt came. Lindt spoke.", ["Anna Lindt: Anna Lindt, Lindt"]),
    ("Minister Anna Lindt came. Ms. Lindt spoke.", ["Anna Lindt: Anna Lindt, Lindt"]),
    ("Minister Anna Lindt came. Minister Lindt spoke.", ["Anna Lindt: Anna Lindt, Lindt"]),
    ("Minister Anna Lindt came. Anna Lindt spoke.", ["Anna Lindt: Anna Lindt, Anna Lindt"]),
    ("Minister Anna Lindt came. Lindt's words were few.", ["Anna Lindt: Anna Lindt, Lindt"]),
    ("President Xi Jinping came. Xi spoke.", ["Xi Jinping: Xi Jinping, Xi"]),
    ("Minister Kim Jong-un came. Kim spoke.", ["Kim Jong-un: Kim Jong-un, Kim"]),
    (
        "Minister Ursula von der Leyen came. Von der Leyen spoke.",
        ["Ursula von der Leyen: Ursula von der Leyen, Von der Leyen"],
    ),
    # a name that is a small word or a rank elsewhere
    ("Minister Nguyen Van The came. In Hanoi he spoke.", ["Nguyen Van The: Nguyen Van The"]),
    ("Secretary General Baron Waqa came.", ["Baron Waqa: Baron Waqa"]),
    ("Visiting Minister Anna Lindt came.", ["Anna Lindt: Anna Lindt"]),
    ("Minister Phil Hogarth T.D. came.", ["Phil Hogarth: Phil Hogarth"]),
    ("Accordingly, Minister Anna Lindt came.", ["Anna Lindt: Anna Lindt"]),
    ("President Uhuru came. President Uhuru Kenyat spoke.", ["Uhuru Kenyat: Uhuru, Uhuru Kenyat"]),
    (
        "Prime Minister De Croo came. Alexander De Croo spoke.",
        ["Alexander De Croo: De Croo, Alexander De Croo"],
    ),
    ("Minister of Police, Prisons and Fire Service Tolea Apulu came.", ["Tolea Apulu: Tolea Apulu"]),
    # the fullest name stays
    ("Minister Lindt came. Anna Lindt spoke.", ["Anna Lindt: Lindt, Anna Lindt"]),
    ("Minister A. Lindt came. Anna Lindt spoke.", ["Anna Lindt: A. Lindt, Anna Lindt"]),
    ("Minister Anna Lindt came. A. Lindt spoke.", ["Anna Lindt: Anna Lindt, A. Lindt"]),
    (
        "Minister Anna Lindt came. Minister Anna Maria Lindt spoke.",
        ["Anna Maria Lindt: Anna Lindt, Anna Maria Lindt"],
    ),
    # two of one surname stay two
    ("Minister Anna Lindt met Minister Boris Lindt.", ["Anna Lindt: Anna Lindt", "Boris Lindt: Boris Lindt"]),
    ("Minister A. Lindt met Minister B. Lindt.", ["A. Lindt: A. Lindt", "B. Lindt: B. Lindt"]),
    # misspelt once
    (
        "Minister Nikolai Patrusheff came. Minister Nikolay Patrusheff spoke.",
        ["Nikolai Patrusheff: Nikolai Patrusheff, Nikolay Patrusheff"],
    ),
    (
        "Minister Anna Lindstrom came. Minister Anna Lindstrem spoke.",
        ["Anna Lindstrom: Anna Lindstrom, Anna Lindstrem"],
    ),
    # other people
    ("Minister Anna Lindt met Minister Anna Berg.", ["Anna Lindt: Anna Lindt", "Anna Berg: Anna Berg"]),
    ("Minister Lee Chan met Minister Lee Hwang.", ["Lee Chan: Lee Chan", "Lee Hwang: Lee Hwang"]),
    # nobody
    ("The sun shone. Nothing happened.", []),
    ("Lindt spoke.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_people(text: str, expected: list[str]) -> None:
    assert told(text) == expected


OFFICES = [
    ("Foreign Minister Anna Lindt came. Minister Lindt spoke.", ["Foreign Minister"]),
    (
        "Foreign Minister Anna Lindt came. Anna Lindt, Chairwoman of the OSCE, spoke.",
        ["Foreign Minister", "Chairwoman"],
    ),
    ("Foreign Minister Anna Lindt came. The Minister spoke.", ["Foreign Minister"]),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_offices_add_up(text: str, expected: list[str]) -> None:
    (person,) = cast(scan(text)).people
    assert [h.office for h in person.holdings] == expected


def test_people_between_two_places() -> None:
    text = "Minister Anna Lindt met Minister Erik Solberg. Lindt spoke."
    seen = cast(scan(text))
    later = text.index("Lindt spoke")
    assert [(a, p.name) for a, _, p in seen.at(later, len(text))] == [(later, "Anna Lindt")]
    assert [p.name for _, _, p in seen.at(0, later)] == ["Anna Lindt", "Erik Solberg"]


def test_every_mention_is_words_of_the_name() -> None:
    text = "Minister Anna-Maria Lindt of Sweden met Dr. Erik Solberg. Ms Lindt’s words and Solberg's reply were short."
    for person in cast(scan(text)).people:
        for a, b in person.mentions:
            assert set(text[a:b].split()) <= set(person.name.split())


LAYOUTS = [
    # the office on the line under the name
    (
        "His Excellency Erik Solberg\nPrime Minister of Norway\n\nMs. Joy Otieno\nMinister of Trade and Envoy of Kenya",
        ["Prime Minister", "Minister of Trade", "Envoy"],
    ),
    ("Erik Solberg\nThe talks went on.", []),
    # forms of address and ranks are no part of the office
    ("His Excellency President Erik Solberg spoke.", ["President"]),
    ("His Majesty King Erik Solberg spoke.", ["King"]),
    ("Chairman of the Service colonel-general Erik Solberg spoke.", ["Chairman of the Service"]),
    # a name in parentheses behind the office
    ("The Minister of Trade (Erik Solberg) spoke.", ["Minister of Trade"]),
    # an unknown word inside a title is no person
    (
        "Erik Solberg, chairman of the Transitional Sovereignty Council, spoke.",
        ["chairman of the Transitional Sovereignty Council"],
    ),
    (
        "Erik Solberg, director of the Financial Monitoring Unit, spoke.",
        ["director of the Financial Monitoring Unit"],
    ),
    # two offices of one person stay with that person
    (
        "Erik Solberg, Minister of Trade and Chairman of the Council, Joy Otieno, President of the Court, spoke.",
        ["Minister of Trade", "Chairman of the Council", "President of the Court"],
    ),
    # another office after an apposition
    (
        "Erik Solberg, former President of Norway, was appointed Facilitator of the Dialogue.",
        ["President", "Facilitator of the Dialogue"],
    ),
    # an office inside an office
    (
        "Dan Levi, spokesperson for UN Special Envoy for Chad Erik Solberg, spoke.",
        ["spokesperson for UN Special Envoy for Chad Erik Solberg", "Special Envoy for Chad"],
    ),
    ("Adviser to the President Erik Solberg spoke.", ["Adviser to the President"]),
    # a department behind a comma
    (
        "The Minister of State, Department for Trade, Erik Solberg, spoke.",
        ["Minister of State, Department for Trade"],
    ),
    # an abbreviation says nothing new
    ("Prime Minister Erik Solberg came. PM Solberg spoke.", ["Prime Minister"]),
]


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_layouts(text: str, expected: list[str]) -> None:
    found = [h.office for p in cast(scan(text)).people for h in p.holdings]
    assert [f.removeprefix("former ") for f in found] == expected


NAMES = [
    ("President Kh.Battulga spoke.", ["Kh.Battulga"]),
    ("Adviser Dr Abdul Hafeez Shaikh telephoned.", ["Abdul Hafeez Shaikh"]),
    ("Mr. KISHI Nobuo, Minister of Defense, spoke.", ["KISHI Nobuo"]),
    ("President Manuel PINTO DA COSTA spoke.", ["Manuel PINTO DA COSTA"]),
    # a place's name as surname
    ("Foreign Secretary Asad Alam Siam, who came, spoke.", ["Asad Alam Siam"]),
    ("Sheikh Salem Abdullah Al Sabah, the minister, spoke.", ["Salem Abdullah Al Sabah"]),
    # a short form of the given name, a suffix; another given name is another person
    (
        "President Joe Hill of Kenya came. Joseph B. Hill Jr., President of Kenya, spoke.",
        ["Joseph B. Hill Jr"],
    ),
    ("President Joe Hill came. Minister Mary Hill spoke.", ["Joe Hill", "Mary Hill"]),
    # a title for a given name
    ("Foreign Minister Sultan bin Saad Al Muraikhi spoke.", ["Sultan bin Saad Al Muraikhi"]),
    ("Foreign Minister Don Osman spoke.", ["Don Osman"]),
    # a letter wrong
    ("Minister S. Jaishankar came. Minister Jaishanker spoke.", ["S. Jaishankar"]),
    # one family name, two people
    (
        "Prime Minister Nguyen Xuan Phuc met President Nguyen Phu Trong.",
        ["Nguyen Xuan Phuc", "Nguyen Phu Trong"],
    ),
    # accents come and go
    ("President Juan Hernández came. President Hernandez spoke.", ["Juan Hernández"]),
    # a house named after a person is none
    ("The Biden Administration welcomed it.", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_of_people(text: str, expected: list[str]) -> None:
    assert [p.name for p in cast(scan(text)).people] == expected


HEADLINES = [
    ("Minister Lindt Opens Session", ["Anna Lindt"]),
    ("MINISTER LINDT OPENS SESSION", ["Anna Lindt"]),
    ("Minister Anna Lindt Opens Session", ["Anna Lindt"]),
    # nothing below says what of it is the name
    ("Minister Erik Berg Solberg Arrives", ["Erik Berg Solberg Arrives", "Anna Lindt"]),
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_names_in_headlines(headline: str, expected: list[str]) -> None:
    body = f"{headline}\n\nMinister Anna Lindt opened the session in Oslo on Monday.".encode()
    assert [p.name for p in cast(scan(clean(Page(name="page", body=body)))).people] == expected
