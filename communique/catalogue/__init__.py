"""The catalogue: the record in tables with full text search, droppable and rebuilt at will.

Example::

    with catalogue.asking("csto.db") as db:
        catalogue.stamp(db)                # differs from the ledger's digest: the catalogue is stale
        queries.meetings(db, "csto")
"""

from communique.catalogue import queries
from communique.catalogue.assembling import every_entry
from communique.catalogue.opening import asking, opened
from communique.catalogue.search import search
from communique.catalogue.stamping import noted, seal, stamp

__all__ = ["asking", "every_entry", "noted", "opened", "queries", "seal", "search", "stamp"]
