"""The record grows with the ledger: what a report changes is worked out, and nothing else.

Example::

    with ledger.transaction() as db:
        growing.begin(db)
        growing.grow(db, reports, before=growing.said_by(()), now=growing.said_by(judgements))
"""

from communique.growing.batch import begin, grow, make
from communique.growing.versions import follow, said_of_newest
from communique.growing.words import said_by

__all__ = ["begin", "follow", "grow", "make", "said_by", "said_of_newest"]
