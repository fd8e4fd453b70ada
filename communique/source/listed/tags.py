"""XML of feeds and sitemaps, tag by tag: entities stay what they are, nothing outside is looked at."""

import io
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

ALL = 2_000_000
"""Tags that are looked at in one document: twenty for each page of the largest sitemap, and more."""

DEPTH = 2
"""How far inside a tag is looked: an item has its link, a place its news, which have their title."""

WORDS = 20_000
"""Characters of one tag that are kept."""

INNER = 200
"""Tags inside one that are looked at."""

ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
ASKED = ("href", "rel", "isPermaLink", ABOUT)
"""Attributes that are looked at: to walk through all of them costs the square of their number."""


class Tag(NamedTuple):
    """A tag with its words and the tags right inside it; `base` is the address that its links start from, if it says so."""

    name: str
    space: str
    words: str
    said: dict[str, str]
    base: str
    inner: tuple["Tag", ...] = ()

    def has(self, name: str, otherwise: str = "") -> str:
        """What an attribute says."""
        return self.said.get(name, otherwise)

    def of(self, *names: str) -> str:
        """The words of the first tag inside it with one of these names."""
        return next((tag.words for tag in self.inner if tag.name in names), "")


def root_of(body: bytes) -> str:
    """The name of the outermost tag, without its namespace; "" where there is none."""
    for _, tag in _walked(body, "start"):
        return _name(tag)[1]
    return ""


def tags(body: bytes, names: frozenset[str]) -> Iterator[Tag]:
    """The tags with these names in the order of the document, as far as it is sound; all that was passed is forgotten."""
    for number, (_, tag) in enumerate(_walked(body, "end")):
        if number >= ALL:
            return
        if _name(tag)[1] in names:
            yield _told(tag, DEPTH)
        elif any(_name(above)[1] in names for above in tag.iterancestors()):
            continue
        tag.clear()
        above = tag.getparent()
        while above is not None and above[0] is not tag:
            del above[0]


def _walked(body: bytes, event: str) -> Iterator[tuple[str, Any]]:
    """The document's events; one that breaks off ends there."""
    found = etree.iterparse(
        io.BytesIO(body.lstrip()),
        events=(event,),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        yield from found
    except etree.XMLSyntaxError:
        return


def _told(tag: Any, depth: int) -> Tag:
    """A tag and what is right inside it, and inside that; its words where it is small enough to have any."""
    space, name = _name(tag)
    inside = [one for one in tag[:INNER] if isinstance(one.tag, str)] if depth else []
    return Tag(
        name=name,
        space=space,
        words="" if depth == DEPTH else unescape("".join(_pieces(tag))).strip(),
        said={asked: str(value) for asked in ASKED if (value := tag.get(asked)) is not None},
        base=tag.base or "",
        inner=tuple(_told(one, depth - 1) for one in inside),
    )


def _name(tag: Any) -> tuple[str, str]:
    """Namespace and name of a tag; a broken document has names that are none."""
    space, _, name = str(tag.tag).rpartition("}")
    return space.removeprefix("{"), name


def _pieces(tag: Any) -> Iterator[str]:
    """The characters inside a tag, as many as are kept."""
    left = WORDS
    for piece in tag.itertext():
        yield piece[:left]
        left -= len(piece)
        if left <= 0:
            return
