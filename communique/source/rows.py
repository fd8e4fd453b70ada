"""One report said in fields (a JSON line, a row of a table) to its page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.placed import Placed

SAID = ("address", "title", "publisher", "published", "language", "retrieved")
"""What a row may say of its report beside `id` and `text` or `html`."""


def page_of_row(place: str, said: Any, limit: int) -> Page | BadInput:
    """The page of one row; `url` is taken for `address`. A row that is no report is its BadInput."""
    try:
        return _page(place, said, limit)
    except BadInput as bad:
        return bad


def _page(place: str, said: Any, limit: int) -> Page:
    if not isinstance(said, dict):
        raise BadInput(place, f"is not a JSON object but {_a(said)}")
    markup = said.get("text") in (None, "") and said.get("html") is not None
    characters = _word(place, said, "html" if markup else "text")
    if not (characters and characters.strip()):
        raise BadInput(place, "has no text (a line needs `text` or `html`)")
    if "\0" in characters:
        raise BadInput(place, "is not text (it holds NUL characters)")
    name = said.get("id")
    more = {field: _word(place, said, field) or None for field in SAID}
    more["address"] = more["address"] or _word(place, said, "url") or None
    try:
        body = characters.encode()
    except UnicodeEncodeError as error:
        raise BadInput(place, f"holds half a character at {error.start} (a lone surrogate)") from None
    if len(body) > limit:
        raise BadInput(place, f"is larger than {limit:,} bytes, too much for one report")
    return Placed(
        place=place,
        gated=False,
        name=Path(place).name if name in (None, "") else _name(place, name),
        body=body,
        media_type=f"text/{'html' if markup else 'plain'}; charset=utf-8",
        **more,
    )


def _name(place: str, name: Any) -> str:
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise BadInput(place, f"its `id` is {_a(name)}, not a string")
    return _sound(place, "id", str(name))


def _word(place: str, said: Mapping[str, Any], field: str) -> str | None:
    value = said.get(field)
    if value is not None and not isinstance(value, str):
        raise BadInput(place, f"its `{field}` is {_a(value)}, not a string")
    return value if value is None or field in ("text", "html") else _sound(place, field, value)


def _sound(place: str, field: str, value: str) -> str:
    if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
        raise BadInput(place, f"its `{field}` holds half a character: the table is not UTF-8")
    return value


def _a(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(value), "a number")
