"""OpenDocument texts (.odt) to characters: a line a paragraph, a line a row of a table."""

from collections.abc import Iterator
from typing import Any

from communique.text.declared import Declared
from communique.text.found import Found, Refused
from communique.text.members import xml_of

NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE = (f"{{{NAMES}{name}:1.0}}" for name in ("text", "table", "office"))
UNREAD = frozenset(
    {f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}table-of-content"}
    | {f"{TEXT}sequence-decls", f"{OFFICE}forms"}
)
"""Struck words, footnotes, remarks of readers, lists of contents."""

SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}s": " "}
META = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "modified": "{http://purl.org/dc/elements/1.1/}date",
}


def read_opendocument(body: bytes) -> Found:
    """The text of an OpenDocument file and its properties; raises Refused where it is broken or no text."""
    tree = xml_of(body, "content.xml")
    text = tree.find(f"{OFFICE}body/{OFFICE}text") if tree is not None else None
    if text is None:
        raise Refused("is an OpenDocument file without a text: tables and slides are not read")
    lines = [line for line in _lines(text) if line.strip()]
    meta = xml_of(body, "meta.xml")
    said = {field: _words(meta, path) for field, path in META.items()} if meta is not None else {}
    return Found("\n".join(lines), Declared.of(said, "document property", loose=True))


def _lines(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield "".join(_signs(child)).strip()
        elif child.tag == f"{TABLE}table-row":
            yield "  ".join(filter(None, (" ".join(_lines(cell)) for cell in child)))
        elif child.tag not in UNREAD:
            yield from _lines(child)


def _signs(element: Any) -> Iterator[str]:
    """The characters of a paragraph in order; what stands behind a part left out is part of the paragraph."""
    yield element.text or ""
    for child in element:
        if child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in UNREAD and isinstance(child.tag, str):
            yield from _signs(child)
        yield child.tail or ""


def _words(tree: Any, name: str) -> str | None:
    found = tree.find(f".//{name}")
    return " ".join((found.text or "").split()) or None if found is not None else None
