"""Matters told as a range or as examples: "topics ranged from A to B", "issues were discussed, including A and B"."""

import re
from collections.abc import Iterator

from communique.lexicon.agenda import agenda_words
from communique.lexicon.phrases import Hit
from communique.reading.agenda_matters import Matter, bad_start, is_generic, matters
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_CONTEXT = 90  # characters in front in which the talk, or its topics, are named
_TOPICS = frozenset(
    ("issues", "topics", "matters", "subjects", "questions", "items", "themes", "discussions", "agenda")
)
_STEP = re.compile(r",?\s(?:through\s[^.;]{3,80}?\s)?to\s")
_AND = re.compile(r",?\sand\s(?=(?:the|a|an)\s)")
_EXAMPLES = re.compile(
    r"[^.:;,“\"]{0,50},?\s(?:including|such as|among them|among which were|notably|namely)(?=\s)"
)


def ranging(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "Discussions ranged from A to B": two matters."""
    before = re.findall(r"[a-z]+", scan.small[max(sentence.start, hit.start - _CONTEXT) : hit.stop])
    if not _TOPICS & set(before) and not agenda_words("talks") & set(before[-4:]):
        return
    start = hit.stop + 1
    stop = phrase_end(scan, start, sentence.stop)
    step = _STEP.search(scan.characters, start, stop)
    if step is None or not _talked(scan, sentence, hit):
        return
    for begin, end in ((start, step.start()), (step.end(), stop)):
        if not is_generic(scan.words(begin, end)) and not bad_start(scan, begin):
            yield Matter(begin, end, (hit.start, hit.stop))


def _talked(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """The sentence tells of talk in front of the range."""
    before = scan.small[sentence.start : hit.stop]
    return (
        hit.value.startswith("range")
        or re.search(r"\b(?:discuss|talk|cover|debat|address|consider|view)", before) is not None
    )


def examples(scan: Scan, sentence: Sentence, hit: Hit, start: int, place: int) -> Iterator[Matter]:
    """ "A range of issues was discussed, including A and B": the subject at `start, place` names nothing itself."""
    if is_generic(scan.words(start, place)) or _TOPICS & set(scan.small[start:place].split()):
        behind = _EXAMPLES.match(scan.characters, hit.stop, sentence.stop)
        if behind:
            yield from matters(scan, sentence, behind.end(), hit)
