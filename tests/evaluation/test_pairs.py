"""Mentions told alike and apart: the measure counts, and the floors of our own files hold."""

from pathlib import Path

import pytest

from communique.evaluation.pairs import Labelled, by_lack, labelled, score, wrong

PAIRS = Path(__file__).parents[2] / "gold" / "pairs"
FILES = sorted(PAIRS.glob("*.yml"))
FLOORS = {"people": 0.97, "meetings": 0.93}


@pytest.fixture(scope="module")
def found() -> dict[str, list[Labelled]]:
    return labelled(FILES)


@pytest.mark.parametrize("kind", FLOORS)
def test_the_floor_of_our_own_mentions_holds(found: dict[str, list[Labelled]], kind: str) -> None:
    got, trivial = score(found[kind], lambda m: m.entry), score(found[kind], lambda m: m.trivial)
    assert got.alike > 30
    assert got.f1 >= FLOORS[kind], "\n".join(wrong(found[kind]))
    assert got.precision >= 0.99, "\n".join(wrong(found[kind]))
    assert trivial.f1 < got.f1 - 0.1


@pytest.mark.parametrize(
    ("file", "precision", "recall"),
    [
        ("open/left-out", 0.99, 0.92),
        ("open/side-by-side", 0.94, 0.94),
        ("unread/left-out", 0.99, 0.93),
        ("unread/side-by-side", 0.8, 0.88),
    ],
)
def test_a_meeting_is_found_of_which_a_report_leaves_something_out(
    file: str, precision: float, recall: float
) -> None:
    found = labelled([PAIRS / f"{file}.yml"])["meetings"]
    got, trivial = score(found, lambda m: m.entry), score(found, lambda m: m.trivial)
    told = (got, "" if file.startswith("unread") else list(wrong(found)))  # nobody reads what is unread
    assert got.precision >= precision, told
    assert got.recall >= recall, told
    assert trivial.recall < 0.1, "the mentions are too easy"


def test_pairs_are_counted_by_what_a_report_leaves_out() -> None:
    def one(report: str, entry: str, *lacks: str) -> Labelled:
        return Labelled(f"f {report}", report, "a", entry, "x", lacks=frozenset(lacks))

    found = by_lack([one("r1", "e1"), one("r2", "e1", "day"), one("r3", "e2", "day", "city")])
    assert {lack: (s.both, s.alike) for lack, s in found.items()} == {"city": (0, 2), "day": (1, 3)}


def test_no_two_people_of_one_delegation_are_joined(found: dict[str, list[Labelled]]) -> None:
    assert score(found["people"], lambda m: m.entry).of_one_delegation == 0
    assert score(found["people"], lambda m: m.trivial).of_one_delegation > 5, "the mentions are too easy"


def test_pairs_are_counted_within_a_file() -> None:
    def one(report: str, true: str, entry: str, side: str = "") -> Labelled:
        return Labelled(report, true, true, entry, "x", side)

    three = [
        one("f r1", "a", "e1", "BY"),
        one("f r1", "b", "e1", "BY"),
        one("f r2", "a", "e1"),
        one("g r1", "a", "e2"),
    ]
    got = score(three, lambda m: m.entry)
    assert (got.both, got.joined, got.alike, got.of_one_delegation) == (1, 3, 1, 1)
    assert (got.precision, got.recall, got.f1) == (1 / 3, 1.0, 0.5)
    assert len(list(wrong(three))) == 2


def test_a_report_that_names_two_meetings_alike_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "twice.yml"
    file.write_text("reports: [{id: a, meetings: [{name: talks, which: x}, {name: talks, which: y}]}]")
    with pytest.raises(ValueError, match="report a names meetings 'talks' twice: give one of them other"):
        labelled([file])
