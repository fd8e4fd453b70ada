"""The append-only store of pages, texts, readings and judgements: what must never be lost."""

from communique.ledger.ledger import Ledger

__all__ = ["Ledger"]
