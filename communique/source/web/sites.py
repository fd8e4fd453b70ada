"""What each site asks of programs: its robots.txt, asked for once a day or as often as it says."""

import re
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from communique.source.web.addresses import Address
from communique.source.web.robots import SIZE, Robots, robots_of
from communique.source.web.sending import Limits, Reply
from communique.source.web.trouble import BY_HAND, Trouble
from communique.source.web.trying import led
from communique.source.web.waiting import trouble_of

MOVED = frozenset({301, 302, 303, 307, 308})
REDIRECTS = 5
DAY, SHORTEST = 86_400.0, 600.0
"""Seconds that a robots.txt is believed: at most and where it says nothing; at least, and where it cannot be had."""

MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.I)

Ask = Callable[[Address, Limits], Reply]


class Kept(msgspec.Struct, frozen=True):
    """A site's robots.txt as it came, and the seconds since 1970 from and until which it is believed."""

    site: str
    body: bytes
    since: float
    until: float


class _Known(NamedTuple):
    """`trouble` says in words why it cannot be had: the error itself would hold on to all that it came through."""

    kept: Kept
    robots: Robots
    trouble: str = ""
    answered: bool = True


class Sites:
    """The robots.txt of every site asked so far."""

    def __init__(self, ask: Ask, seconds: float, clock: Callable[[], float]) -> None:
        self._ask = ask
        self._limits = Limits(SIZE, seconds, cut=True)
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._asking: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def gap(self, address: Address) -> float:
        """The pace that the site asks for, in seconds, where `address` may be asked; raises Trouble where not."""
        known = self._of(address)
        if known.trouble:
            said = f"its robots.txt cannot be had, which is taken for a no: it {known.trouble}"
            raise Trouble("later", said, known.kept.until - self._clock())
        if not known.robots.permits(address.target):
            raise Trouble("refused", f"is not asked: the robots.txt of {address.place} forbids it: {BY_HAND}")
        return known.robots.gap

    def kept(self) -> tuple[Kept, ...]:
        """What is known, to be kept for another day; what could not be had is not."""
        return tuple(one.kept for one in [*self._known.values()] if one.answered)

    def remember(self, kept: Iterable[Kept]) -> None:
        """Takes in what was kept."""
        self._known.update({one.site: _Known(one, robots_of(one.body)) for one in kept})

    def _of(self, address: Address) -> _Known:
        with self._asking[address.site]:  # of several who want to know, one asks
            known = self._known.get(address.site)
            if known is None or not known.kept.since <= self._clock() < known.kept.until:
                known = self._known[address.site] = self._asked(address)
        return known

    def _asked(self, address: Address) -> _Known:
        """A site that has none has no rules (4xx, too many redirects); one that fails may have any, so it is a no."""
        now = self._clock()
        nothing = Kept(address.site, b"", now, now + SHORTEST)
        try:
            reply = self._led(address._replace(target="/robots.txt"))
            if reply.status >= 500:
                raise trouble_of(reply.status)
        except Trouble as trouble:
            if trouble.status != "later":
                return _Known(
                    nothing, Robots(), answered=False
                )  # asking for the page will show what is wrong
            until = now + max(SHORTEST, trouble.after or 0)
            return _Known(Kept(address.site, b"", now, until), Robots(), trouble.reason, answered=False)
        body = reply.body if reply.status == 200 else b""
        return _Known(Kept(address.site, body, now, now + _believed(reply)), robots_of(body))

    def _led(self, here: Address) -> Reply:
        """The reply at the end of the redirects."""
        for _ in range(REDIRECTS + 1):
            reply = self._ask(here, self._limits)
            if reply.status not in MOVED:
                break
            here = led(here, reply)
        return reply


def _believed(reply: Reply) -> float:
    """Seconds that a robots.txt is believed."""
    said = MAX_AGE.search(reply.headers.get("cache-control", ""))
    return min(DAY, max(SHORTEST, float(said[1]))) if said else DAY
