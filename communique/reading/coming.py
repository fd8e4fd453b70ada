"""What is to come, told in the present: "the group meets again on 20 October", "next round: Oslo, in May"."""

import re

from communique.lexicon.commitments import commitment_words
from communique.lexicon.phrases import Hit
from communique.reading.promises import Promise, clause_start, clause_stop, due_day, has_actor, is_unsure
from communique.reading.report_day import reference_date
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_HABIT = re.compile(
    r"\b(?:every|each|usually|normally|annually|yearly|often|always|once a|twice a|if|when|whenever|which|who|that)\b",
    re.I,
)
_LASTING = re.compile(
    r"\b(?:term|ceasefire|cease-fire|truce|half|phase|stage|operation|campaign|agreement|treaty|protocol|convention|accord|deal|sanctions|mandate|negotiations|round|leg|tenure|visit|moratorium|embargo)\b",
    re.I,
)
_DOOR = re.compile(r"\s(?:the\s)?(?:door|doors|way|up)\b")
_NO_SUBJECT = re.compile(
    r"(?:^|\b(?:and|to|of|the|a|an|that|which|who|also|it|will|would|shall|should|can|could|may|might|must|did|do|does|not|them|him|her|us))\s*$"
)


def in_present(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "Peru hosts the summit in 2026", written before: a verb in the present with a day to come."""
    if hit.value not in commitment_words("present"):
        return None
    start = clause_start(scan, sentence, hit.start)
    stop = clause_stop(scan, hit.stop, sentence.stop)
    subject = scan.words(start, hit.start)
    if not (has_actor(scan, start, hit.start) or _LASTING.search(subject)) or _DOOR.match(
        scan.characters, hit.stop
    ):
        return None
    if _NO_SUBJECT.search(subject) or _HABIT.search(scan.words(start, stop)):
        return None
    if is_unsure(scan, sentence, hit, start) or not _is_to_come(scan, hit.stop, stop):
        return None
    who = (
        (start, hit.start)
        if hit.value in ("hosts", "visits", "takes the chair", "takes the presidency")
        else None
    )
    return Promise(start, stop, who, (hit.start, hit.stop))


_NEXT = re.compile(
    r"next\s(?:[\w-]+\s){0,3}?(?:[Mm]eeting|[Ss]ession|[Ss]ummit|[Rr]ound|[Cc]onference|[Ff]orum|[Aa]ssembly|[Rr]etreat|[Ee]dition|[Ss]itting)"
    r"(?:\sof\s(?:the\s)?[^,.;:]{2,60}?)?(?::\s|\sis\s(?:on|in|from)\s)",
    re.I,
)


def next_one(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "Next round: Oslo, May 2026"; "the next session is in Lima in May"."""
    match = _NEXT.match(scan.characters, hit.start, sentence.stop) if hit.value == "next" else None
    if match is None:
        return None
    stop = clause_stop(scan, match.end(), sentence.stop)
    if not _is_to_come(scan, match.end(), stop):
        return None
    start = hit.start - 4 if scan.words(hit.start - 4, hit.start).lower() == "the " else hit.start
    return Promise(start, stop, None, (hit.start, hit.stop))


def _is_to_come(scan: Scan, start: int, stop: int) -> bool:
    """A day, month or year after the report's own stands there."""
    own, due = reference_date(scan), due_day(scan, start, stop)
    if own is None or due is None or due[0].startswith("X"):
        return False
    first = due[0].split("/")[0].rstrip("~")
    said = first[:4] if first[5:7] > "12" else first
    return said > own.isoformat()[: len(said)]
