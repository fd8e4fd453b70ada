"""Lines weighed: signs that need no vocabulary, where the report stands, and what the shipped weights make of it."""

import pytest
from marked import cleaned, unmarked
from test_cleaning import LEAD, H
from test_frames import STORY

from communique.lexicon.weights import weights
from communique.text.furniture import SURE, ruled_in, weighed_in
from communique.text.lines import lines_in
from communique.text.places import FAR, closed, step
from communique.text.signs import SIZES, signs_of
from communique.text.top import top_of
from communique.text.weighed import report_of, signs_again, weigh

FRAME = ["Zorbex", "Kalumet", "Orrin Vale", "Tamarisk", "Dunmore", "Pelican House", "Quillon", "Vexley"]
"""Entries of a menu that no list of words knows."""


def _signs(*lines: str) -> list[list[str]]:
    found = lines_in("\n".join(lines))
    return [one.signs for one in signs_of(found, [None] * len(found), frozenset(), None)]


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("Home", "1 open"),
        ("What the numbers say?", "4 asked"),
        ("TOP STORIES", "capitals 2"),
        ("1 / 12", "first digit"),
        ("Europe | Asia | Africa", "parts 3"),
        ("Première édition", "accents 2"),
        ("Suivre les nouvelles du ministère", "foreign 6"),
        ("Support our newspaper", "we 3"),
        ("Kyrgyzstan, 2 deputies", "country and more 3"),
        ("Nikolai Patrushev, Secretary of the Security Council", "office beside a comma"),
        ("SportFootball in the north", "glued 4"),
    ],
)
def test_a_line_has_the_sign(line: str, sign: str) -> None:
    assert sign in _signs(line)[0]


def test_a_sentence_of_the_report_has_none_of_a_frame() -> None:
    signs = _signs(LEAD)[0]
    assert not {
        s for s in signs if s.startswith(("capitals", "parts", "foreign", "accents", "we", "you", "glued"))
    }


def test_the_words_of_a_short_line_are_signs_in_their_order_each_once() -> None:
    """A set would have any order, and sums of weights differ by it in the last digit."""
    signs = _signs("Zorbex Vexley Orrin zorbex Tamarisk Quillon Dunmore")[0]
    said = [sign.split()[1] for sign in signs if sign.startswith("word ")]
    assert said == ["zorbex", "vexley", "orrin", "tamarisk", "quillon", "dunmore"]
    assert "opens zorbex vexley" in signs


def test_a_paragraph_is_not_told_by_its_words() -> None:
    assert not [sign for sign in _signs(f"{LEAD} {STORY} {LEAD}")[0] if sign.startswith(("word ", "opens "))]


def test_neighbours_and_full_paragraphs_are_signs() -> None:
    signs = _signs("Menu", f"{LEAD} {STORY}", "Other news")
    assert {"above none", "below full", "full below 0", "full above none"} <= set(signs[0])
    assert {"above full", "full above 0"} <= set(signs[2])


def test_where_a_line_stands_between_headline_and_first_paragraph_is_a_sign() -> None:
    lines = lines_in("\n".join(["Menu", H, "By hand", f"{LEAD} {STORY}", "Other news"]))
    signed = signs_of(lines, [None] * len(lines), frozenset(), range(1, 2))
    assert "over headline 1 entry" in signed[0].signs
    assert any(sign.startswith("headline ") for sign in signed[1].signs)
    assert {"between 0 entry", "between entry 1", "between 0 1"} <= set(signed[2].signs)
    assert not [sign for sign in signed[4].signs if sign.startswith(("between", "over headline"))]


def test_a_page_without_a_headline_has_one_sign_for_it() -> None:
    assert all("no headline" in signs for signs in _signs("Menu", LEAD))


