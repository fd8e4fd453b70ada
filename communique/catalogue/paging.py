"""One page of what comes in an order: by the name of the row that a page ends with, so that it stays where it is.

>>> page("abcdef", Going(after="b", most=2))
Page(rows=('c', 'd'), number=6, previous='c', next='d')
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import msgspec
from sqlalchemy import Connection

from communique.catalogue.kept import kept, lately
from communique.model.errors import NotFound

Row = TypeVar("Row")
MOST = 100
"""Rows of a list on one page."""


class Going(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page goes on: after or before the row of this name, with at most so many."""

    after: str = ""
    before: str = ""
    most: int = MOST


class Page(NamedTuple, Generic[Row]):
    """The rows of a page, how many there are in all, and the names from which the pages beside it go on."""

    rows: tuple[Row, ...]
    number: int
    previous: str | None
    next: str | None


def page(
    rows: Sequence[Row],
    going: Going,
    name: Callable[[Row], str] = str,
    weight: Callable[[Row], int] = lambda _: 1,
) -> Page[Row]:
    """The page of `rows` that is asked for; one that weighs more fills more of it, and one row it has in any case.

    Raises NotFound where the row from which it should go on is not there.
    """
    if going.before:
        stop = _place(rows, going.before, name)
        start = stop - _fitting(reversed(rows[:stop]), going.most, weight)
    else:
        start = _place(rows, going.after, name) + 1 if going.after else 0
        stop = start + _fitting(rows[start : start + going.most], going.most, weight)
    shown = tuple(rows[start:stop])
    return Page(
        shown,
        len(rows),
        name(shown[0]) if shown and start else None,
        name(shown[-1]) if shown and stop < len(rows) else None,
    )


def paged(
    db: Connection,
    question: tuple[object, ...],
    answer: Callable[[Connection], Sequence[Row]],
    going: Going,
    name: Callable[[Row], str] = str,
    weight: Callable[[Row], int] = lambda _: 1,
) -> Page[Row]:
    """The page of what `answer` gives, lately: rows may be gone. One that goes on from a newer row is of what there is now."""
    try:
        return page(lately(db, question, answer), going, name, weight)
    except NotFound:
        return page(kept(db, question, lambda: answer(db)), going, name, weight)


def _place(rows: Sequence[Row], wanted: str, name: Callable[[Row], str]) -> int:
    found = next((at for at, row in enumerate(rows) if name(row) == wanted), None)
    if found is None:
        raise NotFound(
            f"{wanted}: the list has no such row to go on from; begin again without `after` and `before`"
        )
    return found


def _fitting(rows: Iterable[Row], most: int, weight: Callable[[Row], int]) -> int:
    """How many of the rows, from the first on, weigh no more than `most`; the first in any case."""
    number, sum_ = 0, 0
    for row in rows:
        sum_ += weight(row)
        if number and sum_ > most:
            break
        number += 1
    return number
