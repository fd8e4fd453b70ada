"""Figures side by side: claims about the same thing, with growth and contradiction, and never added up.

for group in compared(db, "drugs seized"):
    for claim in group.claims:
        print(claim.row.value, claim.period, claim.row.claimed_by, claim.relation, claim.change)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from communique.catalogue.entries import labels
from communique.catalogue.kept import lately
from communique.catalogue.paging import Going, Page, paged
from communique.catalogue.relating import Claim, related
from communique.catalogue.rows import FigureRow, filled
from communique.catalogue.search import matched, matching
from communique.catalogue.tables import FIGURE
from communique.lexicon.spelling import fold

__all__ = ["Claim", "Compared", "compared", "compared_paged", "related"]

_AT_ONCE = 400
_TOLD = """SELECT DISTINCT a.report, a.entity FROM cat_alias a WHERE a.kind IN ('bodies', 'operations')
AND a.report IN (SELECT value FROM json_each(?))"""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Claims about one thing, the earliest period first; `common` is what else they share: claimants, organs, operations."""

    what: str
    unit: str | None = None
    common: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


class _Said(NamedTuple):
    """As much of a figure as tells what it is compared with; `counted` is what is counted, in the order of its words."""

    id: str
    counted: str
    unit: str | None
    claimed_by: str | None
    person: str | None
    report: str


class _Group(NamedTuple):
    """Claims to be set side by side, before they are loaded; it goes by the name of its smallest id.

    `counted` is what all of them count.
    """

    ids: tuple[str, ...]
    counted: str
    reports: int


def compared(db: Connection, words: str = "") -> tuple[Compared, ...]:
    """The groups of comparable claims that have all `words`, those of most reports first."""
    return _loaded(db, _found(db, words))


def compared_paged(db: Connection, words: str, going: Going, shown: int) -> Page[Compared]:
    """One page of the groups, of which each fills as much of it as it has claims, `shown` at most."""
    groups, weight = ("compared", words), lambda g: min(len(g.ids), shown)
    found = paged(db, groups, lambda own: _found(own, words), going, lambda g: g.ids[0], weight)
    ids = tuple(group.ids[0] for group in found.rows)
    return Page(lately(db, ("claims", words, ids), lambda own: _loaded(own, found.rows)), *found[1:])


def _found(db: Connection, words: str) -> tuple[_Group, ...]:
    wanted = matching(words)
    if wanted is None and words.strip():
        return ()
    each = FIGURE.c.counted, FIGURE.c.unit
    alike = select(*each).where(FIGURE.c.counted != "").group_by(*each).having(func.count() > 1)
    if wanted is not None:
        found = select(*each).where(matched(FIGURE.c.id, wanted))
        alike = alike.where(FIGURE.c.counted.in_(found.with_only_columns(FIGURE.c.counted)))
    keys = list(dict.fromkeys(line.counted for line in db.execute(alike)))
    groups = [g for at in range(0, len(keys), _AT_ONCE) for g in _of_keys(db, keys[at : at + _AT_ONCE])]
    return tuple(sorted(_telling(db, groups), key=lambda g: (-g.reports, g.counted, g.ids[0])))


def _of_keys(db: Connection, keys: Sequence[str]) -> Iterator[_Group]:
    """The groups among the figures that count one of these things."""
    alike: dict[tuple[str, str | None], list[_Said]] = defaultdict(list)
    # in the order of their ids: by the smallest a group is named
    fields = f"SELECT {', '.join(_Said._fields)} FROM cat_figure"
    for row in map(
        _Said._make,
        _plain(db, f"{fields} WHERE counted IN (SELECT value FROM json_each(?)) ORDER BY id", keys),
    ):
        alike[row.counted, row.unit].append(row)
    several = [rows for rows in alike.values() if len(rows) > 1]
    about = _about(db, {row.report for rows in several for row in rows})
    for rows in several:
        yield from _groups(rows, about)


