"""JSON lines to pages: one report a line, each bad line named `file.jsonl:17`."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.placed import Placed

SAID = ("address", "title", "publisher", "published", "language", "retrieved")
"""What a line may say of its report beside `id` and `text` or `html`."""


def pages_of_lines(path: Path, size_limit: int) -> Iterator[Page | BadInput]:
    """The reports of one `.jsonl` file, lazily; empty lines are passed over.

    `{"id": "a1", "text": "...", "title": "...", "published": "2024-11-28"}`; `url` is taken for `address`.
    """
    try:
        with path.open("rb") as file:
            found = False
            for number, line in _numbered(file, size_limit):
                found = True
                yield _page(f"{path}:{number}", line, size_limit)
            if not found:
                yield BadInput(str(path), "is empty")
    except PermissionError:
        yield BadInput(str(path), "may not be read (permission denied)")
    except OSError as error:
        yield BadInput(str(path), f"cannot be read ({error.strerror or error})")


def _numbered(file: IO[bytes], size_limit: int) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers; of one over the limit only its first `size_limit + 1` bytes."""
    number = 0
    while line := file.readline(size_limit + 1):
        number += 1
        whole = line.endswith(b"\n") or len(line) <= size_limit
        while not whole:
            rest = file.readline(1_000_000)
            whole = not rest or rest.endswith(b"\n")
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            yield number, line


def _page(place: str, line: bytes, size_limit: int) -> Page | BadInput:
    if len(line) > size_limit:
        return BadInput(place, f"is larger than {size_limit:,} bytes, too much for one report")
    try:
        return _read(place, msgspec.json.decode(line))
    except UnicodeDecodeError as error:
        return BadInput(place, f"not UTF-8 (byte 0x{line[error.start]:02X} at {error.start}): convert it")
    except (msgspec.DecodeError, RecursionError) as error:
        return BadInput(place, f"is not JSON ({error})")
    except BadInput as bad:
        return bad


def _read(place: str, said: Any) -> Page:
    if not isinstance(said, dict):
        raise BadInput(place, f"is not a JSON object but {_a(said)}")
    markup = said.get("text") is None and said.get("html") is not None
    characters = _word(place, said, "html" if markup else "text")
    if not (characters and characters.strip()):
        raise BadInput(place, "has no text (a line needs `text` or `html`)")
    if "\0" in characters:
        raise BadInput(place, "is not text (it holds NUL characters)")
    name = said.get("id")
    more = {field: _word(place, said, field) or None for field in SAID}
    more["address"] = more["address"] or _word(place, said, "url") or None
    try:
        return Placed(
            place=place,
            name=Path(place).name if name in (None, "") else _name(place, name),
            body=characters.encode(),
            media_type=f"text/{'html' if markup else 'plain'}; charset=utf-8",
            **more,
        )
    except UnicodeEncodeError as error:
        raise BadInput(place, f"holds half a character at {error.start} (a lone surrogate)") from None


def _name(place: str, name: Any) -> str:
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise BadInput(place, f"its `id` is {_a(name)}, not a string")
    return str(name)


def _word(place: str, said: dict[str, Any], field: str) -> str | None:
    value = said.get(field)
    if value is not None and not isinstance(value, str):
        raise BadInput(place, f"its `{field}` is {_a(value)}, not a string")
    return value


def _a(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")
