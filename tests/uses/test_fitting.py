"""Tables of the terminal: as wide as it is, folded between words, groups under what they are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.uses.days import brief, day, span
from communique.uses.fitting import print_grouped, print_table, widths

Capture = pytest.CaptureFixture[str]
CELLS = st.text(alphabet="ab -", max_size=60)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6), st.integers(20, 120))
def test_columns_never_take_more_than_the_room(rows: list[tuple[str, str, str]], room: int) -> None:
    assert sum(widths(rows, room)) + 3 <= room


def test_what_fits_is_not_folded_and_what_does_not_is_folded_between_words(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_table(
        ("id", "office"), [("p-56a67b47", "Secretary-General of the Association of Nations")], {"id": 10}
    )
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines[2:] == ["p-56a67b47 Secretary-General of the", "           Association of Nations"]


def test_groups_stand_under_their_names_and_empty_columns_are_left_out(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    print_grouped(("value", "period", "by"), [("drugs", [("420", "", "A")]), ("arms", [("7", "", "B")])])
    told = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert [line for line in told if line and "\u2500" not in line] == [
        "drugs",
        "value by",
        "420 A",
        "arms",
        "7 B",
    ]


def test_days_in_words_whole_and_brief() -> None:
    assert (day("2025-36"), brief("2025-36")) == ("fourth quarter of 2025", "Q4 2025")
    assert (day("2018-09-01/2019-01-31"), brief("XXXX-11-17")) == (
        "1 September 2018 to 31 January 2019",
        "17 Nov",
    )
    assert (brief("the March session"), span("2018-11-21", "2018-11-21"), span(None, None)) == (
        "the March session", "21 Nov 2018", "",
    )  # fmt: skip
