"""Furniture told from report on dumps of our own: floors, and the yardstick itself."""

from pathlib import Path

import pytest

from communique.evaluation.furniture import judged, main, shares

GOLD = Path(__file__).parents[2] / "gold" / "furniture"
LEAD = "  The ministers of five states met in Minsk and signed a plan of cooperation."


@pytest.mark.parametrize(
    ("split", "kept", "dropped"), [("dev", 99.5, 93.0), ("open", 98.8, 94.0), ("sealed", 98.8, 93.5)]
)
def test_no_less_is_told_apart_than_before(split: str, kept: float, dropped: float) -> None:
    report, other = shares(judged(GOLD / split))
    assert report.percent >= kept
    assert other.percent >= dropped


def test_a_line_is_dropped_where_most_of_it_is_furniture(tmp_path: Path) -> None:
    lines = [
        "~ Home",
        "~ News",
        "~ Sport",
        "  Ministers of five states sign a plan",
        "? By Anna Petrova",
        LEAD,
    ]
    (tmp_path / "a.txt").write_text(
        "\n".join([*lines, "~ The ministers then saw the old town of Minsk.", "  Share"])
    )
    found = judged(tmp_path)
    assert [line.kept for line in found] == [False, False, False, True, True, True, False]
    assert [tuple(share) for share in shares(found)] == [(2, 3), (3, 4)]


def test_what_is_no_dump_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    (tmp_path / "a.txt").write_text("Minsk")
    assert main([str(tmp_path)]) == 1
    assert (
        capsys.readouterr()
        .err.splitlines()[1]
        .endswith("a.txt:1: begins with none of `~ `, `? ` and two blanks")
    )


def test_sealed_dumps_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(GOLD / "sealed"), "--misses"]) == 1
    assert "is sealed" in capsys.readouterr().err


def test_the_baselines_stand_beside(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(GOLD / "dev"), "--misses"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("left in: " in line for line in lines)
    assert lines[-2].startswith(
        "keep everything            report kept 2395/2395 (100.0 %)   furniture dropped 0/8684"
    )
