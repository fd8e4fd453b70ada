"""Instruments: what is read, and what is not, one line a case."""

import pytest

from communique.model.instrument import Instrument
from communique.model.text import Text
from communique.reading.instruments import instruments
from communique.reading.people import cast
from communique.reading.scan import scan


def read(words: str) -> list[Instrument]:
    scanned = scan(Text(name="t", characters=words, published="2024-06-03"))
    return instruments(scanned, cast(scanned))


CASES = [
    ("The ministers adopted a statement on mines.", [("statement on mines", "statement", "adopted")]),
    (
        "They adopted statements on mines and in connection with the tenth anniversary of the treaty.",
        [
            ("statements on mines", "statement", "adopted"),
            ("in connection with the tenth anniversary of the treaty", "statement", "adopted"),
        ],
    ),
    (
        "The Council approved the Border Programme and the Transit Agreement.",
        [("Border Programme", "programme", "approved"), ("Transit Agreement", "agreement", "approved")],
    ),
    ("A plan of joint patrols was signed in Lima.", [("plan of joint patrols", "plan", "signed")]),
    (
        "The sides signed a cooperation plan for 2022-2023.",
        [("cooperation plan for 2022-2023", "plan", "signed")],
    ),
    (
        "The summit ended with the signing of an agreement on fisheries.",
        [("agreement on fisheries", "agreement", "signed")],
    ),
    (
        "Following the adoption of the Lima Declaration, the guests left.",
        [("Lima Declaration", "declaration", "adopted")],
    ),
    ("Both sides will sign a protocol on rivers.", [("protocol on rivers", "protocol", "planned")]),
    ("The Harbour Charter is to be adopted in May.", [("Harbour Charter", "agreement", "planned")]),
    (
        "The deputies considered the draft concept of coastal safety.",
        [("draft concept of coastal safety", "concept", "considered")],
    ),
    (
        "The agreement on coastal radio that came into force in 2019 was praised.",
        [("agreement on coastal radio", "agreement", "in force")],
    ),
    ("The country withdrew from the Skies Treaty.", [("Skies Treaty", "agreement", "withdrawn")]),
    (
        "Parliament ratified the agreement on air links with Peru.",
        [("agreement on air links with Peru", "agreement", "ratified")],
    ),
    (
        "They praised the implementation of the World Fisheries Strategy.",
        [("World Fisheries Strategy", "strategy", "other")],
    ),
    (
        "The action plan on ports adopted by the Assembly is new.",
        [("action plan on ports", "plan", "adopted")],
    ),
    (
        "The leaders signed a number of documents, including a memorandum on health.",
        [
            ("a number of documents", "other", "signed"),
            ("memorandum on health", "memorandum", "signed"),
        ],
    ),
    (
        "Talks towards a free trade agreement go on.",
        [("free trade agreement", "agreement", "planned")],
    ),
    (
        "In a joint statement the ministers said that the port stays open.",
        [("joint statement", "statement", "adopted")],
    ),
    (
        "The ministers discussed a draft convention on rivers.",
        [("draft convention on rivers", "agreement", "considered")],
    ),
    (
        "The two presidents signed a pact on defence and opened a bridge.",
        [("pact on defence", "agreement", "signed")],
    ),
    (
        "The Pact on Rivers, which the ministers approved in May, is long.",
        [("Pact on Rivers", "agreement", "approved")],
    ),
    (
        "The Council took note of the plan for 2021-2023 and of its implementation.",
        [],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_reads(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(i.title, i.kind, i.action) for i in read(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The minister said in a statement that the port stays open.",
        "According to the plan, the exercise will last a week.",
        "The ministers did not sign the declaration on mines.",
        "The sides may sign an agreement on fish.",
        "He plans to visit Lima.",
        "The law was discussed by journalists.",
        "They urged Peru to ratify the agreement on fish.",
        "An agreement was reached after long talks.",
        "The parliament debates the budget.",
        "The ministers discussed the agreement.",
        "He left the meeting before the statement.",
        "The delegation refused to adopt a resolution on mines.",
    ],
)
def test_stays_silent(words: str) -> None:
    assert read(words) == []


def test_steps_and_destination() -> None:
    (one,) = read(
        "The ministers approved a number of documents on logistics, which were submitted to the session "
        "of the CSTO Collective Security Council for consideration."
    )
    assert one.action == "approved"
    assert one.steps == ("approved", "submitted")
    assert one.destination == "CSTO Collective Security Council"


def test_pronoun_is_a_further_step() -> None:
    (one,) = read("The sitting approved the draft Charter of Ports and submitted it to the presidents.")
    assert one.steps == ("approved", "submitted")


def test_count_is_not_part_of_the_title() -> None:
    (one,) = read("The session considered three draft recommendations.")
    assert (one.title, one.count) == ("draft recommendations", 3)


def test_period_and_parties() -> None:
    (one,) = read("Peru and Chile signed a plan of consultations between the ministries for 2024-2025.")
    assert (one.period, one.parties) == ("2024/2025", ("CL", "PE"))


def test_parties_between() -> None:
    (one,) = read("An agreement between the governments of Peru and Chile on fishing was signed.")
    assert one.parties == ("CL", "PE")


def test_year_of_entry_into_force() -> None:
    (one,) = read("The agreement on coastal radio came into force in 2019.")
    assert (one.action, one.date) == ("in force", "2019")


def test_headline_repeated_in_full() -> None:
    characters = "Peru and Chile sign plan\n\nThe two states signed a plan of joint patrols in Lima."
    scanned = scan(characters)
    found = instruments(scanned, cast(scanned))
    assert [i.title for i in found] == ["plan of joint patrols"]


def test_later_mention_adds_a_step() -> None:
    (one,) = read("They signed an Accord on Rivers. Parliament ratified the Accord on Rivers in May.")
    assert one.steps == ("signed", "ratified")


def test_evidence_is_verbatim() -> None:
    words = "The ministers adopted a statement on mines."
    (one,) = read(words)
    assert one.evidence["title"][0].cut(words) == one.title
    assert one.evidence["action"][0].cut(words) == "adopted"


@pytest.mark.parametrize("unit", ["signed agreement on ", "THE AGREEMENT AND ", "the plan was signed, "])
def test_endless_sentences_end(unit: str) -> None:
    read(unit * 3000)
