"""RSS 0.9x, 1.0 and 2.0, Atom and JSON feeds to the pages that they name."""

from typing import Any

import msgspec

from communique.source.listed.moments import in_utc, stated
from communique.source.listed.page import Contents, Gathered, Listed
from communique.source.listed.tags import ABOUT, Tag, tags
from communique.source.opened import InputError

ITEMS = frozenset({"item", "entry"})
ATOM = frozenset({"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"})
DUBLIN = frozenset({"http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"})
PLAIN = frozenset(
    {
        "",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
        "http://backend.userland.com/RSS2",
    }
)
"""Where RSS keeps its own words; it is older than its namespaces."""

PUBLISHED = ("pubDate", "published", "issued", "date", "created")
MODIFIED = ("updated", "modified")


def read_feed(body: bytes, base: str) -> Contents:
    """The pages of an RSS or Atom feed, broken ones as far as they go."""
    found = Gathered(base)
    for item in tags(body, ITEMS):
        link, from_ = _link(item)
        said = Listed(
            address="",
            title=_first(item, ("title",)),
            published=stated(_first(item, PUBLISHED)),
            modified=in_utc(_first(item, MODIFIED)),
        )
        found.add(link, said, from_)
    return found.contents("feed")


def read_json_feed(body: bytes, base: str) -> Contents:
    """The pages of a JSON feed; raises InputError where it is none."""
    try:
        said = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"is no sound JSON feed ({error})") from None
    items = said.get("items") if isinstance(said, dict) else None
    if not isinstance(items, list):
        raise InputError("is JSON, but no feed: it has no `items`")
    found = Gathered(base)
    for item in items:
        if isinstance(item, dict):
            found.add(_word(item, "url") or _word(item, "external_url"), _of_json(item))
    return found.contents("feed")


def _of_json(item: dict[str, Any]) -> Listed:
    return Listed(
        address="",
        title=_word(item, "title"),
        published=stated(_word(item, "date_published")),
        modified=in_utc(_word(item, "date_modified")),
    )


def _word(item: dict[str, Any], field: str) -> str:
    value = item.get(field)
    return value if isinstance(value, str) else ""


def _link(item: Tag) -> tuple[str, str]:
    """Where an item leads, and from where it is to be understood."""
    links = [tag for tag in item.inner if tag.name == "link" and tag.space in PLAIN | ATOM]
    for tag in item.inner:
        if tag.name == "origLink":  # a feed that counts its readers leads through its counter
            return tag.words, ""
    for tag in links:
        if tag.space not in ATOM and tag.words:
            return tag.words, tag.base
    for tag in links:
        if tag.has("rel", "alternate") in ("alternate", "") and tag.has("href"):
            return tag.has("href"), tag.base
    for tag in item.inner:
        if tag.name == "guid" and tag.has("isPermaLink", "true").casefold() != "false":
            return tag.words, ""
    return item.has(ABOUT), ""


def _first(item: Tag, names: tuple[str, ...]) -> str:
    """The words of the first of these that the item has, in the feed's own words or the Dublin Core's."""
    spaces = PLAIN | ATOM | DUBLIN
    said = {tag.name: tag.words for tag in reversed(item.inner) if tag.space in spaces and tag.words}
    return next((said[name] for name in names if name in said), "")
