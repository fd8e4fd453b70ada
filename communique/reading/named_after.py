"""Sittings named after their month or city: "the September session", "the London meeting"."""

import re

from communique.lexicon.calendar import Dated
from communique.lexicon.places import city_name
from communique.lexicon.sittings import month_number
from communique.reading.circumstances import Place
from communique.reading.dates import When, when
from communique.reading.scan import Scan

_WORD = re.compile(r"[A-Z][a-z]+")
_LOWER = re.compile(r"(?:[’']s)? (?:[a-z-]+ )?[A-Z]?[a-z-]+$")


def month_in(scan: Scan, start: int, stop: int, planned: bool) -> When | None:
    """The month before the noun of the phrase at `start, stop`."""
    for word in _WORD.finditer(scan.characters, start, stop):
        month = month_number(word[0])
        if month:
            return when(scan, Dated(word.start(), word.end(), month=month), planned)
    return None


def city_in(scan: Scan, start: int, stop: int) -> Place | None:
    """The city right before the noun that ends at `stop`: "the Colombo summit", not "the Minsk Group meeting"."""
    for hit in scan.within(start, stop, "city"):
        if hit.start == start and _LOWER.fullmatch(scan.words(hit.stop, stop)) and hit.value:
            at = (hit.start, hit.stop)
            return Place(city_name(scan.words(*at)), hit.value, at, at)
    return None
