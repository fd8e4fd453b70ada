"""Answers that were just given, kept for as long as the record is what it was: readers ask for the same few again.

    kept(db, ("claims", ids), lambda: claims(db, ids))
    lately(db, ("countries",), lambda: company.countries(db))

What is kept must be frozen, and told by the catalogue alone. While people judge, the record is another every few seconds: what
sums up the whole of it would be worked out again and again, and each time differ by one. So `lately` gives what took long as it was a moment ago.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import Connection

from communique.catalogue.stamping import stamp

Answer = TypeVar("Answer")
_MOST = 300
_LONG, _TIMES, _OLDEST = 0.02, 60.0, 60.0
"""Seconds of work from which on an answer serves although the record has moved on, for so many times as long as it took, so that a sixtieth
of a core goes into each; and never for longer than so many seconds."""
_AGED = "communique_aged"


class _Late(NamedTuple):
    state: str
    found: Any
    until: float


_kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_late: OrderedDict[tuple[object, ...], _Late] = OrderedDict()
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
            _keep(_kept, key, found)  # before the next may begin: who comes now must find it
        finally:
            with _lock:
                _at_work.pop(key, None)
        return found


def lately(db: Connection, question: tuple[object, ...], answer: Callable[[], Answer]) -> Answer:
    """As `kept`, or what `answer` gave of a state a moment ago, if that took long: then `aged(db)` is true of the page.

    What it gives may name entries that are gone by now.
    """
    state, at = stamp(db) or "", str(db.engine.url)
    with _lock:
        last = _late.get((at, *question))
        others_do = (at, state, *question) in _at_work
    if last and state and last.state == state:  # it may have been let go of among all that is kept
        return cast(Answer, last.found)
    if last and (others_do or time.monotonic() < last.until):
        db.info[_AGED] = True
        return cast(Answer, last.found)

    def worked() -> Answer:
        began = time.thread_time()  # of this thread alone: a busy machine makes nothing older
        found = answer()
        took = time.thread_time() - began
        if took >= _LONG:
            late = _Late(state, found, time.monotonic() + min(_OLDEST, _TIMES * took))
            _keep(_late, (at, *question), late)
        return found

    # while the record is being brought up to date its state has no name: what is worked out then is no state's own
    return kept(db, question, worked) if state else worked()


def fresh(db: Connection) -> None:
    """A new page begins: nothing on it is older than the record."""
    db.info.pop(_AGED, None)


def aged(db: Connection) -> bool:
    """Whether something was given that is older than what this connection sees."""
    return _AGED in db.info


def forget() -> None:
    """Every answer is worked out anew, as after a change of the record."""
    with _lock:
        _kept.clear()
        _late.clear()


def _keep(those: OrderedDict[tuple[object, ...], Any], key: tuple[object, ...], found: Any) -> None:
    with _lock:
        those[key] = found
        those.move_to_end(key)
        while len(those) > _MOST:
            those.popitem(last=False)
