"""The catalogue: the record in tables with full text search, droppable and rebuilt at will.

Example::

    with engine.begin() as db:
        catalogue.write(db, record, texts, ledger.digest())
    with catalogue.asking("csto.db") as db:
        catalogue.stamp(db)                # differs from the ledger's digest: the catalogue is stale
        queries.meetings(db, "csto")
"""

from communique.catalogue import queries
from communique.catalogue.opening import asking, opened
from communique.catalogue.search import search
from communique.catalogue.write import stamp, write

__all__ = ["asking", "opened", "queries", "search", "stamp", "write"]
