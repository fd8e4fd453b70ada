"""Exercises without the word before or behind them: in front of what they are, under a name, of a known series."""

import re
from collections.abc import Iterator

from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

At = tuple[int, int]

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s(?:of\s(?:the\s)?)?[A-ZÀ-ÖØ-Þ][\w’'-]+){0,3}"
_YEARED = (
    rf"{_CAPITALS}(?:\s(?:[A-Z]{{2}}\s)?(?:\d{{1,2}}-)?(?:(?:19|20)\d\d|\d\d)|(?<=-\d\d)|(?<=-\d\d\d\d))"
)
_APPOSED = re.compile(
    rf"(?<![\w-])(?P<name>{_YEARED}),\s(?:the|a|an|this year[’']s)\s(?:[a-z][\w-]*\s|[A-Z][\w-]*\s){{0,6}}$"
)
_LEAD = re.compile(r"(?:(?:On|In|At|The|This|Last|Next|For|During|After|Before|Since|[A-Z][a-z]+day)\s)+")
_ENDS = re.compile(
    r"[.,;:)–—]|\s(?:in|of|between|with|among|held|that|which|near|off|by|hosted|led|involving|on)\b|$"
)
_RENAMED = re.compile(
    rf"[^.;:]{{0,120}}?\bunder\s(?:the|its|their)\s(?:[a-z]+\s)?name(?:\sof)?,?\s[“\"«]?(?P<name>{_CAPITALS}(?:-\d{{2,4}}|\s(?:19|20)\d\d)?)"
)
_EDITION = re.compile(
    r"(?:-|\s)(?:\d{1,2}-)?(?:(?:19|20)\d\d(?!\d)|\d\d(?![\w,.]*\d)(?!\s(?!is|was|has)[a-z]+s\b))|\s[IVXL]{1,7}\b"
)
_OWN, _COMMON = "exercise_series", "exercise_series_common"
_PLACE = re.compile(r"\b(?:coast|river|district|hill|street|road|region|hotel|railway|trade|company)\b", re.I)


def apposed(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[At]:
    """ "Barents Rescue 2013, the search and rescue exercise, ..."."""
    if not _ENDS.match(scan.characters, stop, sentence.stop):
        return
    low = max(sentence.start, start - 110)
    match = _APPOSED.search(scan.characters, low, start)
    if match:
        lead = _LEAD.match(match["name"])
        begin = match.start("name") + (lead.end() if lead else 0)
        claimed = scan.stop_at(begin, "country", "city", "region", "people", "adjective")
        if claimed == 0 or re.search("[A-Z]", scan.words(claimed, match.end("name"))):
            yield begin, match.end("name")


def renamed(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[At]:
    """ "the five exercise together in May under the name of "Hazar-2022""."""
    match = _RENAMED.match(scan.characters, stop, sentence.stop)
    if match:
        yield match.span("name")


def of_series(scan: Scan) -> Iterator[tuple[Sentence, At]]:
    """Known series: "they took stock of Trident Juncture 18"; one word needs its number or an exercise near it."""
    for hit in (*scan.hits.get(_OWN, ()), *scan.hits.get(_COMMON, ())):
        sentence = scan.sentence_at(hit.start)
        if sentence is None or not _capitals(scan, hit) or _PLACE.match(scan.characters, hit.stop + 1):
            continue
        edition = _EDITION.match(scan.characters, hit.stop, sentence.stop)
        if edition or (hit.label == _OWN and (" " in hit.value or _near(scan, hit))):
            yield sentence, (hit.start, edition.end() if edition else hit.stop)


def _capitals(scan: Scan, hit: Hit) -> bool:
    """Each word of it begins with a capital."""
    return all(word[0].isupper() for word in scan.words(hit.start, hit.stop).split())


def _near(scan: Scan, hit: Hit) -> bool:
    """An exercise, an operation or a drill is spoken of within a few lines."""
    low, high = max(0, hit.start - 300), hit.stop + 300
    spoken = (h.value for h in scan.within(low, high, "operation"))
    return any(value not in ("mission", "campaign", "training", "trainings") for value in spoken)
