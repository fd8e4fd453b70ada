"""The order of the resolution: traits, nodes, blocks, compare, clusters, ids."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from communique.model.clusters import Clusters, Link
from communique.model.judgement import Judgement
from communique.model.mention import Reports
from communique.model.record import PREFIXES
from communique.model.text import Text
from communique.model.when import when
from communique.resolution.clustering import Edge, partition
from communique.resolution.compared import Compared, Kind, other
from communique.resolution.copies import sources
from communique.resolution.instruments import Sat
from communique.resolution.traits import RESOLVED, Trait, merged, node_of, sat_in, traits
from communique.resolution.verdicts import Verdicts, verdicts

Nodes = Mapping[str, Any]
"""Node id -> its features."""

Pair = tuple[str, str]

_UNKNOWN = Sat()


class Words(NamedTuple):
    """What people said of nodes: pairs that are one, and pairs that are two."""

    together: Collection[Pair] = ()
    apart: Collection[Pair] = ()


class Resolution(NamedTuple):
    """Sets of nodes that are one entry, by the entry's id; and what was found on the way."""

    entries: Mapping[str, frozenset[str]]
    links: tuple[Link, ...] = ()


def resolve(reports: Reports, judgements: Iterable[Judgement] = (), older: Collection[str] = ()) -> Clusters:
    """Which mentions are one: the same for any order of `reports`.

    A person's `same` and `other` (in `judgements`, later ones outdo earlier) override the program's. Texts that are
    `older` versions of another are nobody's copies.
    """
    seen: dict[str, list[Trait]] = defaultdict(list)
    texts: list[Text] = []
    for _, text, reading in reports:
        if text.id not in older:
            texts.append(text)
        for trait in traits(text, reading):
            seen[trait.kind].append(trait)
    said = verdicts(judgements)
    entries: dict[str, str] = {}
    nodes: dict[str, str] = {}
    homes: dict[str, str] = {}
    links: list[Link] = []
    for kind in RESOLVED:
        sat = _sat(seen["meetings"], homes, entries) if kind == "instruments" else {}
        marks = said.marks
        here_seen = [sat_in(t, sat, marks.get(t.mention, "")) for t in seen[kind]]
        home, features, reported = _gathered(kind, here_seen, marks)
        homes |= home
        called = {t.features.name: home[t.mention] for t in here_seen} if kind == "instruments" else {}
        found = resolved(kind, features, _beside(reported), _words(said, called | home))
        here = {node: entry for entry, members in found.entries.items() for node in members}
        nodes |= here
        entries |= {mention: here[node] for mention, node in home.items()}
        links.extend(found.links)
    return Clusters(entries=entries, nodes=nodes, links=tuple(sorted(links)), sources=sources(texts))


def resolved(
    kind: str,
    nodes: Nodes,
    near: Callable[[str, str], bool],
    words: Words,
    joined: Iterable[Pair] | None = None,
) -> Resolution:
    """Which of `nodes` are one. `near` tells whether some report speaks of both of two nodes.

    Nodes that no `ties` and no word of a person join, however indirectly, never bear on each other: each
    connected set of them may be resolved by itself, with the same outcome. With `joined`, all pairs that compare
    as the same, no others are compared but those that would come together by them.
    """
    comparing = _Comparing(RESOLVED[kind].kind, nodes, near)
    links: list[Link] = []
    edges: list[Edge] = []
    for pair in _pairs(RESOLVED[kind].kind, nodes) if joined is None else joined:
        result, edge = comparing.look(pair)
        if result is not None and result.verdict != "other":
            links.append(_link(pair, result))
        if edge:
            edges.append(edge)
    said = {frozenset(pair): False for pair in words.together}
    said |= {frozenset(pair): True for pair in words.apart}

    def apart(left: str, right: str) -> bool:
        word = said.get(frozenset((left, right))) if said else None
        return comparing.other(left, right) if word is None else word

    found = partition(nodes, edges, apart, words.together)
    clusters = (frozenset(cluster) for cluster in found.clusters())
    entries = (
        (_entry_id(kind, cluster, nodes), cluster) for cluster in sorted(clusters, key=lambda c: min(c))
    )
    every: dict[str, frozenset[str]] = {}
    for id, cluster in entries:  # a body of the lexicon is one entry, whatever people say
        every[id] = every.get(id, frozenset()) | cluster
    return Resolution(every, tuple(links))


def _link(pair: Pair, result: Compared) -> Link:
    return Link(left=pair[0], right=pair[1], verdict=result.verdict, score=result.score, reason=result.reason)


def day_of(starts: Iterable[str | None]) -> str | None:
    """The most precise of a meeting's days, of several the earliest."""
    return min((d for d in starts if d), key=lambda d: (-when(d).precision, d), default=None)


