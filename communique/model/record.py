"""The record: what the ledger adds up to. Every value carries the quotes that say so, and its rivals."""

from collections.abc import Mapping
from typing import Any

import msgspec

from communique.model.span import Span

KINDS = (
    "meetings",
    "people",
    "bodies",
    "instruments",
    "figures",
    "operations",
    "statements",
    "commitments",
    "reports",
)
"""The kinds of entries, in the order in which people are shown them."""

PREFIXES = dict(zip(KINDS, "mpbifoscr", strict=True))
"""Each kind's letter: an id reads `m-…` for a meeting, `r-…` for a report."""


class Citation(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One quote behind a value: report entry, half-open place, words, line, and the sentence around.

    The sentence is a place too (it lies around the words), so that a record does not hold every report
    many times over; the catalogue's `evidence` gives its words.
    """

    report: str
    start: int
    stop: int
    words: str
    line: int
    sentence: Span


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One value that some reports give to a field.

    `verdict` is `stands` (the record says this), `fits` (says less, but nothing else: `2021` beside
    `2021-11-17`), `contradicts`, or `rejected` (a person judged it wrong). `rule` says why.
    `target` is the entry that the value names (the chair's person); `claims` are the ids of the claims,
    so that a person can judge them. `copies` of its `reports` only tell again what another of them told.
    """

    value: Any
    verdict: str
    rule: str
    target: str | None = None
    reports: tuple[str, ...] = ()
    copies: int = 0
    citations: tuple[Citation, ...] = ()
    claims: tuple[str, ...] = ()


class Field(msgspec.Struct, frozen=True):
    """All the values found for one field; the one that stands comes first.

    A field that is a list (`represented`) has many that stand.
    """

    name: str
    values: tuple[Value, ...]

    @property
    def standing(self) -> Any:
        """The value that the record states, or None when every one was rejected."""
        return next((v.value for v in self.values if v.verdict == "stands"), None)


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One thing inside an entry: a participant, an agenda item, an office held.

    `list` is the name of the list, `key` tells it from its neighbours, `target` is the entry that it
    stands for (a participant's person), `label` what to show.
    """

    list: str
    key: str
    label: str
    target: str | None = None
    fields: tuple[Field, ...] = ()

    def get(self, name: str) -> Any:
        """The standing value of the field `name`, or None."""
        return next((f.standing for f in self.fields if f.name == name), None)

    def all(self, name: str) -> tuple[Any, ...]:
        """Every standing value of a field that is a list."""
        return tuple(
            v.value for f in self.fields if f.name == name for v in f.values if v.verdict == "stands"
        )


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting, person, body ... with all that reports say of it.

    `entry.get("city")` is what stands; `entry.part("participants")` the list of that name.
    """

    id: str
    kind: str
    label: str
    fields: tuple[Field, ...] = ()
    parts: tuple[Part, ...] = ()
    mentions: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()

    def get(self, name: str) -> Any:
        """The standing value of the field `name`, or None."""
        found = self.field(name)
        return found.standing if found else None

    def field(self, name: str) -> Field | None:
        """The field `name` with all its values, or None."""
        return next((f for f in self.fields if f.name == name), None)

    def all(self, name: str) -> tuple[Any, ...]:
        """Every standing value of a field that is a list."""
        found = self.field(name)
        return tuple(v.value for v in found.values if v.verdict == "stands") if found else ()

    def part(self, name: str) -> tuple[Part, ...]:
        """The parts of the list `name`."""
        return tuple(p for p in self.parts if p.list == name)


class Pair(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Two entries that may be one: how likely, and why in words. `left` and `right` are ids."""

    score: float
    left: str
    right: str
    reason: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All entries in canonical order, which entry each mention belongs to, and the pairs worth a look, best first."""

    entries: tuple[Entry, ...] = ()
    aliases: Mapping[str, str] = {}
    unsure: tuple[Pair, ...] = ()

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The entries of one kind."""
        return tuple(e for e in self.entries if e.kind == kind)
