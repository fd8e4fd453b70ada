"""One watcher for one record: the second says so and stops."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.model.errors import BrokenRecord
from communique.watching.visits import path_of


@contextmanager
def watching(record: Path) -> Iterator[None]:
    """Holds the record for watching; raises BrokenRecord where another watcher holds it.

    The system lets go of it when the process ends, however it ends.
    """
    import fcntl

    path = Path(f"{path_of(record)}-lock")
    try:
        lock = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise BrokenRecord(f"{path}: cannot be written ({error.strerror})") from None
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            who = os.read(lock, 20).decode("ascii", "replace").strip()
            said = f" (process {who})" if who.isdigit() else ""
            raise BrokenRecord(f"{record}: is being watched already{said}; one watcher is enough") from None
        os.ftruncate(lock, 0)
        os.write(lock, str(os.getpid()).encode())
        yield
    finally:
        os.close(lock)
