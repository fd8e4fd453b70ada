"""Matters that stand in front: "A and B were discussed", "C is high on the agenda", "D dominated the talks"."""

import re
from collections.abc import Iterator

from communique.lexicon.phrases import Hit
from communique.reading.agenda_lists import pieces
from communique.reading.agenda_matters import Matter, bad_start, is_generic, matters
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_REACH = 700  # characters: no subject is longer, and a text without full stops stays linear
_INTRO = re.compile(
    r"(?:(?:During|At|In|On|Within|As|Among|Following|After|Besides|According|Also|Under|Moreover|Furthermore|Additionally|Thus|For|With|Before|By|Along|Apart|Ahead|Earlier|Meanwhile|Separately|Finally|Then)\b[^,]{0,120},\s)+"
)
_CLAUSE = re.compile(
    r"[;:]\s|\s[-–—]\s|(?<=[a-z])\.(?=[A-Z])|\b(?:said|stated|added)\s(?:that\s)?|\b(?:noted|reported|stressed|announced|confirmed)\sthat\s|,\s(?:and|while|where|with)\s(?=[^,]{0,80}$)|\bthat\s"
    r"|\b(?:where|when|wherein|whereby|with whom|(?:in|at|during|on|after|before|under|by|within|to|of) which)\s"
)
_PRONOUN = re.compile(r"(?:^|\s)(?:it|they|he|she|we|this|these|which|that|who)\s(?:also\s)?$", re.I)
_NO_SUBJECT = re.compile(
    r"(?:When |If )?(?:Asked|asked|Was|Were|Did|Whether|whether|No|Nothing|None|Neither|Not|(?:Most|Much|Half|Part|Some) of the (?:session|meeting|day|talks|time|summit))\b"
)
_OTHER = re.compile(
    r"(?:Other|Also|Among other)(?:\s(?:relevant|topical|important|pressing))?\s(?=issues|matters|topics)"
)
_DENIED = re.compile(r"\b(?:not|never|hardly|no longer|nor|can|could|may|might|should|must)\s?$")
_DEED = re.compile(r"[a-z]+ed\s(?:in|by|at|on|between)\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said)\s")


_PREDICATE = re.compile(
    r"\s(?:(?:was|were|is|are|be|been)\s(?:\w+ly\s|also\s|then\s)?[a-z]+(?:ed|en|ld|un|de)\b|(?:has|have|had|will|would)\s[a-z]+|(?:took|take|takes)\splace\b)[^,;.]{0,90}?,?\s(?:and|while|whereas|but)\s(?:(?:also|then|that)\s)?"
)


def _second_clause(scan: Scan, start: int, place: int) -> int:
    """ "A plan was signed and (B was discussed)": a subject begins behind the verb of the clause before it."""
    return max((m.end() for m in _PREDICATE.finditer(scan.characters, start, place)), default=start)


def in_front(scan: Scan, sentence: Sentence, place: int, hit: Hit) -> Iterator[Matter]:
    """The matters of the subject that ends at `place`."""
    start = subject_start(scan, sentence, place)
    subject = scan.words(start, place)
    if len(subject) < 3 or _NO_SUBJECT.match(subject) or _PRONOUN.search(subject.rstrip() + " "):
        return
    if _DENIED.search(subject):
        return
    if re.match(r"(?:which|that|it|this|these|they|he|she|we|there|who)\b", subject, re.I):
        return
    relative = re.search(r",?\s(?:which|that|also|in particular|especially|too)?,?\s?$", subject)
    stop = place - (len(relative[0]) if relative else 0)
    found = pieces(scan, start, stop)
    if any(bad_start(scan, p.start) for p in found):
        return
    for piece in found:
        if _worthy(scan, piece.start, piece.stop):
            other = _OTHER.match(scan.characters, piece.start)
            yield Matter(other.end() if other else piece.start, piece.stop, (hit.start, hit.stop))


def _worthy(scan: Scan, start: int, stop: int) -> bool:
    words = scan.words(start, stop)
    return not (is_generic(words) or len(words.split()) >= 40 or _DEED.match(words) or _FINITE.search(words))


def subject_start(scan: Scan, sentence: Sentence, place: int) -> int:
    """Where the clause begins whose verb stands at `place`, without "During the talks, "."""
    low = max(sentence.start, place - _REACH)
    low += scan.characters[low] in '“"«'
    intro = _INTRO.match(scan.characters, low, place)
    start = intro.end() if intro else low
    start = _second_clause(scan, start, place)
    for match in _CLAUSE.finditer(scan.characters, start, place):
        if match[0].strip() in (", and",) and "," in scan.words(start, match.start()):
            continue
        if match[0].strip() == "that" and not re.search(
            r"\w+ed that $|\bsays? that $", scan.words(max(start, match.start() - 12), match.end())
        ):
            continue
        start = match.end()
    return start


