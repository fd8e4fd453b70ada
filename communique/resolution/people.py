"""People: names in every spelling, inside one country or organisation."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from communique.lexicon.bodies import bodies, bodies_in
from communique.lexicon.countries import countries_in, country_codes
from communique.lexicon.spelling import PersonalName, fold, personal_name
from communique.model.mention import item_at
from communique.model.span import Span
from communique.resolution.compared import Compared, Kind, Seen, other, same, unsure

_NEAR_SURNAME = 88.0
_NEAR_GIVEN = 84.0
_LONG = 5


class Person(NamedTuple):
    """A person as one report shows them: name, for which countries and organisations, in which offices."""

    name: PersonalName
    countries: frozenset[str]
    organisations: frozenset[str]
    offices: frozenset[str]

    @property
    def key(self) -> Hashable:
        """Full name and the countries and organisations: alike in all, they are one."""
        return self.name, self.countries, self.organisations


def features(seen: Seen) -> Person:
    """What the report says of the person in all its places."""
    countries: set[str] = set()
    organisations: set[str] = set()
    offices: set[str] = set()
    for place in seen.mention.places:
        if ":" in place:
            continue
        item = item_at(seen.reading, place)
        for field in ("of", "represents"):
            if party := getattr(item, field, None):
                is_country = _is_country(party, item.evidence.get(field, ()), seen.characters)
                (countries if is_country else organisations).add(party)
        if getattr(item, "office", None):
            offices.add(fold(item.office))
    return Person(
        personal_name(seen.mention.name),
        frozenset(countries),
        frozenset(fold(p) for p in organisations),
        frozenset(offices),
    )


def _is_country(party: str, spans: Iterable[Span], characters: str) -> bool:
    """True for a country's code, unless the words name the organisation of that acronym: `AU` may be either."""
    if party not in _acronyms():
        return party in country_codes()
    words = " | ".join(span.cut(characters) for span in spans)
    named = any(bodies()[hit.value].acronym == party for hit in bodies_in(words))
    return not named or any(hit.value == party for hit in countries_in(words))


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(b.acronym for b in bodies().values() if b.acronym in country_codes())


def blocks(person: Person) -> Iterator[Hashable]:
    """Surnames that begin alike or have the same consonants meet."""
    surname = person.name.surname
    yield surname[:4]
    yield "".join(c for c in surname if c not in "aeiou")


def compare(left: Person, right: Person) -> Compared | None:
    """One person, two, or unsure; None where the surnames have nothing in common."""
    likeness = ratio(left.name.surname, right.name.surname)
    if likeness < _NEAR_SURNAME:
        return None
    given = _given(left.name, right.name)
    if given == "different":
        return other("one surname, different given names")
    apart = bool(left.countries and right.countries and not left.countries & right.countries)
    # every country has a minister of defence: across countries only an organisation is an office in common
    shared = _shared(left._replace(offices=frozenset()) if apart else left, right)
    if apart and not shared:
        return other("different countries, no office in common")
    if given in ("initial", "absent"):
        return _abbreviated(left, right, likeness, shared)
    return _written_out(likeness, given, shared)


def _written_out(likeness: float, given: str, shared: str) -> Compared:
    exact = likeness == 100 and given == "same"
    if exact and shared:
        return same(0.98, f"same name, {shared}")
    if exact:
        return same(0.9, "same full name, and nothing speaks against it")
    if shared:
        return same(0.91, f"nearly the same name, {shared}")
    return unsure(0.6, "nearly the same name, nothing else in common")


def _abbreviated(left: Person, right: Person, likeness: float, shared: str) -> Compared | None:
    if likeness < 100 or not shared:
        return unsure(0.4, "the same surname, a given name not written out") if likeness == 100 else None
    if left.name.first and left.name.first == right.name.first:
        return same(0.9, f"same initial and surname, {shared}")
    leans = 0 if len(left.name.first) < len(right.name.first) else 1
    how = "initial and surname" if left.name.first and right.name.first else "surname"
    return same(0.8 if how != "surname" else 0.7, f"same {how}, {shared}", leans)


def _given(left: PersonalName, right: PersonalName) -> str:
    """same, near, initial, absent or different."""
    a, b = left.first, right.first
    if not a or not b:
        return "absent"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else "different"
    if _patronymics_differ(left, right):
        return "different"
    if a == b:
        return "same"
    # Ali and Vali, Aleksandr and Aleksandra are as near as two spellings of one name
    two_names = min(len(a), len(b)) < _LONG or a[0] != b[0] or a.endswith("a") != b.endswith("a")
    return "near" if ratio(a, b) >= _NEAR_GIVEN and not two_names else "different"


def _patronymics_differ(left: PersonalName, right: PersonalName) -> bool:
    a, b = left.given[1:2], right.given[1:2]
    return bool(a and b and len(a[0]) > 1 < len(b[0]) and ratio(a[0], b[0]) < _NEAR_GIVEN)


def _shared(left: Person, right: Person) -> str:
    """What the two have in common, in words; empty if nothing."""
    for common, how in (
        (left.countries & right.countries, "both for {}"),
        (left.organisations & right.organisations, "both for {}"),
        (left.offices & right.offices, "both {}"),
    ):
        # "president" alone is an office of two hundred people
        telling = [c for c in sorted(common) if how != "both {}" or len(c.split()) > 2]
        if telling:
            return how.format(telling[0])
    return ""


def merge(left: Person, right: Person) -> Person:
    """Two of one key seen as one: their offices add up."""
    return left._replace(offices=left.offices | right.offices)


PEOPLE = Kind("people", features, blocks, compare)
