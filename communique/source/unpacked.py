"""Packed bytes, unpacked as they are read: never more in memory than was asked for, no bomb to its end."""

import bz2
import io
import lzma
from typing import IO, Protocol

from isal.isal_zlib import IsalError, decompressobj

from communique.source.opened import PIECE, InputError

TIMES = 200
"""What unpacks to more than so many times its size is a bomb: text rarely gets beyond 20."""

PATIENCE = 10_000_000
"""Bytes that are unpacked before the bomb's sign is believed."""

MEMORY = 128_000_000
"""What an .xz file may ask for."""

CUT_OFF = "is cut off: its packed data end too early"


class _Unpacker(Protocol):
    """What the three unpackers have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


class _Gzip:
    """An unpacker of zlib's kind (and three times as fast), with the manners of the other two."""

    def __init__(self) -> None:
        self._zlib = decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        return not self._zlib.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)


def _new(kind: str) -> _Unpacker:
    if kind == "gzip":
        return _Gzip()
    return bz2.BZ2Decompressor() if kind == "bzip2" else lzma.LZMADecompressor(memlimit=MEMORY)


class Budget:
    """How much may come out of what went in; raises InputError at a bomb."""

    def __init__(self, packed: int = 0) -> None:
        self.packed = packed
        self.unpacked = 0

    def spend(self, size: int) -> None:
        """Counts `size` more bytes that came out."""
        self.unpacked += size
        if self.unpacked > PATIENCE and self.unpacked > TIMES * self.packed:
            raise InputError(f"unpacks to more than {TIMES} times its size: it is not read on")


class Unpacked(io.RawIOBase):
    """The contents of a gzip, bzip2 or xz stream of one or more members; raises InputError where it is broken."""

    def __init__(self, packed: IO[bytes], kind: str) -> None:
        self._packed = packed
        self._kind = kind
        self._unpacker = _new(kind)
        self._budget = Budget()
        self._rest = b""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        """Fills some of `into`; 0 at the end."""
        while not self._unpacker.eof or self._next_member():
            if self._unpacker.needs_input and not self._fill():
                raise InputError(CUT_OFF)
            piece = self._unpack(len(into))
            if piece:
                self._budget.spend(len(piece))
                into[: len(piece)] = piece
                return len(piece)
        return 0

    def _fill(self) -> bool:
        """Makes sure that packed bytes are at hand; False at the end of the stream."""
        if not self._rest:
            self._rest = self._packed.read(PIECE)
            self._budget.packed += len(self._rest)
        return bool(self._rest)

    def _unpack(self, size: int) -> bytes:
        data, self._rest = (self._rest, b"") if self._unpacker.needs_input else (b"", self._rest)
        try:
            return self._unpacker.decompress(data, size)
        except (  # type: ignore[misc]  # isal types its error as an instance
            IsalError,
            lzma.LZMAError,
            OSError,
            EOFError,
        ) as error:
            raise InputError(f"is broken: its packed data cannot be unpacked ({error})") from None

    def _next_member(self) -> bool:
        """Goes on with what follows; False at the end. Zero bytes that fill a stream up are passed over."""
        self._rest = self._unpacker.unused_data.lstrip(b"\0")
        while not self._rest and self._fill():
            self._rest = self._rest.lstrip(b"\0")
        if self._rest:
            self._unpacker = _new(self._kind)
        return bool(self._rest)
