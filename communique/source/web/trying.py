"""One address asked at the pace of its host, as many times as it takes: no redirects, no robots.txt."""

import random
import ssl
import time
from collections.abc import Callable
from typing import NamedTuple

from communique.source.web.addresses import Address, address_of
from communique.source.web.manners import Manners
from communique.source.web.networks import Resolve, allowed_of, checked, resolved
from communique.source.web.pace import Pace
from communique.source.web.sending import Limits, Reply, get
from communique.source.web.trouble import Trouble
from communique.source.web.waiting import BUSY, TRIES, backoff, retry_after, trouble_of

ASKED_FOR = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Connection": "close",
}
"""Of a page in several shapes or languages, the one that can be read."""

PAUSE, LONGEST_PAUSE = 30, 3600
"""Seconds for which a host is left alone when all tries failed: the first time, and at most."""


class World(NamedTuple):
    """What lies outside of this program: time, names, certificates; a test puts its own in their place."""

    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    resolve: Resolve = resolved
    trust: ssl.SSLContext | None = None


class Trying:
    """Asks, waits and asks again."""

    def __init__(self, manners: Manners, world: World) -> None:
        self.pace = Pace(world.clock, world.sleep)
        self._manners = manners
        self._allowed = allowed_of(manners.private, manners.ports)
        self._world = world
        self._trust = world.trust
        self._silent: dict[str, int] = {}

    def reply(self, address: Address, marks: dict[str, str], limits: Limits, gap: float = 0) -> Reply:
        """What the host says, which may be no page: a redirect, that it is unchanged, that there is none.

        `marks` are headers that ask for what has changed, `gap` the pace that the host asks for. Raises Trouble
        where no answer is to be had or wanted.
        """
        trouble = Trouble("failed", "")
        for tried in range(TRIES):
            try:
                reply = self._once(address, marks, limits, gap)
                if reply.status not in BUSY:
                    self._silent.pop(address.place, None)
                    return reply
                trouble = trouble_of(reply.status, retry_after(reply.headers, self._world.clock()))
            except Trouble as found:
                if found.status != "later" or found.after is not None:
                    raise
                trouble = found
            wait = backoff(tried, random.random) if trouble.after is None else trouble.after
            if trouble.after is not None:
                self.pace.hold(address.place, wait)
            if wait > self._manners.patience:
                break
            if tried + 1 < TRIES:
                self._world.sleep(wait)
        if trouble.after is None:
            self._leave_alone(address.place)
        raise trouble

    def _leave_alone(self, place: str) -> None:
        """A host that did not answer has a pause, and each time it does not again a longer one."""
        times = self._silent[place] = self._silent.get(place, 0) + 1
        self.pace.hold(place, min(LONGEST_PAUSE, PAUSE * 2 ** min(times - 1, 10)))

    def _once(self, address: Address, marks: dict[str, str], limits: Limits, gap: float) -> Reply:
        ips = checked(address, self._allowed, self._world.resolve)
        self.pace.wait(address.place, max(gap, self._manners.gap), self._manners.patience)
        if self._trust is None:
            self._trust = ssl.create_default_context()
        headers = {"User-Agent": self._manners.agent, **ASKED_FOR, **marks}
        try:
            return get(address, ips, headers, limits, self._trust)
        except Trouble as trouble:
            raise trouble.once_sent() from None


def led(address: Address, reply: Reply) -> Address:
    """Where a redirect leads; raises Trouble where that may not be asked."""
    where = reply.headers.get("location", "")
    if not where:
        raise Trouble(
            "failed", f"is answered with {reply.status} and leads nowhere: check the address"
        ).once_sent()
    try:
        return address_of(where.encode("latin-1", "replace").decode("utf-8", "replace"), address)
    except Trouble as trouble:
        said = f"leads to {where[:200]}, which {trouble.reason}"
        raise Trouble(trouble.status, said).once_sent() from None
