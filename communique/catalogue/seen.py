"""Entries as a page shows them: every value with the first few quotes behind it, and how many reports say so.

    (person,) = seen(db, ["p-1a2b3c4d5e6f7081"], {"meetings": shown_ids})
    person.entry.get("country")
    person.behind["country", "KZ", "stands"].quotes[0].words

What thousands of reports say of a person is in the record and in the JSON; a page shows six marks of it, and reads no more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection
from sqlalchemy import text as sql

from communique.model.record import Entry, Field, Part, Value

MARKS, _FEWER = 6, 3
"""Reports whose words are shown for one value, and on a page of very many: what hundreds of reports say needs no hundred marks."""
_NAMED = 500
"""Reports of an entry that are all named."""
_VERY_MANY = 150
"""Values of a page."""
_LOOKED_AT = 120
"""Quotes among which the earliest are looked for, where more reports than that say so: thousands would be sorted for six."""

_IDS = "(SELECT value FROM json_each(:ids))"
_VALUES = f"""SELECT entity, field, number, json, verdict, rule, target, reports, copies FROM cat_value
WHERE entity IN {_IDS} {{but}} ORDER BY entity, field, rank, reports - copies DESC, json"""
_OF_PARTS = f"""SELECT entity, field, number, json, verdict, rule, target, reports, copies
FROM (SELECT value AS chosen FROM json_each(:parts)) JOIN cat_value
ON entity IN {_IDS} AND field > chosen || '.' AND field < chosen || '/' ORDER BY entity, field, rank, reports - copies DESC, json"""
_PARTS = f"""SELECT p.entity, p.list, p.key, coalesce(e.label, p.label), p.target FROM cat_part p
LEFT JOIN cat_entry e ON e.id = p.target WHERE p.entity IN {_IDS} {{but}} ORDER BY p.entity, p.list, p.place, p.key"""
_QUOTES = """SELECT q.value, r.id, q.start, min(q.stop) AS stop, q.sentence_start, q.sentence_stop,
substr(t.characters, q.sentence_start + 1, q.sentence_stop - q.sentence_start)
FROM (SELECT number, report, start, nth FROM (
    SELECT said.number, said.report, said.start,
    row_number() OVER (PARTITION BY said.number ORDER BY day.published IS NULL, day.published, said.report) AS nth
    FROM (SELECT v.number, q.report, min(q.start) AS start FROM cat_stored_value v JOIN cat_stored_quote q
          ON q.value = v.number AND q."cast" = (v.verdict = 'rejected') AND q.report <= CASE WHEN v.reports > :many THEN (
              SELECT f.report FROM cat_stored_quote f WHERE f.value = v.number AND f."cast" = (v.verdict = 'rejected')
              ORDER BY f.report LIMIT 1 OFFSET :many) ELSE 0x7fffffffffffffff END
          WHERE v.number IN (SELECT value FROM json_each(:numbers)) GROUP BY v.number, q.report) said
    JOIN cat_report day ON day.mark = said.report) WHERE nth <= :marks) ranked
