"""What a report costs as the record grows: plausible reports added in hundreds, one by one in between, memory and size told.

    python benchmarks/growing.py 10000 --record /tmp/growing.db        # the table is printed as it grows
    python benchmarks/growing.py 20000 --record /tmp/growing.db        # a record that is there goes on growing

Processor time of this process is counted, which says the same on a busy machine, but not quite: whoever shares the processor's
caches makes it dearer. So a record of 1,000 reports, grown at the beginning and copied for each line, takes in as many reports
in turn with the large one, hundred by hundred: `ratio` compares the two, of the same minutes. Wall time stands beside for single
reports. The reports come from benchmarks/plausible.py, with their readings: reading is not measured here.
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import plausible

from communique import flow
from communique.ledger import Ledger

STOPS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
SMALL, BATCH, SAMPLE, SINGLE = 1_000, 100, 500, 15
HEAD = "reports   ms/report   beside, at 1,000   ratio   one more: middle  worst (by the clock), ms   memory MB   file MB"


class Cost(NamedTuple):
    """Milliseconds a report, in hundreds, and of a small record meanwhile; of single ones the middle and the worst, and the
    worst by the clock."""

    many: float
    small: float
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


def _tell(stop: int, cost: Cost, record: Path) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = record.stat().st_size / 1e6
    print(
        f"{stop:>9,} {cost.many:>9.1f} {cost.small:>17.1f} {cost.many / cost.small:>9.2f} {cost.one:>17.0f} "
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
    """The cost of the last reports up to `stop`: some hundred, in turn with a small record, then one by one."""
    begin = stop - SAMPLE - SINGLE
    many = small = 0.0
    for done in range(0, SAMPLE, BATCH):
        many += add(ledger, begin + done, begin + done + BATCH)
        small += add(beside, SMALL + done, SMALL + done + BATCH)
    single, clock = [], []
    for number in range(begin + SAMPLE, stop):
        wall = time.perf_counter()
        single.append(add(ledger, number, number + 1))
        clock.append(time.perf_counter() - wall)
    return Cost(
        1000 * many / SAMPLE,
        1000 * small / SAMPLE,
        1000 * median(single),
        1000 * max(single),
        1000 * max(clock),
    )


if __name__ == "__main__":
    main()
