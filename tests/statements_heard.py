"""What is asked of the tables while they grow: every statement with what it was given, for tests of what it costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from communique.growing import sql

Heard = list[tuple[str, Any]]
"""Statements; of those for many lines, what they were given is the list of all."""


class _Listening:
    """A driver's connection that tells what it is asked."""

    def __init__(self, own: Any, heard: Heard) -> None:
        self._own, self._heard = own, heard

    def execute(self, statement: str, given: Any = ()) -> Any:
        self._heard.append((statement, given))
        return self._own.execute(statement, given)

    def executemany(self, statement: str, lines: list[Any]) -> Any:
        self._heard.append((statement, lines))
        return self._own.executemany(statement, lines)


@contextmanager
def statements_heard() -> Iterator[Heard]:
    """The statements that are asked meanwhile."""
    heard: Heard = []
    usual = sql.driver
    sql.driver = lambda db: _Listening(usual(db), heard)
    try:
        yield heard
    finally:
        sql.driver = usual


def many(given: Any) -> bool:
    """Whether a statement was given lines, not values."""
    return bool(given) and isinstance(given[0], tuple | list)


def first_of(given: Any) -> Any:
    """What a statement was given, of many lines the first."""
    return given[0] if many(given) else given


def plan_of(db: Connection, statement: str, given: Any) -> list[str]:
    """How the database goes about a statement."""
    rows = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(first_of(given)))
    return [row[3] for row in rows]
