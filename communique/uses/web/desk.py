"""Where judgements are made: the ledger open for writing, the queue, who decided what, and the record kept up.

A judgement is kept for good before its answer goes out. The record takes it in a moment later, in a thread of
its own: until then the item is out of the queue, and the page says how many decisions are on their way.
"""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, select

from communique import catalogue, flow
from communique.ledger import Ledger
from communique.ledger.schema import READING
from communique.model.judgement import Judgement, in_force
from communique.uses import asks, judging
from communique.uses.asks import Ask
from communique.uses.deciding import Decided
from communique.uses.users import Users, path_of

_LOG = logging.getLogger(__name__)
_PAUSE, _LONGEST = 1.0, 8.0
"""Seconds without a decision after which the record takes in what was decided; and at the latest."""

_BREAK, _GLANCE = 30 * 60, 2 * 60
"""Seconds after which a visit is over; for which a question that one reviewer has before them is not put to another."""

_REPORTS = 50


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A decision of this visit: the judgement's number, what it was about, what it said."""

    number: int
    key: str
    told: str
    when: float
    who: str


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits for a decision, for programs; `key` names it to the review."""

    key: str
    kind: str
    id: str
    other: str | None = None
    field: str | None = None
    reports: int = 1


class Visit:
    """One reviewer at work, from the first question to half an hour without any."""

    def __init__(self, name: str, since: int, upto: int) -> None:
        self.name = name
        self.since, self.upto = since, upto
        self.made: list[Made] = []
        self.later: list[str] = []
        self.used = time.monotonic()
        self.facts: tuple[str | None, list[Ask]] = (None, [])
        self.told = ""
        self.showing = ""

    def take_told(self) -> str:
        """What the next page is to say first, once."""
        told, self.told = self.told, ""
        return told

    @property
    def pace(self) -> tuple[int, int]:
        """How many decisions, in how many minutes: the first minute counts from the first decision."""
        if not self.made:
            return 0, 0
        return len(self.made), max(1, round((self.made[-1].when - self.made[0].when) / 60))


class Desk:
    """The desk of one record, for all its reviewers."""

    def __init__(self, record: Path) -> None:
        self.record = record
        self.ledger = Ledger.open(record, create=False)
        self._visits: dict[str, Visit] = {}
        self._decided: dict[str, Made] = {}
        self._queue: list[Ask] | None = None
        self._lock = threading.Lock()
        self._wake, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._keep_up, name="record", daemon=True)

    def begin(self) -> None:
        """The record begins to be kept up."""
        if not self._thread.is_alive():
            self._thread.start()

    def close(self) -> None:
        """Takes in what was decided last, and lets go of the record."""
        self._over.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self.ledger.close()

    def visit(self, name: str) -> Visit:
        """The visit of a reviewer: the one that is under way, or a new one."""
        with self._lock:
            found = self._visits.get(name)
            if found is None or time.monotonic() - found.used > _BREAK:
                found = self._visits[name] = Visit(name, self._seen(name), self._newest())
            found.used = time.monotonic()
            return found

    def waiting(self, db: Connection, visit: Visit) -> Iterator[Ask]:
        """What the visitor has not decided nor put off, best first; then what others look at just now, and what they put off."""
        every = {ask.key: ask for ask in (*self._shared(db), *self._facts(db, visit))}
        open_ = {key: ask for key, ask in every.items() if key not in self._decided}
        taken = self._looked_at(visit)
        yield from (ask for key, ask in open_.items() if key not in visit.later and key not in taken)
        yield from (open_[key] for key in taken if key in open_ and key not in visit.later)
        yield from (open_[key] for key in visit.later if key in open_)

    def shown(self, visit: Visit, key: str) -> None:
        """The visitor has this before them now: others are asked something else."""
        with self._lock:
            visit.showing = key

    def keep(self, visit: Visit, key: str, decided: Decided) -> Made:
        """Keeps a judgement for good; the record takes it in soon."""
        number = self.ledger.judge(decided.judgement)
        made = Made(
            number=number, key=key, told=decided.told, when=time.monotonic(), who=decided.judgement.who
        )
        with self._lock:
            visit.made.append(made)
            if key:
                self._decided[key] = made
        self._wake.set()
        return made

    def take_back(self, visit: Visit, number: int, who: str) -> Made | None:
        """Takes a judgement back; the decision of this visit that it was, if it was one. Raises BadInput."""
        judging.take_back(self.ledger, number, who)
        with self._lock:
            for known in self._visits.values():
                known.made = [m for m in known.made if m.number != number]
            taken = next((m for m in self._decided.values() if m.number == number), None)
            if taken is not None:
                del self._decided[taken.key]
        self._wake.set()
        return taken

    def decided(self, key: str) -> Made | None:
        """Who has decided this a moment ago."""
        return self._decided.get(key)

    @property
    def on_the_way(self) -> int:
        """Decisions that are kept, and that the record has not taken in yet."""
        return len(self._decided)

    def through(self, visit: Visit) -> None:
        """The visitor has been through all that was new."""
        with Users.open(self.record) as users:
            users.has_seen(visit.name, visit.upto)
        visit.since, visit.facts = visit.upto, (None, [])

    def judgement(self, number: int) -> Judgement | None:
        """The judgement with this number."""
        found = self.ledger.judgement(number)
        return found[0] if found else None

    def _looked_at(self, visit: Visit) -> list[str]:
        """What other visitors have before them."""
        now = time.monotonic()
        with self._lock:
            others = [v for v in self._visits.values() if v is not visit and now - v.used < _GLANCE]
            return [v.showing for v in others if v.showing]

    def _shared(self, db: Connection) -> list[Ask]:
        if self._queue is None:
            self._queue = self._listed(db)
        return self._queue

    def _listed(self, db: Connection) -> list[Ask]:
        looked_at = {left for j in in_force(self.ledger.judgements()) for left in j.left.split()}
        return [a for a in asks.queue(db) if f"{a.worth.id}.{a.kind}" not in looked_at]

    def _facts(self, db: Connection, visit: Visit) -> list[Ask]:
        """Facts of what came since the last visit; listed once for each state of the record."""
        state = catalogue.stamp(db)
        if visit.facts[0] != state:
            visit.facts = (state, asks.facts(db, self._since(visit)))
        return visit.facts[1]

    def _since(self, visit: Visit) -> list[str]:
        new = (
            select(READING.c.text_id)
            .where(READING.c.id > visit.since, READING.c.id <= visit.upto)
            .order_by(READING.c.id.desc())
            .limit(_REPORTS)
        )
        with self.ledger.connect() as db:
            return [f"r-{id}" for id in dict.fromkeys(db.execute(new).scalars())]

    def _newest(self) -> int:
        with self.ledger.connect() as db:
            return int(db.execute(select(func.max(READING.c.id))).scalar() or 0)

    def _seen(self, name: str) -> int:
        if not path_of(self.record).exists():
            return 0
        with Users.open(self.record) as users:
            return users.seen(name)

    def _keep_up(self) -> None:
        while not self._over.is_set():
            self._wake.wait()
            self._rest()
            try:
                self._take_in()
            except Exception:  # the judgements are safe in the ledger: the next one tries again
                _LOG.exception("the record could not take in what was judged")

    def _rest(self) -> None:
        """Waits until nobody decides for a moment, but never for long."""
        latest = time.monotonic() + _LONGEST
        while self._wake.is_set() and not self._over.is_set() and time.monotonic() < latest:
            self._wake.clear()
            self._wake.wait(_PAUSE)
        self._wake.clear()

    def _take_in(self) -> None:
        with self._lock:
            taken = dict(self._decided)
        flow.catch_up(self.ledger)
        with catalogue.asking(self.record) as db:
            listed = self._listed(db)
        with self._lock:
            self._queue = listed
            for key, made in taken.items():
                if self._decided.get(key) == made:
                    del self._decided[key]
