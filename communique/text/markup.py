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

from communique.text.declared import Declared

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
}
"""Names of meta tags, the surest first."""

LINKED = {"title": "headline", "published": "datePublished"}
"""What the linked data of news pages calls the same."""

SPACE = re.compile(r"[ \t\xa0]+")


def read_markup(source: str) -> tuple[str, Declared]:
    """The report's characters, its headline first, and what the head declares; "" for no report."""
    tree = _tree(source)
    if tree is None:
        return "", Declared()
    declared = _declared(tree)
    found = trafilatura.extract(source, fast=True, include_comments=False, include_tables=True)
    characters = _tidy(found or "")
    if characters and declared.title and declared.title not in characters[: len(declared.title) + 400]:
        characters = f"{declared.title}\n\n{characters}"
    return characters, declared


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
    meta = dict(_meta(tree))
    linked = _linked(tree)
    said = {field: next((meta[n] for n in names if n in meta), None) for field, names in META.items()}
    for field, name in LINKED.items():
        value = linked.get(name)
        said[field] = said[field] or (value.strip() if isinstance(value, str) else None)
    publisher = linked.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        said["publisher"] = said["publisher"] or publisher["name"].strip()
    return Declared(
        title=_words(said["title"] or _only(tree, "//h1") or _only(tree, "//head/title")),
        publisher=_words(said["publisher"]),
        published=said["published"] or _attribute(tree, "//time[@pubdate]/@datetime"),
        address=_attribute(tree, "//link[@rel='canonical']/@href") or said["address"],
        language=(_attribute(tree, "/html/@lang") or "").split("-")[0].casefold() or None,
    )


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
