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
    r"[.;:()“”\"\n]|,|\s[-–—]{1,2}\s|\sworth\b|\sand\s[a-z]+(?:ed|s)\s(?:\d|that\b|the\b|a\b|to\b)|\s(?:has|have|had|was|were|is|are|be|being|been|will|would|could|can|may|might|took|take|participated|attended|arrived|live|work|who|which|that|while|when|where|after|before|since|because|"
    r"including|such as|as of|as well as|thus|according|compared|so far|to|between|during|by the end|over the|in the past|in the last|in the first|last year|this year|last week|on \w+day|until|but)\b"
    r"|\s(?:in|since|by|from)\s(?=\d{4}|[A-Z][a-z]+ \d{4})|\s(?:and|or)\s(?=(?:over|more|about|some|nearly|almost|at least|two|three|four|five|six|seven|eight|nine|ten|twelve|\d|[$€£]))"
)
_OF = re.compile(
    r"(?:\sover\s(?:[\w-]+\s){1,3}years)?(?:\s\([^)]{2,20}\))?(?:\s(?:a|per|each|every)\s(?:year|month|day)|\sannually)?\s(?:worth\s)?(?P<of>of|in|for|towards?|from)\s(?:the\s|its\s|their\s|all\s|some of the\s)?"
)
_WHEN = re.compile(
    r"(?:19|20)\d\d\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:last|this|next|past|recent)\s"
)


def counted(scan: Scan, number: Number) -> Counted | None:
    """The rules in order: the special ones, a passive, what follows, what goes before."""
    for rule in (
        _membered,
        _owned,
        _partitive,
        _votes,
        _put_at,
        _occasions,
        _total,
        _parts,
        _passive,
        _followed,
        _preceded,
        _changed,
    ):
        counted = rule(scan, number)
        if counted:
            scan.note("figures", number.start, rule)
            return counted
    return None


def _passive(scan: Scan, number: Number) -> Counted | None:
    """ "500 persons have been detained": the noun phrase and the participle, commas inside allowed."""
    high = min(number.sentence.stop, number.stop + 170)
    match = _PASSIVE.search(scan.characters, number.stop, high)
    if match is None or not _happened(match["done"].lower(), match["aux"]):
        return None
    phrase = scan.words(number.stop, match.start())
    if (
        phrase.rstrip().endswith(",")
        or re.search(r"[\d;:.“”\"()]|\s[-–—]\s|\b(?:is|who|which|that|will|and also)\b", phrase)
        or scan.within(number.stop, match.start(), "say")
    ):
        return None
    start = number.stop + len(phrase) - len(_strip_of(phrase))
    if start >= match.start():
        return _done_to(scan, number, match) if number.money else None
    done = (match.start("done"), match.end("done"))
    words = f"{scan.words(start, match.start())} {match['done']}"
    return Counted(_flat(words), ((start, match.start()), done))


def _done_to(scan: Scan, number: Number, match: re.Match[str]) -> Counted | None:
    """ "3.5 million dollars had been raised for schools": what was done with the money."""
    after = scan.words(match.start("done"), min(number.sentence.stop, match.start("done") + 90))
    stop = _phrase_end(after, 0, number)
    at = (match.start("done"), match.start("done") + (stop or 0))
    return Counted(_flat(scan.words(*at)), (at,)) if stop else None


_PARTICIPLES = ("ed", "ven", "ken", "wn", "nt", "ld", "lt", "ught", "unk", "hot", "rt", "ade")


def _happened(done: str, aux: str) -> bool:
    """A listed participle, or any regular one behind a passive auxiliary."""
    passive = aux.endswith(("been", "being", "was", "were"))
    return done in unit_words("happened") or (
        passive and done.endswith("ed") and done not in ("needed", "named", "based")
    )


