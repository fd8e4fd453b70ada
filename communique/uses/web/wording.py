"""How values read on a page: dates in words, countries by name, fields by what they mean."""

import re
from typing import Any

from communique.lexicon.countries import country_codes, country_name
from communique.uses.days import day as day

_DATES = frozenset({"start", "end", "date", "due", "when", "period", "published", "retrieved", "cited"})
PARTIES = frozenset(
    {"country", "represents", "represented", "absent", "of", "parties", "chair_represents", "on_behalf_of",
     "organisations"}
)  # fmt: skip
_SIGNS = {"=": "exactly as given", ">": "more than", "<": "less than", "~": "about"}
_ROLES = {"head": "head of delegation", "chair": "chair", "guest": "guest", "member": "member"}

_NAMES = {
    "start": "began",
    "end": "ended",
    "ordinal": "number in the series",
    "as": "called",
    "represented": "took part",
    "represents": "sat for",
    "chair_represents": "chair sat for",
    "part_of": "part of",
    "claimed_by": "claimed by",
    "by_whom": "by whom",
    "on_behalf_of": "on behalf of",
    "of": "office of",
    "names": "came as",
    "direct": "own words",
    "cited": "cited",
    "read": "sentences read",
    "understood": "sentences that gave facts",
    "steps": "steps",
}


def party(code: str | None) -> str:
    """The name of a country, or the organisation's name as it is."""
    return country_name(code) if code else ""


def ordinal(number: int) -> str:
    """`6th`, `21st`, `112th`."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def amount(value: float, comparator: str | None, unit: str | None) -> str:
    """A figure in words: `more than 420 tonnes`."""
    sign = "" if comparator in (None, "=") else _SIGNS.get(comparator, comparator)
    return " ".join(w for w in (sign, f"{value:,}", unit) if w)


def shown(field: str, value: Any) -> str:
    """A value of `field` as a page shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field in _DATES:
        return day(str(value))
    if field in PARTIES and value in country_codes():
        return country_name(str(value))
    if field == "ordinal" and str(value).isdigit():
        return ordinal(int(value))
    if field == "comparator":
        return _SIGNS.get(str(value), str(value))
    if field == "role":
        return _ROLES.get(str(value), str(value))
    if isinstance(value, int | float):
        return f"{value:,}"
    return str(value)


def field_name(name: str) -> str:
    """What a field is called on a page.

    >>> field_name("start"), field_name("city")
    ('began', 'city')
    """
    return _NAMES.get(name, name.replace("_", " "))


def according(publisher: str | None, published: str | None) -> str:
    """Who says so: `according to Varzob Wire, 21 November 2018`."""
    who = publisher or "a report without a named publisher"
    return f"according to {who}" + (f", {day(published)}" if published else "")


_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")


def printable(words: str) -> str:
    """Words as XML takes them: a dot for each character that it refuses."""
    return _UNPRINTABLE.sub("·", words)
