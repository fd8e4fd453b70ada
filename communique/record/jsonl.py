"""The record as lines of JSON, in canonical order: two equal records are equal byte for byte."""

from collections.abc import Iterable, Iterator

import msgspec

from communique.model.record import Entry


def to_jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    """One line an entry, in their order; without the newline."""
    for entry in entries:
        yield msgspec.json.encode(entry, order="deterministic").decode()
