"""Which reports are copies of each other, kept up to date as reports come and go: only what shares a key is compared."""

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from communique.growing.sql import AMONG, among, change, put
from communique.model.text import Text
from communique.resolution.copies import MET, Trace, copied, days_near, grouped, trace

_COLUMNS = 't.report, t.source, t.day, t."when", t.whole, t.runs'
_LIKELY = f"""SELECT {_COLUMNS} FROM (SELECT report FROM (
SELECT k.report FROM json_each(?1) j JOIN cat_key k ON k.key = j.value AND k.day BETWEEN ?2 AND ?3 UNION ALL
SELECT k.report FROM json_each(?1) j JOIN cat_key k ON k.key = j.value AND k.day = '' WHERE ?2 > '')
GROUP BY report HAVING count(*) >= {MET}) f JOIN cat_trace t ON t.report = f.report
ORDER BY t."when", t.report"""


class Kept(NamedTuple):
    """A report's trace as it is stored, and the source that it belongs to; None without copies."""

    trace: Trace
    source: str | None


class Regrouped(NamedTuple):
    """The former source of each report that belongs to another now (or is gone, or another moment tells its order)."""

    was: Mapping[str, str | None]
    """Those that are new are not in it."""


def regroup(db: Connection, texts: Iterable[Text], gone: Collection[str] = ()) -> Regrouped:
    """Takes in `texts`, new ones and changed ones, leaves out those that are `gone`, and stores what is one source."""
    fresh = {text.id: trace(text) for text in texts}
    known = _stored(db, {*fresh, *gone})
    changed = {id: one for id, one in fresh.items() if id not in known or known[id].trace != one}
    lost = {id: kept for id, kept in known.items() if id in changed or id not in fresh}
    if not changed and not lost:
        return Regrouped({})
    left = {kept.source for kept in lost.values() if kept.source}
    loose = {m: kept for m, kept in _members(db, left).items() if m not in lost}
    _remove(db, lost, loose)
    _keep(db, changed.values())
    again = changed | {m: kept.trace for m, kept in loose.items()}
    now = _joined(db, again)
    former = {m: kept.source for m, kept in (*lost.items(), *loose.items())}
    former = {**now.former, **former}
    put(db, "UPDATE cat_trace SET source = ? WHERE report = ?", ((s, m) for m, s in now.sources.items()))
    moved = {m: was for m, was in former.items() if m in lost or now.sources.get(m) != was}
    return Regrouped(moved)


class _Joined(NamedTuple):
    sources: Mapping[str, str]
    former: Mapping[str, str | None]


def _joined(db: Connection, again: Mapping[str, Trace]) -> _Joined:
    """The source of every report that one of `again` leads to, and which it belonged to before."""
    pairs = [pair for one in again.values() for pair in _pairs(db, one)]
    met = {other: source for _, other, source in pairs}
    whole = {source for source in met.values() if source}
    ends = [(one, source or other) for one, other, source in pairs]
    linked = {end for pair in ends for end in pair}
    members: dict[str, list[str]] = defaultdict(list)
    kept = _members(db, whole)
    for member, one in kept.items():
        members[one.source or ""].append(member)
    sources: dict[str, str] = {}
    for group in grouped(linked, ends):
        name = min(group)
        for end in group:
            for member in members[end] if end in whole else [end]:
                sources[member] = name
    former = {m: one.source for m, one in kept.items()} | {m: s for m, s in met.items() if m not in again}
    return _Joined(sources, former)


def _pairs(db: Connection, one: Trace) -> Iterator[tuple[str, str, str | None]]:
    """The reports that one is a copy of, or is copied by, with their source; of each source the first that is."""
    met: set[str] = set()
    for other in _likely(db, one):
        if other.trace.text != one.text and other.source not in met and copied(one, other.trace):
            yield one.text, other.trace.text, other.source
            if other.source:
                met.add(other.source)


def _likely(db: Connection, one: Trace) -> list[Kept]:
    """The reports that share enough keys with one, of days that are near or unknown."""
    keys = msgspec.json.encode(one.keys).decode()
    return [_kept(row) for row in db.exec_driver_sql(_LIKELY, (keys, *days_near(one.day)))]


def _stored(db: Connection, reports: Collection[str]) -> dict[str, Kept]:
    rows = among(db, f"SELECT {_COLUMNS} FROM cat_trace t WHERE t.report IN {AMONG}", reports)
    return {row[0]: _kept(row) for row in rows}


def _members(db: Connection, sources: Collection[str]) -> dict[str, Kept]:
    rows = among(db, f"SELECT {_COLUMNS} FROM cat_trace t WHERE t.source IN {AMONG}", sources)
    return {row[0]: _kept(row) for row in rows}


def _remove(db: Connection, lost: Mapping[str, Kept], loose: Collection[str]) -> None:
    put(
        db,
        "DELETE FROM cat_key WHERE key = ? AND day = ? AND report = ?",
        ((key, kept.trace.day or "", id) for id, kept in lost.items() for key in kept.trace.keys),
    )
    change(db, f"DELETE FROM cat_trace WHERE report IN {AMONG}", lost)
    change(db, f"UPDATE cat_trace SET source = NULL WHERE report IN {AMONG}", loose)


def _keep(db: Connection, traces: Collection[Trace]) -> None:
    put(
        db,
        "INSERT INTO cat_trace VALUES (?, NULL, ?, ?, ?, ?)",
        ((t.text, t.day, t.when, t.whole, packed(t.runs)) for t in traces),
    )
    lines = ((key, t.day or "", t.text) for t in traces for key in t.keys)
    put(db, "INSERT INTO cat_key VALUES (?, ?, ?)", lines)


def packed(runs: Collection[int]) -> bytes:
    """Runs as they are stored: the same bytes for the same runs."""
    return struct.pack(f"<{len(runs)}I", *sorted(runs))


def _kept(row: Iterable[object]) -> Kept:
    report, source, day, when, whole, runs = row
    assert isinstance(runs, bytes)
    unpacked = frozenset(struct.unpack(f"<{len(runs) // 4}I", runs))
    return Kept(Trace(str(report), unpacked, day, when, whole), source)  # type: ignore[arg-type]
