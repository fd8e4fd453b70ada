"""Everything that must be true of a record file, checked from its bytes up; each fault as one line."""

import hashlib
import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, ForeignKey, Table, select

from communique.ledger import rows
from communique.ledger.evidence import checked
from communique.ledger.schema import ARRIVAL, GROWING, JUDGEMENT, PAGE, READING, TEXT
from communique.model.added import addition_of
from communique.model.errors import CommuniqueError
from communique.model.judgement import Judgement
from communique.model.reading import from_json
from communique.model.text import Text


def problems(db: Connection) -> Iterator[str]:
    """All that is wrong with the record; nothing is repaired."""
    for check in (_file, _guards, _strays, _pages, _arrivals, _readings, _judgements):
        try:
            yield from check(db)
        except Exception as error:  # a damaged file may fail anywhere: say so, check the rest
            yield f"could not be checked to the end ({check.__name__.strip('_')}): {error}"


def _file(db: Connection) -> Iterator[str]:
    for row in db.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield f"the file is damaged: {row[0]}"


def _guards(db: Connection) -> Iterator[str]:
    there = {row[0] for row in db.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for table in GROWING:
        for deed in ("update", "delete"):
            if f"{table.name}_no_{deed}" not in there:
                yield f"table {table.name} can be changed: its guard against {deed} is gone"


def _strays(db: Connection) -> Iterator[str]:
    """Rows that point at nothing, and pages and texts that nothing points at: each came with a reading."""
    for table in GROWING:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            yield from _lost(db, table, key)
    for table, column in ((PAGE, ARRIVAL.c.page_sha256), (TEXT, ARRIVAL.c.text_id)):
        id = next(iter(table.primary_key))
        for row in db.execute(select(id).where(id.not_in(select(column)))):
            yield f"{table.name} {row[0]} never arrived"
    for row in db.execute(select(TEXT.c.id).where(TEXT.c.id.not_in(select(READING.c.text_id)))):
        yield f"the reading of text {row[0]} is gone"


def _lost(db: Connection, table: Table, key: ForeignKey) -> Iterator[str]:
    missing = select(key.parent).where(key.parent.not_in(select(key.column))).distinct()
    for row in db.execute(missing):
        yield f"{table.name} points at {key.column.table.name} {row[0]}, which is not there"


def _pages(db: Connection) -> Iterator[str]:
    for sha256, packed in db.execute(select(PAGE.c.sha256, PAGE.c.body)).yield_per(50):
        try:
            body = zlib.decompress(packed)
        except zlib.error as error:
            yield f"page {sha256} cannot be unpacked: {error}"
            continue
        if hashlib.sha256(body).hexdigest() != sha256:
            yield f"page {sha256} holds other bytes than its name says"


def _arrivals(db: Connection) -> Iterator[str]:
    found = select(ARRIVAL, TEXT.c.characters).join(TEXT, TEXT.c.id == ARRIVAL.c.text_id)
    for row in db.execute(found).yield_per(50):
        try:
            text = rows.text_of(row.characters, [row.meta])
        except (msgspec.MsgspecError, CommuniqueError) as error:
            yield f"arrival {row.id} cannot be read: {error}"
            continue
        if text.id != row.text_id:
            yield f"text {row.text_id} is not what its id says: its characters or its origin were altered"
        elif rows.arrival_row(text) != {c.name: getattr(row, c.name) for c in ARRIVAL.c}:
            yield f"arrival {row.id} of text {row.text_id} was altered"


def _readings(db: Connection) -> Iterator[str]:
    found = select(READING, TEXT.c.characters).join(TEXT, TEXT.c.id == READING.c.text_id)
    for row in db.execute(found).yield_per(50):
        name = f"reading {row.id} of text {row.text_id}"
        try:
            reading = from_json(row.body)
            # only the characters matter here: the report's other sides are checked with its arrivals
            checked(reading, Text(name="", characters=row.characters))
        except (msgspec.MsgspecError, CommuniqueError) as error:
            yield f"{name}: {error}"
            continue
        if rows.reading_row(row.text_id, reading) != {
            field: getattr(row, field) for field in ("text_id", "reader", "body", "stamp")
        }:
            yield f"{name} was altered"


def _judgements(db: Connection) -> Iterator[str]:
    for row in db.execute(select(JUDGEMENT)).mappings():
        if rows.judgement_row(row["seq"], rows.judgement_of(row)) != dict(row):
            yield f"judgement {row['seq']} was altered"
        elif row["verdict"] == "added":
            yield from _added(db, row["seq"], rows.judgement_of(row))


def _added(db: Connection, number: int, judgement: Judgement) -> Iterator[str]:
    """Quotes of facts that people added must stand in the text too."""
    characters = db.execute(select(TEXT.c.characters).where(TEXT.c.id == judgement.left)).scalar()
    try:
        for quote in addition_of(judgement).quotes:
            quote.check(characters or "")
    except CommuniqueError as error:
        yield f"judgement {number}: {error}"
