"""A meeting as one report tells it, in comparable form, and whom it is compared with."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from communique.lexicon.bodies import bodies, goes_round, sits_often, summit_of
from communique.lexicon.countries import countries_in
from communique.lexicon.likeness import bones, word_likeness
from communique.lexicon.places import city_name, country_of
from communique.lexicon.sittings import (
    format_of,
    gathering_of,
    matters_of,
    numbered_city,
    own_name,
    place_of,
    session_of,
)
from communique.lexicon.spelling import canonical_words, place, sound
from communique.model.meeting import Meeting
from communique.model.mention import item_at
from communique.model.when import is_day, months_of, when
from communique.resolution.attendance import attendee, heard
from communique.resolution.bodies import body_key
from communique.resolution.compared import Seen

SUMMIT = "summit"
COMING = frozenset(("planned", "postponed"))
_TELLING, _FEW, _MOST, _SIDES = 3, 5, 15, 8
_PLACES = frozenset(("country", "adjective", "people", "region"))
_COUNTED = _TWO = 2
_NO_YEAR = "no year"
_MET, _NO_DAY = "met", "no day"
_OF_ANY, _OF_TWO, _OF_NOBODY = "", "two", "nobody"
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
    gathering: str = ""
    host: str = ""
    matters: frozenset[str] = frozenset()
    """What it is about: of a body that sits often countries and regions, of a gathering of no body what its name says."""
    edge: str = ""
    own_name: frozenset[str] = frozenset()
    session: str = ""

    @property
    def guests(self) -> frozenset[str]:
        """The sides but for the country where they sat, if two are left: it may be no side but a go-between."""
        guests = self.parties - {self.host}
        return guests if len(guests) > 1 else self.parties

    @property
    def counted(self) -> bool:
        """No day, and so low a number that it may count the sittings of a year, or rounds: the first meeting, the second."""
        return self.start is None and self.ordinal is not None and self.ordinal <= _COUNTED

    @property
    def key(self) -> Hashable:
        """A dated or numbered sitting of known organs is told by these alone; any other by itself."""
        dated = when(self.start).precision == 3 or (self.ordinal is not None and not self.counted)
        known = bool(self.organs) and dated and not self.bilateral
        if known:
            told = (self.organs, self.ordinal, self.start, self.end, self.city, self.country)
            return *told, self.format, self.session, self.status in COMING, *sorted(self.matters)
        return self.id


def features(seen: Seen) -> Sitting:
    """The comparable form of the meeting at the mention's place."""
    meeting: Meeting = item_at(seen.reading, seen.mention.places[0])
    city, number = (not meeting.bodies and numbered_city(meeting.name)) or ("", None)
    return Sitting(
        label=canonical_words(meeting.name),
        organs=frozenset(_organ(body_key(b.name, b.id), meeting.name) for b in meeting.bodies),
        bilateral=meeting.kind == "bilateral",
        ordinal=number if meeting.ordinal is None else meeting.ordinal,
        start=meeting.start or meeting.end,  # only its close is told: it is looked for by that day
        end=meeting.end or meeting.start,
        city=place(meeting.city or city),
        country=meeting.country or "",
        people=frozenset(attendee(p.name) for p in meeting.participants),
        parties=frozenset(meeting.represented) | {p.represents for p in meeting.participants if p.represents},
        id=seen.mention.id,
        format=format_of(meeting.name),
        status=meeting.status,
        told=seen.told,
        sides=_sides(meeting) if meeting.kind == "bilateral" else frozenset(),
        gathering=gathering_of(meeting.name),
        matters=_matters(meeting),
        edge="" if meeting.bodies else place_of(meeting.name),
        session=session_of(meeting.name) if meeting.bodies else "",
        own_name=frozenset() if meeting.bodies else own_name(meeting.name),
        host="" if meeting.bodies else meeting.country or country_of(city_name(meeting.city or city)) or "",
    )


def _organ(key: Hashable, name: str) -> Any:
    """The body; of an organisation, whose meeting is called a summit, the organ of its leaders."""
    body = bodies().get(str(key))
    summit = gathering_of(name) == SUMMIT and body is not None and not body.is_organ
    leaders = summit_of(body.id) if summit and body else None
    return leaders.id if leaders else key


