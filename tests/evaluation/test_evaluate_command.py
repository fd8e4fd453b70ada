"""`communique evaluate`: scores, mistakes, accepted runs, floors that do not sink by accident, sealed corpora."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique import flow
from communique.evaluation.floors import all_floors
from communique.evaluation.predictions import main as predictions
from communique.model.reading import Reading, Report
from communique.model.said import Figure
from communique.model.text import Text
from communique.uses import cli

FOUND = {"value": 420}


@pytest.fixture(autouse=True)
def corpus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    def read(text: Text) -> Reading:
        if "explode" in text.characters:
            raise ValueError("no idea")
        figures = (Figure(value=FOUND["value"], unit="tonnes", what="drugs seized"),)
        return Reading(report=Report(id="x"), figures=figures, reader="stand-in")

    monkeypatch.setattr(flow, "standard_reader", lambda: flow.Reader("stand-in", read))
    monkeypatch.setitem(FOUND, "value", 420)
    monkeypatch.chdir(tmp_path)
    return made(tmp_path / "gold" / "dev")


def made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("They seized 420 tonnes of drugs.")
    (folder / "a.yml").write_text("figures:\n  - 420 | = | tonnes | drugs seized | | | 420 tonnes\n")
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, ["evaluate", *words])


def test_the_table_ends_with_the_trivial_baseline() -> None:
    result = run("gold/dev")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "dev: 1 reports"
    assert "headline mean F1 over 1 kinds: 1.000" in lines
    assert lines[-1].startswith("trivial baseline: ")


def test_mistakes_are_told_per_report_and_by_kind() -> None:
    FOUND["value"] = 7
    result = run("gold/dev", "--misses", "--kind", "figures")
    assert "missed   figures 420 | tonnes | drugs seized" in result.stdout
    assert "invented figures 7 | tonnes | drugs seized" in result.stdout
    assert "420" not in run("gold/dev", "--misses", "--kind", "offices").stdout


def test_a_sealed_corpus_is_scored_and_never_shown() -> None:
    made(Path("gold/sealed"))
    assert run("gold/sealed").exit_code == 0
    for folder in ("gold/sealed", "gold/sealed/", "gold/dev/../sealed"):
        result = run(folder, "--misses")
        assert result.exit_code == 1
        assert "is sealed: its reports are scored, never read" in result.stderr
        assert not result.stdout


def test_json_has_counts_scores_and_floors() -> None:
    run("gold/dev", "--accept")
    data = json.loads(run("gold/dev", "--json").stdout)
    assert data["corpus"] == "dev"
    assert data["headline"] == 1.0
    assert data["kinds"]["figures"] == {
        "gold": 1,
        "found": 1,
        "hits": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "gain": 0.0,
        "floor": 0.99,
    }


def test_accepting_writes_the_run_and_floors_a_little_under_it() -> None:
    assert run("gold/dev", "--accept").exit_code == 0
    accepted = json.loads(Path("gold/accepted/dev.json").read_text())
    assert accepted["kinds"] == {"figures": [1, 1, 1]}
    floors = all_floors(Path("gold/floors.yml"))["dev"]
    assert (floors.headline, floors.kinds) == (0.99, {"figures": 0.99})
    made(Path("gold/samples"))
    run("gold/samples", "--accept")
    assert list(all_floors(Path("gold/floors.yml"))) == ["dev", "samples"]


def test_below_a_floor_is_exit_code_one_and_shows_the_loss() -> None:
    run("gold/dev", "--accept")
    FOUND["value"] = 7
    result = run("gold/dev")
    assert result.exit_code == 1
    assert "figures: 0.000 is below its floor 0.990" in result.stderr
    assert "-1.000" in result.stdout


def test_a_floor_sinks_only_when_that_is_said() -> None:
    run("gold/dev", "--accept")
    before = Path("gold/floors.yml").read_text(), Path("gold/accepted/dev.json").read_text()
    FOUND["value"] = 7
    result = run("gold/dev", "--accept")
    assert result.exit_code == 1
    assert "would lower a floor" in result.stderr
    assert (Path("gold/floors.yml").read_text(), Path("gold/accepted/dev.json").read_text()) == before
    assert run("gold/dev", "--accept", "--lower").exit_code == 0
    assert all_floors(Path("gold/floors.yml"))["dev"].kinds == {"figures": 0.0}
    assert run("gold/dev", "--lower").exit_code == 2


def test_a_changed_corpus_is_named() -> None:
    run("gold/dev", "--accept")
    Path("gold/dev/a.txt").write_text("They seized 420 tonnes of drugs today.")
    result = run("gold/dev")
    assert result.exit_code == 1
    assert "the corpus changed: run `communique evaluate gold/dev --accept`" in result.stderr
    assert "the accepted run was on another state of this corpus" in result.stdout


def test_a_report_that_trips_the_reader_counts_as_read_empty() -> None:
    Path("gold/dev/b.txt").write_text("They explode 420 tonnes of drugs.")
    Path("gold/dev/b.yml").write_text("figures:\n  - 420 | = | tonnes | drugs seized | | | 420 tonnes\n")
    result = run("gold/dev", "--json")
    assert result.exit_code == 1
    assert "b: could not be read (ValueError: no idea)" in result.stderr
    assert json.loads(result.stdout)["kinds"]["figures"]["recall"] == 0.5


@pytest.mark.parametrize("words", [["nowhere"], ["gold"], ["gold/dev", "--kind", "unicorns"]])
def test_what_cannot_be_scored_is_one_line(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("file", ["floors.yml", "accepted/dev.json"])
def test_a_broken_file_of_scores_is_one_line(file: str) -> None:
    run("gold/dev", "--accept")
    Path("gold", file).write_text("{x: [")
    result = run("gold/dev")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_predictions_take_the_names_of_the_annotations(capsys: pytest.CaptureFixture[str]) -> None:
    assert predictions(["gold/dev", "out", "as-json"]) == 0
    assert json.loads(Path("out/a.json").read_text())["figures"][0]["value"] == 420
    assert json.loads(Path("as-json/a.json").read_text())["figures"][0]["value"] == 420
    assert predictions(["nowhere", "out"]) == 1
    assert predictions([]) == 2
    assert "usage" in capsys.readouterr().err
