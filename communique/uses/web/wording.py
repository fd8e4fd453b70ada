"""How values read on a page: dates in words, countries by name, fields by what they mean."""

import re
from typing import Any

from communique.lexicon.countries import country_codes, country_name

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SEASONS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?(?P<about>[~?%])?")

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


def day(edtf: str | None) -> str:
    """An EDTF date in words; what is no date comes back as it is, nothing for None.

    >>> day("2024-11-28"), day("2018"), day("XXXX-11-17"), day("2023-06~")
    ('28 November 2024', '2018', '17 November', 'about June 2023')
    >>> day("2021/2025"), day("two decades")
    ('2021 to 2025', 'two decades')
    """
    if not edtf:
        return ""
    ends = [_one_day(end) for end in edtf.split("/")]
    if len(ends) > 2 or not all(ends):
        return edtf
    return " to ".join(end or "" for end in ends)


def _one_day(edtf: str) -> str | None:
    match = _DATE.fullmatch(edtf)
    if not match:
        return None
    number = {part: int(s) for part in ("day", "month", "year") if (s := match[part]) and s.isdigit()}
    said = [str(number["day"])] if "day" in number else []
    if "month" in number:
        month = number["month"]
        said.append(_MONTHS[month - 1] if 1 <= month <= 12 else _SEASONS.get(month, match["month"]))
    if "year" in number:
        said.append(str(number["year"]))
    return " ".join(["about"] * bool(match["about"]) + said) or None


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
