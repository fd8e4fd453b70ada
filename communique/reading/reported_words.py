"""Statements in reported speech: "X said that ...", "..., X said", "According to X, ...", "..., adding that ..."."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from communique.lexicon.phrases import Hit
from communique.reading.clauses import OPENINGS, end_of
from communique.reading.quoted_words import goes_on, quote_before, quote_behind
from communique.reading.sayings import PARTICIPLE, VERBS, VIEW, Place, Said, speaker_of
from communique.reading.scan import Scan
from communique.reading.speaking_phrases import Speaker

VERB_BEHIND = re.compile(
    r"(?:also\s|not\s|[a-z]+ly\s)?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|cannot)\b"
)  # a finite verb right behind a comma: its subject stands in front of the aside


def source(place: Place) -> Iterator[Said]:
    """ "According to the minister, trade grows"; "trade grows, according to the minister"."""
    scan, hit = place.scan, place.hit
    if hit.label != "say_source":
        return
    speaker = _credited(place)
    if speaker is None or speaker.start - hit.stop > 90 or place.voices.is_described(speaker):
        return
    if _ASSERTS.search(scan.words(hit.stop, speaker.start)):
        return
    lead = _COMMA.search(scan.words(hit.start - 3, hit.start))
    front = scan.words(place.sentence.start, hit.start)
    speaker = _with_name(place, speaker)
    behind = scan.characters.find(", ", speaker.stop, min(place.high, speaker.stop + 60))
    if lead and behind > 0 and VERB_BEHIND.match(scan.characters, behind + 2, place.high):
        yield Said(speaker, place.sentence.start, end_of(scan, place.sentence, behind + 2), False)
        return  # "The talks, according to X, will go on"
    adverbial = len(front) < 60 and lead and _ADVERBIAL.fullmatch(front)
    if adverbial or (len(front) < 25 and (lead is None or len(front.split()) < 3)):
        comma = scan.characters.find(",", speaker.stop, min(place.high, speaker.stop + 80))
        if speaker.person and _AT_ONCE.match(scan.characters, speaker.stop, place.high):
            comma = speaker.stop - 1
        if comma > 0:
            yield from clause_and_quote(place, speaker, _word_behind(scan, comma + 1))
        return
    if lead and not _tells_itself(place):
        yield Said(speaker, place.sentence.start, hit.start - len(lead[0]), False)


def _with_name(place: Place, speaker: Speaker) -> Speaker:
    """ "According to the aide to the minister, Mr X, ...": the name told behind the office belongs to its words."""
    for start, stop, person in place.voices.people(speaker.stop, min(place.high, speaker.stop + _NAMED_NEAR)):
        if person is speaker.person and not place.scan.within(speaker.stop, start, *VERBS):
            return speaker._replace(stop=stop)
    return speaker


_NAMED_NEAR = 60  # characters between an office and its holder's name


def _credited(place: Place) -> Speaker | None:
    """Who stands behind "according to": never somebody behind its comma where the words before it have a voice."""
    speaker = place.voices.after(place.hit.stop, place.high, place.last)
    comma = place.scan.characters.find(", ", place.hit.stop, speaker.start if speaker else place.high)
    nearer = place.voices.ending_at(place.hit.stop + 1, comma, place.last) if comma > 0 else None
    same = nearer and speaker and nearer.name == speaker.name
    return speaker if same else nearer or speaker


def _tells_itself(place: Place) -> bool:
    """Whether the sentence in front of ", according to X" reports somebody's words and nothing else."""
    first = next(iter(place.scan.within(place.sentence.start, place.hit.start, *VERBS)), None)
    if first is None:
        return False
    if _JOINED.search(place.scan.words(first.start - 10, first.start)):
        return False
    teller = place.voices.before(place.sentence.start, first.start, place.last)
    return teller is not None and not teller.plural


_JOINED = re.compile(r"\b(?:and|but)\s(?:also\s|then\s)?$")
_ASSERTS = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would)\s")
_ADVERBIAL = re.compile(
    r"(?:Apart|Aside|In|On|At(?! least| most)|Besides|Among|During|After|Before|Since|By|For|With|Despite|Beyond|Instead|Earlier|Meanwhile|Also)\b[^,]*,\s"
)
_COMMA = re.compile(r"\s?,[”\"»]?\s?$")
_AT_ONCE = re.compile(r"\s(?:a|an|the|no|there|it|all|many)\s\w")


def _word_behind(scan: Scan, place: int) -> int:
    return place + (scan.words(place, place + 1) == " ")


