"""What an address gave to the reports in it: by the same path as a file."""

import io
import re
from collections.abc import Iterator
from posixpath import basename
from urllib.parse import unquote, urlsplit

import msgspec

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.charset import charset_said
from communique.source.contents import pages_in
from communique.source.opened import opened
from communique.source.web.asking import Answer

MARKUP = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.I)
LIST = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<[!?][^>]*>\s*)*<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.I
)
"""Feeds and sitemaps, which name pages and are none."""


def reports_of(answer: Answer, size_limit: int, gated: bool = False) -> Iterator[Page | BadInput]:
    """The reports in an answer: one page, or those of the archive, table or crawl (`gated` or not) that the address holds."""
    page = answer.page
    if page is None:
        if answer.status != "unchanged":
            yield BadInput(answer.address, answer.reason)
        return
    if LIST.match(page.body[:4096].removeprefix(b"\xef\xbb\xbf")):
        yield BadInput(answer.address, "is a feed or sitemap, not a report: `communique watch` follows it")
        return
    name = unquote(basename(urlsplit(answer.final).path))
    if MARKUP.match(page.media_type) and b"<" in page.body:
        name = f"{name}.html"  # the server's word counts where the characters could be either
    of = opened(answer.address, name, io.BytesIO(page.body), size_limit)
    of = of._replace(charset=charset_said(page.media_type), gated=gated)
    for found in pages_in(of):
        yield found if isinstance(found, BadInput) else _addressed(found, answer, page)


def _addressed(found: Page, answer: Answer, page: Page) -> Page:
    """A report with where and when it came from; one among several keeps its own name, and is at no address."""
    when = found.retrieved or page.retrieved
    if getattr(found, "place", "") != answer.address:
        return msgspec.structs.replace(found, retrieved=when)
    return msgspec.structs.replace(found, name=answer.final, address=answer.final, retrieved=when)
