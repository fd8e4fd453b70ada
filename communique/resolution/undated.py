"""Sittings of which a report tells no day: the one of the days before it, or of the weeks after it if it is planned."""

from calendar import monthrange
from datetime import date
from functools import cache

from communique.lexicon.bodies import goes_round, ministers_away
from communique.lexicon.sittings import sitting_words
from communique.lexicon.spelling import canonical_words
from communique.model.when import is_real, when
from communique.resolution.attendance import in_both
from communique.resolution.compared import Compared, same, unsure
from communique.resolution.sitting import COMING, Sitting, days_from, one_city

_AFTER, _AHEAD, _AT_ONCE = 14, 60, 3
"""Days after a sitting in which a report without a day still means it; days ahead, if planned; days that need no city."""
_WEEK = 7
"""Days in which two who talk often are meant, and a body of which nobody is named."""
SAME_PEOPLE = "same people"
_EVE = 1
"""Days that need no city where only one report says who talked."""
_PAIR = 2
_CAST = 4
"""So many people of a sitting are its cast, wherever else some of them meet."""


def by_report_day(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """A report that gives no day means the sitting of the days before it (of the weeks after it, if planned)."""
    side = 0 if left.start is None else 1
    undated, dated = (left, right) if side == 0 else (right, left)
    if not one_city(left, right) or (left.country and right.country and left.country != right.country):
        return None
    if dated.start is None:
        return _both_undated(left, right, whose)
    if not undated.told:
        return _only_one_there(undated, dated, whose, side)
    coming = undated.status in COMING
    start = _in_year(dated.start, undated.told)
    # a sitting of two days may still be planned, in part, on the second
    close = _in_year(dated.end or dated.start, undated.told)
    days = days_from(undated.told, start)
    gap = _gap(undated.told, start, close)
    once = _once_there(undated, dated)
    eve = once and days is not None and 0 <= days <= _AT_ONCE
    after = _AHEAD if _away(undated, dated) or (once and in_both(left.people, right.people)) else _AFTER
    if not (eve or _soon_told(undated.told, close if coming else start, coming, after)):
        return None
    bare = _bare(undated, dated)
    sure = gap is not None and when(dated.start).year is not None
    at_once = sure and (gap or 0) <= (_EVE if bare else _AT_ONCE)
    placed = at_once or (_one_place(undated, dated, whose) and not bare) or once
    said = (
        f"{whose}, no day told on {undated.told}, {'before' if coming else 'after'} the one of {dated.start}"
    )
    if placed:
        return same(0.68, said, side)._replace(strangers=True, nearest=at_once)
    likely = sure and (gap or 0) <= _likely(undated, dated, whose)
    return same(0.58, said, side)._replace(strangers=True) if likely else unsure(0.4, said)


def _gap(told: str, start: str, close: str) -> int | None:
    """The days from a report to a sitting of some days, or from it; None where either has no day."""
    ahead, since = days_from(told, start), days_from(close, told)
    return None if ahead is None or since is None else max(ahead, since, 0)


def _likely(undated: Sitting, dated: Sitting, whose: str) -> int:
    """The days in which a report without day and city speaks of the one sitting known, by what else it tells."""
    if undated.bilateral:
        return _WEEK if whose == SAME_PEOPLE else 0
    if undated.organs and not in_both(undated.people, dated.people):
        return _WEEK if undated.organs == dated.organs and not (undated.people and dated.people) else 0
    return _AFTER


def _one_place(left: Sitting, right: Sitting, whose: str) -> bool:
    """Both in one city; two people need no more than the country."""
    return bool(left.city and right.city) or (
        whose == SAME_PEOPLE and bool(left.country) and left.country == right.country
    )


def _away(left: Sitting, right: Sitting) -> bool:
    """Leaders or ministers in one city away from their seat: they come back there in years, not weeks."""
    here = left.organs == right.organs and bool(left.organs and left.city and right.city)
    return here and (
        _round(left.organs, left.city) or all(ministers_away(organ, left.city) for organ in left.organs)
    )


def _once_there(undated: Sitting, dated: Sitting) -> bool:
    """Leaders who go round sit once in two months, wherever: the report without a day need not tell where."""
    known = bool(dated.city) and when(dated.start).year is not None
    return known and undated.organs == dated.organs and _round(undated.organs, dated.city)


def _round(organs: frozenset[str], city: str) -> bool:
    return bool(organs) and all(goes_round(organ, city) for organ in organs)


def _bare(left: Sitting, right: Sitting) -> bool:
    """Talks of two sides, of which only one report says who talked: two states hold many in one city."""
    return left.bilateral and bool(left.people) != bool(right.people)


def _in_year(start: str, told: str) -> str:
    """A day without a year in the one nearest to the report that may mean it: `XXXX-12-30`, told on 2021-01-03, is of 2020."""
    report = _span(told)
    if not start.startswith("XXXX-") or report is None:
        return start
    likely = (f"{report[0].year + more:04}{start[4:]}" for more in (0, -1, 1))
    spans = ((day, span) for day in likely if (span := _span(day)))
    return min(spans, key=lambda each: abs((each[1][0] - report[0]).days), default=(start,))[0]


def _soon_told(told: str, start: str, coming: bool, after: int) -> bool:
    """Whether a report of one day (or month) may mean a sitting of another without saying when it is, or was."""
    report, sitting = _span(told), _span(start)
    if report is None or sitting is None:
        return False
    if coming:
        return sitting[1] >= report[0] and (sitting[0] - report[1]).days <= _AHEAD
    return report[1] >= sitting[0] and (report[0] - sitting[1]).days <= after


def _span(edtf: str) -> tuple[date, date] | None:
    """The first and the last day of a day or a month; None for what is vaguer, and for a day that its year lacks."""
    at = when(edtf)
    if at.year is None or at.month is None or at.month > 12 or not is_real(edtf):
        return None
    last = monthrange(at.year, at.month)[1]
    return date(at.year, at.month, at.day or 1), date(at.year, at.month, at.day or last)


def _both_undated(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """No day in either of two reports: the same talks of some days of one week, or one sitting told on one day.

    A body may sit day after day: what joined neighbouring days would join them all. Talks go on for days.
    """
    alike = (left.status in COMING) == (right.status in COMING) and _turn(left) == _turn(right)
    if not alike or not (_told_in_one_week(left, right) if left.bilateral else _told_in_one_day(left, right)):
        return None
    people = in_both(left.people, right.people) > 1
    placed = bool(left.city and right.city)
    announced = left.organs == right.organs and left.status in COMING and bool(left.city) == bool(right.city)
    if not (people or placed or (left.organs and announced)):
        return None
    told = f"{whose}, no day told on {left.told} and {right.told}"
    return same(0.66, f"{told}, {'people' if people else 'city' if placed else 'planned in both'}")._replace(
        strangers=True
    )


def _told_in_one_day(left: Sitting, right: Sitting) -> bool:
    return left.told == right.told and days_from(left.told, right.told) == 0


def _told_in_one_week(left: Sitting, right: Sitting) -> bool:
    days = days_from(left.told, right.told)
    if days is None or abs(days) > _AT_ONCE:
        return False
    return date.fromisoformat(left.told).isocalendar()[:2] == date.fromisoformat(right.told).isocalendar()[:2]


def _turn(sitting: Sitting) -> frozenset[str]:
    """The words of its name by which a sitting is the one after or before another: next, previous, last."""
    return _turns() & set(sitting.label.split())


@cache
def _turns() -> frozenset[str]:
    return frozenset(canonical_words(w) for kind in ("next", "previous") for w in sitting_words(kind))


def _only_one_there(undated: Sitting, dated: Sitting, whose: str, side: int) -> Compared | None:
    """No day in the report at all: the one sitting in that city with the same people, or of that number, if one is known.

    Without people and number it would be guesswork, as a body sits again and again in one city: but not leaders who go round.
    Of ministers away from their seat one who was there is enough.
    """
    people = in_both(undated.people, dated.people)
    if not (undated.city and dated.city):
        return _only_one(undated, dated, whose, side) if people >= _PAIR else None
    if undated.organs != dated.organs:
        vague = same(0.55, f"{whose}, in one city, no day told and no other known there", side)
        return vague._replace(strangers=True) if people >= _PAIR else None
    others = not undated.organs and people < max(len(undated.people), len(dated.people))
    cast = people >= _CAST and people * 4 >= min(len(undated.people), len(dated.people)) * 3
    enough = people > 1 and (cast or not others)  # at a summit four may sit of whom two meet there again
    numbered = undated.ordinal is not None and undated.ordinal == dated.ordinal
    round_ = _round(undated.organs, undated.city)
    away = people and all(ministers_away(organ, undated.city) for organ in undated.organs) and undated.organs
    if not (enough or numbered or round_ or away):
        return None
    more = " and people" if enough else " and number" if numbered else ""
    said = f"{whose}, city{more}, no day told and no other meeting of it known there"
    return same(0.62, said, side)._replace(strangers=True)


def _only_one(undated: Sitting, dated: Sitting, whose: str, side: int) -> Compared | None:
    """Neither day nor city, in a report of no day: leaders who go round, or two who talked, where it is known of these people once."""
    talks = undated.bilateral and whose == SAME_PEOPLE and undated.gathering == dated.gathering
    if undated.organs != dated.organs or not (talks or _round(dated.organs, dated.city)):
        return None
    everybody = in_both(undated.people, dated.people) == min(len(undated.people), len(dated.people))
    said = f"{whose} and people, no day told and no other meeting of them known"
    return same(0.55, said, side)._replace(strangers=True) if everybody else None
