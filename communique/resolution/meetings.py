"""Meetings: the same organ (or the same sides) and the same time, never the wording alone."""

from collections.abc import Hashable, Iterator
from datetime import date
from typing import NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

from communique.lexicon.likeness import bones, word_likeness
from communique.lexicon.personal import personal_name
from communique.lexicon.sittings import format_of
from communique.lexicon.spelling import canonical_words, place, sound
from communique.model.meeting import Meeting
from communique.model.mention import item_at
from communique.model.when import compatible, months_of, when
from communique.resolution.bodies import body_key
from communique.resolution.compared import Compared, Kind, Seen, other, same, unsure

_ALIKE = 88.0
_DAILY = 1000
"""Numbers as high as this count sittings that follow each other on one day: none of them is a slip."""
_MOVED = 10
"""Days by which a sitting that was planned may have been put off or brought forward and still be the one planned."""
_AFTER, _AHEAD, _AT_ONCE = 14, 60, 3
"""Days after a sitting in which a report without a day still means it; days ahead, if planned; days that need no city."""
_COMING = frozenset(("planned", "postponed"))
_TELLING = 3
_ANY_YEAR = range(1990, 2041)
"""Where a sitting without a day, told by a report without one, looks for the one it means."""


class Sitting(NamedTuple):
    """A meeting as one report tells it, in comparable form."""

    label: str
    organs: frozenset[str]
    bilateral: bool
    ordinal: int | None
    start: str | None
    end: str | None
    city: str
    country: str
    people: frozenset[str]
    parties: frozenset[str]
    id: str = ""
    format: str | None = None
    status: str = "held"
    told: str = ""
    sides: frozenset[str] = frozenset()

    @property
    def key(self) -> Hashable:
        """A dated or numbered sitting of known organs is told by these alone; any other by itself."""
        dated = when(self.start).precision == 3 or self.ordinal is not None
        known = bool(self.organs) and dated and not self.bilateral
        if known:
            told = (self.organs, self.ordinal, self.start, self.end, self.city, self.country)
            return *told, self.format, self.status in _COMING
        return self.id


def features(seen: Seen) -> Sitting:
    """The comparable form of the meeting at the mention's place."""
    meeting: Meeting = item_at(seen.reading, seen.mention.places[0])
    names = [personal_name(p.name) for p in meeting.participants]
    return Sitting(
        label=canonical_words(meeting.name),
        organs=frozenset(body_key(b.name, b.id) for b in meeting.bodies),
        bilateral=meeting.kind == "bilateral",
        ordinal=meeting.ordinal,
        start=meeting.start,
        end=meeting.end or meeting.start,
        city=place(meeting.city or ""),
        country=meeting.country or "",
        people=frozenset(bones(sound(n.surname)) or n.surname for n in names),
        parties=frozenset(meeting.represented) | {p.represents for p in meeting.participants if p.represents},
        id=seen.mention.id,
        format=format_of(meeting.name),
        status=meeting.status,
        told=seen.reading.report.published or "",
        sides=_sides(meeting) if meeting.kind == "bilateral" else frozenset(),
    )


def _sides(meeting: Meeting) -> frozenset[str]:
    """The two sides of a meeting as it names them; else those of its two participants."""
    acting = {p.represents or "" for p in meeting.participants}
    named = set(meeting.represented) if len(set(meeting.represented)) == 2 else acting
    return frozenset(named) if len(named) == 2 and all(named) else frozenset()


def blocks(sitting: Sitting) -> Iterator[Hashable]:
    """Sittings meet where an owner (an organ, the sides, a person, a word of the name) and a time agree."""
    for owner in _owners(sitting):
        if sitting.ordinal is not None:
            yield owner, "ordinal", sitting.ordinal
        for edtf in {sitting.start, sitting.end}:
            day = when(edtf)
            if day.month:
                yield owner, "day", day.month, day.day
                yield from ((owner, "month", day.year, month) for month in months_of(day.month))
            if day.year and owner in sitting.organs:
                yield from ((owner, "year", day.year, where) for where in _wheres(sitting))
            elif day.year and not day.month:
                yield owner, "year", day.year
        if sitting.start is None:
            yield from ((owner, "month", *month) for month in _about(sitting))
            if not sitting.told and sitting.city and owner in sitting.organs:
                yield from ((owner, "year", year, _heard(sitting.city)) for year in _ANY_YEAR)


def _wheres(sitting: Sitting) -> Iterator[str]:
    """Where a sitting was, as blocks name it: its city as every script hears it, its country."""
    yield from filter(None, (_heard(sitting.city), sitting.country))


