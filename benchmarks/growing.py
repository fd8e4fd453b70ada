"""What a report costs as the record grows: plausible reports added in thousands, one by one in between, memory and size told.

    python benchmarks/growing.py 10000 --record /tmp/growing.db        # the table is printed as it grows
    python benchmarks/growing.py 20000 --record /tmp/growing.db        # a record that is there goes on growing

Processor time of this process is counted, which says the same on a busy machine, but not quite: whoever shares the processor's
caches makes it dearer. So a record of 1,000 reports, grown at the beginning and copied for each line, takes in as many reports
in turn with the large one, thousand by thousand: `ratio` compares the two, of the same minutes. What the database does is counted as
well, in steps of its machine and (on Linux) in bytes written: ratios that no neighbour changes. Wall time stands beside for single
reports. The reports come from benchmarks/plausible.py, with their readings: reading is not measured here.
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import plausible

from communique import flow
from communique.ledger import Ledger

STOPS = (5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
SMALL, BATCH, SAMPLE, SINGLE = 1_000, 1_000, 2_000, 15
HEAD = (
    "reports   ms/report   beside, at 1,000   ratio   steps   written   "
    "one more: middle  worst (by the clock), ms   memory MB   file MB"
)
WARM = 100
HASTE = {"synchronous": 0, "wal_autocheckpoint": 20_000}
STEP = 1_000
"""Steps of the database's machine that are counted as one."""


class Spent(NamedTuple):
    """Seconds of processor time, thousands of the database's steps, bytes written."""

    seconds: float = 0.0
    steps: float = 0.0
    written: float = 0.0

    def plus(self, more: "Spent") -> "Spent":
        return Spent(*(a + b for a, b in zip(self, more, strict=True)))

    def times(self, other: "Spent") -> list[float]:
        """How many times the other's, one by one."""
        return [a / b if b else 0.0 for a, b in zip(self, other, strict=True)]


class Cost(NamedTuple):
    """Of some thousand reports, and of as many of a small record meanwhile; of single ones milliseconds, the middle and the worst,
    and the worst by the clock."""

    many: "Spent"
    small: "Spent"
    one: float
    worst: float
    clock: float


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("number", type=int, help="how many reports")
    asked.add_argument(
        "--record", type=Path, required=True, help="the record file; one that is there goes on"
    )
    asked.add_argument(
        "--check", action="store_true", help="at the end, prove the record equal to one made anew"
    )
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(given.record) as ledger:
        small = Path(folder, "small.db")
        with Ledger.open(small) as beside:
            add(beside, 0, SMALL)
        print(HEAD)
        at = _there(ledger)
        for stop in _stops(at, given.number):
            with _not_waited_for(ledger):
                add(ledger, at, stop - SAMPLE - SINGLE)
            with _copied(small) as beside:
                _tell(stop, measured(ledger, beside, stop), given.record)
            at = stop
        if given.check:
            began = time.process_time()
            found = flow.check(ledger)
            print(
                f"check: {'; '.join(found) or 'equal'} ({time.process_time() - began:,.0f} s of processor time)"
            )


def _there(ledger: Ledger) -> int:
    with ledger.connect() as db:
        return int(db.exec_driver_sql("SELECT count(*) FROM text").scalar() or 0)


def _stops(at: int, number: int) -> list[int]:
    """The round numbers on the way, and the end."""
    first = at + SAMPLE + SINGLE
    return [stop for stop in sorted({*STOPS, number}) if first <= stop <= number]


@contextmanager
def _copied(small: Path) -> Iterator[Ledger]:
    copy = small.with_name("copy.db")
    shutil.copy(small, copy)
    with Ledger.open(copy) as ledger:
        yield ledger
    for path in copy.parent.glob("copy.db*"):
        path.unlink()


@contextmanager
def _not_waited_for(ledger: Ledger) -> Iterator[None]:
    """What is written meanwhile would not outlive the machine; afterwards all is as the product has it."""
    kept = [ask(ledger, f"PRAGMA {name}") for name in HASTE]
    _set(ledger, HASTE.values())
    yield
    _set(ledger, kept)
    ask(ledger, "PRAGMA wal_checkpoint(TRUNCATE)")


def _set(ledger: Ledger, values: Iterable[int]) -> None:
    for name, value in zip(HASTE, values, strict=True):
        ask(ledger, f"PRAGMA {name} = {value}")


def ask(ledger: Ledger, statement: str) -> int:
    """Said to the driver itself: within a transaction some of it may not be altered."""
    with ledger.connect() as db:  # the one connection of this process
        found = db.connection.driver_connection.execute(statement).fetchone()
    return int(found[0]) if found else 0


def _tell(stop: int, cost: Cost, record: Path) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = record.stat().st_size / 1e6
    ratio, steps, written = cost.many.times(cost.small)
    print(
        f"{stop:>9,} {1000 * cost.many.seconds / SAMPLE:>9.1f} {1000 * cost.small.seconds / SAMPLE:>17.1f} "
        f"{ratio:>9.2f} {steps:>7.2f} {written:>9.2f} {cost.one:>17.0f} "
        f"{cost.worst:>6.0f} {cost.clock:>14.0f} {memory:>17,.0f} {size:>9,.0f}",
        flush=True,
    )


def add(ledger: Ledger, first: int, last: int) -> float:
    """Adds the reports of these numbers; the processor time it took."""
    spent = 0.0
    for at in range(first, last, BATCH):
        made = list(plausible.reports(at, min(at + BATCH, last)))
        began = time.process_time()
        ledger.append_all(made)
        flow.catch_up(ledger)
        spent += time.process_time() - began
    return spent


def measured(ledger: Ledger, beside: Ledger, stop: int) -> Cost:
    """The cost of the last reports up to `stop`: some thousand, in turn with a small record, then one by one."""
    begin = stop - SAMPLE - SINGLE
    add(beside, SMALL, SMALL + WARM)  # a record just opened has nothing at hand yet
    many = small = Spent()
    for done in range(0, SAMPLE, BATCH):
        many = many.plus(counted(ledger, begin + done, begin + done + BATCH))
        small = small.plus(counted(beside, SMALL + WARM + done, SMALL + WARM + done + BATCH))
    single, clock = [], []
    for number in range(begin + SAMPLE, stop):
        wall = time.perf_counter()
        single.append(add(ledger, number, number + 1))
        clock.append(time.perf_counter() - wall)
    return Cost(many, small, 1000 * median(single), 1000 * max(single), 1000 * max(clock))


def counted(ledger: Ledger, first: int, last: int) -> Spent:
    """What it takes to add the reports of these numbers."""
    steps = 0

    def tick() -> int:
        nonlocal steps
        steps += 1
        return 0

    def watched(every: int) -> None:
        with ledger.connect() as db:  # the one connection of this process
            db.connection.driver_connection.set_progress_handler(tick if every else None, every)

    watched(STEP)
    before = _written()
    seconds = add(ledger, first, last)
    written = _written() - before
    watched(0)
    return Spent(seconds, steps, written)


def _written() -> int:
    """Bytes that this process has written, as far as the system tells."""
    told = Path("/proc/self/io")
    lines = told.read_text().splitlines() if told.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("wchar"))


if __name__ == "__main__":
    main()