def _followed(scan: Scan, number: Number) -> Counted | None:
    """ "420 tonnes of drugs", "12 issues"; an active verb before lends its participle."""
    after = scan.words(number.stop, min(number.sentence.stop, number.stop + 140))
    lead = _OF.match(after)
    if lead and lead["of"] != "of" and not number.unit and number.value < 100000:
        lead = None
    purpose = _PURPOSE.match(after) if number.money else None
    if purpose and _GIVING.search(scan.words(max(number.sentence.start, number.start - 60), number.start)):
        return _of_purpose(number, purpose, after)
    gift = _GIFT.match(after) if number.money and lead is None else None
    if gift:
        stop = _phrase_end(after, gift.start("what"), number)
        at = (number.stop + gift.start("what"), number.stop + (stop or gift.end("what")))
        return Counted(_flat(scan.words(*at)), (at,))
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
    if (
        number.value == 2
        and done is None
        and not _SECOND.search(scan.words(max(0, number.start - 40), number.start))
    ):
        return None
    whole = None if number.unit else _whole(scan, number)
    if whole and not done:
        return Counted(f"{_flat(scan.words(*at))} {_flat(scan.words(*whole))}", (at, whole))
    words = _flat(scan.words(*at))
    return Counted(f"{words} {_participle(scan.words(*done))}", (at, done)) if done else Counted(words, (at,))


_GIFT = re.compile(
    r"[\s-](?P<what>(?:[a-z-]+\s){0,2}?(?:loans?|credits?|grants?|contributions?|funds?|packages?|projects?|deals?|contracts?|programmes?|programs?|investments?|aid|assistance|budgets?|donations?|facility|"
    r"facilities|plans?|pledges?|debts?|bonds?|initiatives?|agreements?|orders?|pipelines?|plants?|replenishments?|portfolios?|schemes?|payments?|exports|imports|trade)\b)"
)
_NO_NOUN = re.compile(
    r"(?:of|in|to|and|or|by|at|on|for|with|from|as|per|x|a|is|was|were|are|has|have|had|than|more|less|over|under|above|below|since|compared|up|down|annually)\b"
)


def _phrase_end(after: str, start: int, number: Number) -> int | None:
    """Where the noun phrase that begins at `start` ends; None when none begins there."""
    if (
        not after[start:]
        or not (after[start].isalpha() or after[start] in '“"')
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
    r"(?:\s(?:has|have|had|is|are|was|were|will|which|that|also))*\s?(?:\b(?:reach(?:ed|ing)|swollen to|climbed to|soared to|jumped to|surged to|doubled to|tripled to|topp(?:ed|ing)|standing at|averag(?:ed|ing|es)|crossed|stands? at|amount(?:ed|ing|s)? to|total(?:led|ed|ling|ing|s)?|stood at|stands at|accounts? for|accounted for|constitutes?|constituted|exceed(?:ed|s)|made up|makes up|"
    r"(?:grew|grown|rose|risen|increased|fell|fallen|dropped|decreased|declined|growing|rising) (?:by|to|from)|increased|grew|rose|fell|dropped|declined|decreased|shrank|gained|lost|be|is|are|was|were|worth|valued at|cost|costing|estimated at|comes? to|hit|surpass(?:ed|es)|of|at|to|by|covers?|cover|will cover))?(?:\s(?:a total(?: of)?|the|an?))?\s?$"
)
_FRONT = re.compile(
    r"(?:(?:and|but|with|while|the|a|an|in|its|their|also|as|where|which|that|of|from|for|whose)\s)+", re.I
)


def _preceded(scan: Scan, number: Number) -> Counted | None:
    """ "trade reached $8 billion", "a growth of 17%", "the bridge (160 m)": what goes before the measure."""
    return _subject(scan, number, False)


_FIRST_VERB = re.compile(
    r"(?<=\w)\s(?:has|have|had|is|are|was|were|will|would|grew|rose|increased|fell|decreased|dropped|reached|exceeded|amounted|totall?ed|stood)\b.*$"
)
_WORTH = re.compile(r"\s?(?:worth|valued at|totall?ing|costing)\b")
_LAST_COUNTED = re.compile(r"\d[\d.,]*\s(?P<what>[^\d]{3,60})$")
_NO_SUBJECT = re.compile(r"\b(?:to|until|till|for|wants?|wanted|its|his|her|their)(?:\s\w+)?$")
_SLIGHTLY = re.compile(r"\s(?:slightly|just|well|only|now|currently|already|a little)$")
_QUOTED_WORD = re.compile(r"[“\"][\w’'-]+[”\"]")
_ASIDE = re.compile(r"\s(?:--|–|—)\s.{3,60}\s(?:--|–|—)$")
_RELATIVE = re.compile(r",(?:\s(?:which|that))?\s?$")


