"""Orders of turns: recognised where enough came again, never where one turn breaks them."""

import pytest

from communique.catalogue.turns import Turn, by_number, by_turn, by_year, rotation


def turns(countries: str) -> list[Turn]:
    """One letter a turn; a dot is one of which nothing is known."""
    return [Turn(place=n, country=c, meeting=f"m{n}") for n, c in enumerate(countries) if c != "."]


@pytest.mark.parametrize(
    ("countries", "order", "after"),
    [
        ("ABCAB", "BCA", "C"),
        ("ABCABC", "CAB", "A"),
        ("ABABA", "AB", "B"),
        ("ABCD.BC", "CDAB", "D"),
        ("AB.ABC", "CAB", "A"),
    ],
)
def test_an_order_that_the_turns_keep(countries: str, order: str, after: str) -> None:
    found = rotation(turns(countries))
    assert found is not None
    assert "".join(c or "." for c in found.order) == order
    assert found.next == after
    assert len(found.again) >= 2


@pytest.mark.parametrize(
    "countries", ["", "A", "AAAA", "ABC", "ABCA", "ABAB", "ABCACB", "ABCABA", "AABBA", "A...A..A"]
)
def test_too_few_or_broken(countries: str) -> None:
    assert rotation(turns(countries)) is None


def test_the_evidence_is_the_turns_that_came_again() -> None:
    found = rotation(turns("ABCAB"))
    assert found is not None
    assert [t.meeting for t in found.again] == ["m3", "m4"]


def test_counted_by_number_by_year_and_by_turn() -> None:
    assert [t.place for t in by_number([(6, "A"), (9, "B")], ["x", "y"])] == [6, 9]
    assert by_number([(6, "A"), (None, "B")], ["x", "y"]) == []
    assert [t.country for t in by_year([(2018, "A"), (2018, "A"), (2019, "B")], ["x", "y", "z"])] == [
        "A",
        "B",
    ]
    assert by_year([(2018, "A"), (2018, "B")], ["x", "y"]) == []
    assert [t.meeting for t in by_turn(["A", "A", "B", "A"], ["w", "x", "y", "z"])] == ["w", "y", "z"]
