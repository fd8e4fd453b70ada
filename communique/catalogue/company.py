"""Who met whom: the countries that took part in meetings, the people who sat for them, and who sat with whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, case, func, select
from sqlalchemy import text as sql

from communique.catalogue.dimensions import PARTIES, TOOK_PART
from communique.catalogue.rows import InstrumentRow, MeetingRow, filled
from communique.catalogue.tables import BODY, INSTRUMENT, MEETING, PARTICIPATION, PERSON, TIE
from communique.catalogue.views import VALUE
from communique.lexicon.countries import country_codes, country_name

_DATED = case((MEETING.c.year.is_not(None), MEETING.c.date))
"""The day of a meeting where its year is known: `XXXX-10-14` is neither first nor last. A tie has no other."""


_THERE = "v.value = :party AND v.field = 'represented' AND v.verdict = 'stands'"
_BESIDE = f"""SELECT o.value, count(*) AS meetings FROM cat_stored_value v
CROSS JOIN cat_stored_value o ON o.entry = v.entry AND o.field = 'represented' AND o.verdict = 'stands'
WHERE {_THERE} AND o.value <> :party GROUP BY o.value ORDER BY meetings DESC, o.value LIMIT :limit"""
_BODIES = f"""SELECT b.id, b.name, times FROM (SELECT p.key, count(*) AS times FROM cat_stored_value v
CROSS JOIN cat_entry e ON e.number = v.entry CROSS JOIN cat_part p ON p.entity = e.id AND p.list = 'bodies'
WHERE {_THERE} GROUP BY p.key) JOIN cat_body b ON b.id = key ORDER BY times DESC, b.id LIMIT :limit"""
"""From the values that say who was there by the numbers of the meetings, in this order: a meeting has few parties and bodies."""


class CountryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A country: meetings that it took part in, meetings on its soil, people who are cited for it."""

    code: str
    name: str
    meetings: int = 0
    hosted: int = 0
    people: int = 0


