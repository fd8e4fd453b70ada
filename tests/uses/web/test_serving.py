"""Several processes that serve one record: who is in at one is in at all, and what one keeps all know of."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from html import unescape
from pathlib import Path

import pytest
import small_record
from litestar import Litestar
from litestar.testing import TestClient

from communique.ledger import Ledger
from communique.uses.users import Users
from communique.uses.web import serving
from communique.uses.web.app import create_app
from communique.uses.web.keeper import Keeper
from communique.uses.web.visits import Visits

Client = TestClient[Litestar]
WORD = "correct horse battery"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = small_record.make(tmp_path / "small.db")
    with Users.open(path) as users:
        for name in ("anna", "boris"):
            users.add(name, "reviewer", WORD)
    return path


@pytest.fixture
def two(record: Path, tmp_path: Path) -> Iterator[tuple[Client, Client]]:
    """Two applications with one record and one file of visits, as two processes have them; nobody keeps the record up."""
    with ExitStack() as after:
        one, other = (
            after.enter_context(TestClient(create_app(record, visits=tmp_path / "visits.db")))
            for _ in range(2)
        )
        yield one, other


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def enter(client: Client, name: str, password: str = WORD) -> int:
    sent = {"token": hidden(client.get("/login").text, "token"), "name": name, "password": password}
    return client.post("/login", data=sent, follow_redirects=False).status_code


def decide(client: Client, page: str) -> str:
    form = {name: hidden(page, name) for name in ("token", "key", "answer")}
    return client.post("/review", data=form, headers={"x-part": "question"}).text


def test_whoever_is_in_at_one_is_in_at_the_other_and_out_at_both(two: tuple[Client, Client]) -> None:
    one, other = two
    assert enter(one, "anna") == 303
    other.cookies = one.cookies
    assert other.get("/review", follow_redirects=False).status_code == 200
    other.post("/logout", data={"token": hidden(other.get("/review").text, "token")})
    assert one.get("/review", follow_redirects=False).status_code == 303


def test_wrong_passwords_count_at_both(two: tuple[Client, Client]) -> None:
    one, other = two
    assert [enter(client, "anna", "wrong password") for client in (one, other, one, other, one)] == [401] * 5
    assert enter(other, "anna") == 429


def test_what_is_decided_at_one_is_asked_at_none_and_taken_back_at_the_other(
    two: tuple[Client, Client], record: Path, tmp_path: Path
) -> None:
    one, other = two
    enter(one, "anna")
    other.cookies = one.cookies
    first = one.get("/review").text
    key = hidden(first, "key")
    assert hidden(decide(one, first), "key") != key
    seen = other.get("/review").text
    assert hidden(seen, "key") != key
    assert "1 on the way into the record" in seen
    assert "undo" in seen
    assert "has just decided this" in decide(other, first)
    keeper = Keeper(record, Visits(tmp_path / "visits.db"))
    keeper.begin()
    until = time.monotonic() + 20
    while "on the way" in (seen := one.get("/review").text) and time.monotonic() < until:
        time.sleep(0.05)
    assert "on the way" not in seen
    assert key not in {w["key"] for w in other.get("/review.json").json()["waiting"]}
    other.post("/review/undo", data={"token": hidden(seen, "token")})
    while (
        key not in {w["key"] for w in one.get("/review.json").json()["waiting"]} and time.monotonic() < until
    ):
        time.sleep(0.05)
    keeper.close()
    assert key in {w["key"] for w in one.get("/review.json").json()["waiting"]}


def test_two_reviewers_at_two_processes_are_asked_different_things(two: tuple[Client, Client]) -> None:
    one, other = two
    enter(one, "anna")
    enter(other, "boris")
    assert hidden(one.get("/review").text, "key") != hidden(other.get("/review").text, "key")


def test_of_two_who_come_at_once_one_gets_the_question(tmp_path: Path) -> None:
    one, other = (Visits(tmp_path / "visits.db") for _ in range(2))
    one.begin("anna", 0, 0)
    other.begin("boris", 0, 0)
    assert [one.take("anna", "pair a b"), other.take("boris", "pair a b")] == [True, False]
    assert one.take("anna", "pair c d")
    assert other.take("boris", "pair a b")


def test_a_judgement_of_another_program_changes_the_pages_of_both(
    two: tuple[Client, Client], record: Path
) -> None:
    from communique import flow
    from communique.uses import judging

    ids = sorted(r["id"] for r in two[0].get("/people.json").json()["rows"] if "<" not in r["name"])[:2]
    tags = [client.get("/people").headers["etag"] for client in two]
    judging.on_pair(record, "same", *ids)
    with Ledger.open(record) as ledger:
        flow.catch_up(ledger)
    for client, tag in zip(two, tags, strict=True):
        assert client.get("/people", headers={"if-none-match": tag}).status_code == 200
        statuses = [client.get(f"/people/{id}", follow_redirects=False).status_code for id in ids]
        assert sorted(statuses) == [200, 302]


def test_a_small_record_is_served_by_one_process(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert serving.enough(record) == 1
    monkeypatch.setattr(serving, "_SMALL", 0)
    for cores, due in ((1, 1), (3, 3), (8, 4)):
        monkeypatch.setattr("os.sched_getaffinity", lambda _, n=cores: set(range(n)), raising=False)
        assert serving.enough(record) == due


@contextmanager
def served(record: Path, workers: int) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "communique.uses.cli",
        "serve",
        "--port",
        str(port),
        "--record",
        str(record),
    ]
    command += ["--workers", str(workers)]
    environment = os.environ | {"TMPDIR": str(record.parent)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as pages:
        try:
            assert pages.stdout
            assert b"Pages at" in pages.stdout.readline()
            yield pages, port
        finally:
            pages.kill()


def ask(port: int, path: str, cookie: str = "", form: str | None = None) -> tuple[int, str, str]:
    """Status, cookie and page, by a connection of its own: any of the processes may take it."""
    way = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    told = {"cookie": cookie, "content-type": "application/x-www-form-urlencoded"}
    way.request("POST" if form else "GET", path, form, told)
    answer = way.getresponse()
    found = answer.status, (answer.getheader("set-cookie") or "").split(";")[0], answer.read().decode()
    way.close()
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up under /proc")
def test_processes_answer_side_by_side_and_end_with_the_one_that_started_them(record: Path) -> None:
    def children(of: int) -> set[int]:
        return {int(p) for p in Path(f"/proc/{of}/task/{of}/children").read_text().split()}

    def servers() -> list[int]:
        lines = {p: Path(f"/proc/{p}/cmdline").read_bytes() for p in children(pages.pid)}
        return [p for p, line in lines.items() if b"spawn_main" in line]

    for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
        with served(record, 2) as (pages, port):
            assert ask(port, "/health")[0] == 200
            workers = servers()
            assert len(workers) == 2
            _, cookie, page = ask(port, "/login")
            form = f"token={hidden(page, 'token')}&name=anna&password={WORD.replace(' ', '+')}"
            _, cookie, _ = ask(port, "/login", cookie, form)
            assert {ask(port, "/review", cookie)[0] for _ in range(12)} == {200}
            os.kill(pages.pid, ending)
            pages.wait(timeout=30)
            until = time.monotonic() + 30
            while any(Path(f"/proc/{p}").exists() for p in workers) and time.monotonic() < until:
                time.sleep(0.1)
            assert not [p for p in workers if Path(f"/proc/{p}").exists()]
            assert not list(record.parent.glob("communique-*"))
