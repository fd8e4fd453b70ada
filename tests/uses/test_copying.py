"""The command `copies`, typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from wire_report import WIRE

from communique.uses import cli


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


@pytest.fixture(autouse=True)
def _record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": "first", "publisher": "BelTA", "published": "2024-11-28", "text": WIRE},
        {"id": "again", "publisher": "Trend", "published": "2024-11-29", "text": WIRE.replace("five", "six")},
        {"id": "same", "publisher": "Kabar", "published": "2024-11-29", "text": WIRE},
    ]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert run("add", "a.jsonl", "--record", "r.db").exit_code == 0


def test_who_copied_whom_and_what_was_changed() -> None:
    lines = run("copies", "--differences", "--record", "r.db").stdout.splitlines()
    assert lines[0].startswith("first, BelTA, 2024-11-28, r-")
    assert any(
        line.startswith("  copied by same, Kabar, 2024-11-29, r-") and "word for word" in line
        for line in lines
    )
    assert any(
        line.startswith("  copied by again, Trend, 2024-11-29, r-") and "% of" in line for line in lines
    )
    assert "    - Ministers of five states sign a plan in Minsk" in lines
    assert "    + Ministers of six states sign a plan in Minsk" in lines
    assert lines[-1] == "copies: 2, reports told again: 1"


def test_the_same_for_programs() -> None:
    (line,) = run("copies", "--json", "--differences", "--record", "r.db").stdout.splitlines()
    said = json.loads(line)
    assert said["source"]["publisher"] == "BelTA"
    assert sorted(copy["exact"] for copy in said["copies"]) == [False, True]
    changed = next(copy for copy in said["copies"] if not copy["exact"])
    assert changed["differences"][0]["copy"] == "Ministers of six states sign a plan in Minsk"


def test_one_report_with_what_its_copies_changed() -> None:
    groups = run("copies", "--json", "--record", "r.db").stdout
    id = json.loads(groups)["copies"][0]["id"]
    said = run("copies", id[:9], "--record", "r.db").stdout
    assert "    + Ministers of six states sign a plan in Minsk" in said
    assert run("copies", "r-nothing", "--record", "r.db").exit_code != 0


def test_a_record_without_copies() -> None:
    Path("b.txt").write_text(WIRE)
    assert run("add", "b.txt", "--record", "s.db").exit_code == 0
    assert run("copies", "--record", "s.db").stdout == "copies: 0, reports told again: 0\n"
