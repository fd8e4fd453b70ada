"""Addresses beside files, typed: what is kept, what is said, how it exits."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from own_site import LOOPBACK, Site, site
from typer.testing import CliRunner, Result

from communique import Communique
from communique.model.errors import BadInput
from communique.settings import Settings
from communique.uses import cli
from communique.uses.fetching import inputs

SETTINGS = {"COMMUNIQUE_ALLOW_PRIVATE": LOOPBACK[0], "COMMUNIQUE_PACE": "0"}


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    monkeypatch.chdir(tmp_path)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    with site() as of:
        yield of


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def test_addresses_stand_beside_files_and_a_second_time_they_are_known(here: Site) -> None:
    Path("a.txt").write_text("MINSK, 30 November 2024. The ministers met in Minsk on 29 November 2024.")
    first = run("add", here.at("/page/1"), "a.txt", here.at("/moved"), here.at("/page/2"))
    assert first.exit_code == 0
    assert [line.split()[-1] for line in first.stdout.splitlines()[:3]] == ["3", "1", "0"]
    assert run("add", here.at("/page/1")).stdout.splitlines()[1] == "already known  1"
    with Communique.open("communique.db") as record:
        (meeting,) = record.meetings("astana")
        (evidence, *_) = record.why(meeting.id, "city")
        assert (meeting.date, evidence.words) == ("2024-11-11", "Astana")
        addresses = {report.address for report in record.reports("ministers meet")}
    assert addresses == {here.at("/page/1"), here.at("/page/2")}


def test_what_fails_is_one_line_and_the_rest_goes_on(here: Site) -> None:
    told = run(
        "add",
        here.at("/missing"),
        here.at("/feed.xml"),
        here.at("/forbidden/1"),
        "ftp://x.example/a",
        here.at("/page/1"),
    )
    assert told.exit_code == 1
    assert [line.split()[-1] for line in told.stdout.splitlines()[:3]] == ["1", "0", "4"]
    assert told.stdout.splitlines()[3:7] == [
        f"  {here.at('/missing')}: is not there (404): check the address",
        f"  {here.at('/feed.xml')}: is a feed or sitemap, not a report: `communique watch` follows it",
        f"  {here.at('/forbidden/1')}: is not asked: the robots.txt of {here.address[7:]} forbids it: save the page in a browser and name the file",
        "  ftp://x.example/a: is not fetched: only addresses with http:// or https:// are",
    ]


def test_text_and_read_take_addresses_and_keep_nothing(here: Site) -> None:
    said = json.loads(run("text", here.at("/page/3"), "--json").stdout)
    assert (said["place"], said["media_type"]) == (here.at("/page/3"), "text/html; charset=utf-8")
    assert said["metadata"]["address"]["value"] == here.at("/page/3")
    read = json.loads(run("read", here.at("/page/3"), "--json").stdout)
    assert read["meetings"][0]["city"] == "Dushanbe"
    assert (read["report"]["address"], read["report"]["retrieved"][:2]) == (here.at("/page/3"), "20")
    assert not list(Path().iterdir())


def test_this_machine_is_refused_without_the_setting(here: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMUNIQUE_ALLOW_PRIVATE")
    told = run("read", here.at("/page/1"))
    assert told.exit_code == 1
    assert told.stderr.endswith("this machine itself; to allow it: COMMUNIQUE_ALLOW_PRIVATE=127.0.0.1\n")
    assert not here.counts


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ALLOW_PRIVATE", "10.0.0.0/99", "'10.0.0.0/99' is no network such as 10.0.0.0/8 and no host such as wiki.local"),
        ("ALLOW_PORTS", "http", "'http' is no whole number"),
        ("ALLOW_PORTS", "70000", "70000 is not 1 or more, up to 65535"),
        ("CONTACT", "me (here)", "'me (here)' is no address: write mailto:you@example.org"),
        ("PACE", "-1", "-1 is not 0 or more, up to 86400"),
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_named(
    here: Site, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"COMMUNIQUE_{name}", value)
    told = run("read", here.at("/page/1"))
    assert (told.exit_code, told.stderr) == (1, f"COMMUNIQUE_{name}: {said}\n")
    assert not here.counts


def test_python_takes_addresses_too(here: Site) -> None:
    with Communique.open("communique.db") as record:
        assert record.add(here.at("/page/1"), Path(here.at("/page/2"))).read == 2


def test_nobody_waits_for_encryption_who_has_only_files() -> None:
    code = (
        "import sys; from communique.uses.fetching import inputs; from communique.settings import Settings;"
    )
    code += "list(inputs(['nothing'], Settings())); print([m for m in ('ssl', 'http.client', 'idna') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


def test_a_bad_setting_is_told_before_anything_is_read() -> None:
    with pytest.raises(BadInput, match="COMMUNIQUE_ALLOW_PRIVATE: 'a/b' is no network"):
        inputs(["https://news.example/"], Settings(allow_private=("a/b",)))


def test_what_was_fetched_is_kept_when_a_person_stops(here: Site) -> None:
    command = [
        sys.executable,
        "-m",
        "communique.uses.cli",
        "add",
        here.at("/page/1"),
        here.at("/page/2"),
        here.at("/drip"),
    ]
    heeding = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # begun behind `&`, a shell has it ignored
    with subprocess.Popen(command, env=os.environ | SETTINGS, stderr=subprocess.PIPE, text=True) as running:
        signal.signal(signal.SIGINT, heeding)
        while not here.counts["/drip"]:
            here.closing.wait(0.05)
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        assert running.communicate()[1] == "stopped; what was read so far is kept\n"
        assert running.returncode == 130
    with Communique.open("communique.db") as record:
        assert record.counts().reports == 2


@pytest.mark.parametrize("command", ["add", "text", "read"])
def test_a_person_at_a_terminal_sees_what_is_waited_for(here: Site, command: str) -> None:
    master, terminal = pty.openpty()
    shown = threading.Event()
    here.routes["/slow"] = lambda handler: (shown.wait(20), handler.page("/page/1"))
    words = [sys.executable, "-m", "communique.uses.cli", command, here.at("/slow")]
    with subprocess.Popen(
        words, env=os.environ | {"TERM": "xterm"}, stderr=terminal, stdout=subprocess.DEVNULL
    ) as running:
        os.close(terminal)
        seen = b""
        with contextlib.suppress(OSError):  # which is how a terminal says that nobody writes any more
            while piece := os.read(master, 4096):
                seen += piece
                if f"asking {here.at('/slow')}".encode() in seen:
                    shown.set()
    os.close(master)
    assert (running.returncode, shown.is_set()) == (0, True)
