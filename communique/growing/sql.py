"""Asking and writing many rows in one statement: the tables are touched thousands of times a second.

The driver is asked itself: what stands between it and us otherwise (SQLAlchemy) took a quarter of the time of
many small statements. Transactions are still begun and ended there.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import JSON, Connection, Table

AMONG = "(SELECT value FROM json_each(?))"
"""The condition behind IN for as many values as there may be."""

Row = tuple[Any, ...]


def ask(db: Connection, statement: str, given: Sequence[Any] = ()) -> list[Row]:
    """The rows of one statement."""
    found: list[Row] = driver(db).execute(statement, given).fetchall()
    return found


def walk(db: Connection, statement: str) -> Iterator[Row]:
    """The rows of a statement as they come: there may be millions."""
    found: Iterator[Row] = driver(db).execute(statement)
    return found


def among(db: Connection, statement: str, *values: Collection[Any]) -> list[Row]:
    """The rows of a statement that has one `?` for each collection of values; none where all are empty."""
    return ask(db, statement, [_listed(each) for each in values]) if any(values) else []


def change(db: Connection, statement: str, *values: Collection[Any]) -> None:
    """As `among`, for a statement that changes rows."""
    among(db, statement, *values)


def put(db: Connection, statement: str, lines: Iterable[Row]) -> None:
    """The statement for every line."""
    if ready := list(lines):
        driver(db).executemany(statement, ready)


def write(db: Connection, table: Table, lines: Iterable[Mapping[str, Any]]) -> None:
    """Lines of a table by the names of its columns, the same ones in each; in place of any with the same key."""
    ready = list(lines)
    if not ready:
        return
    names = list(ready[0])
    rows = [[line[name] for name in names] for line in ready]
    for at, name in enumerate(names):
        if isinstance(table.c[name].type, JSON):
            for row in rows:
                row[at] = json.dumps(row[at])
    columns, given = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    driver(db).executemany(f"INSERT OR REPLACE INTO {table.name}({columns}) VALUES ({given})", rows)


def highest(db: Connection, table: str) -> int:
    """The highest number in a table; 0 in an empty one."""
    return int(ask(db, f"SELECT max(number) FROM {table}")[0][0] or 0)


def driver(db: Connection) -> Any:
    """The connection below, in the transaction that was begun above it."""
    if not db.in_transaction():
        db.begin()
    return db.connection.driver_connection


def _listed(values: Collection[Any]) -> str:
    return msgspec.json.encode(list(values)).decode()