def _heard(city: str) -> str:
    return bones(sound(city)) or city


def _about(sitting: Sitting) -> Iterator[tuple[int, int]]:
    """The months in which an undated sitting may have been: that of its report, and one before or two after."""
    told = when(sitting.told)
    if told.year and told.month:
        for step in (0, 1, 2) if sitting.status in _COMING else (0, -1):
            months = told.year * 12 + told.month - 1 + step
            yield months // 12, months % 12 + 1


def _owners(sitting: Sitting) -> Iterator[Hashable]:
    yield from sitting.organs
    if len(sitting.parties) == 2:
        yield "sides", *sorted(sitting.parties)
    yield from (("person", person) for person in sitting.people)
    if not sitting.organs and not sitting.bilateral:
        yield from (
            ("word", word)
            for word in sorted(set(sitting.label.split()), key=lambda w: (-len(w), w))[:_TELLING]
        )


def compare(left: Sitting, right: Sitting) -> Compared | None:
    """One sitting, two, or unsure; None where nothing ties them."""
    if left.bilateral != right.bilateral:
        return None
    whose = _whose(left, right)
    if whose is None:
        return _same_cast(left, right)
    if left.format and right.format and left.format != right.format:
        return other(f"{whose}, one in {left.format}, one in {right.format} format")
    found = _by_ordinal(left, right, whose) or _by_date(left, right, whose)
    if found and found.verdict == "same" and left.format != right.format:
        # the narrow sitting and the meeting as a whole are one unless a report tells of both
        return found._replace(strangers=True)
    return found


def _whose(left: Sitting, right: Sitting) -> str | None:
    """What the two sittings have in common beside the time, in words; None if nothing."""
    if left.bilateral:
        return _same_parties(left, right)
    if left.organs and right.organs:
        nested = left.organs <= right.organs or right.organs <= left.organs
        return "same body" if nested else None
    if left.organs or right.organs:
        return None
    alike = token_sort_ratio(left.label, right.label) >= _ALIKE
    return "same name" if alike else None


def _same_parties(left: Sitting, right: Sitting) -> str | None:
    if left.sides and right.sides and left.sides != right.sides:
        return None
    if len(left.people & right.people) >= 2:
        return "same people"
    if left.people and right.people:
        return None
    return "same parties" if len(left.parties) > 1 and left.parties == right.parties else None


def _same_cast(left: Sitting, right: Sitting) -> Compared | None:
    """The same people on the very same day in the same city, where one report does not say whose meeting it is."""
    if left.bilateral or (left.organs and right.organs):
        return None
    shared = len(left.people & right.people)
    exact = left.start == right.start and when(left.start).precision == 3
    if shared < 2 or not exact or not left.city or not _one_city(left, right):
        return None
    leans = 0 if not left.organs else 1
    return same(0.75, f"{shared} of the same people on {left.start} in one city", leans)._replace(
        strangers=True
    )


