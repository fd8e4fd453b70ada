"""What the reviewers of one serving are at: it belongs to all its processes, and to nothing after it.

It lies in a small database of its own, made when the serving begins and thrown away with it: what was decided stands in the
ledger, here only who decided it in this visit, what was put off, what somebody has before them, and the queue as it was worked out last.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from communique.uses.asks import Ask

_TABLES = """
CREATE TABLE IF NOT EXISTS visit (name TEXT PRIMARY KEY, since INTEGER, upto INTEGER, used REAL, showing TEXT, told TEXT);
CREATE TABLE IF NOT EXISTS made (number INTEGER PRIMARY KEY, visitor TEXT, key TEXT, told TEXT, at REAL, who TEXT);
CREATE TABLE IF NOT EXISTS later (place INTEGER PRIMARY KEY, name TEXT, key TEXT, UNIQUE (name, key));
CREATE TABLE IF NOT EXISTS queue (one INTEGER PRIMARY KEY, version INTEGER, judgements INTEGER, asks BLOB);
"""
_BREAK, _GLANCE, _NOTED = 30 * 60, 2 * 60, 10
"""Seconds after which a visit is over; for which a question that one reviewer has before them is not put to another; and
after which it is noted once more that a visit goes on."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A decision of this visit: the judgement's number, what it was about, what it said."""

    number: int
    key: str
    told: str
    when: float
    who: str


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One reviewer at work, from the first question to half an hour without any; readings `since` then `upto` are new to them."""

    name: str
    since: int
    upto: int
    made: tuple[Made, ...] = ()
    later: tuple[str, ...] = ()

    @property
    def pace(self) -> tuple[int, int]:
        """How many decisions, in how many minutes: the first minute counts from the first decision."""
        if not self.made:
            return 0, 0
        return len(self.made), max(1, round((self.made[-1].when - self.made[0].when) / 60))


class Visits:
    """The visits of one serving, in the file `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._asking() as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(_TABLES)

    def visit(self, name: str) -> Visit | None:
        """The visit of a reviewer that is under way; it goes on from now."""
        now = time.time()
        with self._asking() as db:
            found = db.execute("SELECT since, upto, used FROM visit WHERE name = ?", (name,)).fetchone()
            if found is None or now - found[2] > _BREAK:
                return None
            if now - found[2] > _NOTED:
                db.execute("UPDATE visit SET used = ? WHERE name = ?", (now, name))
            made = db.execute(
                "SELECT number, key, told, at, who FROM made WHERE visitor = ? ORDER BY at, number", (name,)
            )
            later = db.execute("SELECT key FROM later WHERE name = ? ORDER BY place", (name,))
            return Visit(
                name=name,
                since=found[0],
                upto=found[1],
                made=tuple(Made(number=n, key=k, told=t, when=at, who=who) for n, k, t, at, who in made),
                later=tuple(key for (key,) in later),
            )

    def begin(self, name: str, since: int, upto: int) -> Visit:
        """A new visit; what was decided and put off in an earlier one is no part of it."""
        with self._asking() as db:
            db.execute("UPDATE made SET visitor = '' WHERE visitor = ?", (name,))
            db.execute("DELETE FROM later WHERE name = ?", (name,))
            row = (name, since, upto, time.time())
            db.execute("INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?, '', '')", row)
        return Visit(name=name, since=since, upto=upto)

    def through(self, visit: Visit) -> None:
        """The visitor has been through all that was new."""
        self._do("UPDATE visit SET since = upto WHERE name = ?", visit.name)

    def tell(self, name: str, told: str) -> None:
        """What the visitor's next page is to say first, once."""
        self._do("UPDATE visit SET told = ? WHERE name = ?", told, name)

    def take_told(self, name: str) -> str:
        """That, and it is said."""
        with self._asking() as db:
            found = db.execute("SELECT told FROM visit WHERE name = ?", (name,)).fetchone()
            if found and found[0]:
                db.execute("UPDATE visit SET told = '' WHERE name = ?", (name,))
            return str(found[0]) if found else ""

    def put_off(self, name: str, key: str) -> None:
        """The question comes again when all others are through."""
        self._do("INSERT OR REPLACE INTO later (name, key) VALUES (?, ?)", name, key)

    def show(self, name: str, key: str) -> None:
        """The visitor has this before them now."""
        self._do("UPDATE visit SET showing = ? WHERE name = ?", key, name)

    def take(self, name: str, key: str) -> bool:
        """As `show`, unless somebody else has it before them: of two who come at once one gets it."""
        taken = "SELECT 1 FROM visit o WHERE o.name <> ? AND o.showing = ? AND o.used > ?"
        with self._asking() as db:
            done = db.execute(
                f"UPDATE visit SET showing = ? WHERE name = ? AND NOT EXISTS ({taken})",
                (key, name, name, key, time.time() - _GLANCE),
            )
            return done.rowcount > 0

    def others_see(self, name: str) -> list[str]:
        """What other visitors have before them."""
        asked = "SELECT showing FROM visit WHERE name <> ? AND showing <> '' AND used > ?"
        with self._asking() as db:
            return [key for (key,) in db.execute(asked, (name, time.time() - _GLANCE))]

    def keep(self, visit: Visit, made: Made) -> None:
        """A decision of this visit."""
        row = (made.number, visit.name, made.key, made.told, made.when, made.who)
        self._do("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?)", *row)

    def forget(self, number: int) -> Made | None:
        """A decision was taken back: whose it was, if it was one of these visits."""
        found = next((made for made in self._made("number = ?", number)), None)
        self._do("DELETE FROM made WHERE number = ?", number)
        return found

    def decided(self) -> dict[str, Made]:
        """By question: decisions that the queue does not know of yet."""
        since = "number > coalesce((SELECT judgements FROM queue), 0)"
        return {made.key or str(made.number): made for made in self._made(since)}

    def queue(self, known: int) -> tuple[int, list[Ask]] | None:
        """The queue and its version; None where there is none, or none but the version that is `known`."""
        with self._asking() as db:
            found = db.execute("SELECT version, asks FROM queue WHERE version <> ?", (known,)).fetchone()
        return (found[0], msgspec.msgpack.decode(found[1], type=list[Ask])) if found else None

    def set_queue(self, asks: list[Ask], judgements: int) -> None:
        """A queue that was worked out after the record took in so many judgements."""
        version = time.time_ns()
        packed = msgspec.msgpack.encode(asks)
        self._do("INSERT OR REPLACE INTO queue VALUES (1, ?, ?, ?)", version, judgements, packed)

    def _made(self, where: str, *values: object) -> list[Made]:
        asked = f"SELECT number, key, told, at, who FROM made WHERE {where} ORDER BY number"
        with self._asking() as db:
            found = db.execute(asked, values).fetchall()
        return [Made(number=n, key=k, told=t, when=at, who=who) for n, k, t, at, who in found]

    def _do(self, statement: str, *values: object) -> None:
        with self._asking() as db:
            db.execute(statement, values)

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        try:
            db.execute("PRAGMA synchronous = OFF")  # nothing of it need outlive the machine
            yield db
        finally:
            db.close()
