"""Asking and writing many rows in one statement: the tables are touched thousands of times a second."""

from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection

AMONG = "(SELECT value FROM json_each(?))"
"""The condition behind IN for as many values as there may be."""


def among(db: Connection, statement: str, *values: Collection[Any]) -> list[Any]:
    """The rows of a statement that has one `?` for each collection of values; none where all are empty."""
    if not any(values):
        return []
    given = tuple(msgspec.json.encode(list(each)).decode() for each in values)
    return list(db.exec_driver_sql(statement, given).all())


def change(db: Connection, statement: str, *values: Collection[Any]) -> None:
    """As `among`, for a statement that changes rows."""
    if any(values):
        db.exec_driver_sql(statement, tuple(msgspec.json.encode(list(each)).decode() for each in values))


def put(db: Connection, statement: str, lines: Iterable[tuple[Any, ...]]) -> None:
    """The statement for every line."""
    if ready := list(lines):
        db.exec_driver_sql(statement, ready)
