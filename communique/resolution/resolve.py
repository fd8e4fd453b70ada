"""The order of the resolution: features, collapse, blocks, compare, clusters, ids."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from communique.model.clusters import Clusters, Link
from communique.model.judgement import Judgement
from communique.model.mention import Reports, item_at, mentions
from communique.model.record import PREFIXES
from communique.model.when import when
from communique.resolution.bodies import BODIES
from communique.resolution.clustering import Edge, partition
from communique.resolution.compared import Kind, Seen, other
from communique.resolution.instruments import Sat, instruments
from communique.resolution.meetings import MEETINGS
from communique.resolution.operations import OPERATIONS, alone
from communique.resolution.people import PEOPLE, merge
from communique.resolution.verdicts import Verdicts, verdicts

_CROWD = 400
_WINDOW = 30

_FIRST: tuple[Kind[Any], ...] = (
    PEOPLE,
    BODIES,
    MEETINGS,
    OPERATIONS,
    alone("figures"),
    alone("statements"),
    alone("commitments"),
)
"""Instruments come after these: they ask which meeting they belong to."""


class Node(NamedTuple):
    """Mentions that need no comparison among themselves, seen as one."""

    id: str
    features: Any
    mentions: tuple[str, ...]
    reports: frozenset[str]


def resolve(reports: Reports, judgements: Iterable[Judgement] = ()) -> Clusters:
    """Which mentions are one: the same for any order of `reports`.

    A person's `same` and `other` (in `judgements`, later ones outdo earlier) override the program's.
    """
    seen = _seen(reports)
    said = verdicts(judgements)
    entries: dict[str, str] = {}
    links: list[Link] = []
    for kind in _FIRST:
        _resolve(kind, seen[kind.name], said, entries, links)
    _resolve(instruments(_sat(seen["meetings"], entries)), seen["instruments"], said, entries, links)
    return Clusters(entries=entries, links=tuple(sorted(links)))


def _sat(meetings: list[Seen], entries: Mapping[str, str]) -> Mapping[str, Sat]:
    """The meeting of each place: its entry, and the most precise of its days, of several the earliest."""
    days: dict[str, str] = {}
    for s in meetings:
        entry, day = entries[s.mention.id], item_at(s.reading, s.mention.places[0]).start
        if day:
            days[entry] = min(days.get(entry, day), day, key=lambda d: (-when(d).precision, d))
    places = ((f"{s.mention.report} {s.mention.places[0]}", entries[s.mention.id]) for s in meetings)
    return {place: Sat(entry, days.get(entry)) for place, entry in places}


def _seen(reports: Reports) -> Mapping[str, list[Seen]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for _, text, reading in reports:
        for mention in mentions(reading, text.id):
            found[mention.kind].append(Seen(mention, reading, text.characters))
    return found


def _resolve(
    kind: Kind[Any], seen: list[Seen], said: Verdicts, entries: dict[str, str], links: list[Link]
) -> None:
    nodes = _nodes(kind, seen, said)
    compared = list(_compared(kind, nodes))
    home = {mention: node.id for node in nodes for mention in node.mentions}
    found = partition(
        (n.id for n in nodes),
        (edge for _, edge in compared if edge),
        [*said.pairs("other", home), *_apart(compared, said, home)],
        said.pairs("same", home),
    )
    by_id = {n.id: n for n in nodes}
    for cluster in found.clusters():
        members = sorted(m for node in cluster for m in by_id[node].mentions)
        keys = sorted(str(by_id[node].features.key) for node in cluster)
        entries |= dict.fromkeys(members, _entry_id(kind.name, keys, members[0]))
    links.extend(link for link, _ in compared if link.verdict != "other")


def _apart(
    compared: list[tuple[Link, Edge | None]], said: Verdicts, home: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The program's `other`, save where a person says `same`."""
    overruled = {frozenset(pair) for pair in said.pairs("same", home)}
    for link, _ in compared:
        if link.verdict == "other" and frozenset((link.left, link.right)) not in overruled:
            yield link.left, link.right


def _nodes(kind: Kind[Any], seen: list[Seen], said: Verdicts) -> list[Node]:
    groups: dict[Hashable, list[tuple[Seen, Any]]] = defaultdict(list)
    for s in seen:
        features = kind.features(s)
        # a mention that a person set apart must not be collapsed with those it was set apart from
        key = ("alone", s.mention.id) if s.mention.id in said.set_apart else features.key
        groups[key].append((s, features))
    nodes = [_node(kind, group) for group in groups.values()]
    return sorted(nodes, key=lambda n: n.id)


def _node(kind: Kind[Any], group: list[tuple[Seen, Any]]) -> Node:
    group.sort(key=lambda pair: pair[0].mention.id)
    features = group[0][1]
    if kind.name == "people":
        for _, more in group[1:]:
            features = merge(features, more)
    ids = tuple(s.mention.id for s, _ in group)
    return Node(ids[0], features, ids, frozenset(s.mention.report for s, _ in group))


def _compared(kind: Kind[Any], nodes: list[Node]) -> Iterator[tuple[Link, Edge | None]]:
    for first, second in _pairs(kind, nodes):
        left, right = sorted((first, second), key=lambda n: n.id)
        result = kind.compare(left.features, right.features)
        if result is None:
            continue
        near = bool(left.reports & right.reports)
        if result.strangers and near:
            result = other(f"{result.reason}, but one report tells of both")
        link = Link(
            left=left.id, right=right.id, verdict=result.verdict, score=result.score, reason=result.reason
        )
        if result.verdict != "same":
            yield link, None
            continue
        leaner = None if result.leans is None else (left, right)[result.leans].id
        yield link, Edge(result.score, left.id, right.id, leaner, near)


def _pairs(kind: Kind[Any], nodes: list[Node]) -> Iterator[tuple[Node, Node]]:
    blocks: dict[Hashable, list[Node]] = defaultdict(list)
    for node in nodes:
        for block in set(kind.blocks(node.features)):
            blocks[block].append(node)
    met: set[tuple[str, str]] = set()
    for members in blocks.values():
        for left, right in _neighbours(members):
            pair = (left.id, right.id) if left.id < right.id else (right.id, left.id)
            if pair not in met:
                met.add(pair)
                yield left, right


def _neighbours(block: list[Node]) -> Iterator[tuple[Node, Node]]:
    """Every pair of a block; in a crowd each meets only those that read most like it."""
    if len(block) <= _CROWD:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda n: (_spelled(n.features.key), n.id))
    for i, left in enumerate(ordered):
        for right in ordered[i + 1 : i + 1 + _WINDOW]:
            yield left, right


def _spelled(value: object) -> str:
    """The value in words that are the same in every run: a set's own order is not."""
    if isinstance(value, frozenset):
        return " ".join(sorted(map(_spelled, value)))
    return " ".join(map(_spelled, value)) if isinstance(value, tuple) else str(value)


def _entry_id(kind: str, keys: list[str], smallest: str) -> str:
    """A body keeps its lexicon id; all else is named by the smallest of its mentions."""
    known = [key for key in keys if not key.startswith("~")] if kind == "bodies" else []
    return known[0] if known else f"{PREFIXES[kind]}-{smallest}"
