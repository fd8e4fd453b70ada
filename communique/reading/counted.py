"""What a number counts: the noun phrase behind it, before it, or what the sentence says of it."""

import re
from functools import cache

from communique.reading.counted_nouns import harmed, headcount, share, sized, strong, sum_of
from communique.reading.counted_shapes import (
    At,
    Counted,
    changed,
    flat,
    membered,
    numbered,
    occasions,
    owned,
    parts,
    put_at,
    total,
    valued,
    votes,
)
from communique.reading.measured import Number, unit_words
from communique.reading.scan import Scan

_AUX = r"(?:(?:has|have|had)(?:\s(?:also|already|since))?\sbeen|was|were|is being|are being|being|are|have|had|has)"
_PASSIVE = re.compile(
    rf"\s(?P<aux>{_AUX})\s(?:also\s|already\s|successfully\s|jointly\s|reportedly\s)?(?P<done>[\w-]+)"
)
_END = re.compile(
    r"[.;:()“”\"\n]|\sfor\s(?=[$€£]|\d[\d,.]*\s(?:million|billion|bn)\b)|\sfor a (?:total|combined)\s|,|\s[-–—]{1,2}\s|\s[–—](?=\w)|\sworth\b|\sand\s[a-z]+(?:ed|s)\s(?:\d|that\b|the\b|a\b|to\b)|\s(?:has|have|had|was|were|is|are|be|being|been|will|would|could|can|may|might|took|take|stood|made|went|put|sees?|saw|left|gave|told|sat|marched|looked|gathered|spoke|stayed|participated|attended|arrived|live|work|who|which|that|while|when|where|after|before|since|because|"
    r"including|such as|as of|as well as|thus|according|compared|so far|to|between|during|by the end|over the|in the past|in the last|in the first|last year|this year|last week|on \w+day|until|but)\b"
    r"|\s(?:in|since|by|from)\s(?=\d{4}|[A-Z][a-z]+ \d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|\s(?:and|or)\s(?=(?:over|more|about|some|nearly|almost|at least|two|three|four|five|six|seven|eight|nine|ten|twelve|\d|[$€£]))"
)
_OF = re.compile(
    r"(?:\sover\s(?:[\w-]+\s){1,3}years)?(?:\s\([^)]{2,40}\))?(?:\s(?:a|per|each|every)\s(?:year|month|day)|\sannually)?\s(?:worth\s)?(?P<of>of|in|for|towards?|from)\s(?:the\s|its\s|their\s|all\s|some of the\s)?"
)
_WHEN = re.compile(
    r"(?:19|20)\d\d\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:last|this|next|past|recent)\s"
)


def counted(scan: Scan, number: Number) -> Counted | None:
    """The rules in order: the special ones, a passive, what follows, what goes before."""
    for rule in (
        membered,
        strong,
        headcount,
        harmed,
        sum_of,
        share,
        sized,
        owned,
        valued,
        _partitive,
        votes,
        put_at,
        numbered,
        occasions,
        total,
        parts,
        _passive,
        _followed,
        _preceded,
        changed,
    ):
        counted = rule(scan, number)
        if counted and not counted.words.startswith(("and ", "or ", "but ")):
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
        or phrase.startswith((" and ", " but "))
        or phrase in (" and", " but")
        or re.search(r"[\d;:.“”\"()]|\s[-–—]\s|\b(?:is|who|which|that|will|and also)\b", phrase)
        or scan.within(number.stop, match.start(), "say")
    ):
        return None
    start = number.stop + len(phrase) - len(_strip_of(phrase))
    if start >= match.start():
        return _done_to(scan, number, match) if number.money and not _subject(scan, number, True) else None
    done = (match.start("done"), match.end("done"))
    words = f"{scan.words(start, match.start())} {match['done']}"
    return Counted(flat(words), ((start, match.start()), done))


def _done_to(scan: Scan, number: Number, match: re.Match[str]) -> Counted | None:
    """ "3.5 million dollars had been raised for schools": what was done with the money."""
    after = scan.words(match.start("done"), min(number.sentence.stop, match.start("done") + 90))
    stop = _phrase_end(after, 0, number)
    at = (match.start("done"), match.start("done") + (stop or 0))
    return Counted(flat(scan.words(*at)), (at,)) if stop else None


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
        return Counted(flat(scan.words(*at)), (at,))
    if number.unit and (lead is None or (lead["of"] in ("in", "from") and _subject(scan, number, True))):
        lead = None
        if number.unit != "percent" or not _NOUN_BEHIND.match(after):
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
        return Counted(f"{flat(scan.words(*at))} {flat(scan.words(*whole))}", (at, whole))
    words = flat(scan.words(*at))
    return Counted(f"{words} {_participle(scan.words(*done))}", (at, done)) if done else Counted(words, (at,))


