"""Statements in several pieces: interrupted quotations, two speakers in a sentence, transcripts."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan
from communique.reading.statements import statements

LINDT = "Foreign Minister Anna Lindt arrived in Minsk. "
TWO = "Swedish Foreign Minister Anna Lindt met Norwegian Prime Minister Erik Solberg in Oslo. "


def read(text: str) -> list[tuple[str, str, bool]]:
    scanned = scan(text)
    return [(s.speaker, s.text, s.direct) for s in statements(scanned, cast(scanned))]


HALVES = [
    (
        "“We are still here,” Lindt said, “and we do not leave.”",
        ["We are still here", "and we do not leave."],
    ),
    ("“We are still here”, she said, and “nobody leaves”.", ["We are still here", "nobody leaves"]),
    ("“The promise,” she went on, “is for all of us.”", ["The promise,” she went on, “is for all of us."]),
]


@pytest.mark.parametrize(("text", "expected"), HALVES)
def test_an_interrupted_quotation(text: str, expected: list[str]) -> None:
    assert [t for _, t, _ in read(LINDT + text)] == expected


OTHERS = [
    "Lindt said she was ready; Solberg replied the road had to be built first.",
    "Lindt said she was ready, while Solberg recalled that the road had to be built first.",
    "Lindt said she was ready (“We never sleep,” she had said before), but Solberg noted the road had to be built first.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_the_words_end_where_somebody_else_begins(text: str) -> None:
    found = [(s, t) for s, t, d in read(TWO + text) if not d]
    assert found == [("Anna Lindt", "she was ready"), ("Erik Solberg", "the road had to be built first")]


def test_answers_belong_to_the_one_who_is_interviewed() -> None:
    text = (
        "Press conference by Foreign Minister Anna Lindt\n\n(Minister) I came back yesterday with good news.\n\n"
        "Q (Daily): Was it cold?\n\nA: It was. We had snow up to our knees."
    )
    assert read(text) == [
        ("Anna Lindt", "I came back yesterday with good news", True),
        ("Anna Lindt", "It was. We had snow up to our knees", True),
    ]


def test_a_name_in_front_of_a_paragraph_speaks() -> None:
    text = TWO + "\n\nMinister Lindt: We have come a long way today.\n\nSolberg: So have we, and our boats."
    assert [s for s, _, _ in read(text)] == ["Anna Lindt", "Erik Solberg"]
    assert read("Members:\n\nMinister Anna Lindt: Stockholm\n\nMinister Erik Solberg: Oslo") == []


def test_a_quotation_on_the_line_behind_its_verb_is_the_speakers() -> None:
    said = read(
        "Minister Anna Lindt of Chad spoke in Oslo.\n\n“The lake has long shores,” she continued, adding:\n\n"
        "“The lake is ours and we shall guard it.”\n"
    )
    assert [words for _, words, _ in said] == [
        "The lake has long shores",
        "The lake is ours and we shall guard it.",
    ]
    assert read(LINDT + "“The lake has long shores,” she continued, adding:\n\n“The lake is ours.\n")
