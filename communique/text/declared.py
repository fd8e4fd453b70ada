"""What a page says of itself outside its sentences: front matter, meta tags, properties of a document."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Declared(NamedTuple):
    """Each None where the page is silent; `stop` is where the front matter ends in the characters.

    `where` tells for a field where it stood (`meta og:title`). A `loose` title is believed only where the
    text has it too: word processors keep the title of the document that somebody began with.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None
    author: str | None = None
    modified: str | None = None
    stop: int = 0
    loose: bool = False
    where: Mapping[str, str] = MappingProxyType({})

    @classmethod
    def of(cls, said: Mapping[str, str | None], where: str, loose: bool = False, stop: int = 0) -> "Declared":
        """What is `said` for each field, in one kind of place: `front matter`, `document property`."""
        return cls(
            title=said.get("title"),
            publisher=said.get("publisher"),
            published=said.get("published"),
            address=said.get("address"),
            language=said.get("language"),
            author=said.get("author"),
            modified=said.get("modified"),
            stop=stop,
            loose=loose,
            where={field: where for field, words in said.items() if words},
        )
