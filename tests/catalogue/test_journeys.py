"""Journeys of instruments over reports of our own: from organ to organ, and what was never heard of again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_reports import CDM, CFM, CSC, paper
from sqlalchemy import Connection
from worked_examples import Told

from communique.catalogue import queries
from communique.catalogue.journeys import Journey, Step, _open_step, in_order, journey, waiting
from communique.model.errors import NotFound

STRATEGY = "Strategy for protecting the common border"
REPORTS = [
    paper("a", CFM, "2019-05-20", f"draft {STRATEGY}", "approved", to=CSC),
    paper("b", CSC, "2019-11-28", STRATEGY, "adopted"),
    paper("c", CSC, "2021-09-16", STRATEGY, "in force"),
    paper("d", CDM, "2019-05-21", "Plan of joint training of officers", "submitted", to=CSC),
    paper(
        "e", CSC, "2022-11-23", "Declaration on the anniversary of the Charter", "planned", status="planned"
    ),
    paper("f", CFM, "2022-05-20", "Concept of exchange between archives", "submitted"),
    paper("g", CFM, "2023-05-20", "Statement on the open sky", "adopted"),
]


@pytest.fixture(scope="module")
def db(
    stored: Callable[[list[Told]], Path], asked: Callable[[Path], Iterator[Connection]]
) -> Iterator[Connection]:
    yield from asked(stored(REPORTS))


def of(db: Connection, words: str) -> Journey:
    (row,) = queries.instruments(db, words)
    return journey(db, row.id)


def test_one_instrument_goes_from_organ_to_organ(db: Connection) -> None:
    found = of(db, "strategy border")
    assert found.title == STRATEGY
    assert [(s.date, s.action, s.organs, s.to) for s in found.steps] == [
        ("2019-05-20", "approved", (CFM.name,), None),
        ("2019-05-20", "submitted", (CFM.name,), CSC.name),
        ("2019-11-28", "adopted", (CSC.name,), None),
        ("2021-09-16", "in force", (CSC.name,), None),
    ]
    assert found.waiting is None


def test_each_step_has_its_evidence(db: Connection) -> None:
    found = of(db, "strategy border")
    for step in found.steps:
        rows = queries.evidence(db, found.id, step.field)
        assert {r.report for r in rows} >= set(step.reports)


def test_what_was_submitted_and_never_heard_of_again_is_shown_with_the_sittings_since(db: Connection) -> None:
    found = of(db, "training officers").waiting
    assert found is not None
    assert (found.step.action, found.step.to) == ("submitted", CSC.name)
    assert [row.date for row in found.since] == ["2019-11-28", "2021-09-16"]


def test_the_list_of_what_waits_has_the_oldest_first_and_nothing_that_was_decided(db: Connection) -> None:
    titles = [w.title for w in waiting(db)]
    assert titles == [
        "Plan of joint training of officers",
        "Concept of exchange between archives",
        "Declaration on the anniversary of the Charter",
    ]
    assert [w.title for w in waiting(db, "archives")] == titles[1:2]
    assert [w.title for w in waiting(db, limit=1)] == titles[:1]
    assert waiting(db, "nothing of the kind") == waiting(db, "!") == ()


def test_only_an_instrument_has_a_journey(db: Connection) -> None:
    with pytest.raises(NotFound, match="is not an instrument"):
        journey(db, queries.meetings(db)[0].id)


def step(action: str, date: str | None = None, meeting: str | None = None, **more: object) -> Step:
    return Step(action=action, date=date, meeting=meeting or date, reports=(f"r{date}",), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("steps", "waits"),
    [
        ([step("submitted", "2019-05-20")], True),
        ([step("submitted", "2019-05-20"), step("adopted", "2019-11-20")], False),
        ([step("adopted", "2018-11-20"), step("submitted", "2019-05-20")], True),
        ([step("submitted", "2019-05-20"), step("adopted", "2019")], False),
        ([step("approved", "2019-05-20", "m"), step("submitted", "2019-05-20", "m")], True),
        (
            [step("submitted", "2019-05-20", to="X"), step("considered", "2019-05-20", "n", organs=("X",))],
            False,
        ),
        ([step("planned", "2019-05-20", "m"), step("signed", "2019-05-20", "n")], False),
        ([step("submitted", "2019-05-20"), step("planned", "2020-05-20")], True),
        ([step("adopted", "2019-05-20")], False),
        ([step("submitted"), step("in force")], True),
    ],
)
def test_when_an_instrument_waits(steps: list[Step], waits: bool) -> None:
    assert (_open_step(in_order(steps)) is not None) is waits


def test_a_step_without_a_day_stands_where_it_mostly_does() -> None:
    steps = [step("in force"), step("signed", "2020-01-01"), step("drafted"), step("ratified", "2021-01-01")]
    assert [s.action for s in in_order(steps)] == ["drafted", "signed", "ratified", "in force"]
