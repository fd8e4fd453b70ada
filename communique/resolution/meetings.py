"""Meetings: the same organ and the same time, never the wording alone."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

from communique.lexicon.personal import personal_name
from communique.lexicon.spelling import canonical_words
from communique.model.meeting import Meeting
from communique.model.mention import item_at
from communique.model.when import compatible, when
from communique.resolution.bodies import body_key
from communique.resolution.compared import Compared, Kind, Seen, other, same, unsure

_ALIKE = 88.0
_DAILY = 1000
"""Numbers as high as this count sittings that follow each other on one day: none of them is a slip."""


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

    @property
    def key(self) -> Hashable:
        """A dated or numbered sitting of known organs is told by these alone; any other by itself."""
        dated = when(self.start).precision == 3 or self.ordinal is not None
        known = bool(self.organs) and dated and not self.bilateral
        if known:
            return self.organs, self.ordinal, self.start, self.end, self.city, self.country
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
        city=canonical_words(meeting.city or ""),
        country=meeting.country or "",
        people=frozenset(f"{n.first[:1]} {n.surname}" for n in names),
        parties=frozenset(meeting.represented) | {p.represents for p in meeting.participants if p.represents},
        id=seen.mention.id,
    )


def blocks(sitting: Sitting) -> Iterator[Hashable]:
    """Sittings meet when organ (or parties, or being without any) and day, month or ordinal agree."""
    whose: list[Hashable] = [*sitting.organs] or [sitting.bilateral]
    for owner in whose:
        if sitting.ordinal is not None:
            yield owner, "ordinal", sitting.ordinal
        for date in {sitting.start, sitting.end}:
            day = when(date)
            if day.month:
                yield owner, "day", day.month, day.day
                yield owner, "month", day.year, day.month
            elif day.year:
                yield owner, "year", day.year


def compare(left: Sitting, right: Sitting) -> Compared | None:
    """One sitting, two, or unsure; None where nothing ties them."""
    if left.bilateral != right.bilateral:
        return None
    whose = _whose(left, right)
    if whose is None:
        return None
    numbered = _by_ordinal(left, right, whose)
    return numbered or _by_date(left, right, whose)


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
    if left.people and right.people:
        return "same people" if len(left.people & right.people) >= 2 else None
    return "same parties" if len(left.parties) > 1 and left.parties == right.parties else None


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
    places = ((left.city, right.city), (left.country, right.country))
    apart = any(a and b and a != b for a, b in places)
    return left.start == right.start and when(left.start).precision == 3 and not apart


def _by_date(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    if left.start is None or right.start is None:
        return None
    if not _overlap(left, right):
        return other(f"{whose}, but on {left.start} and {right.start}")
    if left.city and right.city and left.city != right.city:
        return other(f"{whose} and date, but in {left.city} and {right.city}")
    if left.country and right.country and left.country != right.country:
        return other(f"{whose} and date, but in {left.country} and {right.country}")
    return _dated(left, right, whose)


def _dated(left: Sitting, right: Sitting, whose: str) -> Compared | None:
    ours, theirs = when(left.start), when(right.start)
    vaguer = 0 if ours.precision <= theirs.precision else 1
    least = min(ours.precision, theirs.precision)
    said = min((left.start or "", right.start or ""), key=lambda d: when(d).precision)
    if least == 3:
        return same(0.95, f"{whose}, {said}, no other place")
    if least == 2 and max(ours.precision, theirs.precision) == 3:
        return same(0.8, f"{whose}, {said} fits the date of no other meeting", vaguer)
    return unsure(0.5, f"{whose}, {said} fits")


def _overlap(left: Sitting, right: Sitting) -> bool:
    """True when the days of the two meetings can be the same."""
    spans = [(s.start or "", s.end or s.start or "") for s in (left, right)]
    if all(when(d).precision == 3 for span in spans for d in span):
        return spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]
    return any(compatible(a, b) for a in spans[0] for b in spans[1])


MEETINGS = Kind("meetings", features, blocks, compare)