def _sat(meetings: list[Trait], home: Mapping[str, str], entries: Mapping[str, str]) -> Mapping[str, Sat]:
    """The meeting of each mention of one: its entry and its day, and what they would be by its own report."""
    starts: dict[str, list[str | None]] = defaultdict(list)
    for t in meetings:
        starts[entries[t.mention]].append(t.features.start)
    days = {entry: day_of(each) for entry, each in starts.items()}
    return {
        t.mention: alone_in(home[t.mention], t.features.start, Sat(entry := entries[t.mention], days[entry]))
        for t in meetings
    }


def alone_in(node: str, start: str | None, sat: Sat = _UNKNOWN) -> Sat:
    """What is known of a meeting, with what one report alone would give: the node of its mention, and its day."""
    return sat._replace(alone=f"{PREFIXES['meetings']}-{node}", start=day_of((start,)))


def _gathered(
    kind: str, seen: list[Trait], marks: Mapping[str, str]
) -> tuple[dict[str, str], Nodes, Mapping[str, set[str]]]:
    """Mention -> node, node -> features, node -> reports."""
    home = {t.mention: node_of(t, marks.get(t.mention, "")) for t in seen}
    features: dict[str, list[Any]] = defaultdict(list)
    reports: dict[str, set[str]] = defaultdict(set)
    for t in sorted(seen, key=lambda t: t.mention):
        features[home[t.mention]].append(t.features)
        reports[home[t.mention]].add(t.report)
    return home, {node: merged(kind, each) for node, each in features.items()}, reports


def _beside(reports: Mapping[str, set[str]]) -> Callable[[str, str], bool]:
    return lambda left, right: bool(reports[left] & reports[right])


def _words(said: Verdicts, home: Mapping[str, str]) -> Words:
    named = {node: node for node in home.values()} | dict(home)  # a person may name an entry too
    return Words(tuple(said.pairs("same", named)), tuple(said.pairs("other", named)))


class _Comparing:
    """Comparisons of nodes, each made once and when it is asked for."""

    def __init__(self, kind: Kind[Any], nodes: Nodes, near: Callable[[str, str], bool]) -> None:
        self._kind, self._nodes, self._near = kind, nodes, near
        self._others: dict[Pair, bool] = {}
        self._blocks: dict[str, frozenset[Hashable]] = {}

    def look(self, pair: Pair) -> tuple[Compared | None, Edge | None]:
        """What comparing two says, the smaller id first, and the edge that comes of it where they are the same."""
        left, right = pair
        result = self._kind.compare(self._nodes[left], self._nodes[right])
        if result is None:
            self._others[pair] = False
            return None, None
        beside = (result.strangers or result.leans is not None) and self._near(left, right)
        if result.strangers and beside:
            result = other(f"{result.reason}, but one report tells of both")
        self._others[pair] = result.verdict == "other"
        if result.verdict != "same":
            return result, None
        leaner = None if result.leans is None else pair[result.leans]
        return result, Edge(result.score, left, right, leaner, beside or result.nearest)

    def other(self, one: str, two: str) -> bool:
        """Whether two are judged two; those that share no block are not compared."""
        pair = (one, two) if one < two else (two, one)
        known = self._others.get(pair)
        if known is not None:
            return known
        if self._of(one).isdisjoint(self._of(two)):
            self._others[pair] = False
        else:
            self.look(pair)
        return self._others[pair]

    def _of(self, node: str) -> frozenset[Hashable]:
        if node not in self._blocks:
            self._blocks[node] = frozenset(self._kind.blocks(self._nodes[node]))
        return self._blocks[node]


def compared(kind: str, left: tuple[str, Any], right: tuple[str, Any]) -> Compared | None:
    """What the comparison of two nodes (id and features) says, whichever comes first."""
    first, second = sorted((left, right), key=lambda node: node[0])
    return RESOLVED[kind].kind.compare(first[1], second[1])


def _pairs(kind: Kind[Any], nodes: Nodes) -> Iterator[Pair]:
    """Every two nodes that share a block, each once, the smaller id first."""
    blocks: dict[Hashable, list[str]] = defaultdict(list)
    for node in sorted(nodes):
        for block in set(kind.blocks(nodes[node])):
            blocks[block].append(node)
    met: set[Pair] = set()
    for members in blocks.values():
        for pair in combinations(members, 2):
            if pair not in met:
                met.add(pair)
                yield pair


def _entry_id(kind: str, cluster: Collection[str], nodes: Nodes) -> str:
    """A body keeps its lexicon id; all else is named by the smallest of its nodes, instruments by what these are named."""
    keys: list[str] = [nodes[node].key for node in cluster] if kind == "bodies" else []
    known = min((key for key in keys if not key.startswith("~")), default="")
    names = (nodes[node].name for node in cluster) if kind == "instruments" else cluster
    return known or f"{PREFIXES[kind]}-{min(names)}"
