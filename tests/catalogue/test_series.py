"""A body's sittings in order: by date and number, with the numbers of which no report was read."""

import pytest

from communique.catalogue.rows import MeetingRow
from communique.catalogue.series import Gap, _with_gaps, in_order, rhythm


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
        ((sitting(12, "1990"), sitting(1, "1995"), sitting(2, "1996")), [12, 1, 2]),
        ((sitting(3, "2019"), sitting(2020, "2020")), [3, 2020]),
        ((sitting(3, "XXXX-05-01"), sitting(2, "2019-05-01")), [2, 3]),
    ],
)
def test_sittings_stand_in_order_with_their_gaps(rows: tuple[MeetingRow, ...], due: list[object]) -> None:
    assert steps(*rows) == due


def test_a_rhythm_takes_three_dated_sittings_that_were_held() -> None:
    yearly = [sitting(n, f"{2015 + n}-11-20") for n in range(4)]
    assert rhythm(yearly) == 12.0
    assert rhythm(yearly[:2]) is None
    assert rhythm([*yearly[:2], sitting(2, "2017-11-20", "planned")]) is None
    assert rhythm([*yearly, sitting(9, "2030")]) == 12.0  # a year alone measures nothing
