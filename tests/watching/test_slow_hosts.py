"""Several hosts at once: a slow one holds up nobody, each keeps its pace, and what is stored has one order."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from own_site import Site, site
from watcher import Watcher

from communique.ledger import Ledger
from communique.source.listed import Watched
from communique.source.web.pace import Pace
from communique.watching import Event, lanes
from communique.watching.lanes import Lanes
from communique.watching.state import Row

HOSTS = 3


def feeds(*sites: Site) -> list[Watched]:
    return [Watched(address=one.at("/feed.xml")) for one in sites]


def waits_for(done: threading.Event, path: str) -> Any:
    """A route that answers with its page as soon as `done` is set; a round that waits for it first never sees it."""

    def route(handler: Any) -> None:
        assert done.wait(60)
        handler.page(path)

    return route


@pytest.mark.parametrize("slow", ["/page/3", "/feed.xml"])
def test_what_a_slow_host_has_is_waited_for_beside_the_others(
    watcher: Watcher, monkeypatch: pytest.MonkeyPatch, slow: str
) -> None:
    monkeypatch.setattr(lanes, "PROMPT", 0.2)
    watcher.seconds = 90
    done = threading.Event()
    came: list[str] = []

    def on_event(event: Event) -> None:
        came.append(event.address)
        if sum(one.startswith(watcher.site.at("/page/")) for one in came) == 8:
            done.set()

    with site() as other:
        other.routes[slow] = waits_for(done, slow)
        summary = watcher.round(*feeds(other, watcher.site), hosts=HOSTS, on_event=on_event)
        assert done.is_set()
        assert (summary.new, summary.lists, summary.failed, summary.waiting) == (16, 2, (), 0)
        assert came.index(other.at(slow)) > max(
            came.index(watcher.site.at(f"/page/{n}")) for n in range(1, 9)
        )


def test_one_host_after_the_other_would_wait(watcher: Watcher) -> None:
    """What the test above would see if the slow host were waited for first."""
    done = threading.Event()
    watcher.seconds = 0.3
    with site() as other:
        other.routes["/feed.xml"] = waits_for(done, "/feed.xml")
        summary = watcher.round(*feeds(other, watcher.site), hosts=1, on_event=lambda event: None)
        done.set()
    assert [reason for _, reason in summary.failed] == ["took longer than 0.3 s: try again later"]


def stored(record: Path) -> list[str]:
    with Ledger.open(record) as ledger, ledger.connect() as db:
        return [
            str(one) for one in db.exec_driver_sql("SELECT address FROM arrival ORDER BY rowid").scalars()
        ]


def test_the_order_of_the_ledger_does_not_depend_on_who_is_quicker(tmp_path: Path) -> None:
    def late(path: str, seconds: float) -> Any:
        def route(handler: Any) -> None:
            time.sleep(seconds)
            handler.page(path)

        return route

    orders = []
    for number, seconds in enumerate(((0.0, 0.04), (0.04, 0.0))):
        with site() as one, site() as two:
            one, two = sorted((one, two), key=lambda of: of.address)  # of pages equally new, those go first
            for of, wait in zip((one, two), seconds, strict=True):
                of.routes |= {f"/page/{n}": late(f"/page/{n}", wait) for n in range(1, 9)}
            watcher = Watcher(one, tmp_path / f"{number}.db")
            assert watcher.round(*feeds(one, two), hosts=HOSTS).new == 16
            names = {one.address: "one", two.address: "two"}
            orders.append(
                [f"{names[a.partition('/page')[0]]} {a.rpartition('/')[2]}" for a in stored(watcher.record)]
            )
    assert orders[0] == orders[1]
    assert [line.partition(" ")[0] for line in orders[0]] == ["one", "two"] * 8


def test_a_host_is_asked_at_its_pace_whoever_asks() -> None:
    slept: list[float] = []
    pace = Pace(lambda: 100.0, slept.append)
    threads = [threading.Thread(target=pace.wait, args=("a.example", 2.0, 60.0)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(slept) == [2, 4, 6, 8]


def test_a_host_that_asked_for_a_long_pause_has_it_whoever_asks_meanwhile() -> None:
    """One thread takes its turn while the answer of another says when to come again."""
    other = threading.Thread(target=lambda: pace.hold("a.example", 3_600.0))
    looks = [0]

    def clock() -> float:
        looks[0] += 1
        if looks[0] == 2:  # amid the taking, where what was held before has been looked up
            other.start()
            other.join(0.2)
        return 100.0

    pace = Pace(clock, lambda _: None)
    pace.hold("a.example", 2.0)
    other.join()
    assert pace.due_in("a.example") == 3_600


def test_a_robots_txt_is_asked_once_whoever_asks(watcher: Watcher) -> None:
    """Two hosts lead to a third at the same time."""
    with site() as one, site() as two:
        for of in (one, two):
            of.entries[:] = ["/away"]
            of.routes["/away"] = lambda handler: handler.reply(302, {"Location": watcher.site.at("/page/1")})
        watcher.round(*feeds(one, two), hosts=HOSTS)
    assert watcher.site.counts["/robots.txt"] == 1


def test_a_round_asks_no_more_once_the_next_is_due(watcher: Watcher) -> None:
    watcher.gap = 10
    summary = watcher.round("/feed.xml", seconds=35)
    assert (summary.new, summary.waiting) == (3, 5)
    assert watcher.round("/feed.xml", seconds=35).new == 4  # robots.txt is known by now


def test_what_goes_wrong_in_a_thread_is_told_where_the_answer_is_taken() -> None:
    def asks(row: Row) -> Any:
        raise RuntimeError(row.address)

    for most in (1, 2):
        under = Lanes(asks, most)
        under.start("a", Row(address="x"))
        assert under.free(["a", "b"]) == (["b"] if most > 1 else [])
        with pytest.raises(RuntimeError, match="x"):
            under.come()
        assert under.come() == []
