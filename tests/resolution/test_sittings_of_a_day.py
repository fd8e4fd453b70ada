"""Sittings of one day of the calendar are looked up by their years: whoever may be one with another finds it, from either side."""

from itertools import combinations

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from communique.resolution.meetings import compare
from communique.resolution.sitting import Sitting, blocks, sought

_COUNCIL = frozenset(["csto/council"])


def sitting(**said: object) -> Sitting:
    plain = Sitting(
        label="session", organs=_COUNCIL, bilateral=False, ordinal=None, start="2019-11-28", end="2019-11-28", city="",
        country="", people=frozenset(["rakhmon", "tokayev"]), parties=frozenset(["TJ", "KZ"]), id="1", told="2019-11-29",
    )  # fmt: skip
    return plain._replace(**said)


DAYS = (
    None, "2019", "2019-11", "2019-11-28", "2019-12-31", "2020-01-01", "2020-12-31", "2020-11-28", "2024-11-28", "2024-11", "2024-24", "XXXX-11-28", "XXXX-11",
)  # fmt: skip
SITTINGS = st.builds(
    sitting,
    organs=st.sampled_from([_COUNCIL, frozenset[str](), frozenset(["csto/council", "cis/council"]), frozenset(["un/security-council"]), frozenset(["un"]), frozenset(["~harbour group"])]),
    bilateral=st.booleans(),
    ordinal=st.sampled_from([None, 7, 8]),
    start=st.sampled_from(DAYS),
    end=st.sampled_from(DAYS),
    city=st.sampled_from(["", "minsk", "bishkek"]),
    country=st.sampled_from(["", "BY"]),
    people=st.sampled_from([frozenset(["rakhmon", "tokayev"]), frozenset(["rakhmon", "tokayev", "putin"]), frozenset[str]()]),
    status=st.sampled_from(["held", "planned"]),
    told=st.sampled_from(["", "2019-11-29", "2024-12-01"]),
    gathering=st.sampled_from(["", "summit"]),
    matters=st.sampled_from([frozenset[str](), frozenset(["SY"]), frozenset(["climate"])]),
    own_name=st.sampled_from([frozenset[str](), frozenset(["bled", "strategic"])]),
)  # fmt: skip


def _year(edtf: str) -> int:
    return int(edtf[:4].replace("XXXX", "2019"))


def found_by(one: Sitting, other: Sitting) -> bool:
    return bool({*sought(one)} & {*blocks(other)})


@settings(max_examples=1000, deadline=None)
@given(SITTINGS, SITTINGS)
@example(sitting(), sitting(start="XXXX-11-28", end="XXXX-11-28"))
@example(sitting(start="2019-12-31", end="2020-01-01"), sitting(start="2020-01-01", end="2020-01-01"))
@example(sitting(start="2019", end="2020-01-01"), sitting(start="2019-11", end=None))
@example(
    sitting(start="2020-01-01", end="2020-12-31", city="minsk"),
    sitting(start="2019-12-31", end="2019-12-31", city="minsk"),
)
@example(sitting(start="2019-11-28", end="XXXX-11-28"), sitting(start="2024-11-28", end="2024-11-28"))
def test_two_that_share_a_block_and_may_be_one_find_each_other(one: Sitting, other: Sitting) -> None:
    assume(all(s.end is None or not s.start or abs(_year(s.end) - _year(s.start)) < 2 for s in (one, other)))
    told = compare(one, other) if {*blocks(one)} & {*blocks(other)} else None
    assert found_by(one, other) == found_by(other, one)
    if told is not None and told.verdict != "other":
        assert found_by(one, other), told


def test_who_meets_each_year_on_one_day_is_compared_with_that_year_alone() -> None:
    yearly = [
        sitting(start=f"{year}-11-28", end=f"{year}-11-28", id=str(year), told="")
        for year in range(1995, 2025)
    ]
    assert not [(a, b) for a, b in combinations(yearly, 2) if found_by(a, b)]
    yearless = sitting(start="XXXX-11-28", end="XXXX-11-28", id="0")
    assert all(found_by(yearless, each) and found_by(each, yearless) for each in yearly)


def test_who_sat_in_two_organs_in_a_month_is_no_reason_to_compare_them() -> None:
    council, security = (
        sitting(organs=frozenset([o]), start=d, end=d, parties=frozenset())
        for o, d in (("un/general-assembly", "2019-11-28"), ("un/security-council", "2019-11-05"))
    )
    assert not found_by(council, security)
    vaguely = sitting(organs=frozenset(["un"]), start="2019-11", end="2019-11", parties=frozenset())
    assert found_by(council, vaguely)
    assert found_by(vaguely, council)
    assert found_by(
        security, sitting(organs=frozenset(), start="2019-11-05", end="2019-11-05", parties=frozenset())
    )
