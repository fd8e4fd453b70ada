"""Papers of one title are looked up by their years: whoever may be one with another finds it, from either side."""

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.resolution.instruments import Paper, blocks, compare, sought

_STEPS = ("adopted", "signed", "submitted", "planned", "considered", "extended", "ratified")
_TITLES = (("plan", "joint", "operations"), ("plan", "joint", "operations", "2020"), ("plan",))


def paper(**said: object) -> Paper:
    plain = Paper(
        words=_TITLES[0], meeting="", owners=frozenset(["csto/council"]), steps=frozenset(["adopted"]), draft=False,
        destination="", day="2019-11-28", period=None, date="2019-11-28", proper=False, id="1",
    )  # fmt: skip
    return plain._replace(**said)


PAPERS = st.builds(
    paper,
    words=st.sampled_from(_TITLES),
    meeting=st.sampled_from(["", "", "m-1"]),
    owners=st.sampled_from([frozenset(["csto/council"]), frozenset(["csto/council", "RU"]), frozenset(["csto/assembly"])]),
    steps=st.frozensets(st.sampled_from(_STEPS), min_size=1, max_size=2),
    draft=st.booleans(),
    destination=st.sampled_from(["", "csto/council"]),
    day=st.sampled_from([None, "2019", "2019-01", "2019-12-31", "2020-01-01", "2020-11", "2021-01-15", "2024-06-01", "2022-36", "XXXX-11-17"]),
    date=st.none(),
    proper=st.booleans(),
)  # fmt: skip


def found_by(one: Paper, other: Paper) -> bool:
    return bool({*sought(one)} & {*blocks(other)})


@settings(max_examples=400, deadline=None)
@given(PAPERS, PAPERS)
@example(paper(), paper(day="2026-01-01", steps=frozenset(["extended"])))
@example(paper(), paper(day=None))
@example(paper(day="2022-36"), paper(day="2024-06-01"))
@example(paper(proper=True), paper(day="2024-06-01", proper=True, steps=frozenset(["considered"])))
def test_two_that_share_a_block_and_may_be_one_find_each_other(one: Paper, other: Paper) -> None:
    told = compare(one, other) if {*blocks(one)} & {*blocks(other)} else None
    assert found_by(one, other) == found_by(other, one)
    if told is not None and told.verdict != "other":
        assert found_by(one, other), told


def test_a_plan_of_each_year_is_compared_with_its_neighbours_alone() -> None:
    yearly = [paper(day=f"{year}-11-28", id=str(year)) for year in range(1995, 2025)]
    pairs = [(a, b) for a, b in combinations(yearly, 2) if found_by(a, b)]
    assert len(pairs) == len(yearly) - 1
    assert all({*blocks(a)} & {*blocks(b)} for a, b in combinations(yearly, 2))
