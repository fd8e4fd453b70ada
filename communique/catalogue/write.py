"""Writing the whole catalogue anew, in the caller's transaction: it is there entire or not at all."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, insert, inspect, select
from sqlalchemy import text as sql

from communique.catalogue import flatten
from communique.catalogue.search import indexed
from communique.catalogue.steps import steps
from communique.catalogue.tables import (
    ABOUT,
    ALIAS,
    ENTRY,
    KIND_TABLES,
    MAKE_EVIDENCE,
    MAKE_WORDS,
    METADATA,
    OFFICE_HELD,
    PARTICIPATION,
    QUOTE,
    STEP,
    TIE,
    UNSURE,
    VALUE,
    VERSION,
    WORDS,
)
from communique.model.record import KINDS, Citation, Entry, Record
from communique.model.text import Text

_CHUNK = 5000


def write(db: Connection, record: Record, texts: Iterable[Text], stamp: str) -> None:
    """Replaces the catalogue by `record`; `stamp` is the digest of the ledger that it was made from.

    Begin a transaction first: readers see the old catalogue until it is committed.
    """
    characters = {f"r-{t.id}": t.characters for t in texts}
    _clear(db)
    entries = {e.id: e for e in record.entries}
    around = flatten.Around(entries)
    for kind in KINDS:
        ordered = sorted(record.of(kind), key=partial(flatten.order, around=around))
        _insert(db, KIND_TABLES[kind], _places(kind, ordered, around, characters))
    _insert(db, ENTRY, (_entry(n, e) for n, e in enumerate(record.entries, 1)))
    _index(db, record, characters)
    _details(db, record)
    _insert(db, ABOUT, [{"name": "stamp", "value": f"{VERSION} {stamp}"}])


def stamp(db: Connection) -> str | None:
    """The digest of the ledger that the catalogue was made from; None without a catalogue of this version.

    A catalogue is stale when this differs from the ledger's digest now.
    """
    if not inspect(db).has_table(ABOUT.name):
        return None
    value = db.execute(select(ABOUT.c.value).where(ABOUT.c.name == "stamp")).scalar() or ""
    version, _, digest = str(value).partition(" ")
    return digest if version == VERSION else None


def _clear(db: Connection) -> None:
    """Drops whatever catalogue there is, of any version, and makes empty tables."""
    db.execute(sql(f"DROP TABLE IF EXISTS {WORDS}"))
    known = inspect(db)
    for kind, names in (("VIEW", known.get_view_names()), ("TABLE", known.get_table_names())):
        for name in names:
            if name.startswith("cat_"):
                db.execute(sql(f'DROP {kind} IF EXISTS "{name}"'))
    METADATA.create_all(db, checkfirst=False)
    db.execute(sql(MAKE_EVIDENCE))
    db.execute(sql(MAKE_WORDS))


def _insert(db: Connection, table: Table, lines: Iterable[Mapping[str, Any]]) -> None:
    source = iter(lines)
    while chunk := list(islice(source, _CHUNK)):
        db.execute(insert(table), chunk)


def _places(
    kind: str, ordered: list[Entry], around: flatten.Around, characters: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    facts = _facts(around) if kind == "reports" else {}
    for place, entry in enumerate(ordered):
        line = flatten.row(entry, around) | {"place": place}
        if kind == "reports":
            line |= {"text": characters.get(entry.id, ""), "facts": facts.get(entry.id, 0)}
        yield line


def _facts(around: flatten.Around) -> Mapping[str, int]:
    """How many distinct spans of each report the record uses."""
    spans = {
        (citation.report, citation.start, citation.stop)
        for entry in around.entries.values()
        if entry.kind != "reports"
        for _, citations in flatten.values(entry)
        for citation in citations
    }
    return Counter(report for report, _, _ in spans)


def _entry(number: int, entry: Entry) -> dict[str, Any]:
    body = zlib.compress(msgspec.msgpack.encode(entry), 1)
    return {"number": number, "id": entry.id, "kind": entry.kind, "label": entry.label, "body": body}


def _index(db: Connection, record: Record, characters: Mapping[str, str]) -> None:
    source = (
        {"n": n, "words": indexed(e, characters.get(e.id, ""))} for n, e in enumerate(record.entries, 1)
    )
    while chunk := list(islice(source, _CHUNK)):
        db.execute(sql(f"INSERT INTO {WORDS}(rowid, words) VALUES (:n, :words)"), chunk)


def _details(db: Connection, record: Record) -> None:
    """Everything that lies under an entry."""
    _insert(db, PARTICIPATION, (p for m in record.of("meetings") for p in flatten.participations(m)))
    _insert(db, OFFICE_HELD, (o for p in record.of("people") for o in flatten.offices(p)))
    _insert(db, STEP, (s for i in record.of("instruments") for s in steps(i)))
    _insert(db, TIE, _ties(record))
    _insert(db, VALUE, (line | {"number": n} for n, line, _ in _numbered(record)))
    _insert(db, QUOTE, (flatten.quote(n, c) for n, _, citations in _numbered(record) for c in citations))
    _insert(db, ALIAS, ({"mention": m, "entity": e} for m, e in record.aliases.items()))
    _insert(db, UNSURE, (msgspec.structs.asdict(p) | {"place": n} for n, p in enumerate(record.unsure, 1)))


def _numbered(record: Record) -> Iterator[tuple[int, flatten.Line, tuple[Citation, ...]]]:
    values = (pair for entry in record.entries for pair in flatten.values(entry))
    for number, (line, citations) in enumerate(values, 1):
        yield number, line, citations


def _ties(record: Record) -> Iterator[dict[str, Any]]:
    for entry in record.entries:
        if entry.kind in ("people", "bodies", "instruments"):
            for part in entry.part("meetings"):
                yield {"meeting": part.target, "entry": entry.id}
