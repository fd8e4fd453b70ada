"""Words of a transcript: answers of the one who is interviewed, paragraphs that begin with a speaker's name."""

import re
from collections.abc import Iterator
from itertools import groupby

from communique.reading.sayings import Said
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.speakers import Voices
from communique.reading.speaking_phrases import Speaker

_HEADING = re.compile(
    r"\b(?:press conference|interview|briefing|remarks|speech|address|questions?|q ?(?:&|and) ?a|transcript)\b[^.\n:]{0,30}?\b(?:by|of|with|from|to)\s",
    re.I,
)
_ANSWER = re.compile(r"(?:A|Answer|ANSWER|\((?P<office>[A-Z][\w ]{2,40})\))\s?[:.]?\s+(?=[\w“\"])")
_LABEL = re.compile(r"[A-ZÀ-Þ][\w.’' -]{1,40}(?=:\s+[A-ZÀ-Þ])")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")


def transcribed(scan: Scan, voices: Voices) -> Iterator[Said]:
    """Everything said in paragraphs that a label gives to a speaker, one statement a paragraph."""
    answering = _interviewed(scan, voices)
    for _, group in groupby(scan.sentences, key=lambda s: s.paragraph):
        of_paragraph = list(group)
        said = _answer(scan, answering, of_paragraph) if answering else None
        said = said or _labelled(scan, voices, of_paragraph)
        if said:
            yield said


def _interviewed(scan: Scan, voices: Voices) -> Speaker | None:
    """The person whose press conference, interview or speech the heading announces."""
    heading = _HEADING.search(scan.characters, 0, 600)
    if heading is None:
        return None
    line = scan.characters.find("\n", heading.end())
    people = voices.people(heading.end(), min(heading.end() + 80, line if line > 0 else len(scan.characters)))
    if not people:
        return None
    start, stop, person = people[0]
    return Speaker(person.name, start, stop, person)


def _answer(scan: Scan, answering: Speaker, paragraph: list[Sentence]) -> Said | None:
    """ "A: We agreed to meet again.", "(Minister) I came back yesterday."."""
    start, stop = paragraph[0].start, paragraph[-1].stop
    label = _ANSWER.match(scan.characters, start, stop)
    if label is None or (label["office"] and not scan.within(start, label.end(), "office")):
        return None
    return Said(answering, label.end(), _end(scan, stop), True)


def _labelled(scan: Scan, voices: Voices, paragraph: list[Sentence]) -> Said | None:
    """ "Minister Lindt: We have come a long way.": a person's name, and words in the first person."""
    start, stop = paragraph[0].start, paragraph[-1].stop
    label = _LABEL.match(scan.characters, start, min(stop, start + 60))
    if label is None or not _FIRST_PERSON.search(scan.characters, label.end(), stop):
        return None
    speaker = voices.ending_at(start, label.end())
    if speaker is None or speaker.person is None:
        return None
    return Said(speaker, label.end() + 2, _end(scan, stop), True)


def _end(scan: Scan, stop: int) -> int:
    return stop - (scan.characters[stop - 1] in ".;,")
