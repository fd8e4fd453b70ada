"""How values read on a page: dates in words, countries by name, fields by what they mean."""

import re
from typing import Any

from communique.lexicon.countries import country_codes, country_name
from communique.model.record import Entry
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
    "ordinal": "number",
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
    "direct": "quoted word for word",
    "cited": "cited",
    "read": "sentences read",
    "understood": "sentences that gave facts",
    "steps": "steps",
}


def days(first: str | None, last: str | None) -> str:
    """From one day to another, one day alone where they are the same: `2016 to 2 March 2018`."""
    return day("/".join(dict.fromkeys(end for end in (first, last) if end)))


def shortened(words: str, most: int) -> str:
    """Words that fit, with an ellipsis where some are left out."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


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
    return " ".join(w for w in (sign, number(value), unit) if w)


_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def number(value: float) -> str:
    """A number as people read it: large ones in words where that leaves nothing out.

    >>> number(21_600_000_000), number(4_512_345), number(1700)
    ('21.6 billion', '4,512,345', '1,700')
    """
    for size, name in _LARGE:
        if abs(value) >= size and round(value * 100) % size == 0:
            return f"{value / size:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,}"


def headed(entry: Entry) -> str:
    """What an entry is called above its page: of a figure the number as people read it, else its label."""
    if entry.kind != "figures" or not isinstance(value := entry.get("value"), int | float):
        return entry.label
    sign, unit, what = (str(entry.get(name) or "") for name in ("comparator", "unit", "what"))
    return " ".join(w for w in (amount(value, sign or None, unit or None), what) if w)


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
        return number(value)
    return str(value)


def field_name(name: str) -> str:
    """What a field is called on a page.

    >>> field_name("start"), field_name("city")
    ('began', 'city')
    """
    return _NAMES.get(name, name.replace("_", " "))


def according(publisher: str | None, published: str | None) -> str:
    """Who says so: `according to Varzob Wire, 21 November 2018`."""
    who = publisher or "an unnamed publisher"
    return f"according to {who}" + (f", {day(published)}" if published else "")


def source(publisher: str | None, published: str | None) -> str:
    """The same under a head that says `according to`: `Varzob Wire, 21 November 2018`."""
    return according(publisher, published).removeprefix("according to ")


_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")


def printable(words: str) -> str:
    """Words as XML takes them: a dot for each character that it refuses."""
    return _UNPRINTABLE.sub("·", words)
