"""Owners that the text only points at: "his foreign minister", "that country", the other of two that talk."""

import re
from typing import TYPE_CHECKING

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.lexicon.phrases import Hit
from communique.reading.homes import host_country
from communique.reading.scan import Scan

if TYPE_CHECKING:
    from communique.reading.persons import Holding, Person

_NEAR = 300  # characters between a pronoun and what it means
_PRONOUN = re.compile(r"\b(?P<word>his|her|its|whose|our)(?: own| new| then)? $", re.I)
_THAT = re.compile(r"\b(?:that|this|the latter|the same) (?:country|nation|republic|kingdom|state)\b", re.I)
_HOST = re.compile(r"\bhost(?:ing)? (?:country|nation|state)\b|\bhost[’'`]s\b|\bhost $", re.I)


def settle_pointed(scan: Scan, people: "list[Person]") -> None:
    """Give open offices the country that a pronoun or "that country" beside the title means."""
    for person in people:
        for holding in person.holdings:
            if holding.of is None and holding.title.head in office_words("state"):
                hit = _pointed_at(scan, people, person, holding)
                if hit:
                    holding.of = hit.value
                    holding.at = (*holding.at, (hit.start, hit.stop))


def _pointed_at(scan: Scan, people: "list[Person]", person: "Person", holding: "Holding") -> Hit | None:
    title = holding.title
    around = scan.words(title.start - 16, title.stop + 22)
    if _HOST.search(around):
        return host_country(scan)
    if _THAT.search(around):
        return _last_named(scan, title.start)
    word = _PRONOUN.search(scan.words(max(0, title.start - 12), title.start))
    if word is None or word["word"].lower() == "our":
        return None
    last = _last_named(scan, title.start)
    if word["word"].lower() == "its":
        return last
    principal = _principal(people, person, title.start)
    return principal if principal and (last is None or principal.start > last.start - 60) else last


def _last_named(scan: Scan, place: int) -> Hit | None:
    hits = scan.within(max(0, place - _NEAR), place, "country", "adjective")
    return hits[-1] if hits else None


def _principal(people: "list[Person]", person: "Person", place: int) -> Hit | None:
    """The person named last before, as a hit with the country of that person's office."""
    best: tuple[int, int, str] | None = None
    for other in people:
        country = other.country
        if other is person or country not in country_codes():
            continue
        for start, stop in other.mentions:
            if place - _NEAR < start < place and (best is None or start > best[0]):
                best = (start, stop, str(country))
    return Hit(best[0], best[1], "country", best[2]) if best else None