_NO_COMPLEMENT = re.compile(
    r"\s(?:a|an|as(?!\swell\b)|to be|one of|by|to|from|for the post|the (?:\w+est|most|best|only|first|main|key)|safe|it|itself|himself|done)\b"
)
_NOUN_OF_TALK = r"(?:agenda|program(?:me)?|talks?|discussions?|meetings?|summit|session|conversations?|negotiations|deliberations|debates?|dialogue|consultations|proceedings|gathering|conference|encounter)\b"
_TALK = re.compile(
    r"\s(?:(?:the|their|its|his|her|this|that|today’s|today's)\s)?(?:[\w’'-]+\s){0,2}?" + _NOUN_OF_TALK
)


def passive(scan: Scan, sentence: Sentence, hit: Hit, place: int) -> Iterator[Matter]:
    """ "A and B were discussed": the auxiliary begins at `place`."""
    if hit.value in ("consider", "address", "cover", "hear", "brief", "inform", "update") and (
        _NO_COMPLEMENT.match(scan.characters, hit.stop)
    ):
        return
    if hit.value == "raise" and _LIFTED.match(scan.characters, hit.stop):
        return
    yield from in_front(scan, sentence, place, hit)


_WHAT = re.compile(
    r"\s(?P<be>(?:is|are|was|were|will be)\s(?:also\s)?what\s(?:the\s)?(?:[\w’'-]+\s){0,4}?(?:(?:will|would|had|have|has|also|mainly|mostly)\s){0,2})$"
)


def cleft(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "A and B are what the ministers will deliberate on": the matter of a verb that ends its sentence."""
    if scan.characters[hit.stop : hit.stop + 1] not in (".", ";", ",", ""):
        return
    low = max(sentence.start, hit.start - _CONTEXT)
    what = _WHAT.search(scan.words(low, hit.start))
    if what:
        yield from in_front(scan, sentence, low + what.start("be"), hit)


_CONTEXT = 70  # characters of "is what the ministers will" at most
_LIFTED = re.compile(r"\s(?:to|from|by\s(?:\d|[a-z]+\sper))\b")


def before(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "A came up for discussion"; "also up for discussion was B"; "came up with a plan" is another thing."""
    if scan.characters.startswith(" with", hit.stop):
        return
    yield from _either_side(scan, sentence, hit, hit.stop)


_BE = re.compile(r"[^.,;:]{0,40}?\s(?:was|were|is|are|will be)\s")
_OPENING = re.compile(r"\W*(?:(?:also|likewise|again|and|high|equally)\s)*$", re.I)


def _either_side(scan: Scan, sentence: Sentence, hit: Hit, stop: int) -> Iterator[Matter]:
    """The subject in front, or behind the verb where the phrase opens the sentence."""
    if hit.start - sentence.start < 30 and _opens(scan, sentence, hit):
        be = _BE.match(scan.characters, stop, sentence.stop)
        if be:
            yield from matters(scan, sentence, be.end() - 1, hit)
    else:
        yield from in_front(scan, sentence, _verb_start(scan, sentence, hit), hit)


def _verb_start(scan: Scan, sentence: Sentence, hit: Hit) -> int:
    """Where the auxiliaries begin: "(is expected to) top"."""
    lead = _AUXILIARIES.search(scan.words(max(sentence.start, hit.start - 40), hit.start))
    return hit.start - (len(lead[0].lstrip()) if lead else 0)


def ruling(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "A dominated the talks"; "B is to top the agenda"; "at the heart of the talks was C"."""
    talk = _TALK.match(scan.characters, hit.stop, sentence.stop)
    if talk is None or scan.words(hit.start - 4, hit.start) == "the ":
        return
    if hit.value.startswith(("the", "at", "in")) and not _opens(scan, sentence, hit):
        ahead = scan.words(max(sentence.start, hit.start - 30), hit.start)
        if not _IS.search(ahead):
            return
    yield from _either_side(scan, sentence, hit, talk.end())


_IS = re.compile(r"\b(?:is|are|was|were|be|been|stood|remained|remains?)\s(?:\w+\s){0,2}$")


def _opens(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    return _OPENING.match(scan.words(sentence.start, hit.start)) is not None


_AUXILIARIES = re.compile(
    r"\s(?:(?:will|would|is|are|was|were|also|to|expected|likely|set|due|again|once|more|have|has|had|be|been|being|still|firmly|squarely)\s)+$"
)
