"""Opening a record file: it is ours or new, it survives a crash, or one clear line says why not."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, RootTransaction, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError, OperationalError

from communique.ledger.schema import ABOUT, MARK, METADATA, READ, VERSION, guards
from communique.model.errors import BrokenRecord

PRAGMAS = (
    "PRAGMA busy_timeout = 30000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # without it, REPLACE removes rows and fires no trigger
    "PRAGMA synchronous = FULL",
)
WRITES = "communique_writes"
PREPARED = 512
"""Statements that a connection keeps prepared: taking in a report asks some 200 different ones, the driver keeps 128."""


def open_engine(path: Path, create: bool) -> Engine:
    """An engine on the record at `path`, made there if `create`; raises BrokenRecord with the reason.

    Without `create`, a record that may not be written is opened for reading only.
    """
    if not os.path.exists(path) and not create:
        raise BrokenRecord(f"{path}: no such record; `communique add` makes one")
    if os.path.isdir(path):
        raise BrokenRecord(f"{path}: is a folder, not a record file")
    if not create and not os.path.getsize(path) and not os.path.exists(f"{path}-wal"):
        raise BrokenRecord(f"{path}: is an empty file, no record; `communique add` makes one of it")
    if not os.path.isdir(path.parent):
        raise BrokenRecord(f"{path}: there is no folder {path.parent}")
    only_read = not may_be_written(path)
    if only_read and create:
        raise BrokenRecord(f"{path}: may not be written (look at the rights of the file and its folder)")
    url = _read_only(path) if only_read else URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"cached_statements": PREPARED})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        _settle(engine, path)
    except UnicodeDecodeError as error:  # the driver cannot even decode the names of the tables
        engine.dispose()
        raise BrokenRecord(f"{path}: is damaged (its schema is not readable)") from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def may_be_written(path: Path) -> bool:
    """Whether the record, and what the database lays beside it, can be written by whoever asks."""
    return os.access(path.parent, os.W_OK) and (not os.path.exists(path) or os.access(path, os.W_OK))


def copy_to(path: Path, copy: Path) -> None:
    """A copy of a record that may not be written, for whoever can only ask one that may."""
    url = _read_only(path)
    wanted = "&".join(f"{name}={value}" for name, value in url.query.items())
    source, target = sqlite3.connect(f"{url.database}?{wanted}", uri=True), sqlite3.connect(copy)
    try:
        source.backup(target)
    except sqlite3.Error as error:
        raise BrokenRecord(f"{path}: {error}") from error
    finally:
        source.close()
        target.close()


def _read_only(path: Path) -> URL:
    """Without a log beside it nobody writes the file: it is read as it stands, and nothing laid beside it."""
    query = {"mode": "ro", "uri": "true"}
    if not Path(f"{path}-wal").exists():
        query["immutable"] = "1"
    return URL.create("sqlite", database=f"file:{quote(str(path.absolute()))}", query=query)


@contextmanager
def said_clearly(path: Path) -> Iterator[None]:
    """Turns what the database says into one line of ours."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise BrokenRecord(f"{path}: {_reason(error)}") from error


def writing(engine: Engine) -> Connection:
    """A connection whose transaction takes the write lock at once, so that it cannot fail halfway."""
    return engine.connect().execution_options(**{WRITES: True})


class Occupied(Exception):
    """Others write the record just now."""


def begun_within(db: Connection, seconds: float) -> RootTransaction:
    """The transaction of a connection for writing; raises Occupied where the write lock is not to be had that soon."""
    driver: Any = db.connection.driver_connection
    driver.execute(f"PRAGMA busy_timeout = {int(1000 * seconds)}")
    try:
        return db.begin()
    except OperationalError as error:
        if "locked" not in str(error.orig):
            raise
        raise Occupied from error
    finally:
        driver.execute(PRAGMAS[0])


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _settle(engine: Engine, path: Path) -> None:
    """Makes the tables of a new record, or sees that an old one is ours."""
    with said_clearly(path):
        with engine.connect() as db:
            if _is_ours(db, path):
                return
        if engine.url.query.get("mode") == "ro":
            raise BrokenRecord(f"{path}: is empty, and may not be written")
        raw = sqlite3.connect(path, isolation_level=None)
        try:
            raw.execute("PRAGMA busy_timeout = 30000")
            raw.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            raise BrokenRecord(f"{path}: {error}") from error
        finally:
            raw.close()
        with writing(engine) as db, db.begin():
            if not _is_ours(db, path):
                _found(db)


def _is_ours(db: Connection, path: Path) -> bool:
    """True for a record of this version, False for an empty file; raises BrokenRecord for all else."""
    mark = db.exec_driver_sql("PRAGMA application_id").scalar()
    tables = db.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if not mark and not tables:
        return False
    if mark != MARK:
        raise BrokenRecord(f"{path}: is a database, but not a record of Communique")
    version = db.execute(select(ABOUT.c.value).where(ABOUT.c.name == "version")).scalar()
    if version not in READ:
        raise BrokenRecord(f"{path}: has schema {version}, this Communique reads {VERSION}")
    return True


def _found(db: Connection) -> None:
    db.exec_driver_sql(f"PRAGMA application_id = {MARK}")
    METADATA.create_all(db)
    for guard in guards():
        db.exec_driver_sql(guard)
    db.execute(insert(ABOUT), [{"name": "version", "value": str(VERSION)}])


def _reason(error: DBAPIError | sqlite3.Error) -> str:
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    if "not a database" in said:
        return "is not a record of Communique"
    if "malformed" in said or "disk I/O" in said:
        return f"is damaged ({said})"
    if "unable to open" in said:
        return "cannot be opened (may the file be read, and its folder be written?)"
    if "readonly" in said:
        return "may not be written"
    if "locked" in said:
        return "is being written by another program; try again"
    return said
