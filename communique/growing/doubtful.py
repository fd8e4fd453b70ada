"""Pairs of entries that may be one, kept up for the entries that a batch touched."""

from collections.abc import Collection

from sqlalchemy import Connection

from communique.growing.sql import AMONG, among, change, put
from communique.growing.words import Said

_FOUND = """SELECT d.score, l.entity, r.entity, d.reason FROM cat_doubt d
JOIN cat_node l ON l.id = d."left" JOIN cat_node r ON r.id = d."right" WHERE """


def doubt(db: Connection, entries: Collection[str], said: Said) -> None:
    """Writes anew the pairs in which one of `entries` stands: each pair once, by its likeliest comparison."""
    for side in ("left", "right"):
        change(db, f'DELETE FROM cat_unsure WHERE "{side}" IN {AMONG}', entries)
    nodes = [row[0] for row in among(db, f"SELECT id FROM cat_node WHERE entity IN {AMONG}", entries)]
    rows = among(db, f'{_FOUND} d."left" IN {AMONG}', nodes) + among(
        db, f'{_FOUND} d."right" IN {AMONG}', nodes
    )
    looked_at = _looked_at(db, said, {entry for _, one, two, _ in rows for entry in (one, two)})
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for score, one, two, reason in rows:
        left, right = sorted((one, two))
        if left != right and frozenset((left, right)) not in looked_at:
            best[left, right] = max(best.get((left, right), (score, reason)), (score, reason))
    put(
        db,
        'INSERT INTO cat_unsure("left", "right", reason, score) VALUES (?, ?, ?, ?)',
        ((*pair, reason, score) for pair, (score, reason) in best.items()),
    )


def _looked_at(db: Connection, said: Said, entries: Collection[str]) -> set[frozenset[str]]:
    """Pairs of these entries on which a person has given a word, whichever: nobody is asked about them again."""
    pairs = said.pairs.looked_at
    if not pairs or not entries:
        return set()
    names = {name for pair in pairs for name in pair}
    ((mentions,),) = among(db, f"SELECT sum(reports) FROM cat_entry WHERE id IN {AMONG}", entries)
    if (mentions or 0) < len(names):
        rows = among(db, f"SELECT mention, node, entity FROM cat_alias WHERE entity IN {AMONG}", entries)
    else:
        ask = f"SELECT mention, node, entity FROM cat_alias WHERE mention IN {AMONG} OR node IN {AMONG}"
        rows = among(db, ask, names, names)
    home = {name: entity for mention, node, entity in rows for name in (node, mention)}
    return {frozenset(home.get(name, name) for name in pair) for pair in pairs}
