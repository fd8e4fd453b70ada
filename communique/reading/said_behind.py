"""Statements told behind or around their words: "Trade had grown, he said."; "Trade, he told the council, had grown"."""

import re
from collections.abc import Iterator

from communique.lexicon.phrases import Hit
from communique.reading.clauses import end_of
from communique.reading.reported_words import VERB_BEHIND, clause_and_quote, is_part_of_noun
from communique.reading.sayings import VERBS, Place, Said
from communique.reading.scan import Scan
from communique.reading.speaking_phrases import Speaker

_TAIL = re.compile(
    r"(?:\s(?:on|at|in|during|to|after|following|before|as|while|when|here|today|yesterday|earlier|from|ahead|via|by|late|early|yet|[-–—]|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|,|[.!?…)”\"]|$)"
)


_TOLD_TAIL = re.compile(r"(?:\s[\w\u2024’'.-]+){1,16}\s?[.,]|[.]")


def behind_clause(place: Place) -> Iterator[Said]:
    """ "Trade had grown, he said."; "Risks are rising, the minister of A, X, said at the forum."."""
    scan, hit, low = place.scan, place.hit, place.sentence.start
    if hit.label not in (*_CLAUSAL, "say_quoted") or is_part_of_noun(scan, hit):
        return
    if _INTRODUCES.match(scan.characters, low) and not _ENDED.match(scan.characters, hit.stop):
        yield from _behind_adverbial(place)
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
    around = _around(place, speaker)
    if around:
        yield Said(speaker, low, around, False)
        return
    edge = hit.start if speaker.start > hit.start else speaker.start
    stop = _clause_end(scan, low, edge)
    if (
        stop is None
        or _only_named(place, low, stop)
        or any(t.start < low + 25 and t.stop > stop - 2 for t in place.voices.titles(low, stop))
    ):
        return
    start, direct = _unquoted(scan, low)
    rest = None if direct or speaker.start > hit.start else _AMID.match(scan.characters, hit.stop, place.high)
    if rest:
        stop = end_of(scan, place.sentence, rest.end() - 9)
    if stop - low > 11 and len(scan.words(low, stop).split()) > 2:
        yield Said(speaker, start, stop, direct)


def _around(place: Place, speaker: Speaker) -> int | None:
    """ "The road, the minister told the council, would be open": where the words end that stand around their speaker."""
    scan, low = place.scan, place.sentence.start
    first = min(speaker.start, place.hit.start)
    subject = scan.words(low, first)
    if first - low > _FAR or not _SUBJECT.fullmatch(subject) or scan.within(low, first, *VERBS):
        return None
    last = max(speaker.stop, place.hit.stop)
    comma = scan.characters.find(", ", last, min(place.high, last + _FAR))
    told = comma >= 0 and _TOLD_WHOM.fullmatch(scan.characters, last, comma)
    if not (told and VERB_BEHIND.match(scan.characters, comma + 2, place.high)):
        return None
    return end_of(scan, place.sentence, comma + 2)


_FAR = 90  # characters of a subject in front of ", he said," and of whom he told it
_SUBJECT = re.compile(
    r"(?!(?:He|She|They|It|We|I)\b)[A-Z\d][^,;:.“”\"]*,\s(?:the\s|an?\s|his\s|her\s)?(?:[\w\u2024’'-]+\s){0,8}"
)
_TOLD_WHOM = re.compile(
    r"(?:\s(?:the|his|her|reporters|journalists|delegates|[A-Z][\w-]+|on|in|at|of)\b[^,;:.“”\"]{0,60})?"
)


def _behind_adverbial(place: Place) -> Iterator[Said]:
    """ "In May, the ministry said, exports grew": an adverbial, who speaks, and then the words."""
    scan, hit = place.scan, place.hit
    speaker = place.voices.before(place.low, hit.start, place.last)
    front = scan.words(place.low, speaker.start) if speaker else ""
    if speaker is None or scan.words(hit.stop, hit.stop + 2) != ", " or hit.label not in _PLAIN:
        return
    if _FRONT.fullmatch(front) and _CLAUSE.match(scan.characters, hit.stop + 2, place.high):
        yield from clause_and_quote(place, speaker, hit.stop + 2)


_PLAIN = ("say_clause", "say_that", "say_thing")
_FRONT = re.compile(
    r"(?:In|On|At|During|For|With|After|Before|Following|By|Since|Under)\s(?:(?!\b(?:is|are|was|were|has|have|had)\b)[^,;:.“”\"]){2,70},\s(?:the\s|an?\s)?(?:[\w\u2024’'-]+\s){0,8}"
)
_CLAUSE = re.compile(
    r"(?!(?:who|which|where|when|while|and|but|after|before|in|on|at|as)\b|\w+ing\b)[^,;:“”\"]{3,90}?\s(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|[a-z]+ed|grew|rose|fell)\b"
)


# "The minister, who hosted the talks, (said ...)": the comma closes what is told of the subject
_OF_SUBJECT = re.compile(
    r"[^,;.“”\"]{3,110}(?:,\s[^,;.“”\"]{2,60})?,\s(?:who|whose|speaking|addressing|visiting|attending|chairing|heading|leading|representing|issued|released|published|adopted|posted|dated|obtained|sent|seen)\b[^;.“”\"]{2,200},\s"
)
_CLAUSAL = (*("say_clause", "say_that", "say_thing", "say_told", "say_finite", "say_announced"),)
_ARTICLE = re.compile(r"\s(?:the|an?)\s")
_AMID = re.compile(
    r"(?:\s(?:on|in)\s[\w ]{3,20}?)?\s?,\s?(?!(?:in|at|on|during|after|before|when|while|as|according|referring|and\s\w+ed)\b|\w+ing\b|(?:[A-Z][\w’-]+\s){1,3}(?:has\s)?(?:reports?|reported|said|says|learned)\b)(?=\w)"
)


_INTRODUCES = re.compile(
    r"(?:Regarding|On|In|At(?! least| most)|During|For|With|As|After|Before|Following|Speaking|Concerning|While|When|Earlier|Meanwhile|Later|Opening|Addressing|Highlighting|Asked|Questioned|[A-Z][a-z]+ing)\b"
)
_ENDED = re.compile(r"(?:\son\s[A-Z]\w*)?[.!?”\"]|\s?$|,\s(?:[A-Z]\w+\s){1,3}(?:reports|has learned)")


def _only_named(place: Place, low: int, stop: int) -> bool:
    """ "H.E. Anna Lindt, Chair of the Council, in her speech, stressed ...": what stands in front is a name, nothing said."""
    return any(
        end >= stop - 1 and start - low < _ADDRESSED for start, end, _ in place.voices.people(low, stop)
    )


_ADDRESSED = 16  # characters of "The Rt Hon. Dr "


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
