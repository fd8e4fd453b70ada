"""Quality may not sink unseen: every corpus with floors is read and scored, and the page of figures is up to date."""

from pathlib import Path

import pytest

from communique.evaluation.corpus import load_corpus
from communique.evaluation.floors import Floors, all_floors, shortfalls
from communique.evaluation.quality import BEGIN, END, accepted_runs, main, renewed
from communique.evaluation.run import measure
from communique.model.errors import BadInput

ROOT = Path(__file__).parents[2]
FLOORS = all_floors(ROOT / "gold" / "floors.yml")


@pytest.mark.parametrize(("name", "floors"), FLOORS.items(), ids=FLOORS)
def test_no_score_is_below_its_floor(name: str, floors: Floors) -> None:
    corpus = load_corpus(ROOT / "gold" / name)
    assert corpus.digest == floors.digest, (
        f"the corpus changed: run `communique evaluate gold/{name} --accept`"
    )
    run = measure(corpus)
    assert not [report.name for report in run.reports if report.failed]
    assert not shortfalls(run, floors)
    assert run.headline > run.baseline


def test_the_samples_have_floors() -> None:
    assert "samples" in FLOORS


def test_the_page_of_figures_is_up_to_date() -> None:
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert page == renewed(page, accepted_runs(ROOT / "gold")), (
        "run `python -m communique.evaluation.quality`"
    )


def test_a_page_without_marks_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BadInput, match="lacks the marks"):
        renewed("no marks", [])
    (tmp_path / "docs").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "docs" / "quality.md").write_text("no marks")
    assert main([str(tmp_path)]) == 1
    assert "lacks the marks" in capsys.readouterr().err
    (tmp_path / "docs" / "quality.md").write_text(f"a {BEGIN} {END} z")
    assert main([str(tmp_path)]) == 0
    assert (tmp_path / "docs" / "quality.md").read_text().endswith(f"{END} z")