def _by_ordinal(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    if left.ordinal is None or right.ordinal is None or left.organs != right.organs:
        return None
    if left.ordinal != right.ordinal:
        if _one_day(left, right) and max(left.ordinal, right.ordinal) < _DAILY:
            numbers = " and ".join(map(str, sorted((left.ordinal, right.ordinal))))
            said = f"{whose}, {left.start}, no other place, though numbered {numbers}"
            return same(0.9, said)._replace(strangers=True)
        return other(f"{whose}, but number {left.ordinal} and number {right.ordinal}")
    years = when(left.start).year, when(right.start).year
    if None not in years and years[0] != years[1]:
        return other(f"{whose} and number, but in {years[0]} and {years[1]}")
    return same(0.97, f"{whose}, number {left.ordinal}")


def _one_day(left: Sitting, right: Sitting) -> bool:
    """The very same day, and no two places: then one of two numbers is a slip."""
    apart = not _one_city(left, right) or (left.country and right.country and left.country != right.country)
    return left.start == right.start and when(left.start).precision == 3 and not apart


def _one_city(left: Sitting, right: Sitting) -> bool:
    """True unless both name a city, and not one city in two spellings."""
    if not left.city or not right.city:
        return True
    return (
        word_likeness(*sorted((left.city, right.city)), bare=True) > 0
        or left.city in right.city
        or right.city in left.city
    )


def _by_date(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    if left.start is None or right.start is None:
        return _undated(left, right, whose)
    if not _overlap(left, right):
        return _moved(left, right, whose) or other(f"{whose}, but on {left.start} and {right.start}")
    if left.country and right.country and left.country != right.country:
        return other(f"{whose} and date, but in {left.country} and {right.country}")
    if not _one_city(left, right):
        cities = f"{whose} and date, but in {left.city} and {right.city}"
        # two sides travel together, an organ sits in one place
        return unsure(0.5, cities) if left.bilateral and left.country else other(cities)
    return _dated(left, right, whose)


def _undated(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """A report that gives no day means the sitting of the days before it (of the weeks after it, if planned)."""
    side = 0 if left.start is None else 1
    undated, dated = (left, right) if side == 0 else (right, left)
    if dated.start is None or not (
        _one_city(left, right) and undated.country in ("", dated.country or undated.country)
    ):
        return None
    if not undated.told:
        return _only_one_there(undated, dated, whose, side)
    days = _days(undated.told, dated.start)
    coming = undated.status in _COMING
    near = days is not None and (0 <= days <= _AHEAD if coming else -_AFTER <= days <= 0)
    if not near:
        return None
    placed = bool(undated.city and dated.city) or (days is not None and abs(days) <= _AT_ONCE)
    said = (
        f"{whose}, no day told on {undated.told}, {'before' if coming else 'after'} the one of {dated.start}"
    )
    return same(0.68, said, side)._replace(strangers=True) if placed else unsure(0.4, said)


def _only_one_there(undated: Sitting, dated: Sitting, whose: str, side: int) -> Compared | None:
    """No day in the report at all: the one sitting of the body in that city with the same people, if one is known.

    Without the people it would be guesswork: a body sits again and again in one city.
    """
    known = undated.organs and undated.organs == dated.organs and undated.city and dated.city
    if not known or len(undated.people & dated.people) < 2:
        return None
    said = f"{whose}, city and people, no day told and no other meeting of it known there"
    return same(0.62, said, side)._replace(strangers=True)


def _days(first: str, second: str) -> int | None:
    """The days from one date to another; None where either is not a day."""
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return None


def _moved(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    """A sitting that was planned for one day and held a few days off it, in the same city; a held one a day off."""
    if not (left.city and right.city and _one_city(left, right)):
        return None
    days = _days_between(left, right)
    said = f"{whose} and city, on {left.start} and {right.start}"
    planned = [side for side, s in enumerate((left, right)) if s.status in _COMING]
    if len(planned) == 1 and days <= _MOVED:
        return same(0.72, f"{said}: planned for the one, held on the other", planned[0])._replace(
            strangers=True
        )
    if days == 1 and len(left.people & right.people) >= 2:
        return same(0.78, f"{said}, the same people")._replace(strangers=True)
    return unsure(0.45, f"{said}, a day apart") if days == 1 else None


def _days_between(left: Sitting, right: Sitting) -> int:
    """The days between the two; very many where either has no day."""
    first, second = sorted((left, right), key=lambda s: s.start or "")
    days = _days(first.end or first.start or "", second.start or "")
    return 10_000 if days is None else max(days, 0)


def _dated(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    ours, theirs = when(left.start), when(right.start)
    vaguer = 0 if ours.precision <= theirs.precision else 1
    least = min(ours.precision, theirs.precision)
    said = min((left.start or "", right.start or ""), key=lambda d: when(d).precision)
    if least == 3:
        return same(0.95, f"{whose}, {said}, no other place")
    if least == 2 and max(ours.precision, theirs.precision) == 3:
        return same(0.8, f"{whose}, {said} fits the date of no other meeting", vaguer)
    placed = (left.city and right.city) or (left.country and left.country == right.country)
    if placed and max(ours.precision, theirs.precision) == 3:
        return same(0.7, f"{whose} and place, {said} fits the date of no other meeting", vaguer)
    return unsure(0.5, f"{whose}, {said} fits")


def _overlap(left: Sitting, right: Sitting) -> bool:
    """True when the days of the two meetings can be the same."""
    spans = [(s.start or "", s.end or s.start or "") for s in (left, right)]
    if all(when(d).precision == 3 for span in spans for d in span):
        return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]
    return any(compatible(a, b) for a in spans[0] for b in spans[1])


def merge(left: Sitting, right: Sitting) -> Sitting:
    """Two of one key seen as one: who was there adds up."""
    people, parties = left.people | right.people, left.parties | right.parties
    first = min(left, right, key=lambda s: (s.id, s.label))
    return first._replace(people=people, parties=parties, told=min(left.told, right.told))


MEETINGS = Kind("meetings", features, blocks, compare)
