"""People: names in every spelling, guarded by country, office and time."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from communique.lexicon.bodies import bodies, bodies_in
from communique.lexicon.countries import countries_in, country_codes
from communique.lexicon.likeness import bones, without_article
from communique.lexicon.names import leading_surnames
from communique.lexicon.personal import PersonalName, personal_name
from communique.lexicon.posts import in_english, posts_of
from communique.lexicon.spelling import fold, sound
from communique.model.mention import item_at
from communique.model.span import Span
from communique.model.when import when
from communique.resolution.bodies import body_key
from communique.resolution.compared import Compared, Kind, Seen, other, same, unsure
from communique.resolution.names import Names, compare_names
from communique.resolution.service import (
    Common,
    Service,
    apart,
    in_common,
    one_after_the_other,
    told_together,
    years_between,
)

_LIFE = 40
_TERM = 5
"""Years after which a surname alone no longer means the person of then."""

_ANY_YEAR = range(1990, 2041)
"""Where a report without a day looks for those it names by surname alone."""

_SAME_OFFICE = 2
_SCORES = {
    "same": 0.9,
    "spelled": 0.88,
    "part": 0.86,
    "order": 0.85,
    "late": 0.8,
    "after": 0.8,
    "slip": 0.8,
    "near": 0.8,
    "cased": 0.84,
}
_MORE = {0: 0.0, 1: 0.05, 2: 0.08}
_NEEDS = {
    "same": 0,
    "spelled": 1,
    "part": 1,
    "order": 1,
    "late": 2,
    "after": 2,
    "slip": 2,
    "near": 2,
    "cased": 1,
}
"""How much two people must have in common for a likeness of names to make them one: the levels of `Common`."""

_IF_MET = frozenset(("late", "slip"))
"""Likenesses for which a party and a body whose meetings both attended are enough, if no two offices speak against it."""


class Person(NamedTuple):
    """A person as one report shows them: the name, and for whom, as what and when they act."""

    name: PersonalName
    service: Service

    @property
    def key(self) -> Hashable:
        """Full name and the countries and organisations: alike in all, they are one. Short forms only in one month."""
        if self.name.full:
            return self.name, self.service.countries, self.service.organisations
        return self.name, self.service


def features(seen: Seen) -> Person:
    """What the report says of the person in all its places."""
    countries: set[str] = set()
    organisations: set[str] = set()
    offices: set[str] = set()
    for place in seen.mention.places:
        if ":" in place:
            continue
        item = item_at(seen.reading, place)
        owner = getattr(item, "of", None) or getattr(item, "represents", None)
        for field in ("of", "represents"):
            if party := getattr(item, field, None):
                is_country = _is_country(party, item.evidence.get(field, ()), seen.characters)
                countries.add(party) if is_country else organisations.add(fold(party))
        if getattr(item, "office", None):
            offices |= {_office(post.title, owner) for post in posts_of(item.office, owner)}
    found = (countries, organisations, offices, _months(seen), _sat(seen))
    return Person(personal_name(seen.mention.name), Service(*map(frozenset, found)))


@lru_cache(maxsize=65536)
def _office(title: str, owner: str | None) -> str:
    """A title folded and in English, without the country that stands beside it: `президент Белоруссии` is `president`."""
    for hit in reversed(countries_in(title)):
        if hit.value == owner:
            title = title[: hit.start] + title[hit.stop :]
    folded = fold(title)
    return in_english(folded) if owner in country_codes() else folded


def _sat(seen: Seen) -> Iterator[str]:
    """The bodies of the lexicon at whose meetings the person is told to have been."""
    for place in seen.mention.places:
        if place.startswith("meetings/"):
            bodies_there = seen.reading.meetings[int(place.split("/")[1])].bodies
            yield from (key for b in bodies_there if not (key := body_key(b.name, b.id)).startswith("~"))


def _months(seen: Seen) -> frozenset[str]:
    """The month of the report: its own date, else that of its latest meeting."""
    starts = (m.start for m in seen.reading.meetings if when(m.start).precision > 1 and m.start)
    days = [seen.told, max(starts, default=None)]
    known = [day for day in days if day and when(day).precision > 1]
    return frozenset(f"{d.year:04}-{d.month:02}" for d in map(when, known[:1]) if d.year and d.month)


def _is_country(party: str, spans: Iterable[Span], characters: str) -> bool:
    """True for a country's code, unless the words name the organisation of that acronym: `AU` may be either."""
    if party not in _acronyms():
        return party in country_codes()
    words = " | ".join(span.cut(characters) for span in spans)
    if not words:
        return False  # nothing tells Australia from the African Union
    named = any(bodies()[hit.value].acronym == party for hit in bodies_in(words))
    return not named or any(hit.value == party for hit in countries_in(words))


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(b.acronym for b in bodies().values() if b.acronym in country_codes())


