"""Whether the stored catalogue is what the ledger gives: the catalogue made anew beside it, compared line by line."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.collecting import rarely_collected

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from communique.ledger import Ledger

    Make = Callable[[Ledger, Connection, Connection], None]

Lines = dict[str, list[dict[str, Any]]]
MOST = 20
"""Differences that are named; the others are counted."""

AFTER = "the ledger is sound; `communique rebuild` makes the catalogue anew from it"

SHOWN = 60
"""Characters of a value that are shown."""

OWNERS = ("id", "entity", "person", "meeting", "instrument", "mention", "node", "left", "report", "term")
"""The column that tells whose a line is, the first that a table has."""

NUMBERED = {
    "cat_stored_value": (
        "SELECT e.id AS entity, v.field, v.value, v.verdict, v.rule, v.target, v.reports, v.copies, v.json, v.part, v.same, "
        "v.how, v.tally, v.rank FROM {at}.cat_stored_value v LEFT JOIN {at}.cat_entry e ON e.number = v.entry"
    ),
    "cat_stored_quote": (
        "SELECT e.id AS entity, v.field, v.same, q.report, q.start, q.stop, q.line, q.sentence_start, "
        'q.sentence_stop, q."cast", q.claims FROM {at}.cat_stored_quote q '
        "LEFT JOIN {at}.cat_stored_value v ON v.number = q.value LEFT JOIN {at}.cat_entry e ON e.number = v.entry"
    ),
    "cat_key": (
        "SELECT t.report, k.stretch, k.key FROM {at}.cat_key k LEFT JOIN {at}.cat_trace t ON t.number = k.trace"
    ),
    "cat_cited": (
        'SELECT c.report, e.id AS entity, v.field, v.same FROM {at}.cat_cited c, json_each(c."values") j '
        "LEFT JOIN {at}.cat_stored_value v ON v.number = j.value LEFT JOIN {at}.cat_entry e ON e.number = v.entry"
    ),
    "cat_words": "SELECT term, doc, cnt FROM temp.{at}_terms",
}
"""Tables whose lines are numbered as they came: compared by what the numbers stand for."""

_OMITTED = ("number",)

_COUNTED = {
    "cat_cited": 'SELECT sum(json_array_length("values")) FROM {at}.cat_cited',
    "cat_words": "SELECT count(*) FROM temp.{at}_terms",
}
"""How many lines there are, where they are not as many as the table's own."""


@contextmanager
def made_anew(ledger: "Ledger", source: "Connection", make: "Make") -> "Iterator[Connection]":
    """A catalogue of the ledger as the snapshot `source` has it, made beside it and forgotten afterwards."""
    from sqlalchemy import create_engine

    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder, 'anew.db')}")
        try:
            with engine.connect() as fresh:
                for less in ("synchronous", "journal_mode"):  # what a crash leaves of it is thrown away
                    fresh.exec_driver_sql(f"PRAGMA {less} = OFF")
                with rarely_collected():
                    make(ledger, source, fresh)
                fresh.commit()
                yield fresh
        finally:
            engine.dispose()


def differences(ledger: "Ledger", kept: "Connection", make: "Make") -> list[str]:
    """Every way in which the catalogue of the snapshot `kept` differs from one made anew, as one line that names whose.

    Both are of one moment, whatever others write meanwhile; `kept` is only read.
    """
    with made_anew(ledger, kept, make) as fresh:
        # beside the one that was read all along: attached the other way round, the record might be a newer one by now
        kept.detach()  # from the pool: what is attached must not come back with the connection
        kept.exec_driver_sql("ATTACH ? AS anew", (fresh.engine.url.database,))
        found = _differences(kept)
        named = list(islice(found, MOST))
        more = sum(1 for _ in found)
    if more:
        named.append(f"and {more} more like these")
    return [*named, AFTER] if named else []


def _differences(db: "Connection") -> Iterator[str]:
    from communique.catalogue.tables import METADATA

    for at in ("main", "anew"):
        db.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.{at}_terms USING fts5vocab({at}, cat_words, row)")
    for name in (*(table.name for table in METADATA.sorted_tables), "cat_words"):
        try:
            due = _only(db, name, "anew", "main")
            there = {} if not due and _as_many(db, name) else _only(db, name, "main", "anew")
        except Exception as error:  # an altered table may lack columns, or hold what is none of ours
            yield f"{name}: cannot be compared ({type(error).__name__})"
            continue
        for owner in sorted({*there, *due}):
            yield from _told(name, owner, there.get(owner, []), due.get(owner, []))


def _as_many(db: "Connection", name: str) -> bool:
    """Whether a table has as many lines here as anew, where no two anew are alike: then none is left that is not there."""
    from communique.catalogue.tables import METADATA

    table = METADATA.tables.get(name)
    if table is not None and not table.primary_key.columns:
        return False
    ask = _COUNTED.get(name, f"SELECT count(*) FROM {{at}}.{name}")
    here, anew = (db.exec_driver_sql(ask.format(at=at)).scalar() for at in ("main", "anew"))
    return bool(here == anew)


def _only(db: "Connection", name: str, here: str, there: str) -> Lines:
    """The lines that a table has here and not there, by the entry that they belong to."""
    from communique.catalogue.tables import METADATA

    ask = NUMBERED.get(name)
    if ask is None:
        columns = ", ".join(f'"{c.name}"' for c in METADATA.tables[name].columns if c.name not in _OMITTED)
        ask = f"SELECT {columns} FROM {{at}}.{name}"
    found = db.exec_driver_sql(f"{ask.format(at=here)} EXCEPT {ask.format(at=there)}")
    names = list(found.keys())
    owner = next((c for c in OWNERS if c in names), names[0])
    lines: Lines = defaultdict(list)
    for row in found:
        line = dict(zip(names, row, strict=True))
        lines[str(line[owner])].append(line)
    return {key: sorted(each, key=repr) for key, each in lines.items()}


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
    return f"{line['field']}.{name}" if table == "cat_stored_value" else name


def _both(stored: Any, given: Any) -> str:
    if isinstance(stored, bytes) or isinstance(given, bytes):
        return "is not what the ledger gives"
    return f"stored {_short(stored)}, the ledger gives {_short(given)}"


def _short(value: Any) -> str:
    words = "nothing" if value is None else " ".join(str(value).split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
