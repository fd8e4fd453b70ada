"""What a page says of itself outside its sentences: front matter, meta tags."""

from typing import NamedTuple


class Declared(NamedTuple):
    """Each None where the page is silent; `stop` is where the front matter ends in the characters."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None
    stop: int = 0
