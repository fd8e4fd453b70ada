"""Duties: what somebody is told to do, and what must be done by a day."""

import re

from communique.lexicon.phrases import Hit
from communique.reading.promises import NOT, Promise, clause_start, clause_stop, is_unsure
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_INSTRUCTED = re.compile(
    r"(?:instructed|tasked|directed|requested|asked|ordered|mandated|entrusted|instructs|directs)\s(?P<who>(?:the\s|its\s|his\s|their\s)?[^,;.]{3,90}?)\s(?:to|with)\s(?P<act>[a-z-]+)"
)


_ASKED = ("been asked to", "was asked to", "were asked to")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been)\s$")
_PAST_PLAN = re.compile(r"\b(?:is|are)\s$")  # "he was due to come, but fell ill" is no promise
_TO_DO = re.compile(r" (?:to|with) (?=[a-z])")
_CHARGED = re.compile(
    r"\b(?:to|with) (?:submit(?! (?:his|her|their) resignation)|prepare|report|present|draft|draw up|finali[sz]e|convene|organi[sz]e|circulate|compile|elaborate|develop|complete|table|propose|update|publish|review|study|examine|make proposals|come up)[a-z]*\b"
)
_SUPERIOR = ("organisation", "organ", "organ?")
_SUPERIORS = re.compile(
    r"\b(?:ministers|leaders|heads|council|assembly|committee|commission|summit|conference|presidents|board|experts|group|secretariat|meeting|session)\b",
    re.I,
)


def _charged(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """Asked for a paper by a body or by ministers together: an order; "she asked him to resign" is none."""
    if not _CHARGED.search(scan.characters, hit.start, min(sentence.stop, hit.stop + 100)):
        return False
    if hit.value in _ASKED:
        return True
    start = max(sentence.start, hit.start - 80)
    return bool(scan.within(start, hit.start, *_SUPERIOR)) or bool(
        _SUPERIORS.search(scan.characters, start, hit.start)
    )


def instructed(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "The Council instructed the Secretariat to prepare a list"."""
    before = scan.words(max(sentence.start, hit.start - 16), hit.start)
    asked = (hit.value in _ASKED and _charged(scan, sentence, hit)) or (
        hit.value == "been asked to" and re.search(r"\b(?:has|have)\s$", before)
    )
    passive = _PAST_PLAN if hit.value in ("due", "scheduled") else _PASSIVE
    told = _TO_DO.match(scan.characters, hit.stop) and passive.search(before)
    if asked or told:
        start = clause_start(scan, sentence, hit.start)
        return Promise(
            start, clause_stop(scan, hit.stop, sentence.stop), (start, hit.start), (hit.start, hit.stop)
        )
    match = _INSTRUCTED.match(scan.characters, hit.start, sentence.stop)
    if match is None or NOT.search(scan.words(max(sentence.start, hit.start - 40), hit.start)):
        return None
    if match["who"].startswith("by "):
        return None
    if hit.value in ("requested", "asked", "ordered") and not _charged(scan, sentence, hit):
        return None
    stop = clause_stop(scan, match.end(), sentence.stop)
    return Promise(match.start("who"), stop, match.span("who"), (hit.start, hit.stop))


_UNTIL = re.compile(r"(?:have|has) until \S[^.;]{2,40}? to [a-z]+")
_MUST = re.compile(
    r"must be [a-z]+(?:ed|nt|de|ught|id|ld)\b[^.;,]{0,60}? (?:by|before|no later than|not later than) "
)
_DEADLINE = re.compile(
    r"deadline (?:for|of|to) [^.;,]{3,80}? (?:is|was set for|is set for|has been set for|expires on|ends on|falls on) "
)


def deadline(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "Members have until 1 May to comment"; "must be sent by 1 May"; "the deadline for it is 1 May"."""
    shape = {"deadline": _DEADLINE, "must be": _MUST, "have until": _UNTIL, "has until": _UNTIL}.get(
        hit.value
    )
    match = shape.match(scan.characters, hit.start, sentence.stop) if shape else None
    if match is None or is_unsure(scan, sentence, hit, hit.start):
        return None
    start = clause_start(scan, sentence, hit.start)
    stop = clause_stop(scan, match.end(), sentence.stop)
    if not scan.dates_within(hit.start, stop):
        return None
    return Promise(start, stop, (start, hit.start) if shape is _UNTIL else None, (hit.start, hit.stop))
