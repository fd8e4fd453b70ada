"""A thousand claims are related as a few are: the short way gives what looking at every pair gives."""

from collections.abc import Sequence
from random import Random

from counted_work import calls

from communique.catalogue import relating
from communique.catalogue.relating import related
from communique.catalogue.rows import FigureRow

PERIODS = (None, None, "2017", "2018", "2016-2017", "first half of 2018", "last year", "some time")
DAYS = (None, "2018", "2018-03-02", "2018-03-09", "2018-03-27", "2019-01-05")


def _claims(random: Random, number: int) -> list[FigureRow]:
    return [
        FigureRow(
            id=f"f-{n:04}", value=random.choice((0, 1, 2, 100, 105)), comparator=random.choice("=><~"),
            unit=random.choice((None, "percent")), what="tonnes", period=random.choice(PERIODS),
            person=random.choice((None, "p-1", "p-2")), report=f"r-{random.randrange(8)}", published=random.choice(DAYS),
        )
        for n in range(number)
    ]  # fmt: skip


def test_the_short_way_gives_what_every_pair_gives() -> None:
    random, told = Random(3), 0
    for _ in range(400):
        found = list(related(_claims(random, random.randint(1, 25))))
        rows = [claim.row for claim in found]
        for at, claim in enumerate(found):
            assert (claim.relation, claim.against) == _among(claim.row, rows[:at])
            told += claim.relation is not None
    assert told > 1000


def _among(row: FigureRow, before: Sequence[FigureRow]) -> tuple[str | None, str | None]:
    period = relating._period(row)
    others = [b for b in before if b.report != row.report and _one_time(row, b)]
    apart = [b for b in others if not relating._fit(row, b)]
    if others:
        return ("contradicts", apart[-1].id) if apart else ("agrees", others[-1].id)
    earlier = [(p, b) for b in before if period and (p := relating._period(b)) and p.part == period.part
               and p.last - p.first == period.last - period.first and p.last < period.first]  # fmt: skip
    if not earlier:
        return None, None
    nearest = max(p for p, _ in earlier)
    same = [b for p, b in earlier if p == nearest]
    base = max(same, key=lambda b: (b.report == row.report, b.person == row.person, b.published or "", b.id))
    return ("growth", base.id) if row.unit == "percent" or base.value else (None, None)


def _one_time(left: FigureRow, right: FigureRow) -> bool:
    one, two = relating._period(left), relating._period(right)
    if one or two or left.period or right.period:
        return one is not None and one == two
    days = [relating._day(row) for row in (left, right)]
    return all(days) and abs(days[0] - days[1]) <= 10


def test_ten_times_the_claims_are_about_ten_times_the_work() -> None:
    few, many = (_claims(Random(1), number) for number in (200, 2_000))
    list(related(few))  # what periods mean is remembered
    assert calls(lambda: list(related(many))) < 30 * calls(lambda: list(related(few)))
