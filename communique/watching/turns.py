"""Whose turn it is: of the rows that are to be asked, each time that of the host that may be asked soonest."""

from collections.abc import Callable, Iterable

from communique.watching.lanes import Lanes
from communique.watching.state import Row
from communique.watching.visits import host_of


class Turns:
    """The rows of a round, host by host; hosts that are equally due take turns.

    `due_in` tells in how many seconds the host of an address may be asked, `ready` whether a row is to be asked after all.
    """

    def __init__(self, lanes: Lanes, due_in: Callable[[str], float], ready: Callable[[Row], bool]) -> None:
        self._lanes = lanes
        self._due_in = due_in
        self._ready = ready
        self._queues: dict[str, list[Row]] = {}
        self._seen: set[tuple[str, bool]] = set()

    def add(self, rows: Iterable[Row], most: int | None = None) -> int:
        """Puts at most so many rows behind those that wait; how many they were, without those that had a turn in this round."""
        new = [row for row in rows if _key(row) not in self._seen][:most]
        self._seen |= set(map(_key, new))
        queues: dict[str, list[Row]] = {}
        for row in new:
            queues.setdefault(host_of(row.address), []).append(row)
        for host, added in queues.items():
            self._queues[host] = [*reversed(added), *self._queues.get(host, ())]
        return len(new)

    def start(self) -> bool:
        """Asks as many as may be asked at once; whether any of them may answer promptly."""
        while free := self._lanes.free(self._queues):
            host = min(free, key=lambda host: self._due_in(self._queues[host][-1].address))
            rows = self._queues.pop(host)
            row = rows.pop()
            if rows:
                self._queues[host] = rows  # behind the others
            if self._ready(row):
                self._lanes.start(host, row)
        return self._lanes.waited_for


def _key(row: Row) -> tuple[str, bool]:
    """Some addresses are watched as a list and named as a page."""
    return row.address, bool(row.source)
