"""What a number counts: the noun phrase behind it, before it, or what the sentence says of it."""

import re
from functools import cache
from typing import NamedTuple

from communique.reading.numbers import Number, unit_words
from communique.reading.scan import Scan

At = tuple[int, int]


class Counted(NamedTuple):
    """What a number counts: the words, and the places they come from."""

    words: str
    at: tuple[At, ...]


_AUX = r"(?:(?:has|have|had)(?:\s(?:also|already|since))?\sbeen|was|were|is being|are being|being|are|have|had|has)"
_PASSIVE = re.compile(
    rf"\s(?P<aux>{_AUX})\s(?:also\s|already\s|successfully\s|jointly\s|reportedly\s)?(?P<done>[\w-]+)"
)
_END = re.compile(
    r"[.;:()“”\"\n]|,|\s[-–—]\s|\s(?:has|have|had|was|were|is|are|be|being|been|will|would|could|can|may|might|took|take|participated|attended|arrived|live|work|who|which|that|while|when|where|after|before|since|because|"
    r"including|such as|as of|as well as|thus|according|compared|so far|to|between|during|by the end|over the|in the past|in the last|in the first|last year|this year|last week|on \w+day|until|but)\b"
    r"|\s(?:in|since|by|from)\s(?=\d{4}|[A-Z][a-z]+ \d{4})|\s(?:and|or)\s(?=(?:over|more|about|some|nearly|almost|at least|\d|[$€£]))"
)
_OF = re.compile(
    r"(?:\s\([^)]{2,20}\))?(?:\s(?:a|per|each|every)\s(?:year|month|day)|\sannually)?\s(?:worth\s)?(?P<of>of|in|for|towards?|from)\s(?:the\s|its\s|their\s|all\s|some of the\s)?"
)
_WHEN = re.compile(r"(?:19|20)\d\d\b|(?:last|this|next|past|recent)\s")


def counted(scan: Scan, number: Number) -> Counted | None:
    """The rules in order: a passive, what follows, what goes before."""
    for rule in (_passive, _followed, _preceded):
        counted = rule(scan, number)
        if counted:
            return counted
    return None


def _passive(scan: Scan, number: Number) -> Counted | None:
    """ "500 persons have been detained": the noun phrase and the participle, commas inside allowed."""
    high = min(number.sentence.stop, number.stop + 170)
    match = _PASSIVE.search(scan.characters, number.stop, high)
    if match is None or match["done"].lower() not in unit_words("happened"):
        return None
    phrase = scan.words(number.stop, match.start())
    if re.search(r"[\d;:.“”\"()]|\b(?:is|who|which|that|will|and also)\b", phrase) or scan.within(
        number.stop, match.start(), "say"
    ):
        return None
    start = number.stop + len(phrase) - len(_strip_of(phrase))
    if start >= match.start():
        return None
    done = (match.start("done"), match.end("done"))
    words = f"{scan.words(start, match.start())} {match['done']}"
    return Counted(_flat(words), ((start, match.start()), done))


def _followed(scan: Scan, number: Number) -> Counted | None:
    """ "420 tonnes of drugs", "12 issues"; an active verb before lends its participle."""
    after = scan.words(number.stop, min(number.sentence.stop, number.stop + 140))
    lead = _OF.match(after)
    if number.unit and (lead is None or (lead["of"] == "in" and _subject(scan, number, True))):
        lead = None
        if number.unit != "percent" or not re.match(r"\s[^\W\d]", after):
            return None
    start = lead.end() if lead else 1
    stop = _phrase_end(after, start, number)
    if stop is None or _WHEN.match(after, start):
        return None
    at = (number.stop + start, number.stop + stop)
    done = _done_before(scan, number)
    if number.value == 2 and done is None:
        return None
    words = _flat(scan.words(*at))
    return Counted(f"{words} {_participle(scan.words(*done))}", (at, done)) if done else Counted(words, (at,))


_NO_NOUN = re.compile(
    r"(?:of|in|to|and|or|by|at|on|for|with|from|as|per|x|a|is|was|were|are|has|have|had|than|more|less)\b"
)


def _phrase_end(after: str, start: int, number: Number) -> int | None:
    """Where the noun phrase that begins at `start` ends; None when none begins there."""
    if (
        not after[start:]
        or not (after[start].isalnum() or after[start] in '“"')
        or _NO_NOUN.match(after, start)
    ):
        return None
    end = _END.search(after, start + (after[start] in '“"'))
    stop = end.start() if end else len(after.rstrip())
    return stop if stop > start else None


_VERB = re.compile(
    r"(?P<verb>[a-z-]+)\s(?:(?:a\s)?total of\s|another\s|additional\s|an additional\s|a further\s)?$"
)


