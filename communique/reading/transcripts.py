"""Words of a transcript: answers of the one who is interviewed, paragraphs that begin with a speaker's name."""

import re
from collections.abc import Iterator
from itertools import groupby

from communique.reading.sayings import Said
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.speakers import Voices
from communique.reading.speaking_phrases import Speaker

_TALKS = (
    "press",
    "interview",
    "briefing",
    "remarks",
    "speech",
    "address",
    "question",
    "transcript",
    "q&",
    "q &",
    "qand",
    "q and",
)
_HEADING = re.compile(
    r"\b(?:press conference|interview|briefing|remarks|speech|address|questions?|q ?(?:&|and) ?a|transcript)\b[^.\n:]{0,30}?\b(?:by|of|with|from|to)\s"
)
_ANSWER = re.compile(
    r"(?:(?:A|Answer|ANSWER)(?:\s?[:.]|[ \t]*\n)|\((?P<office>[A-Z][\w ]{2,40})\)\s?[:.]?)\s+(?=[\w“\"])"
)
_LABEL = re.compile(
    r"^[ \t]*(?:The\s[^\n:()]{4,110}\()?\[?(?P<name>[A-ZÀ-Þ][\w\u2024.’' -]{1,40})\)?(?:\][ \t]?:?[ \t]+|[ \t]?:\s+)(?=[A-ZÀ-Þ“\"])",
    re.M,
)
_LABEL_ENDS = re.compile(r"[:\]]\s")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_SENTENCE = re.compile(r"[\w’”\"][.!?,](?:\s|$)")
_NOTED = re.compile(r"(?:\d{1,2}[.:h]\d\d(?:\s?[ap]m)?\s+)?(?P<who>[A-ZÀ-Þ][^.:;“”\"\n]{3,110}):\s+(?=[a-z])")
_RUNS = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|must|should|can|cannot|could|may|went|[a-z]+ed)\s"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")


def transcribed(scan: Scan, voices: Voices) -> Iterator[Said]:
    """Everything said in paragraphs that a label gives to a speaker, one statement a paragraph."""
    answering = _interviewed(scan, voices)
    if answering:
        for _, group in groupby(scan.sentences, key=lambda s: s.paragraph):
            said = _answer(scan, answering, list(group))
            if said:
                yield said
    labels = _labels(scan)
    whole = bool(labels) and ("transcript" in scan.small or "verbatim" in scan.small)
    edges = [*(m.start() for m in labels[1:]), len(scan.characters)]
    for label, edge in zip(labels, edges, strict=False):
        spoken = _labelled(scan, voices, label, edge, whole)
        if spoken:
            yield spoken


def _labels(scan: Scan) -> list[re.Match[str]]:
    """The labels at the beginnings of lines, found by what ends them: most lines have none."""
    text = scan.text.characters
    lines = {text.rfind("\n", 0, end.start()) + 1: None for end in _LABEL_ENDS.finditer(text)}
    found = (_LABEL.match(text, line) for line in lines)
    return [m for m in found if m and scan.sentence_at(m.start("name"))]


def _interviewed(scan: Scan, voices: Voices) -> Speaker | None:
    """The person whose press conference, interview or speech the heading announces."""
    top = scan.small[:600]
    heading = _HEADING.search(top) if any(word in top for word in _TALKS) else None
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


def _labelled(scan: Scan, voices: Voices, label: re.Match[str], edge: int, whole: bool) -> Said | None:
    """ "Minister Lindt: We have come a long way.": a person's name, and words in the first person.

    In a `whole` transcript any sentence will do; a paragraph that ends with a comma goes on in the next.
    """
    begin, stop = label.end(), _block(scan, label.end(), edge)
    if scan.characters[stop - 1] in ",:":
        stop = _block(scan, stop, edge)
    spoken = _FIRST_PERSON.search(scan.characters, begin, stop) or (
        whole and _SENTENCE.search(scan.characters, begin, stop)
    )
    speaker = voices.ending_at(label.start("name"), label.end("name")) if spoken else None
    if speaker is None or speaker.person is None:
        return None
    return Said(speaker, begin, _end(scan, stop), True)


def _block(scan: Scan, start: int, edge: int) -> int:
    """Where the lines end that begin behind `start`: at a blank line, or at `edge`."""
    text = scan.text.characters
    first = re.compile(r"\s*").match(text, start)
    begin = first.end() if first else start
    blank = _BLANK.search(text, begin, edge)
    stop = blank.start() if blank else edge
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    return stop


def noted(scan: Scan, voices: Voices) -> Iterator[Said]:
    """ "13.50 King Olav: the road is closed": a speaker and a colon, then a clause in small letters."""
    for sentence, high in _with_colon(scan):
        label = _NOTED.match(scan.characters, sentence.start, high)
        if label is None or scan.within(sentence.start, label.end(), "say"):
            continue
        start, stop = label.span("who")
        people = voices.people(start, stop)
        if not people or not _RUNS.search(scan.characters, label.end(), sentence.stop):
            continue
        speaker = voices.ending_at(start, stop)
        if len(people) != 1 and (speaker is None or speaker.person is None):
            continue
        first = people[0]
        yield Said(
            speaker if speaker and speaker.person else Speaker(first[2].name, first[0], first[1], first[2]),
            label.end(),
            _end(scan, sentence.stop),
            False,
        )


def _with_colon(scan: Scan) -> Iterator[tuple[Sentence, int]]:
    """The sentences that may begin with a label, each with the place up to which it can reach."""
    at = scan.characters.find(": ")
    while at >= 0:
        sentence = scan.sentence_at(at)
        high = min(sentence.stop, sentence.start + 130) if sentence else 0
        if sentence and at + 2 <= high:
            yield sentence, high
        at = scan.characters.find(": ", sentence.stop if sentence else at + 1)


def _end(scan: Scan, stop: int) -> int:
    return stop - (scan.characters[stop - 1] in ".;,:")
