"""Answers that were just given, kept for as long as the record is what it was: readers ask for the same few again.

    kept(db, ("claims", ids), lambda: claims(db, ids))
    lately(db, ("countries",), company.countries)

What is kept must be frozen, and told by the catalogue alone. While people judge, the record is another every few seconds: what
sums up the whole of it would be worked out again and again, and each time differ by one. So `lately` gives what took long as it was a moment ago.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from communique.catalogue.stamping import noted, stamp

Answer = TypeVar("Answer")
_MOST = 300
_LONG, _TIMES, _OLDEST = 0.02, 60.0, 60.0
"""Seconds of work from which on an answer serves although the record has moved on, for so many times as long as it took, so that a sixtieth
of a core goes into each; and never for longer than so many seconds."""
_HALF = 0.5
"""The part of that time after which it is worked out anew beside, if somebody asks."""
_AGED = "communique_aged"
_LOG = logging.getLogger(__name__)


class _Late(NamedTuple):
    state: str
    found: Any
    due: float
    until: float


_kept: OrderedDict[tuple[object, ...], Any] = OrderedDict()
_late: OrderedDict[tuple[object, ...], _Late] = OrderedDict()
_at_work: dict[tuple[object, ...], threading.Lock] = {}
_renewed: set[tuple[object, ...]] = set()
_lock = threading.Lock()


def kept(db: Connection, question: tuple[object, ...], answer: Callable[[], Answer]) -> Answer:
    """What `answer` gives, asked once for each state of the record."""
    state = _state(db)
    if not state:
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


def lately(db: Connection, question: tuple[object, ...], answer: Callable[[Connection], Answer]) -> Answer:
    """As `kept`, or what `answer` gave of a state a moment ago, if that took long: then `aged(db)` is true of the page.

    What it gives may name entries that are gone by now. Whoever asks when half its time is over has it worked out anew
    beside, by a connection of its own, so that those who come after need not wait.
    """
    state, at = _state(db), str(db.engine.url)
    with _lock:
        last = _late.get((at, *question))
        others_do = (at, state, *question) in _at_work
    if last and state and last.state == state:  # it may have been let go of among all that is kept
        return cast(Answer, last.found)
    if last and (others_do or time.monotonic() < last.until):
        db.info[_AGED] = True
        if state and not others_do and time.monotonic() > last.due:
            _renew(db.engine, (at, *question), lambda own: _worked_out(own, _state(own), question, answer))
        return cast(Answer, last.found)
    return _worked_out(db, state, question, answer)


def _worked_out(
    db: Connection, state: str, question: tuple[object, ...], answer: Callable[[Connection], Answer]
) -> Answer:
    def worked() -> Answer:
        began = time.thread_time()  # of this thread alone: a busy machine makes nothing older
        found = answer(db)
        took = time.thread_time() - began
        if took >= _LONG:
            now, serves = time.monotonic(), min(_OLDEST, _TIMES * took)
            late = _Late(state, found, now + serves * _HALF, now + serves)
            _keep(_late, (str(db.engine.url), *question), late)
        return found

    return kept(db, question, worked) if state else worked()


def _renew(engine: Engine, key: tuple[object, ...], work: Callable[[Connection], object]) -> None:
    """Has it worked out beside, once however many ask."""

    def renewed() -> None:
        try:
            with engine.connect() as own:
                own.exec_driver_sql("BEGIN")
                work(own)
        except SQLAlchemyError:
            _LOG.debug("not worked out beside: who asks next does it", exc_info=True)
        finally:
            with _lock:
                _renewed.discard(key)

    with _lock:
        if key in _renewed:
            return
        _renewed.add(key)
    threading.Thread(target=renewed, name="renewed", daemon=True).start()


def _state(db: Connection) -> str:
    """A name for what the catalogue holds now: while it is brought up to date, how far that has come; empty where there is none."""
    sealed = stamp(db)
    reach = noted(db, "reach") if sealed == "" else ()
    return sealed or (f"up to {reach}" if reach else "")


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
