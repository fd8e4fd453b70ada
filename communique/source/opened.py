"""An input that stands open: where it is, and its bytes from the beginning, never more than may be held."""

import io
from typing import IO, NamedTuple, Protocol

HEAD = 4096
"""Bytes at the front that tell what an input is."""

PIECE = 65536


class InputError(Exception):
    """An input cannot be taken in; the message is the reason, fit to stand behind the input's name."""


class Readable(Protocol):
    """Anything that hands out bytes."""

    def read(self, size: int, /) -> bytes | None:
        """At most `size` bytes; none at the end."""


class Opened(NamedTuple):
    """`place` is what a person can go to (`in.zip:b/c.html`), `name` the file's own; `depth` counts the
    wrappings around it, a page may have `limit` bytes, `charset` is the encoding that a server names, and `gated`
    is whether pages of a crawl are looked at first."""

    place: str
    name: str
    file: IO[bytes]
    limit: int
    depth: int = 0
    charset: str = ""
    gated: bool = False

    def head(self) -> bytes:
        """The first bytes, left where they are."""
        return self.file.peek(HEAD)[:HEAD] if isinstance(self.file, io.BufferedReader) else b""

    def body(self) -> bytes:
        """All bytes; raises InputError for more than the limit."""
        body = self.file.read(self.limit + 1)
        if len(body) > self.limit:
            raise InputError(too_large(self.limit))
        return body


def opened(place: str, name: str, file: Readable, limit: int, depth: int = 0) -> Opened:
    """`file` made ready: its head can be looked at, and a slow pipe gives as much at a time as a disk."""
    if not (isinstance(file, io.BufferedReader) and file.seekable()):
        file = io.BufferedReader(_Patient(file), PIECE)
    return Opened(place, name, file, limit, depth)


def seekable(of: Opened) -> Opened:
    """The input where one can go back and forth: itself, or a copy in memory within the limit."""
    if of.file.seekable():
        return of
    whole = io.BufferedReader(io.BytesIO(of.body()))
    return of._replace(file=whole)


def too_large(limit: int) -> str:
    """The reason for refusing a report of more than `limit` bytes."""
    return f"is larger than {limit:,} bytes, too much for one report"


class _Patient(io.RawIOBase):
    """A stream that fills what it is asked to fill: pipes and unpackers hand out less at a time."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._broken = ""  # the reason in words: the error itself would hold on to the frames it came through

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        filled = 0
        while filled < len(into) and (piece := self._piece(len(into) - filled)):
            into[filled : filled + len(piece)] = piece
            filled += len(piece)
        if self._broken and not filled:
            raise InputError(self._broken)
        return filled

    def _piece(self, size: int) -> bytes | None:
        """What is wrong is said once all that came before it has been handed out."""
        if self._broken:
            return None
        try:
            return self._file.read(size)
        except InputError as error:
            self._broken = str(error)
            return None
