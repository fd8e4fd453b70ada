"""How long each kind of page takes on a record: server time, first answer and the median of those that follow.

    python benchmarks/plausible.py 100000 --record big.db
    python benchmarks/pages.py big.db

Processor time of this process, which says the same on a busy machine; the clock's stands beside it. The pages are asked
in this process, without a network and without a browser's cache; entries are those with most reports behind them, which take
longest. The serving begins as `communique serve` begins it; a first answer is one for which nothing is kept, as after a change
of the record.
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from litestar.testing import TestClient
from sqlalchemy import Connection

from communique import catalogue
from communique.catalogue import company, queries
from communique.catalogue.kept import forget
from communique.model.record import KINDS
from communique.uses.web.app import create_app
from communique.uses.web.serving import warm

TIMES = 7


def addresses(record: Path) -> Iterator[str]:
    """One of each kind of page."""
    yield from (
        "/",
        "/search?words=minsk",
        "/search.json?limit=8&words=min",
        "/conflicts",
        "/unsure",
        "/offices",
        "/pending",
        "/compared",
        "/countries",
        "/feed.atom",
    )
    with catalogue.asking(record) as db:
        country = max(company.countries(db), key=lambda row: row.meetings).code
        largest = {kind: _largest(db, kind) for kind in KINDS}
    yield from (
        f"/countries/{country}",
        f"/meetings?country={country}",
        f"/meetings?country={country}&year=2018",
        "/calendar.ics",
    )
    for kind in KINDS:
        yield f"/{kind}"
        if largest[kind]:
            yield f"/{kind}/{largest[kind]}"


def _largest(db: Connection, kind: str) -> str | None:
    rows = queries.LISTS[kind](db)
    best = max(rows, key=lambda row: (getattr(row, "meetings", row.reports), row.id), default=None)
    return best.id if best else None


def main() -> None:
    """Prints a line for each page, and the medians."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("record", type=Path)
    record = asked.parse_args().record
    told = []
    with TestClient(create_app(record, judged=False)) as client:  # to look at, not to keep up
        warm(record)
        client.get("/bodies")
        for address in addresses(record):
            taken, worked = [], []
            forget()
            for _ in range(TIMES):
                began, at = time.perf_counter(), time.process_time()
                answer = client.get(address)
                taken.append(1000 * (time.perf_counter() - began))
                worked.append(1000 * (time.process_time() - at))
                assert answer.status_code == 200, (address, answer.status_code)
            told.append((statistics.median(worked[1:]), worked[0], address, len(answer.content)))
            print(
                f"{told[-1][0]:8.1f} ms  first {told[-1][1]:8.1f} ms  by the clock {statistics.median(taken[1:]):8.1f}, first {taken[0]:8.1f} ms"
                f"  {len(answer.content) // 1024:5} KB  {address}",
                flush=True,
            )
    for name, at in (("", 0), ("first answers: ", 1)):
        worst = max(told, key=lambda t: t[at])
        print(
            f"{name}the median of {len(told)} kinds of pages {statistics.median(t[at] for t in told):.1f} ms, "
            f"the worst {worst[at]:.1f} ms ({worst[2]})"
        )


if __name__ == "__main__":
    main()
