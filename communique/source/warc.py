"""WARC files (crawls, Common Crawl News) to pages: one record at a time, each named by its place in the file."""

import re
import zlib
from collections.abc import Iterator
from typing import IO

from communique.model.errors import BadInput, SetAside
from communique.model.page import Page
from communique.source.charset import charset_said, media_type_of
from communique.source.gate import look
from communique.source.opened import PIECE, InputError, Opened, too_large
from communique.source.placed import Placed
from communique.source.unpacked import CUT_OFF, Budget

VERSION = re.compile(rb"WARC/\d\.\d\s*$")
LINE, HEADERS = 16_000, 200_000
"""Bytes of one header line, and of all of one record."""

CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,100})?\r\n")
"""The line before each piece of a chunked body."""

GZIP = b"\x1f\x8b"
SHORT = "is cut off: less of it came than its server said"

Headers = dict[str, str]


class Record:
    """One record: its headers, and so much of its body as is asked for."""

    def __init__(self, number: int, headers: Headers, file: IO[bytes], length: int) -> None:
        self.number = number
        self.headers = headers
        self._file = file
        self._left = length

    def read(self, size: int) -> bytes:
        """At most `size` bytes of the body; raises InputError where the file ends before it."""
        piece = self._file.read(min(size, self._left))
        if not piece and self._left and size:
            raise InputError("is cut off in the middle of a record")
        self._left -= len(piece)
        return piece

    def all(self, limit: int) -> bytes | None:
        """The whole body, or None where it has more than `limit` bytes."""
        if self._left > limit:
            return None
        whole = self.read(self._left)
        if self._left:
            raise InputError("is cut off in the middle of a record")  # half a report must not pass for one
        return whole

    def skip(self) -> None:
        """Goes to the end of the body."""
        while self._left:
            self.read(PIECE)


def records(file: IO[bytes]) -> Iterator[Record]:
    """The records of an unpacked WARC stream; raises InputError where it is no such stream or is cut."""
    number = 0
    while (line := _line(file)) is not None:
        if not line.strip():
            continue
        number += 1
        if not VERSION.match(line):
            raise InputError(f"is no sound WARC file: record {number} does not begin with `WARC/`")
        headers = _headers(file, number)
        record = Record(number, headers, file, _length(headers, number))
        yield record
        record.skip()


def pages_of_warc(of: Opened) -> Iterator[Page | BadInput]:
    """The pages that a crawl brought home: its responses that are HTML, plain text or PDF."""
    for record in records(of.file):
        place = f"{of.place}:{record.number}"
        try:
            page = _page(record, place, of)
        except BadInput as bad:
            yield bad
            continue
        if page:
            yield page


def _page(record: Record, place: str, of: Opened) -> Placed | None:
    """The page of a record, or None for one that holds none (requests, robots.txt, pictures, redirects)."""
    limit = of.limit
    kind = record.headers.get("warc-type")
    if kind not in ("response", "resource", "conversion"):
        return None
    whole = record.all(limit + HEADERS)
    if whole is None:
        raise BadInput(place, too_large(limit))
    http: Headers = {}
    if kind == "response":
        status, http, whole = _answer(whole)
        if status != "200":
            return None
    said = http.get("content-type") or record.headers.get("content-type", "")
    media_type = _media(said)
    if media_type is None or not whole:
        return None
    _check_whole(record.headers, http, whole, place)
    body = _decoded(whole, http, place, limit)
    if not body.strip():
        return None
    if media_type.startswith("text/"):
        media_type = _with_charset(body, media_type, said, place, of.gated)
    address = record.headers.get("warc-target-uri", "").strip("<>") or None
    day = record.headers.get("warc-date")
    return Placed(
        place=place,
        gated=of.gated,
        name=address or place,
        body=body,
        media_type=media_type,
        address=address,
        retrieved=day,
    )


def _check_whole(said: Headers, http: Headers, body: bytes, place: str) -> None:
    """Raises BadInput for a page of which the crawl kept a part: half a report must not pass for one."""
    if why := said.get("warc-truncated"):
        raise BadInput(place, f"is cut off: the crawl kept a part of it ({why[:40]})")
    if "warc-segment-number" in said:
        raise BadInput(place, "is spread over several records: join them first")
    length = http.get("content-length", "")
    as_sent = "content-encoding" not in http or body.startswith(
        GZIP
    )  # else its length was that of packed bytes
    if (
        "transfer-encoding" not in http
        and as_sent
        and re.fullmatch(r"[0-9]{1,15}", length)
        and int(length) > len(body)
    ):
        raise BadInput(place, SHORT)


