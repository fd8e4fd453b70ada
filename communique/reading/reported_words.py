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

_TAIL = re.compile(
    r"(?:\s(?:on|at|in|during|to|after|following|before|as|while|when|here|today|yesterday|earlier|from|ahead|via|by|late|early|yet|[-–—]|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|,|[.!?…)”\"]|$)"
)


_TOLD_TAIL = re.compile(r"(?:\s[\w\u2024’'.-]+){1,16}\s?[.,]|[.]")


def behind_clause(place: Place) -> Iterator[Said]:
    """ "Trade had grown, he said."; "Risks are rising, the minister of A, X, said at the forum."."""
    scan, hit, low = place.scan, place.hit, place.sentence.start
    if hit.label not in (*_CLAUSAL, "say_quoted") or _is_part_of_noun(scan, hit):
        return
    if _INTRODUCES.match(scan.characters, low) and not _ENDED.match(scan.characters, hit.stop):
        return
    inverted = scan.words(max(low, hit.start - 3), hit.start).rstrip(' ”"»')[-1:] == ","
    inverted = inverted and not _OF_SUBJECT.fullmatch(scan.characters, low, hit.start)
    tail = _TOLD_TAIL if hit.label == "say_told" else _TAIL
    if hit.label == "say_quoted" and not (inverted and _ARTICLE.match(scan.characters, hit.stop)):
        return
    further = scan.words(hit.stop, min(place.high, hit.stop + 160)).split(",", 1)[0]
    if " that " in further or not (inverted or tail.match(scan.characters, hit.stop, place.high)):
        return
    speaker = place.voices.after(hit.stop, place.high, place.last) if inverted else None
    speaker = speaker or place.voices.before(place.low, hit.start, place.last)
    if speaker is None or speaker.start <= low or (_reported_before(place) and _is_pronoun(scan, speaker)):
        return
    if scan.words(speaker.start, speaker.stop) == "who" or _is_sitting_ended(scan, hit, speaker):
        return
    edge = hit.start if speaker.start > hit.start else speaker.start
    stop = _clause_end(scan, low, edge)
    if stop is None or any(t.start < low + 25 and t.stop > stop - 2 for t in place.voices.titles(low, stop)):
        return
    start, direct = _unquoted(scan, low)
    rest = None if direct or speaker.start > hit.start else _AMID.match(scan.characters, hit.stop, place.high)
    if rest:
        stop = end_of(scan, place.sentence, rest.end() - 9)
    if stop - low > 11 and len(scan.words(low, stop).split()) > 2:
        yield Said(speaker, start, stop, direct)


# "The minister, who hosted the talks, (said ...)": the comma closes what is told of the subject
_OF_SUBJECT = re.compile(
    r"[^,;.“”\"]{3,110}(?:,\s[^,;.“”\"]{2,60})?,\s(?:who|whose|speaking|addressing|visiting|attending|chairing|heading|leading|representing)\b[^;.“”\"]{2,200},\s"
)
_CLAUSAL = (*("say_clause", "say_that", "say_thing", "say_told", "say_finite", "say_announced"),)
_ARTICLE = re.compile(r"\s(?:the|an?)\s")
_AMID = re.compile(
    r"(?:\s(?:on|in)\s[\w ]{3,20}?)?\s?,\s?(?!(?:in|at|on|during|after|before|when|while|as|according|referring|and\s\w+ed)\b|\w+ing\b|(?:[A-Z][\w’-]+\s){1,3}(?:has\s)?(?:reports?|reported|said|says|learned)\b)(?=\w)"
)


_INTRODUCES = re.compile(
    r"(?:Regarding|On|In|At|During|For|With|As|After|Before|Following|Speaking|Concerning|While|When|Earlier|Meanwhile|Later|Opening|Addressing|Highlighting|Asked|Questioned|[A-Z][a-z]+ing)\b"
)
_ENDED = re.compile(r"(?:\son\s[A-Z]\w*)?[.!?”\"]|\s?$|,\s(?:[A-Z]\w+\s){1,3}(?:reports|has learned)")


def _is_sitting_ended(scan: Scan, hit: Hit, speaker: Speaker) -> bool:
    """ "The leaders, A among them, concluded the summit": what ends there says nothing."""
    ended = hit.value.startswith("conclude") and speaker.person is None and speaker.start > hit.start
    return ended and bool(scan.within(speaker.start, speaker.stop, "meeting_noun"))


def _reported_before(place: Place) -> bool:
    """The sentence has reported somebody's words already: "X said trade grew, he added" is X's."""
    return place.last is not None and place.sentence.start <= place.last.start < place.hit.start


def _is_pronoun(scan: Scan, speaker: Speaker) -> bool:
    return speaker.stop - speaker.start < 4 and scan.words(speaker.start, speaker.stop).lower() in (
        "he",
        "she",
    )


def _clause_end(scan: Scan, low: int, edge: int) -> int | None:
    """Where the clause before the speaker ends: at the last comma that no title belongs to."""
    before = scan.words(max(low, edge - 130), edge)
    match = re.search(r",[”\"»]?\s(?:(?:[Tt]he|a|an)\s)?(?:[\w\u2024’'.-]+\s){0,14}$", before)
    return edge - len(before) + match.start() if match else None


def _unquoted(scan: Scan, start: int) -> tuple[int, bool]:
    direct = scan.words(start, start + 1) in ("“", '"', "«")
    return start + direct, direct


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
    r"(?:Apart|Aside|In|On|At|Besides|Among|During|After|Before|Since|By|For|With|Despite|Beyond|Instead|Earlier|Meanwhile|Also)\b[^,]*,\s"
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
    if opening is None or hit.label == PARTICIPLE or _is_part_of_noun(scan, hit):
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


def _is_part_of_noun(scan: Scan, hit: Hit) -> bool:
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