class Sitter(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who sat in `meetings` meetings; `person` is the entry, `last` the day of the latest."""

    person: str
    name: str
    meetings: int
    office: str | None = None
    country: str | None = None
    first: str | None = None
    last: str | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A country or organisation that took part in a body's meetings; first and last on record."""

    party: str
    meetings: int
    first: str | None = None
    last: str | None = None


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """How often something occurs with something: a country beside a country, a body, a place."""

    id: str
    label: str
    meetings: int


def countries(db: Connection) -> tuple[CountryRow, ...]:
    """Every country that took part, was host or has people in the record, by name."""
    took_part = _tally(db, select(PARTIES[0], func.count()).where(PARTIES[2]).group_by(PARTIES[0]))
    hosted = _tally(db, select(MEETING.c.country, func.count()).group_by(MEETING.c.country))
    people = _tally(db, select(PERSON.c.country, func.count()).group_by(PERSON.c.country))
    codes = country_codes() & (took_part.keys() | hosted.keys() | people.keys())
    found = (
        CountryRow(
            code=code,
            name=country_name(code),
            meetings=took_part.get(code, 0),
            hosted=hosted.get(code, 0),
            people=people.get(code, 0),
        )
        for code in codes
    )
    return tuple(sorted(found, key=lambda row: row.name))


def meetings_with(db: Connection, party: str, *, limit: int = -1) -> tuple[MeetingRow, ...]:
    """The meetings in which a country or organisation took part, newest first."""
    columns = (MEETING.c[f] for f in MeetingRow.__struct_fields__)
    found = select(*columns).where(MEETING.c.id.in_(_meetings_of(party))).order_by(MEETING.c.place)
    return tuple(filled(MeetingRow, line) for line in db.execute(found.limit(limit)))


def sat_for(db: Connection, party: str, *, limit: int = -1) -> tuple[Sitter, ...]:
    """The people who sat for a country or organisation, those who sat most often first."""
    seats = PARTICIPATION
    found = (
        select(
            seats.c.person,
            func.max(seats.c.name).label("name"),
            func.count(seats.c.meeting.distinct()).label("meetings"),
            func.max(seats.c.office).label("office"),
            func.min(_DATED).label("first"),
            func.max(_DATED).label("last"),
        )
        .join(MEETING, MEETING.c.id == seats.c.meeting)
        .where(seats.c.represents == party, seats.c.person.is_not(None))
        .group_by(seats.c.person)
        .order_by(func.count(seats.c.meeting.distinct()).desc(), func.max(_DATED).desc(), seats.c.person)
    )
    return tuple(Sitter(**line) for line in db.execute(found.limit(limit)).mappings())


def beside(db: Connection, party: str, *, limit: int = -1) -> tuple[Times, ...]:
    """The countries and organisations that took part in the same meetings, the commonest first."""
    found = db.execute(sql(_BESIDE), {"party": party, "limit": limit})
    return tuple(Times(id=id, label=country_name(id), meetings=times) for id, times in found)


def bodies_of(db: Connection, party: str, *, limit: int = -1) -> tuple[Times, ...]:
    """The bodies in whose meetings a country or organisation took part, the commonest first."""
    found = db.execute(sql(_BODIES), {"party": party, "limit": limit})
    return tuple(Times(id=id, label=label, meetings=times) for id, label, times in found)


def members(db: Connection, body: str) -> tuple[Member, ...]:
    """Who took part in the meetings of a body, those most often first."""
    times = func.count(VALUE.c.entity.distinct())
    found = (
        select(
            VALUE.c.value.label("party"),
            times.label("meetings"),
            func.min(TIE.c.date).label("first"),
            func.max(TIE.c.date).label("last"),
        )
        .join(TIE, TIE.c.meeting == VALUE.c.entity)
        .where(TOOK_PART, TIE.c.entry == body)
        .group_by(VALUE.c.value)
        .order_by(times.desc(), VALUE.c.value)
    )
    return tuple(Member(**line) for line in db.execute(found).mappings())


def sat_in(db: Connection, body: str, *, limit: int = -1) -> tuple[Sitter, ...]:
    """The people who are named in the meetings of a body, those most often first."""
    seats = PARTICIPATION
    found = _times(seats.c.person, seats.c.meeting, TIE.c.date).join(TIE, TIE.c.meeting == seats.c.meeting)
    found = found.where(TIE.c.entry == body, seats.c.person.is_not(None))
    return _sitters(db, found, limit)


def dealt_with(db: Connection, body: str, *, limit: int = -1) -> tuple[InstrumentRow, ...]:
    """The instruments that meetings of a body dealt with, newest first."""
    of_body, of_paper = TIE.alias("of_body"), TIE.alias("of_paper")
    columns = (INSTRUMENT.c[f] for f in InstrumentRow.__struct_fields__)
    tied = (
        select(of_paper.c.entry)
        .join(of_body, of_body.c.meeting == of_paper.c.meeting)
        .where(of_body.c.entry == body)
    )
    found = select(*columns).where(INSTRUMENT.c.id.in_(tied))
    found = found.order_by(INSTRUMENT.c.date.is_(None), INSTRUMENT.c.date.desc(), INSTRUMENT.c.id).limit(
        limit
    )
    return tuple(filled(InstrumentRow, line) for line in db.execute(found))


def body_names(db: Connection, ids: Iterable[str]) -> dict[str, str]:
    """What these bodies are called, by id."""
    found = select(BODY.c.id, BODY.c.name).where(BODY.c.id.in_(list(ids)))
    return {str(id): str(name) for id, name in db.execute(found)}


def places_of(db: Connection, party: str, *, limit: int = -1) -> tuple[Times, ...]:
    """Where the meetings of a country or organisation took place, the commonest first."""
    found = (
        select(MEETING.c.city.label("id"), MEETING.c.city.label("label"), func.count().label("meetings"))
        .where(MEETING.c.id.in_(_meetings_of(party)), MEETING.c.city.is_not(None))
        .group_by(MEETING.c.city)
        .order_by(func.count().desc(), MEETING.c.city)
    )
    return tuple(Times(**line) for line in db.execute(found.limit(limit)).mappings())


def met(db: Connection, person: str, *, limit: int = -1) -> tuple[Sitter, ...]:
    """The people who are named in the same meetings as a person, those most often first."""
    own, other = PARTICIPATION.alias("own"), PARTICIPATION.alias("other")
    found = (
        _times(other.c.person, other.c.meeting, _DATED)
        .select_from(own)
        .join(MEETING, MEETING.c.id == own.c.meeting)
        .join(other, other.c.meeting == own.c.meeting)
        .where(own.c.person == person, other.c.person != person)
    )
    return _sitters(db, found, limit)


def _times(person: ColumnElement[Any], meeting: ColumnElement[Any], day: ColumnElement[Any]) -> Select[Any]:
    """Of each person how many meetings, the first and the last of them."""
    each = (
        person.label("person"),
        func.count(meeting.distinct()).label("meetings"),
        func.min(day).label("first"),
        func.max(day).label("last"),
    )
    return select(*each).group_by(person)


def _sitters(db: Connection, found: Select[Any], limit: int) -> tuple[Sitter, ...]:
    """The people found, those most often first: what they are called is looked up of so many alone."""
    sat = found.order_by(sql("meetings DESC"), sql("last DESC"), sql("person")).limit(limit).subquery()
    asked = select(sat, PERSON.c.name, PERSON.c.country, PERSON.c.office)
    asked = asked.join(PERSON, PERSON.c.id == sat.c.person)
    most_first = sat.c.meetings.desc(), sat.c.last.desc(), sat.c.person
    return tuple(Sitter(**line) for line in db.execute(asked.order_by(*most_first)).mappings())


def pairs(db: Connection, people: tuple[str, ...]) -> tuple[tuple[str, str, int], ...]:
    """How often each two of these people are named in the same meeting."""
    seats = PARTICIPATION
    return _together(db, select(seats.c.meeting, seats.c.person).where(seats.c.person.in_(people)))


def country_pairs(db: Connection, parties: tuple[str, ...]) -> tuple[tuple[str, str, int], ...]:
    """How often each two of these countries or organisations took part in the same meeting."""
    return _together(db, select(VALUE.c.entity, VALUE.c.value).where(TOOK_PART, VALUE.c.value.in_(parties)))


def _together(db: Connection, seats: Select[Any]) -> tuple[tuple[str, str, int], ...]:
    """Pairs are counted here: a database would weigh every two of all that are in a meeting."""
    there: dict[str, set[str]] = defaultdict(set)
    for meeting, who in db.execute(seats):
        there[meeting].add(who)
    times = Counter(pair for each in there.values() for pair in combinations(sorted(each), 2))
    return tuple((one, other, n) for (one, other), n in sorted(times.items()))


def _meetings_of(party: str) -> Select[Any]:
    return select(VALUE.c.entity).where(TOOK_PART, VALUE.c.value == party)


def _tally(db: Connection, found: Select[Any]) -> dict[str, int]:
    return {str(value): int(times) for value, times in db.execute(found) if value}
