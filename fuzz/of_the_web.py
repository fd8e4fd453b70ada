"""Targets for what comes from the web: lists of pages, robots.txt, whole answers of a server, and the gate.

Each takes bytes and raises where something is neither read nor refused in one line. `SEEDS` are what each begins with.
"""

import io
import json
import ssl
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "source" / "listed"))

import test_listed
from made_files import record, warc

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.contents import pages_in
from communique.source.gate import look
from communique.source.listed import KINDS, listed_in, watched_in
from communique.source.listed.page import whole
from communique.source.opened import InputError, opened
from communique.source.web import Answer, Asked, Web, reports_of, sending
from communique.source.web.manners import Manners
from communique.source.web.robots import DAY, robots_of
from communique.source.web.trying import World

LIMIT = 200_000
BASE = "https://a.example/feeds/news.xml"
HTML = b"<html><title>x</title><p>The ministers met in Minsk and signed a memorandum."
TRUST = ssl.create_default_context()


def _list(kind: str) -> Callable[[bytes], None]:
    def target(body: bytes) -> None:
        try:
            found = listed_in(body, BASE, kind=kind, told=len(body) % 2 == 1, limit=LIMIT)
        except InputError as error:
            assert "\n" not in str(error)
            return
        assert found.kind in KINDS
        for one in (*found.pages, *found.more):
            assert whole(one.address, BASE) == one.address, one.address
            assert one.title.isprintable()

    return target


def watched(body: bytes) -> None:
    """A file of what is to be watched."""
    for one in watched_in(body.decode("utf-8", "replace"), "watched.txt"):
        if isinstance(one, BadInput):
            assert str(one).isprintable() or "\n" not in str(one)
        else:
            assert whole(one.address, "") == one.address, one.address


def robots(body: bytes) -> None:
    """A robots.txt, and a path that stands in it."""
    found = robots_of(body)
    assert 0 <= found.gap <= DAY
    assert found.permits("/robots.txt")
    found.permits("/" + body[:200].decode("latin-1").replace("\n", ""))


def gate(body: bytes) -> None:
    """A first look, which must not depend on what stands far from what it saw."""
    seen = look(body)
    if seen.worth:
        assert len(seen.words) > 1
        assert look(b"." * 5_000 + body).worth or body[:2] in (b"\xff\xfe", b"\xfe\xff")


class _Wire:
    """A connection on which the answer stands already."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def __enter__(self) -> "_Wire":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def bound(self, until: float, size: int) -> None:
        """Nothing is endless here."""

    def sendall(self, data: object) -> None:
        """Nobody listens."""

    def close(self) -> None:
        """Nothing is open."""

    def makefile(self, *_: object) -> io.BytesIO:
        """The answer, from its beginning."""
        return io.BytesIO(self._body)


def reply(body: bytes) -> None:
    """What a server says, to robots.txt and to every request."""
    world = World(lambda: 0.0, lambda _: None, lambda *_: ["8.8.8.8"], TRUST)
    web = Web(Manners(gap=0, patience=0, size_limit=LIMIT), world)
    with mock.patch.object(sending, "_connected", return_value=_Wire(body)):
        answer: Answer = web.ask(Asked("http://a.example/page"))
    assert answer.status in ("new", "unchanged", "gone", "refused", "failed", "later"), answer.status
    assert (answer.page is None) is bool(answer.reason)
    assert answer.reason.isprintable()
    for found in reports_of(answer, LIMIT):
        assert isinstance(found, Page) or "\n" not in str(found)


def answer(body: bytes) -> None:
    """An answer as a crawl stored it, in a record of the right length."""
    stored = record(b"", head="x").partition(b"Content-Length")[0] + b"Content-Length: %d\r\n\r\n" % len(body)
    name = "a.warc"
    for found in pages_in(opened(name, name, io.BytesIO(stored + body + b"\r\n\r\n"), LIMIT)):
        assert isinstance(found, Page) or "\n" not in str(found)


JSON = json.dumps(
    {"items": [{"url": "/1", "title": "A", "date_published": "2024-11-28T10:00:00+03:00"}]}
).encode()
SEEDS: dict[str, tuple[bytes, ...]] = {
    "feed": (test_listed.RSS.encode(), test_listed.ATOM.encode(), JSON),
    "sitemap": (test_listed.SITEMAP.encode(), b"https://a.example/1\nhttps://a.example/2\n"),
    "listing": (test_listed.listing().encode(),),
    "list": (test_listed.RSS.encode(), JSON, test_listed.SITEMAP.encode(), test_listed.listing().encode()),
    "watched": (
        b"https://a.org/news?page={1-5} listing /news/* since=2024-11-28 # x\n\xef\xbb\xbfhttp://b.org all\n",
    ),
    "robots": (b"User-agent: *\nDisallow: /print/*$\nCrawl-delay: 2\nUser-agent: Communique\nAllow: /\n",),
    "gate": (
        HTML,
        HTML.decode().encode("utf-16"),
        "министры встретились, подписали".encode("cp1251"),
        b"&#1089;" * 40,
    ),
    "reply": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: x\r\nContent-Length: %d\r\n\r\n%s"
        % (len(HTML), HTML),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>Minsk\r\n0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: //b.example/\r\n\r\n",
        b"HTTP/1.1 429 No\r\nRetry-After: 9\r\n\r\n",
    ),
    "answer": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>Minsk\r\n0\r\n\r\n",
        warc(record(HTML)),
    ),
}
TARGETS: dict[str, Callable[[bytes], None]] = {
    "feed": _list("feed"),
    "sitemap": _list("sitemap"),
    "listing": _list("listing"),
    "list": _list(""),
    "watched": watched,
    "robots": robots,
    "gate": gate,
    "reply": reply,
    "answer": answer,
}
