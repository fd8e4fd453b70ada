"""Statements: words that the text puts into somebody's mouth, quoted or reported."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Set
from functools import cache

from msgspec.structs import replace

from communique.lexicon.phrases import Hit
from communique.model.said import Statement
from communique.model.span import Span
from communique.reading.clauses import OPENINGS, is_headline
from communique.reading.lone_quotations import announced_before, headed, labelled, with_any_verb
from communique.reading.passive_sayings import PASSIVE_LABELS, passive
from communique.reading.people import Cast
from communique.reading.quoted_words import before_quotation, behind_quotation, stands_alone
from communique.reading.quotes import Quotation, around, quotations
from communique.reading.reported_words import as_said, participle, reported, source, view
from communique.reading.said_behind import behind_clause
from communique.reading.sayings import PARTICIPLE, VERBS, VIEW, Place, Said
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.speakers import Voices
from communique.reading.speaking_phrases import Speaker
from communique.reading.transcripts import noted, transcribed
from communique.reading.triggers import Trigger

_LONG = 1500  # characters: clauses are not looked for further away


def statements(scan: Scan, cast: Cast) -> list[Statement]:
    """Everything said in the text, in reading order.

    >>> from communique.reading.scan import scan
    >>> from communique.reading.people import cast
    >>> text = scan("Foreign Minister Anna Lindt said that trade had grown.")
    >>> [(s.speaker, s.text) for s in statements(text, cast(text))]
    [('Anna Lindt', 'trade had grown')]
    """
    quotes = quotations(scan)
    voices = Voices(scan, cast, quotes)
    found: dict[int, Said] = {}
    recent: list[Said] = []
    last: Speaker | None = None
    for sentence, hit, low in _places(scan, quotes):
        place = Place(scan, voices, quotes, sentence, hit, low, sentence.stop, last)
        for said in _read(place):
            if _nobody(scan, said.speaker) or _ONLY_TO_WHOM.fullmatch(scan.characters, said.start, said.stop):
                continue
            if any(_inside(scan, said, s) for s in recent[-4:]):
                continue
            for inner in _within(said, recent[-4:]):
                found.pop(inner.start, None)
            found.setdefault(said.start, said)
            recent.append(said)
            last = said.speaker
            voices.heard(said.speaker, place.sentence)
    for rule, more in (
        (labelled, labelled(scan, voices, quotes)),
        (with_any_verb, with_any_verb(scan, voices, quotes)),
        (headed, headed(scan, voices, quotes)),
        (transcribed, transcribed(scan, voices)),
        (noted, noted(scan, voices)),
        (announced_before, announced_before(scan, voices)),
    ):
        for said in more:
            scan.note("statements", said.start, rule)
            found.setdefault(said.start, said)
    ordered = [found[k] for k in sorted(found)]
    further = _continued(scan, quotes, ordered)
    return [_written(scan, said, further.get(said.start, ())) for said in ordered]


_SUPPOSED = re.compile(
    r"(?:^|[,;]\s)(?:[Ii]f|[Uu]nless|[Ss]hould|[Ww]henever)\s(?:the\s|an?\s|[A-Z][\w-]+\s){0,5}$"
)
_SUPPOSES = Trigger("if ", "unless ", "should ", "whenever ")
_NOBODY = re.compile(r"\b(?:[Nn]o|[Nn]either|[Nn]one|[Nn]obody)(?:\sof)?\s(?:the\s)?$")


_ONLY_TO_WHOM = re.compile(
    r"(?:[A-Z][\w’.]+ ){1,4}(?:late |early )?on [A-Z]\w+day"
)  # "informed MTI on Monday"
# "a group believed to be armed": nobody is told to have said so
_HELD_TO_BE = re.compile(r"(?:believed|reported|estimated|understood|deemed) to (?:be|have)\b")


def _nobody(scan: Scan, speaker: Speaker) -> bool:
    """ "No delegation asked for a vote", "neither side said so", "if the minister says so"."""
    low = max(0, speaker.start - 60)
    sentence = scan.sentence_at(speaker.start)
    front = scan.words(max(low, sentence.start if sentence else low), speaker.start)
    return (
        bool(_NOBODY.search(scan.words(max(0, speaker.start - 16), speaker.start)))
        or bool(_SUPPOSED.search(front) if _SUPPOSES.stands(scan, low, speaker.start) else None)
        or speaker.name.startswith(("No ", "Neither", "None ", "Nobody"))
    )


def _inside(scan: Scan, said: Said, other: Said) -> bool:
    """Words within a quotation, or reported within reported words: "A said B denounced the attack"."""
    if other.direct:
        return other.start <= said.start < other.stop
    nested = other.start <= said.speaker.start < said.start < other.stop
    return nested and "," not in scan.words(other.start, said.speaker.start)


def _within(said: Said, recent: list[Said]) -> list[Said]:
    """Earlier finds that turn out to be part of what somebody else says: "A urged B, C said"."""
    return [s for s in recent if said.start < s.start < said.stop and not (said.direct or s.direct)]


def _places(scan: Scan, quotes: list[Quotation]) -> Iterator[tuple[Sentence, Hit, int]]:
    """The verbs of saying outside quotations, each with its sentence and where its clause begins."""
    for hit in scan.within(0, len(scan.characters), *VERBS, PARTICIPLE, VIEW):
        if around(quotes, hit.start) or _HELD_TO_BE.match(scan.small, hit.start):
            continue
        sentence = scan.sentence_at(hit.start)
        if sentence is None or is_headline(scan, sentence):
            continue
        at = bisect_right(quotes, hit.start, key=lambda q: q.close) - 1
        low = max(sentence.start, quotes[at].close) if at >= 0 else sentence.start
        clause = scan.characters.rfind("; ", max(low, hit.start - _LONG), hit.start)
        low = clause + 2 if clause >= 0 else low
        line = scan.characters.find("\n", hit.stop, min(sentence.stop, hit.stop + 4 * _LONG))
        if line > 0:
            sentence = replace(sentence, stop=line)
        yield sentence, hit, low


def _read(place: Place) -> list[Said]:
    for rule in _rules_for(place.hit.label):
        found = list(rule(place))
        if found:
            for said in found:
                place.scan.note("statements", said.start, rule)
            return found
    return []


RULES: tuple[Callable[[Place], Iterator[Said]], ...] = (
    source,
    view,
    as_said,
    participle,
    passive,
    behind_quotation,
    before_quotation,
    behind_clause,
    reported,
)
_LABELS: dict[Callable[[Place], Iterator[Said]], Set[str]] = {
    source: {"say_source"},
    view: {VIEW},
    as_said: {"say_clause", "say_thing"},
    participle: {PARTICIPLE},
    passive: PASSIVE_LABELS,
    reported: OPENINGS.keys() - {PARTICIPLE},
}  # the labels of the verbs that a rule looks at; the others look at all


@cache
def _rules_for(label: str) -> tuple[Callable[[Place], Iterator[Said]], ...]:
    return tuple(rule for rule in RULES if label in _LABELS.get(rule, (label,)))


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
        if current is None or quote.paragraph > current[1] + 1 or not stands_alone(scan, quote):
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
