"""Asking an address: redirects, robots.txt, pace and retries, until there is a page or a reason why there is none."""

import random
import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from communique.model.page import Page
from communique.source.placed import Placed
from communique.source.web.addresses import Address, address_of
from communique.source.web.manners import Manners
from communique.source.web.networks import Resolve, allowed_of, checked, resolved
from communique.source.web.pace import Pace
from communique.source.web.robots import SIZE, Robots, robots_of
from communique.source.web.sending import Limits, Reply, get, trusting
from communique.source.web.trouble import Trouble
from communique.source.web.waiting import BUSY, TRIES, backoff, retry_after, trouble_of

REDIRECTS = 10
MOVED = frozenset({301, 302, 303, 307, 308})
KEPT, KEPT_UNREACHED = 86_400.0, 600.0
"""Seconds that a robots.txt is believed, and that a site whose robots.txt cannot be had is left alone."""


class Asked(msgspec.Struct, frozen=True):
    """What is known of an address from before: the marks of its last answer, and where that came from.

    The marks are sent to `final` alone: a redirect that leads to another page now must not be told that it is
    the old one.
    """

    address: str
    etag: str = ""
    modified: str = ""
    final: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an address: `new` with its page, `unchanged`, `gone`, `refused` (we may not ask), `failed`
    (asking again would give the same) or `later`, with the seconds to wait in `after` where they are known."""

    address: str
    status: str
    final: str = ""
    page: Page | None = None
    etag: str = ""
    modified: str = ""
    reason: str = ""
    after: float | None = None


class _Known(NamedTuple):
    """A site's robots.txt, or why it cannot be had, and until when to believe it."""

    robots: Robots
    trouble: Trouble | None
    since: float
    until: float


