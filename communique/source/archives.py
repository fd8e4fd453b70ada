"""Archives to their members, one at a time and in memory only: nothing is ever written to disk."""

import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, cast

from communique.model.errors import BadInput
from communique.source.kinds import DOCUMENTS
from communique.source.opened import InputError, Opened, Readable, opened
from communique.source.unpacked import Budget

DIRECTORY = 64_000_000
"""Bytes of a zip archive's directory: half a million members; a larger one would fill the memory."""

END = b"PK\5\6"
NOTE = 1_000_000
"""Bytes that a tar archive may say of one member's name; a real one needs a few hundred."""

NOTES = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
BEHIND = 100
"""How often a stream may be asked for more behind its end."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that are unpacked piece by piece; the others hand out whole blocks, however large."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    ValueError,
    OSError,
)


def document_of(archive: Opened) -> str | None:
    """The media type of a zip archive that is one document (.docx, .odt), or None."""
    with _zip(archive) as found:
        names = set(found.namelist())
    kind = next((kind for member, kind in DOCUMENTS.items() if member in names), None)
    archive.file.seek(0)
    return kind


def zip_members(archive: Opened) -> Iterator[Opened | BadInput]:
    """The files of a zip archive in its own order, each open while it is asked for."""
    with _zip(archive) as found:
        budget = Budget(_size(archive.file))
        for info in found.infolist():
            if info.filename.endswith("/") or not info.filename:
                continue
            place = f"{archive.place}:{info.filename}"
            if info.flag_bits & 1:
                yield BadInput(place, "is locked with a password")
            elif info.compress_type not in METHODS:
                yield BadInput(place, f"is packed in a way that is not read (method {info.compress_type})")
            else:
                yield from _member(found, info, archive, budget)


def tar_members(archive: Opened) -> Iterator[Opened | BadInput]:
    """The files of a tar archive, read straight through; links and devices are passed over, never followed."""
    try:
        source = cast(IO[bytes], _Ending(archive.file))
        with tarfile.open(fileobj=source, mode="r|", tarinfo=_Brief, errorlevel=0) as found:
            for info in found:
                if not info.isreg():
                    continue
                if info.sparse is not None:
                    yield BadInput(
                        f"{archive.place}:{info.name}", "holds a file with holes, which is not read"
                    )
                    continue
                file = found.extractfile(info)
                if file is not None:
                    place = f"{archive.place}:{info.name}"
                    yield opened(place, _name(info.name), _Checked(file), archive.limit, archive.depth + 1)
    except (tarfile.TarError, *BROKEN, ValueError, RecursionError) as error:
        raise InputError(f"is broken or cut off ({_first_line(error)})") from None


def _member(
    found: zipfile.ZipFile, info: zipfile.ZipInfo, archive: Opened, budget: Budget
) -> Iterator[Opened | BadInput]:
    place = f"{archive.place}:{info.filename}"
    try:
        file = found.open(info)
    except BROKEN as error:
        yield BadInput(place, f"is broken ({_first_line(error)})")
        return
    with file:
        yield opened(place, _name(info.filename), _Checked(file, budget), archive.limit, archive.depth + 1)


class _Checked:
    """A member's bytes; what is wrong with them is an InputError, and each counts against the budget."""

    def __init__(self, file: Readable, budget: Budget | None = None) -> None:
        self._file = file
        self._budget = budget

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""
        try:
            piece = self._file.read(size) or b""
        except (*BROKEN, tarfile.TarError) as error:
            raise InputError(f"is broken or cut off ({_first_line(error)})") from None
        if self._budget:
            self._budget.spend(len(piece))
        return piece


class _Ending:
    """A stream that says so when it is read on behind its end: a member may claim to be longer than any disk."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._left = BEHIND

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; raises InputError for the last of too many vain attempts."""
        piece = self._file.read(size)
        if not piece:
            self._left -= 1
            if self._left < 0:
                raise InputError("is cut off: a member is longer than the archive")
        return piece or b""


class _Brief(tarfile.TarInfo):
    """A member's header that refuses to tell more of itself than anybody needs to know."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Brief":
        info = super().frombuf(buf, encoding, errors)
        if info.type in NOTES and info.size > NOTE:
            raise InputError(f"is no archive to be trusted: a member's name takes {info.size:,} bytes")
        if info.type == tarfile.GNUTYPE_SPARSE:
            raise InputError("holds a file with holes, which is not read")
        return info


def _zip(archive: Opened) -> zipfile.ZipFile:
    _check_directory(archive.file)
    try:
        return zipfile.ZipFile(archive.file)
    except BROKEN as error:
        raise InputError(f"is no sound zip archive ({_first_line(error)})") from None


def _check_directory(file: IO[bytes]) -> None:
    """Raises InputError where the list of members alone would fill the memory."""
    size = _size(file)
    file.seek(max(0, size - 66_000))
    tail = file.read(66_000)
    end = tail.rfind(END)
    file.seek(0)
    if end < 0 or len(tail) < end + 22:
        raise InputError("is no sound zip archive: it is cut off, its list of members is missing")
    stated = int.from_bytes(tail[end + 12 : end + 16], "little")
    if (size if stated == 0xFFFFFFFF else stated) > DIRECTORY:
        raise InputError("is a zip archive with too many members: unpack it first")


def _size(file: IO[bytes]) -> int:
    here = file.tell()
    size = file.seek(0, 2)
    file.seek(here)
    return size


def _name(member: str) -> str:
    return PurePosixPath(member.replace("\\", "/")).name or member


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
