"""One plural title over a list that a dash, a colon or "namely" parts from it: "the foreign ministers - X (Brazil), Y (Peru)"."""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from communique.reading.offices import Title, of_one
from communique.reading.persons import Holding
from communique.reading.scan import Scan

if TYPE_CHECKING:
    from communique.reading.persons import Person

_OPENS = re.compile(
    r"[^.;:—–()]{0,60}?(?: ?[—–:] ?| - |,? (?:namely|including|among them|that is|i\.e\.),? )(?:(?:[A-Z][\w’']{0,12}[.\u2024]?|the|of) ){0,6}"
)
_GOES_ON = re.compile(
    r"(?: \([^()]{2,50}\)| of [A-Z][^,;.()]{2,40})?(?:,| and|, and|;| as well as) ?(?:(?:and|of|for|by) )?(?:(?:the )?[A-Z][\w’'. ]{2,44}? ?[–—-] )?(?:(?:[A-Z][\w’']{0,12}[.\u2024]?|the|of) ){0,6}"
)
_FEWEST = 2


def plural_title(
    scan: Scan, people: "list[Person]", places: list[tuple[int, int, int]], titles: list[Title]
) -> None:
    """Everybody of the list who is named with a country and without an office holds the office above it."""
    starts = [start for start, _, _ in places]
    for title in titles:
        sentence = scan.sentence_at(title.start) if title.plural and not title.former else None
        if sentence is None:
            continue
        low = bisect_left(starts, title.stop)
        listed = _listed(scan, places[low : bisect_left(starts, sentence.stop, low)], title.stop)
        open_ones = [people[i] for i in listed if people[i].nation and not people[i].holdings]
        led = listed and any(h.title.start == title.start for h in people[listed[0]].holdings)
        if len(listed) < _FEWEST or len(open_ones) < (1 if led else _FEWEST):
            continue
        for person in open_ones:
            _hold(scan, person, title)


def _listed(scan: Scan, places: list[tuple[int, int, int]], at: int) -> list[int]:
    """The people of the list that opens at `at`, as far as it goes on."""
    found: list[int] = []
    for start, stop, index in places:
        if not (_GOES_ON if found else _OPENS).fullmatch(scan.characters, at, start):
            break
        found.append(index)
        at = stop
    return found


def _hold(scan: Scan, person: "Person", title: Title) -> None:
    title = of_one(scan, title)
    core = (title.core_start, title.core_stop)
    scan.note("offices", title.core_start, plural_title)
    places = ((person.start, person.stop), core, (person.start, person.stop))
    person.holdings.append(Holding(title, scan.words(*core), person.nation, places))
