"""Sayings told in the passive: "the need for aid was stressed by X", "it was noted by X that ...", "“...”, X was quoted as saying"."""

import re
from collections.abc import Iterator

from communique.reading.reported_words import clause_and_quote
from communique.reading.sayings import VERBS, Place, Said
from communique.reading.speaking_phrases import Speaker

PASSIVE_LABELS = frozenset(("say_clause", "say_thing", "say_felt", "say_raised"))
_WAS = re.compile(
    r"\s(?:was|were|is|are|has been|have been|had been)\s(?:(?:also|further|again|[a-z]+ly)\s)?$"
)
_NO_THING = re.compile(
    r"(?:.*\b(?:who|which|that|it|this|he|she|they|what|as|no|not|if)|(?:As|If|What|This|That|When|While|He|She|They)\b.*)",
    re.I | re.S,
)
_THAT = re.compile(r"[^.;:“”\"]{0,60}?\sthat\s")
_FAREST = 60  # characters between "by" and whoever said it


def passive(place: Place) -> Iterator[Said]:
    """ "The need for aid was stressed by the minister"; "it was noted by the minister that aid is needed"."""
    scan, hit, low = place.scan, place.hit, place.low
    if hit.label not in PASSIVE_LABELS or scan.words(hit.stop, hit.stop + 4) != " by ":
        return
    was = _WAS.search(scan.words(max(low, hit.start - 30), hit.start))
    speaker = place.voices.after(hit.stop + 3, place.high, place.last) if was else None
    if was is None or speaker is None or speaker.start - hit.stop > _FAREST:
        return
    if scan.within(low, hit.start, *VERBS):
        return  # "X told that the idea was voiced by Y": X speaks
    thing = scan.words(low, hit.start - len(was[0])).strip()
    if thing in ("It", "it"):
        that = _THAT.match(scan.characters, max(speaker.stop, hit.stop + 4), place.high)
        if that:
            yield from clause_and_quote(place, speaker, that.end())
    elif not _NO_THING.fullmatch(thing) and len(thing.split()) > 1:
        yield from _thing(place, speaker, thing)


def _thing(place: Place, speaker: Speaker, thing: str) -> Iterator[Said]:
    """What was said is the subject; an adverbial in front of it (", ") is not."""
    start = place.scan.characters.index(thing, place.low)
    yield Said(speaker, start, start + len(thing), False)
