"""Texts: the clean characters of a page, which is what people call the report."""

import hashlib

import msgspec

from communique.model.span import Span


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """Clean characters with what is known of the report around them.

    `furniture` are the parts that are not report (menus, link lists): kept, never read.
    `published` is an ISO date (`2018-11-21`), with `published_span` where the text itself says it.
    """

    name: str
    characters: str
    page: str = ""
    address: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_span: Span | None = None
    title_span: Span | None = None
    language: str | None = None
    retrieved: str | None = None
    furniture: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """Sixteen hex digits over what the report says and who published it: the same report
        under another file name has the same id."""
        parts = (self.characters, self.address, self.publisher, self.published)
        return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]

    @property
    def report(self) -> str:
        """What is read: the characters without furniture, for whoever needs no places."""
        starts = (0, *(span.stop for span in self.furniture))
        stops = (*(span.start for span in self.furniture), len(self.characters))
        return "".join(self.characters[a:b] for a, b in zip(starts, stops, strict=True))

    def line_of(self, place: int) -> int:
        """The number (from 1) of the line in which the character at `place` stands."""
        return self.characters.count("\n", 0, place) + 1
