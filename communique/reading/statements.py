"""Statements: words that the text puts into somebody's mouth, quoted or reported."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.phrases import Hit
from communique.model.said import Statement
from communique.model.span import Span
from communique.reading.clauses import OPENINGS, end_of, is_headline
from communique.reading.people import Cast
from communique.reading.quotes import Quotation, around, quotations
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.speakers import Speaker, Voices

VERBS = ("say_clause", "say_that", "say_thing", "say_judged", "say_wanted", "say_felt", "say_told", "say_called", "say_quoted", "say_will", "say_source")
PARTICIPLE = "saying"


class Said(NamedTuple):
    """One statement before it is written down: its words at `start, stop`."""

    speaker: Speaker
    start: int
    stop: int
    direct: bool


class Place(NamedTuple):
    """A verb of saying: its sentence, the clause from `low` to `high`, and who spoke last."""

    scan: Scan
    voices: Voices
    quotes: list[Quotation]
    sentence: Sentence
    hit: Hit
    low: int
    high: int
    last: Speaker | None


def statements(scan: Scan, cast: Cast) -> list[Statement]:
    """Everything said in the text, in reading order.

    >>> from communique.reading.scan import scan
    >>> from communique.reading.people import cast
    >>> text = scan("Foreign Minister Anna Lindt said that trade had grown.")
    >>> [(s.speaker, s.text) for s in statements(text, cast(text))]
    [('Anna Lindt', 'trade had grown')]
    """
    voices, quotes = Voices(scan, cast), quotations(scan)
    found: dict[int, Said] = {}
    last: Speaker | None = None
    for place in _places(scan, voices, quotes):
        place = place._replace(last=last)
        for said in _read(place):
            if all(not (s.start <= said.start < s.stop and s.direct) for s in _near(found, said.start)):
                found.setdefault(said.start, said)
            last = said.speaker
    ordered = [found[k] for k in sorted(found)]
    further = _continued(scan, quotes, ordered)
    return [_written(scan, said, further.get(said.start, ())) for said in ordered]


def _near(found: dict[int, Said], start: int) -> Iterator[Said]:
    """The statements before `start` that may hold it: the last few, as they come nearly in order."""
    for key in list(found)[-4:]:
        if key <= start:
            yield found[key]


def _places(scan: Scan, voices: Voices, quotes: list[Quotation]) -> Iterator[Place]:
    for hit in scan.within(0, len(scan.characters), *VERBS, PARTICIPLE):
        if around(quotes, hit.start):
            continue
        sentence = scan.sentence_at(hit.start)
        if sentence is None or is_headline(scan, sentence):
            continue
        at = bisect_right(quotes, hit.start, key=lambda q: q.close) - 1
        low = max(sentence.start, quotes[at].close) if at >= 0 else sentence.start
        yield Place(scan, voices, quotes, sentence, hit, low, sentence.stop, None)


def _read(place: Place) -> list[Said]:
    for rule in RULES:
        found = list(rule(place))
        if found:
            return found
    return []


# --- the rules, one phenomenon each -------------------------------------------------------------------


def _behind_quotation(place: Place) -> Iterator[Said]:
    """ "“Trade grew,” the minister said"; "“Trade grew,” said the minister"."""
    scan, hit = place.scan, place.hit
    quote = _quote_before(place)
    if quote is None or hit.label == "say_source" or not _stands_alone(scan, quote):
        return
    gap = scan.words(quote.close, hit.start)
    if len(gap) > 150 or scan.within(quote.close, hit.start, *VERBS):
        return
    bare = gap.strip(" ,\n") == ""
    speaker = (
        place.voices.after(hit.stop, place.high, place.last)
        if bare
        else place.voices.before(quote.close, hit.start, place.last)
    )
    if speaker is None and bare:
        return
    if speaker and (bare or _only_titles(scan.words(quote.close, speaker.start))):
        first = _chain(place, quote)
        yield Said(speaker, first.start, first.stop, True)


def _only_titles(gap: str) -> bool:
    return len(gap) < 90 and not re.search(r"[.;:“”\"]", gap.lstrip("., "))


def _quote_before(place: Place) -> Quotation | None:
    """The quotation that ends in this sentence right before the clause of the verb."""
    at = bisect_right(place.quotes, place.hit.start, key=lambda q: q.close) - 1
    quote = place.quotes[at] if at >= 0 else None
    if quote and quote.close >= place.sentence.start and place.low == max(quote.close, place.sentence.start):
        return quote
    return None


def _stands_alone(scan: Scan, quote: Quotation) -> bool:
    """A quotation that is a sentence of its own, no quoted words within one."""
    sentence = scan.sentence_at(quote.open)
    if sentence is None:
        return False
    before = scan.words(sentence.start, quote.open).strip()
    return before == "" or before[-1:] in ".:"


def _chain(place: Place, quote: Quotation) -> Quotation:
    """The first of the quotations that this one goes on from, over unclosed paragraphs."""
    at = bisect_left(place.quotes, quote)
    while at > 0 and not place.quotes[at - 1].closed and place.quotes[at].paragraph == place.quotes[at - 1].paragraph + 1:
        at -= 1
    return place.quotes[at]


_LEAD = re.compile(
    r"(?:[:,]|,? that|,? [\w’' ]{0,60}[:,]|\s(?:to|on|in|at|during|the|reporters|his|her|when|via|through|by|by saying)\b[^.;]{0,90}(?:[:,]| that| saying))?[:,]?\s*"
)


def _before_quotation(place: Place) -> Iterator[Said]:
    """ "The minister said: “Trade grew.”"; "he stressed that “trade grows” and that “prices fall”"."""
    scan, hit = place.scan, place.hit
    quote = _quote_behind(place)
    if quote is None or hit.label in ("say_source", PARTICIPLE):
        return
    speaker = _speaker(place)
    if speaker is None:
        return
    yield Said(speaker, quote.start, quote.stop, True)
    at = bisect_left(place.quotes, quote)
    while at + 1 < len(place.quotes) and scan.words(quote.close, place.quotes[at + 1].open).strip(" ,") == "and that":
        at += 1
        quote = place.quotes[at]
        yield Said(speaker, quote.start, quote.stop, True)


def _quote_behind(place: Place) -> Quotation | None:
    """The quotation that the verb opens, nothing but an address or "that" between them."""
    scan, hit = place.scan, place.hit
    at = bisect_left(place.quotes, hit.stop, key=lambda q: q.open)
    if at == len(place.quotes):
        return None
    quote = place.quotes[at]
    if quote.open > place.high + 2 or quote.stop - quote.start < 12:
        return None
    gap = scan.words(hit.stop, quote.open)
    if not _LEAD.fullmatch(gap) or (" that " in gap[:-5] and hit.label != "say_told"):
        return None
    if _goes_on(scan, quote) and hit.label != "say_quoted":
        return None
    return quote


def _goes_on(scan: Scan, quote: Quotation) -> bool:
    """The sentence runs on in lower case behind the quoted words: they are only part of what is said."""
    return bool(re.match(r"\s(?!and that\b)[a-z]", scan.words(quote.close, quote.close + 9))) and scan.words(quote.start, quote.start + 1).islower()


_TAIL = re.compile(
    r"(?:\s(?:on|at|in|during|to|after|following|before|as|while|when|here|today|yesterday|earlier|from|ahead|via|by|late|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)|,|[.!?…)”\"]|$)"
)


_TOLD_TAIL = re.compile(r"\s(?:[\w’'.-]+\s?){1,6}[.,]")


def _behind_clause(place: Place) -> Iterator[Said]:
    """ "Trade had grown, he said."; "Risks are rising, the minister of A, X, said at the forum."."""
    scan, hit, low = place.scan, place.hit, place.sentence.start
    if hit.label not in ("say_clause", "say_that", "say_thing", "say_told") or _is_part_of_noun(scan, hit):
        return
    if _reported_before(place) or (_INTRODUCES.match(scan.characters, low) and not _ENDED.match(scan.characters, hit.stop)):
        return
    inverted = scan.words(max(low, hit.start - 3), hit.start).rstrip(" ”\"»")[-1:] == ","
    tail = _TOLD_TAIL if hit.label == "say_told" else _TAIL
    if not (inverted or tail.match(scan.characters, hit.stop, place.high)) or " that " in scan.words(hit.stop, min(place.high, hit.stop + 60)):
        return
    speaker = place.voices.after(hit.stop, place.high, place.last) if inverted else None
    speaker = speaker or place.voices.before(place.low, hit.start, place.last)
    if speaker is None or speaker.start <= low:
        return
    edge = hit.start if speaker.start > hit.start else speaker.start
    stop = _clause_end(scan, low, edge)
    if stop is not None and stop - low > 15 and len(scan.words(low, stop).split()) > 2:
        start, direct = _unquoted(scan, low)
        yield Said(speaker, start, stop, direct)


_INTRODUCES = re.compile(r"(?:Regarding|On|In|At|During|For|With|As|After|Before|Following|Speaking|Concerning|While|When|Earlier|Meanwhile|Later|Opening|Addressing|Highlighting|[A-Z][a-z]+ing)\b")
_ENDED = re.compile(r"[.!?”\"]|\s?$|,\s(?:[A-Z]\w+\s){1,3}(?:reports|has learned)")


def _reported_before(place: Place) -> bool:
    """The sentence has reported somebody's words already: "X said trade grew, he added" is X's."""
    return place.last is not None and place.sentence.start <= place.last.start < place.low + 1 and place.low == place.sentence.start


def _clause_end(scan: Scan, low: int, edge: int) -> int | None:
    """Where the clause before the speaker ends: at the last comma that no title belongs to."""
    before = scan.words(max(low, edge - 130), edge)
    match = re.search(r",[”\"»]?\s(?:(?:[Tt]he|a|an)\s)?(?:[\w’'.-]+\s){0,14}$", before)
    return edge - len(before) + match.start() if match else None


def _unquoted(scan: Scan, start: int) -> tuple[int, bool]:
    direct = scan.words(start, start + 1) in ("“", '"', "«")
    return start + direct, direct


def _source(place: Place) -> Iterator[Said]:
    """ "According to the minister, trade grows"; "trade grows, according to the minister"."""
    scan, hit = place.scan, place.hit
    if hit.label != "say_source":
        return
    speaker = place.voices.after(hit.stop, place.high, place.last)
    if speaker is None or speaker.start - hit.stop > 90:
        return
    if hit.start - place.sentence.start < 25 and not scan.words(place.sentence.start, hit.start).strip(" ,").endswith(","):
        comma = scan.characters.find(",", speaker.stop, min(place.high, speaker.stop + 80))
        if comma > 0:
            yield from _clause_and_quote(place, speaker, comma + 2)
    elif scan.words(hit.start - 2, hit.start) == ", " and not scan.within(place.sentence.start, hit.start, *VERBS):
        yield Said(speaker, place.sentence.start, hit.start - 2, False)


def _reported(place: Place) -> Iterator[Said]:
    """ "The minister said that trade grows"; "he stressed the need"; "Emphasized the importance"."""
    scan, hit = place.scan, place.hit
    opening = OPENINGS.get(hit.label)
    if opening is None or _is_part_of_noun(scan, hit):
        return
    start = opening(scan, hit.stop, place.high)
    if start is None or place.high - start < 12:
        return
    speaker = _speaker(place)
    if speaker is None or (hit.label == "say_judged" and _is_somebody(place, start)):
        return
    if _second_thing(place, speaker, start):
        return
    yield from _clause_and_quote(place, speaker, start)


def _second_thing(place: Place, speaker: Speaker, start: int) -> bool:
    """ "praised the deal and voiced concern": one reporting sentence is one statement, unless a clause follows."""
    again = place.last is not None and place.last.start == speaker.start >= place.sentence.start
    return again and not place.scan.words(start - 5, start).endswith("that ") and place.hit.label != "say_clause"


def _is_part_of_noun(scan: Scan, hit: Hit) -> bool:
    """ "will" must stand before announced words; "the stated aim", "is noted" are no saying."""
    before = scan.words(max(0, hit.start - 14), hit.start)
    if hit.label == "say_will":
        return not re.search(r"\b(?:will|will also|expected to|also) $", before)
    return bool(re.search(r"\b(?:is|are|was|were|be|been|being|as|the|a|not|to|by|would|could|may|might|should)\s(?:also\s)?$", before))


def _is_somebody(place: Place, start: int) -> bool:
    """ "welcomed the guests", "thanked X": a person received, not a thing judged."""
    words = place.scan.words(start, start + 60)
    if place.hit.value.startswith("thank"):
        return True
    people = place.voices.people(start, start + 40)
    titles = place.voices.titles(start, start + 30)
    possessive = re.search(r"[’'`]s?\s", words[:45])
    return bool(people or titles) and not possessive and place.hit.value.startswith("welcom")


def _clause_and_quote(place: Place, speaker: Speaker, start: int) -> Iterator[Said]:
    """The reported clause; a whole quotation glued to it by a comma is a statement of its own."""
    scan = place.scan
    stop = end_of(scan, place.sentence, start)
    at = bisect_left(place.quotes, start, key=lambda q: q.open)
    while at < len(place.quotes) and place.quotes[at].open < max(stop, place.high):
        quote = place.quotes[at]
        if quote.open == start and not _goes_on(scan, quote):
            yield Said(speaker, quote.start, quote.stop, True)
            return
        glued = scan.words(quote.open - 2, quote.open) in (", ", ": ") and scan.words(quote.start, quote.start + 1).isupper()
        if glued and quote.open > start and quote.stop - quote.start > 40:
            yield Said(speaker, start, quote.open - 2, False)
            yield Said(speaker, quote.start, quote.stop, True)
            return
        at += 1
    yield Said(speaker, start, stop, False)


def _participle(place: Place) -> Iterator[Said]:
    """ ", adding that prices fall": by the one who spoke or acted in the same sentence."""
    scan, hit, low = place.scan, place.hit, place.sentence.start
    if hit.label != PARTICIPLE or not scan.words(hit.start - 7, hit.start).rstrip().endswith((",", "while", "by", "and", "”", "but")):
        return
    quote = _quote_behind(place)
    start = quote.open if quote else OPENINGS[PARTICIPLE](scan, hit.stop, place.high)
    if start is None or hit.start - low < 15:
        return
    speaker = place.last if place.last and place.last.start >= low else place.voices.subject(low, hit.start)
    if speaker:
        yield from _clause_and_quote(place, speaker, start)


RULES: tuple[Callable[[Place], Iterator[Said]], ...] = (
    _source,
    _participle,
    _behind_quotation,
    _before_quotation,
    _behind_clause,
    _reported,
)


def _speaker(place: Place) -> Speaker | None:
    """Who stands before the verb; the subject again after "and"; the last speaker where none is named."""
    scan, hit, low = place.scan, place.hit, place.low
    if hit.start == place.sentence.start:
        return place.last
    joined = re.search(r"(?:,|\band|\bbut|\bthen|\balso|\bwhile|”)\s(?:(?:also|then|later|further|has|have)\s)*$", scan.words(max(low - 1, hit.start - 24), hit.start))
    speaker = place.voices.before(low, hit.start, place.last)
    if speaker or not joined:
        return speaker
    if place.last and place.sentence.start <= place.last.start < hit.start:
        return place.last
    return place.voices.subject(place.sentence.start, hit.start) if joined[0].startswith(("and", "but", "then", ",", "also")) else None


# --- quotations that go on, and writing down ----------------------------------------------------------


def _continued(scan: Scan, quotes: list[Quotation], said: list[Said]) -> dict[int, tuple[Span, ...]]:
    """Quotations without a speaker that begin a sentence and follow a quoted statement: they continue it."""
    further: dict[int, tuple[Span, ...]] = {}
    starts = {s.start: s for s in said}
    current: tuple[Said, int] | None = None
    for quote in quotes:
        if quote.start in starts:
            current = (starts[quote.start], quote.paragraph) if starts[quote.start].direct else None
            continue
        if current is None or quote.paragraph > current[1] + 1 or not _stands_alone(scan, quote):
            continue
        owner = current[0]
        further[owner.start] = (*further.get(owner.start, ()), Span(quote.start, quote.stop))
        current = (owner, quote.paragraph)
    return further


def _written(scan: Scan, said: Said, further: tuple[Span, ...]) -> Statement:
    speaker = said.speaker
    first = scan.sentence_at(speaker.start) or scan.sentence_at(said.start)
    low = min(said.start, first.start if first else said.start)
    high = max(said.stop, first.stop if first else said.stop)
    return Statement(
        speaker=speaker.name,
        text=scan.words(said.start, said.stop),
        direct=said.direct,
        evidence={
            "": (Span(low, high), *further),
            "text": (Span(said.start, said.stop), *further),
            "speaker": (Span(speaker.start, speaker.stop),),
        },
    )
