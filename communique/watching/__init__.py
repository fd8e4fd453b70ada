"""Watching: lists of pages are asked again and again, and what is new or changed goes into the ledger."""

from communique.watching.again import WINDOW
from communique.watching.locking import watching
from communique.watching.rounds import Choice, Event, Round, Summary
from communique.watching.state import Row
from communique.watching.taking import Taking
from communique.watching.visits import Visits, path_of

__all__ = ["WINDOW", "Choice", "Event", "Round", "Row", "Summary", "Taking", "Visits", "path_of", "watching"]
