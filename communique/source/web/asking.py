"""Asking an address: where it leads, whether it may be asked, until there is a page or a reason why there is none."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from communique.model.page import Page
from communique.source.placed import Placed
from communique.source.web.addresses import Address, address_of
from communique.source.web.manners import Manners
from communique.source.web.sending import Limits, Reply
from communique.source.web.sites import MOVED, Kept, Sites
from communique.source.web.trouble import BY_HAND, Trouble
from communique.source.web.trying import Trying, World, led
from communique.source.web.waiting import trouble_of

REDIRECTS = 10
LONGEST_MARK = 1000
"""Characters of a mark that is sent back: some servers take offence at what they gave out themselves."""


class Asked(msgspec.Struct, frozen=True):
    """What is known of an address from before: the marks of its last answer, and where that came from.

    The marks are sent to `final` alone (to `address` where there is none): a redirect that leads to another
    page by now must not be told that it is the old one.
    """

    address: str
    etag: str = ""
    modified: str = ""
    final: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an address: `new` with its page, `unchanged`, `gone`, `refused` (it may not be asked), `failed`
    (asking again would give the same) or `later`, with the seconds to wait in `after` where they are known.
    `final` is the address that gave the page, or the trouble that a redirect led to. `sent` is false for what was not
    asked at all: we may not, or not now.

    The page has the body as it came and the media type as it was served; `reports_of` makes reports of it.
    """

    address: str
    status: str
    final: str = ""
    page: Page | None = None
    etag: str = ""
    modified: str = ""
    reason: str = ""
    after: float | None = None
    sent: bool = True


class Web:
    """The web as a polite guest sees it. It remembers pace and robots.txt of each host, and may be asked
    by several threads at once.

    Raises ValueError for manners that name no network or host.
    """

    def __init__(self, manners: Manners | None = None, world: World | None = None) -> None:
        manners, world = manners or Manners(), world or World()
        self._clock = world.clock
        self._limits = Limits(manners.size_limit, manners.seconds)
        self._trying = Trying(manners, world)
        self._sites = Sites(
            lambda address, limits: self._trying.reply(address, {}, limits), manners.seconds, world.clock
        )

    def ask(self, asked: Asked) -> Answer:
        """Asks an address, following where it leads; never raises for what others do.

        >>> Web().ask(Asked("ftp://example.org/")).status
        'refused'
        """
        try:
            return self._follow(asked)
        except Trouble as trouble:
            said = f"{trouble.reason}; {trouble.advice}" if trouble.advice else trouble.reason
            reason = "".join(c if c.isprintable() else "·" for c in said)
            return Answer(
                address=asked.address,
                status=trouble.status,
                final=trouble.final,
                reason=reason,
                after=trouble.after,
                sent=trouble.sent,
            )

    def due_in(self, address: str) -> float:
        """Seconds until the host of `address` may be asked again; 0 for now, and for what is no address."""
        try:
            return self._trying.pace.due_in(address_of(address).place)
        except Trouble:
            return 0.0

    def kept(self) -> tuple[Kept, ...]:
        """Each site's robots.txt, to be handed to `remember` another time."""
        return self._sites.kept()

    def remember(self, kept: Iterable[Kept]) -> None:
        """Takes in what `kept` gave: a robots.txt that is younger than a day is not asked for again."""
        self._sites.remember(kept)

    def _follow(self, asked: Asked) -> Answer:
        address = address_of(asked.address)
        known = address_of(asked.final) if asked.final else address
        seen = {address}
        while True:
            reply = self._hop(address, _marks(asked) if address == known else {}, first=len(seen) == 1)
            if reply.status not in MOVED:
                return self._answer(asked, address, reply)
            address = led(address, reply)
            if address in seen:
                raise Trouble("failed", "leads in a circle of redirects").once_sent()
            if len(seen) > REDIRECTS:
                raise Trouble(
                    "failed", f"leads through more than {REDIRECTS} redirects: {BY_HAND}"
                ).once_sent()
            seen.add(address)

    def _hop(self, address: Address, marks: dict[str, str], first: bool) -> Reply:
        """The reply of one address, if it may be asked; where a redirect led to it, trouble says so."""
        try:
            gap = self._sites.gap(address)
            reply = self._trying.reply(address, marks, self._limits, gap)
            if reply.status in (200, 203, *MOVED) or (reply.status == 304 and marks):
                return reply
            raise trouble_of(reply.status)
        except Trouble as trouble:
            if first:
                raise
            said = f"leads to {str(address)[:200]}, which {trouble.reason}"
            raise Trouble(trouble.status, said, trouble.after, final=str(address)).once_sent() from None

    def _answer(self, asked: Asked, address: Address, reply: Reply) -> Answer:
        etag, modified = reply.headers.get("etag", ""), reply.headers.get("last-modified", "")
        final = str(address)
        if reply.status == 304:
            etag, modified = etag or asked.etag, modified or asked.modified
            return Answer(
                address=asked.address, status="unchanged", final=final, etag=etag, modified=modified
            )
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


def _marks(asked: Asked) -> dict[str, str]:
    """The headers that ask for a page only if it changed; a mark that no header may hold is left out."""
    said = {"If-None-Match": asked.etag, "If-Modified-Since": asked.modified}
    sound = {name: v for name, v in said.items() if v.isprintable() and v.isascii()}
    return {name: v for name, v in sound.items() if 0 < len(v) <= LONGEST_MARK}