def _matters(meeting: Meeting) -> frozenset[str]:
    if not meeting.bodies:
        return matters_of(meeting.name)
    if not any(sits_often(body_key(b.name, b.id)) for b in meeting.bodies):
        return frozenset()
    named = (
        hit for words in (meeting.name, *(a.text for a in meeting.agenda)) for hit in countries_in(words)
    )
    return frozenset(hit.value for hit in named if hit.label in _PLACES)


def _sides(meeting: Meeting) -> frozenset[str]:
    """The two sides of a meeting as it names them; else those of its two participants."""
    acting = {p.represents or "" for p in meeting.participants}
    named = set(meeting.represented) if len(set(meeting.represented)) == 2 else acting
    return frozenset(named) if len(named) == 2 and all(named) else frozenset()


def blocks(sitting: Sitting) -> Iterator[tuple[Any, ...]]:
    """Sittings meet where an owner (an organ, the sides, a person, a word of the name) and a time agree."""
    return _blocks(sitting, _stands_as(sitting))


def _blocks(sitting: Sitting, whose_sittings: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    years = _years(sitting)
    for owner in _owners(sitting, whose_sittings):
        if sitting.ordinal is not None:
            yield owner, "ordinal", sitting.ordinal
        for edtf in {sitting.start, sitting.end}:
            day = when(edtf)
            if day.month:
                yield ("day", day.month, day.day), owner
                yield from ((("day", day.month, day.day), owner, year) for year in years)
                yield from ((("month", day.year, month), owner) for month in months_of(day.month))
            if day.year and owner in sitting.organs:
                yield from ((("year", day.year), owner, where) for where in _wheres(sitting))
            elif day.month and not day.day and not day.year and sitting.city and owner in sitting.organs:
                yield from ((("year", year), owner, _heard(sitting.city)) for year in _ANY_YEAR)
            if day.year and (not day.month or _leaders(sitting, owner)):
                yield ("year", day.year), owner
        if sitting.start is None:
            yield from ((("month", *month), owner) for month in _about(sitting))
            if not sitting.told and owner in sitting.organs:
                yield from _any_year(sitting, owner)
    yield from _there(sitting)
    yield from _met(sitting)


def _any_year(sitting: Sitting, owner: Hashable) -> Iterator[tuple[Any, ...]]:
    """Where a sitting without a day, told by a report without one, looks for the one it means: by its city, or among those of leaders."""
    if sitting.city:
        yield from ((("year", year), owner, _heard(sitting.city)) for year in _ANY_YEAR)
    elif _leaders(sitting, owner):
        yield from ((("year", year), owner) for year in _ANY_YEAR)


def _leaders(sitting: Sitting, owner: Hashable) -> bool:
    """Whether an owner is an organ of leaders: they sit so seldom that a year tells them."""
    return owner in sitting.organs and goes_round(str(owner), "")


def sought(sitting: Sitting) -> Iterator[Hashable]:
    """Where those stand that may be one with this sitting: a day of another year is another day, unless one of the two tells no year.

    Who meets for twenty years has twenty sittings and more on each day of the calendar.
    """
    yearless = _NO_YEAR in _years(sitting)
    for block in _blocks(sitting, _looks_for(sitting)):
        if block[-1] == _MET and _on_a_day(sitting):
            block = (*block, _NO_DAY)
        first, *rest = block
        of_a_day = first[:1] == ("day",)
        yield (first, rest[0], _NO_YEAR) if of_a_day and not yearless and len(rest) == 1 else block


def _years(sitting: Sitting) -> frozenset[int | str]:
    """The years of its days; around the New Year, over which a sitting may have been put off, the one beside it too."""
    days = [when(edtf) for edtf in (sitting.start, sitting.end or sitting.start)]
    beside = {day.year + (1 if day.month == 12 else -1) for day in days if day.year and day.month in (1, 12)}
    return frozenset(day.year or _NO_YEAR for day in days) | beside


def _there(sitting: Sitting) -> Iterator[tuple[Any, ...]]:
    """People in a city, two and two: where a report without any day looks for the one time that they met there.

    Of many each stands with the next by name alone: lists that have most people in common have such a two in common.
    """
    leaders = all(goes_round(organ, sitting.city) for organ in sitting.organs)
    if not sitting.city or not leaders or len(sitting.people) > _MOST:
        return
    people = sorted(map(heard, sitting.people))
    pairs = combinations(people, 2) if len(people) <= _FEW else pairwise(people)
    yield from ((*two, "there", _heard(sitting.city)) for two in pairs)


def _met(sitting: Sitting) -> Iterator[tuple[Any, ...]]:
    """Two who talked: where a report without any day or city looks for the one time that they are known to have met."""
    nowhen = not (sitting.start or sitting.told or sitting.city)
    if sitting.bilateral and len(sitting.people) == _TWO and (sitting.start or nowhen):
        two = sorted(map(heard, sitting.people))
        yield *two, _MET
        if not _on_a_day(sitting):
            yield *two, _MET, _NO_DAY


def _on_a_day(sitting: Sitting) -> bool:
    return is_day(sitting.start) and sitting.end in (None, sitting.start)


def _wheres(sitting: Sitting) -> Iterator[str]:
    """Where a sitting was, as blocks name it: its city as every script hears it, its country."""
    yield from filter(None, (_heard(sitting.city), sitting.country))


def _heard(city: str) -> str:
    return bones(sound(city)) or city


def _about(sitting: Sitting) -> Iterator[tuple[int | None, int]]:
    """The months, with their year or told without one, in which an undated sitting may have been: that of its report, and one before or two after."""
    told = when(sitting.told)
    if told.year and told.month:
        for step in (0, 1, 2) if sitting.status in COMING else (0, -1):
            months = told.year * 12 + told.month - 1 + step
            yield from ((year, months % 12 + 1) for year in (months // 12, None))


def _owners(sitting: Sitting, whose_sittings: Iterable[str]) -> Iterator[Hashable]:
    yield from sitting.organs
    talks = {sitting.guests, sitting.parties} if not sitting.organs else {sitting.parties}
    for sides in sorted(map(sorted, talks)):
        if len(sides) == 2 or (2 < len(sides) <= _SIDES and not sitting.organs):
            yield "sides", *sides
    people = sorted(set(map(heard, sitting.people)))
    yield from (("person", person, whose) for person in people for whose in whose_sittings)
    if not sitting.organs and not sitting.bilateral:
        if sitting.gathering and sitting.city:
            yield "gathering", sitting.gathering, _heard(sitting.city)
        yield from (("matter", each, where) for each in sorted(sitting.matters) for where in _wheres(sitting))
        yield from (
            ("word", word)
            for word in sorted(set(sitting.label.split()), key=lambda w: (-len(w), w))[:_TELLING]
        )


def _stands_as(sitting: Sitting) -> tuple[str, ...]:
    """Under whose sittings it is found by a person: anybody's; where its owner is told vaguely, under those as well."""
    return (_OF_TWO,) if sitting.bilateral else (_OF_ANY, *_vaguely(sitting))


def _looks_for(sitting: Sitting) -> tuple[str, ...]:
    """Under whose sittings one stands that may be this one for a person alone: of two organs, both told exactly, none is."""
    if sitting.bilateral:
        return (_OF_TWO,)
    if _vaguely(sitting):
        return (_OF_ANY,)
    owners = (body.organisation for organ in sitting.organs if (body := bodies().get(organ)))
    return (_OF_NOBODY, *sorted(set(owners)))


def _vaguely(sitting: Sitting) -> tuple[str, ...]:
    """The organisations of which it is told without their organ; without any body it is nobody's."""
    known = ((organ, bodies().get(organ)) for organ in sorted(sitting.organs))
    told = tuple(organ for organ, body in known if body and not body.is_organ)
    return told if sitting.organs else (_OF_NOBODY,)


def merge(left: Sitting, right: Sitting) -> Sitting:
    """Two of one key seen as one: who was there adds up."""
    people, parties = left.people | right.people, left.parties | right.parties
    first = min(left, right, key=lambda s: (s.id, s.label))
    return first._replace(people=people, parties=parties, told=min(left.told, right.told))


def one_city(left: Sitting, right: Sitting) -> bool:
    """True unless both name a city, and not one city in two spellings."""
    if not left.city or not right.city:
        return True
    return (
        word_likeness(*sorted((left.city, right.city)), bare=True) > 0
        or left.city in right.city
        or right.city in left.city
    )


def days_from(first: str, second: str) -> int | None:
    """The days from one date to another; None where either is not a day."""
    try:
        return (date.fromisoformat(second) - date.fromisoformat(first)).days
    except ValueError:
        return None
