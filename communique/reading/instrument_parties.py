"""Between whom an instrument is: from its own title, else from those who signed it."""

import re

from communique.lexicon.bodies import bodies
from communique.model.span import Span
from communique.reading.instrument_titles import Title
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

Sides = tuple[tuple[str, ...], tuple[Span, ...]]

_NONE: Sides = ((), ())
_TWO = re.compile(
    r"\b(?:the|both|two|the two|three|the three)\s(?:[\w-]+\s){0,3}(?:countries|states|sides|parties|governments|councils|nations|ministries|neighbours)\b",
    re.I,
)
_END = re.compile(r"\s(?:on|for|concerning|regarding|in)\s")


def parties(scan: Scan, cast: Cast, sentence: Sentence, title: Title, verb: int) -> Sides:
    """The countries and organisations that the instrument binds; empty when the text does not say."""
    for rule in (_between, _the_two, _owner, _signers):
        found = rule(scan, cast, sentence, title, verb)
        if found[0]:
            return found
    return _NONE


def _codes(scan: Scan, start: int, stop: int, *labels: str) -> Sides:
    values: dict[str, Span] = {}
    for hit in scan.within(start, stop, *labels):
        value = bodies()[hit.value].acronym if hit.label == "organisation" else hit.value
        values.setdefault(value, Span(hit.start, hit.stop))
    return tuple(sorted(values)), tuple(sorted(values.values()))


def _between(scan: Scan, cast: Cast, sentence: Sentence, title: Title, verb: int) -> Sides:
    """ "agreement between the governments of A and B on trade"."""
    match = re.search(r"\bbetween\s", scan.words(title.head[1], title.stop))
    if match is None:
        return _NONE
    start = title.head[1] + match.end()
    end = _END.search(scan.characters, start, title.stop)
    found = _codes(scan, start, end.start() if end else title.stop, "country", "organisation", "adjective")
    return found if len(found[0]) > 1 else _NONE


def _the_two(scan: Scan, cast: Cast, sentence: Sentence, title: Title, verb: int) -> Sides:
    """ "of the two countries": those of the people of the sentence, or of the one before it."""
    match = _TWO.search(scan.words(title.start, title.stop))
    if match is None:
        return _NONE
    said = Span(title.start + match.start(), title.start + match.end())
    previous = scan.sentence_at(max(0, sentence.start - 3)) or sentence
    for low in (sentence.start, previous.start):
        countries = {p.country for _, _, p in cast.at(low, title.start) if p.country}
        if len(countries) != 2 and low == sentence.start:
            countries = {h.value for h in scan.within(low, title.start, "country", "adjective")}
        if len(countries) == 2:
            return tuple(sorted(c for c in countries if c)), (said,)
    return _NONE


def _owner(scan: Scan, cast: Cast, sentence: Sentence, title: Title, verb: int) -> Sides:
    """ "the CSTO agreement on information security" is one of the organisation's."""
    if title.kind not in ("agreement", "memorandum", "protocol"):
        return _NONE
    return _codes(scan, title.start, title.head[0], "organisation", "country", "adjective")


def _signers(scan: Scan, cast: Cast, sentence: Sentence, title: Title, verb: int) -> Sides:
    """ "Belarus and Russia signed a plan": the two countries, or people, in front of the verb."""
    if title.kind not in ("agreement", "memorandum", "protocol", "plan", "programme") or verb > title.start:
        return _NONE
    if scan.words(verb, verb + 4).lower() != "sign":
        return _NONE
    found = _codes(scan, sentence.start, verb, "country")
    people = {p.country: Span(a, b) for a, b, p in cast.at(sentence.start, verb) if p.country}
    if len(people) == 2:
        return tuple(sorted(c for c in people if c)), tuple(sorted(people.values()))
    return found if len(found[0]) == 2 else _NONE
