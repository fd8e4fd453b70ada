"""How long readers wait for pages while reviewers decide: all at once, on a record served as `communique serve` does.

    python benchmarks/growing.py 100000 --record big.db
    python benchmarks/crowd.py big.db --readers 20 --reviewers 2 --seconds 60

Each reader asks for a page of a kind drawn by lot, of an entry drawn by lot, and reads it for two seconds on average
(`--pause`); the first pages come from a program that has just begun. Each reviewer decides one question a second, for as
long. Two times are told: what a reader waits for, the way over the loopback and the crowd's own turn on the same cores included, and
the server's own, from the question to the answer that is ready (its `Server-Timing`). The baseline is a page that does nothing.
"""

import argparse
import http.client
import shutil
import statistics
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from random import Random
from urllib.parse import quote

from review import Reviewer, served

from communique import catalogue
from communique.catalogue import company
from communique.ledger import Ledger
from communique.model.record import KINDS

LISTS = ("countries", "conflicts", "unsure", "offices", "pending", "compared")
WORDS = ("minsk", "moscow", "drugs", "border", "minister of health", "petra", "ivan", "gr", "training")
SAMPLE = 300


class Readers:
    """Those who ask for pages, and how long each waited, by kind of page."""

    def __init__(self, record: Path, port: int, cookie: str) -> None:
        self.waited: dict[str, list[float]] = defaultdict(list)
        self.served: dict[str, list[float]] = defaultdict(list)
        self.refused: list[str] = []
        self._port, self._cookie = port, cookie
        with catalogue.asking(record) as db:
            self._codes = [row.code for row in company.countries(db)]
            asked = "SELECT id FROM cat_entry WHERE kind = ? ORDER BY random() LIMIT ?"
            self._ids = {k: [str(r[0]) for r in db.exec_driver_sql(asked, (k, SAMPLE))] for k in KINDS}
            # of half the people and bodies those of whom most is said: what readers come for
            for kind, table in (("people", "cat_person"), ("bodies", "cat_body")):
                most = f"SELECT id FROM {table} ORDER BY meetings DESC LIMIT {SAMPLE}"
                self._ids[kind] += [str(r[0]) for r in db.exec_driver_sql(most)]

    def page(self, random: Random) -> tuple[str, str]:
        """A kind of page, and one of it."""
        kind = random.choice(
            (
                "/",
                "list",
                "list narrowed",
                "entry",
                "entry",
                "entry",
                "country",
                "search",
                "as you type",
                "more lists",
            )
        )
        if kind == "entry":
            of = random.choice([k for k in KINDS if self._ids[k]])
            return f"one of {of}", f"/{of}/{quote(random.choice(self._ids[of]))}"
        if kind == "list":
            of = random.choice(KINDS)
            return f"list of {of}", f"/{of}"
        if kind == "more lists":
            of = random.choice(LISTS)
            return f"list of {of}", f"/{of}"
        return kind, {
            "/": "/",
            "list narrowed": f"/meetings?country={random.choice(self._codes)}&year={random.randint(2000, 2001)}",
            "country": f"/countries/{random.choice(self._codes)}",
            "search": f"/search?words={quote(random.choice(WORDS))}",
            "as you type": f"/search.json?limit=8&words={quote(random.choice(WORDS)[:4])}",
        }[kind]

    def read(self, seed: int, until: float, pause: float) -> None:
        random = Random(seed)
        while time.monotonic() < until:
            kind, address = self.page(random)
            self.ask(kind, address)
            time.sleep(random.expovariate(1 / pause) if pause else 0)

    def ask(self, kind: str, address: str) -> None:
        began = time.perf_counter()
        way = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        way.request("GET", address, headers={"cookie": self._cookie})
        answer = way.getresponse()
        answer.read()
        self.waited[kind].append(1000 * (time.perf_counter() - began))
        self.served[kind].append(float((answer.getheader("server-timing") or "app;dur=0").rpartition("=")[2]))
        if answer.status not in (200, 302):  # an entry that was judged one with another leads there
            self.refused.append(f"{address}: {answer.status}")
        way.close()


def decide(reviewer: Reviewer, until: float, waited: list[float], late: list[bool]) -> None:
    page = reviewer.send("GET", "/review")
    while time.monotonic() < until and 'name="answer"' in page:
        began = time.perf_counter()
        page = reviewer.decide(page)
        waited.append(1000 * (time.perf_counter() - began))
        late.append("has just decided this" in page)
        time.sleep(max(0.0, 1 - (time.perf_counter() - began)))


def measured(record: Path, given: argparse.Namespace) -> None:
    waited: list[float] = []
    late: list[bool] = []
    some = max(1, given.reviewers)
    with served(record, some) as port:
        crew = [Reviewer(port, f"reviewer{number}") for number in range(some)]
        readers = Readers(record, port, crew[0].cookie)
        until = time.monotonic() + given.seconds
        threads = [
            threading.Thread(target=readers.read, args=(n, until, given.pause)) for n in range(given.readers)
        ]
        threads += [
            threading.Thread(target=decide, args=(r, until, waited, late)) for r in crew[: given.reviewers]
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for _ in range(50):
            readers.ask("a page that does nothing (nobody else there)", "/health")
    told(record, readers, waited, sum(late))


def told(record: Path, readers: Readers, waited: list[float], late: int) -> None:
    for name, found in (("waited", readers.waited), ("the server's time", readers.served)):
        print(name)
        for kind, times in sorted(found.items(), key=lambda pair: statistics.median(pair[1])):
            line(kind, times)
        line("ALL PAGES", [t for kind, times in found.items() if "nothing" not in kind for t in times])
    if waited:
        line("A DECISION", waited)
    with Ledger.open(record) as ledger:
        kept = sum(1 for j in ledger.judgements() if j.who.startswith("reviewer"))
    print(
        f"decisions answered {len(waited)} ({late} too late), judgements kept {kept}, lost {len(waited) - late - kept}; refused: {readers.refused[:5] or 'none'}"
    )


def line(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    print(
        f"{name:<46} {len(times):5} asked   median {statistics.median(ordered):7.1f} ms   "
        f"95 of 100 under {ordered[int(len(ordered) * 0.95)]:7.1f} ms   worst {ordered[-1]:7.1f} ms"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("record", type=Path)
    asked.add_argument("--readers", type=int, default=20)
    asked.add_argument("--reviewers", type=int, default=2)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--pause", type=float, default=2, help="seconds that a page is read, on average")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=given.record.parent) as folder:
        copy = Path(folder) / "record.db"
        shutil.copy(given.record, copy)
        measured(copy, given)


if __name__ == "__main__":
    main()
