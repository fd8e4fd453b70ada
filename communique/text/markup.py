"""HTML to characters and to what its head declares; nothing in it is run, fetched or followed."""

import json
import logging
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import trafilatura
from lxml import html as markup  # type: ignore[import-untyped]
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from communique.text.blocks import blocks_of, prose
from communique.text.declared import Declared
from communique.text.found import Found
from communique.text.tags import bare, is_heavy, untagged

# the extractor's remarks about single pages are not for the terminal: an empty result says enough
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "publisher": ("og:site_name", "dc.publisher", "article:publisher_name", "publisher"),
    "published": (
        "article:published_time",
        "datepublished",
        "og:published_time",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "pubdate",
        "publishdate",
        "date",
    ),
    "address": ("og:url",),
    "author": ("author", "article:author", "dc.creator", "byl", "parsely-author"),
    "modified": (
        "article:modified_time",
        "datemodified",
        "og:updated_time",
        "dcterms.modified",
        "last-modified",
    ),
}
"""Names of meta tags, the surest first."""

LINKED = {"title": "headline", "published": "datePublished", "modified": "dateModified"}
"""What the linked data of news pages calls the same."""

SPACE = re.compile(r"[ \t\xa0]+")
LITTLE = 200
"""Characters; where the extractor finds fewer, all sentences of the page are its second opinion."""

MUCH = 3
"""So many times as much must the second opinion find to be believed."""

TAGS = 40_000
"""Tags of one page beyond which the extractor takes minutes; pages of news have two thousand."""


def read_markup(source: str) -> Found:
    """The report's characters, its headline first, and what the head declares; "" for no report."""
    source = bare(source)
    if is_heavy(source):
        return Found(untagged(source))
    tree = _tree(source)
    if tree is None:
        return Found("")
    declared = _declared(tree)
    characters = _tidy(_report(source, tree))
    if characters and declared.title and declared.title not in characters[: len(declared.title) + 400]:
        characters = f"{declared.title}\n\n{characters}"
    return Found(characters, declared)


def left_out(source: str, characters: str) -> list[str]:
    """The lines of a page, as people see it, that are not among its report's `characters`."""
    source = bare(source)
    tree = None if is_heavy(source) else _tree(source)
    kept = " ".join(characters.split())
    return [block.words for block in blocks_of(tree) if block.words not in kept] if tree is not None else []


def _report(source: str, tree: Any) -> str:
    """The extractor's choice, or where it finds too little, everything that reads as sentences."""
    found = ""
    if source.count("<") <= TAGS:
        chosen = trafilatura.extract(
            source, fast=True, favor_recall=True, include_comments=False, include_tables=True
        )
        found = chosen or ""
    if len(found) >= LITTLE:
        return found
    other = prose(tree)
    return other if len(other) > MUCH * len(found) else found


def _tree(source: str) -> Any:
    try:
        # as bytes: a page may open with an XML declaration, which lxml refuses in characters
        parser = markup.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        return markup.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None


def _tidy(characters: str) -> str:
    """One form of line end and single spaces: markup has no layout of its own to keep."""
    lines = (SPACE.sub(" ", line).strip() for line in characters.splitlines())
    return "\n".join(line for line in lines if line)


def _declared(tree: Any) -> Declared:
    """What the head and the headings say, each with where it stood; the surest place goes first."""
    found: dict[str, tuple[str, str]] = {}
    for field, words, where in _sayings(tree):
        if words and field not in found:
            found[field] = words, where
    said = {field: words for field, (words, _) in found.items()}
    language = (_attribute(tree, "/html/@lang") or "").split("-")[0].casefold() or None
    return Declared.of(said | {"language": language}, "")._replace(
        where={field: where for field, (_, where) in found.items()}
        | ({"language": "html lang"} if language else {})
    )


def _sayings(tree: Any) -> Iterator[tuple[str, str | None, str]]:
    """Field, words and place of all that a page says of itself."""
    yield "address", _attribute(tree, "//link[@rel='canonical']/@href"), "link canonical"
    meta = dict(_meta(tree))
    for field, names in META.items():
        for name in names:
            words = meta.get(name)
            if not (field == "author" and words and "://" in words):
                yield field, words if field == "published" else _words(words), f"meta {name}"
    linked = _linked(tree)
    for field, name in LINKED.items():
        value = linked.get(name)
        yield field, _words(value) if isinstance(value, str) else None, f"JSON-LD {name}"
    for field in ("publisher", "author"):
        yield field, _words(_named(linked.get(field))), f"JSON-LD {field}"
    yield "title", _words(_only(tree, "//h1")), "heading h1"
    yield "title", _words(_only(tree, "//head/title")), "head title"
    yield "published", _attribute(tree, "//time[@pubdate]/@datetime"), "time pubdate"


def _named(value: Any) -> str | None:
    """The name of a person or publisher in linked data: of the first, where there are several."""
    one = value[0] if isinstance(value, list) and value else value
    name = one.get("name") if isinstance(one, dict) else one
    return name if isinstance(name, str) and "://" not in name else None


def _meta(tree: Any) -> Iterator[tuple[str, str]]:
    """Meta tags by lower-case name; of two with one name the first counts."""
    seen = set()
    for tag in tree.iterfind(".//meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").casefold()
        content = (tag.get("content") or "").strip()
        if name and content and name not in seen:
            seen.add(name)
            yield name, content


def _linked(tree: Any) -> dict[str, Any]:
    """The first JSON-LD object that is dated; broken ones are passed over."""
    for tag in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(tag.text or "")
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", data) if isinstance(data, dict) else data
        for one in graph if isinstance(graph, list) else [graph]:
            if isinstance(one, dict) and "datePublished" in one:
                return one
    return {}


def _only(tree: Any, path: str) -> str | None:
    """The words of the one element at `path`; of several none can be told to be meant."""
    found = tree.xpath(path)
    return found[0].text_content().strip() or None if len(found) == 1 else None


def _attribute(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip() or None if found else None


def _words(value: str | None) -> str | None:
    return " ".join(unescape(value).split()) or None if value else None
