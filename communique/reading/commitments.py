"""What is to happen: next meetings, documents to be submitted, measures promised, by whom and when due."""

import re

from communique.lexicon.commitments import commitment_words
from communique.lexicon.phrases import Hit
from communique.model.said import Commitment
from communique.model.span import Evidence, Span
from communique.reading.coming import in_present, next_one
from communique.reading.duties import deadline, instructed
from communique.reading.organs import organs
from communique.reading.people import Cast
from communique.reading.promises import (
    NOT,
    Promise,
    Rule,
    clause_start,
    clause_stop,
    due_day,
    has_actor,
    has_date,
    is_unsure,
)
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_WILL = re.compile(
    r"(?:will|shall|would|(?:is|are)\s(?:now\s)?(?:scheduled|expected|due|set|planned|slated)\sto|(?:is|are)\sto|(?:is|are)\sgoing\sto|plans?\sto|intends?\sto)"
    r"\s(?:(?:also|then|soon|jointly|next|again|formally|officially|be)\s)*(?P<act>[a-z-]+)"
)
_FIXED = re.compile(
    r"(?:(?:is|are)\s(?:scheduled|slated|planned|due|set|foreseen|expected)\s(?:for|on|in|to|next|before|by|this)|passes to|takes over|pass to|goes to|takes? effect|enters into force|takes office|falls (?:in|on|to)|(?:postponed|put off)\s(?:until|till|to))\b"
)
_HANDOVER = re.compile(r"\b(?:chairmanship|presidency|chair|chairship)\b", re.I)


def commitments(scan: Scan, cast: Cast) -> list[Commitment]:
    """What the text announces or promises, verbatim and in reading order.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> s = scan("The next session will be held in Bishkek in 2025.")
    >>> [(c.text, c.due) for c in commitments(s, cast(s))]
    [('The next session will be held in Bishkek in 2025', '2025')]
    """
    found: list[Commitment] = []
    taken = 0
    for hit in scan.within(0, len(scan.characters), "commit", "charge"):
        sentence = scan.sentence_at(hit.start)
        if hit.start < taken or sentence is None or scan.in_headline(sentence):
            continue
        for rule in RULES:
            promise = rule(scan, sentence, hit)
            if promise:
                scan.note("commitments", promise.start, rule)
                found.append(_commitment(scan, cast, promise))
                taken = promise.stop
                break
    return found


