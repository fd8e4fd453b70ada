"""Which entry each mention belongs to, kept up to date as reports and words of people come."""

from collections.abc import Collection, Iterable, Mapping, Set
from typing import NamedTuple

from sqlalchemy import Connection

from communique.growing.joining import Joined, join
from communique.growing.placing import Alias, Placed, place, remember, stored
from communique.growing.spoken import Spoken
from communique.growing.sql import AMONG, among, put
from communique.growing.words import Said
from communique.resolution.traits import RESOLVED, Trait


class Moves(NamedTuple):
    """Mention -> its former state, of those that belong to another entry than before (or are new, or gone)."""

    mentions: Mapping[str, Alias | None]
    entries: frozenset[str]
    """Former and present entries whose doubts may have changed."""


def belong(
    db: Connection, reports: Collection[str], traits: Iterable[Trait], said: Said, judged: Set[str]
) -> Moves:
    """Takes in all mentions of `reports`, looks again at `judged` ones, and stores what entry each belongs to."""
    by_kind: dict[str, dict[str, Trait]] = {kind: {} for kind in RESOLVED}
    for t in traits:
        by_kind[t.kind][t.mention] = t
    known = stored(db, "report", reports)
    again = stored(db, "mention", judged) if judged else {}
    for column in ("node", "name") if judged else ():
        again |= stored(db, column, judged)
    named = said.pairs.named
    moves: dict[str, Alias | None] = {}
    touched: set[str] = set()
    meetings: set[str] = set()
    for kind, fresh in by_kind.items():
        more = {m: a for m, a in again.items() if a.kind == kind and m not in known}
        if kind == "instruments":
            more |= _seated_anew(db, meetings, known)
        here, old = [*fresh.values(), *(a.trait for a in more.values())], known | more
        placed = place(db, kind, here, old, said.pairs.marks)
        remember(db, kind, here, placed, said.ever_apart)
        # a mention that people spoke of may come to a node that is there, and leaves it as it was
        spoken = [m for m, a in again.items() if a.kind == kind] + [m for m in fresh if m in named]
        seeds = placed.seeds | {a.node for a in _now(db, spoken)} | _named_so(db, kind, fresh, named)
        joined = join(db, kind, seeds, Spoken(db, kind, said.pairs))
        moved = _move(db, placed, joined)
        moves |= moved
        touched |= _entries(db, seeds, moved)
        if kind == "meetings":
            named_anew = judged & said.ever_apart.keys()
            meetings = {*moved, *_mentions(db, joined.days), *placed.mentions, *named_anew}
    looked_at = among(db, f"SELECT entity FROM cat_alias WHERE mention IN {AMONG}", [*again])
    return Moves(moves, frozenset(touched | {row[0] for row in looked_at}))


def _now(db: Connection, mentions: Collection[str]) -> list[Alias]:
    return list(stored(db, "mention", mentions).values()) if mentions else []


def _seated_anew(db: Connection, meetings: Collection[str], known: Mapping[str, Alias]) -> dict[str, Alias]:
    """Instruments of other reports whose meeting is another entry now, or of another day."""
    return {m: a for m, a in stored(db, "meeting", meetings).items() if m not in known}


def _mentions(db: Connection, nodes: Collection[str]) -> set[str]:
    return {row[0] for row in among(db, f"SELECT mention FROM cat_alias WHERE node IN {AMONG}", nodes)}


def _named_so(db: Connection, kind: str, fresh: Collection[str], named: Collection[str]) -> set[str]:
    """The nodes of new instruments that people spoke of by their name."""
    if not named or kind != "instruments":
        return set()
    return {a.node for m, a in stored(db, "mention", fresh).items() if a.name in named}


def _move(db: Connection, placed: Placed, joined: Joined) -> dict[str, Alias | None]:
    """Stores the entry of every mention that was placed, or whose node belongs elsewhere now."""
    moved: dict[str, Alias | None] = {}
    lines = []
    here = stored(db, "mention", placed.mentions) | stored(db, "node", joined.entries)
    nodes = {a.node for a in here.values()} - joined.entries.keys()
    rows = among(db, f"SELECT id, entity FROM cat_node WHERE id IN {AMONG}", nodes)
    entries = dict(map(tuple, rows)) | {n: new for n, (_, new) in joined.entries.items()}
    for mention, alias in here.items():
        was = placed.mentions.get(mention, alias)
        entry = entries[alias.node]
        if alias.entity != entry:
            lines.append((entry, mention))
        if was is None or was.entity != entry:
            moved[mention] = was
    put(db, "UPDATE cat_alias SET entity = ? WHERE mention = ?", lines)
    gone = {m: was for m, was in placed.mentions.items() if m not in here and was}
    return moved | gone


def _entries(db: Connection, nodes: Collection[str], moved: Mapping[str, Alias | None]) -> set[str]:
    """The entries, former and present, of nodes that were compared and of mentions that moved."""
    rows = among(db, f"SELECT entity FROM cat_node WHERE id IN {AMONG}", nodes)
    rows += among(db, f"SELECT entity FROM cat_alias WHERE mention IN {AMONG}", [*moved])
    return {row[0] for row in rows} | {was.entity for was in moved.values() if was and was.entity}
