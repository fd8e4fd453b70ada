"""Counterparts who are not named: "X and his Turkish and Iraqi colleagues met", "with his counterparts from A, B and C"."""

import re

from communique.lexicon.phrases import Hit
from communique.reading.people import Cast
from communique.reading.rows import listed_at, peers_listed
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sides import Side, sides_after
from communique.reading.sittings import Sitting

_WITH_PEERS = re.compile(
    r",? (?:and|along with|together with|as well as) (?:his|her) [^.;:“”\"]{3,90}? (?:counterparts?|colleagues?|homologues?),?(?: (?:have|had|also|both|today|then|later|on \w+day|\w+ly))* "
)


def peers_before(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> list[Side]:
    """ "X and his Turkish, Iranian and Iraqi colleagues [met]": the person and the countries of those who are not named."""
    people = cast.at(sentence.start, place)
    if not people or not _WITH_PEERS.fullmatch(scan.small, people[-1][1], place):
        return []
    start, stop, person = people[-1]
    hits = peers_listed(scan, scan.within(stop, place, "adjective"))
    if not person.represents or person.represents in {h.value for h in hits}:
        return []
    others = [Side(None, h.value, (h.start, h.stop)) for h in hits]
    return [Side(person, None, (start, stop)), *others] if others else []


_LIST = 60  # characters of adjectives before "counterparts"


def beside_it(scan: Scan, side: Side, sentence: Sentence) -> list[Hit]:
    """ "his counterparts from Chad, Mali and Togo", "his Chadian, Malian and Togolese counterparts": the others of the list."""
    hits = scan.within(side.at[0], side.at[1], "country")
    peers = [] if hits else peers_listed(scan, scan.within(side.at[0] - _LIST, side.at[1], "adjective"))
    if peers and peers[-1].start >= side.at[0]:
        return peers[:-1]
    return listed_at(scan, hits[0].start, sentence.stop)[1:] if hits and hits[0].value == side.code else []


_MET = re.compile(r"\b(?:met|meets|meet)$")
_OTHERS = re.compile(
    r"(?: (?:separately|jointly|today|online|virtually|here|on \w+day))?(?: with\b|(?= (?:their|the) ))"
)


def whom_they_met(scan: Scan, cast: Cast, sitting: Sitting) -> list[Side]:
    """ "NATO foreign ministers met with X and their counterparts from A": who sat with a body that met, told behind the verb."""
    if not _MET.search(scan.small, sitting.start, sitting.stop):
        return []
    stop = sitting.sentence.stop
    others = _OTHERS.match(scan.small, sitting.stop, stop)
    sides = sides_after(scan, cast, others.end(), stop) if others else []
    peers = [
        Side(None, h.value, (h.start, h.stop)) for s in sides for h in beside_it(scan, s, sitting.sentence)
    ]
    return [*sides, *peers]
