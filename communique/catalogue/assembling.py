"""Entries whole, put together from the tables: every value with its reports, quotes and claims, every part."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby, islice
from typing import Any

import msgspec
from sqlalchemy import Connection

from communique.catalogue.tables import KIND_TABLES
from communique.model.record import KINDS, Citation, Entry, Field, Part, Value
from communique.model.span import Span

_CHUNK = 200
_IDS = "(SELECT value FROM json_each(?))"
_VALUES = f"""SELECT entity, field, number, json, verdict, rule, target, reports, copies FROM cat_value
WHERE entity IN {_IDS} ORDER BY entity, field, rank, reports - copies DESC, json"""
_QUOTES = f"""SELECT v.entity, v.number, v.verdict, q."cast", q.report, q.start, q.stop, q.line,
q.sentence_start, q.sentence_stop, q.claims, substr(t.characters, q.start + 1, q.stop - q.start)
FROM cat_value v JOIN cat_quote q ON q.value = v.number JOIN cat_text t ON t.report = substr(q.report, 3)
WHERE v.entity IN {_IDS} ORDER BY v.number, q.report, q.start, q.stop"""
_PARTS = f"""SELECT p.entity, p.list, p.key, coalesce(e.label, p.label), p.target FROM cat_part p
LEFT JOIN cat_entry e ON e.id = p.target WHERE p.entity IN {_IDS} ORDER BY p.entity, p.list, p.place, p.key"""
_MENTIONS = f"SELECT entity, mention FROM cat_alias WHERE entity IN {_IDS} ORDER BY entity, mention"


def every_entry(db: Connection) -> Iterator[Entry]:
    """All entries by kind and id, a few at a time."""
    for kind in KINDS:
        found = db.exec_driver_sql(f"SELECT id FROM {KIND_TABLES[kind].name} ORDER BY id")
        ids = iter([row[0] for row in found])
        while chunk := list(islice(ids, _CHUNK)):
            yield from assembled(db, chunk)


def assembled(db: Connection, ids: Collection[str]) -> Iterator[Entry]:
    """The entries of these ids, in the order of the ids; every id must be one."""
    wanted = (msgspec.json.encode(list(ids)).decode(),)

    def rows(statement: str) -> list[Any]:
        return list(db.exec_driver_sql(statement, wanted).all())

    named = {
        id: (kind, label)
        for id, kind, label in rows(f"SELECT id, kind, label FROM cat_entry WHERE id IN {_IDS}")
    }
    reports, quoted = _quoted(rows(_QUOTES))
    fields = _fields(rows(_VALUES), quoted)
    parts = _grouped(rows(_PARTS))
    mentions = _grouped(rows(_MENTIONS))
    for id in ids:
        kind, label = named[id]
        yield Entry(
            id=id,
            kind=kind,
            label=label,
            fields=tuple(fields[id].get("", ())),
            parts=tuple(_part(p, fields[id].get(f"{p[1]}.{p[2]}", ())) for p in parts.get(id, ())),
            mentions=tuple(mention for _, mention in mentions.get(id, ())),
            reports=tuple(sorted(reports[id])) or (id,),
        )


def _grouped(rows: Iterable[Any]) -> Mapping[str, list[Any]]:
    return {id: list(group) for id, group in groupby(rows, key=lambda row: str(row[0]))}


def _quoted(rows: Iterable[Any]) -> tuple[Mapping[str, set[str]], Mapping[int, list[tuple[Citation, str]]]]:
    """The reports that speak of each entry, and the quotes with claims behind each value."""
    reports: dict[str, set[str]] = defaultdict(set)
    quoted: dict[int, list[tuple[Citation, str]]] = defaultdict(list)
    for entity, number, verdict, cast, report, start, stop, line, first, last, claims, words in rows:
        reports[entity].add(report)
        if bool(cast) == (verdict == "rejected"):
            sentence = Span(first, last)
            citation = Citation(
                report=report, start=start, stop=stop, words=words, line=line, sentence=sentence
            )
            quoted[number].append((citation, claims))
    return reports, quoted


def _fields(
    rows: Iterable[Any], quoted: Mapping[int, list[tuple[Citation, str]]]
) -> Mapping[str, Mapping[str, list[Field]]]:
    """By entry, and by part (`list.key`, empty for the entry's own)."""
    found: dict[str, dict[str, list[Field]]] = defaultdict(lambda: defaultdict(list))
    for (entity, dotted), group in groupby(rows, key=lambda row: (row[0], row[1])):
        part, _, name = dotted.rpartition(".")
        values = tuple(_value(row, quoted.get(row[2], [])) for row in group)
        found[entity][part].append(Field(name, values))
    return found


def _value(row: Any, quoted: list[tuple[Citation, str]]) -> Value:
    entity, _, _, json, verdict, rule, target, count, copies = row
    reports = tuple(sorted({c.report for c, _ in quoted})) or ((entity,) if count else ())
    return Value(
        value=msgspec.json.decode(json),
        verdict=verdict,
        rule=rule,
        target=target,
        reports=reports,
        copies=copies,
        citations=tuple(c for c, _ in quoted),
        claims=tuple(sorted({claim for _, claims in quoted for claim in claims.split()})),
    )


def _part(row: Any, fields: Collection[Field]) -> Part:
    _, list_, key, label, target = row
    return Part(list=list_, key=key, label=label, target=target, fields=tuple(fields))
