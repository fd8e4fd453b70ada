"""People named side by side: "the ministers X (Benin), Y of Ghana and Z" are one company, with what they do."""

import re
from typing import NamedTuple

from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

Named = tuple[int, int, Person]


class Company(NamedTuple):
    """Neighbours in one list of people, from the first title to the last apposition."""

    start: int
    stop: int
    people: tuple[Named, ...]

    @property
    def states(self) -> int:
        """How many countries and organisations its members sit for."""
        return len({p.represents for _, _, p in self.people if p.represents})


_LONGEST = 160  # characters of titles before a name
_JOINS = re.compile(
    r"\s*[,;/]?\s*(?:[-–•*]\s+)?(?:(?:and|as well as|along with|together with|with|&|then|plus)\s+)?"
    r"(?:also\s+)?(?:by\s+|of\s+|for\s+)?(?:(?:the|his|her|their|its|an?)\s+)?"
    r"(?:(?:[A-Z]\w+\s+){0,2}(?:counterparts?|colleagues?|homologues?),?\s+)?"
)
_ADDRESS = re.compile(r"(?:(?:H\.? ?E\.?|[A-Z][\w’']{0,12}[.\u2024]?)\s+){1,4}$")
_OWNING = re.compile(r"(?:[’']s?)? ?\(?")
_HOME = (" of ", " of the ", " (", ", ", " from ", ", of ", " for ")
_TITLE_BEHIND = re.compile(r" ?,? ?\(?(?:(?:the|an?|its|who is|now|and) )?(?:Hon(?:ou?rable|[.\u2024])? )?")
_TIED = re.compile(r"\s*(?:[-–—,/]\s*|and\s+)?(?:[A-Z][\w\u2024’'.]{0,14}\s+){0,4}")


def companies(scan: Scan, cast: Cast, sentence: Sentence) -> list[Company]:
    """The companies of a sentence in reading order; most have one member.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> seen = scan("President Denis Sassou of Congo and Gabon's Ali Bongo spoke.")
    >>> [len(c.people) for c in companies(seen, cast(seen), seen.sentences[0])]
    [2]
    """
    if ("company", sentence.start) in scan.memo:
        known: list[Company] = scan.memo["company", sentence.start]
        return known
    found: list[Company] = []
    scan.memo["company", sentence.start] = found
    for entry in cast.at(sentence.start, sentence.stop):
        low, high = _begins(scan, cast, sentence, entry), _ends(scan, sentence, entry)
        last = found[-1] if found else None
        if last and (low <= last.stop or _JOINS.fullmatch(scan.characters, last.stop, low)):
            found[-1] = Company(last.start, max(high, last.stop), (*last.people, entry))
        else:
            found.append(Company(low, high, (entry,)))
    return found


def _begins(scan: Scan, cast: Cast, sentence: Sentence, entry: Named) -> int:
    """Where the titles, the forms of address and the country before the name begin."""
    start = entry[0]
    for title in reversed(cast.titles_at(max(sentence.start, start - _LONGEST), start)):
        if title.stop <= start and _TIED.fullmatch(scan.characters, title.stop, start):
            start = title.start
    if start == entry[0]:
        address = _ADDRESS.search(scan.words(max(sentence.start, start - 40), start))
        start -= len(address[0]) if address else 0
    for hit in scan.within(max(sentence.start, start - 40), start, "country", "adjective", "organisation"):
        if _OWNING.fullmatch(scan.characters, hit.stop, start):
            return hit.start
    return start


def _ends(scan: Scan, sentence: Sentence, entry: Named) -> int:
    """Where the office and the country behind the name end."""
    stop = entry[1]
    for _ in range(3):
        moved = _behind(scan, sentence, entry[2], stop)
        if moved <= stop:
            break
        stop = moved
    return stop + (scan.words(stop, stop + 1) == ")")


def _behind(scan: Scan, sentence: Sentence, person: Person, stop: int) -> int:
    """The end of a country ("of Congo", "(Congo)") or of one of the person's titles right behind `stop`."""
    for title in (h.title for h in person.holdings):
        if stop <= title.start <= stop + 22 and _TITLE_BEHIND.fullmatch(scan.characters, stop, title.start):
            return max(title.stop, title.of_stop if title.of_stop < sentence.stop else 0)
    for hit in scan.within(stop, min(stop + 10, sentence.stop), "country", "organisation"):
        if scan.words(stop, hit.start) in _HOME:
            return hit.stop + (scan.words(hit.stop, hit.stop + 1) == ")")
    return stop
