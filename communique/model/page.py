"""Pages: bytes as they came, kept for ever under their sha256."""

import hashlib

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one input, what they claim to be, and under which name they came.

    `name` is the input's own id (a file's stem, the `id` of a JSON line); the other fields
    are what the sender said of it beside the bytes, None where nothing was said.
    """

    name: str
    body: bytes
    media_type: str = "text/plain"
    address: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    retrieved: str | None = None

    @property
    def sha256(self) -> str:
        """The hexadecimal digest under which the bytes are kept."""
        return hashlib.sha256(self.body).hexdigest()
