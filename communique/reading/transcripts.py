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
_LABEL = re.compile(
    r"\[?(?P<name>[A-ZÀ-Þ][\w.’' -]{1,40})(?:\]\s?:?(?=\s+[A-ZÀ-Þ“\"])|(?=\s?:\s+[A-ZÀ-Þ“\"]))"
)
_ANNOUNCED = re.compile(r"[^:.\n]{3,80}:\s{2,}(?=\S)")
_COLON_GAP = re.compile(r"\s?:?\s*")
_SENTENCE = re.compile(r"[\w’”\"][.!?,](?:\s|$)")
_NOTED = re.compile(r"(?:\d{1,2}[.:h]\d\d(?:\s?[ap]m)?\s+)?(?P<who>[A-ZÀ-Þ][^.:;“”\"\n]{3,110}):\s+(?=[a-z])")
_RUNS = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|must|should|can|cannot|could|may|went|[a-z]+ed)\s"
)
_TRANSCRIPT = re.compile(r"\b[Tt]ranscript|\b[Vv]erbatim|TRANSCRIPT")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s)\b")


def transcribed(scan: Scan, voices: Voices) -> Iterator[Said]:
    """Everything said in paragraphs that a label gives to a speaker, one statement a paragraph."""
    answering = _interviewed(scan, voices)
    whole = _TRANSCRIPT.search(scan.characters) is not None
    open_: Said | None = None
    for _, group in groupby(scan.sentences, key=lambda s: s.paragraph):
        of_paragraph = list(group)
        said = _answer(scan, answering, of_paragraph) if answering else None
        said = said or _labelled(scan, voices, of_paragraph, whole)
        if open_ and not said:
            yield open_._replace(stop=_end(scan, of_paragraph[-1].stop))
        elif open_:
            yield open_
        unended = said is not None and scan.characters[said.stop : said.stop + 1] in (",", ":")
        open_ = said if unended else None
        if said and not unended:
            yield said
    if open_:
        yield open_


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


def _labelled(scan: Scan, voices: Voices, paragraph: list[Sentence], whole: bool) -> Said | None:
    """ "Minister Lindt: We have come a long way.": a person's name, and words in the first person.

    In a `whole` transcript any sentence will do.
    """
    start, stop = paragraph[0].start, paragraph[-1].stop
    label = _LABEL.match(scan.characters, start, min(stop, start + 60))
    heading = _ANNOUNCED.match(scan.characters, start, stop) if label is None else None
    if heading:
        start = heading.end()
        label = _LABEL.match(scan.characters, start, min(stop, start + 60))
    if label is None:
        return None
    gap = _COLON_GAP.match(scan.characters, label.end(), stop)
    begin = gap.end() if gap else label.end()
    spoken = _FIRST_PERSON.search(scan.characters, begin, stop) or (
        whole and _SENTENCE.search(scan.characters, begin, stop)
    )
    speaker = voices.ending_at(start + (label[0][0] == "["), label.end("name")) if spoken else None
    if speaker is None or speaker.person is None:
        return None
    return Said(speaker, begin, _end(scan, stop), True)


def noted(scan: Scan, voices: Voices) -> Iterator[Said]:
    """ "13.50 King Olav: the road is closed": a speaker and a colon, then a clause in small letters."""
    for sentence in scan.sentences:
        label = _NOTED.match(scan.characters, sentence.start, min(sentence.stop, sentence.start + 130))
        if label is None or scan.within(sentence.start, label.end(), "say"):
            continue
        start, stop = label.span("who")
        people = voices.people(start, stop)
        speaker = voices.ending_at(start, stop)
        if len(people) != 1 and (speaker is None or speaker.person is None):
            continue
        if not people or not _RUNS.search(scan.characters, label.end(), sentence.stop):
            continue
        first = people[0]
        yield Said(
            speaker if speaker and speaker.person else Speaker(first[2].name, first[0], first[1], first[2]),
            label.end(),
            _end(scan, sentence.stop),
            False,
        )


def _end(scan: Scan, stop: int) -> int:
    return stop - (scan.characters[stop - 1] in ".;,:")
