"""A site of our own on loopback, with the manners and the vices of real ones; it counts what is asked of it."""

import gzip
import hashlib
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

STARTED = 1_700_000_000
"""When every page says that it was last changed, unless a test says otherwise."""

LOOPBACK = ("127.0.0.0/8",)
"""What the settings must allow for this site to be asked."""

REPORT = """<html><head><title>Ministers meet in {city}</title></head><body><article><h1>Ministers meet in {city}</h1>
<p>{city}, {day} November 2024. The foreign ministers of the member states met in {city} on {day} November 2024 and adopted
a joint statement. The meeting was chaired by the foreign minister of Kazakhstan. The ministers agreed to meet again
in May 2025, and asked the secretariat to prepare a plan of joint action for the coming year.</p></article></body></html>"""
CITIES = ("Astana", "Minsk", "Dushanbe", "Bishkek", "Yerevan", "Tashkent", "Geneva", "Vienna")


class Site:
    """What the site holds and what was asked of it.

    `pages` maps a path to its body, and may be changed at any time: its tag follows. `modified` gives a path
    another time of change. `tags` and `dates` switch the two marks off. `counts` counts requests by path,
    `asked` has path and headers of each in order. `entries` are the paths that feed, sitemap and listing name.
    """

    def __init__(self) -> None:
        self.robots: str | None = "User-agent: *\nDisallow: /forbidden/\n"
        self.pages: dict[str, bytes] = {}
        self.modified: dict[str, int] = {}
        self.entries: list[str] = []
        self.tags, self.dates = True, True
        self.counts: Counter[str] = Counter()
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.routes: dict[str, Callable[[Any], None]] = dict(VICES)
        self.address = ""
        self.closing = threading.Event()
        for number, city in enumerate(CITIES, 1):
            self.add(f"/page/{number}", REPORT.format(city=city, day=number + 10))

    def add(self, path: str, body: str) -> str:
        """Puts a page on the site and into its feed, sitemap and listing; its address."""
        self.pages[path] = body.encode()
        self.entries.append(path)
        return self.at(path)

    def at(self, path: str) -> str:
        """The address of a path."""
        return self.address + path

    def changed(self, path: str) -> int:
        """When a page was last changed, in seconds since 1970."""
        return self.modified.get(path, STARTED)

    def made(self, path: str) -> tuple[bytes, str] | None:
        """Body and media type of what stands at a path."""
        if path in self.pages:
            return self.pages[path], "text/html; charset=utf-8"
        if path == "/robots.txt":
            return None if self.robots is None else (self.robots.encode(), "text/plain")
        makers = {"/feed.xml": self._feed, "/sitemap.xml": self._sitemap, "/listing": self._listing}
        return makers[path]() if path in makers else None

    def _feed(self) -> tuple[bytes, str]:
        items = "".join(
            f"<item><title>Report {path}</title><link>{self.at(path)}</link>"
            f"<pubDate>{formatdate(self.changed(path), usegmt=True)}</pubDate></item>"
            for path in self.entries
        )
        return (
            f'<rss version="2.0"><channel><title>Site</title>{items}</channel></rss>'.encode(),
            "application/rss+xml",
        )

    def _sitemap(self) -> tuple[bytes, str]:
        rows = "".join(
            f"<url><loc>{self.at(path)}</loc><lastmod>{time.strftime('%Y-%m-%d', time.gmtime(self.changed(path)))}"
            "</lastmod></url>"
            for path in self.entries
        )
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f'<urlset xmlns="{space}">{rows}</urlset>'.encode(), "application/xml"

    def _listing(self) -> tuple[bytes, str]:
        links = "".join(f'<li><a href="{path}">Report {path}</a></li>' for path in self.entries)
        menu = '<nav><a href="/about">About</a><a href="/contact">Contact</a></nav>'
        return f"<html><body>{menu}<ul>{links}</ul></body></html>".encode(), "text/html"


