"""Two annotations of one report: what one has and the other lacks is counted, what both leave open is not."""

from pathlib import Path

import pytest

from communique.evaluation.agreement import agreement, firm, main

REPORT = "Foreign Minister Anna Lindt met Karl Berg in Oslo on 4 March 2019. About 40 trucks crossed."
FIRST = """
meetings:
  - name: met
    kind: bilateral
    start: 2019-03-04
    city: Oslo
    says: {start: on 4 March 2019, city: in Oslo}
figures:
  - 40 | ~ | | trucks crossed | | | About 40 trucks crossed
"""
SECOND = """
meetings:
  - name: met
    kind: bilateral
    start: 2019-03-04
    says: {start: on 4 March 2019}
figures:
  - '? 40 | ~ | | trucks crossed | | | About 40 trucks crossed'
"""


@pytest.fixture
def gold(tmp_path: Path) -> tuple[Path, Path]:
    for folder, words in (("dev", FIRST), ("second", SECOND)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yml").write_text(words)
    (tmp_path / "dev" / "a.txt").write_text(REPORT)
    return tmp_path / "dev", tmp_path / "second"


def test_the_second_is_scored_against_the_first(gold: tuple[Path, Path]) -> None:
    reports, found = agreement(*gold)
    assert reports == 1
    assert found["meeting.start"] == (1, 1, 1)
    assert found["meeting.city"] == (1, 0, 0)


def test_what_the_second_marks_as_optional_is_not_claimed_by_her(gold: tuple[Path, Path]) -> None:
    assert agreement(*gold)[1]["figures"] == (1, 0, 0)
    assert firm([{"optional": True}, {"a": [{"optional": True}]}]) == [{"a": []}]


def test_an_annotation_agrees_with_itself(
    gold: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(gold[0]), str(gold[0])]) == 0
    assert "headline mean F1: 1.000" in capsys.readouterr().out


def test_nothing_to_compare_says_so(gold: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(gold[0]), str(gold[0].parent)]) == 1
    assert "no annotation" in capsys.readouterr().err
    assert main([]) == 2
