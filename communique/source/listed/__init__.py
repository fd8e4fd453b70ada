"""Feeds, sitemaps and listing pages: the pages that they name. Pure: bytes in, addresses out, nothing is asked."""

from communique.source.listed.known import KINDS, listed_in
from communique.source.listed.page import Contents, Listed
from communique.source.listed.wanted import Watched, matches, watched_in, watched_of

__all__ = ["KINDS", "Contents", "Listed", "Watched", "listed_in", "matches", "watched_in", "watched_of"]
