"""Figures, statements and promises of copies are one entry; said in other words, or months later, they are said again."""

from typing import Any

import msgspec
import pytest
from worked_examples import Told, told
from worked_examples import said as evidence

from communique.model.mention import mentions
from communique.model.said import Commitment, Figure, Statement
from communique.resolution import resolve

TOLD = "Opening the session in Almaty, the minister said more than 420 tonnes of drugs had been seized since spring."
PROMISED = "A draft of the common register is to be submitted by the secretariat before the end of the year, he said."


def report(name: str, words: str = TOLD, day: str | None = "2023-06-08", **more: Any) -> Told:
    slots = {"value": 420, "comparator": ">", "unit": "tonnes", "what": "drugs seized"} | more
    figure = Figure(**slots, evidence=evidence(words, "420 tonnes"))
    statement = Statement(
        speaker="the minister", text="more than 420 tonnes", evidence=evidence(words, "more than 420 tonnes")
    )
    names, text, reading = told(
        name, f"{name}\n{words}", published=day, figures=(figure,), statements=(statement,)
    )
    moved = {"figures": (figure,), "statements": (statement,)}
    for kind, (item,) in moved.items():
        spans = tuple(
            msgspec.structs.replace(s, start=s.start + len(name) + 1, stop=s.stop + len(name) + 1)
            for s in item.evidence[""]
        )
        moved[kind] = (msgspec.structs.replace(item, evidence={"": spans}),)
    about = msgspec.structs.replace(reading.report, published=day)
    return names, text, msgspec.structs.replace(reading, report=about, **moved)


def entries(kind: str, *reports: Told) -> int:
    clusters = resolve(reports)
    return len({clusters.entries[m.id] for _, t, r in reports for m in mentions(r, t.id) if m.kind == kind})


@pytest.mark.parametrize("kind", ["figures", "statements"])
def test_the_same_sentence_of_the_same_month_is_one_saying(kind: str) -> None:
    assert entries(kind, report("agency"), report("portal"), report("mirror", day="2023-06-12")) == 1


@pytest.mark.parametrize(
    "other",
    [
        report("other words", TOLD.replace("Opening", "Closing")),
        report("a month later", day="2023-08-08"),
        report("no day", day=None),
    ],
)
@pytest.mark.parametrize("kind", ["figures", "statements"])
def test_other_words_or_another_month_are_said_again(kind: str, other: Told) -> None:
    assert entries(kind, report("agency"), other) == 2


def test_another_value_read_in_the_same_sentence_is_another_figure() -> None:
    assert entries("figures", report("agency"), report("portal", value=42)) == 2


def test_a_short_sentence_may_be_a_formula() -> None:
    short = "They seized more than 420 tonnes."
    assert entries("figures", report("agency", short), report("portal", short)) == 2


def test_a_promise_of_copies_is_one_promise() -> None:
    def promise(name: str, words: str) -> Told:
        item = Commitment(text="submit the draft", evidence=evidence(words, "submitted"))
        names, text, reading = told(name, words, published="2023-06-08", commitments=(item,))
        return (
            names,
            text,
            msgspec.structs.replace(
                reading, report=msgspec.structs.replace(reading.report, published="2023-06-08")
            ),
        )

    one, other = promise("agency", PROMISED), promise("portal", f"{PROMISED}\nPosted by a portal.")
    assert entries("commitments", one, other) == 1
    assert entries("commitments", one, promise("portal", PROMISED.replace("year", "month"))) == 2
