"""Figures side by side over reports of our own: growth, contradiction, and what is not compared."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_reports import CFM, CSC
from sqlalchemy import Connection
from worked_examples import Told, said, told

from communique.catalogue.comparing import Claim, Compared, compared, related
from communique.catalogue.rows import FigureRow
from communique.model.meeting import BodyMention, Meeting
from communique.model.said import Figure, Operation


def claim(
    name: str,
    day: str,
    value: float,
    what: str,
    organ: BodyMention | None = None,
    by: str | None = None,
    **slots: str,
) -> Told:
    """A report with one figure, of a sitting of the organ if there is one."""
    operation = slots.pop("operation", None)
    words = f"{name}: on {day} {organ.name if organ else ''} heard from {by} of {value} {what} {slots} {operation}."
    evidence = said(words, str(value))
    figure = Figure(value=value, what=what, claimed_by=by, evidence=evidence, **slots)
    lists: dict[str, object] = {"figures": (figure,)}
    if organ:
        body = BodyMention(name=organ.name, id=organ.id, evidence=said(words, organ.name))
        lists["meetings"] = (
            Meeting(id="m", name=organ.name, bodies=(body,), start=day, evidence=said(words, organ.name)),
        )
    if operation:
        lists["operations"] = (Operation(name=operation, evidence=said(words, operation)),)
    return told(name, words, published=day, publisher=f"{name} wire", **lists)


REPORTS = [
    claim("a", "2018-02-01", 100, "people detained in the operation", CSC, period="2017"),
    claim("b", "2019-02-01", 112, "persons detained in the operation", CSC, period="last year"),
    claim("c", "2019-02-03", 140, "people arrested in the operation", CSC, period="2018"),
    claim("d", "2019-02-03", 90, "people detained in the operation", by="Ivan Petrov", period="2018"),
    claim("e", "2019-02-03", 30, "countries", CSC, period="2018"),
    claim("f", "2020-02-03", 33, "countries", CSC, period="2019"),
    claim("g", "2018-02-01", 7, "drugs seized", operation="Willow", unit="tonnes", comparator=">"),
    claim("h", "2018-02-05", 7.5, "narcotic drugs confiscated", operation="Willow", unit="tonnes"),
    claim("i", "2018-02-05", 9, "drugs seized", operation="Poplar", unit="tonnes"),
    claim("j", "2018-02-05", 9, "drugs seized", operation="Willow", unit="kg"),
    claim("k", "2018-02-05", 40, "troops", by="Ivan Petrov"),
    claim("l", "2019-02-05", 50, "troops", by="Ivan Petrov"),
    claim("m", "2019-02-05", 5, "bridges built", CFM, period="2018"),
]


@pytest.fixture(scope="module")
def db(
    stored: Callable[[list[Told]], Path], asked: Callable[[Path], Iterator[Connection]]
) -> Iterator[Connection]:
    yield from asked(stored(REPORTS))


def values(group: Compared) -> list[tuple[float, str | None, float | None]]:
    return [(c.row.value, c.relation, c.change) for c in group.claims]


def test_claims_about_one_thing_stand_side_by_side_and_nothing_else_does(db: Connection) -> None:
    detained, drugs = compared(db)
    assert values(detained) == [(100, None, None), (112, "growth", 12.0), (140, "contradicts", None)]
    assert detained.common == (CSC.name,)
    assert values(drugs) == [(7, None, None), (7.5, "agrees", None)]
    assert (drugs.unit, drugs.common) == ("tonnes", ("Willow",))


def test_each_claim_keeps_its_own_report_and_period(db: Connection) -> None:
    first, second, third = compared(db, "detained")[0].claims
    assert [c.period for c in (first, second, third)] == ["2017", "2018", "2018"]
    assert second.against == first.row.id
    assert third.against == second.row.id
    assert {c.row.publisher for c in (first, second, third)} == {"a wire", "b wire", "c wire"}


def test_words_choose_the_groups(db: Connection) -> None:
    assert len(compared(db, "willow")) <= 1
    assert [g.unit for g in compared(db, "confiscated")] == ["tonnes"]
    assert compared(db, "bridges") == compared(db, "!") == ()


def figure(value: float, comparator: str = "=", report: str = "r", **slots: str | None) -> FigureRow:
    return FigureRow(
        id=f"{report}{value}", value=value, comparator=comparator, report=report, what="x y", **slots
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ((420, "="), (420, "="), "agrees"),
        ((420, "="), (400, "="), "contradicts"),
        ((400, ">"), (420, "="), "agrees"),
        ((420, ">"), (400, "="), "contradicts"),
        ((400, "~"), (420, "="), "agrees"),
        ((400, "~"), (500, "="), "contradicts"),
        ((400, "<"), (380, "~"), "agrees"),
        ((400, ">"), (300, ">"), "agrees"),
        ((400, ">"), (300, "<"), "contradicts"),
        ((300, ">"), (400, "<"), "agrees"),
    ],
)
def test_what_fits_one_number(left: tuple[float, str], right: tuple[float, str], relation: str) -> None:
    for first, last in ((left, right), (right, left)):
        rows = figure(*first, report="a", period="2018"), figure(*last, report="b", period="2018")
        assert list(related(rows))[1].relation == relation


def only(*rows: FigureRow) -> Claim:
    return list(related(rows))[-1]


def test_no_growth_between_periods_of_two_lengths_nor_where_none_is_said() -> None:
    assert only(figure(10, period="2016-2018"), figure(20, period="2019")).relation is None
    assert (
        only(figure(10, published="2018-01-01"), figure(20, report="b", published="2019-01-01")).relation
        is None
    )
    assert only(figure(10, period="first half of 2018"), figure(20, period="2019")).relation is None
    assert (
        only(figure(10, period="first half of 2018"), figure(20, period="first half of 2019")).change == 100.0
    )


def test_percentages_grow_in_points_and_nothing_grows_from_nothing() -> None:
    assert (
        only(figure(10, unit="percent", period="2018"), figure(12.5, unit="percent", period="2019")).change
        == 2.5
    )
    assert only(figure(0, period="2018"), figure(12.5, period="2019")).relation is None


def test_one_report_does_not_contradict_itself() -> None:
    assert only(figure(233, period="1994"), figure(777, period="1994")).relation is None