def _announced(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "The next session will be held in Bishkek"; "Russia is to host the talks"."""
    match = _WILL.match(scan.characters, hit.start, sentence.stop)
    if match is None:
        return None
    act = _base(match["act"])
    passive = act == match["act"] and re.search(r"\sbe\s", match[0]) is not None
    start = clause_start(scan, sentence, hit.start)
    stop = clause_stop(scan, hit.stop, sentence.stop)
    subject = scan.words(start, hit.start)
    dated = has_date(scan, start, stop)
    if match[0].startswith("plan") and _NOUN.search(subject):
        return None
    firm = dated or (not passive and _binding(scan, hit, start, match.end(), stop))
    if not (_done if passive else _acts)(scan, act, start, hit.start, firm):
        return None
    if not dated and (_PRO_FORM.match(subject) or _RELATIVE.search(subject)):
        return None
    if is_unsure(scan, sentence, hit, start, dated):
        return None
    own = (passive and act not in _HERE) or act in _OF_MEETINGS
    return Promise(start, stop, None if own else (start, hit.start), (hit.start, match.end()))


def _base(act: str) -> str:
    """ "(will be) sending" is "send"; a verb of the lists in its base form, as it stands there."""
    stem = act.removesuffix("ing")
    if stem == act or len(stem) < 3:
        return act
    known = commitment_words("vague") | commitment_words("dated_only")
    return stem + "e" if stem + "e" in known else stem


def _binding(scan: Scan, hit: Hit, start: int, place: int, stop: int) -> bool:
    """ "is to receive", "will give 5 tonnes": order and amount make a deed as sure as a day does."""
    if not has_actor(scan, start, hit.start):
        return False
    return hit.value in ("is to", "are to", "shall") or re.search(r"\d", scan.words(place, stop)) is not None


def _done(scan: Scan, act: str, start: int, stop: int, dated: bool) -> bool:
    """ "will be signed"; other participles with a day: "will be doubled by 2030"."""
    if act in ("in", "on", "at"):
        return dated and (_sitting(scan, start, stop) or "next" in scan.words(start, stop).lower())
    if act in _HERE:
        return dated and has_actor(scan, start, stop)
    if act in commitment_words("undone"):
        return False
    return act in commitment_words("done") or (dated and act.endswith("ed"))


def _acts(scan: Scan, act: str, start: int, stop: int, dated: bool) -> bool:
    """ "Peru will host": somebody and a deed; doubtful deeds ask for a day, "will help" is none."""
    if act == "take" and not dated:
        return _next_in_a_city(scan, start, stop)
    if act in commitment_words("dated_only"):
        return dated and (act not in commitment_words("vague") or _sitting(scan, start, stop))
    return act not in commitment_words("vague") and (dated or has_actor(scan, start, stop))


_NEXT_ONE = re.compile(r"\b(?:next|following|upcoming|forthcoming)\b", re.I)


def _next_in_a_city(scan: Scan, start: int, stop: int) -> bool:
    """ "The next encounter will take place in Oslo", whenever that is."""
    return bool(_NEXT_ONE.search(scan.words(start, stop)) and scan.within(stop, stop + 60, "city", "country"))


def _sitting(scan: Scan, start: int, stop: int) -> bool:
    return bool(scan.within(start, stop, "meeting_noun"))


_NOUN = re.compile(
    r"(?:ed|\b(?:a|an|the|its|their|his|her|our|of|for|on|with|new|no|any|some|have|has|had|no|joint|existing|about|by))\s$"
)
_PRO_FORM = re.compile(r"(?:this|it|that|which|who|there|these|those|such)\b", re.I)
_HERE = frozenset(("here", "back", "present"))
_OF_MEETINGS = frozenset(("open", "take", "begin", "start", "convene", "gather"))
_RELATIVE = re.compile(r"(?<!of )\b(?:which|that|who)\s$")


def _fixed(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "The chairmanship passes to Kyrgyzstan on 1 January"; "the meeting is scheduled for May"."""
    match = _FIXED.match(scan.characters, hit.start, sentence.stop)
    if match is None:
        return None
    start = clause_start(scan, sentence, hit.start)
    stop = clause_stop(scan, match.end(), sentence.stop)
    hands_over = "pass" in match[0] or "over" in match[0]
    if hands_over and not (_HANDOVER.search(scan.words(start, stop)) or scan.dates_within(start, stop)):
        return None
    if is_unsure(scan, sentence, hit, start) or not (hands_over or has_date(scan, start, stop)):
        return None
    return Promise(
        start,
        stop,
        (match.end(), min(stop, match.end() + 40)) if "pass" in match[0] else None,
        (hit.start, match.end()),
    )


_AGREED = re.compile(
    r"(?:agreed|pledged|undertook|promised|committed|vowed|decided|resolved|pledges|promises)\s(?:(?:also|in principle|once more|further|jointly|today|[A-Z]\w+day)\s)?(?:to)\s(?P<act>[“\"]?[a-z-]+)"
)


_PLEDGED = re.compile(
    r"(?:pledged|promised|pledges|promises|committed)\s(?:(?:a further|another|an additional|an extra|up to|some|about|over|more than|nearly|almost|an?|the)\s)*"
    r"(?:[A-Z]{0,3}[€$£¥]\s?|[A-Z]{3}\s)?\d[\d,.]*(?:\s?(?:million|billion|m|bn))?\b"
)


def _pledged(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "Norway pledged 200 million euros for Chad": the sum is what is promised."""
    match = _PLEDGED.match(scan.characters, hit.start, sentence.stop)
    before = scan.words(max(sentence.start, hit.start - 40), hit.start)
    if match is None or NOT.search(before) or _NO_PLEDGE.search(before):
        return None
    start = clause_start(scan, sentence, hit.start)
    if not has_actor(scan, start, hit.start):
        return None
    stop = clause_stop(scan, match.end(), sentence.stop)
    return Promise(start, stop, (start, hit.start), (hit.start, hit.stop))


_NO_PLEDGE = re.compile(r"\b(?:previously|earlier|originally|once|had|been|was|were|be|of the|already)\s$")
_OBJECT = re.compile(r"\s(?:the|a|an|its|their|his|her|up|out|on|with|all|more|new|\d[\d,.]*)\s")
_IT_WAS = re.compile(r"\bit (?:was|has been|is) (?:also |further )?$", re.I)


def _agreed(scan: Scan, sentence: Sentence, hit: Hit) -> Promise | None:
    """ "The sides agreed to hold the next round in Minsk": what was agreed is the commitment."""
    match = _AGREED.match(scan.characters, hit.start, sentence.stop)
    if match is None or match["act"].strip('“"') in commitment_words("idle"):
        return None
    before = scan.words(max(sentence.start, hit.start - 40), hit.start)
    if (
        scan.words(sentence.start, sentence.start + 3).lower() in ("if ", "sho")
        or NOT.search(before)
        or (
            re.search(r"\b(?:as|earlier|previously|once|been|was|were|be)\s$", before)
            and not _IT_WAS.search(before)
        )
    ):
        return None
    firm = has_date(scan, match.end(), sentence.stop) or _OBJECT.match(
        scan.characters, match.end(), sentence.stop
    )
    if match[0].startswith("committed") and not firm:
        return None
    if match["act"].endswith("ing"):
        return None
    start = match.start("act")
    stop = clause_stop(scan, match.end(), sentence.stop)
    return (
        Promise(start, stop, (clause_start(scan, sentence, hit.start), hit.start), (hit.start, hit.stop))
        if stop > match.end()
        else None
    )


RULES: tuple[Rule, ...] = (_announced, _fixed, deadline, _agreed, _pledged, instructed, in_present, next_one)


def _commitment(scan: Scan, cast: Cast, promise: Promise) -> Commitment:
    span = Span(promise.start, promise.stop)
    evidence: Evidence = {"": (span,), "text": (span,), "cue": (Span(*promise.cue),)}
    who = _by_whom(scan, cast, promise.who) if promise.who else None
    if who:
        evidence["by_whom"] = (who[1],)
    due = due_day(scan, promise.start, promise.stop)
    if due:
        evidence["due"] = (due[1],)
    return Commitment(
        text=span.cut(scan.characters),
        by_whom=who[0] if who else None,
        due=due[0] if due else None,
        evidence=evidence,
    )


def _by_whom(scan: Scan, cast: Cast, place: tuple[int, int]) -> tuple[str, Span] | None:
    """The one person, body or country named as the doer; None when there are several or none."""
    start, stop = place
    people = cast.at(start, stop)
    if len(people) == 1:
        return people[0][2].name, Span(*people[0][:2])
    named = organs(scan, start, stop)
    if len(named) == 1 and not people:
        return named[0].name, Span(named[0].start, named[0].stop)
    hits = scan.within(start, stop, "country")
    if len(hits) == 1 and not people and not named:
        return hits[0].value, Span(hits[0].start, hits[0].stop)
    return None
