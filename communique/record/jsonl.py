"""The record as lines of JSON, in canonical order: two equal records are equal byte for byte."""

from collections.abc import Iterator

import msgspec

from communique.model.record import Record


def to_jsonl(record: Record) -> Iterator[str]:
    """One line an entry, by kind and id; without the newline."""
    for entry in record.entries:
        yield msgspec.json.encode(entry, order="deterministic").decode()