def _done_before(scan: Scan, number: Number) -> At | None:
    """ "seized 20 kg": the active verb right before the number."""
    low = max(number.sentence.start, number.start - 40)
    match = _VERB.search(scan.words(low, number.start))
    if match and _participle(match["verb"]):
        return low + match.start("verb"), low + match.end("verb")
    return None


@cache
def _participle(verb: str) -> str:
    """The participle of a listed verb in any form: "considering" -> "considered"; "" for other words."""
    stem = re.sub(r"(?:ing|es|s|e|ed)$", "", verb)
    for form in (verb, stem + "ed", stem + "d", stem):
        if form in unit_words("happened"):
            return form
    return ""


_MEASURING = re.compile(
    r"(?:\s(?:has|have|had|is|are|was|were|will|which|that|also))*\s?(?:\b(?:reach(?:ed|ing)|amount(?:ed|ing|s)? to|total(?:led|ed|ling|ing|s)?|stood at|stands at|accounts? for|accounted for|constitutes?|constituted|exceed(?:ed|s)|made up|makes up|"
    r"(?:grew|grown|rose|risen|increased|fell|fallen|dropped|decreased|declined|growing|rising) (?:by|to)|increased|grew|rose|is|are|was|were|worth|valued at|cost|costing|estimated at|comes? to|hit|surpass(?:ed|es)|of|at|to|by|covers?|cover|will cover))?(?:\s(?:the|an?|a total of))?\s?$"
)
_SUBJECT = re.compile(
    r"^(?:and|but|with|while|the|a|an|in|its|their|also|as|where|which|that|of|from|for)\s", re.I
)


def _preceded(scan: Scan, number: Number) -> Counted | None:
    """ "trade reached $8 billion", "a growth of 17%", "the bridge (160 m)": what goes before the measure."""
    return _subject(scan, number, False)


_FIRST_VERB = re.compile(
    r"(?<=\w)\s(?:has|have|had|is|are|was|were|will|would|grew|rose|increased|fell|decreased|dropped|reached|exceeded|amounted|totall?ed|stood)\b.*$"
)
_COMPARED = re.compile(r"\b(?:compared (?:to|with)|against|up from|down from)\s$")
_ASIDE = re.compile(r"\s(?:--|–|—)\s.{3,60}\s(?:--|–|—)$")
_RELATIVE = re.compile(r",\s(?:which|that)?$")


def _subject(scan: Scan, number: Number, strict: bool) -> Counted | None:
    """The noun phrase before a measuring verb; `strict`: only with such a verb."""
    said = scan.within(
        max(number.sentence.start, number.start - 150), number.start, "say_clause", "say_thing", "say_told"
    )
    low = max([number.sentence.start, number.start - 150, *(h.stop for h in said)])
    before = scan.words(low, number.start).rstrip(" (-–—")
    cut = _MEASURING.search(before)
    measured = cut is not None and bool(cut[0].strip())
    loose = number.money or number.unit == "percent" or scan.words(number.start - 1, number.start) == "("
    if number.unit is None or not (measured or (loose and not strict)):
        return None
    phrase = (before[: cut.start()] if cut else before).rstrip()
    aside = _ASIDE.search(phrase) or _RELATIVE.search(phrase)
    phrase = phrase[: aside.start()] if aside else phrase
    begin = max(phrase.rfind(c) for c in (*(';:“”"(' if aside else ',;:“”"('), ". ")) + 1
    offset = low + begin + len(phrase[begin:]) - len(phrase[begin:].lstrip())
    phrase = phrase[begin:].strip()
    clause = phrase.rfind(" that ") + 6 if " that " in phrase else 0
    phrase, offset = phrase[clause:], offset + clause
    verb = _FIRST_VERB.search(phrase)
    phrase = phrase[: verb.start()] if verb and re.search(r"\d", verb[0]) else phrase
    if cut and cut[0].split()[:1] == ["of"]:
        article = phrase.rfind(" a ") if " a " in phrase else phrase.rfind(" the ")
        phrase, offset = phrase[article + 1 :], offset + article + 1
    while lead := _SUBJECT.match(phrase):
        phrase, offset = phrase[lead.end() :], offset + lead.end()
    if len(phrase) < 3 or not re.search(r"[^\W\d]{3}", phrase):
        return None
    return Counted(_flat(phrase), ((offset, offset + len(phrase)),))


def _strip_of(phrase: str) -> str:
    return re.sub(r"^\s(?:of\s)?(?:the\s)?", "", phrase)


def _flat(words: str) -> str:
    return " ".join(words.split())
