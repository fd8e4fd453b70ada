"""What trained weights add where the rules are silent, and what they must leave alone: one line a case."""

import pytest

from communique.lexicon.weights import Weights, weights
from communique.model.text import Text
from communique.reading import Explained, explain, read

ABOUT = (
    "OSLO, 5 March 2019. The ninth session of the Nordic Fisheries Commission was held in Oslo on 4 March 2019. "
    "Fisheries Minister Harald Nesvik of Norway chaired the session. Sweden was represented by Minister Jennie "
    "Nilsson and Iceland by Minister Kristjan Juliusson. "
)


def told(sentence: str) -> list[str]:
    """What is read of other meetings than the report's own, a day and a city each."""
    meetings = read(Text(name="t", characters=ABOUT + sentence)).meetings[1:]
    return [f"{m.name} | {m.start} | {m.city} | {m.status}" for m in meetings]


IN_PASSING = [
    (
        "Let us recall that the Commission met in Bergen on 12 May 2018.",
        ["Commission met | 2018-05-12 | Bergen | held"],
    ),
    (
        "The last time they sat was in Bergen on 12 May 2018.",
        ["last time they sat | 2018-05-12 | Bergen | held"],
    ),
    (
        "Those of the fleets will meet in Bergen on 7 June 2019.",
        ["Those of the fleets will meet | 2019-06-07 | Bergen | planned"],
    ),
    ("The members did not meet in Bergen on 12 May 2018.", []),
    ("Those of the fleets could meet in Bergen on 7 June 2019.", []),
    ("The large exercise of the coast guards was held in Bergen on 12 May 2018.", []),
    ("The harbour office in Bergen was closed in 2018.", []),
    ("Those of the fleets sat in Oslo on 4 March 2019.", []),  # the day and city of the report's own
]


@pytest.mark.parametrize(("sentence", "found"), IN_PASSING)
def test_a_verb_with_its_day_or_place_tells_of_a_sitting(sentence: str, found: list[str]) -> None:
    assert told(sentence) == found


def test_the_body_told_in_passing_is_the_reports_own() -> None:
    words = ABOUT + "Let us recall that the Commission met in Bergen on 12 May 2018."
    meeting = read(Text(name="t", characters=words)).meetings[1]
    assert [b.name for b in meeting.bodies] == ["Nordic Fisheries Commission"]


def facts(sentence: str) -> list[str]:
    _, found = explain(Text(name="t", characters=ABOUT + sentence))
    last: Explained = found[-1]
    return [f"{f.says.split(',')[0]}: {f.rule}" for f in last.facts if f.rule.startswith("weighed")]


def test_who_is_weighed_as_present_is_told_so() -> None:
    assert facts("The Prime Minister of Finland, Juha Sipila, was in the same hotel.") == []
    assert facts("Jari Leppa, the Minister of Finland, was of the same mind.") == [
        "Jari Leppa: weighed as present"
    ]


def test_a_sitting_told_in_passing_is_told_so() -> None:
    assert facts("Let us recall that the Commission met in Bergen on 12 May 2018.") == [
        "Commission met: weighed as told in passing"
    ]


def test_a_sign_counts_once_and_an_unknown_one_nothing() -> None:
    trained = Weights(base=0.0, sure=0.7, signs={"near": 1.0})
    assert trained.likely(["near", "near", "never seen"]) == trained.likely(["near"]) > trained.likely([])
    assert trained.agrees(["near"])
    assert not trained.agrees([])


@pytest.mark.parametrize("decision", ["passing", "presence"])
def test_the_weights_are_few_and_ask_for_more_than_half(decision: str) -> None:
    trained = weights(decision)
    assert 0.5 < trained.sure < 1
    assert 20 < len(trained.signs) < 200
