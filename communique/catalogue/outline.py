"""What a decision needs of an entry: of a person of whom a thousand reports speak everything else takes a hundred times as long."""

from collections import defaultdict
from typing import Any

import msgspec
from sqlalchemy import Connection

from communique.catalogue.entries import full_id
from communique.catalogue.kept import kept
from communique.model.record import Entry, Field, Part, Value

_SHORT = "offices"
"""The list of which an outline has every part: by them people who are called alike are told apart."""

_VALUES = """SELECT field, number, json, verdict, rule, target, reports, copies FROM cat_value
WHERE entity = ? AND (instr(field, '.') = 0 OR field = ?) ORDER BY field, rank, reports - copies DESC, json"""
_CLAIMS = """SELECT v.number, q.report, q.claims FROM cat_value v JOIN cat_quote q ON q.value = v.number
WHERE v.entity = ? AND v.field = ? AND q."cast" = (v.verdict = 'rejected')"""
_PARTS = """SELECT p.list, p.key, coalesce(e.label, p.label), p.target FROM cat_part p LEFT JOIN cat_entry e ON e.id = p.target
WHERE p.entity = ? AND p.list = ? AND (p.key = ? OR p.list = ?) ORDER BY p.list, p.place, p.key"""


def outlined(db: Connection, id: str, field: str = "") -> Entry:
    """An entry with its own values, its offices by name, and the one `field` with reports and claims; no quotes, no mentions.

    `field` is `city`, or `participants.p-12ab.office` of a part. What was just asked for is not put together once more.
    Raises NotFound.
    """
    return kept(db, ("outline", id, field), lambda: _outlined(db, full_id(db, id), field))


def mentions(db: Connection, id: str) -> tuple[str, ...]:
    """The mentions of an entry: which a judgement names."""
    found = db.exec_driver_sql("SELECT mention FROM cat_alias WHERE entity = ? ORDER BY mention", (id,))
    return tuple(found.scalars())


def _outlined(db: Connection, id: str, field: str) -> Entry:
    kind, label = db.exec_driver_sql("SELECT kind, label FROM cat_entry WHERE id = ?", (id,)).one()
    fields = _fields(db, id, field)
    part = field.rpartition(".")[0]
    return Entry(
        id=id,
        kind=kind,
        label=label,
        fields=tuple(f for f in fields if "." not in f.name),
        parts=tuple(_part(row, part, fields) for row in _parts(db, id, part)),
    )


def _fields(db: Connection, id: str, field: str) -> list[Field]:
    """By their whole names."""
    said: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, report, claims in db.exec_driver_sql(_CLAIMS, (id, field)):
        said[number].append((report, claims))
    found: dict[str, list[Value]] = defaultdict(list)
    for name, number, *row in db.exec_driver_sql(_VALUES, (id, field)):
        found[name].append(_value(id, row, said[number]))
    return [Field(name, tuple(values)) for name, values in found.items()]


def _value(id: str, row: list[Any], said: list[tuple[str, str]]) -> Value:
    json, verdict, rule, target, count, copies = row
    return Value(
        value=msgspec.json.decode(json),
        verdict=verdict,
        rule=rule,
        target=target,
        reports=tuple(sorted({report for report, _ in said})) or ((id,) if count else ()),
        copies=copies,
        claims=tuple(sorted({claim for _, claims in said for claim in claims.split()})),
    )


def _parts(db: Connection, id: str, part: str) -> list[Any]:
    list_, _, key = part.partition(".")
    lists = dict.fromkeys((_SHORT, list_))
    return [row for name in lists for row in db.exec_driver_sql(_PARTS, (id, name, key, _SHORT))]


def _part(row: Any, part: str, fields: list[Field]) -> Part:
    list_, key, label, target = row
    own = part == f"{list_}.{key}"
    named = ((f.name.rpartition("."), f) for f in fields if own)
    return Part(
        list=list_,
        key=key,
        label=label,
        target=target,
        fields=tuple(Field(name, f.values) for (of, _, name), f in named if of == part),
    )