def _about(db: Connection, reports: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """By report: the bodies and operations that it tells of."""
    found: dict[str, list[str]] = defaultdict(list)
    for report, id in _plain(db, _TOLD, [r[2:] for r in reports]):
        found["r-" + report].append(id)
    return found


def _plain(db: Connection, asked: str, each: Sequence[str]) -> list[Any]:
    """Rows as the driver gives them: of tens of thousands the names of their columns would take longest."""
    driver: Any = db.connection.driver_connection
    return list(driver.execute(asked, (msgspec.json.encode(each).decode(),)))


def _groups(rows: Sequence[_Said], about: Mapping[str, Sequence[str]]) -> Iterator[_Group]:
    """The rows of one thing that have something else in common, those with the most in common first."""
    ties = [_ties(row, about.get(row.report, ())) for row in rows]
    tied: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(ties):
        for tie in each:
            tied[tie].append(at)
    times = {tie: len(those) for tie, those in tied.items()}
    left = [True] * len(rows)
    heap = [(-number, tie) for tie, number in times.items() if number > 1]
    heapify(heap)
    while heap:
        number, tie = heappop(heap)
        if -number != times[tie]:  # some of them are in a group by now
            if times[tie] > 1:
                heappush(heap, (-times[tie], tie))
            continue
        group = [at for at in tied[tie] if left[at]]
        for at in group:
            left[at] = False
            for other in ties[at]:
                times[other] -= 1
        ids = tuple(rows[at].id for at in group)
        yield _Group(ids, rows[0].counted, len({rows[at].report for at in group}))


def _ties(row: _Said, told: Sequence[str]) -> Sequence[str]:
    """What ties a claim to others about the same thing: the organs and operations of its report, and its claimant.

    One word without a unit ("troops") says too little for a claimant to tell that the same ones are meant.
    """
    if not row.claimed_by or not (row.unit or " " in row.counted):
        return told
    claimant = row.person or fold(row.claimed_by)
    return told if claimant in told else (*told, claimant)


def _what(group: Sequence[FigureRow]) -> str:
    """The wording of most claims, of several the shortest."""
    said = Counter(" ".join(row.what.split()) for row in group)
    return min(said, key=lambda w: (-said[w], len(w), w))


def _telling(db: Connection, groups: Iterable[_Group]) -> Iterator[_Group]:
    """Those of several reports, and of one report those in which one claim is something to another."""
    alone = []
    for group in groups:
        if group.reports > 1:
            yield group
        else:
            alone.append(group)
    rows = _rows(db, alone)
    for group in alone:
        if any(claim.relation for claim in related([rows[id] for id in group.ids])):
            yield group


def _loaded(db: Connection, groups: Sequence[_Group]) -> tuple[Compared, ...]:
    """The groups with their claims, and what else these have in common."""
    rows = _rows(db, groups)
    about = _about(db, {row.report for row in rows.values()})
    names = labels(db, {id for each in about.values() for id in each})
    there = ((group, [rows[id] for id in group.ids if id in rows]) for group in groups)
    return tuple(_one(group, those, about, names) for group, those in there if len(those) > 1)


def _one(
    group: _Group, rows: Sequence[FigureRow], about: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> Compared:
    each = [_named_ties(row, group.counted, about, names) for row in rows]
    shared = set.intersection(*(set(ties) for ties in each))
    common = tuple(sorted({each[0][tie] for tie in shared}))
    return Compared(what=_what(rows), unit=rows[0].unit, common=common, claims=tuple(related(rows)))


def _named_ties(
    row: FigureRow, key: str, about: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> Mapping[str, str]:
    said = _Said(row.id, key, row.unit, row.claimed_by, row.person, row.report)
    return {tie: names.get(tie, row.claimed_by or "") for tie in _ties(said, about.get(row.report, ()))}


def _rows(db: Connection, groups: Iterable[_Group]) -> Mapping[str, FigureRow]:
    fields = [FIGURE.c[f] for f in FigureRow.__struct_fields__]
    ids = [id for group in groups for id in group.ids]
    found: dict[str, FigureRow] = {}
    for at in range(0, len(ids), _AT_ONCE):
        for line in db.execute(select(*fields).where(FIGURE.c.id.in_(ids[at : at + _AT_ONCE]))):
            row = filled(FigureRow, line)
            found[row.id] = row
    return found
