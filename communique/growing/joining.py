"""Nodes to entries: every connected set of nodes that something touched is resolved anew, and no other."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from communique.growing.placing import decoded
from communique.growing.spoken import Spoken
from communique.growing.sql import AMONG, among, ask, put
from communique.resolution.resolve import Words, day_of, resolved
from communique.resolution.traits import RESOLVED

_FEW = 100
"""Reports that are held for a node; of one that more speak of the tables are asked, pair by pair."""
_BOTH = """SELECT 1 FROM cat_alias a WHERE a.node = ? AND EXISTS
(SELECT 1 FROM cat_alias b WHERE b.node = ? AND b.report = a.report) LIMIT 1"""


class Joined(NamedTuple):
    """Node -> former and present entry of those that changed, and of meetings those whose day did."""

    entries: Mapping[str, tuple[str | None, str]]
    days: frozenset[str]


class _Node(NamedTuple):
    entity: str | None
    day: str | None
    mentions: int
    features: Any


def join(db: Connection, kind: str, seeds: Collection[str], spoken: Spoken) -> Joined:
    """Resolves `seeds` and all that they are joined to, and stores the entries that come of it."""
    if not seeds:
        return Joined({}, frozenset())
    if not RESOLVED[kind].compares:
        return _alone(kind, seeds, spoken)
    nodes = _connected(db, seeds, spoken)
    near = _near(db, {id: node.mentions for id, node in nodes.items()})
    features = {id: node.features for id, node in nodes.items()}
    found = resolved(kind, features, near, _among(spoken.words(), nodes), _joined(db, nodes))
    changed, days, lines = {}, set(), []
    for entry, members in found.entries.items():
        day = day_of(features[m].start for m in members) if kind == "meetings" else None
        for node in members:
            was = nodes[node]
            if was.entity != entry:
                changed[node] = (was.entity, entry)
            if was.day != day:
                days.add(node)
            if (was.entity, was.day) != (entry, day):
                lines.append((entry, day, node))
    put(db, "UPDATE cat_node SET entity = ?, day = ? WHERE id = ?", lines)
    return Joined(changed, frozenset(days))


def _alone(kind: str, seeds: Collection[str], spoken: Spoken) -> Joined:
    """Mentions that nothing but a person's word can join."""
    nodes = dict.fromkeys(_spread(seeds, spoken, lambda _: ()))
    found = resolved(kind, nodes, lambda _a, _b: False, _among(spoken.words(), nodes))
    return Joined(
        {n: (None, entry) for entry, members in found.entries.items() for n in members}, frozenset()
    )


def _among(words: Words, nodes: Collection[str]) -> Words:
    together, apart = ([p for p in pairs if p[0] in nodes and p[1] in nodes] for pairs in words)
    return Words(together, apart)


def _joined(db: Connection, nodes: Collection[str]) -> list[tuple[str, str]]:
    """The pairs that compare as the same, each once."""
    ask = f'SELECT "left", "right" FROM cat_joined WHERE "left" IN {AMONG} AND "left" < "right"'
    return sorted((left, right) for left, right in among(db, ask, nodes) if right in nodes)


def _connected(db: Connection, seeds: Collection[str], spoken: Spoken) -> Mapping[str, _Node]:
    def joined(nodes: Collection[str]) -> Iterable[str]:
        rows = among(db, f'SELECT DISTINCT "right" FROM cat_joined WHERE "left" IN {AMONG}', nodes)
        return (row[0] for row in rows)

    ids = _spread(seeds, spoken, joined)
    rows = among(
        db, f"SELECT id, entity, day, mentions, kind, features FROM cat_node WHERE id IN {AMONG}", ids
    )
    return {id: _Node(entity, day, n, decoded(kind, f)) for id, entity, day, n, kind, f in rows}


def _spread(
    seeds: Collection[str], spoken: Spoken, joined: Callable[[Collection[str]], Iterable[str]]
) -> set[str]:
    """The seeds and all that they are joined to, by comparison or by a person's word."""
    found: set[str] = set()
    front = set(seeds)
    while front:
        found |= front
        front = {*joined(front), *spoken.beside(front)} - found
    return found


def _near(db: Connection, mentions: Mapping[str, int]) -> Callable[[str, str], bool]:
    """Whether some report speaks of both nodes: the reports of those that few speak of are loaded once, for all pairs."""
    few = [node for node, number in mentions.items() if number <= _FEW]
    reports: dict[str, set[str]] = {}

    def of(node: str) -> set[str] | None:
        if not reports and few:
            reports.update({one: set() for one in few})
            for one, report in among(db, f"SELECT node, report FROM cat_alias WHERE node IN {AMONG}", few):
                reports[one].add(report)
        return reports.get(node)

    def near(left: str, right: str) -> bool:
        ours, theirs = of(left), of(right)
        if ours is not None and theirs is not None:
            return not ours.isdisjoint(theirs)
        one, other = sorted((left, right), key=lambda node: (mentions[node], node))
        return bool(ask(db, _BOTH, (one, other)))

    return near
