"""Verbatim values: the very characters of the text, line ends included, that the rules saw unwrapped."""

from typing import Any, TypeVar

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


def _restored(item: Any, seen: str, characters: str) -> Any:
    changes: dict[str, Any] = {}
    for field in item.__struct_fields__:
        value = getattr(item, field)
        if (
            isinstance(value, tuple)
            and value
            and isinstance(value[0], msgspec.Struct)
            and hasattr(value[0], "evidence")
        ):
            changes[field] = tuple(_restored(child, seen, characters) for child in value)
        elif field in FIELDS and isinstance(value, str) and " " in value and hasattr(item, "evidence"):
            changes[field] = _as_written(value, item, field, seen, characters)
    return msgspec.structs.replace(item, **changes) if changes else item


def _as_written(value: str, item: Any, field: str, seen: str, characters: str) -> str:
    for span in (*item.evidence.get(field, ()), *item.evidence.get("", ())):
        if seen[span.start : span.stop] == value:
            return characters[span.start : span.stop]
    return value
