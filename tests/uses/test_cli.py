"""The command line: what it prints, how it exits, and that no report steers the terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_files import record, warc
from typer.testing import CliRunner, Result

import communique.flow
from communique import flow
from communique.model.reading import Reading, Report
from communique.model.said import Figure
from communique.model.span import Span
from communique.model.text import Text
from communique.uses import cli
from communique.uses.terminal import safe

COMMANDS = (
    *("add", "read", "show", "why", "serve", "demo", "export", "rebuild", "check", "evaluate"),
    *(
        "same",
        "other",
        "unsure",
        "reject",
        "correct",
        "undo",
        "judgements",
        "text",
        "copies",
        "versions",
        "watch",
        "plot",
        "accept",
        "watch",
    ),
)


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def read(text: Text) -> Reading:
        if "explode" in text.characters:
            raise ValueError("no idea")
        figure = Figure(value=420, unit="tonnes", what="drugs", evidence={"": (Span(0, 9),)})
        return Reading(report=Report(id="x", published=text.published), figures=(figure,), reader="stand-in")

    monkeypatch.setattr(flow, "standard_reader", lambda: flow.Reader("stand-in", read))
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Ministers met in Minsk.")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def summary(result: Result) -> dict[str, str]:
    return {line[:14].strip(): line[14:].strip() for line in result.stdout.splitlines()}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: communique {command}" in result.stdout


def test_no_command_is_missing_here() -> None:
    assert {command.callback.__name__ for command in cli.app.registered_commands} == set(COMMANDS)


def test_add_says_what_became_of_each_input() -> None:
    result = run("add", "in")
    assert result.exit_code == 0, result.output
    said = summary(result)
    assert (said["read"], said["already known"], said["failed"], said["figures"]) == ("1", "0", "0", "1")
    assert summary(run("add", "in"))["already known"] == "1"
    assert Path("communique.db").exists()


def test_a_failed_input_is_one_line_and_exit_code_one() -> None:
    Path("in/b.txt").write_text("This will explode.")
    Path("in/c.pdf").write_bytes(b"%PDF-1.7")
    result = run("add", "in", "nowhere", "--record", "r.db")
    assert result.exit_code == 1
    assert summary(result)["read"] == "1"
    assert "  in/b.txt: could not be read (ValueError: no idea)" in result.stdout
    assert "  in/c.pdf: is no sound PDF" in result.stdout
    assert "  nowhere: no such file or folder" in result.stdout
    assert run("check", "--record", "r.db").stdout == "r.db: sound\n"


def test_pages_of_a_crawl_that_tell_of_no_meeting_are_counted_and_named_on_demand() -> None:
    Path("a.warc.gz").write_bytes(
        warc(
            record(b"<html><p>Bread and salt."),
            record(b"<html><p>Foreign ministers met at a summit in Minsk."),
        )
    )
    result = run("add", "a.warc.gz")
    assert (result.exit_code, summary(result)["read"], summary(result)["failed"]) == (0, "1", "0")
    assert summary(result)["set aside"].startswith("1 (")
    line = "set aside: a.warc.gz:2: too little in it tells of a meeting"
    assert line not in result.stdout
    assert line in run("add", "a.warc.gz", "-v").stdout.splitlines()
    result = run("add", "a.warc.gz", "--all")
    assert "set aside" not in result.stdout
    assert (summary(result)["read"], summary(result)["already known"]) == ("1", "1")


@pytest.mark.parametrize(
    "words",
    [
        ["add"],
        ["add", "in", "--port", "1"],
        ["nonsense"],
        ["show", "unicorns"],
        ["show", "meetings", "--json", "--csv"],
        ["read", "in", "--published", "yesterday"],
        ["serve", "--port", "0"],
    ],
)
def test_wrong_usage_is_exit_code_two(words: list[str]) -> None:
    assert run(*words).exit_code == 2


@pytest.mark.parametrize("words", [["show", "meetings"], ["why", "m-1"], ["rebuild"], ["check"], ["serve"]])
def test_without_a_record_one_line_says_how_to_make_one(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert result.stderr == "communique.db: no such record; `communique add` makes one\n"
    assert not Path("communique.db").exists()


def test_read_json_is_a_line_a_report_under_the_inputs_own_id() -> None:
    Path("f.jsonl").write_text(
        '{"id": "r1", "text": "Ministers met."}\n{}\n{"id": "r2", "text": "Ministers met."}\n'
    )
    result = run("read", "f.jsonl", "--json", "--published", "2024-11-28")
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["report"]["id"] for line in lines] == ["r1", "r2"]
    assert {line["report"]["published"] for line in lines} == {"2024-11-28"}
    assert result.stderr == "f.jsonl:2: has no text (a line needs `text` or `html`)\n"


def test_read_shows_values_with_the_words_that_say_so() -> None:
    result = run("read", "in")
    assert result.exit_code == 0
    for words in ("figures", "drugs", "tonnes", "“Ministers”"):
        assert words in result.stdout


def test_nothing_in_a_report_or_its_name_steers_the_terminal() -> None:
    Path("in/\x1b]0;x\x07.pdf").write_bytes(b"")
    Path("in/a.txt").write_text(
        "\x1b[31m\u202eHeadline of the [red]day[/red] here\n\nMinisters met in Minsk."
    )
    for result in (
        run("add", "in"),
        run("read", "in"),
        run("read", "in", "--explain"),
        run("read", "in", "--coverage"),
    ):
        assert not {"\x1b", "\x07", "\u202e"} & set(result.output)
    assert "[red]day[/red]" in run("read", "in/a.txt").stdout
    assert safe("a\nb\u200f") == "a b·"


def test_the_record_is_chosen_by_option_then_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_RECORD", "env.db")
    run("add", "in")
    assert Path("env.db").exists()
    run("add", "in", "--record", "option.db")
    assert Path("option.db").exists()


def test_check_names_what_is_wrong() -> None:
    import sqlite3

    run("add", "in", "--record", "r.db")
    with sqlite3.connect("r.db") as raw:
        raw.execute("DROP TRIGGER page_no_update")
        raw.execute("UPDATE page SET body = x'00'")
    raw.close()
    result = run("check", "--record", "r.db")
    assert result.exit_code == 1
    assert "cannot be unpacked" in result.stdout


def test_a_stop_by_hand_is_one_line_and_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(flow, "add", stop)
    result = run("add", "in")
    assert (result.exit_code, result.stderr) == (130, "stopped; what was read so far is kept\n")


def test_rebuild_makes_the_record_anew() -> None:
    run("add", "in")
    result = run("rebuild")
    assert result.exit_code == 0
    assert summary(result)["figures"] == "1"


def test_the_demo_shows_what_to_do_next() -> None:
    result = run("demo")
    assert result.exit_code == 0, result.output
    assert "communique show people --record demo.db" in result.stdout
    assert Path("demo.db").exists()


def test_help_loads_nothing_heavy() -> None:
    heavy = {"trafilatura", "litestar", "altair", "sqlalchemy", "lxml", "ahocorasick_rs", "rich.progress"}
    code = f"import sys, communique.uses.cli; print(sorted({heavy!r} & set(sys.modules)))"
    package = str(Path(communique.flow.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": package},
    )
    assert done.stdout == "[]\n"
