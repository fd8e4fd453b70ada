"""By whom a country was represented: "Azerbaijan was represented by X, Tajikistan by Y"."""

import re

from msgspec.structs import replace

from communique.lexicon.bodies import bodies
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


def represented_by(scan: Scan, sentence: Sentence, place: int) -> Hit | None:
    """ "Azerbaijan was represented by X, Tajikistan by Y": the last country that is followed by "by"."""
    found = None
    for hit in scan.within(sentence.start, place, "country", "organisation"):
        behind = scan.words(hit.stop, min(place, hit.stop + 30))
        if re.match(
            r",?(?: (?:is|was|are|were|will be))?(?: also)?(?: represented)? by\b", behind
        ) and "represented" in scan.words(sentence.start, place):
            found = hit if hit.label == "country" else replace(hit, value=bodies()[hit.value].acronym)
    return found or _subject_represented(scan, sentence, place)


_BY_WHOM = re.compile(r" and (?:is|was|will be) (?:also )?represented by (?:the |its |a |an )?$")


def _subject_represented(scan: Scan, sentence: Sentence, place: int) -> Hit | None:
    """ "Japan is a partner and was represented by Minister X": the country that the sentence begins with, no other between."""
    if not _BY_WHOM.search(scan.words(max(sentence.start, place - 45), place)):
        return None
    hits = scan.within(sentence.start, place, "country")
    return hits[0] if hits and len({h.value for h in hits}) == 1 and hits[0].start == sentence.start else None
