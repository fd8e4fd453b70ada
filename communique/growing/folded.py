"""Entries as their rows and words need them: what stands and what does not, with the first place of each value."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from communique.catalogue.tables import TEXT_ID
from communique.catalogue.views import RULE
from communique.growing.compact import part_of_field
from communique.growing.sql import AMONG, among
from communique.model.record import Citation, Entry, Field, Part, Value
from communique.model.span import Span
from communique.record import entry_of, part_of
from communique.record.told import PartKey

MANY = ("people", "bodies")
"""The kinds whose meetings may be thousands: their parts are kept up one by one, and never loaded together."""

_VALUES = f"""SELECT n.id, v.field, v.rank, v.reports - v.copies, coalesce(v.json, '"' || v.value || '"'), v.verdict,
{RULE}, iif(v.target, v.same, NULL), v.part,
(SELECT 'r-' || {TEXT_ID.format("q.report")} || ' ' || q.start FROM cat_stored_quote q
 WHERE q.value = v.number AND q."cast" = (v.verdict = 'rejected') ORDER BY q.report, q.start LIMIT 1)
FROM """
_OF = f"cat_entry n JOIN cat_stored_value v ON v.entry = n.number WHERE n.id IN {AMONG}"
_CITED = ".cited"
"""The days on which an office is cited may be thousands: rows need the first and the last, the index each year."""
_REJECTED = f"""cat_entry n JOIN cat_stored_value v INDEXED BY cat_value_rejected ON v.entry = n.number
WHERE n.id IN {AMONG} AND v.verdict = 'rejected' AND v.field > 'offices.' AND substr(v.field, -6) = '{_CITED}'"""
_OTHERS = f"{_OF} AND v.field > 'meetings/' AND substr(v.field, -6) != '{_CITED}'"
_OFTEN = 100
"""Reports on a person from which the days on which their offices are cited are leapt over, field by field, not passed one by one."""
_FIELD = "(SELECT min(v.field) FROM cat_stored_value v WHERE v.entry = {} AND v.field > {})"
_LEAPING = f"""(WITH RECURSIVE each(e, f) AS (
    SELECT a.number, {_FIELD.format("a.number", "'meetings/'")} FROM cat_entry a WHERE a.id IN {AMONG}
    UNION ALL SELECT e, {_FIELD.format("e", "f")} FROM each WHERE f IS NOT NULL)
SELECT e, f FROM each WHERE substr(f, -6) != '{_CITED}') d
JOIN cat_stored_value v ON v.entry = d.e AND v.field = d.f
JOIN cat_entry n ON n.number = d.e"""
_DAY = """(SELECT c.same FROM cat_stored_value c WHERE c.entry = e AND c.field = f AND c.verdict = 'stands'{than}
ORDER BY c.same {way} LIMIT 1)"""
_CITED_DAYS = f"""(WITH RECURSIVE
asked(e, f) AS (SELECT a.number, json_extract(j.value, '$[1]') FROM json_each(?) j
    JOIN cat_entry a ON a.id = json_extract(j.value, '$[0]')),
each(e, f, day) AS (
    SELECT e, f, {_DAY.format(than="", way="")} FROM asked
    UNION SELECT e, f, {_DAY.format(than=" AND c.same > substr(day, 1, 4) || '~'", way="")} FROM each
    WHERE day IS NOT NULL)
SELECT e, f, day FROM each UNION SELECT e, f, {_DAY.format(than="", way="DESC")} FROM asked) d
JOIN cat_stored_value v ON v.entry = d.e AND v.field = d.f AND v.same = d.day
JOIN cat_entry n ON n.number = d.e"""
_BELOW = "json_each(?) j JOIN cat_entry n ON n.id = json_extract(j.value, '$[0]') "
_BELOW += "JOIN cat_stored_value v ON v.entry = n.number "
_BELOW += (
    "AND v.field > json_extract(j.value, '$[1]') || '.' AND v.field < json_extract(j.value, '$[1]') || '/'"
)
_FAR = Span(0, 1)

Decided = dict[PartKey | None, tuple[Field, ...]]


def folded(db: Connection, kinds: Mapping[str, str]) -> dict[str, Entry]:
    """Entries by id, for ids with their kinds; without the meetings of those that may have thousands."""
    many = [id for id, kind in kinds.items() if kind in MANY]
    rows = among(db, _VALUES + _OF, [id for id, kind in kinds.items() if kind not in MANY])
    rows += among(db, f"{_VALUES}{_OF} AND v.field < 'meetings.'", many)
    rows += (others := _others(db, many))
    rows += among(db, _VALUES + _REJECTED, many)
    offices = {(row[0], row[1].rpartition(".")[0]) for row in others if row[1].startswith("offices.")}
    rows += among(db, _VALUES + _CITED_DAYS, {(id, office + _CITED) for id, office in offices})
    return {id: _entry(kinds[id], id, decided) for id, decided in _by_entity(rows).items()}


def _others(db: Connection, ids: Collection[str]) -> list[Any]:
    """What is said of people and bodies but for their meetings and the days on which offices are cited."""
    ask = f"SELECT id FROM cat_entry WHERE id IN {AMONG} AND reports > {_OFTEN}"
    often = {row[0] for row in among(db, ask, ids)}
    seldom = [id for id in ids if id not in often]
    return among(db, _VALUES + _OTHERS, seldom) + among(db, _VALUES + _LEAPING, sorted(often))


def parts(db: Connection, spots: Collection[tuple[str, str]]) -> list[tuple[str, Part]]:
    """Single parts of entries, by entry and `list.key`."""
    rows = among(db, _VALUES + _BELOW, spots)
    return [
        (id, part_of(key, fields))
        for id, decided in _by_entity(rows).items()
        for key, fields in decided.items()
        if key
    ]


def place_of(part: Part) -> str:
    """Where the first report names a part, so that ordering by it is the order of reading."""
    places = [(c.report, c.start) for f in part.fields for v in f.values for c in v.citations]
    report, start = min(places, default=("", 0))
    return f"{report} {start:09}" if report else ""


def linked(entry: Entry, labels: Mapping[str, str]) -> Entry:
    """The entry with its parts called as the entries that they stand for."""
    called = (replace(p, label=labels.get(p.target or "", p.label)) for p in entry.parts)
    return replace(entry, parts=tuple(called))


def _entry(kind: str, id: str, decided: Decided) -> Entry:
    found = entry_of(kind, id, decided)
    values = (v for fields in decided.values() for f in fields for v in f.values)
    return replace(found, reports=tuple(sorted({r for v in values for r in v.reports})))


def _by_entity(rows: Iterable[Any]) -> dict[str, Decided]:
    found: dict[str, dict[PartKey | None, list[Field]]] = defaultdict(lambda: defaultdict(list))
    ordered = sorted(rows, key=lambda r: (r[0], r[1], r[2], -r[3], r[4]))
    for (entity, dotted), group in groupby(ordered, key=lambda r: (r[0], r[1])):
        each = list(group)
        key, name = part_key(dotted, part_of_field(each[0][8], dotted))
        found[entity][key].append(Field(name, tuple(_value(row) for row in each)))
    return {id: {key: tuple(fields) for key, fields in each.items()} for id, each in found.items()}


def part_key(dotted: str, target: str | None) -> tuple[PartKey | None, str]:
    """The part that a dotted field lies in, and the field's own name."""
    list_, _, rest = dotted.partition(".")
    if not rest:
        return None, dotted
    key, _, name = rest.rpartition(".")
    return PartKey(list_, key, target), name


def _value(row: Any) -> Value:
    _, _, _, _, json, verdict, rule, target, _, first = row
    report, _, start = (first or "").partition(" ")
    at = int(start or 0)
    cited = Citation(report=report, start=at, stop=at, words="", line=0, sentence=_FAR)
    return Value(
        value=msgspec.json.decode(json),
        verdict=verdict,
        rule=rule,
        target=target,
        reports=(report,) if first else (),
        citations=(cited,) if first else (),
    )
