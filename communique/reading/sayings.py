"""A verb of saying in its place: what every rule for statements is given, and what it gives back."""

import re
from typing import NamedTuple

from communique.lexicon.phrases import Hit
from communique.reading.quotes import Quotation
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.speakers import Voices
from communique.reading.speaking_phrases import Speaker

VERBS = (
    "say_clause",
    "say_that",
    "say_finite",
    "say_announced",
    "say_asked",
    "say_framed",
    "say_thing",
    "say_judged",
    "say_wanted",
    "say_felt",
    "say_told",
    "say_called",
    "say_raised",
    "say_quoted",
    "say_will",
    "say_source",
)
PARTICIPLE = "saying"
VIEW = "say_view"


class Said(NamedTuple):
    """One statement before it is written down: its words at `start, stop`."""

    speaker: Speaker
    start: int
    stop: int
    direct: bool


class Place(NamedTuple):
    """A verb of saying: its sentence, the clause from `low` to `high`, and who spoke last."""

    scan: Scan
    voices: Voices
    quotes: list[Quotation]
    sentence: Sentence
    hit: Hit
    low: int
    high: int
    last: Speaker | None


_BULLET = re.compile(r"[\n:;]\s*[-–—•*·▪●]\s$")


def speaker_of(place: Place) -> Speaker | None:
    """Who stands before the verb; the subject again after "and"; the last speaker where none is named."""
    scan, hit, low = place.scan, place.hit, place.low
    if hit.start == place.sentence.start:
        return place.last
    if _BULLET.search(scan.words(max(low, hit.start - 8), hit.start)):
        low = place.sentence.start
        colon = scan.words(low, hit.start).find(":")
        return place.voices.introducing(low, low + colon) if colon > 0 else None
    speaker = place.voices.before(low, hit.start, place.last)
    if speaker:
        return speaker
    joined = re.search(
        r"(?:,|\band|\bbut|\bthen|\balso|\bwhile|”)\s(?:(?:also|then|later|further|has|have)\s)*$",
        scan.words(max(low - 1, hit.start - 24), hit.start),
    )
    if not joined:
        return None
    if place.last and place.sentence.start <= place.last.start < hit.start:
        return place.last
    start = place.sentence.start
    if scan.words(start, start + 4).startswith(("He ", "She ")) and "and" in joined[0]:
        return place.voices.owner(start, place.last)
    return (
        place.voices.subject(start, hit.start)
        if joined[0].startswith(("and", "but", "then", ",", "also"))
        else None
    )