def _subject(scan: Scan, number: Number, strict: bool) -> Counted | None:
    """The noun phrase before a measuring verb; `strict`: only with such a verb."""
    said = scan.within(
        max(number.sentence.start, number.start - 150), number.start, "say_clause", "say_thing", "say_told"
    )
    low = max([number.sentence.start, number.start - 150, *(h.stop for h in said)])
    before = _SLIGHTLY.sub("", scan.words(low, number.start).rstrip(" (-–—"))
    cut = _MEASURING.search(before)
    measured = bool(cut and cut[0].strip())
    loose = number.money or number.unit == "percent" or scan.words(number.start - 1, number.start) == "("
    if number.unit is None or not (measured or (loose and not strict)):
        return None
    phrase = (before[: cut.start()] if cut else before).rstrip()
    aside = _ASIDE.search(phrase) or _RELATIVE.search(phrase)
    phrase = phrase[: aside.start()] if aside else phrase
    bare = _QUOTED_WORD.sub(lambda m: "_" * len(m[0]), phrase)
    begin = max(bare.rfind(c) for c in (*(';:“”"(' if aside else ',;:“”"('), ". ")) + 1
    offset = low + begin + len(phrase[begin:]) - len(phrase[begin:].lstrip())
    phrase = phrase[begin:].strip()
    clause = phrase.rfind(" that ") + 6 if " that " in phrase else 0
    phrase, offset = phrase[clause:], offset + clause
    counted_before = _WORTH.match(cut[0]) and _LAST_COUNTED.search(phrase) if cut else None
    if counted_before:
        offset, phrase = offset + counted_before.start("what"), counted_before["what"]
    if not measured and _NO_SUBJECT.search(phrase):
        return None
    verb = _FIRST_VERB.search(phrase)
    phrase = phrase[: verb.start()] if verb and re.search(r"\d", verb[0]) else phrase
    if cut and cut[0].split()[:1] == ["of"]:
        article = phrase.rfind(" a ") if " a " in phrase else phrase.rfind(" the ")
        phrase, offset = phrase[article + 1 :], offset + article + 1
    front = _FRONT.match(phrase)
    phrase, offset = (phrase[front.end() :], offset + front.end()) if front else (phrase, offset)
    named = len(phrase) > 2 and re.search(r"[^\W\d]{3}", phrase)
    return Counted(_flat(phrase), ((offset, offset + len(phrase)),)) if named else None


# --- special shapes -----------------------------------------------------------------------------------

_OWNS = re.compile(r"(?:^|\s)(?P<what>[\w-]+(?:\s[A-ZÀ-Þ][\w-]+)*)[’'](?:s\s|(?<=s’)\s|(?<=s')\s)$")
_OF_OWNED = re.compile(r"\sof\s(?:the|its|their)\s(?P<what>[\w-]+(?:\s[\w-]+){0,2})[’']s?\s(?:\d|[a-z]+\s)")


def _owned(scan: Scan, number: Number) -> Counted | None:
    """ "the border's 1,600 kilometres", "62 of the border's 1,600 kilometres": the thing that is so long."""
    part = _OF_OWNED.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 60))
    if part and not number.money:
        return Counted(_flat(part["what"]), (part.span("what"),))
    if number.unit is None or number.money or number.unit == "percent":
        return None
    low = max(number.sentence.start, number.start - 50)
    owner = _OWNS.search(scan.words(low, number.start))
    if owner is None:
        return None
    return Counted(_flat(owner["what"]), ((low + owner.start("what"), low + owner.end("what")),))


_PUT = re.compile(
    r"\b(?:put|puts|putting|estimate[sd]?|estimating|set|sets)\s(?:the\s|their\s|its\s)(?P<what>[^,;.“”\"\d]{3,60}?)\sat\s$"
)
_AND_AT = re.compile(r"\sat\s[^,;.]{1,24}\sand\s(?:the\s)?(?P<what>[^,;.\d]{3,40}?)\sat\s$")


def _put_at(scan: Scan, number: Number) -> Counted | None:
    """ "puts the dead at 108 and the wounded at over 500"."""
    low = max(number.sentence.start, number.start - 110)
    before = scan.words(low, number.start)
    match = _PUT.search(before) or _AND_AT.search(before)
    if match is None:
        return None
    return Counted(_flat(match["what"]), ((low + match.start("what"), low + match.end("what")),))


