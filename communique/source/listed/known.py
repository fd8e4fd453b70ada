"""What a watched address turned out to be, told from its bytes: feed, sitemap, listing page, or one page."""

import io
import re

from communique.source.charset import charset_of, charset_said, media_type_of
from communique.source.kinds import kind_of
from communique.source.listed.feeds import read_feed, read_json_feed
from communique.source.listed.listings import feeds_of, read_listing
from communique.source.listed.page import Contents
from communique.source.listed.sitemaps import read_addresses, read_sitemap
from communique.source.listed.tags import root_of
from communique.source.opened import InputError, opened
from communique.source.unpacked import Unpacked

KINDS = ("feed", "sitemap", "listing", "page")
"""What can be watched."""

HEAD = 4096
FEEDS, SITEMAPS = frozenset({"rss", "feed", "RDF", "channel"}), frozenset({"urlset", "sitemapindex"})
MARKUP = frozenset({"text/html", "text/markdown", "message/rfc822"})
ADDRESS = re.compile(rb"\s*(?:\xef\xbb\xbf)?https?://\S+\s*(?:[\r\n]|$)")


def listed_in(
    body: bytes, base: str, *, kind: str = "", told: bool = False, served: str = "", limit: int
) -> Contents:
    """The pages that the answer of the address `base` names; raises InputError where it is no list, with the reason.

    `kind` is what it should be, "" where its bytes are to tell; `told` says that a pattern is given; `served` is the
    media type that it came with. What is packed with gzip may have `limit` bytes unpacked.
    """
    if body.startswith(b"\x1f\x8b"):
        body = opened(base, "", Unpacked(io.BytesIO(body), "gzip"), limit).body()
    body = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not body:
        raise InputError("is empty")
    if body.startswith((b"{", b"[")) and kind in ("", "feed"):
        return read_json_feed(body, base)
    root = root_of(body) if body.startswith(b"<") else ""
    if root in FEEDS or root in SITEMAPS:
        found = read_feed(body, base) if root in FEEDS else read_sitemap(body, base)
        return _of_kind(found, kind)
    if ADDRESS.match(body) and kind in ("", "sitemap"):
        return read_addresses(body, base)
    return _of_markup(body, base, kind, told, served)


def _of_markup(body: bytes, base: str, kind: str, told: bool, served: str) -> Contents:
    if kind_of(body[:HEAD], "") not in MARKUP and not served.startswith("text/html"):
        raise InputError(f"is no {kind or 'feed, sitemap or listing page'}")
    known = media_type_of(body, "text/html", charset_said(served))
    characters = body.decode(known.partition("charset=")[2] or charset_of(body, markup=True))
    found = read_listing(characters, base, told)
    if kind in ("", "listing") and (found.pages or kind):
        return found
    named = feeds_of(characters, base)
    if kind:
        raise InputError(f"is a page, no {kind}" + (f": watch its feed, {named[0]}" if named else ""))
    better = f"watch its feed, {named[0]}" if named else "watch it as `page`, or as `listing` with a pattern"
    raise InputError(f"is a page, no list of pages: {better}")


def _of_kind(found: Contents, kind: str) -> Contents:
    if kind in ("", found.kind) or (kind == "listing" and found.pages):
        return found
    raise InputError(f"is a {found.kind}, no {kind}: write `{found.kind}` behind its address")
