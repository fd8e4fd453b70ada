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
    columns, given = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    deed = f"INSERT OR REPLACE INTO {table.name}({columns}) VALUES ({given})"
    driver(db).executemany(deed, _values(table, names, ready))


def rewrite(db: Connection, table: Table, lines: Collection[Mapping[str, Any]]) -> None:
    """As `write`, by `id`: of lines that are there already, no index is touched in which they keep their place."""
    listed = {c.name for index in table.indexes for c in index.columns} - {"id"}
    held = tuple(sorted(listed))
    rows = among(
        db,
        f"SELECT id, {', '.join(held)} FROM {table.name} WHERE id IN {AMONG}",
        [line["id"] for line in lines],
    )
    there = {id: tuple(rest) for id, *rest in rows}
    stays = [line for line in lines if there.get(line["id"]) == tuple(line.get(name) for name in held)]
    if stays:
        names = [name for name in stays[0] if name not in listed and name != "id"]
        changed = ", ".join(f'"{name}" = ?' for name in names)
        deed = f"UPDATE {table.name} SET {changed} WHERE id = ?"
        driver(db).executemany(deed, _values(table, [*names, "id"], stays))
    met = {line["id"] for line in stays}
    write(db, table, (line for line in lines if line["id"] not in met))


def highest(db: Connection, table: str) -> int:
    """The highest number in a table; 0 in an empty one."""
    return int(ask(db, f"SELECT max(number) FROM {table}")[0][0] or 0)


def driver(db: Connection) -> Any:
    """The connection below, in the transaction that was begun above it."""
    if not db.in_transaction():
        db.begin()
    return db.connection.driver_connection


def _values(table: Table, names: Sequence[str], lines: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    rows = [[line[name] for name in names] for line in lines]
    for at, name in enumerate(names):
        if isinstance(table.c[name].type, JSON):
            for row in rows:
                row[at] = json.dumps(row[at])
    return rows


def _listed(values: Collection[Any]) -> str:
    return msgspec.json.encode(list(values)).decode()
