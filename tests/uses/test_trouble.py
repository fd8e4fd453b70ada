"""Terminals, devices, rights and records that are not as one would wish: a line, never a traceback."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

import communique
from communique import flow
from communique.ledger import Ledger
from communique.model.errors import BrokenRecord
from communique.model.page import Page
from communique.uses import cli, terminal
from communique.uses.columns import COLUMNS, filled

PACKAGE = str(Path(communique.__file__).parents[1])
MET = "Ministers of Foreign Affairs of the CSTO met in Minsk on 28 November 2024 under Sergey Ivanović."


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(MET)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    assert run("add", "in", "--record", "r.db").exit_code == 0
    return tmp_path / "r.db"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def start(*words: str, **more: object) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "PYTHONPATH": PACKAGE, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "communique.uses.cli", *words]
    return subprocess.run(command, text=True, env=env, stderr=subprocess.PIPE, check=False, **more)  # type: ignore[call-overload,no-any-return]


def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if neither record nor folder could be written, whoever runs the tests."""
    real = os.access

    def access(path: str, mode: int, **more: bool) -> bool:
        return mode != os.W_OK and real(path, mode, **more)

    monkeypatch.setattr(os, "access", access)


def test_characters_that_the_terminal_lacks(record: Path) -> None:
    for words in (["show", "meetings"], ["show", "meetings", "--json"], ["check"]):
        done = start(*words, "--record", str(record), stdout=subprocess.PIPE)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize(
    "words", [["--help"], ["show", "meetings"], ["check"], ["read", "in/a.txt", "--json"]]
)
def test_a_full_device_is_one_line(record: Path, words: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = start(*words, *(["--record", "r.db"] if words[0] in ("show", "check") else []), stdout=full)
    assert done.returncode == 1
    assert done.stderr == "the output cannot be written (No space left on device)\n"


def test_a_reader_that_went_away_is_no_matter(record: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = start("show", "meetings", "--record", "r.db", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_path_that_may_not_be_read_holds_up_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def unless_locked(path: Path, *args: str) -> object:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *args)

    Path("locked.txt").write_text(MET)
    monkeypatch.setattr(os, "access", lambda path, *_, **__: "locked" not in str(path))
    monkeypatch.setattr(Path, "open", unless_locked)
    result = run("add", "locked.txt", "in")
    assert result.exit_code == 1
    assert "  locked.txt: may not be read (permission denied)\n" in result.stdout
    assert result.stdout.startswith("read           1\n")


def test_a_failure_names_the_input_as_it_was_given() -> None:
    Path("in/menu.html").write_text("<br>")
    Path("l.jsonl").write_text(
        '{"id": "x", "text": "Minsk", "published": "not a date"}\n{"id": "y", "html": "<br>"}\n'
    )
    result = run("add", "in", "l.jsonl")
    assert result.exit_code == 1
    assert "  in/menu.html: has no text" in result.stdout
    assert "  l.jsonl:1: its `published` is no date: 'not a date'; write it as 2024-11-28\n" in result.stdout
    assert "  l.jsonl:2: has no text" in result.stdout
    assert "l.jsonl:1: its `published`" in run("read", "l.jsonl").stderr


@pytest.mark.parametrize("day", ["2024-11-28", "2024-11-28T09:00:00+03:00", "28 November 2024"])
def test_days_that_are_days(day: str) -> None:
    text, _ = flow.read_page(Page(name="a", body=MET.encode(), published=day))
    assert text.published == "2024-11-28"


def test_a_record_that_may_only_be_read_answers(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = record.read_bytes()
    locked(monkeypatch)
    assert "Minsk" in run("show", "meetings", "--record", "r.db").stdout
    assert "»Minsk«" in run("why", "m-.city", "--record", "r.db").stdout
    assert run("check", "--record", "r.db").stdout == "r.db: sound\n"
    for words in (["add", "in"], ["rebuild"], ["demo"]):
        result = run(*words, "--record", "r.db")
        assert result.exit_code == 1
        assert result.stderr.startswith("r.db: may not be written")
    assert record.read_bytes() == before
    assert not list(Path().glob("r.db-*"))


def test_pages_of_a_record_that_may_only_be_read_come_from_a_copy(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from communique.uses.web import serving

    asked: list[Path] = []
    monkeypatch.setattr(serving, "serve", lambda _, path, *__, **___: asked.append(path) or path.stat())
    locked(monkeypatch)
    assert run("serve", "--record", "r.db").exit_code == 0
    assert asked[0] != record
    assert not asked[0].exists()


def test_an_old_catalogue_that_cannot_be_made_anew_is_one_line(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(record) as raw:
        raw.execute("UPDATE cat_about SET value = '1 other'")
    raw.close()
    locked(monkeypatch)
    result = run("show", "meetings", "--record", "r.db")
    assert (result.exit_code, result.stderr) == (1, f"r.db: {flow.STALE}\n")
    assert run("check", "--record", "r.db").exit_code == 0


def test_nothing_is_written_through_a_ledger_that_only_reads(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked(monkeypatch)
    with Ledger.open(record, create=False) as ledger:
        assert ledger.only_read
        with pytest.raises(BrokenRecord, match="may not be written"), ledger.transaction() as db:
            db.exec_driver_sql("CREATE TABLE x (y)")


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("UPDATE cat_meeting SET city = 'Atlantis'", ": city: stored Atlantis, the ledger gives Minsk"),
        (
            "UPDATE cat_stored_value SET value = 'Atlantis' WHERE field = 'city'",
            "city.value: stored Atlantis, the",
        ),
        ("DELETE FROM cat_stored_quote", "missing that it gives"),
        ("UPDATE cat_entry SET label = 'x' WHERE kind = 'meetings'", ": label: stored x, the ledger gives"),
        (
            "UPDATE cat_entry SET words = x'00' WHERE kind = 'meetings'",
            ": words: is not what the ledger gives",
        ),
        ("INSERT INTO cat_meeting (id, bodies) VALUES ('m-new', '[]')", "m-new: cat_meeting: 1 stored that"),
        ("DROP TABLE cat_tie", "cat_tie: cannot be compared"),
        ("INSERT INTO cat_words(rowid, words) VALUES (1, 'atlantis')", "atlantis: cat_words: 1 stored that"),
        ("UPDATE cat_alias SET node = 'x' WHERE kind = 'meetings'", ": node: stored x, the ledger gives"),
    ],
)
def test_a_catalogue_that_is_not_what_the_ledger_gives_is_named(record: Path, deed: str, said: str) -> None:
    with sqlite3.connect(record) as raw:
        raw.execute(deed)
    raw.close()
    result = run("check", "--record", "r.db")
    assert result.exit_code == 1
    assert said in result.stdout
    assert run("rebuild", "--record", "r.db").exit_code == 0
    assert run("check", "--record", "r.db").stdout == "r.db: sound\n"


def test_in_a_narrow_terminal_the_main_column_has_room() -> None:
    row = SimpleNamespace(
        id="p-123456789", name="A" * 33, country="BY", office="Minister", meetings=3, last_cited="2024-11-28"
    )
    heads = {room: [c.head for c in filled(COLUMNS["people"], [row], room)] for room in (100, 60, 30)}
    assert heads[100] == ["name", "of", "office last cited", "meetings", "last cited"]
    assert heads[60] == ["name", "of", "office last cited"]
    assert heads[30] == ["name", "office last cited"]


def test_a_sign_of_work_is_for_terminals_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with terminal.counting("making the record", 2) as more:
        more(1)
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with terminal.counting("making the record", 2) as more:
        more(1)
    assert "making the record" in capsys.readouterr().err


def test_serve_promises_pages_only() -> None:
    assert "API" not in run("serve", "--help").stdout
