"""Whoever keeps the record up with the ledger while it is served: takes in what was judged, a step at a time, and works out the queue anew.

Judgements are stored before anything else, each in a moment of its own; this comes after them, in one thread of one process.
"""

import logging
import os
import sys
import threading
import time
from pathlib import Path

from sqlalchemy import Connection

from communique import catalogue, flow
from communique.ledger import Ledger, reached
from communique.model.judgement import in_force
from communique.uses import asks
from communique.uses.asks import Ask
from communique.uses.web.visits import Visits

_LOG = logging.getLogger(__name__)
_LOOK, _AGAIN, _PAUSE, _LONGEST = 0.3, 30.0, 1.0, 8.0
"""Seconds between two looks at the ledger, and until the next after one that failed; without a decision after which the record takes in what was decided; and at the latest."""
_TIMES = 20.0
"""So many times as long as it took to work the queue out it serves: what was decided meanwhile is known to be."""
_NICE = 5
"""How far the one that keeps the record up steps back: a third of the time is left to it where all are busy."""


class Keeper:
    """Keeps one record up, from `begin` to `close`; `aside` from those that answer, in a process of its own."""

    def __init__(self, record: Path, visits: Visits, *, aside: bool = False) -> None:
        self._visits, self._aside = visits, aside
        self._ledger = Ledger.open(record, create=False)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep_up, name="record", daemon=True)

    def begin(self) -> None:
        """The record begins to be kept up."""
        if not self._thread.is_alive():
            self._thread.start()

    def close(self) -> None:
        """Takes in what was decided last, and lets go of the record."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self._ledger.close()

    def _keep_up(self) -> None:
        listed, again = None, 0.0
        if self._aside:
            step_back()
        while True:
            over, pause = self._over.is_set(), _LOOK
            try:
                self._ledger.may_wait()
                if self._goes() != self._taken_in():
                    self._rest()
                flow.catch_up(self._ledger, polite=not over)
                if time.monotonic() >= again and not over:
                    began = time.thread_time()
                    listed = self._list(listed)
                    again = time.monotonic() + _TIMES * (time.thread_time() - began)
            except Exception:  # the judgements are safe in the ledger: the next look tries again
                _LOG.exception("the record could not take in what was judged")
                pause = _AGAIN
            if over:
                return
            self._over.wait(pause)

    def _list(self, listed: str | None) -> str | None:
        """Works the queue out, if the record is another than the one for which it is listed; the one that it is then."""
        with self._ledger.connect() as db:
            if (state := catalogue.stamp(db)) != listed:
                self._visits.set_queue(listed_queue(db, self._ledger), judged(db))
        return state

    def _rest(self) -> None:
        """Waits until nobody decides for a moment, but never for long."""
        latest = time.monotonic() + _LONGEST
        before, now = None, self._goes()
        while now != before and time.monotonic() < latest and not self._over.wait(_PAUSE):
            before, now = now, self._goes()

    def _goes(self) -> tuple[int, ...]:
        """How far the ledger goes now."""
        with self._ledger.connect() as db:
            return reached(db)

    def _taken_in(self) -> tuple[int, ...]:
        """How far the record has taken it in."""
        with self._ledger.connect() as db:
            return catalogue.noted(db, "reach") if catalogue.stamp(db) is not None else ()


def step_back() -> None:
    """From now on this thread works where others leave it time: a page that somebody waits for comes first."""
    if hasattr(os, "setpriority") and sys.platform == "linux":  # elsewhere it would be the whole process
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


def listed_queue(db: Connection, ledger: Ledger) -> list[Ask]:
    """Everything that waits for a decision, less the reports in which somebody has looked for more already."""
    looked_at = {left for j in in_force(ledger.judgements()) for left in j.left.split()}
    return [a for a in asks.queue(db) if f"{a.worth.id}.{a.kind}" not in looked_at]


def judged(db: Connection) -> int:
    """How many judgements the record has taken in."""
    return (*catalogue.noted(db, "reach"), 0, 0, 0)[2]