_NOUN_BEHIND = re.compile(
    r"\s(?!(?:among|across|within|between|against|during|before|after|despite)\b)[^\W\d]"
)
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


_LONGEST_VERB = 90  # characters of a measuring verb with all that may stand around it
_MEASURING = re.compile(
    r"(?:\s(?:has|have|had|is|are|was|were|will|which|that|also))*\s?(?:\b(?:reach(?:ed|ing)|swollen to|climbed to|soared to|jumped to|surged to|doubled to|tripled to|topp(?:ed|ing)|standing at|averag(?:ed|ing|es)|crossed|stands? at|amount(?:ed|ing|s)? to|total(?:led|ed|ling|ing|s)?|stood at|stands at|accounts? for|accounted for|constitutes?|constituted|exceed(?:ed|s)|made up|makes up|"
    r"(?:grew|grown|rose|risen|increased|fell|fallen|dropped|decreased|declined|growing|rising) (?:by|to|from)|(?:increasing|going|falling|declining|dropping|climbing|decreasing|up|down) (?:by|to|from)|increased|grew|rose|fell|dropped|declined|decreased|shrank|gained|lost|(?:jumped|climbed|soared|surged|slipped|slumped|plunged|expanded|contracted)(?: by)?|be|is|are|was|were|worth|valued at|cost|costing|(?:can |to )?(?:reach|carry|carries|generates?|generating|extends?|transport|transports)|(?:with|has|have|had) a capacity of|estimated at|comes? to|hit|surpass(?:ed|es)|(?:goes|went|moves|moved) to|(?:remain|remains|remained|stays|stayed|unchanged|set|fixed) at|of|at|to|by|covers?|cover|will cover))?(?:\s(?:a total(?: of)?|the|an?))?\s?$"
)
_FRONT = re.compile(
    r"(?:(?:[Ii]n (?:19|20)\d\d|and|but|with|while|the|a|an|in|its|their|also|as|where|which|that|of|from|for|whose)\s)+",
    re.I,
)


def _preceded(scan: Scan, number: Number) -> Counted | None:
    """ "trade reached $8 billion", "a growth of 17%", "the bridge (160 m)": what goes before the measure."""
    return _subject(scan, number, False)


