"""Quotations whose speaker no verb of saying names: a label, a line above or below, a verb that no list has."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from communique.reading.clauses import is_headline
from communique.reading.quoted_words import stands_alone
from communique.reading.quotes import Quotation
from communique.reading.sayings import Said
from communique.reading.scan import Scan
from communique.reading.speakers import Voices
from communique.reading.speaking_phrases import Speaker

_LABELLED = re.compile(r"(?:(?:For|To|According to)\s(?P<for>.{2,90}?)\s?,|(?P<who>.{2,90}?)\s?:)\s*")
_SHORTEST = 12


def labelled(scan: Scan, voices: Voices, quotes: list[Quotation]) -> Iterator[Said]:
    """ "Lindt: “Trade grew.”"; "For Lindt, “trade grew”": a speaker and a quotation, no verb."""
    for quote in quotes:
        sentence = scan.sentence_at(quote.open)
        if (
            sentence is None
            or not 4 < quote.open - sentence.start < 110
            or quote.stop - quote.start < _SHORTEST
        ):
            continue
        label = _LABELLED.fullmatch(scan.characters, sentence.start, quote.open)
        if label is None:
            continue
        begin, end = label.span("for" if label["for"] else "who")
        speaker = voices.ending_at(begin, end)
        if speaker and speaker.person and speaker.start - begin < 50:
            yield Said(speaker, quote.start, quote.stop, True)


_VERB = re.compile(
    r"\s(?!(?:was|has|does|this|its|his|hers|as|yes|thus|plus|perhaps|always)\b)[a-z]{2,}(?:ed|s)\b"
)
_FAR = 130  # characters behind a quotation in which its clause has its verb


def with_any_verb(scan: Scan, voices: Voices, quotes: list[Quotation]) -> Iterator[Said]:
    """ "“We had no choice,” Lindt sighed": a quotation that a comma leaves open has a speaker, whatever the verb."""
    last: Speaker | None = None
    for quote in quotes:
        if (
            quote.stop - quote.start < _SHORTEST
            or not _left_open(scan, quote)
            or not stands_alone(scan, quote)
        ):
            continue
        speaker = _subject_behind(scan, voices, quote, last)
        if speaker:
            last = speaker
            yield Said(speaker, quote.start, quote.stop, True)


def _left_open(scan: Scan, quote: Quotation) -> bool:
    return "," in scan.words(quote.stop, quote.close + 1) or scan.characters[quote.stop - 1] in "?!"


def _subject_behind(scan: Scan, voices: Voices, quote: Quotation, last: Speaker | None) -> Speaker | None:
    """The subject of the first verb behind the quotation: a person or an office before it or right behind it."""
    at = bisect_right(scan.starts["sentence"], quote.close + 1) - 1
    high = min(scan.sentences[at].stop, quote.close + _FAR)
    verb = _VERB.search(scan.characters, quote.close, high)
    if verb is None:
        return None
    gap = scan.words(quote.close, verb.start()).strip(" ,-–—")
    if gap:
        found = voices.before(quote.close, verb.start() + 1, last)
        near = found and found.start - quote.close < 60
    else:
        found = voices.after(verb.end(), high, last)
        near = found and found.start - verb.end() < 40
    return found if found and near and (found.person or found.human) else None


_ANNOUNCED = re.compile(
    r"(?:This|It|That|The|Such an?|A)\s(?:(?:announcement|statement|remark|information|declaration|point|assessment|appeal|comment|opinion)\s)?"
    r"(?:was|has been|is)\s(?:today\s)?(?:made|announced|stated|said|declared|reported|noted|told|expressed|disclosed|revealed|voiced|emphasi[sz]ed|stressed)"
    r"(?:\s(?:to|on|at|in|during|yesterday|today)\b[^,.;:“”\"]{0,80}?)?\sby\s"
)


def announced_before(scan: Scan, voices: Voices) -> Iterator[Said]:
    """ "Trade grew by half. This was announced by Lindt.": the sentence before is what was said."""
    for before, sentence in pairwise(scan.sentences):
        told = _ANNOUNCED.match(scan.characters, sentence.start, min(sentence.stop, sentence.start + 160))
        if told is None or sentence.paragraph - before.paragraph > 1 or is_headline(scan, before):
            continue
        speaker = voices.after(told.end() - 1, sentence.stop, None)
        if speaker and speaker.start - told.end() < 90 and not scan.within(before.start, before.stop, "say"):
            yield Said(
                speaker, before.start, before.stop - (scan.words(before.stop - 1, before.stop) == "."), False
            )


_SPOKEN = re.compile(r"[.!?]\s*$")
_CREDIT = re.compile(r"\s*[-–—―]\s?(?=[A-ZÀ-Þ])")


def headed(scan: Scan, voices: Voices, quotes: list[Quotation]) -> Iterator[Said]:
    """A quotation on lines of its own under or above the line that names its speaker."""
    for quote in quotes:
        if quote.stop - quote.start < 40 or not _alone(scan, quote):
            continue
        speaker = _credited(scan, voices, quote) or _above(scan, voices, quote)
        if speaker:
            yield Said(speaker, quote.start, quote.stop, True)


def _alone(scan: Scan, quote: Quotation) -> bool:
    """Nothing but the quotation stands on its lines."""
    text = scan.characters
    begins = scan.words(text.rfind("\n", 0, quote.open) + 1, quote.open).strip() == ""
    return (
        begins
        and re.match(r"[.,]?\s*(?:\n|$|[-–—―]\s?[A-ZÀ-Þ])", text[quote.close : quote.close + 12]) is not None
    )


def _credited(scan: Scan, voices: Voices, quote: Quotation) -> Speaker | None:
    """ "“...”\\n— Anna Lindt, minister"."""
    mark = _CREDIT.match(scan.characters, quote.close, quote.close + 8)
    people = voices.people(mark.end(), mark.end() + 40) if mark else []
    return Speaker(people[0][2].name, people[0][0], people[0][1], people[0][2]) if people else None


def _above(scan: Scan, voices: Voices, quote: Quotation) -> Speaker | None:
    """The one person on the line above, where that line is no sentence."""
    above = scan.words(max(0, quote.open - 160), quote.open).rstrip()
    stop = max(0, quote.open - 160) + len(above)
    start = stop - len(above) + above.rfind("\n") + 1
    people = voices.people(start, stop)
    if len({p.name for _, _, p in people}) != 1 or _SPOKEN.search(above) or scan.within(start, stop, "say"):
        return None
    return Speaker(people[0][2].name, people[0][0], people[0][1], people[0][2])
