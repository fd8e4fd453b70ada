"""Agenda items: which coordinations are split, where an item ends, and what is none."""

import pytest

from communique.reading.agenda import agenda
from communique.reading.people import cast
from communique.reading.scan import scan


def read(words: str) -> list[str]:
    scanned = scan(words)
    return [item.text for item in agenda(scanned, cast(scanned))]


CASES = [
    (
        "The ministers discussed trade, the border and transit.",
        ["trade", "the border", "transit"],
    ),
    (
        "They discussed current issues of local and regional security.",
        ["current issues of local and regional security"],
    ),
    (
        "The sides exchanged views on fishing, as well as on the state of the ports.",
        ["fishing", "the state of the ports"],
    ),
    (
        "The talks focused on cooperation in the political, military and technical spheres.",
        ["cooperation in the political, military and technical spheres"],
    ),
    (
        "One of the key items on the agenda was the safety of bridges.",
        ["the safety of bridges"],
    ),
    ("Issues of river safety are on the agenda.", ["Issues of river safety"]),
    (
        "During the talks, grain prices and the state of roads were discussed.",
        ["grain prices", "the state of roads"],
    ),
    (
        "The leaders discussed how Peru, Chile and Bolivia can share water.",
        ["how Peru, Chile and Bolivia can share water"],
    ),
    (
        "They discussed a range of issues, including tourism, fish and sport.",
        ["tourism", "fish", "sport"],
    ),
    (
        "The ministers discussed ways to protect rivers, according to the press service.",
        ["ways to protect rivers"],
    ),
    (
        "The ministers reviewed the progress made since May and signed a plan.",
        ["the progress made since May"],
    ),
    ("The ministers met in Lima to discuss fishing quotas.", ["fishing quotas"]),
    (
        "The topics included floods, drought and the price of seed.",
        ["floods", "drought", "the price of seed"],
    ),
    ("He informed the participants about the work of the bureau.", ["the work of the bureau"]),
    ("A seminar on the use of drones was held.", ["the use of drones"]),
    ("Discussions covered ties between Peru and Chile.", ["ties between Peru and Chile"]),
    (
        "The chairs discussed opening a bridge and closing a road.",
        ["opening a bridge", "closing a road"],
    ),
    (
        "The minister discussed with his Chilean colleague the state of the ports.",
        ["the state of the ports"],
    ),
    (
        "Agenda\n\n1. The price of seed\n2. Roads and rails\n\nPress service",
        ["The price of seed", "Roads and rails"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_reads(words: str, expected: list[str]) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The minister stressed the importance of dialogue.",
        "The sides did not discuss fishing.",
        "They discussed the issue.",
        "The agenda includes 12 issues.",
        "She addressed the meeting.",
        "He is considered a friend of the region.",
        "Talks on Monday were long.",
        "The delegation includes Peru, Chile and Bolivia.",
        "The ministers considered the draft charter of ports.",
        "They are unable to discuss fishing.",
    ],
)
def test_stays_silent(words: str) -> None:
    assert read(words) == []


def test_items_stand_where_they_say() -> None:
    words = "The ministers discussed trade and the state of the border."
    scanned = scan(words)
    for item in agenda(scanned, cast(scanned)):
        assert item.evidence[""][0].cut(words) == item.text


@pytest.mark.parametrize("unit", ["discussed A, ", "issues of the day on the way ", "agenda "])
def test_endless_sentences_end(unit: str) -> None:
    read(unit * 3000)