_FIRST_VERB = re.compile(
    r"(?<=\w)\s(?:has|have|had|is|are|was|were|will|would|grew|rose|increased|fell|decreased|dropped|reached|exceeded|amounted|totall?ed|stood)\b.*$"
)
_WORTH = re.compile(r"\s?(?:worth|valued at|totall?ing|costing)\b")
_WORTH_OR_OF = re.compile(r"\s?(?:worth|valued at|totall?ing|costing|of)\b")
# "The Council approved (a decision worth ...)", "ministers agreed on Sunday to extend (cuts of ...)"
_DEED = re.compile(
    r"(?:[A-Z][\w’'+-]*|[a-z]+s)(?:\s[\w’'+-]+){0,8}?\s(?:[a-z]{2,}ed|gave|will [a-z]+)\s(?:(?:on\s\w+day\s)?to\s[a-z]+\s|(?=(?:an?|the|its|their|new)\s))(?:(?:an?|the|its|their)\s)?"
)
_LAST_COUNTED = re.compile(r"\d[\d.,]*\s(?P<what>[^\d]{3,60})$")
_NO_SUBJECT = re.compile(r"\b(?:to|until|till|for|wants?|wanted|its|his|her|their)(?:\s\w+)?$")
_FORECAST = re.compile(r"\b(?:its|their|the|an?|growth|inflation|\d{4})\s(?:forecasts?|estimates?)$")
_SLIGHTLY = re.compile(r"\s(?:slightly|just|well|only|now|currently|already|a little)$")
_QUOTED_WORD = re.compile(r"[“\"][\w’'-]+[”\"]")
_ASIDE = re.compile(r"\s(?:--|–|—)\s.{3,60}\s(?:--|–|—)$")
_RELATED = re.compile(
    r"^,? ?(?:increasing|growing|rising|going|falling|declining|dropping|climbing|decreasing) "
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
_RELATIVE = re.compile(r",(?:\s(?:which|that))?\s?$")


def _subject(scan: Scan, number: Number, strict: bool) -> Counted | None:
    """The noun phrase before a measuring verb; `strict`: only with such a verb."""
    far = max(number.sentence.start, number.start - 150)
    said = [
        hit
        for hit in scan.within(far, number.start, "say_clause", "say_thing", "say_told")
        if not _FORECAST.search(scan.words(max(far, hit.start - 24), hit.stop))
    ]
    low = max([far, *(h.stop for h in said)])
    before = _SLIGHTLY.sub("", scan.words(low, number.start).rstrip(" (-–—"))
    cut = _MEASURING.search(before, max(0, len(before) - _LONGEST_VERB))
    measured = bool(cut and cut[0].strip())
    loose = number.money or number.unit == "percent" or scan.words(number.start - 1, number.start) == "("
    if number.unit is None or not (measured or (loose and not strict)):
        return None
    phrase = (before[: cut.start()] if cut else before).rstrip()
    cut_words = cut[0].lstrip() if cut else ""
    aside = _ASIDE.search(phrase) or _RELATIVE.search(phrase)
    phrase = phrase[: aside.start()] if aside else phrase
    bare = _THOUSANDS.sub("_", _QUOTED_WORD.sub(lambda m: "_" * len(m[0]), phrase))
    begin = max(bare.rfind(c) for c in (*(';:“”"(' if aside else ',;:“”"('), ". ")) + 1
    offset = low + begin + len(phrase[begin:]) - len(phrase[begin:].lstrip())
    phrase = phrase[begin:].strip()
    clause = phrase.rfind(" that ") + 6 if " that " in phrase else 0
    phrase, offset = phrase[clause:], offset + clause
    counted_before = _WORTH.match(cut[0]) and _LAST_COUNTED.search(phrase) if cut else None
    if counted_before:
        offset, phrase = offset + counted_before.start("what"), counted_before["what"]
    dashed = scan.words(number.start - 3, number.start) in (" - ", " – ", " — ")
    if not (measured or dashed) and _NO_SUBJECT.search(phrase):
        return None
    done = _DEED.match(phrase) if cut and _WORTH_OR_OF.match(cut[0]) else None
    if done:
        offset, phrase = offset + done.end(), phrase[done.end() :]
    verb = _FIRST_VERB.search(phrase)
    phrase = (
        phrase[: verb.start()]
        if verb and (_RELATED.search(cut_words) or re.search(r"\d", verb[0]))
        else phrase
    )
    if cut and cut[0].split()[:1] == ["of"]:
        article = phrase.rfind(" a ") if " a " in phrase else phrase.rfind(" the ")
        phrase, offset = phrase[article + 1 :], offset + article + 1
    front = _FRONT.match(phrase)
    phrase, offset = (phrase[front.end() :], offset + front.end()) if front else (phrase, offset)
    named = len(phrase) > 2 and re.search(r"[^\W\d]{3}", phrase)
    return Counted(flat(phrase), ((offset, offset + len(phrase)),)) if named else None


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
            return Counted(flat(f"{scan.words(*at)} {scan.words(*done)}"), (at, done))
    return Counted(flat(scan.words(*at)), (at,))


_PURPOSE = re.compile(r"(?:\sover\s(?:[\w-]+\s){1,3}years)?\sto\s(?=[a-z]{3})")
_GIVING = re.compile(
    r"\b(?:provid|giv|gave|allocat|pledg|promis|commit|invest|contribut|spen[dt]|donat|offer|earmark|set aside|grant|need|requir|seek|sought)[a-z]*\s[^,;.]{0,30}$"
)
_SECOND = re.compile(r"\b(?:\d+|three|four|five|six|seven|eight|nine|ten|twelve)\s[\w -]{3,40}\sand\s$")


def _of_purpose(number: Number, purpose: re.Match[str], after: str) -> Counted | None:
    """ "2 billion dollars over two years to help with water": what the money is for."""
    stop = _phrase_end(after, purpose.end(), number)
    if stop is None:
        return None
    at = (number.stop + purpose.end(), number.stop + stop)
    return Counted(flat(after[purpose.end() : stop]), (at,))


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
