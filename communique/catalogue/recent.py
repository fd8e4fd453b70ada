"""Entries that were just asked for: a review asks for the same few again."""

from sqlalchemy import Connection

from communique.catalogue.entries import whole
from communique.catalogue.kept import kept
from communique.model.record import Entry


def recent(db: Connection, id: str) -> Entry:
    """As `queries.whole`, without putting an entry together once more that was just there. Raises NotFound."""
    return kept(db, ("entry", id), lambda: whole(db, id))
