"""Values from sums: every field that a batch touched is decided anew, from its values' marks and nothing else."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection

from communique.catalogue.tables import TEXT_ID, mark_of
from communique.growing.cited import cite
from communique.growing.compact import (
    claims_kept,
    part_kept,
    part_of_field,
    plain,
    rule_kept,
    rule_of,
    tally_kept,
    tally_of,
)
from communique.growing.sql import AMONG, among, ask, change, highest, put
from communique.growing.sums import Sums, added
from communique.lexicon.spelling import fold
from communique.record.standing import Place, Places, text_of
from communique.record.tallies import CORRECTION, Decided, Key, Saying, settle

_COLUMNS = (
    "number", "entry", "field", "value", "verdict", "rule", "target", "reports", "copies",
    "json", "part", "same", "how", "tally", "rank",
)  # fmt: skip
_SELECT = f"""SELECT e.id, {", ".join(f"v.{c}" for c in _COLUMNS)} FROM json_each(?) j
JOIN cat_entry e ON e.id = json_extract(j.value, '$[0]')
JOIN cat_stored_value v ON v.entry = e.number AND v.field = json_extract(j.value, '$[1]')"""
_STORE = f"""INSERT INTO cat_stored_value({", ".join(_COLUMNS)})
VALUES (?, (SELECT number FROM cat_entry WHERE id = ?){", ?" * (len(_COLUMNS) - 2)})
ON CONFLICT(number) DO UPDATE SET {", ".join(f"{c} = excluded.{c}" for c in _COLUMNS[3:] if c != "same")}"""
_PLACES = f"""SELECT {TEXT_ID.format("q.report")}, q.start, t.source, t."when"
FROM cat_stored_quote q LEFT JOIN cat_trace t ON t.report = {TEXT_ID.format("q.report")} AND t.source > ''
WHERE NOT q."cast" AND q.value = ?"""
_BODIES = "bodies."

Spot = tuple[str, str]
"""An entry and one of its fields."""


class _Line(NamedTuple):
    """A value as it is stored, the entry by its id."""

    number: int
    entity: str
    field: str
    value: str | None
    verdict: str | None
    rule: str | None
    target: bool
    reports: int
    copies: int
    json: str
    part: str | None
    same: str
    how: str
    marks: Mapping[str, int]
    rank: int


def apply(db: Connection, sums: Sums) -> set[Spot]:
    """Brings every value up to `sums`; the fields of which a value or a quote changed."""
    whose = {key for key in sums.marks if _whose(key, sums)}
    first = _Values(db, sums)
    touched = first.bring(whose)
    again = _owned(db, {entity for entity, _ in touched})
    rest = _Values(db, sums)
    touched |= rest.bring(sums.marks.keys() - whose, again)
    cite(db, [*first.gone, *rest.gone], [*first.come, *rest.come])
    # the sums may come out even where other reports say it now: the first place of it is another
    return touched | {(key.entry, key.field) for key in sums.marks}


def _whose(key: Key, sums: Sums) -> bool:
    """True for what says which bodies a meeting is of: their own reports outdo others in all its fields."""
    return key.field.startswith(_BODIES) and sums.kinds[key.entry] == "meetings"


def _body_in(field: str) -> str:
    """The body in `bodies.csto.name`."""
    return field[len(_BODIES) : field.rindex(".")]


def _owned(db: Connection, meetings: Collection[str]) -> set[Spot]:
    """The fields of meetings of which a body itself may have reported."""
    rows = among(
        db,
        "SELECT DISTINCT e.id, v.field FROM cat_entry e JOIN cat_stored_value v ON v.entry = e.number "
        f"""WHERE e.id IN {AMONG} AND v.tally LIKE '%"b%'""",
        meetings,
    )
    return {(entity, field) for entity, field in rows}


class _Values:
    """The values of the fields that are decided anew."""

    def __init__(self, db: Connection, sums: Sums) -> None:
        self.db, self.sums = db, sums
        self._own: dict[str, frozenset[str]] = {}
        self._new: dict[str, list[str]] = defaultdict(list)
        for key in sums.marks:
            if key.field.startswith(_BODIES):
                self._new[key.entry].append(_body_in(key.field))
        self.gone: list[tuple[int, int]] = []
        self.come: list[tuple[int, int]] = []
        self._last = highest(db, "cat_stored_value")

    def bring(self, keys: Collection[Key], again: Collection[Spot] = ()) -> set[Spot]:
        """Adds the marks of `keys`, and decides their fields and those to be decided `again`."""
        stored = self._stored(keys, again)
        tallies: dict[Spot, dict[str, dict[str, int]]] = defaultdict(dict)
        for line in stored.values():
            if line.same != CORRECTION:
                tallies[line.entity, line.field][line.same] = dict(line.marks)
        for key in keys:
            added(tallies[key.entry, key.field].setdefault(key.same, {}), self.sums.marks[key])
        numbers = {key: line.number for key, line in stored.items()}
        for key in sorted(keys - numbers.keys()):
            self._last += 1
            numbers[key] = self._last
        self._quote(keys, numbers)
        lines = [
            line
            for spot, by_same in tallies.items()
            for line in self._decided(spot, by_same, stored, numbers)
        ]
        return self._write(stored, {Key(x.entity, x.field, x.same): x for x in lines})

    def _stored(self, keys: Collection[Key], again: Collection[Spot]) -> dict[Key, _Line]:
        """All stored values of the fields; of lists only those that are touched, unless a person corrected one."""
        alone, whole = set(), set(again)
        for key in keys:
            corrected = any(mark[0] == "i" for mark in self.sums.marks[key])
            if self.sums.fields[key].rule == "list" and not corrected:
                alone.add(key)
            else:
                whole.add((key.entry, key.field))
        some = f"{_SELECT} AND v.same IN (json_extract(j.value, '$[2]'), '{CORRECTION}')"
        rows = [_stored(row) for row in among(self.db, some, alone)]
        whole |= {(line.entity, line.field) for line in rows if line.same == CORRECTION}
        rows += [_stored(row) for row in among(self.db, _SELECT, whole)]
        return {Key(line.entity, line.field, line.same): line for line in rows}

    def _quote(self, keys: Collection[Key], numbers: Mapping[Key, int]) -> None:
        self.gone = [(numbers[key], mark_of(report)) for key, report in self.sums.gone if key in keys]
        put(self.db, "DELETE FROM cat_stored_quote WHERE value = ? AND report = ?", self.gone)
        come = [
            (
                numbers[key], mark_of(c.report), c.start, c.stop, cast, c.line,
                c.sentence.start, c.sentence.stop, claims_kept(claims),
            )
            for key, (c, claims, cast) in self.sums.come
            if key in keys
        ]  # fmt: skip
        put(self.db, "INSERT INTO cat_stored_quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", come)
        self.come = [line[:2] for line in come]

    def _decided(
        self,
        spot: Spot,
        tallies: Mapping[str, Mapping[str, int]],
        stored: Mapping[Key, _Line],
        numbers: dict[Key, int],
    ) -> Iterable[_Line]:
        entity, field = spot
        counted = ((same, {m: n for m, n in t.items() if n}) for same, t in tallies.items())
        kept = {same: tally for same, tally in counted if tally}
        any_key = Key(entity, field, next(iter(tallies)))
        how, part = self._field(any_key, stored)
        own = self._own_marks(entity) if any(m[0] == "b" for t in kept.values() for m in t) else frozenset()
        for found in settle(kept, how, own, partial(self._places, spot, numbers)):
            key = Key(entity, field, found.same)
            if key not in numbers:
                self._last += 1
                numbers[key] = self._last
            yield _line(numbers[key], key, found, (how, part), kept.get(found.same, {}))

    def _field(self, key: Key, stored: Mapping[Key, _Line]) -> tuple[str, str | None]:
        """Rule and part of a field."""
        line = stored.get(key)
        if line:
            return line.how, line.part
        saying: Saying = self.sums.fields[key]
        return saying.rule, saying.part

    def _places(self, spot: Spot, numbers: Mapping[Key, int], same: str) -> Places:
        rows = ask(self.db, _PLACES, (numbers[Key(*spot, same)],))
        found = [
            Place(f"r-{id}", at, source or f"r-{id}", when if source else "") for id, at, source, when in rows
        ]
        return found or [Place(spot[0], 0, spot[0])]

    def _own_marks(self, entity: str) -> frozenset[str]:
        """The marks of publishers that are the entry itself, or a body that meets in it."""
        if entity not in self._own:
            self._own[entity] = frozenset(f"b{fold(b.split('/')[0])}" for b in self._bodies(entity))
        return self._own[entity]

    def _bodies(self, entity: str) -> Iterable[str]:
        if not entity.startswith("m-"):
            return [entity]
        rows = ask(
            self.db,
            "SELECT DISTINCT v.field FROM cat_entry e JOIN cat_stored_value v ON v.entry = e.number "
            "WHERE e.id = ? AND v.field > 'bodies.' AND v.field < 'bodies/'",
            (entity,),
        )
        return [_body_in(field) for (field,) in rows] + self._new[entity]

    def _write(self, stored: Mapping[Key, _Line], lines: Mapping[Key, _Line]) -> set[Spot]:
        gone = [line.number for key, line in stored.items() if key not in lines]
        change(self.db, f"DELETE FROM cat_stored_value WHERE number IN {AMONG}", gone)
        changed = [line for key, line in lines.items() if stored.get(key) != line]
        put(self.db, _STORE, map(_kept, changed))
        spots = {(line.entity, line.field) for line in changed}
        return spots | {(key.entry, key.field) for key in stored if key not in lines}


def _line(
    number: int, key: Key, found: Decided, field: tuple[str, str | None], tally: Mapping[str, int]
) -> _Line:
    how, part = field
    return _Line(
        number=number,
        entity=key.entry,
        field=key.field,
        value=str(found.value),
        verdict=found.verdict,
        rule=found.rule,
        target=bool(tally.get("t")),
        reports=found.reports,
        copies=found.copies,
        json=text_of(found.value),
        part=part,
        same=key.same,
        how=how,
        marks=tally,
        rank=found.rank,
    )


def _kept(line: _Line) -> tuple[Any, ...]:
    """A line as it lies in the table."""
    (
        number,
        entity,
        field,
        value,
        verdict,
        rule,
        target,
        reports,
        copies,
        json,
        part,
        same,
        how,
        marks,
        rank,
    ) = line
    return (
        number, entity, field, value, verdict, rule_kept(rule, how), target, reports, copies,
        None if plain(value or "", json) else json, part_kept(part, field), same, how,
        tally_kept(marks, json), rank,
    )  # fmt: skip


def _stored(row: Sequence[Any]) -> _Line:
    """The line that `_kept` laid down, behind the id of its entry."""
    (
        entity,
        number,
        _,
        field,
        value,
        verdict,
        rule,
        target,
        reports,
        copies,
        json,
        part,
        same,
        how,
        tally,
        rank,
    ) = row
    json = f'"{value}"' if json is None else json
    return _Line(
        number, entity, field, value, verdict, rule_of(rule, how), bool(target), reports, copies,
        json, part_of_field(part, field), same, how, tally_of(tally, json), rank,
    )  # fmt: skip
