"""Entries that were just asked for, kept for as long as the record is what it was: a review asks for the same few again."""

import threading
from collections import OrderedDict

from sqlalchemy import Connection

from communique.catalogue.entries import whole
from communique.catalogue.stamping import stamp
from communique.model.record import Entry

_MOST = 200
_kept: OrderedDict[tuple[str, str, str], Entry] = OrderedDict()
_lock = threading.Lock()


def recent(db: Connection, id: str) -> Entry:
    """As `queries.whole`, without putting an entry together once more that was just there. Raises NotFound."""
    state = stamp(db)
    if not state:  # the catalogue is being brought up to date: what it holds now has no name
        return whole(db, id)
    key = (str(db.engine.url), state, id)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = whole(db, id)
    with _lock:
        _kept[key] = found
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return found
