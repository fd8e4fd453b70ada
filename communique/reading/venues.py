"""In which house a sitting took place: "at the Jamaica Pegasus Hotel", "at the headquarters of the GCC"."""

import re

from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_KIND = (
    r"(?:House|[Hh]otel|(?:[Cc]onvention |[Cc]onference |[Cc]ongress )?[Cc]ent(?:re|er)|[Pp]alace|Hall|[Rr]esidence|[Bb]uilding|[Hh]eadquarters|HQ|[Cc]omplex"
    r"|Chancellery|[Rr]esort|Villa|Castle|Lodge|Museum|Secretariat|Mansion|[Aa]irport|Auditorium|Hilton|Sheraton|Marriott|Hyatt|Intercontinental|InterContinental|Radisson)"
)
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w’'&.-]*|de|da|del|la|le|al|el)"
_LAST = r"[A-ZÀ-ÖØ-Þ][\w-]*"
_OWN = rf"(?:{_NAME} ){{1,6}}{_KIND}"
_OF = rf"(?:{_NAME} )?(?:[Hh]eadquarters|[Hh]all|[Pp]alace|[Bb]uilding|[Rr]esidence|[Mm]inistry|[Ee]mbassy|Seat|HQ) of (?:the )?(?:{_NAME} |(?:of|for|and) (?:the )?){{0,6}}{_LAST}"
_FRONT = (
    rf"(?:Hotel|Palais|Palacio|Palazzo|Casa|Château|Chateau|Schloss|Kasr|Istana) (?:{_NAME} ){{0,3}}{_LAST}"
)
_AT = re.compile(
    rf"\b(?:[Aa]t|[Ii]n(?:side)?) (?:the |its |his |her |their )?(?P<venue>{_OF}|{_FRONT}|{_OWN})(?![\w-])(?! (?:of|said|spokes))"
)
_HOUSES = Trigger(
    *("house", "hotel", "centre", "center", "palace", "hall", "residence", "building", "headquarters", "hq"),
    *("complex", "chancellery", "resort", "villa", "castle", "lodge", "museum", "secretariat", "mansion"),
    *("airport", "auditorium", "hilton", "sheraton", "marriott", "hyatt", "intercontinental", "radisson"),
    *("ministry of", "embassy of", "palais", "palacio", "palazzo", "casa ", "château", "schloss", "istana"),
)
_NEAR = 140  # characters from the phrase that names the sitting
_APART = re.compile(r";|\b(?:said|told|born|working|works|office of|employees)\b")


_ARRIVED = re.compile(r"\b(?:arriv\w+|land(?:ed|ing)|touched down|received|greeted|welcomed) ?a?$")


def venue_of(scan: Scan, sentence: Sentence, start: int, stop: int) -> tuple[int, int] | None:
    """Where the house stands in which the sentence puts the sitting at `start, stop`; the nearest, with no other sitting between.

    >>> from communique.reading.scan import scan
    >>> seen = scan("The talks were held at the Rixos Hotel.")
    >>> seen.words(*venue_of(seen, seen.sentences[0], 4, 9))
    'Rixos Hotel'
    """
    low, high = max(sentence.start, start - _NEAR), min(sentence.stop, stop + _NEAR)
    if not _HOUSES.stands(scan, low, high):
        return None
    best: tuple[int, tuple[int, int]] | None = None
    for house in _AT.finditer(scan.characters, low, high):
        if _ARRIVED.search(scan.small, max(low, house.start() - 16), house.start() + 1):
            continue
        at = house.span("venue")
        begin, end = (stop, at[0]) if at[0] >= stop else (at[1], start)
        if begin < end and (
            _APART.search(scan.characters, begin, end) or scan.within(begin, end, "meeting_noun")
        ):
            continue
        far = end - begin
        if best is None or far < best[0]:
            best = far, at
    return best[1] if best else None
