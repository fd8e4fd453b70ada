"""The command `text`, typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.uses import cli

PAGE = (
    "<html lang=en><head><meta property='og:site_name' content='Ledger'></head><body><nav>Home</nav><article>"
    "<h1>Ministers sign a plan in Minsk</h1><p>The ministers of five states met in Minsk and signed a plan of "
    "cooperation for two years.</p><p>Read also: CSTO opens office</p></article></body></html>"
)


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, ["text", *words])


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(PAGE)


def test_text_metadata_and_what_was_dropped() -> None:
    lines = run("a.html").stdout.splitlines()
    assert lines[0] == "a.html"
    assert "  title      Ministers sign a plan in Minsk  (heading h1)" in lines
    assert "  publisher  Ledger  (meta og:site_name)" in lines
    kept, dropped = lines[: lines.index("dropped: 2 lines")], lines[lines.index("dropped: 2 lines") :]
    assert any(line.startswith("The ministers of five states") for line in kept)
    assert not any("CSTO opens office" in line for line in kept)
    assert dropped[1:] == ["  labelled       Read also: CSTO opens office", "  left out       Home"]


def test_the_same_for_programs() -> None:
    said = json.loads(run("a.html", "--json").stdout)
    assert said["metadata"]["title"]["where"] == "heading h1"
    start, stop = said["metadata"]["title"]["span"]
    assert said["text"][start:stop] == said["metadata"]["title"]["value"]
    assert [one["words"] for one in said["dropped"]] == ["Read also: CSTO opens office", "Home"]
    assert said["place"] == "a.html"


def test_a_bad_input_is_one_line_and_the_next_is_printed() -> None:
    Path("bad.pdf").write_bytes(b"%PDF-1.7 no more")
    result = run("bad.pdf", "nowhere", "a.html")
    assert result.exit_code == 1
    assert result.stderr == (
        "bad.pdf: is no sound PDF: it cannot be opened\nnowhere: no such file or folder\n"
    )
    assert "The ministers of five states" in result.stdout
