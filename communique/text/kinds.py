"""Which reader takes a page: by what its bytes are, told by the media type."""

import re
from collections.abc import Callable
from importlib import import_module

from communique.model.page import Page
from communique.text.apart import read_apart
from communique.text.found import Found, Refused
from communique.text.markdown import front_matter

CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.I)

DOCUMENTS = {
    "application/pdf": ("pdf", "read_pdf"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("word", "read_word"),
    "application/vnd.oasis.opendocument.text": ("opendocument", "read_opendocument"),
    "application/rtf": ("rtf", "read_rtf"),
    "message/rfc822": ("message", "read_message"),
}
"""Readers of bytes, each read apart: programs in C fed with streams that may unpack to a thousand times their size, and
messages and rich text, whose parsers' work a megabyte may stretch to minutes."""


def read_kind(page: Page) -> Found:
    """The characters of a page of any kind, and what it declares; raises Refused with the reason."""
    kind, _ = _media(page.media_type)
    if kind in DOCUMENTS:
        return read_apart(kind, page.body)
    characters = decoded(page)
    if kind == "text/html":
        from communique.text.markup import read_markup  # the extractor is slow to load, and seldom needed

        return read_markup(characters)
    return Found(characters, front_matter(characters)) if kind == "text/markdown" else Found(characters)


def reader_of(kind: str) -> Callable[[bytes], Found]:
    """The reader of one kind of document, as a function of its bytes."""
    room, name = DOCUMENTS[kind]
    read: Callable[[bytes], Found] = getattr(import_module(f"communique.text.{room}"), name)
    return read


def _media(media_type: str) -> tuple[str, str]:
    kind, _, rest = media_type.partition(";")
    charset = CHARSET.search(rest)
    return kind.strip().casefold(), charset[1] if charset else "utf-8-sig"


def decoded(page: Page) -> str:
    """The characters that a page's bytes stand for; raises Refused where they stand for none."""
    _, charset = _media(page.media_type)
    try:
        return page.body.decode(charset)
    except (LookupError, UnicodeError) as error:
        raise Refused(f"is not {charset}: {error}") from None