class Web:
    """The public web as seen by a polite guest. It remembers pace and robots.txt of each host; for one thread.

    `clock` tells seconds since 1970, `sleep` waits, `resolve` looks a host up, `trust` holds the certificates.
    """

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve = resolved,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._manners = manners = manners or Manners()
        self._allowed = allowed_of(manners.private, manners.ports)
        self._clock = clock
        self._sleep = sleep
        self._resolve = resolve
        self._trust = trust
        self._pace = Pace(clock, sleep)
        self._robots: dict[str, _Known] = {}

    def ask(self, asked: Asked) -> Answer:
        """Asks an address, following where it leads; never raises for what others do.

        >>> Web().ask(Asked("ftp://example.org/")).status
        'refused'
        """
        try:
            return self._follow(asked)
        except Trouble as trouble:
            reason = f"{trouble.reason}; {trouble.advice}" if trouble.advice else trouble.reason
            return Answer(address=asked.address, status=trouble.status, reason=reason, after=trouble.after)

    def due_in(self, address: str) -> float:
        """Seconds until the host of `address` may be asked again; 0 for now, and for what is no address."""
        try:
            return self._pace.due_in(address_of(address).place)
        except Trouble:
            return 0.0

    def _follow(self, asked: Asked) -> Answer:
        address = address_of(asked.address)
        known = str(address_of(asked.final)) if asked.final else str(address)
        seen = {address}
        while True:
            reply = self._hop(address, _marks(asked) if str(address) == known else {}, first=len(seen) == 1)
            if reply.status not in MOVED:
                return self._answer(asked, address, reply, known)
            address = _led(address, reply)
            if address in seen:
                raise Trouble("failed", "leads in a circle of redirects")
            if len(seen) > REDIRECTS:
                raise Trouble("failed", f"leads through more than {REDIRECTS} redirects")
            seen.add(address)

    def _answer(self, asked: Asked, address: Address, reply: Reply, known: str) -> Answer:
        etag, modified = reply.headers.get("etag", ""), reply.headers.get("last-modified", "")
        final = str(address)
        if reply.status == 304 and final == known and _marks(asked):
            etag, modified = etag or asked.etag, modified or asked.modified
            return Answer(
                address=asked.address, status="unchanged", final=final, etag=etag, modified=modified
            )
        if reply.status not in (200, 203):
            raise trouble_of(reply.status)
        page = Placed(
            name=final,
            place=asked.address,
            body=reply.body,
            media_type=reply.headers.get("content-type", ""),
            address=final,
            retrieved=datetime.fromtimestamp(self._clock(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        return Answer(
            address=asked.address, status="new", final=final, page=page, etag=etag, modified=modified
        )

    def _hop(self, address: Address, marks: dict[str, str], first: bool) -> Reply:
        """As `_permitted`; where a redirect led here, trouble says so."""
        try:
            return self._permitted(address, marks)
        except Trouble as trouble:
            if first:
                raise
            raise Trouble(
                trouble.status, f"leads to {str(address)[:200]}, which {trouble.reason}", trouble.after
            ) from None

    def _permitted(self, address: Address, marks: dict[str, str]) -> Reply:
        """The reply to a request that robots.txt permits."""
        known = self._known(address)
        if known.trouble:
            said = f"its robots.txt cannot be had, which is taken for a no: it {known.trouble.reason}"
            raise Trouble("later", said, known.until - self._clock())
        if not known.robots.permits(address.target):
            raise Trouble("refused", f"is not asked: the robots.txt of {address.place} forbids it")
        limits = Limits(self._manners.size_limit, self._manners.seconds)
        return self._patiently(address, marks, limits, known.robots.gap)

    def _known(self, address: Address) -> _Known:
        """The site's robots.txt, asked for when it is not known or too old."""
        known = self._robots.get(address.site)
        if known is None or not known.since <= self._clock() < known.until:
            known = self._robots[address.site] = self._robots_of(address)
        return known

    def _robots_of(self, address: Address) -> _Known:
        now = self._clock()
        here = address._replace(target="/robots.txt")
        try:
            for _ in range(6):
                reply = self._patiently(here, {}, Limits(SIZE, self._manners.seconds, cut=True), 0)
                if reply.status not in MOVED:
                    break
                here = _led(here, reply)
        except Trouble as trouble:
            if trouble.status == "refused" and here.site == address.site:
                raise
            if trouble.status in ("later", "refused"):
                return _Known(Robots(), trouble, now, now + max(KEPT_UNREACHED, trouble.after or 0))
            return _Known(Robots(), None, now, now + KEPT)
        if reply.status >= 500:
            return _Known(Robots(), trouble_of(reply.status), now, now + KEPT_UNREACHED)
        robots = robots_of(reply.body) if reply.status == 200 else Robots()
        return _Known(robots, None, now, now + KEPT)

    def _patiently(self, address: Address, marks: dict[str, str], limits: Limits, gap: float) -> Reply:
        """The reply, after as many tries as it takes and at the pace that the host asks for."""
        trouble = Trouble("failed", "")
        for tried in range(TRIES):
            try:
                reply = self._once(address, marks, limits, gap)
            except Trouble as found:
                if found.status != "later" or found.after is not None:
                    raise
                trouble = found
            else:
                if reply.status not in BUSY:
                    return reply
                trouble = trouble_of(reply.status, retry_after(reply.headers, self._clock()))
            wait = backoff(tried, random.random) if trouble.after is None else trouble.after
            if trouble.after is not None:
                self._pace.hold(address.place, wait)
            if wait > self._manners.patience:
                break
            if tried + 1 < TRIES:
                self._sleep(wait)
        raise trouble

    def _once(self, address: Address, marks: dict[str, str], limits: Limits, gap: float) -> Reply:
        ips = checked(address, self._allowed, self._resolve)
        self._pace.wait(address.place, max(gap, self._manners.gap), self._manners.patience)
        if self._trust is None:
            self._trust = trusting()
        headers = {"User-Agent": self._manners.agent, "Accept": "*/*", "Connection": "close", **marks}
        return get(address, ips, headers, limits, self._trust)


def _marks(asked: Asked) -> dict[str, str]:
    """The headers that ask for a page only if it changed; a mark that no header may hold is left out."""
    said = {"If-None-Match": asked.etag, "If-Modified-Since": asked.modified}
    return {name: value for name, value in said.items() if value and value.isprintable() and value.isascii()}


def _led(address: Address, reply: Reply) -> Address:
    """Where a redirect leads."""
    where = reply.headers.get("location", "")
    if not where:
        raise Trouble("failed", f"is answered with {reply.status} and leads nowhere")
    try:
        return address_of(where.encode("latin-1", "replace").decode("utf-8", "replace"), address)
    except Trouble as trouble:
        raise Trouble(trouble.status, f"leads to {where[:200]}, which {trouble.reason}") from None
