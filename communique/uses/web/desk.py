"""Where judgements are made: the ledger open for writing, the queue, who decided what.

A judgement is kept for good before its answer goes out. The record takes it in a moment later (`keeper.py`): until then
the item is out of the queue, and the page says how many decisions are on their way. Several processes may have a desk of one
record: what they share is in `visits.py`.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, select

from communique.catalogue.kept import lately
from communique.ledger import Ledger
from communique.ledger.schema import READING
from communique.model.judgement import Judgement
from communique.uses import asks, judging
from communique.uses.asks import Ask
from communique.uses.deciding import Decided
from communique.uses.users import Users, path_of
from communique.uses.web.keeper import Keeper, judged, listed_queue
from communique.uses.web.visits import Made, Visit, Visits

_REPORTS = 50


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits for a decision, for programs; `key` names it to the review."""

    key: str
    kind: str
    id: str
    other: str | None = None
    field: str | None = None
    reports: int = 1


class Desk:
    """The desk of one record, for all its reviewers; `shared` is the file of the visits, where other processes have desks too.

    Without one it is alone: it has visits of its own, and keeps the record up itself.
    """

    def __init__(self, record: Path, shared: Path | None = None) -> None:
        self.record = record
        self.ledger = Ledger.open(record, create=False)
        self._own = None if shared else tempfile.TemporaryDirectory(prefix="communique-")
        self._visits = Visits(shared or Path(self._own.name if self._own else "") / "visits.db")
        self._keeper = None if shared else Keeper(record, self._visits)
        self._queue: tuple[int, list[Ask]] = (0, [])

    def begin(self) -> None:
        """The record begins to be kept up."""
        if self._keeper:
            self._keeper.begin()

    def close(self) -> None:
        """Takes in what was decided last, and lets go of the record."""
        if self._keeper:
            self._keeper.close()
        self.ledger.close()
        if self._own:
            self._own.cleanup()

    def visit(self, name: str) -> Visit:
        """The visit of a reviewer: the one that is under way, or a new one."""
        return self._visits.visit(name) or self._visits.begin(name, self._seen(name), self._newest())

    def waiting(self, db: Connection, visit: Visit) -> Iterator[Ask]:
        """What the visitor has not decided nor put off, best first; then what others look at just now, and what they put off."""
        every = {ask.key: ask for ask in (*self._shared(db), *self._facts(db, visit))}
        decided, taken = self._visits.decided(), self._visits.others_see(visit.name)
        open_ = {key: ask for key, ask in every.items() if key not in decided}
        yield from (ask for key, ask in open_.items() if key not in visit.later and key not in taken)
        yield from (open_[key] for key in taken if key in open_ and key not in visit.later)
        yield from (open_[key] for key in visit.later if key in open_)

    def shown(self, visit: Visit, key: str) -> None:
        """The visitor has this before them now: others are asked something else."""
        self._visits.show(visit.name, key)

    def take(self, visit: Visit, key: str) -> bool:
        """As `shown`, unless another has it before them."""
        return self._visits.take(visit.name, key)

    def put_off(self, visit: Visit, key: str) -> None:
        """The question comes again when all others are through."""
        self._visits.put_off(visit.name, key)

    def tell(self, visit: Visit, told: str) -> None:
        """What the visitor's next page is to say first, once."""
        self._visits.tell(visit.name, told)

    def take_told(self, visit: Visit) -> str:
        """That, and it is said."""
        return self._visits.take_told(visit.name)

    def keep(self, visit: Visit, key: str, decided: Decided) -> Made:
        """Keeps a judgement for good; the record takes it in soon."""
        number = self.ledger.judge(decided.judgement)
        who = decided.judgement.who
        made = Made(number=number, key=key, told=decided.told, when=time.time(), who=who)
        self._visits.keep(visit, made)
        return made

    def take_back(self, number: int, who: str) -> Made | None:
        """Takes a judgement back; the decision of these visits that it was, if it was one. Raises BadInput."""
        judging.take_back(self.ledger, number, who)
        return self._visits.forget(number)

    def decided(self, key: str) -> Made | None:
        """Who has decided this a moment ago."""
        return self._visits.decided().get(key)

    @property
    def on_the_way(self) -> int:
        """Decisions that are kept, and that the record has not taken in yet."""
        return len(self._visits.decided())

    def through(self, visit: Visit) -> None:
        """The visitor has been through all that was new."""
        with Users.open(self.record) as users:
            users.has_seen(visit.name, visit.upto)
        self._visits.through(visit)

    def judgement(self, number: int) -> Judgement | None:
        """The judgement with this number."""
        found = self.ledger.judgement(number)
        return found[0] if found else None

    def _shared(self, db: Connection) -> list[Ask]:
        """The queue as it was worked out last: what the record has settled since is asked no more (`asks.question`)."""
        if found := self._visits.queue(self._queue[0]):
            self._queue = found
        elif not self._queue[0]:
            self._visits.set_queue(listed_queue(db, self.ledger), judged(db))
            return self._shared(db)
        return self._queue[1]

    def _facts(self, db: Connection, visit: Visit) -> list[Ask]:
        """Facts of what came since the last visit, as they were a moment ago: of what is settled since nobody is asked."""
        if visit.since >= visit.upto:
            return []
        return lately(db, ("facts", visit.since, visit.upto), lambda own: asks.facts(own, self._since(visit)))

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
