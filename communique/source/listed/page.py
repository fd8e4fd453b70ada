"""One page as a feed, sitemap or listing page names it, and all that one of them names."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import msgspec

MOST = 50_000
"""Pages that one list may name, as many as a sitemap may; what follows is passed over and counted."""

LONGEST = 2_000
"""Characters of an address."""

WORDS = 500
"""Characters of a title that are kept."""

PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_[ce]id|_openstat", re.I)
"""Parameters that only tell where a reader came from."""

TAG = re.compile(r"<[^<>]*>")


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A page that a list names; the rest is "" where the list does not say it.

    `published` has the offset that was stated (`2024-11-28T10:00:00+03:00`), `modified` is UTC, so that two can be
    compared.
    """

    address: str
    title: str = ""
    published: str = ""
    modified: str = ""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What one address turned out to be, and what it names: pages, and further lists (`more`, of a sitemap's index).

    `passed_over` counts links that are no web addresses (file:, javascript:, data:), lead to another host where they must
    not, or come after the 50,000th.
    """

    kind: str
    pages: tuple[Listed, ...] = ()
    more: tuple[Listed, ...] = ()
    passed_over: int = 0


class Gathered:
    """Contents in the making: sound addresses once each, the first that names a page speaks for it."""

    def __init__(self, base: str, same_host: bool = False) -> None:
        self._base, self._own = base, whole(base, base)
        self._host = _host(base) if same_host else None
        self._pages: dict[str, Listed] = {}
        self._more: dict[str, Listed] = {}
        self.passed_over = 0

    def add(self, link: str, said: Listed, base: str = "", more: bool = False) -> None:
        """Takes in one link with what is `said` of it; its address is made whole from the list's own, or from `base`."""
        address = whole(link, (whole(base, self._base) if base else None) or self._base)
        into = self._more if more else self._pages
        if (
            address is None
            or address == self._own
            or (self._host and _host(address) != self._host)
            or len(into) >= MOST
        ):
            self.passed_over += 1
        elif address not in into:
            title = plain(said.title)
            into[address] = msgspec.structs.replace(said, address=address, title=title)

    def contents(self, kind: str) -> Contents:
        """All that was taken in."""
        pages, more = tuple(self._pages.values()), tuple(self._more.values())
        return Contents(kind=kind, pages=pages, more=more, passed_over=self.passed_over)


def whole(link: str, base: str) -> str | None:
    """The address that a link leads to, in the one form under which it is known; None where it is no web address.

    >>> whole("/news/1?utm_source=rss#top", "https://Example.org:443/feed.xml")
    'https://example.org/news/1'
    """
    link = re.sub(r"[\t\r\n]", "", link).strip().replace(" ", "%20")
    if not link or len(link) > LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base, link))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not host or "@" in parts.netloc:
        return None
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in (None, PORTS[parts.scheme]) else f"{host}:{port}"
    found = urlunsplit((parts.scheme, netloc, parts.path or "/", _query(parts.query), ""))
    return found if len(found) <= LONGEST and found.isprintable() else None


def plain(words: str) -> str:
    """Words of a title without markup, on one line."""
    bare = TAG.sub(" ", unescape(words[: 10 * WORDS]))
    return " ".join("".join(c if c.isprintable() else " " for c in unescape(bare)).split())[:WORDS]


def _query(query: str) -> str:
    if not any(TRACKING.fullmatch(pair.partition("=")[0]) for pair in query.split("&")):
        return query
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not TRACKING.fullmatch(name)
    ]
    return urlencode(kept)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
