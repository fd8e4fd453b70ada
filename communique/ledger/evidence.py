"""The quotes of a reading, each checked against the text before it may be stored."""

from collections.abc import Iterator, Mapping
from typing import Any

from communique.model.claim import KINDS, Claim, claims
from communique.model.errors import Misquote
from communique.model.reading import Reading
from communique.model.span import Span
from communique.model.text import Text

VERBATIM: Mapping[str, str] = {
    "agenda": "text",
    "bodies": "as_",
    "commitments": "text",
    "instruments": "title",
    "meetings": "name",
    "offices": "office",
    "operations": "name",
    "statements": "text",
}
"""List of a reading -> the field that must be the very words of one of the item's quotes."""


def checked(reading: Reading, text: Text) -> list[Claim]:
    """All claims of `reading`, or Misquote: a quote beyond the text, none at all, or other words."""
    found = list(claims(reading, text.id, text.characters))
    for claim in found:
        if not claim.quotes:
            raise Misquote(f"{claim.mention}.{claim.field} = {claim.value!r} has no quote")
        for quote in claim.quotes:
            quote.check(text.characters)
    _check_verbatim(reading, text.characters)
    _check_report(reading, text.characters)
    return found


def _check_verbatim(reading: Reading, characters: str) -> None:
    for path, kind, item in _items(reading):
        field = VERBATIM.get(kind)
        value = getattr(item, field) if field else None
        if not value:
            continue
        spans = {span for places in item.evidence.values() for span in places}
        if not any(span.cut(characters) == value for span in spans):
            raise Misquote(f"{path}.{field} = {value!r} is not the words of any of its quotes")


def _check_report(reading: Reading, characters: str) -> None:
    """Places that are no claims must lie in the text as well."""
    places: list[Span | None] = list(reading.report.coverage.left)
    places.append(reading.report.dateline.span if reading.report.dateline else None)
    places.extend(s for _, _, item in _items(reading) for spans in item.evidence.values() for s in spans)
    beyond = next((p for p in places if p and p.stop > len(characters)), None)
    if beyond:
        raise Misquote(f"{beyond.start}, {beyond.stop} lies beyond the text's {len(characters)} characters")


def _items(reading: Reading) -> Iterator[tuple[str, str, Any]]:
    """Every item with evidence: its path, the list it stands in, itself."""
    for kind in KINDS:
        for i, item in enumerate(getattr(reading, kind)):
            yield from _below(f"{kind}/{i}", kind, item)


def _below(path: str, kind: str, item: Any) -> Iterator[tuple[str, str, Any]]:
    yield path, kind, item
    for field in item.__struct_fields__:
        value = getattr(item, field)
        children = value if isinstance(value, tuple) else (value,)
        for i, child in enumerate(children):
            if hasattr(child, "evidence"):
                yield from _below(f"{path}/{field}/{i}", field, child)