_MEMBERED = re.compile(
    r"-(?P<what>[Mm]embers?\s(?:(?:[\w’'-]+\s){0,4}(?:delegation|team|group|mission|committee|council|commission|panel|board|bloc|body|organi[sz]ation)s?\b|[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+){0,4}|[a-z]+))"
)


def _membered(scan: Scan, number: Number) -> Counted | None:
    """ "a five-member delegation": the members of it."""
    match = _MEMBERED.match(scan.characters, number.stop, number.sentence.stop)
    return Counted(_flat(match["what"]), (match.span("what"),)) if match else None


_PART_OF = re.compile(
    r"\sof (?:the|its|their|all)?\s?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)\s(?P<what>(?!of\b)[^,.;:()“”\"]{3,60}?)(?=[,.;:(]|\s(?:on|in|at|have|has|had|were|are|will|by|from|of)\b|$)"
)
_WORD = re.compile(r"[a-z]+")


def _partitive(scan: Scan, number: Number) -> Counted | None:
    """ "Twelve of the 15 members signed the letter": the noun stands behind the second number."""
    match = _PART_OF.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 100))
    second = scan.within(number.stop, number.stop + 12, "numeral") or (
        match and re.search(r"\d", scan.words(number.stop, match.start("what")))
    )
    if match is None or number.unit or not second:
        return None
    at = match.span("what")
    high = min(number.sentence.stop, at[1] + 120)
    for word in _WORD.finditer(scan.characters, at[1], high):
        if word[0] in unit_words("happened"):
            stop = _phrase_end(scan.words(word.end(), high), 1, number)
            done = (word.start(), word.end() + (stop or 0))
            return Counted(_flat(f"{scan.words(*at)} {scan.words(*done)}"), (at, done))
    return Counted(_flat(scan.words(*at)), (at,))


_VOTES_FOR = re.compile(
    r"(?P<votes>\svotes?)?\s(?:to|against)\s(?:\d+|[a-z-]+)\s(?:(?:an?|the)\s)?(?P<what>[^\W\d][^,.;:()“”\"]{3,60})"
)
_VOTES_AGAINST = re.compile(r"\s(?:(?:an?|the)\s)(?P<what>[^\W\d][^,.;:()“”\"]{3,60})")
_VOTED = re.compile(r"\d\svotes? (?:to|against)\s$")


def _votes(scan: Scan, number: Number) -> Counted | None:
    """ "adopted by 82 votes to 24 a British draft": both numbers count votes on the thing."""
    high = min(number.sentence.stop, number.stop + 100)
    if _VOTED.search(scan.words(max(0, number.start - 20), number.start)):
        match = _VOTES_AGAINST.match(scan.characters, number.stop, high)
    else:
        match = _VOTES_FOR.match(scan.characters, number.stop, high)
        match = match if match and match["votes"] else None
    return Counted(_flat(match["what"]), (match.span("what"),)) if match else None


_TIMES = re.compile(r"\s(?:times(?!\s(?:the|as|more|higher|that|its)\b)|(?:separate\s)?occasions)\b")
_EVENT = re.compile(r"(?:^|[,;]\s|\bthat\s)(?P<what>[^,;:“”\"]{6,80}?)(?:\son)?\s$")


def _occasions(scan: Scan, number: Number) -> Counted | None:
    """ "It was searched 150 times a day", "raised on 13 occasions": what happened so often."""
    if number.unit or not _TIMES.match(scan.characters, number.stop, number.sentence.stop):
        return None
    low = max(number.sentence.start, number.start - 90)
    match = _EVENT.search(scan.words(low, number.start))
    if match is None:
        return None
    start = low + match.start("what")
    return Counted(_flat(match["what"]), ((start, start + len(match["what"])),))


_TO_TOTAL = re.compile(
    r"\b(?:taking|bringing|brings?|takes?|brought|took|raising|raises)\s(?P<what>(?:the|its|their)\s[^,;.\d]{3,60})\sto\s$"
)


def _total(scan: Scan, number: Number) -> Counted | None:
    """ "bringing the number of members to 194": what is brought to that number."""
    low = max(number.sentence.start, number.start - 90)
    match = _TO_TOTAL.search(scan.words(low, number.start))
    if match is None or re.match(r"\s(?!in|by|this|last|and)[a-z]", scan.words(number.stop, number.stop + 6)):
        return None
    start = low + match.start("what")
    return Counted(_flat(match["what"]), ((start, start + len(match["what"])),))


