"""A title without a name beside it: whom "the Turkish president" means, where one Turk of the report is named without an office."""

import re
from typing import TYPE_CHECKING

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.reading.offices import Title
from communique.reading.persons import Holding
from communique.reading.scan import Scan

if TYPE_CHECKING:
    from communique.reading.persons import Person


def title_alone(scan: Scan, people: "list[Person]", titles: list[Title]) -> None:
    """The only one of a country who is named without an office holds the one that stands alone: "the Turkish president"."""
    open_ones = [p for p in people if p.nation and not p.holdings]
    if not open_ones:
        return
    for title in titles:
        if not _alone(scan, people, title):
            continue
        meant = [p for p in open_ones if p.nation == title.of]
        if len(meant) != 1 or meant[0].holdings or _held_already(people, title):
            continue
        at = ((title.core_start, title.core_stop), (title.of_start, title.of_stop))
        office = scan.words(title.core_start, title.core_stop)
        scan.note("offices", title.core_start, title_alone)
        meant[0].holdings.append(
            Holding(title, office, title.of, ((meant[0].start, meant[0].stop), *at), title.former)
        )


_NAME_BEHIND = re.compile(r",? (?:[A-Z][a-z]|of |for )")
_POINTS = re.compile(r"(?:\b[Tt]he |[’']s |^)$")


def _alone(scan: Scan, people: "list[Person]", title: Title) -> bool:
    """One leader of a state, pointed at by an article or an owner, with no name beside the title."""
    if title.plural or title.former or title.weak or title.of not in country_codes():
        return False
    if title.head not in office_words("principal") or title.head in office_words("international"):
        return False
    if _NAME_BEHIND.match(scan.characters, title.stop):
        return False
    behind = title.of_start >= title.core_stop  # "the president of Kazakhstan"
    start = title.start if behind else min(title.start, title.of_start)
    if not _POINTS.search(scan.words(max(0, start - 5), start)) and not _POINTS.search(
        scan.words(max(0, title.core_start - 5), title.core_start)
    ):
        return False
    return all(h.title.core_start != title.core_start for p in people for h in p.holdings)


def _held_already(people: "list[Person]", title: Title) -> bool:
    """Somebody named holds such an office of that country: the title means them."""
    return any(
        h.of == title.of and h.title.head.split()[-1] == title.head.split()[-1] and not h.former
        for p in people
        for h in p.holdings
    )
