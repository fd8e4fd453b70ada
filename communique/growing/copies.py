"""Which reports are copies of each other, kept up to date as reports come and go: only what shares a key is compared."""

import struct
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection

from communique.growing.sql import AMONG, among, ask, change, highest, put
from communique.model.text import Text
from communique.resolution.copies import MET, Trace, copied, grouped, stretch, trace

_COLUMNS = 't.number, t.report, t.source, t.day, t."when", t.whole, t.runs'
_HOLDERS = """SELECT k.key, k.trace FROM json_each(?) asked CROSS JOIN json_each(?) j
CROSS JOIN cat_key k ON k.stretch = asked.value AND k.key = j.value"""
_STRETCHES = """WITH RECURSIVE each(n) AS (SELECT min(stretch) FROM cat_key
UNION ALL SELECT (SELECT min(stretch) FROM cat_key WHERE stretch > n) FROM each WHERE n IS NOT NULL)
SELECT n FROM each WHERE n IS NOT NULL"""


class Kept(NamedTuple):
    """A report's trace as it is stored, and the source that it belongs to; None without copies."""

    trace: Trace
    source: str | None
    number: int


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
    likely = _likely(db, again.values())
    pairs = [pair for id, one in again.items() for pair in _pairs(one, likely[id])]
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


def _pairs(one: Trace, likely: Iterable[Kept]) -> Iterator[tuple[str, str, str | None]]:
    """The reports that one is a copy of, or is copied by, with their source; of each source the first that is."""
    met: set[str] = set()
    for other in likely:
        if other.trace.text != one.text and other.source not in met and copied(one, other.trace):
            yield one.text, other.trace.text, other.source
            if other.source:
                met.add(other.source)


def _likely(db: Connection, traces: Collection[Trace]) -> dict[str, list[Kept]]:
    """For each trace the reports that share enough keys with it, of days that are near or unknown.

    Those of one time are looked up together: a formula that half of them use is then walked once, not by each.
    """
    together: dict[int, list[Trace]] = defaultdict(list)
    for one in traces:
        together[stretch(one.day)].append(one)
    found: dict[str, list[int]] = {}
    for here, each in together.items():
        holders: dict[int, list[int]] = defaultdict(list)
        keys = {key for one in each for key in one.keys}
        for key, number in among(db, _HOLDERS, _near(db, here), keys):
            holders[key].append(number)
        for one in each:
            shared = Counter(chain.from_iterable(holders[key] for key in one.keys))
            found[one.text] = [number for number, met in shared.items() if met >= MET]
    numbers = {number for each in found.values() for number in each}
    rows = among(db, f"SELECT {_COLUMNS} FROM cat_trace t WHERE t.number IN {AMONG}", numbers)
    kept = {row[0]: _kept(row) for row in rows}
    return {id: sorted((kept[n] for n in each), key=lambda k: k.trace.when) for id, each in found.items()}


def _near(db: Connection, here: int) -> list[int]:
    """The stretches of days in which a copy may have come out."""
    if here:
        return [0, here - 1, here, here + 1]
    return [row[0] for row in ask(db, _STRETCHES)]


def _stored(db: Connection, reports: Collection[str]) -> dict[str, Kept]:
    rows = among(db, f"SELECT {_COLUMNS} FROM cat_trace t WHERE t.report IN {AMONG}", reports)
    return {row[1]: _kept(row) for row in rows}


def _members(db: Connection, sources: Collection[str]) -> dict[str, Kept]:
    rows = among(db, f"SELECT {_COLUMNS} FROM cat_trace t WHERE t.source IN {AMONG}", sources)
    return {row[1]: _kept(row) for row in rows}


def _remove(db: Connection, lost: Mapping[str, Kept], loose: Collection[str]) -> None:
    lines = (line for kept in lost.values() for line in _lines(kept.trace, kept.number))
    put(db, "DELETE FROM cat_key WHERE stretch = ? AND key = ? AND trace = ?", lines)
    change(db, f"DELETE FROM cat_trace WHERE report IN {AMONG}", lost)
    change(db, f"UPDATE cat_trace SET source = NULL WHERE report IN {AMONG}", loose)


def _keep(db: Connection, traces: Collection[Trace]) -> None:
    last = highest(db, "cat_trace")
    numbered = list(enumerate(traces, last + 1))
    put(
        db,
        "INSERT INTO cat_trace VALUES (?, ?, NULL, ?, ?, ?, ?)",
        ((number, t.text, t.day, t.when, t.whole, packed(t.runs)) for number, t in numbered),
    )
    # in the order in which they lie, so that each page is touched once
    lines = sorted(line for number, t in numbered for line in _lines(t, number))
    put(db, "INSERT INTO cat_key VALUES (?, ?, ?)", lines)


def _lines(one: Trace, number: int) -> Iterator[tuple[int, int, int]]:
    """Where a trace is looked up."""
    return ((stretch(one.day), key, number) for key in one.keys)


def packed(runs: Collection[int]) -> bytes:
    """Runs as they are stored: the same bytes for the same runs."""
    return struct.pack(f"<{len(runs)}I", *sorted(runs))


def _kept(row: Iterable[Any]) -> Kept:
    number, report, source, day, when, whole, runs = row
    unpacked = frozenset(struct.unpack(f"<{len(runs) // 4}I", runs))
    return Kept(Trace(report, unpacked, day, when, whole), source, number)
