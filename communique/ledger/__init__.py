"""The append-only store of pages, texts, readings and judgements: what must never be lost."""

from communique.ledger.ledger import Ledger
from communique.ledger.reaching import Reach, Totals, reached, totals

__all__ = ["Ledger", "Reach", "Totals", "reached", "totals"]
