"""Meetings: the same organ (or the same sides) and the same time, never the wording alone."""

from communique.lexicon.bodies import goes_round
from communique.model.when import compatible, is_day, when
from communique.resolution.attendance import in_both
from communique.resolution.compared import Compared, Kind, other, same, unsure
from communique.resolution.often import by_day_and_matter, often
from communique.resolution.sitting import COMING, Sitting, blocks, days_from, features, one_city, sought
from communique.resolution.undated import SAME_PEOPLE, by_report_day
from communique.resolution.unowned import SAME_NAME, maybe_the_bodys, two_levels, whose_unowned
from communique.resolution.vaguely import vaguely_one

_DAILY = 1000
"""Numbers as high as this count sittings that follow each other on one day: none of them is a slip."""
_OFTEN, _CROWD = 100, 3
"""A body whose sittings are numbered so high sits too often for a number one apart to be a slip; people that must be the same."""
_PART = 0.6
"""What a sitting in one format is held for the whole by, less than any report that tells of the whole."""
_JOINT = 0.7
"""What is told of one body is held for the joint sitting of it and others by, where no report tells of both."""
_VAGUE = 0.6
"""What is told of an organisation, or of no body, is held for the sitting of an organ by, less than what names the organ."""
SAME_PARTIES = "same parties"
_MOVED, _PUT_OFF = 10, 3
"""Days by which a sitting that was planned may have been put off or brought forward and still be the one planned; where
no city is told, so few that nothing is said."""


def compare(left: Sitting, right: Sitting) -> Compared | None:
    """One sitting, two, or unsure; None where nothing ties them."""
    if left.bilateral != right.bilateral:
        return None
    whose = _whose(left, right)
    if whose is None:
        return None if left.bilateral else _vaguely(left, right) or maybe_the_bodys(left, right)
    if left.format and right.format and left.format != right.format:
        return other(f"{whose}, one in {left.format}, one in {right.format} format")
    if left.session and right.session and left.session != right.session:
        return other(f"{whose}, one {left.session}, one {right.session}")
    if left.bilateral and (call := _call_and_visit(left, right)):
        return other(f"{whose}, {call}")
    found = _by_time(left, right, whose)
    return _less_sure(found, left, right, whose) if found and found.verdict == "same" else found


def _vaguely(left: Sitting, right: Sitting) -> Compared | None:
    """One owner told more vaguely than the other: it leans, and never keeps two apart."""
    tied = vaguely_one(left, right)
    found = _by_date(left, right, tied[0]) if tied else None
    if tied is None or found is None or found.verdict != "same":
        return None
    return found._replace(score=min(found.score, _VAGUE), leans=tied[1], strangers=True, nearest=False)