def as_said(place: Place) -> Iterator[Said]:
    """ "As the minister stressed, trade grows"; "As noted by the minister, trade grows"."""
    scan, hit, low = place.scan, place.hit, place.sentence.start
    if (
        scan.words(low, low + 3) != "As "
        or hit.start - low > 120
        or hit.label not in ("say_clause", "say_thing")
    ):
        return
    if scan.words(hit.stop, hit.stop + 4) == " by ":
        speaker = place.voices.after(hit.stop + 3, place.high, place.last)
        comma = scan.characters.find(", ", speaker.stop, place.high) if speaker else -1
    else:
        speaker = place.voices.before(low + 3, hit.start, place.last)
        comma = hit.stop if scan.words(hit.stop, hit.stop + 2) == ", " else -1
        if comma < 0:
            speaker = place.voices.after(hit.stop, place.high, place.last)
            comma = speaker.stop if speaker and scan.words(speaker.stop, speaker.stop + 2) == ", " else -1
    if speaker and comma > 0:
        yield from clause_and_quote(place, speaker, comma + 2)


def reported(place: Place) -> Iterator[Said]:
    """ "The minister said that trade grows"; "he stressed the need"; "Emphasized the importance"."""
    scan, hit = place.scan, place.hit
    opening = OPENINGS.get(hit.label)
    if opening is None or hit.label == PARTICIPLE or is_part_of_noun(scan, hit):
        return
    start = opening(scan, hit.stop, place.high)
    if start is None or place.high - start < 9 or _SO.match(scan.characters, start):
        return
    speaker = speaker_of(place)
    if speaker is None or (
        hit.label == "say_will"
        and not (speaker.plural or _WILL.search(scan.words(hit.start - 14, hit.start)))
    ):
        return
    if _REPORTS_IT.match(scan.characters, start, place.high) or _AS_NAMED.match(scan.characters, start):
        return
    if hit.label == "say_framed" and scan.words(speaker.start - 6, speaker.start) == "after ":
        return  # "tensions grew after Peru accused Chile of it"
    if hit.label == "say_judged" and _is_somebody(place, start):
        return
    if hit.label == "say_asked" and not (speaker.person or speaker.human):
        return
    if hit.label == "say_wanted" and _put_forward(place, start):
        return
    if _second_thing(place, speaker, start):
        return
    yield from clause_and_quote(place, speaker, start)


# "sent a cable of congratulations, said the BNA report": the report said so; "termed it as “the pact”"
_REPORTS_IT = re.compile(r"the [A-Z][\w.]{1,12} (?:report|statement|dispatch|release)\s?[.,]?\s?$")
_AS_NAMED = re.compile(r"as [“\"‘']")
_SO = re.compile(
    r"(?:as much|so)\s(?:(?:again|also|himself|herself|themselves|openly|publicly)\s)?(?:on|at|in|to|when|after|before|during|yesterday|today|this|last|by|from|while|as)\b"
)  # "he said so on Sunday": what he said stands elsewhere
_WILL = re.compile(r"\b(?:will|will also|expected to|also) $")


def _second_thing(place: Place, speaker: Speaker, start: int) -> bool:
    """ "praised the deal and voiced concern": one reporting sentence is one statement, unless a clause follows."""
    again = place.last is not None and place.last.start == speaker.start >= place.sentence.start
    return (
        again
        and not place.scan.words(start - 5, start).endswith("that ")
        and place.hit.label not in ("say_clause", "say_asked")
        and not (place.hit.label == "say_wanted" and " to " in place.scan.words(start, start + 60))
    )


def is_part_of_noun(scan: Scan, hit: Hit) -> bool:
    """ "will" must stand before announced words; "the stated aim", "is noted" are no saying."""
    before = scan.words(max(0, hit.start - 14), hit.start)
    if not before[:-1].endswith(_NOUN_ENDS):
        return False
    before = before.removesuffix("expected to ") if hit.label == "say_will" else before
    return _NOUN_AHEAD.search(before) is not None


_NOUN_AHEAD = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as|the|a|not|to|by|would|could|may|might|should)\s(?:also\s)?$"
)
_NOUN_ENDS = ("s", "re", "be", "en", "ing", "the", "a", "t", "to", "by", "ould", "may", "also")


def _is_somebody(place: Place, start: int) -> bool:
    """ "welcomed the guests", "thanked X": a person received, not a thing judged."""
    words = place.scan.words(start, start + 60)
    people = place.voices.people(start, start + 40)
    titles = place.voices.titles(start, start + 30)
    possessive = re.search(r"[’'`]s?\s", words[:45])
    guests = _GUESTS.match(words)
    return bool(people or titles or guests) and not possessive and place.hit.value.startswith("welcom")


_GUESTS = re.compile(
    r"(?:(?:the|all|his|her|its|their)\s)?(?:[a-z-]+\s)?(?:guests?|participants|delegat\w+|visitors?|attendees)\b"
)


def _put_forward(place: Place, start: int) -> bool:
    """ "recommended Ms A as director": somebody proposed for an office."""
    somebody = place.voices.people(start, start + 60) or place.voices.titles(start, start + 30)
    return bool(somebody) and " as " in place.scan.words(start, min(place.high, start + 140))


