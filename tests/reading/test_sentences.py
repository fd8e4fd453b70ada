"""Sentences: one line a case; the text with `|` where one sentence ends and the next begins."""

import pytest

from communique.model.span import Span
from communique.reading.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.stop] for s in sentences(text)]


CASES = [
    "Ministers met in Minsk.| They signed a plan.",
    "Was it signed?| It was!| Nobody knew.",
    "It went on …| Then it ended.",
    # titles, abbreviations, initials
    "Mr. Orlov met Dr. Weber.| They spoke.",
    "Gen. Patel and Lt. Col. Okafor met.| They spoke.",
    "H.E. Amina Yusuf opened it.| She spoke.",
    "A. S. Orlov met J.P. Weber.| They spoke.",
    "The U.S. Secretary of State came.| He spoke.",
    "The Rt. Hon. Jane Doe came.| She spoke.",
    "St. Petersburg hosted it.| It rained.",
    "See Art. 5 and No. 17 of the list.| It is long.",
    "It opened at 9 a.m. Moscow time.| It rained.",
    "Acme Ltd. Minsk paid, i.e. Nobody else did.| It rained.",
    "Sen. Doe vs. Rep. Roe was the theme.| It rained.",
    # months
    "They met on Nov. 21.| They spoke.",
    "They met on Nov. 21 in Minsk.| They spoke.",
    "They will meet in Nov.| The place is open.",
    "They met on Sept. 4, 2020.| They spoke.",
    # numbers
    "It costs 3.5 million.| Nobody paid 1.250.000 for it.",
    "They met in 2018.| In 2019 they did not.",
    "It has 21 members.| 12 of them came.",
    # quotes and brackets
    "“We met.”| “We signed,” he said.",
    'He said: "We met."| Then he left.',
    "He left (in a hurry.)| She stayed.",
    "“We met,” he said.| “Nobody signed.”",
    "«We met.»| She left.",
    # no end at all
    "Ministers meet in Minsk",
    "It is at www.example.org and in e.g. Minsk",
    "They spoke. of nothing",
    "",
]


@pytest.mark.parametrize("marked", CASES)
def test_where_a_sentence_ends(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert cut(marked.replace("|", "")) == expected


LINES = [
    ("Title of it\n\nThe text. It goes on.", ["Title of it", "The text.", "It goes on."]),
    ("Title of it\nThe text goes here.", ["Title of it", "The text goes here."]),
    # a line that is nothing but a day goes on with no headline
    (
        "Ministers meet in Oslo\n6 June 2024\nThey met.",
        ["Ministers meet in Oslo", "6 June 2024", "They met."],
    ),
    (
        "Ministers meet in Oslo\nJune 6, 2024, 10:15\nHere.",
        ["Ministers meet in Oslo", "June 6, 2024, 10:15", "Here."],
    ),
    ("One line\r\n\r\nAnother line", ["One line", "Another line"]),
    ("\n\n  One line  \n\n\n", ["One line"]),
    (
        "The ministers of the member states came together in Minsk and\nsigned the plan for the next two years that the experts had\nprepared. They left.",
        [
            "The ministers of the member states came together in Minsk and\nsigned the plan for the next two years that the experts had\nprepared.",
            "They left.",
        ],
    ),
    (
        "The delegation came to the city on the river and was met by\nAnna Lindt who had been waiting at the airport for an hour and\nhad not been amused.",
        [
            "The delegation came to the city on the river and was met by\nAnna Lindt who had been waiting at the airport for an hour and\nhad not been amused."
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


LISTS = [
    (
        "The following took part:\n- Anna Lindt;\n- Erik Solberg.",
        ["The following took part:\n- Anna Lindt;\n- Erik Solberg."],
    ),
    (
        "The following took part:\n\n• Anna Lindt\n\n• Erik Solberg\n\nThey spoke.",
        ["The following took part:\n\n• Anna Lindt\n\n• Erik Solberg", "They spoke."],
    ),
    (
        "On the agenda:\n1. Trade\n2. Borders\n\nThey spoke.",
        ["On the agenda:\n1. Trade\n2. Borders", "They spoke."],
    ),
    (
        "On the agenda:\n(a) trade\n(b) borders\n\nThey spoke.",
        ["On the agenda:\n(a) trade\n(b) borders", "They spoke."],
    ),
    ("He said:\n\nThey spoke. They left.", ["He said:", "They spoke.", "They left."]),
    ("- One\n\n- Two", ["- One", "- Two"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_belongs_to_the_line_that_announces_it(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_paragraphs_are_counted() -> None:
    text = "Title\n\nOne. Two.\n\nThree."
    assert [s.paragraph for s in sentences(text)] == [0, 1, 1, 2]


FURNITURE = [
    ("[Home News]\n\nThey met. They spoke.", ["They met.", "They spoke."]),
    ("They met.\n\n[Read also]\n\n[Rain ahead]", ["They met."]),
    ("[Home]\nThey met.\n[Share]\nThey spoke.", ["They met.", "They spoke."]),
    ("[all of it]", []),
]


@pytest.mark.parametrize(("marked", "expected"), FURNITURE)
def test_furniture_holds_no_sentence(marked: str, expected: list[str]) -> None:
    text, spans = "", []
    for part in marked.replace("]", "[").split("["):
        spans.append((len(text), len(text) + len(part)))
        text += part
    furniture = tuple(Span(a, b) for a, b in spans[1::2] if a < b)
    assert [text[s.start : s.stop] for s in sentences(text, furniture)] == expected


_WRAPPED = """The envoys of nine states sat down in Lusaka on Monday to talk about water,
fish and the price of maize in the lands around the lake, as they do each
year when the rains are over.

"""


def test_two_lines_of_a_wrapped_text_are_one_sentence_before_a_capital_too() -> None:
    title = (
        "For two hours they spoke of maize, and the Turkish side was led by Deputy\nMinister Mehmet Boz.\n"
    )
    assert cut(_WRAPPED + title)[-1] == title.strip()


def test_lines_of_a_text_that_is_not_wrapped_stay_apart() -> None:
    lines = "Envoys of nine states meet in the capital of Zambia for two days of talks\nLusaka Declaration adopted by all nine states of the region after long talks"
    assert cut(lines) == lines.split("\n")