def test_another_day_near_the_headline_goes_where_the_weights_are_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The day of publication stays, whatever it weighs."""
    words = ["Menu", unmarked(H), "14 May 2021", "20 June 2021", LEAD, STORY]
    lines = lines_in("\n".join(words))
    top = top_of("\n".join(words), lines)._replace(title=range(1, 2))
    assert top.stamp
    assert {2, 3} <= top.dated
    other = ({2, 3} - {top.stamp.line}).pop()
    monkeypatch.setattr("communique.text.furniture.MENU", 0)
    for weight, goes in ((1.9, False), (2.1, True)):
        weighed = [weight if words[i][0].isdigit() else -4.0 for i in range(len(words))]
        monkeypatch.setattr("communique.text.furniture.weigh", lambda *_, found=weighed: found)
        assert (other in weighed_in(lines, top).dropped) == goes
        assert top.stamp.line not in weighed_in(lines, top).dropped


def test_a_short_line_that_comes_again_is_told_and_a_sentence_is_not() -> None:
    again = [
        any(sign.startswith("again") for sign in signs)
        for signs in _signs("Share it", "Share it", LEAD, LEAD)
    ]
    assert again == [True, True, False, False]


def test_classes_of_numbers_end_where_they_say() -> None:
    assert [step(number, SIZES) for number in (1, 5, 6, 7, 40)] == ["1", "6", "6", "9", "more"]
    assert step(0, FAR) == "0"


@pytest.mark.parametrize(
    ("alone", "report"),
    [
        ([], range(0)),
        ([2.0, 3.0], range(0)),
        ([5.0, -4.0, -4.0, 5.0], range(1, 3)),
        ([-4.0, 2.0, -4.0, 5.0, 5.0, -1.0], range(3)),
    ],
)
def test_the_report_is_the_stretch_that_weighs_most(alone: list[float], report: range) -> None:
    assert report_of(alone) == report


def test_second_signs_tell_where_a_line_stands() -> None:
    lines = lines_in("\n".join(["Menu", LEAD, "Other news"]))
    signed = signs_of(lines, [None] * 3, frozenset(), None)
    found = list(signs_again(signed, [3.0, -4.0, 3.0]))
    assert ["over" in found[0], "in" in found[1], "under" in found[2]] == [True] * 3
    assert "below own -4" in found[0]


def test_a_menu_without_a_known_word_is_dropped_above_and_below() -> None:
    story = (
        unmarked(H) + f"\n{LEAD} {STORY}\n{STORY} {LEAD}\n{LEAD} The council approved it.\n{STORY} It rained."
    )
    text = cleaned("\n".join([*FRAME, story, *FRAME[::-1]]))
    left = [line.strip() for line in text.report.splitlines() if line.strip() in FRAME]
    assert len(left) <= 6, left
    assert all(line in text.report for line in story.splitlines())


def test_the_weights_alone_never_take_what_rules_call_the_reports_own() -> None:
    characters = unmarked("\n".join(["PRESS RELEASE", H, "14 May 2021", LEAD, STORY]))
    lines = lines_in(characters)
    top = top_of(characters, lines)
    assert not weighed_in(lines, top).dropped & {0, 1, 2}
    ruled = ruled_in(lines, top)
    assert len(weigh(lines, ruled.marks, ruled.marked, top.title)) == len(lines)


@pytest.mark.parametrize(
    ("weight", "dropped"),
    [(0.4, ""), (0.6, "over"), (0.8, "over under"), (1.5, "over between under"), (2.0, "over between near under"), (3.1, "over between amid near under")],
)  # fmt: skip
def test_the_nearer_to_the_sentences_the_surer_the_weights_must_be(
    weight: float, dropped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line lost amid the report costs most; above the headline hardly any line is the report's."""
    words = ["Zorbex", "Kalumet", unmarked(H), "Dunmore", LEAD, "Quillon", STORY, "Vexley", "Tamarisk", "Orrin"]  # fmt: skip
    weights_of = {LEAD: -4.0, STORY: -4.0, unmarked(H): -2.0}
    lines = lines_in("\n".join(words))
    monkeypatch.setattr(
        "communique.text.furniture.weigh", lambda *_: [weights_of.get(word, weight) for word in words]
    )
    monkeypatch.setattr("communique.text.furniture.MENU", 0)
    top = top_of("\n".join(words), lines)._replace(title=range(2, 3))
    ruled = ruled_in(lines, top).marked
    found = weighed_in(lines, top).surely
    assert not ruled & {3, 5, 7}
    zones = {0: "over", 3: "between", 5: "amid", 7: "near", 9: "under"}
    assert " ".join(zone for i, zone in zones.items() if i in found) == dropped


@pytest.mark.parametrize(("opener", "kept"), [(-3.0, True), (1.0, False)])
def test_the_entries_of_the_list_with_which_a_report_ends_stay(
    opener: float, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where what opens the list is the report's own: `For more information, contact:` is not."""
    words = [unmarked(H), LEAD, STORY, "They gave the officials two tasks:", "Zorbex", "Kalumet"]
    weights_of = {LEAD: -4.0, STORY: -4.0, unmarked(H): -2.0, words[3]: opener}
    monkeypatch.setattr(
        "communique.text.furniture.weigh", lambda *_: [weights_of.get(word, 4.0) for word in words]
    )
    monkeypatch.setattr("communique.text.furniture.MENU", 0)
    lines = lines_in("\n".join(words))
    top = top_of("\n".join(words), lines)._replace(title=range(1))
    assert ({4, 5} & weighed_in(lines, top).dropped == set()) == kept


def test_the_shipped_weights_are_sure_from_where_they_are_used() -> None:
    assert {weights("line").sure, weights("line-again").sure} == {SURE}


def test_the_heading_over_a_list_is_never_taken_by_weights_alone() -> None:
    page = unmarked(
        "\n".join([*FRAME, H, LEAD, STORY, "Agenda", "1. Security", "2. Climate", STORY, *FRAME[::-1]])
    )
    assert "Agenda" in cleaned(page).report


def test_a_line_knows_the_note_it_stands_in_and_the_end_above_it() -> None:
    lines = lines_in("Leaders met in Minsk.\nAbout the Commission\nIt has six members.\nENDS\nShare")
    signs = closed(lines, ["a", "b", "c", "d", "e"], 0)
    assert signs == [
        [],
        ["note"],
        ["noted 1", "noted c"],
        ["noted 2", "noted d"],
        ["noted 4", "noted e", "over"],
    ]
