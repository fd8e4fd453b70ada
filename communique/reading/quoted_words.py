"""Statements in quotation marks: the quotation before its speaker or behind."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from communique.reading.quotes import Quotation
from communique.reading.sayings import PARTICIPLE, VERBS, Place, Said, speaker_of
from communique.reading.scan import Scan


def behind_quotation(place: Place) -> Iterator[Said]:
    """ "“Trade grew,” the minister said"; "“Trade grew,” said the minister"."""
    scan, hit = place.scan, place.hit
    quote = quote_before(place)
    if quote is None or hit.label == "say_source" or not stands_alone(scan, quote):
        return
    gap = scan.words(quote.close, hit.start)
    if len(gap) > 150 or scan.within(quote.close, hit.start, *VERBS):
        return
    bare = _BARE.fullmatch(gap) is not None
    speaker = (
        place.voices.after(hit.stop, place.high, place.last)
        if bare
        else place.voices.before(quote.close, hit.start, place.last)
    )
    if speaker is None and bare:
        return
    if speaker and (bare or _only_titles(scan.words(quote.close, speaker.start))):
        first, second = _chain(place, quote), _resumed(place, quote)
        if second and len(scan.words(first.start, first.stop).split()) < 4:
            yield Said(speaker, first.start, second.stop, True)
            return
        yield Said(speaker, first.start, first.stop, True)
        if second:
            yield Said(speaker, second.start, second.stop, True)


_BARE = re.compile(r"[\s,\-–—]*(?:(?:has|had|have)\s(?:also\s|then\s)?)?")
_RESUMES = re.compile(r"[^.;:]{0,60}(?:,|\sand)\s")


def _resumed(place: Place, first: Quotation) -> Quotation | None:
    """The other half of an interrupted quotation: "“We waited,” he said, “but nobody came.”"."""
    scan, at = place.scan, bisect_left(place.quotes, first) + 1
    if at >= len(place.quotes) or place.quotes[at].open > place.high:
        return None
    second = place.quotes[at]
    gap = scan.words(place.hit.stop, second.open)
    if not _RESUMES.fullmatch(gap) or scan.within(place.hit.stop, second.open, *VERBS, PARTICIPLE):
        return None
    return second if scan.words(second.start, second.start + 1).islower() else None


def _only_titles(gap: str) -> bool:
    return len(gap) < 90 and not re.search(r"[.;:“”\"]", gap.lstrip("., "))


def quote_before(place: Place) -> Quotation | None:
    """The quotation that ends in this sentence right before the clause of the verb."""
    at = bisect_right(place.quotes, place.hit.start, key=lambda q: q.close) - 1
    quote = place.quotes[at] if at >= 0 else None
    if quote and quote.close >= place.sentence.start and place.low == max(quote.close, place.sentence.start):
        return quote
    return None


def stands_alone(scan: Scan, quote: Quotation) -> bool:
    """A quotation that is a sentence of its own, no quoted words within one."""
    sentence = scan.sentence_at(quote.open)
    if sentence is None:
        return False
    before = scan.words(sentence.start, quote.open).strip()
    return before == "" or before[-1:] in ".:(;" or _MARKER.fullmatch(before) is not None


_MARKER = re.compile(r"\d{1,2}[.:h]\d\d(?:\s?[ap]m)?|[-–—•*·▪●>]+|\(?\w{1,2}[.)]")


def _chain(place: Place, quote: Quotation) -> Quotation:
    """The first of the quotations that this one goes on from, over unclosed paragraphs."""
    at = bisect_left(place.quotes, quote)
    while (
        at > 0
        and not place.quotes[at - 1].closed
        and place.quotes[at].paragraph == place.quotes[at - 1].paragraph + 1
    ):
        at -= 1
    return place.quotes[at]


_LEAD = re.compile(
    r"(?:[:,]|,? that|,? [\w’' ]{0,60}[:,]|\s(?:to|on|in|at|during|the|reporters|his|her|when|via|through|by|by saying)\b[^.;]{0,90}(?:[:,]| that| saying))?[:,]?\s*"
)


def before_quotation(place: Place) -> Iterator[Said]:
    """ "The minister said: “Trade grew.”"; "he stressed that “trade grows” and that “prices fall”"."""
    scan, hit = place.scan, place.hit
    quote = quote_behind(place)
    if quote is None or hit.label in ("say_source", "say_framed", "say_asked", PARTICIPLE):
        return
    further = scan.within(hit.stop, quote.open, PARTICIPLE)
    if any(scan.words(h.start - 2, h.start) == ", " for h in further):
        return
    speaker = speaker_of(place)
    if speaker is None:
        return
    yield Said(speaker, quote.start, quote.stop, True)
    at = bisect_left(place.quotes, quote)
    while (
        at + 1 < len(place.quotes)
        and scan.words(quote.close, place.quotes[at + 1].open).strip(" ,") == "and that"
    ):
        at += 1
        quote = place.quotes[at]
        yield Said(speaker, quote.start, quote.stop, True)


def quote_behind(place: Place) -> Quotation | None:
    """The quotation that the verb opens, nothing but an address or "that" between them."""
    scan, hit = place.scan, place.hit
    at = bisect_left(place.quotes, hit.stop, key=lambda q: q.open)
    if at == len(place.quotes):
        return None
    quote = place.quotes[at]
    if quote.open > place.high + 2 or quote.stop - quote.start < 12:
        return None
    gap = scan.words(hit.stop, quote.open)
    if not _LEAD.fullmatch(gap) or (" that " in gap[:-5] and hit.label != "say_told"):
        return None
    if goes_on(scan, quote) and hit.label != "say_quoted":
        return None
    return quote


def goes_on(scan: Scan, quote: Quotation) -> bool:
    """The sentence runs on in lower case behind the quoted words: they are only part of what is said."""
    return (
        bool(re.match(r"\s(?!and that\b)[a-z]", scan.words(quote.close, quote.close + 9)))
        and scan.words(quote.start, quote.start + 1).islower()
    )