def blocks(person: Person) -> Iterator[Hashable]:
    """Full names meet by what sounds alike in two of their words; short forms by surname and whom they act for."""
    name = person.name
    parties = sorted(person.service.countries | person.service.organisations)
    if name.full:
        sounds = [sound(without_article(w)) for w in name.words if len(w) > 1] or [""]
        for pair in {(0, 1), (0, len(sounds) - 1), (1, len(sounds) - 1)}:
            if 0 <= pair[0] < pair[1] < len(sounds):
                yield *sorted(sounds[i] for i in pair), "full"
        yield *sorted(map(bones, {sounds[0], sounds[-1]})), "bare"
    for party in parties:
        yield from _short_blocks(name, party, person.service)
    if name.full or not parties:
        words = {name.surname, *name.words[1:]} if name.full else {name.surname}
        yield from ((word, "at", body) for word in set(map(sound, words)) for body in person.service.sat)


def _short_blocks(name: PersonalName, party: str, service: Service) -> Iterator[Hashable]:
    """Where a name meets the short forms of it: an initial in its country, a surname in its country and time."""
    surname = sound(name.surname)
    if name.first:
        yield surname, "initial", party, _letter(name.first)
    words = {surname, *map(sound, name.words)} if name.given else {surname}
    years = {int(m[:4]) for m in service.months}
    for word in words:
        if not name.given:
            years |= {year + step for year in years for step in (-1, 1)}
        for year in years or _ANY_YEAR:
            yield word, "surname", party, year
        for office in service.offices:
            yield word, "surname", party, office


def _letter(given: str) -> str:
    """The class of a first letter: what one romanisation begins with e, another begins with y."""
    return "i" if given[0] in "eijy" else "h" if given[0] in "gh" else "k" if given[0] in "kcq" else given[0]


def compare(left: Person, right: Person) -> Compared | None:
    """One person, two, or unsure; None where the names have nothing in common."""
    names = compare_names(left.name, right.name)
    if names is None:
        return None
    if names.how == "different":
        return other(names.why)
    common = in_common(left.service, right.service)
    if apart(left.service, right.service) and not common.level:
        return other("different countries, no office in common")
    if names.how in ("initial", "surname", "lone"):
        return _abbreviated(left, right, names, common)
    if years_between(left.service, right.service) > _LIFE:
        return unsure(0.4, f"{names.why}, but {years_between(left.service, right.service)} years apart")
    if names.how == "after" and one_after_the_other(left.service, right.service):
        return unsure(0.5, f"{names.why}, told of one after the other: a son may follow his father")
    return _written_out(names, common)


def _written_out(names: Names, common: Common) -> Compared:
    said = f"{names.why}, {common.words or 'and nothing speaks against it'}"
    if common.level >= _NEEDS[names.how] or (common.level and common.met and names.how in _IF_MET):
        slip = names.how in ("near", "slip", "late", "after", "order", "cased")
        return same(_SCORES[names.how] + _MORE[common.level], said)._replace(strangers=slip)
    lacking = "no office in common" if common.level else "nothing else in common"
    return unsure(
        0.5 + _MORE[common.level], f"{names.why}, {common.words + ', ' if common.words else ''}{lacking}"
    )


def _abbreviated(left: Person, right: Person, names: Names, common: Common) -> Compared | None:
    """A short form leans on the full name; two bare surnames say nothing of each other."""
    said = f"{names.why}, {common.words}" if common.words else names.why
    if not common.level:
        return unsure(0.4, f"{names.why}, a given name not written out")
    years = years_between(left.service, right.service)
    if names.how == "lone" and common.level < _SAME_OFFICE:
        return unsure(0.4, f"{said}, no office in common")
    if names.how != "initial" and years > _TERM:
        return unsure(0.4, f"{said}, but {years} years apart")
    if names.how == "initial" and left.name.first == right.name.first:
        return same(0.9, said)
    if not left.name.given and not right.name.given:
        if common.level == _SAME_OFFICE and years <= 1:
            return same(0.75, f"{said}, no given name in either")
        return unsure(0.4, f"{said}, no given name in either")
    leans = 0 if len(left.name.first) < len(right.name.first) else 1
    found = same((0.8 if names.how == "initial" else 0.7) + _MORE[common.level], said, leans)
    return found._replace(strangers=names.how == "surname" and _one_of_many(left, right, common))


def _one_of_many(left: Person, right: Person, common: Common) -> bool:
    """A surname that millions have, with another office: the Kim of a report that names Kim Yong Chol may be another."""
    offices = left.service.offices and right.service.offices and common.level < _SAME_OFFICE
    return bool(offices) and left.name.surname.title() in leading_surnames()


def merge(left: Person, right: Person) -> Person:
    """Two of one key seen as one: their offices and times add up."""
    return left._replace(service=told_together(left.service, right.service))


PEOPLE = Kind("people", features, blocks, compare)
