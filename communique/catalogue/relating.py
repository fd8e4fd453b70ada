"""What each of many claims about one thing is to those before it: the same, another number, or growth since the period before.

What was said is kept by period and by number, so that a thousand claims cost a thousand looks and not a million.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from communique.catalogue.rows import FigureRow
from communique.lexicon.counted import Period, period_of
from communique.model.when import when, year_of

_ROUGHLY = 0.1
_ONE_OCCASION = 10
"""Days between reports that tell of one occasion."""

Relation = tuple[str | None, str | None, float | None]


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


def related(rows: Iterable[FigureRow]) -> Iterator[Claim]:
    """Claims in order of period and day, each with what it is to one before it."""
    said = _Said()
    for row in sorted(rows, key=_order):
        period = _period(row)
        relation = said.at_its_time(row, period) or said.growth(row, period) or (None, None, None)
        said.add(row, period)
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


class _Said:
    """The claims so far: each with its place in the order."""

    def __init__(self) -> None:
        self._number = 0
        self._in: dict[Period, _OfPeriod] = {}
        self._periods: dict[tuple[str, int], list[Period]] = defaultdict(list)
        self._undated: list[tuple[int, FigureRow]] = []
        """The day and the claim, where no period is said."""

    def add(self, row: FigureRow, period: Period | None) -> None:
        self._number += 1
        if period:
            if period not in self._in:
                self._in[period] = _OfPeriod()
                self._periods[period.part, period.last - period.first].append(period)
            self._in[period].add(self._number, row)
        elif not row.period and (day := _day(row)):
            self._undated.append((day, row))

    def at_its_time(self, row: FigureRow, period: Period | None) -> Relation | None:
        """Agreement or contradiction with a claim of another report; a contradiction outdoes an agreement."""
        others = self._in[period].others(row) if period in self._in else [] if period else self._near(row)
        apart = [b for b in others if not _fit(row, b)]
        if apart:
            return "contradicts", apart[-1].id, None
        return ("agrees", others[-1].id, None) if others else None

    def _near(self, row: FigureRow) -> list[FigureRow]:
        """Those that say no period either, of other reports of the same days."""
        day, found = _day(row), []
        if not row.period and day:
            for then, other in reversed(self._undated):
                if day - then > _ONE_OCCASION:
                    break
                if other.report != row.report:
                    found.append(other)
        return found[::-1]

    def growth(self, row: FigureRow, period: Period | None) -> Relation | None:
        """Against the nearest period before of the same length and part; of several claims for it the likeliest match."""
        if period is None:
            return None
        length = period.last - period.first
        alike = self._periods[period.part, length]
        at = bisect_left(alike, period.first - length, key=lambda p: p.first)
        if not at:
            return None
        base = self._in[alike[at - 1]].likeliest(row)
        if row.unit == "percent":
            return "growth", base.id, round(row.value - base.value, 1)
        return ("growth", base.id, round((row.value / base.value - 1) * 100, 1)) if base.value else None


class _OfPeriod:
    """The claims of one period: the last two of each number that differ in their report, and those of each report and person."""

    def __init__(self) -> None:
        self._last: dict[tuple[float, str | None], list[tuple[int, FigureRow]]] = {}
        self._of_report: dict[str, list[FigureRow]] = defaultdict(list)
        self._of_person: dict[str | None, FigureRow] = {}
        self._newest: FigureRow | None = None

    def add(self, place: int, row: FigureRow) -> None:
        last = self._last.setdefault((row.value, row.comparator), [])
        if last and last[-1][1].report != row.report:
            last[:-1] = []
        elif last:
            last.pop()
        last.append((place, row))
        self._of_report[row.report].append(row)
        self._of_person[row.person] = max(row, self._of_person.get(row.person, row), key=_newer)
        self._newest = max(row, self._newest or row, key=_newer)

    def others(self, row: FigureRow) -> list[FigureRow]:
        """Of each number the last claim of another report, in their order."""
        found = (
            next((one for one in reversed(each) if one[1].report != row.report), None)
            for each in self._last.values()
        )
        return [other for _, other in sorted((one for one in found if one), key=lambda one: one[0])]

    def likeliest(self, row: FigureRow) -> FigureRow:
        """The claim of the same report, else of the same person, else the newest."""
        if own := self._of_report.get(row.report):
            return max(own, key=lambda b: (b.person == row.person, *_newer(b)))
        found = self._of_person.get(row.person, self._newest)
        assert found is not None  # there is a period only where there is a claim
        return found


def _newer(row: FigureRow) -> tuple[str, str]:
    return row.published or "", row.id


def _day(row: FigureRow) -> int:
    """The day of the report as a number; 0 where it is not known."""
    day = when(row.published)
    return (day.year or 0) * 372 + (day.month or 0) * 31 + (day.day or 0) if day.precision >= 3 else 0


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
