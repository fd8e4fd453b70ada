"""Sitemaps, with news or without, their indexes, and plain lists of addresses."""

from communique.source.listed.moments import in_utc, stated
from communique.source.listed.page import Contents, Gathered, Listed
from communique.source.listed.tags import Tag, tags

PLACES = frozenset({"url", "sitemap"})


def read_sitemap(body: bytes, base: str) -> Contents:
    """The pages of a sitemap and the sitemaps of an index: of its own host, as the protocol has it."""
    found = Gathered(base, same_host=True)
    for place in tags(body, PLACES):
        news = next((tag for tag in place.inner if tag.name == "news"), None)
        found.add(place.of("loc"), _said(place, news), more=place.name == "sitemap")
    return found.contents("sitemap")


def read_addresses(body: bytes, base: str) -> Contents:
    """The pages of a sitemap that is plain text, one address a line."""
    found = Gathered(base, same_host=True)
    for line in body.decode("utf-8-sig", "replace").splitlines():
        if line.strip():
            found.add(line.strip(), Listed(address=""))
    return found.contents("sitemap")


def _said(place: Tag, news: Tag | None) -> Listed:
    return Listed(
        address="",
        title=news.of("title") if news else "",
        published=stated(news.of("publication_date")) if news else "",
        modified=in_utc(place.of("lastmod")),
    )