_PARTS = re.compile(r"\s(?:paragraphs?|pages?|points|articles|chapters|sections)\b")
_DOCUMENT = re.compile(
    r"(?P<what>(?:[A-ZÀ-Þ0-9][\w’'-]*|of|the|on|and|for)(?:\s(?:[A-ZÀ-Þ0-9][\w’'-]*|of|the|on|and|for))*),\s(?:(?:which|that)\s[\w\s]{2,24}?)?$"
)


def _parts(scan: Scan, number: Number) -> Counted | None:
    """ "the Kigali Declaration, 94 paragraphs long": the parts, and the document before the comma."""
    part = _PARTS.match(scan.characters, number.stop, number.sentence.stop)
    if part is None:
        return None
    low = max(number.sentence.start, number.start - 110)
    match = _DOCUMENT.search(scan.words(low, number.start))
    at = (part.start() + 1, part.end())
    if match is None:
        return None
    start = low + match.start("what")
    document = (start, start + len(match["what"]))
    return Counted(_flat(f"{scan.words(*at)} of {scan.words(*document)}"), (at, document))


_CHANGED = re.compile(
    r"(?P<what>[^,;:“”\"]{4,80}?)\s(?:to be\s|be\s|was\s|were\s|will be\s|has been\s|have been\s)?"
    r"(?:reduced|cut|lowered|raised|increased|brought|grew|grow|risen|rose|fell|dropped|expanded|enlarged)\s(?:from|to|by)\s$"
)


def _changed(scan: Scan, number: Number) -> Counted | None:
    """ "the number of sectors was cut from 14 to seven": a number without a noun takes the subject."""
    if number.unit:
        return None
    low = max(number.sentence.start, number.start - 130)
    match = _CHANGED.search(scan.words(low, number.start))
    if match is None:
        return None
    what = match["what"].rsplit(" that ", 1)[-1]
    start = low + match.start("what") + len(match["what"]) - len(what)
    return Counted(_flat(what), ((start, start + len(what)),))


_PURPOSE = re.compile(r"(?:\sover\s(?:[\w-]+\s){1,3}years)?\sto\s(?=[a-z]{3})")
_GIVING = re.compile(
    r"\b(?:provid|giv|gave|allocat|pledg|promis|commit|invest|contribut|spen[dt]|donat|offer|earmark|set aside|grant)[a-z]*\s[^,;.]{0,30}$"
)
_SECOND = re.compile(r"\b(?:\d+|three|four|five|six|seven|eight|nine|ten|twelve)\s[\w -]{3,40}\sand\s$")


def _of_purpose(number: Number, purpose: re.Match[str], after: str) -> Counted | None:
    """ "2 billion dollars over two years to help with water": what the money is for."""
    stop = _phrase_end(after, purpose.end(), number)
    if stop is None:
        return None
    at = (number.stop + purpose.end(), number.stop + stop)
    return Counted(_flat(after[purpose.end() : stop]), (at,))


_WHOLE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s(?P<what>(?!(?:total|number|group|kind|range|series)\b)[a-z]+) of\s$"
)
_OWNER = re.compile(
    r"(?:^|[,;]\s|\bthat\s|\band\s)(?:(?:the|its)\s)?(?P<what>[\w’'-]+(?:\s[\w’'-]+){0,3}?)\s(?:would\s|will\s)?(?:counts?|numbers?|has|have|had|unites?|comprises?|feeds?)\s$",
    re.I,
)
_PRONOUNS = frozenset(("it", "they", "he", "she", "we", "who", "which", "that", "this", "i"))


def _whole(scan: Scan, number: Number) -> At | None:
    """ "a force of 5,000 men", "the market would count 2 million people": the whole that they make up."""
    low = max(number.sentence.start, number.start - 70)
    before = scan.words(low, number.start)
    match = _WHOLE.search(before) or _OWNER.search(before)
    if match is None or match["what"].lower().split()[-1] in _PRONOUNS:
        return None
    return low + match.start("what"), low + match.end("what")


def _strip_of(phrase: str) -> str:
    return re.sub(r"^\s(?:of\s)?(?:the\s)?", "", phrase)


def _flat(words: str) -> str:
    return " ".join(words.split())
