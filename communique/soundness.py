"""Whether the stored catalogue is what the ledger gives: the catalogue made anew, and compared line by line."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from communique.model.record import Record
from communique.model.text import Text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

Lines = dict[str, list[dict[str, Any]]]
MOST = 20
"""Differences that are named; the others are counted."""

AFTER = "the ledger is sound; `communique rebuild` makes the catalogue anew from it"

SHOWN = 60
"""Characters of a value that are shown."""

OWNERS = ("id", "entity", "person", "meeting", "report", "mention")
"""The column that tells whose a line is, the first that a table has."""


def differences(stored: "Connection", record: Record, texts: Iterable[Text]) -> list[str]:
    """Every way in which the stored catalogue differs from one made of `record`, as one line that names whose."""
    from sqlalchemy import create_engine

    from communique import catalogue

    engine = create_engine("sqlite://")
    try:
        with engine.begin() as fresh:
            catalogue.write(fresh, record, texts, catalogue.stamp(stored) or "")
            found = _differences(stored, fresh)
            named = list(islice(found, MOST))
            more = sum(1 for _ in found)
    finally:
        engine.dispose()
    if more:
        named.append(f"and {more} more like these")
    return [*named, AFTER] if named else []


def _differences(stored: "Connection", fresh: "Connection") -> Iterator[str]:
    from communique.catalogue.tables import METADATA

    for table in METADATA.sorted_tables:
        try:
            there, due = _lines(stored, table), _lines(fresh, table)
        except Exception as error:  # an altered table may lack columns, or hold what is none of ours
            yield f"{table.name}: cannot be compared ({type(error).__name__})"
            continue
        for owner in sorted({*there, *due}):
            if there.get(owner) != due.get(owner):
                yield from _told(table.name, owner, there.get(owner, []), due.get(owner, []))


def _lines(db: "Connection", table: "Table") -> Lines:
    """The lines of a table by the entry that they belong to, in an order of their own."""
    from sqlalchemy import select

    owner = next((name for name in OWNERS if name in table.c), next(iter(table.c)).name)
    lines: Lines = defaultdict(list)
    for line in db.execute(select(table)).mappings():
        lines[str(line[owner])].append(
            {column.name: _plain(column.name, line[column.name]) for column in table.c}
        )
    return {key: sorted(found, key=repr) for key, found in lines.items()}


def _plain(name: str, value: Any) -> Any:
    if name != "body" or not isinstance(value, bytes):
        return value
    try:
        return msgspec.msgpack.decode(zlib.decompress(value))
    except (zlib.error, msgspec.MsgspecError):
        return value


def _told(table: str, owner: str, there: list[dict[str, Any]], due: list[dict[str, Any]]) -> Iterator[str]:
    if len(there) == len(due):
        for line, wanted in zip(there, due, strict=True):
            for name in line:
                if line[name] != wanted[name]:
                    yield f"{owner}: {_field(table, name, wanted)}: {_both(line[name], wanted[name])}"
        return
    kept, given = Counter(map(repr, there)), Counter(map(repr, due))
    much, little = (kept - given).total(), (given - kept).total()
    yield f"{owner}: {table}: {much} stored that the ledger does not give, {little} missing that it gives"


def _field(table: str, name: str, line: dict[str, Any]) -> str:
    if name == "body":
        return "the entry as a whole"
    return f"{line['field']}.{name}" if table == "cat_value" else name


def _both(stored: Any, given: Any) -> str:
    if isinstance(stored, bytes | dict) or isinstance(given, bytes | dict):
        return "is not what the ledger gives"
    return f"stored {_short(stored)}, the ledger gives {_short(given)}"


def _short(value: Any) -> str:
    words = "nothing" if value is None else " ".join(str(value).split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