def view(place: Place) -> Iterator[Said]:
    """ "In the minister's words, “...”"; "in his opinion, trade grows": a possessive and a noun of speech."""
    scan, hit = place.scan, place.hit
    if hit.label != VIEW:
        return
    yield from _view_of(place)
    owner = _OWNER.search(scan.words(max(place.low, hit.start - 90), hit.start))
    comma = _COMMA_BEHIND.match(scan.characters, hit.stop, place.high)
    if owner is None or comma is None:
        return
    lead = hit.start - len(owner[0])
    if lead - place.low > 2 and scan.words(lead - 2, lead) != ", ":
        return
    stop = lead + owner.end("who") - owner.start()
    speaker = place.voices.ending_at(stop - len(owner["who"] or ""), stop, place.last)
    if owner["own"]:
        speaker = place.voices.owner(lead + owner.start("own") - owner.start(), place.last)
    if speaker:
        yield from clause_and_quote(place, speaker, comma.end())


def _view_of(place: Place) -> Iterator[Said]:
    """ "In the opinion of the minister, trade grows"."""
    scan, hit = place.scan, place.hit
    if not _THE_VIEW.search(scan.words(place.low, hit.start)) or scan.words(hit.stop, hit.stop + 4) != " of ":
        return
    speaker = place.voices.after(hit.stop + 3, place.high, place.last)
    comma = scan.characters.find(", ", speaker.stop, min(place.high, speaker.stop + 60)) if speaker else -1
    if speaker and comma > 0:
        yield from clause_and_quote(place, speaker, comma + 2)


_THE_VIEW = re.compile(r"^(?:In|By|From|On) the\s(?:point\sof\s|own\s)?$")
_OWNER = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Tt]o)\s(?:(?P<own>his|her)|(?P<who>[^,;:“”\"]{2,70}?)(?:[’'`]s?))(?:\s(?:own|personal|words|and))*\s$"
)
_COMMA_BEHIND = re.compile(
    r"\s?[,:]\s?|\s(?!(?:of|and|or|that|to|on|in|at|for|was|is|were|are|he|she|with|by|as)\b)(?=\w)"
)


def clause_and_quote(place: Place, speaker: Speaker, start: int) -> Iterator[Said]:
    """The reported clause; a whole quotation glued to it by a comma is a statement of its own."""
    scan = place.scan
    stop = end_of(scan, place.sentence, start)
    at = bisect_left(place.quotes, start, key=lambda q: q.open)
    while at < len(place.quotes) and place.quotes[at].open < max(stop, place.high, start + 1):
        quote = place.quotes[at]
        if quote.open == start and not goes_on(scan, quote):
            yield Said(speaker, quote.start, quote.stop, True)
            return
        if quote.open > start + 12 and scan.words(quote.open - 2, quote.open) == " (":
            yield Said(speaker, start, min(stop, quote.open - 2), False)
            return
        glued = (
            scan.words(quote.open - 2, quote.open) in (", ", ": ")
            and scan.words(quote.start, quote.start + 1).isupper()
        )
        if glued and quote.open > start and quote.stop - quote.start > 40:
            yield Said(speaker, start, quote.open - 2, False)
            yield Said(speaker, quote.start, quote.stop, True)
            return
        at += 1
    if start < stop:  # "adding:" may end its line
        yield Said(speaker, start, stop, False)


def participle(place: Place) -> Iterator[Said]:
    """ ", adding that prices fall": by the one who spoke or acted in the same sentence."""
    scan, hit, low = place.scan, place.hit, place.sentence.start
    if hit.label == PARTICIPLE and scan.words(hit.start - 4, hit.start) == " as ":
        yield from _quoted_as(place)
        return
    if hit.label != PARTICIPLE or not scan.words(hit.start - 7, hit.start).rstrip().endswith(
        (",", "while", "by", "and", "”", "but")
    ):
        return
    quote = quote_behind(place)
    start = quote.open if quote else OPENINGS[PARTICIPLE](scan, hit.stop, place.high)
    if start is None or hit.start - low < 15:
        return
    speaker = place.last if place.last and place.last.start >= low else place.voices.subject(low, hit.start)
    if speaker:
        yield from clause_and_quote(place, speaker, start)


_QUOTED_AS = re.compile(
    r"\b(?:(?P<passive>(?:is|are|was|were|has been|have been)\s(?:widely\s|also\s)?)(?:quoted|cited|reported)(?:\sby\s[^,;:]{2,60})?"
    r"|(?:quoted|quotes|cited|cites|reported|quoting|citing)\s[^,;:]{2,80})\sas\s$"
)


def _quoted_as(place: Place) -> Iterator[Said]:
    """ "The agency quoted X as saying (that) trade grows"; "“...,” X was quoted as saying": X's words."""
    scan, hit = place.scan, place.hit
    cue = _QUOTED_AS.search(scan.words(place.low, hit.start))
    if cue is None:
        return
    if cue["passive"]:
        speaker = place.voices.before(place.low, place.low + cue.start(), place.last)
    else:
        speaker = place.voices.ending_at(place.low + cue.start(), hit.start - 4, place.last)
    start = OPENINGS["say_clause"](scan, hit.stop, place.high)
    quote = quote_before(place) if start is None else None
    if speaker and quote:
        yield Said(speaker, quote.start, quote.stop, True)
    elif speaker and start is not None:
        yield from clause_and_quote(place, speaker, start)
