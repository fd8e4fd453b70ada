"""`read --explain` and `read --coverage`: what was found in each sentence, and what was not."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.uses import cli


@pytest.fixture(autouse=True)
def _report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("e.txt").write_text(
        "Minister Anna Lindt said that trade had grown.\n\nThe ministers met again later."
    )


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def test_read_explains_each_sentence_by_its_facts_and_rules() -> None:
    result = run("read", "e.txt", "--explain")
    assert result.exit_code == 0
    assert "line 1: Minister Anna Lindt said" in result.stdout
    assert "statements: Anna Lindt, trade had grown  by reported" in result.stdout
    assert "not understood: met" in result.stdout
    assert result.stdout.count("    reported: ") == 1


def test_read_coverage_counts_the_sentences_and_names_those_that_gave_nothing() -> None:
    result = run("read", "e.txt", "--coverage")
    assert "e  2 sentences, 2 announce a fact, 1 understood, 1 left" in result.stdout
    assert "line 3: The ministers met again later." in result.stdout
    assert run("read", "e.txt", "--coverage", "--json").exit_code == 2
