"""How far a ledger was read, and the stamp of all that it held so far: both cost the same however large it is."""

import hashlib
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from communique.ledger.schema import ARRIVAL, JUDGEMENT, READING

NUMBERS: tuple[ColumnElement[int], ...] = (
    literal_column("arrival.rowid"),
    READING.c.id,
    JUDGEMENT.c.seq,
)
"""What rises with every row: by it rows that came later are told from those that were there."""

_TABLES = (ARRIVAL, READING, JUDGEMENT)


class Reach(NamedTuple):
    """How far a ledger was read: as nothing is ever removed, all that came later has higher numbers."""

    arrivals: int = 0
    readings: int = 0
    judgements: int = 0


class Totals(NamedTuple):
    """Rows and the sum of their stamps, table by table: they add up in whatever order the rows came."""

    arrivals: int = 0
    arrived: int = 0
    readings: int = 0
    read: int = 0
    judgements: int = 0
    judged: int = 0

    def plus(self, more: "Totals") -> "Totals":
        """These and more."""
        return Totals(*(a + b for a, b in zip(self, more, strict=True)))

    @property
    def digest(self) -> str:
        """A stamp of the rows: equal if and only if these are the same, in whatever order."""
        pairs = zip(self[::2], self[1::2], strict=True)
        sums = [(rows, total if rows else None) for rows, total in pairs]
        return hashlib.sha256(repr(sums).encode()).hexdigest()[:16]


def reached(db: Connection) -> Reach:
    """The highest numbers there are."""
    highest = (select(func.max(n)).select_from(t) for n, t in zip(NUMBERS, _TABLES, strict=True))
    return Reach(*(db.execute(one).scalar() or 0 for one in highest))


def totals(db: Connection, after: Reach | None = None, upto: Reach | None = None) -> Totals:
    """Those of the rows `after` one reach `upto` another; of all rows without."""
    found: list[int] = []
    for i, (number, table) in enumerate(zip(NUMBERS, _TABLES, strict=True)):
        asked = select(func.count(), func.sum(table.c.stamp))
        if after is not None:
            asked = asked.where(number > after[i])
        if upto is not None:
            asked = asked.where(number <= upto[i])
        rows, stamps = db.execute(asked).one()
        found += [rows, stamps or 0]
    return Totals(*found)
