"""JSON lines to pages: one report a line, each bad line named `file.jsonl:17`."""

import codecs
from collections.abc import Iterator
from typing import IO

import msgspec

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.opened import Opened, too_large
from communique.source.rows import page_of_row

ENDLESS = 10
"""A line so many times too long has no end worth looking for."""


def pages_of_lines(of: Opened) -> Iterator[Page | BadInput]:
    """The reports of JSON lines, lazily; empty lines are passed over.

    `{"id": "a1", "text": "...", "title": "...", "published": "2024-11-28"}`; `url` is taken for `address`.
    """
    found = False
    for number, line in numbered(of.file, of.limit):
        found = True
        yield _page(f"{of.place}:{number}", line, of.limit)
    if not found:
        yield BadInput(of.place, "is empty")


def numbered(file: IO[bytes], limit: int) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers; of one over the limit only its first `limit + 1` bytes, and none after
    one that goes on for `ENDLESS` times the limit."""
    number = 0
    while line := file.readline(limit + 1):
        number += 1
        whole = line.endswith(b"\n") or len(line) <= limit or _skipped(file, ENDLESS * limit)
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            yield number, line
        if not whole:
            return


def _skipped(file: IO[bytes], most: int) -> bool:
    """Goes to the end of a line; False where it has none within `most` bytes."""
    while most > 0:
        rest = file.readline(min(most, 1_000_000))
        if not rest or rest.endswith(b"\n"):
            return True
        most -= len(rest)
    return False


def _page(place: str, line: bytes, limit: int) -> Page | BadInput:
    if len(line) > limit:
        return BadInput(place, too_large(limit))
    try:
        return page_of_row(place, msgspec.json.decode(line), limit)
    except UnicodeDecodeError as error:
        return BadInput(place, f"not UTF-8 (byte 0x{line[error.start]:02X} at {error.start}): convert it")
    except (msgspec.DecodeError, RecursionError) as error:
        return BadInput(place, f"is not JSON ({error})")
