"""The measure by hand: what counts as right, wrong, and neither."""

from typing import Any

import pytest

from communique.evaluation.baseline import guess
from communique.evaluation.likeness import same_name, same_office, same_owner, same_words
from communique.evaluation.pairing import pair
from communique.evaluation.scoring import Count, counts, headline, verdicts
from communique.evaluation.wording import misses
from communique.model.text import Text

MEETING: dict[str, Any] = {
    "name": "sixth meeting of secretaries",
    "bodies": ["CIS Meeting of Secretaries of Security Councils"],
    "kind": "multilateral",
    "ordinal": 6,
    "status": "held",
    "start": "2018-11-21",
    "end": "2018-11-21",
    "city": "Moscow",
    "country": "RU",
    "participants": [{"name": "Nikolai Patrushev", "office": "Secretary", "represents": "RU"}],
    "represented": ["RU", "TJ"],
    "agenda": [{"text": "the situation in Afghanistan"}],
    "instruments": [{"title": "plan of joint steps", "action": "approved"}],
}


def score(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    return {kind: tuple(count) for kind, count in counts(verdicts(gold, found)).items()}


def test_an_annotation_read_back_is_all_right() -> None:
    report = {"meetings": [MEETING], "figures": [{"value": 420, "what": "narcotic drugs seized"}]}
    found = counts(verdicts(report, report))
    assert all(count.f1 == 1.0 for count in found.values())
    assert headline(found) == 1.0


def test_nothing_read_is_nothing_found() -> None:
    found = counts(verdicts({"meetings": [MEETING]}, {}))
    assert headline(found) == 0.0
    assert found["represented"] == Count(2, 0, 0)


def test_an_invented_meeting_counts_with_all_that_it_holds() -> None:
    found = score({"meetings": []}, {"meetings": [MEETING]})
    assert found["meetings"] == (0, 1, 0)
    assert found["represented"] == (0, 2, 0)
    assert found["meeting.start"] == (0, 1, 0)


def test_optional_items_are_neither_required_nor_wrong() -> None:
    gold = {"operations": [{"name": "Kanal", "optional": True}]}
    assert score(gold, {}) == {}
    assert score(gold, {"operations": [{"name": "Kanal"}]}) == {}
    assert score(gold, {"operations": [{"name": "Arsenal"}]}) == {"operations": (0, 1, 0)}


def test_an_optional_meeting_takes_what_it_holds_with_it() -> None:
    gold = {"meetings": [MEETING | {"optional": True}]}
    assert "represented" not in score(gold, {"meetings": [MEETING]})


def test_held_and_ongoing_are_one_and_a_partial_day_is_completed() -> None:
    gold = MEETING | {"start": None, "end": None, "start_partial": "--11-21"}
    found = score({"meetings": [gold]}, {"meetings": [MEETING | {"status": "ongoing"}]})
    assert found["meeting.status"] == (1, 1, 1)
    assert "meeting.start" not in found


def test_an_end_counts_only_where_it_differs_from_the_start() -> None:
    two_days = MEETING | {"end": "2018-11-22"}
    assert "meeting.end" not in score({"meetings": [MEETING]}, {"meetings": [MEETING]})
    assert score({"meetings": [two_days]}, {"meetings": [MEETING]})["meeting.end"] == (1, 1, 0)


@pytest.mark.parametrize(
    ("same", "a", "b", "expected"),
    [
        (same_name, "Nikolai Patrushev", "Николай Патрушев", True),
        (same_name, "Patrushev", "Nikolai Patrushev", True),
        (same_name, "Nikolai Patrushev", "Viktor Patrushev", False),
        (same_name, None, "Patrushev", False),
        (same_office, "Secretary", "Secretary of the Security Council", True),
        (same_office, None, "Secretary", False),
        (same_owner, None, None, True),
        (same_owner, "RU", None, False),
        (same_words, "the situation in Afghanistan", "Afghanistan's situation", True),
        (same_words, "Afghanistan", "the situation in Syria", False),
    ],
)
def test_when_two_wordings_say_the_same(same: Any, a: str, b: str, expected: bool) -> None:
    assert same(a, b) is expected


def test_the_likest_are_paired_first_and_each_once() -> None:
    like = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "x"): 0.4, ("b", "y"): 0.8}
    assert pair("ab", "xy", lambda g, f: like[g, f]) == [(0, 1)]


def test_the_headline_leaves_out_kinds_that_are_not_annotated() -> None:
    assert headline({"figures": Count(2, 2, 1), "offices": Count(0, 3, 0), "people": Count(9, 0, 0)}) == 0.5


def test_mistakes_in_words() -> None:
    gold = {"meetings": [MEETING]}
    found = {"meetings": [MEETING | {"city": "Minsk", "represented": ["RU", "KZ"]}]}
    told = {tuple(miss) for miss in misses(verdicts(gold, found))}
    assert told == {
        ("wrong", "meeting.city", "Minsk for Moscow"),
        ("missed", "represented", "TJ"),
        ("invented", "represented", "KZ"),
    }


def test_the_baseline_guesses_without_thought() -> None:
    words = "MINSK, November 21, 2018. Foreign Minister Ivan Petrov said that trade had grown. Belarus seized 420 tons."
    found = guess(Text(name="t", characters=words))
    assert found["meetings"][0]["start"] == "2018-11-21"
    assert found["meetings"][0]["represented"] == ["BY"]
    assert found["offices"][0]["person"] == "Ivan Petrov"
    assert 420 in [figure["value"] for figure in found["figures"]]
    assert guess(Text(name="t", characters="."))["meetings"][0]["start"] is None
