"""Speakers in plain prose: one line a case; the text, then who says what."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan
from communique.reading.statements import statements

PLAIN = [
    # "it" is the body with which the sentence before begins
    ("The Eurogroup discussed the talks. It noted that trade had grown.", [("Eurogroup", "trade had grown")]),
    ("Anna Lindt discussed the talks. It noted that trade had grown.", []),
    # whose apposition speaks
    (
        "The hall heard Anna Lindt, Premier of Kenya, a former member of the Union Council, who spoke about the new road.",
        [("Anna Lindt", "the new road")],
    ),
    (
        "Anna Lindt, of the Republic of Kenya, and Chairperson of the Board said that trade had grown.",
        [("Anna Lindt", "trade had grown")],
    ),
    # an own clause in front of a further "that"
    (
        "Premier Anna Lindt said her country was concerned with the issues that divide the region.",
        [("Anna Lindt", "her country was concerned with the issues that divide the region")],
    ),
    # quoted by others
    (
        "The Times quoted President Anna Lindt as saying that trade had grown.",
        [("Anna Lindt", "trade had grown")],
    ),
    (
        "President Anna Lindt was quoted as saying the border was open.",
        [("Anna Lindt", "the border was open")],
    ),
    # two who speak; two who each speak
    (
        "Anna Lindt and Erik Solberg met in Oslo. Lindt and Solberg stressed that trade had grown.",
        [("Lindt and Solberg", "trade had grown")],
    ),
    (
        "Premier Anna Lindt said that trade had grown while her colleague Erik Solberg said that prices had not.",
        [("Anna Lindt", "trade had grown"), ("Erik Solberg", "prices had not")],
    ),
    (
        "Anna Lindt, Erik Solberg and Rosa Perez met. Anna Lindt, Erik Solberg and Rosa Perez stressed that trade had grown.",
        [("Anna Lindt, Erik Solberg and Rosa Perez", "trade had grown")],
    ),
    (
        "Five leaders, including Premier Anna Lindt, concluded the Third Leaders Summit in Oslo after long talks.",
        [],
    ),
    # a further verb behind "and" has its sentence's subject, no tail of the words before it
    (
        "Ministers noted with gratitude the help of observer organisations and expressed thanks to the host.",
        [("Ministers", "the help of observer organisations")],
    ),
    # what is told in passing; documents; a house and its seat; what is announced
    ("Tensions grew between them after Kenya accused Norway of waste.", []),
    (
        "The joint declaration also states that any such act is void.",
        [("joint declaration", "any such act is void")],
    ),
    ("The final document said that trade must grow.", [("final document", "trade must grow")]),
    (
        "The Bridgetown-based Caribbean Development Bank said that trade had grown.",
        [("Caribbean Development Bank", "trade had grown")],
    ),
    (
        "Premier Anna Lindt announced the possibility of a new road.",
        [("Anna Lindt", "the possibility of a new road")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_speakers_in_plain_prose(text: str, expected: list[tuple[str, str]]) -> None:
    seen = scan(text)
    assert [(s.speaker, s.text) for s in statements(seen, cast(seen))] == expected
