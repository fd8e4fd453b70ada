"""Mentions to nodes: what a batch of reports adds to the nodes, and which of them must be compared anew."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection

from communique.growing.sql import AMONG, among, change, put
from communique.resolution.instruments import Sat
from communique.resolution.resolve import alone_in, compared
from communique.resolution.traits import RESOLVED, Trait, merged, node_of, sat_in
from communique.resolution.verdicts import former_marks

ALIAS = "SELECT mention, entity, node, kind, report, meeting, features, name FROM cat_alias"


class Alias(NamedTuple):
    """A mention as it is stored."""

    mention: str
    entity: str | None
    node: str
    kind: str
    report: str
    meeting: str
    features: bytes
    name: str | None = None

    @property
    def trait(self) -> Trait:
        """What of it is compared."""
        features = decoded(self.kind, self.features)
        return Trait(self.mention, self.report, self.kind, features, self.meeting)


class Placed(NamedTuple):
    """What placing left to be done: mentions with their former entry, nodes to be resolved anew."""

    mentions: Mapping[str, Alias | None]
    seeds: frozenset[str]


def encoded(features: Any) -> bytes:
    """Features as they are stored: the same bytes for the same features."""
    return msgspec.msgpack.encode(features, order="deterministic")


def decoded(kind: str, features: bytes) -> Any:
    """What `encoded` stored."""
    return msgspec.msgpack.decode(features, type=RESOLVED[kind].shape)


@lru_cache(maxsize=65536)
def numbered(kind: str, block: Hashable) -> int:
    """A block as it is stored: eight bytes for a name of any length, the first two for its first part.

    Those of one first part lie together: what a node stands in, or a day, is on a few pages instead of one each.
    """
    first = block[0] if isinstance(block, tuple) else block
    place, whole = (_hashed(2, kind, first), _hashed(6, kind, block))
    return int.from_bytes(place + whole, "big", signed=True)


def _hashed(size: int, *said: Hashable) -> bytes:
    words = msgspec.json.encode(said, order="deterministic")
    return hashlib.blake2b(words, digest_size=size).digest()


def stored(db: Connection, column: str, values: Collection[str]) -> dict[str, Alias]:
    """The stored mentions of which a column is one of the values."""
    some = "meeting > '' AND " if column == "meeting" else ""  # its index holds those alone
    found = among(db, f"{ALIAS} WHERE {some}{column} IN {AMONG}", values)
    return {row[0]: Alias(*row) for row in found}


def place(
    db: Connection, kind: str, traits: Iterable[Trait], known: Mapping[str, Alias], marks: Mapping[str, str]
) -> Placed:
    """Stores the mentions of one kind at their nodes, and compares every node that this changed.

    `known` are the stored mentions of the same reports: those that are not among `traits` are gone. `marks`
    are the sides that people set apart.
    """
    traits = list(traits)
    sat = _sat(db, traits)
    here = {t.mention for t in traits}
    gone = [a for a in known.values() if a.kind == kind and a.mention not in here]
    changed: list[tuple[Trait, str, Alias | None]] = []
    lines = []
    for t in traits:
        mark = marks.get(t.mention, "")
        there = sat_in(t, sat, mark)
        was, node = known.get(t.mention), node_of(there, mark)
        entity = was.entity if was else None
        is_ = Alias(
            t.mention, entity, node, kind, t.report, t.meeting, encoded(t.features), _own_name(there, node)
        )
        if was != is_:
            changed.append((t, node, was))
            lines.append(is_)
    put(db, "INSERT OR REPLACE INTO cat_alias VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)
    change(db, f"DELETE FROM cat_alias WHERE mention IN {AMONG}", [a.mention for a in gone])
    seeds = frozenset(node for _, node, _ in changed)
    if RESOLVED[kind].compares:
        seeds = _Nodes(db, kind, sat, marks).take(changed, gone)
    mentions = {t.mention: was for t, _, was in changed} | {a.mention: a for a in gone}
    return Placed(mentions, seeds)


def _own_name(trait: Trait, node: str) -> str | None:
    """By what an instrument is known, where that is not its node."""
    name = trait.features.name if trait.kind == "instruments" else node
    return None if name == node else str(name)


def remember(
    db: Connection,
    kind: str,
    traits: Collection[Trait],
    placed: Placed,
    ever_apart: Mapping[str, tuple[str, ...]],
) -> None:
    """Stores the other names that mentions had, or may have had: none loses its address.

    As people told them apart and took it back, or the meetings in which instruments were dealt with.
    """
    if not ever_apart:
        return
    change(
        db,
        f"DELETE FROM cat_former WHERE mention IN {AMONG}",
        {*placed.mentions, *(t.mention for t in traits)},
    )
    apart = [t for t in traits if not ever_apart.keys().isdisjoint((t.mention, t.meeting))]
    put(db, "INSERT INTO cat_former VALUES (?, ?)", sorted(set(_names(db, apart, ever_apart))))


def _names(
    db: Connection, traits: Collection[Trait], ever_apart: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """What mentions may ever have been named, whatever people told apart: a mention may come several times."""
    meetings = {
        m: a.trait for m, a in stored(db, "mention", {t.meeting for t in traits if t.meeting}).items()
    }
    for t in traits:
        seats = [Sat()]
        if meeting := meetings.get(t.meeting):
            marks = former_marks(ever_apart.get(meeting.mention, ()))
            seats = [alone_in(node_of(meeting, mark), meeting.features.start).apart for mark in marks]
        for sat, mark in product(seats, former_marks(ever_apart.get(t.mention, ()))):
            yield t.mention, node_of(sat_in(t, {t.meeting: sat}), mark)


def _sat(db: Connection, traits: Iterable[Trait]) -> Mapping[str, Sat]:
    """What is known of the meetings that instruments belong to, by the meeting's mention."""
    rows = among(
        db,
        "SELECT a.mention, n.entity, n.day, a.node, a.kind, a.features FROM cat_alias a "
        f"JOIN cat_node n ON n.id = a.node WHERE a.mention IN {AMONG}",
        {t.meeting for t in traits if t.meeting},
    )
    return {
        mention: alone_in(node, decoded(kind, features).start, Sat(entity, day))
        for mention, entity, day, node, kind, features in rows
    }


