"""Countries as reports name them: names, adjectives, inhabitants, capitals."""

from collections.abc import Iterator
from functools import cache

from communique.lexicon.files import load
from communique.lexicon.phrases import Hit, PhraseBook


@cache
def country_name(code: str) -> str:
    """The usual English short name: `country_name("BY") == "Belarus"`; the code itself if unknown."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    return {c["code"]: c["name"] for c in load("en/countries.yml")}


@cache
def capital(code: str) -> str | None:
    """The capital as reports write it: `capital("ML") == "Bamako"`; None where there is none."""
    found = next((c for c in load("en/countries.yml") if c["code"] == code), None)
    return found["capital"] if found else None


@cache
def country_codes() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code that the lexicon holds."""
    return frozenset(_names())


def _entries() -> Iterator[tuple[str, str, str]]:
    for country in load("en/countries.yml"):
        code = country["code"]
        for label, forms in (
            ("country", [country["name"], *(country.get("also") or [])]),
            ("adjective", country.get("adjective") or []),
            ("people", country.get("people") or []),
        ):
            for form in forms:
                yield form, label, code
                if len(form) > 3 and form.upper() != form and not country.get("no_capitals"):
                    yield form.upper(), label, code
    for code, names in load("en/institutions.yml").items():
        for name in names:
            yield name, "institution", code
    regions = load("en/regions.yml")
    for region in regions["regions"]:
        for form in (region["name"], *(region.get("also") or [])):
            yield form, "region", region["name"]
    for label, key in (("group", "groups"), ("agency", "agencies")):
        for form in regions.get(key) or []:
            yield form, label, form


@cache
def _book() -> PhraseBook:
    return PhraseBook(_entries())


def countries_in(characters: str) -> list[Hit]:
    """Hits labelled country, adjective, people, institution (value: the code), region, group or agency."""
    return _book().find(characters)
