"""Answers that were just given, kept for as long as the record is what it was: readers ask for the same few again.

    kept(db, ("countries",), lambda: company.countries(db))

What is kept must be frozen, and told by the catalogue alone.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from communique.catalogue.stamping import stamp

Answer = TypeVar("Answer")
_MOST = 300
_kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_at_work: dict[tuple[object, ...], threading.Lock] = {}
_lock = threading.Lock()


def kept(db: Connection, question: tuple[object, ...], answer: Callable[[], Answer]) -> Answer:
    """What `answer` gives, asked once for each state of the record."""
    state = stamp(db)
    if not state:  # the catalogue is being brought up to date: what it holds now has no name
        return answer()
    key = (str(db.engine.url), state, *question)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: Answer = _kept[key]
            return found
        at_work = _at_work.setdefault(key, threading.Lock())
    with at_work:  # a crowd that asks the same lets one work it out
        with _lock:
            if key in _kept:
                return cast(Answer, _kept[key])
        try:
            found = answer()
            _keep(key, found)  # before the next may begin: who comes now must find it
        finally:
            with _lock:
                _at_work.pop(key, None)
        return found


def forget() -> None:
    """Every answer is worked out anew, as after a change of the record."""
    with _lock:
        _kept.clear()


def _keep(key: tuple[object, ...], found: Any) -> None:
    with _lock:
        _kept[key] = found
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
