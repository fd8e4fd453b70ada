"""A body's sittings in order: by date and number, with the numbers of which no report was read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from small_reports import CFM, CSC
from small_reports import sitting as report
from sqlalchemy import Connection
from worked_examples import Told

from communique.catalogue.rows import MeetingRow
from communique.catalogue.series import Gap, Series, _with_gaps, in_order, in_words, rhythm, series, spans


def sitting(ordinal: int | None = None, date: str | None = None, status: str = "held") -> MeetingRow:
    return MeetingRow(id=f"m-{ordinal}-{date}", ordinal=ordinal, date=date, status=status)


def steps(*rows: MeetingRow) -> list[object]:
    return [s if isinstance(s, Gap) else s.ordinal for s in _with_gaps(in_order(rows))]


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        ((sitting(9, "2021-11-17"), sitting(6, "2018-11-21")), [6, Gap(7, 8), 9]),
        ((sitting(3, "2019"), sitting(4, "2020")), [3, 4]),
        ((sitting(3, "2019"), sitting(5, "2021")), [3, Gap(4, 4), 5]),
        ((sitting(4), sitting(3, "2019"), sitting(5, "2021")), [3, 4, 5]),
        ((sitting(None, "2020-06"), sitting(3, "2019"), sitting(4, "2021")), [3, None, 4]),
        # the sitting without a number may be the fourth; it cannot be the fourth and the fifth
        ((sitting(None, "2020-06"), sitting(3, "2019"), sitting(5, "2021")), [3, None, 5]),
        ((sitting(None, "2020-06"), sitting(3, "2019"), sitting(6, "2021")), [3, None, Gap(4, 5), 6]),
        (
            (sitting(None, "2020-06", "planned"), sitting(3, "2019"), sitting(5, "2021")),
            [3, None, Gap(4, 4), 5],
        ),
        ((sitting(12, "1990"), sitting(1, "1995"), sitting(2, "1996")), [12, 1, 2]),
        ((sitting(3, "2019"), sitting(2020, "2020")), [3, 2020]),
        ((sitting(3, "XXXX-05-01"), sitting(2, "2019-05-01")), [2, 3]),
    ],
)
def test_sittings_stand_in_order_with_their_gaps(rows: tuple[MeetingRow, ...], due: list[object]) -> None:
    assert steps(*rows) == due


def test_an_extraordinary_sitting_is_none_of_those_that_are_missing() -> None:
    between = msgspec.structs.replace(sitting(None, "2020-06"), name="the extraordinary session")
    assert steps(sitting(3, "2019"), between, sitting(5, "2021")) == [3, None, Gap(4, 4), 5]


def test_a_number_that_one_of_two_reports_gives_is_not_missing() -> None:
    rows = in_order([sitting(5, "2018"), sitting(9, "2021")])
    assert [s for s in _with_gaps(rows, {5, 6}) if isinstance(s, Gap)] == [Gap(7, 8)]
    assert [s for s in _with_gaps(rows, {7}) if isinstance(s, Gap)] == [Gap(6, 6), Gap(8, 8)]


def test_a_rhythm_takes_three_dated_sittings_that_were_held() -> None:
    yearly = [sitting(n, f"{2015 + n}-11-20") for n in range(4)]
    assert rhythm(yearly) == 12.0
    assert rhythm(yearly[:2]) is None
    assert rhythm([*yearly[:2], sitting(2, "2017-11-20", "planned")]) is None
    assert rhythm([*yearly, sitting(9, "2030")]) == 12.0  # a year alone measures nothing


def test_numbers_count_the_sittings_of_which_no_report_was_read() -> None:
    assert rhythm([sitting(6, "2018-11-21"), sitting(9, "2021-11-17")]) == 12.0
    assert rhythm([sitting(6, "2018-11-21"), sitting(7, "2019-11-17")]) is None
    extraordinary = sitting(None, "2019-02-01")
    assert rhythm([sitting(6, "2018-11-21"), extraordinary, sitting(9, "2021-11-17")]) == 12.0


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["2019-05-01", "2019-11-02", "2020-05-03"], "about every 6 months"),
        (["2019-05-01", "2020-05-02", "2021-04-28"], "about once a year"),
        (["2019-05-01", "2021-05-02", "2023-04-28"], "about every 2 years"),
        (["2019-05-01", "2019-05-08", "2019-05-15"], "about every week"),
        (["2019-05-01", "2019-06-01", "2019-07-01"], "about every month"),
        (["2019-05-01", "2019-07-01", "2021-07-01"], "irregularly, 2 to 24 months apart"),
        (["2019-05-01", "2020-05-01"], None),
        (["2019-05-01", "2019-05-01", "2020-05-01"], None),
    ],
)
def test_the_rhythm_in_words(days: list[str], words: str | None) -> None:
    assert in_words(spans([sitting(None, day) for day in days])) == words


ROUND = ["AM", "BY", "KZ", "KG", "RU", "TJ"]
REPORTS = [
    *(report(f"a{n}", CSC, f"{2012 + n}-11-20", chair=ROUND[n % 6], city="Astana", country="KZ") for n in (0, 1, 2, 4, 5, 6, 8)),
    report("b", CSC, "2021-11-20", status="planned", chair="RU"),
    *(report(f"c{n}", CFM, f"{2012 + n}-05-20", ordinal=n, city=city) for n, city in ((3, "Minsk"), (4, "Minsk"), (7, "Yerevan"))),
]  # fmt: skip


@pytest.fixture(scope="module")
def db(
    stored: Callable[[list[Told]], Path], asked: Callable[[Path], Iterator[Connection]]
) -> Iterator[Connection]:
    yield from asked(stored(REPORTS))


def told(db: Connection, body: str) -> Series:
    return series(db, body)


def test_chairs_in_order_and_whose_turn_it_would_be(db: Connection) -> None:
    found = told(db, "csto/collective-security-council")
    assert [sat.country for sat in found.chairs] == ["AM", "BY", "KZ", "RU", "TJ", "AM", "KZ"]
    assert found.turns is not None
    assert (found.turns.of, found.turns.by) == ("chair", "year")
    kept = found.turns.rotation
    assert kept.order == ("KZ", None, "RU", "TJ", "AM", "BY")
    assert [(turn.place, turn.country) for turn in kept.again] == [(2018, "AM"), (2020, "KZ")]
    assert kept.next is None  # whose year that is no report says
    assert found.rhythm == "about once a year"


def test_places_gaps_and_no_order_where_there_is_none(db: Connection) -> None:
    found = told(db, "csto/council-of-foreign-ministers")
    assert found.hosts == (("Minsk", 2), ("Yerevan", 1))
    assert Gap(5, 6) in found.steps
    assert found.turns is None
    assert found.chairs == ()
