"""Opening a record file: it is ours or new, it survives a crash, or one clear line says why not."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError

from communique.ledger.schema import ABOUT, MARK, METADATA, VERSION, guards
from communique.model.errors import BrokenRecord

PRAGMAS = (
    "PRAGMA busy_timeout = 30000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # without it, REPLACE removes rows and fires no trigger
    "PRAGMA synchronous = FULL",
)
WRITES = "communique_writes"


def open_engine(path: Path, create: bool) -> Engine:
    """An engine on the record at `path`, made there if `create`; raises BrokenRecord with the reason."""
    if not path.exists() and not create:
        raise BrokenRecord(f"{path}: no such record; `communique add` makes one")
    if path.is_dir():
        raise BrokenRecord(f"{path}: is a folder, not a record file")
    if not path.parent.is_dir():
        raise BrokenRecord(f"{path}: there is no folder {path.parent}")
    engine = create_engine(URL.create("sqlite", database=str(path)))
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


@contextmanager
def said_clearly(path: Path) -> Iterator[None]:
    """Turns what the database says into one line of ours."""
    try:
        yield
    except DBAPIError as error:
        raise BrokenRecord(f"{path}: {_reason(error)}") from error


def writing(engine: Engine) -> Connection:
    """A connection whose transaction takes the write lock at once, so that it cannot fail halfway."""
    return engine.connect().execution_options(**{WRITES: True})


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
    if version != str(VERSION):
        raise BrokenRecord(f"{path}: has schema {version}, this Communique reads {VERSION}")
    return True


def _found(db: Connection) -> None:
    db.exec_driver_sql(f"PRAGMA application_id = {MARK}")
    METADATA.create_all(db)
    for guard in guards():
        db.exec_driver_sql(guard)
    db.execute(insert(ABOUT), [{"name": "version", "value": str(VERSION)}])


def _reason(error: DBAPIError) -> str:
    said = str(error.orig)
    if "not a database" in said:
        return "is not a record of Communique"
    if "malformed" in said or "disk I/O" in said:
        return f"is damaged ({said})"
    if "unable to open" in said:
        return "cannot be opened (is the folder writable?)"
    if "readonly" in said:
        return "may not be written"
    if "locked" in said:
        return "is being written by another program; try again"
    return said
