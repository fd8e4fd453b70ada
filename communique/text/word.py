"""Word documents (.docx) to characters: a line a paragraph, a line a row of a table."""

from collections.abc import Iterator
from typing import Any

from communique.text.declared import Declared
from communique.text.found import Found, Refused
from communique.text.members import xml_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNREAD = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "txbxContent", "rPr", "pPr")
)
"""Struck words, moved ones at their old place, fields' recipes, boxes beside the text."""

SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "modified": "{http://purl.org/dc/terms/}modified",
}
"""The names of the properties that a document has."""


def read_word(body: bytes) -> Found:
    """The text of a Word document and its properties; raises Refused where it is broken or empty."""
    tree = xml_of(body, "word/document.xml")
    if tree is None:
        raise Refused("is no sound Word document: it has no text part")
    lines = [line for line in _lines(tree.find(f"{W}body")) if line.strip()]
    core = xml_of(body, "docProps/core.xml")
    said = {field: _words(core, path) for field, path in CORE.items()} if core is not None else {}
    return Found("\n".join(lines), Declared.of(said, "document property", loose=True))


def _lines(element: Any) -> Iterator[str]:
    for child in element if element is not None else ():
        if child.tag == f"{W}p":
            yield "".join(_signs(child)).strip()
        elif child.tag == f"{W}tr":
            yield "  ".join(filter(None, (" ".join(_lines(cell)) for cell in child.iterfind(f"{W}tc"))))
        elif child.tag not in UNREAD:
            yield from _lines(child)


def _signs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in UNREAD:
            yield from _signs(child)


def _words(tree: Any, path: str) -> str | None:
    found = tree.find(path)
    return " ".join((found.text or "").split()) or None if found is not None else None
