"""How long an answer takes in the review, with several reviewers at once, and whether a judgement is ever lost.

    python benchmarks/review.py csto.db --decisions 100 --reviewers 2

A copy of the record is served as `communique serve` does; each reviewer logs in and presses the first button of one
question after the other, as its key does: one key, one request, whose answer brings the next question. The baseline is
the time of a page that does nothing (/health). Times are what the reviewer waits for, the way over the loopback included.
"""

import argparse
import html
import http.client
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from communique.ledger import Ledger
from communique.uses.users import Users

WORD = "only for this measurement"


class Waited(NamedTuple):
    """Seconds that each answer took; how many came too late, since another had just decided the same."""

    answers: list[float]
    late: int


class Reviewer:
    """One who decides whatever is asked, with its first answer."""

    def __init__(self, port: int, name: str) -> None:
        self._port = port
        self.cookie = ""
        page = self.send("GET", "/login")
        self.send("POST", "/login", {"token": hidden(page, "token"), "name": name, "password": WORD})

    def send(self, method: str, path: str, form: dict[str, str] | None = None) -> str:
        way = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        told = {
            "cookie": self.cookie,
            "content-type": "application/x-www-form-urlencoded",
            "x-part": "question",
        }
        way.request(method, path, urlencode(form or {}) if form else None, told)
        answer = way.getresponse()
        said = answer.read().decode()
        if cookie := answer.getheader("set-cookie"):
            self.cookie = cookie.split(";")[0]
        if answer.status not in (200, 303):
            raise RuntimeError(f"{method} {path}: {answer.status} {told_in(said)}")
        way.close()
        return said

    def decide(self, page: str) -> str:
        """The first answer to the question of a page; what comes next."""
        form = {name: hidden(page, name) for name in ("token", "key", "answer")}
        return self.send("POST", "/review", form)

    def work(self, decisions: int) -> Waited:
        page = self.send("GET", "/review")
        waited: list[float] = []
        late = 0
        while len(waited) < decisions and 'name="answer"' in page:
            began = time.perf_counter()
            page = self.decide(page)
            waited.append(time.perf_counter() - began)
            late += "has just decided this" in page
        return Waited(waited, late)


def told_in(page: str) -> str:
    found = re.search(r'class="told"[^>]*>(.*?)</p>', page)
    return re.sub("<[^>]+>", "", found[1]) if found else page[:200]


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return html.unescape(found[1]) if found else ""


def measured(record: Path, decisions: int, reviewers: int) -> None:
    with served(record, reviewers) as port:
        crew = [Reviewer(port, f"reviewer{number}") for number in range(reviewers)]
        nothing = timed(lambda: crew[0].send("GET", "/health"), 50)
        found: list[Waited] = []
        threads = [threading.Thread(target=lambda r=r: found.append(r.work(decisions))) for r in crew]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    told(record, found, nothing)


@contextmanager
def served(record: Path, reviewers: int) -> Iterator[int]:
    """The port on which `communique serve` shows the record, with so many who may log in as reviewers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Users.open(record) as users:
        for number in range(reviewers):
            users.add(f"reviewer{number}", "reviewer", WORD)
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
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as pages:
        try:
            awake(port)
            yield port
        finally:
            pages.terminate()


def told(record: Path, found: list[Waited], nothing: list[float]) -> None:
    answers = sorted(1000 * s for waited in found for s in waited.answers)
    with Ledger.open(record) as ledger:
        kept = sum(1 for j in ledger.judgements() if j.who.startswith("reviewer"))
    late = sum(w.late for w in found)
    lost = len(answers) - late - kept
    print(
        f"reviewers {len(found)}, answers {len(answers)} ({late} too late), judgements kept {kept}, lost {lost}"
    )
    for name, times in (
        ("an answer", answers),
        ("a page that does nothing", sorted(1000 * s for s in nothing)),
    ):
        if times:
            print(
                f"{name:<26} median {statistics.median(times):6.1f} ms   "
                f"95 of 100 under {times[int(len(times) * 0.95)]:6.1f} ms   worst {times[-1]:6.1f} ms"
            )


def timed(work: object, times: int) -> list[float]:
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()  # type: ignore[operator]
        found.append(time.perf_counter() - began)
    return found


def awake(port: int) -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until:
        way = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            way.request("GET", "/health")
            if way.getresponse().read() == b"ok":
                return
        except OSError:
            time.sleep(0.2)
        finally:
            way.close()
    raise SystemExit("the pages did not come up")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("record", type=Path)
    asked.add_argument("--decisions", type=int, default=100, help="of each reviewer")
    asked.add_argument("--reviewers", type=int, default=2)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "record.db"
        shutil.copy(given.record, copy)
        measured(copy, given.decisions, given.reviewers)


if __name__ == "__main__":
    main()