def _by_time(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    found = None if _loose(left, whose) else _by_ordinal(left, right, whose)
    if found is None and often(left, right):
        return by_day_and_matter(left, right, whose)
    return found or _by_date(left, right, whose) or _told_on_one_day(left, right, whose)


def _loose(left: Sitting, whose: str) -> bool:
    """What is told by people alone is one unless a report tells of both."""
    return not (left.bilateral or left.organs or whose == SAME_NAME)


def _less_sure(found: Compared, left: Sitting, right: Sitting, whose: str) -> Compared:
    """What is one by all that both tell, with what one of them leaves open."""
    if left.format != right.format:
        return _part_or_whole(found, left)
    if left.organs != right.organs:  # the joint sitting of some bodies beside what is told of one of them
        return found._replace(
            score=min(found.score, _JOINT), strangers=True, leans=0 if left.organs < right.organs else 1
        )
    if whose == SAME_PARTIES and bool(left.people) != bool(right.people):
        return found._replace(leans=1 if left.people else 0)
    return found._replace(strangers=True) if _loose(left, whose) else found


def _part_or_whole(found: Compared, left: Sitting) -> Compared:
    """The narrow sitting beside the whole: they are one unless a report tells of both, and the whole comes first.

    What has no day of its own leans on either.
    """
    leans = found.leans if found.leans is not None else 0 if left.format else 1
    return found._replace(score=min(found.score, _PART), strangers=True, leans=leans)


def _told_on_one_day(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """The narrow sitting and the whole, both without a day, in reports of one day."""
    formats = left.organs and left.format != right.format
    undated = left.start is None and right.start is None and one_city(left, right)
    if not (formats and undated and left.told and left.told == right.told):
        return None
    return same(_PART, f"{whose}, told on {left.told}, one in {left.format or right.format} format")


def _whose(left: Sitting, right: Sitting) -> str | None:
    """What the two sittings have in common beside the time, in words; None if nothing."""
    if left.bilateral:
        return _same_parties(left, right)
    if left.organs and right.organs:
        nested = left.organs <= right.organs or right.organs <= left.organs
        return "same body" if nested else None
    if left.organs or right.organs:
        return None
    return whose_unowned(left, right)


def _same_parties(left: Sitting, right: Sitting) -> str | None:
    if left.sides and right.sides and left.sides != right.sides:
        return None
    if in_both(left.people, right.people) >= 2:
        return SAME_PEOPLE
    if len(left.parties) < 2 or left.parties != right.parties or two_levels(left, right):
        return None
    if left.people and right.people:
        alone = min(len(left.people), len(right.people)) == 1  # who goes unnamed is the other's
        return "same parties and person" if alone and in_both(left.people, right.people) else None
    return SAME_PARTIES


def _call_and_visit(left: Sitting, right: Sitting) -> str:
    """Two talked on the phone, and met in a city: in words; an empty string where it may be one."""
    for call, visit in ((left, right), (right, left)):
        if call.gathering == "call" != visit.gathering and visit.city:
            return f"one a call, one in {visit.city}"
    return ""


def _by_ordinal(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    if left.ordinal is None or right.ordinal is None or left.organs != right.organs:
        return None
    if left.ordinal != right.ordinal:
        return _misnumbered(left, right, whose) or other(
            f"{whose}, but number {left.ordinal} and number {right.ordinal}"
        )
    if left.counted and right.counted and left.told[:4] != right.told[:4]:
        return unsure(0.5, f"{whose}, number {left.ordinal}, in reports of two years or of none")
    return _of_one_number(left, right, f"{whose}, number {left.ordinal}")


def _of_one_number(left: Sitting, right: Sitting, said: str) -> Compared:
    """One, whatever else is told; not in two years, unless it is told on one day of them, nor in two cities months apart."""
    ours, theirs = when(left.start), when(right.start)
    if None not in (ours.year, theirs.year) and ours.year != theirs.year:
        days = ({when(edtf)[1:] for edtf in (s.start, s.end) if is_day(edtf)} for s in (left, right))
        one_day = bool(set.intersection(*days)) and one_city(left, right)
        slip = same(0.8, f"{said}, on one day of {ours.year} and {theirs.year}")._replace(strangers=True)
        return slip if one_day else other(f"{said}, but in {ours.year} and {theirs.year}")
    months = None not in (ours.month, theirs.month) and abs((ours.month or 0) - (theirs.month or 0)) > 1
    if months and not one_city(left, right):
        return unsure(0.5, f"{said}, but in {left.city} and {right.city}, on {left.start} and {right.start}")
    return same(0.97, said)


def _misnumbered(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """One of two numbers is a slip: on the very same day, or in one month and city with the same people, one apart."""
    numbers = sorted((left.ordinal or 0, right.ordinal or 0))
    said = f"though numbered {numbers[0]} and {numbers[1]}"
    if _one_day(left, right) and numbers[1] < _DAILY:
        return same(0.9, f"{whose}, {left.start}, no other place, {said}")._replace(strangers=True)
    one_apart = numbers[1] - numbers[0] == 1 and numbers[1] < _OFTEN
    there = left.city and right.city and one_city(left, right)
    monthly = min(when(left.start).precision, when(right.start).precision) == 2 and _overlap(left, right)
    shared = in_both(left.people, right.people)
    if one_apart and there and monthly and shared >= _CROWD:
        return same(0.74, f"{whose}, month, city and {shared} people, {said}")._replace(strangers=True)
    return None


def _one_day(left: Sitting, right: Sitting) -> bool:
    """The very same day, and no two places: then one of two numbers is a slip."""
    apart = not one_city(left, right) or (left.country and right.country and left.country != right.country)
    return left.start == right.start and when(left.start).precision == 3 and not apart


def _by_date(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    if left.start is None or right.start is None:
        return by_report_day(left, right, whose)
    if not _overlap(left, right):
        apart = other(f"{whose}, but on {left.start} and {right.start}")
        moved = _moved(left, right, whose)
        return moved or (_put_off(left, right, whose) if _may_be_moved(left, right) else apart)
    if left.country and right.country and left.country != right.country:
        return other(f"{whose} and date, but in {left.country} and {right.country}")
    if not one_city(left, right):
        cities = f"{whose} and date, but in {left.city} and {right.city}"
        return _two_in_two_cities(left, right, whose, cities)
    return _dated(left, right, whose)


def _two_in_two_cities(left: Sitting, right: Sitting, whose: str, cities: str) -> Compared:
    """Two sides travel together, and one report says Woodside where the other says San Francisco; an organ sits in one place."""
    if not left.bilateral:
        return _elsewhere(left, right, cities)
    two = in_both(left.people, right.people) >= 2
    if left.host and right.host and left.host != right.host:
        return unsure(0.5, cities) if two else other(cities)
    if two and when(left.start).day and when(right.start).day:
        return same(0.7, cities)._replace(strangers=True)
    return unsure(0.5, cities) if two or left.country else other(cities)


def _elsewhere(left: Sitting, right: Sitting, cities: str) -> Compared:
    """Leaders sit once a day: planned for one city, they met in another; all else that sits in two cities is two."""
    once = left.start == right.start and is_day(left.start) and all(goes_round(o, "") for o in left.organs)
    planned = [side for side, s in enumerate((left, right)) if s.status in COMING]
    if once and left.organs and len(planned) == 1 and not _yet_to_come(left, right):
        return same(0.62, f"{cities}: planned for the one, held in the other", planned[0])._replace(
            strangers=True
        )
    return other(cities)


def _moved(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """A sitting that was planned for one day and held a few days off it, in the same city; a held one a day off.

    In one city the narrow sitting is on the eve of the other.
    """
    if not (left.city and right.city and one_city(left, right)):
        return None
    days = _days_between(left, right)
    said = f"{whose} and city, on {left.start} and {right.start}"
    planned = [side for side, s in enumerate((left, right)) if s.status in COMING]
    if len(planned) == 1 and days <= _MOVED and not _yet_to_come(left, right):
        return same(0.72, f"{said}: planned for the one, held on the other", planned[0])._replace(
            strangers=True
        )
    if days == 1 and in_both(left.people, right.people) >= 2:
        return same(0.78, f"{said}, the same people")._replace(strangers=True)
    if (
        days == 1
        and left.organs
        and not left.bilateral
        and _leaders_there(left, right)
        and not _eve(left, right)
    ):
        return same(0.7, f"{said}, a day apart")._replace(strangers=True)
    if days == 1 and left.organs and _eve(left, right):
        return same(0.7, f"{said}, the first in narrow format")._replace(strangers=True)
    return unsure(0.45, f"{said}, a day apart") if days == 1 else None


def _eve(left: Sitting, right: Sitting) -> bool:
    first, second = sorted((left, right), key=lambda s: s.start or "")
    return first.format == "narrow" != second.format


def _put_off(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """Of a body, which does not sit again so soon, it is the one that was planned; of people and sides nothing is said."""
    if not left.organs or left.bilateral or not is_day(left.start) or not is_day(right.start):
        return None
    side = 0 if left.status in COMING else 1
    return same(
        0.62,
        f"{whose}, planned for {(left, right)[side].start}, held on {(left, right)[1 - side].start}",
        side,
    )._replace(strangers=True)


def _may_be_moved(left: Sitting, right: Sitting) -> bool:
    """A planned sitting and one held a few days off it, not both with a city: neither one nor two."""
    planned = sum(s.status in COMING for s in (left, right))
    if planned != 1 or (left.city and right.city) or _yet_to_come(left, right):
        return False
    return _days_between(left, right) <= _PUT_OFF


def _yet_to_come(left: Sitting, right: Sitting) -> bool:
    """A report that plans a sitting after the other was held speaks of another one."""
    coming, was = (left, right) if left.status in COMING else (right, left)
    return is_day(coming.told) and is_day(was.end) and coming.told > (was.end or "")


def _days_between(left: Sitting, right: Sitting) -> int:
    """The days between the two; very many where either has no day."""
    first, second = sorted((left, right), key=lambda s: s.start or "")
    days = days_from(first.end or first.start or "", second.start or "")
    return 10_000 if days is None else max(days, 0)


def _dated(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    ours, theirs = when(left.start), when(right.start)
    vaguer = 0 if ours.precision <= theirs.precision else 1
    least = min(ours.precision, theirs.precision)
    said = min((left.start or "", right.start or ""), key=lambda d: when(d).precision)
    if least == 3:
        return same(0.95, f"{whose}, {said}, no other place")
    if (
        least == 2
        and max(ours.precision, theirs.precision) == 3
        and (whose != SAME_PARTIES or ours.day == theirs.day)
    ):
        return same(0.8, f"{whose}, {said} fits the date of no other meeting", vaguer)
    if left.start == right.start and ours.day and in_both(left.people, right.people) > 1:
        return same(0.76, f"{whose}, {said} in both, the same people")._replace(strangers=True)
    if left.start == right.start and least == 2 and ours.year and _leaders_there(left, right):
        return same(0.7, f"{whose} and city, {said} in both")._replace(strangers=True)
    if _leaders_of_a_year(left, right):
        return same(0.6, f"{whose}, the one known of {ours.year}", vaguer)
    if whose == SAME_PARTIES and least < 3:
        return unsure(0.5, f"{whose}, {said} fits")
    placed = (left.city and right.city) or (left.country and left.country == right.country)
    any_year = bool(left.organs) and least == 1 and None in (ours.year, theirs.year)
    if (
        placed
        and max(ours.precision, theirs.precision) == 3
        and (not any_year or _leaders_there(left, right))
    ):
        return same(0.7, f"{whose} and place, {said} fits the date of no other meeting", vaguer)
    return unsure(0.5, f"{whose}, {said} fits")


def _leaders_of_a_year(left: Sitting, right: Sitting) -> bool:
    """Leaders who go round, told by the year alone ("the 2018 summit") in one of two reports."""
    ours, theirs = when(left.start), when(right.start)
    year = ours.year == theirs.year is not None and ours.precision != theirs.precision
    city = left.city or right.city
    here = left.organs == right.organs and bool(left.organs and city)
    return year and here and all(goes_round(organ, city) for organ in left.organs)


def _leaders_there(left: Sitting, right: Sitting) -> bool:
    """An organ of leaders in one city away from its seat: it does not come back in the same month."""
    round_ = bool(left.organs) and all(goes_round(organ, left.city) for organ in left.organs)
    return round_ and bool(left.city and right.city) and left.organs == right.organs


def _overlap(left: Sitting, right: Sitting) -> bool:
    """True when the days of the two meetings can be the same."""
    first, last = left.start or "", left.end or left.start or ""
    begin, close = right.start or "", right.end or right.start or ""
    if is_day(first) and is_day(last) and is_day(begin) and is_day(close):
        return first <= close and begin <= last
    return any(compatible(a, b) for a in (first, last) for b in (begin, close))


MEETINGS = Kind("meetings", features, blocks, compare, sought)
