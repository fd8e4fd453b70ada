"""What a report costs as the record grows: plausible reports added in hundreds, one by one in between, memory and size told.

    python benchmarks/growing.py 10000 --record /tmp/growing.db        # a new record; the table is printed as it grows

Processor time of this process is counted, which says the same on a busy machine; wall time stands beside for single reports.
The reports come from benchmarks/plausible.py, with their readings: reading is not measured here. `ratio` compares the time per
report with that of the first line.
"""

import argparse
import resource
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import plausible

from communique import flow
from communique.ledger import Ledger

STOPS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
BATCH, SAMPLE, SINGLE = 100, 500, 15


class Cost(NamedTuple):
    """Milliseconds a report, in hundreds; of single ones the middle and the worst, and the worst by the clock."""

    many: float
    one: float
    worst: float
    clock: float


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("number", type=int, help="how many reports")
    asked.add_argument("--record", type=Path, required=True, help="a record file that is not there yet")
    asked.add_argument(
        "--check", action="store_true", help="at the end, prove the record equal to one made anew"
    )
    given = asked.parse_args()
    if given.record.exists():
        raise SystemExit(f"{given.record}: is there already; name a new file")
    print("reports   ms/report  ratio   one more: middle  worst (by the clock), ms   memory MB   file MB")
    with Ledger.open(given.record) as ledger:
        at, first = 0, 0.0
        for stop in (s for s in STOPS if s <= given.number):
            add(ledger, at, stop - SAMPLE - SINGLE)
            cost = measured(ledger, stop)
            first = first or cost.many
            at = stop
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            size = given.record.stat().st_size / 1e6
            print(
                f"{stop:>9,} {cost.many:>9.1f} {cost.many / first:>6.2f} {cost.one:>18.0f} {cost.worst:>6.0f} "
                f"{cost.clock:>14.0f} {memory:>17,.0f} {size:>9,.0f}",
                flush=True,
            )
        if given.check:
            began = time.perf_counter()
            found = flow.check(ledger)
            print(f"check: {'; '.join(found) or 'equal'} ({time.perf_counter() - began:,.0f} s)")


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


def measured(ledger: Ledger, stop: int) -> Cost:
    """The cost of the last reports up to `stop`: some hundred together, then one by one."""
    begin = stop - SAMPLE - SINGLE
    many = add(ledger, begin, begin + SAMPLE) / SAMPLE
    single, clock = [], []
    for number in range(begin + SAMPLE, stop):
        wall = time.perf_counter()
        single.append(add(ledger, number, number + 1))
        clock.append(time.perf_counter() - wall)
    return Cost(1000 * many, 1000 * median(single), 1000 * max(single), 1000 * max(clock))


if __name__ == "__main__":
    main()
