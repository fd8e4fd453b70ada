"""Figures side by side: claims about the same thing, with growth and contradiction, and never added up.

for group in compared(db, "drugs seized"):
    for claim in group.claims:
        print(claim.row.value, claim.period, claim.row.claimed_by, claim.relation, claim.change)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from communique.catalogue.rows import FigureRow, filled
from communique.catalogue.search import matched, matching
from communique.catalogue.tables import BODY, FIGURE, OPERATION, QUOTE, VALUE
from communique.lexicon.counted import Period, counted, period_of
from communique.lexicon.spelling import fold
from communique.model.when import when, year_of

_AT_ONCE = 400
_ROUGHLY = 0.1
_ONE_OCCASION = 10
"""Days between reports that tell of one occasion."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One figure among its like. `period` are its years, as far as they are clear.

    `relation` is what it is to the claim `against`: it `agrees` or `contradicts` (of the same period), or is its
    `growth` (the period before of the same length): `change` in percent, of percentages in points.
    """

    row: FigureRow
    period: str | None = None
    relation: str | None = None
    against: str | None = None
    change: float | None = None


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
    ordered = sorted(reports)
    for at in range(0, len(ordered), _AT_ONCE):
        for kind in (BODY, OPERATION):
            asked = select(QUOTE.c.report, VALUE.c.entity, kind.c.name).distinct()
            asked = asked.join(VALUE, VALUE.c.number == QUOTE.c.value).join(kind, kind.c.id == VALUE.c.entity)
            for report, id, name in db.execute(asked.where(QUOTE.c.report.in_(ordered[at : at + _AT_ONCE]))):
                found[report][id] = name
    return found


def _groups(rows: Sequence[FigureRow], about: Mapping[str, Mapping[str, str]]) -> Iterator[Compared]:
    """The rows of one thing that have something else in common, those with the most in common first."""
    ties = {row.id: _ties(row, about) for row in rows}
    left = list(rows)
    while left:
        times = Counter(tie for row in left for tie in ties[row.id])
        tie = min(times, key=lambda t: (-times[t], t), default=None)
        if tie is None or times[tie] < 2:  # nothing in common
            return
        group = [row for row in left if tie in ties[row.id]]
        left = [row for row in left if row not in group]
        claims = tuple(related(group))
        if len({r.report for r in group}) > 1 or any(c.relation for c in claims):
            common = tuple(
                sorted({ties[group[0].id][t] for t in set.intersection(*(set(ties[r.id]) for r in group))})
            )
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
    said = [" ".join(row.what.split()) for row in group]
    return min(said, key=lambda w: (-said.count(w), len(w), w))


def related(rows: Iterable[FigureRow]) -> Iterator[Claim]:
    """Claims in order of period and day, each with what it is to one before it."""
    ordered = sorted(rows, key=_order)
    for at, row in enumerate(ordered):
        period = _period(row)
        relation = _same_period(row, ordered[:at]) or _growth(row, ordered[:at]) or (None, None, None)
        yield Claim(
            row=row,
            period=period.words if period else None,
            relation=relation[0],
            against=relation[1],
            change=relation[2],
        )


def _order(row: FigureRow) -> tuple[object, ...]:
    period = _period(row)
    return (
        period or Period(year_of(row.published) or 9999, 9999),
        period is None,
        row.published or "9",
        row.id,
    )


def _period(row: FigureRow) -> Period | None:
    return period_of(row.period, year_of(row.published))


Relation = tuple[str | None, str | None, float | None]


def _same_period(row: FigureRow, before: Sequence[FigureRow]) -> Relation | None:
    """Agreement or contradiction with a claim of another report; a contradiction outdoes an agreement."""
    others = [b for b in before if b.report != row.report and _one_time(row, b)]
    apart = [b for b in others if not _fit(row, b)]
    if apart:
        return "contradicts", apart[-1].id, None
    return ("agrees", others[-1].id, None) if others else None


def _one_time(left: FigureRow, right: FigureRow) -> bool:
    """True for the same period, or where neither says one, for reports of the same days."""
    one, two = _period(left), _period(right)
    if one or two:
        return one == two
    if left.period or right.period:
        return False
    days = [when(r.published) for r in (left, right)]
    if any(d.precision < 3 for d in days):
        return False
    numbers = [(d.year or 0) * 372 + (d.month or 0) * 31 + (d.day or 0) for d in days]
    return abs(numbers[0] - numbers[1]) <= _ONE_OCCASION


def _fit(left: FigureRow, right: FigureRow) -> bool:
    """True when both can be said of one number: `more than 400` fits 420."""
    for a, b in ((left, right), (right, left)):
        if a.comparator == ">" and b.comparator != "<":
            return b.value >= a.value or b.comparator == ">"
        if a.comparator == "<" and b.comparator != ">":
            return b.value <= a.value or b.comparator == "<"
    if "~" in (left.comparator, right.comparator):
        return abs(left.value - right.value) <= _ROUGHLY * max(abs(left.value), abs(right.value))
    if left.comparator != right.comparator:
        more, less = (left, right) if left.comparator == ">" else (right, left)
        return more.value < less.value
    return left.value == right.value


def _growth(row: FigureRow, before: Sequence[FigureRow]) -> Relation | None:
    """Against the nearest period before of the same length and part; of several claims for it the likeliest match."""
    now = _period(row)
    if now is None:
        return None
    earlier = [(p, b) for b in before if (p := _period(b)) and _comparable(p, now)]
    if not earlier:
        return None
    nearest = max(p for p, _ in earlier)
    same = [b for p, b in earlier if p == nearest]
    base = max(same, key=lambda b: (b.report == row.report, b.person == row.person, b.published or "", b.id))
    if row.unit == "percent":
        return "growth", base.id, round(row.value - base.value, 1)
    return ("growth", base.id, round((row.value / base.value - 1) * 100, 1)) if base.value else None


def _comparable(earlier: Period, later: Period) -> bool:
    length = later.last - later.first
    return (
        earlier.part == later.part and earlier.last - earlier.first == length and earlier.last < later.first
    )
