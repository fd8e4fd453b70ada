"""Figures side by side: claims about the same thing, with growth and contradiction, and never added up.

for group in compared(db, "drugs seized"):
    for claim in group.claims:
        print(claim.row.value, claim.period, claim.row.claimed_by, claim.relation, claim.change)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy import text as sql

from communique.catalogue.kept import kept
from communique.catalogue.paging import Going, Page, page
from communique.catalogue.relating import Claim, related
from communique.catalogue.rows import FigureRow, filled
from communique.catalogue.search import matched, matching
from communique.catalogue.tables import FIGURE
from communique.lexicon.counted import counted
from communique.lexicon.spelling import fold

__all__ = ["Claim", "Compared", "compared", "compared_paged", "related"]

_AT_ONCE = 400


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Claims about one thing, the earliest period first; `common` is what else they share: claimants, organs, operations."""

    what: str
    unit: str | None = None
    common: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


def compared(db: Connection, words: str = "") -> tuple[Compared, ...]:
    """The groups of comparable claims that have all `words`, those of most reports first."""
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
    return tuple(sorted(groups, key=_most_reports))


def compared_paged(db: Connection, words: str, going: Going, shown: int) -> Page[Compared]:
    """One page of the groups, of which each fills as much of it as it has claims, `shown` at most."""
    groups = kept(db, ("compared", words), lambda: compared(db, words))
    return page(groups, going, lambda g: g.claims[0].row.id, lambda g: min(len(g.claims), shown))


def _most_reports(group: Compared) -> tuple[object, ...]:
    return -len({c.row.report for c in group.claims}), group.what.casefold(), group.claims[0].row.id


def _of_keys(db: Connection, keys: Sequence[str]) -> Iterator[Compared]:
    """The groups among the figures that count one of these things."""
    alike: dict[tuple[str, str | None], list[FigureRow]] = defaultdict(list)
    fields = [FIGURE.c[f] for f in FigureRow.__struct_fields__]
    for key, *values in db.execute(
        select(FIGURE.c.counted, *fields).where(FIGURE.c.counted.in_(keys)).order_by(FIGURE.c.id)
    ):
        row = filled(FigureRow, values)
        alike[key, row.unit].append(row)
    several = [rows for rows in alike.values() if len(rows) > 1]
    about = _about(db, {row.report for rows in several for row in rows})
    for rows in several:
        yield from _groups(rows, about)


def _about(db: Connection, reports: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """By report: the bodies and operations that it tells of, with their names."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    asked = """SELECT DISTINCT a.report, a.entity, e.label FROM cat_alias a JOIN cat_entry e ON e.id = a.entity
    WHERE a.report IN (SELECT substr(value, 3) FROM json_each(:reports)) AND a.kind IN ('bodies', 'operations')"""
    told = {"reports": msgspec.json.encode(list(reports)).decode()}
    for report, id, name in db.execute(sql(asked), told):
        found[f"r-{report}"][id] = name
    return found


def _groups(rows: Sequence[FigureRow], about: Mapping[str, Mapping[str, str]]) -> Iterator[Compared]:
    """The rows of one thing that have something else in common, those with the most in common first."""
    ties = {row.id: _ties(row, about) for row in rows}
    tied: dict[str, list[FigureRow]] = defaultdict(list)
    for row in rows:
        for tie in ties[row.id]:
            tied[tie].append(row)
    times = {tie: len(those) for tie, those in tied.items()}
    left = {row.id for row in rows}
    heap = [(-number, tie) for tie, number in times.items()]
    heapify(heap)
    while heap:
        number, tie = heappop(heap)
        if -number != times[tie]:  # some of them are in a group by now
            heappush(heap, (-times[tie], tie))
            continue
        if -number < 2:  # nothing in common
            return
        group = [row for row in tied[tie] if row.id in left]
        left -= {row.id for row in group}
        for row in group:
            for other in ties[row.id]:
                times[other] -= 1
        claims = tuple(related(group))
        if len({r.report for r in group}) > 1 or any(c.relation for c in claims):
            shared = set.intersection(*(set(ties[r.id]) for r in group))
            common = tuple(sorted({ties[group[0].id][t] for t in shared}))
            yield Compared(what=_what(group), unit=group[0].unit, common=common, claims=claims)


def _ties(row: FigureRow, about: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What ties a claim to others about the same thing: the organs and operations of its report, and its claimant.

    One word without a unit ("troops") says too little for a claimant to tell that the same ones are meant.
    """
    told = dict(about.get(row.report, {}))
    if row.claimed_by and (row.unit or " " in counted(row.what)):
        told[row.person or fold(row.claimed_by)] = row.claimed_by
    return told


def _what(group: Sequence[FigureRow]) -> str:
    """The wording of most claims, of several the shortest."""
    said = Counter(" ".join(row.what.split()) for row in group)
    return min(said, key=lambda w: (-said[w], len(w), w))
