"""The stamp of a catalogue: which state of the ledger it was made from."""

import hashlib
from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, inspect
from sqlalchemy import text as sql

from communique.catalogue.tables import ABOUT, METADATA, VERSION


@cache
def _version() -> str:
    """The version, and what the tables look like: one that lacks a column is stale though nobody counted it."""
    tables = [(t.name, [(c.name, str(c.type)) for c in t.columns]) for t in METADATA.sorted_tables]
    return f"{VERSION}-{hashlib.sha256(repr(tables).encode()).hexdigest()[:8]}"


def stamp(db: Connection) -> str | None:
    """The digest of the ledger that the catalogue was made from; None without a catalogue of this version.

    A catalogue is stale when this differs from the ledger's digest now.
    """
    if not inspect(db).has_table(ABOUT.name):
        return None
    version, _, digest = about(db, "stamp").partition(" ")
    return digest if version == _version() else None


def seal(db: Connection, digest: str, reach: Sequence[int] = (), totals: Sequence[int] = ()) -> None:
    """Notes the digest of the ledger that the catalogue now holds, how far it was read, what that adds up to."""
    numbers = {"reach": reach, "totals": totals}
    lines = {name: " ".join(map(str, each)) for name, each in numbers.items()}
    for name, value in {"stamp": f"{_version()} {digest}", **lines}.items():
        db.execute(
            sql("INSERT OR REPLACE INTO cat_about(name, value) VALUES (:name, :value)"),
            {"name": name, "value": value},
        )


def about(db: Connection, name: str) -> str:
    """What was noted under a name; empty where nothing was."""
    found = db.execute(sql("SELECT value FROM cat_about WHERE name = :name"), {"name": name}).scalar()
    return str(found or "")


def noted(db: Connection, name: str) -> tuple[int, ...]:
    """The numbers that were noted under a name; none where nothing was."""
    return tuple(map(int, about(db, name).split()))
