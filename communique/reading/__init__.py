"""Text -> Reading: small named rules, one file a phenomenon; pure."""

from communique.reading.explained import Explained, Fact, explain
from communique.reading.reader import READER, read

__all__ = ["READER", "Explained", "Fact", "explain", "read"]
