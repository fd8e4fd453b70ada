"""The same text told again: whole, edited, cut, built out; and two reports of one meeting, which are two."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wire_report import WIRE

from communique.model.span import Span
from communique.model.text import Text
from communique.resolution.copies import Trace, copied, copies, groups, sources, trace
from communique.resolution.differences import changes, differences

OTHER = (
    "Foreign ministers back border plan\n\nMeeting in the Belarusian capital, the chief diplomats of the five agreed on "
    "measures against terrorism along their frontiers. Kazakhstan takes over as chair and wants to put trade, transport "
    "and water first. Heads of state are to decide on the plan when they gather in Astana in November. In spring the "
    "ministers see each other again. It was the ninth time that they came together since the council was founded, and the "
    "executive secretary told them how the centre against terrorism had worked since they last met in Dushanbe."
)


def text(characters: str, published: str | None = "2024-11-28", **more: object) -> Text:
    return Text(name="a", characters=characters, published=published, **more)  # type: ignore[arg-type]


def edited(part: float, seed: int = 4) -> str:
    """The wire report with so many of its words replaced."""
    chance = random.Random(seed)
    words = WIRE.split(" ")
    return " ".join(chance.choice(words) if chance.random() < part else word for word in words)


COPIES = {
    "whole": WIRE,
    "framed": f"REGIONAL NEWS\n{WIRE}\nRead more on our site.",
    "other headline": "A plan against terror\n\n" + WIRE.partition("\n\n")[2],
    "cut": WIRE[: int(len(WIRE) * 0.6)],
    "built out": f"{WIRE}\n\n{OTHER}",
    "edited": edited(0.04),
}


@pytest.mark.parametrize("how", list(COPIES))
def test_a_copy_is_known(how: str) -> None:
    found = copied(trace(text(WIRE)), trace(text(COPIES[how], "2024-11-29")))
    assert found
    assert found.source == text(WIRE).id
    assert found.exact == (how == "whole")


@pytest.mark.parametrize("words", [OTHER, edited(0.5), "The ministers met in Minsk.", ""])
def test_another_report_is_none(words: str) -> None:
    assert copied(trace(text(WIRE)), trace(text(words))) is None


def test_the_same_formula_a_year_later_is_no_copy() -> None:
    assert copied(trace(text(WIRE)), trace(text(WIRE, "2025-11-28"))) is None
    assert copied(trace(text(WIRE)), trace(text(WIRE, None))) is not None


def test_furniture_makes_no_copies() -> None:
    frame = "\n".join(f"Section {i} of the whole site with all of its news" for i in range(60))
    one = text(f"{WIRE}\n{frame}", furniture=(Span(len(WIRE) + 1, len(WIRE) + 1 + len(frame)),))
    two = text(f"{OTHER}\n{frame}", furniture=(Span(len(OTHER) + 1, len(OTHER) + 1 + len(frame)),))
    assert copied(trace(one), trace(two)) is None
    assert trace(one).runs == trace(text(WIRE)).runs


def test_a_copy_of_a_copy_has_the_first_for_its_source() -> None:
    days = ("2024-11-28", "2024-11-29", "2024-11-30")
    first, second, third = (
        text(COPIES[how], day) for how, day in zip(("whole", "framed", "cut"), days, strict=True)
    )
    other = text(OTHER)
    assert groups([trace(one) for one in (third, other, first, second)]) == [[first.id, second.id, third.id]]
    told = sources((third, other, first, second))
    assert len({source.name for source in told.values()}) == 1
    assert other.id not in told


def test_the_one_that_was_fetched_first_is_the_source_where_days_are_alike_or_unknown() -> None:
    for day in ("2024-11-28", None):
        early = text(WIRE, day, address="a", retrieved="2024-11-29T01:00:00+03:00")
        late = text(WIRE, day, address="b", retrieved="2024-11-28T23:00:00Z")
        unknown = text(WIRE, day, address="c")
        assert groups([trace(one) for one in (unknown, late, early)]) == [[early.id, late.id, unknown.id]]


def test_a_flash_is_a_copy_only_word_for_word() -> None:
    flash = "The ministers of five states signed a plan of joint measures at the borders in Minsk today."
    one, same, other = (
        text(flash, address="a"),
        text(f"{flash}\n", address="b"),
        text(flash.replace("five", "six")),
    )
    assert copied(trace(one), trace(same)) is not None
    assert copied(trace(one), trace(other)) is None
    assert copied(trace(text("The ministers met.", address="a")), trace(text("The ministers met."))) is None


def test_a_formula_of_many_texts_leads_from_none_to_another() -> None:
    closing = (
        "The office of the council, which answers for this text, can be reached on all days of the week. " * 3
    )
    traces = [trace(text(f"{edited(0.9, seed)} {closing}", address=str(seed))) for seed in range(50)]
    assert copies(traces) == []


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_in_which_texts_come_does_not_matter(order: list[int]) -> None:
    traces = [trace(text(words, f"2024-11-{20 + i}")) for i, words in enumerate(COPIES.values())]
    shuffled = [traces[i] for i in order]
    assert groups(shuffled) == groups(traces)
    assert copies(shuffled) == copies(traces)


def test_a_pair_is_the_same_whichever_is_asked_first() -> None:
    one, other = trace(text(WIRE)), trace(text(COPIES["cut"], "2024-11-20"))
    assert copied(one, other) == copied(other, one)
    found = copied(one, other)
    assert found
    assert found.source == other.text


def test_no_two_reports_of_the_gold_are_copies() -> None:
    from pathlib import Path

    from communique.model.page import Page
    from communique.text import clean

    paths = sorted((Path(__file__).parents[2] / "gold").glob("dev/*.txt"))
    assert len(paths) > 80
    assert copies([trace(clean(Page(name=path.stem, body=path.read_bytes()))) for path in paths]) == []


def test_what_was_changed_stands_side_by_side() -> None:
    copy = (
        WIRE.replace("three aims", "four aims").replace(" They heard a report", " Then they heard a report")
        + " So be it."
    )
    found = [
        (one.before and one.before.cut(WIRE)[:12], one.after and one.after.cut(copy)[:12])
        for one in changes(text(WIRE), text(copy))
    ]
    assert found == [("They heard a", "Then they he"), ("The chair pa", "The chair pa"), (None, "So be it.")]
    assert changes(text(WIRE), text(WIRE)) == []


def test_changed_numbers_come_first_word_by_word() -> None:
    one = "The ministers met in Minsk on Monday. They counted 4,200 crossings in spring. It rained."
    two = "The foreign ministers met in Minsk on Monday. They counted 4,300 crossings. It rained."
    first, second = text(one), text(two)
    found = differences(first, second)
    assert [one.numbers for one in found] == [True, False]
    assert [at.cut(first.characters) for at in found[0].dropped] == ["4,200", "in spring"]
    assert [at.cut(second.characters) for at in found[0].added] == ["4,300"]
    assert [at.cut(second.characters) for at in found[1].added] == ["foreign"]


def test_a_trace_is_small_and_says_nothing_of_the_order() -> None:
    kept = trace(text(WIRE))
    assert isinstance(kept, Trace)
    assert len(kept.runs) < len(WIRE.split()) / 2
