"""`communique watch` as people and cron run it: rounds, a second watcher, an end by signal, a kill in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from own_site import LOOPBACK, REPORT, Site, site

from communique.ledger import Ledger


class Person:
    """Somebody at a terminal, beside a site of our own; `sources.txt` names its feed and its listing."""

    def __init__(self, here: Path, of: Site) -> None:
        self.here, self.site = here, of
        self._started: list[subprocess.Popen[str]] = []
        self.write(f"{of.at('/feed.xml')}  feed\n{of.at('/listing')}  listing  /page/*   # the same pages\n")

    def write(self, sources: str) -> None:
        (self.here / "sources.txt").write_text(sources, encoding="utf-8")

    def start(self, *words: str) -> "subprocess.Popen[str]":
        more = {"COMMUNIQUE_ALLOW_PRIVATE": LOOPBACK[0], "COMMUNIQUE_PACE": "0", "PYTHONPATH": _package()}
        command = [sys.executable, "-m", "communique.uses.cli", "watch", *words]
        pipe = subprocess.PIPE
        child = subprocess.Popen(
            command, cwd=self.here, env=os.environ | more, stdout=pipe, stderr=pipe, text=True
        )
        self._started.append(child)
        return child

    def run(self, *words: str) -> tuple[int, str, str]:
        """Exit code, output and what was said beside it."""
        child = self.start(*words)
        out, said = child.communicate(timeout=60)
        return child.returncode, out, said

    def stored(self) -> list[str]:
        with Ledger.open(self.here / "communique.db") as ledger:
            assert ledger.verify() == []
            addresses = [text.address or "" for text in ledger.texts()]
        return sorted(address.removeprefix(self.site.address) for address in addresses)

    def leave(self) -> None:
        for child in self._started:
            child.kill()
            child.communicate()


def _package() -> str:
    import communique

    return str(Path(communique.__file__).parents[1])


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with site() as of:
        somebody = Person(tmp_path, of)
        yield somebody
        somebody.leave()


def until(true: Callable[[], bool]) -> None:
    for _ in range(3_000):
        if true():
            return
        time.sleep(0.01)
    pytest.fail("it never came to that")


def numbers(out: str) -> dict[str, str]:
    return {line[:16].strip(): line[16:].strip() for line in out.splitlines() if line[:1].strip()}


def test_one_round_and_another(person: Person) -> None:
    code, out, said = person.run("sources.txt", "--once")
    assert (code, said) == (0, "")
    told = numbers(out)
    assert (told["lists asked"], told["new pages"], told["failed"], told["waiting"]) == ("2", "8", "0", "0")
    assert int(told["meetings"]) > 0
    person.site.counts.clear()
    _, out, _ = person.run("sources.txt", "--once")
    assert numbers(out)["lists asked"] == "2, 2 unchanged"
    assert person.site.counts == {"/feed.xml": 1, "/listing": 1}


def test_what_failed_is_a_line_each_and_the_exit_code(person: Person) -> None:
    person.write(f"no address\n{person.site.at('/broken')}\n{person.site.at('/feed.xml')}\n")
    person.site.entries.append("/gone")
    code, out, _ = person.run("sources.txt", "--once")
    assert code == 1
    assert [line.strip() for line in out.splitlines() if line.startswith("  ")] == [
        "sources.txt:1: 'no' is no web address; begin it with https://",
        f"{person.site.at('/broken')}: the server failed (500): try again later",
        f"{person.site.at('/gone')}: is not there (410): check the address",
    ]
    assert numbers(out)["new pages"] == "8"


def test_status_tells_what_is_watched_and_what_failed(person: Person) -> None:
    person.site.entries.append("/gone")
    person.run(person.site.at("/feed.xml"), "--once", "--json")
    _, out, _ = person.run("--status", "--json")
    told = json.loads(out)
    (feed,) = told["lists"]
    assert (feed["what"], feed["named"], feed["status"]) == ("feed", 9, "there")
    assert told["pages"] == {"there": 8, "gone": 1}
    assert [(one["address"], one["next"]) for one in told["failed"]] == [(person.site.at("/gone"), "")]
    _, out, _ = person.run("--status")
    assert f"{person.site.at('/feed.xml')}  feed, 9 pages, asked 20" in out
    assert "is not there (410): check the address (given up unless it is listed as changed)" in out


def test_status_names_no_list_that_its_file_names_no_longer(person: Person) -> None:
    person.run("sources.txt", "--once")
    person.write(f"{person.site.at('/feed.xml')} feed\n")
    person.run("sources.txt", "--once")
    code, out, _ = person.run("--status")
    assert code == 0
    assert f"{person.site.at('/feed.xml')}  feed, 8 pages" in out
    assert f"no longer named  1: {person.site.at('/listing')}" in out
    told = json.loads(person.run("--status", "--json")[1])["lists"]
    assert {one["address"].removeprefix(person.site.address): one["watched"] for one in told} == {
        "/feed.xml": True,
        "/listing": False,
    }


def test_status_counts_the_sitemaps_of_an_index_and_names_those_that_failed(person: Person) -> None:
    person.site.pages["/s1.xml"] = b"<urlset><url><loc>/page/1</loc></url></urlset>"
    index = "".join(f"<sitemap><loc>{path}</loc></sitemap>" for path in ("/s1.xml", "/gone"))
    person.site.pages["/index.xml"] = f"<sitemapindex>{index}</sitemapindex>".encode()
    assert person.run(person.site.at("/index.xml"), "--once")[0] == 1
    failed, reason, whole, pages, *_ = person.run("--status")[1].splitlines()
    assert failed.startswith(f"{person.site.at('/gone')}  sitemap, no pages yet, asked")
    assert reason == "  failed once: is not there (410): check the address"
    assert whole.startswith(f"{person.site.at('/index.xml')}  sitemap, 0 pages, 2 sitemaps below it, asked")
    assert pages == "pages            1: 1 there"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nothing.txt", "--once"), 1, "nothing.txt: cannot be read (No such file or directory)"),
        (("file:///etc/passwd", "--once"), 1, "watch: 'file:///etc/passwd' is no web address; begin it with https://"),
        (("https://a.example/", "feed", "/x", "/y", "--once"), 1, "watch: more stands behind the address"),
        (("--status",), 1, "communique.db: nothing was watched for it yet; `communique watch FILE|URL` does"),
        ((), 2, "name a file of addresses, or one address"),
        (("sources.txt", "--once", "--every", "1h"), 2, "choose one of --once and --every"),
        (("sources.txt", "--every", "soon"), 2, "--every 'soon' is no time; write 15m, 2h or 1d"),
        (("sources.txt", "--every", "5s"), 2, "--every 5s is too often; once a minute (1m) at most"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_in_a_line(
    person: Person, words: tuple[str, ...], code: int, said: str
) -> None:
    found, _, line = person.run(*words)
    assert found == code
    assert said in " ".join(line.replace("│", " ").split())
    assert not person.site.counts


def test_it_goes_on_until_it_is_ended_and_a_second_one_stops(person: Person) -> None:
    first = person.start("sources.txt", "--every", "1d")
    assert first.stdout is not None
    assert first.stdout.readline().endswith("2 lists asked: 8 new pages\n")
    code, _, said = person.run("sources.txt", "--once")
    assert code == 1
    assert said == f"communique.db: is being watched already (process {first.pid}); one watcher is enough\n"
    assert person.run("--status")[0] == 0
    first.send_signal(signal.SIGTERM)
    _, said = first.communicate(timeout=30)
    assert (first.returncode, said) == (
        0,
        "stopped; what came so far is kept, and the next watch goes on from here\n",
    )
    assert person.run("sources.txt", "--once")[0] == 0


def test_killed_again_and_again_it_goes_on_where_it_was(person: Person) -> None:
    for number in range(9, 41):
        person.site.add(f"/page/{number}", REPORT.format(city=f"City{number}", day=number % 27 + 1))
    pages = [f"/page/{number}" for number in range(1, 41)]
    kills = 0
    for wanted in (1, 2, 9, 17, 33):
        child = person.start("sources.txt", "--once")
        until(lambda: _asked(person, pages) >= wanted or child.poll() is not None)  # noqa: B023
        child.kill()
        child.communicate()
        kills += 1
    before = dict(person.site.counts)
    code, _, _ = person.run("sources.txt", "--once")
    assert code == 0
    assert person.stored() == sorted(pages)
    assert all(person.site.counts[page] >= 1 for page in pages)
    assert _asked(person, pages) <= len(pages) + kills  # only what was on its way is asked again
    assert sum(page in before for page in pages) >= 33 - kills
    person.site.counts.clear()
    person.run("sources.txt", "--once")
    assert _asked(person, pages) == 0


def _asked(person: Person, pages: list[str]) -> int:
    return sum(person.site.counts[page] for page in pages)
