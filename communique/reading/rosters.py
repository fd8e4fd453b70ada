"""Lists of who was there: "Heads of delegation:" and its lines, "Norway - X, Sweden - Y", votes by roll-call."""

import re

from communique.lexicon.phrases import Hit
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

HEADING = re.compile(
    r"\b(?:heads of (?:the )?delegations?|participants|attendees|delegations|guests|attendance|present|members present|at the table|taking part|took part|part in (?:the )?[\w ]{1,40}|represented(?:,? among others,?)?(?: by)?|also seen|seen too|who came|in the room|around the table|line-up)(?:,? (?:were|was|are|included))?(?:,? among others)? ?:",
    re.I,
)
_LABEL = re.compile(r": | [-–—] |:\t|[ \t]{2,}|\t| \(")
_FEWEST = 3  # countries that label names before the line is a list of participants


def rosters(scan: Scan, cast: Cast) -> dict[int, tuple[int, int]]:
    """The sentences (by start) that list participants, each with the words that say so."""
    found: dict[int, tuple[int, int]] = {}
    cue: tuple[int, int] | None = None
    for sentence in scan.sentences:
        words = scan.words(sentence.start, sentence.stop)
        heading = HEADING.search(words) if ":" in words else None
        if heading:
            cue = (sentence.start + heading.start(), sentence.start + heading.end())
            found[sentence.start] = cue
            cue = cue if words.rstrip().endswith((":", ",", ";")) else None
            continue
        people = cast.at(sentence.start, sentence.stop)
        if cue and _line(scan, sentence, people):
            found[sentence.start] = cue
        else:
            cue = None
            own = _labelled(scan, sentence, people)
            if own:
                found[sentence.start] = own
    return found


def _line(scan: Scan, sentence: Sentence, people: list[tuple[int, int, Person]]) -> bool:
    """A line of a list: it begins with a name, a country or a title, and tells nothing else."""
    if not people or people[0][0] - sentence.start > 90:
        return False
    return not verbs(scan, sentence.start, people[0][0], "say", "meet", "hold", "decide", "meeting_noun")


def verbs(scan: Scan, start: int, stop: int, *labels: str) -> list[Hit]:
    """Hits of cue words (verbs of saying if no label is given) in lower case: no "States" of the United States."""
    return [h for h in scan.within(start, stop, *(labels or ("say",))) if scan.characters[h.start].islower()]


def _labelled(
    scan: Scan, sentence: Sentence, people: list[tuple[int, int, Person]]
) -> tuple[int, int] | None:
    """ "Norway - X, Sweden - Y, Finland - Z"; "Samoa: Prime Minister X" as a sentence of its own."""
    marks = []
    for hit in scan.within(sentence.start, sentence.stop, "country"):
        label = _LABEL.match(scan.characters, hit.stop, sentence.stop)
        if (
            label
            and "(" not in label[0]
            and any(
                label.end() <= a <= label.end() + (40 if hit.start == sentence.start else 12)
                for a, _, _ in people
            )
        ):
            marks.append((hit.start, hit.stop))
    if len(marks) >= _FEWEST or (
        marks and marks[0][0] == sentence.start and not verbs(scan, sentence.start, sentence.stop)
    ):
        return marks[0]
    return None


_VOTE = re.compile(
    r"\W*(?:(?:Votes? |Voted |Voting )?(?:[Ii]n favou?r|[Ff]or|[Aa]gainst)|[Aa]bstain(?:ing|ed)|[Aa]bstentions?)(?: \(\d+\))? ?: "
)
_NO_VOTE = re.compile(r"\W*(?:Absent|Not present|Not voting|Apologies)(?: \(\d+\))? ?: ")


def voters(scan: Scan, sentence: Sentence) -> tuple[list[tuple[str, tuple[int, int]]], bool] | None:
    """The countries of a roll-call line, and whether it says that they were absent; None for other lines."""
    gone = _NO_VOTE.match(scan.characters, sentence.start, sentence.stop)
    line = gone or _VOTE.match(scan.characters, sentence.start, sentence.stop)
    if line is None:
        return None
    return [
        (h.value, (h.start, h.stop)) for h in scan.within(line.end(), sentence.stop, "country")
    ], gone is not None