class _Nodes:
    """The nodes of one kind that a batch touches."""

    def __init__(self, db: Connection, kind: str, sat: Mapping[str, Sat], marks: Mapping[str, str]) -> None:
        self.db, self.kind, self.sat, self.marks = db, kind, sat, marks

    def take(self, changed: list[tuple[Trait, str, Alias | None]], gone: Collection[Alias]) -> frozenset[str]:
        """Counts mentions in and out; the nodes to be resolved anew."""
        gained: dict[str, list[Any]] = defaultdict(list)
        moved: Counter[str] = Counter()
        for t, node, was in changed:
            gained[node].append(self._sat_in(t, self.sat).features)
            moved[node] += 1
            if was:
                moved[was.node] -= 1
        for alias in gone:
            moved[alias.node] -= 1
        lost = {was.node for _, _, was in changed if was} | {a.node for a in gone}
        fresh = self._counted(gained, moved, lost)
        neighbours = self._compare(fresh)
        beside = self._beside([(t.report, node) for t, node, _ in changed])
        kept = {node for node in lost if fresh.get(node, b"") is not None}
        return frozenset({n for n, f in fresh.items() if f is not None} | neighbours | beside | kept)

    def _counted(
        self, gained: Mapping[str, list[Any]], moved: Counter[str], lost: Collection[str]
    ) -> dict[str, bytes | None]:
        """Writes the nodes; those whose features are new, None for those that are no more."""
        rows = among(self.db, f"SELECT id, mentions, features FROM cat_node WHERE id IN {AMONG}", [*moved])
        known = {id: (int(n), features) for id, n, features in rows}
        fresh: dict[str, bytes | None] = {}
        lines, counts = [], []
        for node, more in moved.items():
            number, was = known.get(node, (0, None))
            number += more
            if number <= 0:
                fresh[node] = None
                continue
            features = self._features(node, was, gained.get(node, []), node in lost)
            if features == was:
                counts.append((number, node))
            else:
                fresh[node] = features
                lines.append((node, self.kind, number, features))
        self._old = {n: was for n, (_, was) in known.items() if n in fresh}
        put(self.db, "UPDATE cat_node SET mentions = ? WHERE id = ?", counts)
        put(
            self.db,
            "INSERT INTO cat_node(id, kind, mentions, features) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET mentions = excluded.mentions, features = excluded.features",
            lines,
        )
        dead = [n for n, features in fresh.items() if features is None]
        change(self.db, f"DELETE FROM cat_node WHERE id IN {AMONG}", dead)
        return fresh

    def _features(self, node: str, was: bytes | None, more: list[Any], lost: bool) -> bytes:
        if lost:  # what a mention took with it can only be told from those that are left
            left = [a.trait for a in stored(self.db, "node", [node]).values()]
            sat = _sat(self.db, left)
            return encoded(merged(self.kind, (self._sat_in(t, sat).features for t in left)))
        each = [decoded(self.kind, was), *more] if was else more
        return encoded(merged(self.kind, each))

    def _sat_in(self, trait: Trait, sat: Mapping[str, Sat]) -> Trait:
        return sat_in(trait, sat, self.marks.get(trait.mention, ""))

    def _compare(self, fresh: Mapping[str, bytes | None]) -> set[str]:
        """Compares every node whose features are new with all that share a block; whom it was joined to."""
        if not fresh:
            return set()
        neighbours = self._forget(fresh)
        mine = {n: decoded(self.kind, f) for n, f in fresh.items() if f is not None}
        self._block(fresh, mine)
        joined, doubts = [], []
        for (left, right), result in self._results(mine):
            if result.verdict == "same":
                joined += [(left, right), (right, left)]
            elif result.verdict == "unsure":
                doubts.append((left, right, result.score, result.reason))
        put(self.db, "INSERT INTO cat_joined VALUES (?, ?)", joined)
        put(self.db, "INSERT INTO cat_doubt VALUES (?, ?, ?, ?)", doubts)
        return {n for n in neighbours if n not in fresh or fresh[n] is not None}

    def _forget(self, fresh: Mapping[str, bytes | None]) -> set[str]:
        """Takes back the comparisons of nodes whose features are new; whom they were joined to."""
        pairs = among(self.db, f'SELECT "left", "right" FROM cat_joined WHERE "left" IN {AMONG}', [*fresh])
        both = [(a, b) for a, b in pairs] + [(b, a) for a, b in pairs]
        put(self.db, 'DELETE FROM cat_joined WHERE "left" = ? AND "right" = ?', both)
        for side in ("left", "right"):
            change(self.db, f'DELETE FROM cat_doubt WHERE "{side}" IN {AMONG}', [*fresh])
        return {b for _, b in pairs}

    def _sought(self, features: Any) -> set[int]:
        kind = RESOLVED[self.kind].kind
        return {numbered(self.kind, block) for block in (kind.sought or kind.blocks)(features)}

    def _block(self, fresh: Collection[str], mine: Mapping[str, Any]) -> None:
        """Writes in which blocks the nodes stand, where they did not, and takes them out of those where they did.

        Who sits in many bodies stands in hundreds of blocks, and comes to one more by one more sitting.
        """
        blocks = RESOLVED[self.kind].kind.blocks
        gone, come = [], []
        for node in fresh:
            was, is_ = self._old.get(node), mine.get(node)
            before = set(blocks(decoded(self.kind, was))) if was else set[Hashable]()
            now = set(blocks(is_)) if is_ is not None else set[Hashable]()
            gone += [(numbered(self.kind, block), node) for block in before - now]
            come += [(numbered(self.kind, block), node) for block in now - before]
        put(self.db, "DELETE FROM cat_block WHERE block = ? AND node = ?", sorted(gone))
        put(self.db, "INSERT OR IGNORE INTO cat_block VALUES (?, ?)", sorted(come))

    def _results(self, mine: Mapping[str, Any]) -> Iterable[tuple[tuple[str, str], Any]]:
        sought = {node: self._sought(features) for node, features in mine.items()}
        wanted = {block for blocks in sought.values() for block in blocks}
        members: dict[int, list[str]] = defaultdict(list)
        rows = among(self.db, f"SELECT block, node FROM cat_block WHERE block IN {AMONG}", wanted)
        for block, node in rows:
            members[block].append(node)
        others = {n for each in members.values() for n in each} - mine.keys()
        rows = among(self.db, f"SELECT id, features FROM cat_node WHERE id IN {AMONG}", others)
        features = {id: decoded(self.kind, f) for id, f in rows} | dict(mine)
        for node, blocks in sought.items():
            for partner in {n for block in blocks for n in members[block]} - {node}:
                if partner in mine and partner < node:
                    continue  # its own turn compares them
                result = compared(self.kind, (node, features[node]), (partner, features[partner]))
                if result is not None:
                    yield (min(node, partner), max(node, partner)), result

    def _beside(self, met: Collection[tuple[str, str]]) -> set[str]:
        """Nodes joined to another of which one of these reports speaks too: that may tell them apart."""
        reports = {report for report, _ in met}
        rows = among(
            self.db,
            'SELECT j."left" FROM cat_alias a JOIN cat_joined j ON j."left" = a.node '
            'JOIN cat_alias b ON b.node = j."right" AND b.report = a.report '
            f"WHERE a.report IN {AMONG} AND a.kind = '{self.kind}'",
            reports,
        )
        return {row[0] for row in rows}
