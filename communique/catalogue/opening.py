"""Opening a record file for questions only."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from communique.model.errors import BrokenRecord


def opened(path: str | Path) -> Engine:
    """An engine on the record file that refuses every change; raises BrokenRecord if there is no file."""
    path = Path(path)
    if not path.is_file():
        raise BrokenRecord(f"{path}: no such record; `communique add` makes one")
    # nobody waits for a connection: one who waits may be the one who hands the others' back
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=8, max_overflow=-1)
    event.listen(engine, "connect", _only_read)
    return engine


@contextmanager
def asking(path: str | Path) -> Iterator[Connection]:
    """A connection for a few questions, which all see one state of the record; closed afterwards."""
    engine = opened(path)
    try:
        with engine.connect() as db:
            db.exec_driver_sql("BEGIN")
            yield db
    finally:
        engine.dispose()


def _only_read(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA busy_timeout = 30000")
    connection.execute("PRAGMA query_only = ON")
