"""The append-only store of pages, texts, readings and judgements: what must never be lost."""

from communique.ledger.ledger import Ledger, Reach

__all__ = ["Ledger", "Reach"]