def _media(content_type: str) -> str | None:
    """`text/html` of `text/html; charset=windows-1251`; None for what is not read."""
    kind = content_type.partition(";")[0].strip().casefold()
    kinds = {"application/xhtml+xml": "text/html"}
    kind = kinds.get(kind, kind)
    return kind if kind in ("text/html", "text/plain", "application/pdf") else None


def _with_charset(body: bytes, media_type: str, said: str, place: str, gated: bool) -> str:
    """The media type with its encoding; raises SetAside first, as most pages never get further."""
    charset = charset_said(said)
    if gated and not (seen := look(body, charset)).worth:
        raise SetAside(place, seen.reason)
    try:
        return media_type_of(body, media_type, charset)
    except InputError as error:
        raise BadInput(place, str(error)) from None


def _answer(whole: bytes) -> tuple[str, Headers, bytes]:
    """Status, headers and body of an HTTP answer; the status of what is none is empty."""
    head, _, body = whole.partition(b"\r\n\r\n")
    first, _, rest = head.partition(b"\r\n")
    parts = first.split(None, 2)
    if len(parts) < 2 or not parts[0].startswith(b"HTTP/"):
        return "", {}, b""
    return parts[1].decode("latin-1"), _fields(rest[:HEADERS]), body


def _fields(head: bytes) -> Headers:
    """The fields of an HTTP answer by small names, of two the last; a line that begins with a blank goes on with the one before."""
    found: Headers = {}
    name = ""
    for raw in head.splitlines():
        line = raw.decode("latin-1")
        if line[:1] in (" ", "\t"):
            if name:
                found[name] += " " + line.strip()
            continue
        said, colon, value = line.partition(":")
        name = said.strip().casefold() if colon else ""
        if name:
            found[name] = value.strip()
    return found


def _decoded(body: bytes, http: Headers, place: str, limit: int) -> bytes:
    """The body without what its transport put around it; crawls that did so already still say so."""
    if http.get("transfer-encoding", "").casefold() == "chunked":
        body = _unchunked(body, place)
    packed = http.get("content-encoding", "").casefold()
    if packed in ("gzip", "x-gzip") and body.startswith(GZIP):
        body = _unpacked(body, place, limit)
    elif packed and packed not in ("identity", "gzip", "x-gzip") and b"<" not in body[:1000]:
        raise BadInput(place, f"is packed in a way that is not read ({packed[:40]})")
    if len(body) > limit:
        raise BadInput(place, too_large(limit))
    return body


def _unchunked(body: bytes, place: str) -> bytes:
    """The pieces of a chunked body put together; a body that is not chunked as it is.

    Raises BadInput where the last piece, which is empty, did not come.
    """
    pieces: list[bytes] = []
    at = 0
    while found := CHUNK.match(body, at):
        size = int(found[1], 16)
        at = found.end() + size
        if not size:
            return b"".join(pieces)
        if at > len(body):
            raise BadInput(place, SHORT)
        pieces.append(body[found.end() : at])
        at += len(b"\r\n")
    if pieces:
        raise BadInput(
            place, SHORT if at >= len(body) else "is broken: the pieces that it came in do not fit"
        )
    return body


def _unpacked(body: bytes, place: str, limit: int) -> bytes:
    try:
        unpacker = zlib.decompressobj(wbits=47)
        whole = unpacker.decompress(body, limit + 1)
        Budget(len(body)).spend(len(whole))
        if not unpacker.eof and len(whole) <= limit:
            raise InputError(CUT_OFF)
    except zlib.error as error:
        raise BadInput(place, f"is broken: its packed data cannot be unpacked ({error})") from None
    except InputError as error:
        raise BadInput(place, str(error)) from None
    return whole


def _line(file: IO[bytes]) -> bytes | None:
    line = file.readline(LINE)
    if not line:
        return None
    if len(line) == LINE:
        raise InputError("is no sound WARC file: a header line has no end")
    return line


def _headers(file: IO[bytes], number: int) -> Headers:
    lines: list[bytes] = []
    size = 0
    while (line := _line(file)) is not None:
        if line.isspace():
            return _first_said(b"".join(lines).decode("utf-8", "replace"))
        size += len(line)
        if size > HEADERS:
            raise InputError(f"is no sound WARC file: the headers of record {number} have no end")
        lines.append(line)
    raise InputError(CUT_OFF.replace("its packed data end", f"record {number} ends"))


def _first_said(lines: str) -> Headers:
    """The headers of a record by small names, of two the first."""
    found: Headers = {}
    for line in lines.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().casefold(), value.strip())
    return found


def _length(headers: Headers, number: int) -> int:
    stated = headers.get("content-length", "")
    if not (stated.isascii() and stated.isdigit() and len(stated) < 16):
        raise InputError(f"is no sound WARC file: record {number} does not say how long it is")
    return int(stated)
