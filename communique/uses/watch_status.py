"""What is watched for a record: when it was asked, what failed, what waits."""

import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from communique.model.errors import BadInput
from communique.uses import output
from communique.uses.terminal import safe

if TYPE_CHECKING:
    from communique.watching import Row, Visits

LISTED = ("address", "kind", "what", "pattern", "since", "parent", "status", "reason", "named", "failures")
"""What a program is told of each list."""


FEW = 3


def show(record: Path, json: bool) -> None:
    """All that is watched for a record."""
    from communique.watching import Visits, path_of

    if not path_of(record).is_file():
        raise BadInput(str(record), "nothing was watched for it yet; `communique watch FILE|URL` does")
    with Visits.open(record) as visits:
        if json:
            _status_as_data(visits)
        else:
            _print_status(visits)


def _status_as_data(visits: "Visits") -> None:
    now = int(time.time())
    output.for_programs()
    left = set(visits.left())
    told = {
        "lists": [_list(row) | {"watched": row.address not in left} for row in visits.lists()],
        "pages": {status or "not asked yet": number for status, number in visits.counts().items()},
        "waiting": visits.count_waiting(now),
        "held": {host: moment(until) for host, until in visits.held(now).items()},
        "failed": [
            {"address": row.address, "reason": row.reason, "times": row.failures, "next": moment(row.due)}
            for row in visits.failed()
        ],
    }
    print(msgspec.json.encode(told).decode())


def _list(row: "Row") -> dict[str, Any]:
    said = {field: getattr(row, field) for field in LISTED}
    return said | {"asked": moment(row.asked), "answered": moment(row.answered)}


def _print_status(visits: "Visits") -> None:
    now = int(time.time())
    lists, left = visits.lists(), visits.left()
    below = Counter(row.parent for row in lists)
    for row in lists:
        if (not row.parent or row.failures) and row.address not in left:
            _print_list(row, below[row.address])
    if left:
        print(
            f"{'no longer named':<16} {len(left)}: {', '.join(map(safe, left[:FEW]))}{' ...' * (len(left) > FEW)}"
        )
    counts = visits.counts()
    told = ", ".join(f"{number} {status or 'not asked yet'}" for status, number in sorted(counts.items()))
    print(f"{'pages':<16} {sum(counts.values())}" + (f": {told}" if told else ""))
    print(f"{'waiting':<16} {visits.count_waiting(now)}")
    for host, until in visits.held(now).items():
        print(f"{'left alone':<16} {safe(host)} until {moment(until)}")
    for row in visits.failed():
        after = f"next {moment(row.due)}" if row.due else "given up unless it is listed as changed"
        print(f"  {safe(row.address)}: {safe(row.reason)} ({after})")


def _print_list(row: "Row", below: int) -> None:
    """A list; those that an index names are told by their number, unless they failed."""
    what = f"{row.named} pages" if row.answered is not None else "no pages yet"
    what += f", {below} sitemaps below it" if below else ""
    kind = row.what or row.kind or "list"
    print(f"{safe(row.address)}  {kind}, {what}, asked {moment(row.asked) or 'never'}")
    if row.failures:
        times = "once" if row.failures == 1 else f"{row.failures} times"
        print(f"  failed {times}: {safe(row.reason)}")


def moment(seconds: int | None) -> str:
    """A moment in UTC; "" for none."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds is not None else ""