JOIN cat_stored_quote q ON q.value = ranked.number AND q.report = ranked.report AND q.start = ranked.start
JOIN cat_report r ON r.mark = q.report JOIN cat_text t ON t.report = substr(r.id, 3)
GROUP BY ranked.number, ranked.nth ORDER BY ranked.number, ranked.nth"""
_BARE = frozenset({"cited"})
"""Fields that pages use and never show the words of: hundreds of days on which someone is cited in an office."""


class Quoted(NamedTuple):
    """The words of one report, and the sentence around them."""

    report: str
    start: int
    before: str
    words: str
    after: str


class Behind(NamedTuple):
    """What is behind a value: the first quotes, one a report, by the day on which it came out; `reports` say so in all.

    Where very many do, they are the first of some of these.
    """

    quotes: tuple[Quoted, ...]
    reports: int


class Seen(NamedTuple):
    """An entry with what is behind its values, by field, value and verdict; its values carry no quotes themselves.

    Of very many reports that speak of it only those are named whose words are shown; `unnamed` counts the others.
    """

    entry: Entry
    behind: Mapping[tuple[str, str, str], Behind]
    unnamed: int = 0


def seen(
    db: Connection, ids: Collection[str], only: Mapping[str, Collection[str]] | None = None
) -> list[Seen]:
    """The entries of these ids in their order; every id must be one.

    Of a list named in `only` the parts with these keys alone: a page that shows a hundred meetings needs no thousand.
    """
    only = only or {}
    wanted = {"ids": _json(ids)}
    but = "".join(f" AND NOT (field > '{name}.' AND field < '{name}/')" for name in only)
    rows = _rows(db, _VALUES.format(but=but), wanted)
    for name, keys in only.items():
        rows += _rows(db, _OF_PARTS, {**wanted, "parts": _json(f"{name}.{key}" for key in keys)})
    behind = _behind(db, rows)
    parts = _parts(db, ids, only)
    named = _rows(db, f"SELECT id, kind, label, reports FROM cat_entry WHERE id IN {_IDS}", wanted)
    heads = {row.id: row for row in named}
    reports = reports_of(db, [row.id for row in named if row.reports <= _NAMED])
    values: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        values[row.entity].append(row)
    return [_seen(heads[id], values[id], parts.get(id, ()), reports.get(id), behind) for id in ids]


def reports_of(db: Connection, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The reports that speak of each of these entries."""
    found: dict[str, list[str]] = defaultdict(list)
    asked = f"""SELECT DISTINCT v.entity, q.report FROM cat_value v JOIN cat_quote q ON q.value = v.number
    WHERE v.entity IN {_IDS}"""
    for entity, report in _rows(db, asked, {"ids": _json(ids)}):
        found[entity].append(report)
    return {entity: tuple(sorted(reports)) for entity, reports in found.items()}


def _seen(
    head: Any, rows: Sequence[Any], parts: Iterable[Any], reports: tuple[str, ...] | None,
    behind: Mapping[int, Behind],
) -> Seen:  # fmt: skip
    fields: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    found: dict[tuple[str, str, str], Behind] = {}
    for row in rows:
        part, _, name = row.field.rpartition(".")
        value = msgspec.json.decode(row.json)
        said = Value(value=value, verdict=row.verdict, rule=row.rule, target=row.target, copies=row.copies)
        fields[part][name].append(said)
        if row.number in behind:
            found[row.field, str(value), row.verdict] = behind[row.number]
    if reports is None:
        shown = {q.report for each in found.values() for q in each.quotes}
        reports = tuple(sorted(shown)) if head.reports > _NAMED else (head.id,)
    own = {part: tuple(Field(n, tuple(v)) for n, v in each.items()) for part, each in fields.items()}
    return Seen(
        Entry(
            id=head.id,
            kind=head.kind,
            label=head.label,
            fields=own.get("", ()),
            parts=tuple(
                Part(
                    list=p.list,
                    key=p.key,
                    label=p[3],
                    target=p.target,
                    fields=own.get(f"{p.list}.{p.key}", ()),
                )
                for p in parts
            ),
            reports=reports,
        ),
        found,
        head.reports - len(reports) if head.reports > _NAMED else 0,
    )


def _parts(
    db: Connection, ids: Collection[str], only: Mapping[str, Collection[str]]
) -> Mapping[str, list[Any]]:
    but = "".join(
        f" AND NOT (p.list = '{name}' AND p.key NOT IN (SELECT value FROM json_each(:{name})))"
        for name in only
    )
    wanted = {"ids": _json(ids), **{name: _json(keys) for name, keys in only.items()}}
    found: dict[str, list[Any]] = defaultdict(list)
    for row in _rows(db, _PARTS.format(but=but), wanted):
        found[row.entity].append(row)
    return found


def _behind(db: Connection, rows: Iterable[Any]) -> Mapping[int, Behind]:
    """By the number of a value."""
    wanted = {row.number: row.reports for row in rows if row.field.rpartition(".")[2] not in _BARE}
    quotes: dict[int, list[Quoted]] = defaultdict(list)
    marks = MARKS if len(wanted) <= _VERY_MANY else _FEWER
    asked = {"numbers": _json(wanted), "marks": marks, "many": _LOOKED_AT}
    for number, report, start, stop, first, _, sentence in _rows(db, _QUOTES, asked):
        at, end = start - first, stop - first
        quotes[number].append(Quoted(report, start, sentence[:at], sentence[at:end], sentence[end:]))
    return {number: Behind(tuple(each), wanted[number]) for number, each in quotes.items()}


def _rows(db: Connection, statement: str, wanted: Mapping[str, Any]) -> list[Any]:
    return list(db.execute(sql(statement), dict(wanted)).all())


def _json(values: Iterable[Any]) -> str:
    return msgspec.json.encode(list(values)).decode()
