"""Judgements that are kept beside a record while somebody else writes it, in `csto.db-judged`.

To take a great merge into the record holds its file for seconds; a person who decides meanwhile does not wait for that. What
stands here is on the disk before anybody is answered, has its number, and goes into the ledger before any later judgement.

Whoever puts judgements into the ledger holds the record first and this file second, until the record is committed;
whoever cannot have the record holds this file alone, and reads in the ledger which number comes next.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, insert, select

from communique.ledger import rows
from communique.ledger.schema import JUDGEMENT
from communique.model.errors import BrokenRecord
from communique.model.judgement import Judgement

_TABLE = "CREATE TABLE IF NOT EXISTS judgement (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)"
_PATIENCE = 30.0

Numbered = tuple[int, Judgement]


class Box:
    """What waits, held by one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def judgements(self) -> list[Numbered]:
        """With their numbers, in order."""
        found = self._db.execute("SELECT seq, body FROM judgement ORDER BY seq")
        return [(seq, msgspec.msgpack.decode(body, type=Judgement)) for seq, body in found]

    def put(self, number: int, judgement: Judgement) -> None:
        """One more waits."""
        self._db.execute("INSERT INTO judgement VALUES (?, ?)", (number, msgspec.msgpack.encode(judgement)))

    def clear(self) -> None:
        """All of it is in the ledger."""
        self._db.execute("DELETE FROM judgement")


class Waiting:
    """The judgements that wait beside the record file `record`; without a file of theirs none ever does."""

    def __init__(self, record: Path) -> None:
        self._path = Path(f"{record}-judged")

    @property
    def there(self) -> bool:
        """Whether judgements may wait here: somebody serves the record to reviewers, or did."""
        return self._path.exists()

    def make(self) -> None:
        """From now on they may. Hold the record meanwhile: whoever judges looks whether there is such a file."""
        with self._open("rwc"):
            pass

    @contextmanager
    def held(self) -> Iterator[Box]:
        """What waits, kept from others; all that was done is on the disk at the end, or nothing."""
        with self._open("rw") if self.there else _nothing() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield Box(db)
                db.execute("COMMIT")
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")

    def judgements(self) -> list[Numbered]:
        """As of `Box`, without keeping anybody off."""
        if not self.there:
            return []
        with self._open("rw") as db:
            return Box(db).judgements()

    @contextmanager
    def _open(self, mode: str) -> Iterator[sqlite3.Connection]:
        try:
            url = f"{self._path.absolute().as_uri()}?mode={mode}"
            db = sqlite3.connect(url, uri=True, timeout=_PATIENCE, isolation_level=None)
            try:
                db.execute("PRAGMA synchronous = FULL")
                db.execute(
                    _TABLE
                )  # the file is there a moment before its table, or for good where it was made and the machine went down
                yield db
            finally:
                db.close()
        except sqlite3.Error as error:
            raise BrokenRecord(f"{self._path}: {error}") from error


@contextmanager
def _nothing() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db.execute(_TABLE)
        yield db
    finally:
        db.close()


def last_of(db: Connection) -> int:
    """The number of the last judgement in the ledger."""
    return int(db.execute(select(func.max(JUDGEMENT.c.seq))).scalar() or 0)


def settled(db: Connection, box: Box) -> int:
    """Puts what waits into the ledger; the number of its last judgement then.

    What a crash left in both is known by its number and its words.
    """
    last = last_of(db)
    for number, judgement in box.judgements():
        row = db.execute(select(JUDGEMENT).where(JUDGEMENT.c.seq == number)).mappings().first()
        if row is None or rows.judgement_of(row) != judgement:
            last += 1
            db.execute(insert(JUDGEMENT), [rows.judgement_row(last, judgement)])
    return last
