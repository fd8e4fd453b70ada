"""Verbatim values: the very characters of the text, line ends included, that the rules saw unwrapped."""

from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from communique.model.reading import Reading

FIELDS = ("text", "title", "name", "office", "as_")
"""The fields of any item that repeat words of the text."""

Item = TypeVar("Item")


def verbatim(reading: Reading, seen: str, characters: str) -> Reading:
    """`reading` of the unwrapped text `seen`, its quoted values as they stand in `characters`.

    Does nothing where the two texts are one and the same.
    """
    return reading if seen is characters else _restored(reading, seen, characters)


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[list[str], list[str]]:
    """The fields of an item that hold items with evidence, and those that repeat words of the text."""
    types = {field.name: field.type for field in msgspec.structs.fields(kind)}
    tuples = {name: get_args(of) for name, of in types.items() if get_origin(of) is tuple}
    inner = [name for name, items in tuples.items() if any(hasattr(item, "evidence") for item in items)]
    return inner, [name for name in types if name in FIELDS and "evidence" in types]


def _restored(item: Any, seen: str, characters: str) -> Any:
    changes: dict[str, Any] = {}
    inner, words = _fields(item.__class__)
    for field in inner:
        children = getattr(item, field)
        if children:
            changes[field] = tuple([_restored(child, seen, characters) for child in children])
    for field in words:
        value = getattr(item, field)
        if isinstance(value, str) and (" " in value or "-" in value):
            changes[field] = _as_written(value, item, field, seen, characters)
    return msgspec.structs.replace(item, **changes) if changes else item


def _as_written(value: str, item: Any, field: str, seen: str, characters: str) -> str:
    for span in (*item.evidence.get(field, ()), *item.evidence.get("", ())):
        if seen[span.start : span.stop] == value:
            return characters[span.start : span.stop]
    return value
