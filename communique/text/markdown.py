"""Markdown is kept as it is written; its front matter says what the report is."""

import re

from communique.text.declared import Declared

FRONT = re.compile(r"---[ \t]*\r?\n(.{0,20000}?\r?\n)?---[ \t]*(?:\r?\n|$)", re.S)
ENTRY = re.compile(r"^([A-Za-z_-]{1,40})[ \t]*:[ \t]*(\S[^\r\n]*?)[ \t]*\r?$", re.M)
MEANS = {
    "title": "title",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "published": "published",
    "date": "published",
    "address": "address",
    "url": "address",
    "link": "address",
    "language": "language",
    "lang": "language",
    "author": "author",
    "by": "author",
    "modified": "modified",
    "updated": "modified",
}


def front_matter(characters: str) -> Declared:
    """What the lines between two `---` at the very beginning declare; only `name: value` is understood.

    >>> front_matter("---\\ntitle: Ministers meet\\n---\\nIn Minsk.").title
    'Ministers meet'
    """
    block = FRONT.match(characters)
    if not block:
        return Declared()
    found: dict[str, str] = {}
    for name, value in ENTRY.findall(block[1] or ""):
        field = MEANS.get(name.casefold())
        words = _bare(value)
        if field and words:
            found.setdefault(field, words)
    return Declared.of(found, "front matter", stop=block.end()) if found else Declared()


def _bare(value: str) -> str:
    """A value without the quotation marks around it."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value.strip()