@contextmanager
def site() -> Iterator[Site]:
    """A running site; it is gone afterwards."""
    made = Site()

    class Handler(_Handler):
        of = made

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    made.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    of: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(self.path)
        if path not in self.of.pages:
            path = path.partition("?")[0]
        self.of.counts[path] += 1
        self.of.asked.append((path, dict(self.headers.items())))
        self.close_connection = True
        try:
            route = self.of.routes.get(path) or self.of.routes.get(path[: path.rfind("/") + 1])
            if route:
                route(self)
            else:
                self.page(path)
        except (ConnectionError, TimeoutError):
            pass  # whoever asked has had enough

    def page(self, path: str) -> None:
        """What stands at `path`, or that it is unchanged, or that there is nothing."""
        found = self.of.made(path)
        if found is None:
            self.reply(404)
            return
        body, kind = found
        marks = {}
        if self.of.tags:
            marks["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.of.dates:
            marks["Last-Modified"] = formatdate(self.of.changed(path), usegmt=True)
        given = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        same = given[0] == marks.get("ETag") if given[0] else given[1] == marks.get("Last-Modified")
        if any(given) and same:
            self.reply(304, marks)
        else:
            self.reply(200, marks | {"Content-Type": kind}, body)

    def reply(self, status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> None:
        """One answer with its true length."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def raw(self, head: str, body: bytes = b"") -> None:
        """Bytes as they are, whatever they are."""
        self.wfile.write(head.replace("\n", "\r\n").encode("latin-1") + body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


def _busy(handler: _Handler) -> None:
    """429 once with seconds to wait, then the page."""
    if handler.of.counts["/busy"] == 1:
        handler.reply(429, {"Retry-After": "7"})
    else:
        handler.page("/page/1")


def _busy_until(handler: _Handler) -> None:
    """429 once with a date to wait for, then the page."""
    if handler.of.counts["/busy-until"] == 1:
        handler.reply(429, {"Retry-After": formatdate(STARTED + 9, usegmt=True)})
    else:
        handler.page("/page/1")


def _shaky(handler: _Handler) -> None:
    """503 twice, then the page."""
    if handler.of.counts["/shaky"] <= 2:
        handler.reply(503)
    else:
        handler.page("/page/1")


def _drip(handler: _Handler) -> None:
    """A page that comes letter by letter and never ends."""
    handler.raw("HTTP/1.1 200 OK\nContent-Type: text/html\n\n")
    while not handler.of.closing.wait(0.05):
        handler.wfile.write(b"a")


def _drip_head(handler: _Handler) -> None:
    """A header that comes letter by letter and never ends."""
    handler.raw("HTTP/1.1 200 OK\nX-Slow: ")
    while not handler.of.closing.wait(0.05):
        handler.wfile.write(b"a")


def _endless(handler: _Handler) -> None:
    """A page without an end, as fast as it goes."""
    handler.raw("HTTP/1.1 200 OK\nContent-Type: text/html\n\n")
    while not handler.of.closing.is_set():
        handler.wfile.write(b"The ministers met. " * 4000)


def _endless_pieces(handler: _Handler) -> None:
    """The same in pieces that tell their length."""
    handler.raw("HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\n")
    while not handler.of.closing.is_set():
        handler.wfile.write(b"FFF0\r\n" + b"a" * 0xFFF0 + b"\r\n")


def _minus_one(handler: _Handler) -> None:
    """A piece of the length -1, which some libraries read to its end; it has none."""
    handler.raw("HTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\n-1\n")
    while not handler.of.closing.is_set():
        handler.wfile.write(b"The ministers met. " * 4000)


def _bomb(handler: _Handler) -> None:
    """A few kilobytes that unpack to fifty million."""
    handler.reply(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, _BOMB)


def _gzipped(handler: _Handler) -> None:
    body = gzip.compress(handler.of.pages["/page/1"])
    handler.reply(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, body)


def _chain(handler: _Handler) -> None:
    """`/chain/3` leads to `/chain/2` and so on, `/chain/0` to a page."""
    left = int(handler.path.rpartition("/")[2] or 0)
    handler.reply(302, {"Location": f"{left - 1}" if left else "/page/1"})


def _leads(where: str, status: int = 302) -> Callable[[_Handler], None]:
    return lambda handler: handler.reply(status, {"Location": where})


def _is(status: int) -> Callable[[_Handler], None]:
    return lambda handler: handler.reply(status)


def _says(head: str, body: bytes = b"") -> Callable[[_Handler], None]:
    return lambda handler: handler.raw(head, body)


_BOMB = gzip.compress(b" " * 50_000_000, 9)
_HTML = "HTTP/1.1 200 OK\nContent-Type: text/html\n"

VICES: dict[str, Callable[[Any], None]] = {
    "/busy": _busy,
    "/busy-until": _busy_until,
    "/busy-long": lambda h: h.reply(429, {"Retry-After": "5000"}),
    "/shaky": _shaky,
    "/down": _is(503),
    "/broken": _is(500),
    "/gone": _is(410),
    "/locked": _is(403),
    "/drip": _drip,
    "/drip-head": _drip_head,
    "/endless": _endless,
    "/endless-pieces": _endless_pieces,
    "/minus-one": _minus_one,
    "/bomb": _bomb,
    "/gzipped": _gzipped,
    "/brotli": _says(_HTML + "Content-Encoding: br\n\n", b"\x0b\x02\x80"),
    "/short": _says(_HTML + "Content-Length: 5000\n\n", b"<p>The ministers met"),
    "/short-pieces": _says(_HTML + "Transfer-Encoding: chunked\n\n", b"FF\r\n<p>The ministers met"),
    "/huge": _says(_HTML + "Content-Length: 99999999999\n\n", b"<p>"),
    "/cut": _says(""),
    "/nonsense": _says("220 mail.example.org ESMTP\n\n"),
    "/many-headers": _says("HTTP/1.1 200 OK\n" + "X-A: b\n" * 5000 + "\n"),
    "/chain/": _chain,
    "/loop": _leads("/loop"),
    "/loop-a": _leads("/loop-b"),
    "/loop-b": _leads("/loop-a"),
    "/moved": _leads("/page/1", 301),
    "/nowhere": _is(302),
    "/to-private": _leads("http://10.0.0.1/secret"),
    "/to-metadata": _leads("http://169.254.169.254/latest/meta-data/"),
    "/to-file": _leads("file:///etc/passwd"),
    "/to-forbidden": _leads("/forbidden/1"),
    "/cyrillic": lambda h: h.reply(
        200,
        {"Content-Type": "text/html; charset=windows-1251"},
        "<html><body><p>Министры встретились в Минске.</p></body></html>".encode("cp1251"),
    ),
}
