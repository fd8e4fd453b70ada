"""From comparisons to clusters: firm links first, leaning ones only where a single cluster can be meant.

The outcome does not depend on the order of arrival: links are taken by score and then by id.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Edge(NamedTuple):
    """A comparison between two nodes that speaks for their being one; `leaner` as in `Compared.leans`."""

    score: float
    left: str
    right: str
    leaner: str | None = None
    near: bool = False
    """Whether both stand in one report, or are told within days: that settles what a short form means."""


Apart = Callable[[str, str], bool]
"""Whether two nodes were judged two; asked only of those that would come together."""


class Partition:
    """Sets of nodes that grow together unless something forbids it."""

    def __init__(self, nodes: Iterable[str], apart: Apart) -> None:
        self._root = {n: n for n in nodes}
        self._members = {n: {n} for n in self._root}
        self._apart = apart

    def root(self, node: str) -> str:
        """The node that stands for the cluster of `node`."""
        while self._root[node] != node:
            self._root[node] = self._root[self._root[node]]
            node = self._root[node]
        return node

    def allowed(self, left: str, right: str) -> bool:
        """True unless a member of the one was judged other than a member of the other."""
        ours, theirs = self._members[self.root(left)], self._members[self.root(right)]
        return not any(self._apart(one, other) for one in ours for other in theirs)

    def join(self, left: str, right: str) -> None:
        """Make one cluster of two; the smaller id stands for it."""
        first, second = sorted((self.root(left), self.root(right)))
        if first != second:
            self._root[second] = first
            self._members[first] |= self._members.pop(second)

    def members(self, node: str) -> frozenset[str]:
        """All that are one with `node`."""
        return frozenset(self._members[self.root(node)])

    def clusters(self) -> Iterator[set[str]]:
        """Every cluster, by its smallest node."""
        for root in sorted(self._members):
            yield self._members[root]


def partition(
    nodes: Iterable[str],
    edges: Iterable[Edge],
    apart: Apart,
    together: Iterable[tuple[str, str]] = (),
) -> Partition:
    """Clusters of `nodes`: `together` always, then firm edges, then leaning ones, never across `apart`."""
    found = Partition(nodes, apart)
    for left, right in sorted(together):
        found.join(left, right)
    edges = sorted(edges, key=lambda e: (-e.score, e.left, e.right))
    for edge in edges:
        one = edge.leaner is None and found.root(edge.left) != found.root(edge.right)
        if one and found.allowed(edge.left, edge.right):
            found.join(edge.left, edge.right)
    leaning = [e for e in edges if e.leaner]
    chosen: set[str] = set()
    while settled := list(_settled(found, [e for e in leaning if e.near or e.leaner not in chosen])):
        # what two short forms lean on may become one cluster by the first of them
        for leaner, target, nearest in settled:
            if found.allowed(leaner, target):
                if nearest:  # what it might have meant as well is another
                    chosen |= found.members(leaner)
                found.join(leaner, target)
    return found


def _settled(found: Partition, leaning: list[Edge]) -> Iterator[tuple[str, str, bool]]:
    """For each short form the one cluster that it can mean, what is told best first, and whether it was the nearest of several; nothing where there are two."""
    meant: dict[str, set[tuple[bool, str]]] = defaultdict(set)
    best: dict[str, float] = defaultdict(float)
    for edge in leaning:
        leaner = edge.leaner or edge.left
        target = edge.right if leaner == edge.left else edge.left
        if found.root(leaner) != found.root(target) and found.allowed(leaner, target):
            meant[found.root(leaner)].add((edge.near, found.root(target)))
            best[found.root(leaner)] = max(best[found.root(leaner)], edge.score)
    for leaner in sorted(meant, key=lambda root: (-best[root], root)):
        near = {target for is_near, target in meant[leaner] if is_near}
        every = {target for _, target in meant[leaner]}
        if len(near or every) == 1:
            yield leaner, min(near or every), len(every) > 1
