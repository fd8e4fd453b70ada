"""Lists of who was there: "Heads of delegation:" and its lines, "Norway - X, Sweden - Y", votes by roll-call."""

import re

from communique.lexicon.phrases import Hit
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

HEADING = re.compile(
    r"\b(?:heads of (?:the )?delegations?(?: (?:to|at) (?:the )?[\w ’'-]{3,70}?)?|participants|attendees|delegations|guests|attendance|present|members present|at the table|taking part|took part|part in (?:the )?[\w ]{1,40}|represented(?:,? among others,?)?(?: by)?|also seen|seen too|who came|in the room|around the table|line-up|attending(?: the [\w ]{1,40}?)?|participating(?: in (?:the )?[\w ]{1,40}?)?)(?:,? (?:were|was|are|included))?(?:,? among others)? ?:",
    re.I,
)
# "was attended by the following Heads of State or their representatives: A: X, President": the list goes on behind
_FOLLOWING = re.compile(
    r"\b(?:(?:attended|joined) (?:also )?by the (?:following|under-?listed)\b[^.:;]{0,120}"
    r"|the (?:following|under-?listed) [^.:;]{3,120}\b(?:attended|participated|took part|were present|were in attendance)\b[^.:;]{0,40}) ?:",
    re.I,
)
_HEADS = Trigger(
    *(
        "heads of",
        "participants",
        "attendees",
        "delegations",
        "guests",
        "attendance",
        "present",
        "at the table",
    ),
    *(
        "taking part",
        "took part",
        "part in",
        "represented",
        "also seen",
        "seen too",
        "who came",
        "in the room",
    ),
    *("around the table", "line-up", "attending", "participating"),
)
_LABEL = re.compile(r": | [-–—] |:\t|[ \t]{2,}|\t| \(")
_TITLE = 120  # characters of an office on a line of its own
_FEWEST = 3  # countries that label names before the line is a list of participants


def rosters(scan: Scan, cast: Cast) -> dict[int, tuple[int, int]]:
    """The sentences (by start) that list participants, each with the words that say so."""
    found: dict[int, tuple[int, int]] = {}
    cue: tuple[int, int] | None = None
    below = False  # the list begins in the sentence of its heading
    for sentence in scan.sentences:
        words = scan.words(sentence.start, sentence.stop)
        heading = _heading(scan, sentence, words) if ":" in words else None
        if heading:
            cue = heading
            found[sentence.start] = cue
            below = not words.rstrip().endswith((":", ",", ";"))
            cue = None if below and not _FOLLOWING.search(words) else cue
            continue
        people = cast.at(sentence.start, sentence.stop)
        if cue and _line(scan, sentence, people) and not (below and _told(scan, cast, sentence, people)):
            found[sentence.start] = cue
        elif not (cue and _title_line(scan, sentence, people)):
            cue = None
            own = _labelled(scan, sentence, people)
            if own:
                found[sentence.start] = own
    return found


def _heading(scan: Scan, sentence: Sentence, words: str) -> tuple[int, int] | None:
    """ "Heads of delegation:"; any line that speaks of attendance and ends in a colon."""
    known = _HEADS.stands(scan, sentence.start, sentence.stop) and HEADING.search(words)
    known = known or (_FOLLOWING.search(words) if "following" in words else None)
    if known:
        return sentence.start + known.start(), sentence.start + known.end()
    if not words.rstrip().endswith(":"):
        return None
    cues = scan.within(sentence.start, sentence.stop, "attend") or [
        h for h in scan.within(sentence.start, sentence.stop, "there") if h.value in _TAKING_PART
    ]
    return (cues[-1].start, cues[-1].stop) if cues else None


_TAKING_PART = ("participation", "participants", "delegations", "accompanied", "present")


def _title_line(scan: Scan, sentence: Sentence, people: list[tuple[int, int, Person]]) -> bool:
    """The office on a line of its own under the name: short, without a verb or a full stop."""
    words = scan.words(sentence.start, sentence.stop)
    return (
        not people
        and len(words) < _TITLE
        and not words.rstrip().endswith(".")
        and not verbs(scan, sentence.start, sentence.stop, "say", "meet", "hold", "decide")
    )


def _line(scan: Scan, sentence: Sentence, people: list[tuple[int, int, Person]]) -> bool:
    """A line of a list: it begins with a name, a country or a title, and tells nothing else."""
    if not people or people[0][0] - sentence.start > 90:
        return False
    return not verbs(scan, sentence.start, people[0][0], "say", "meet", "hold", "decide", "meeting_noun")


_SMALL = re.compile(r"\b(?!(?:of|the|and|for|to|in|on|an?|his|her|by) )[a-z]+ ")


def _told(scan: Scan, cast: Cast, sentence: Sentence, people: list[tuple[int, int, Person]]) -> bool:
    """More than titles and countries stand before the name: "The Summit paid tribute to the late X"."""
    first = min([t.start for t in cast.titles_at(sentence.start, people[0][0])], default=people[0][0])
    return _SMALL.search(scan.characters, sentence.start, first) is not None


def verbs(scan: Scan, start: int, stop: int, *labels: str) -> list[Hit]:
    """Hits of cue words (verbs of saying if no label is given) in lower case: no "States" of the United States."""
    return [h for h in scan.within(start, stop, *(labels or ("say",))) if scan.characters[h.start].islower()]


def _labelled(
    scan: Scan, sentence: Sentence, people: list[tuple[int, int, Person]]
) -> tuple[int, int] | None:
    """ "Norway - X, Sweden - Y, Finland - Z"; "Samoa: Prime Minister X" as a sentence of its own."""
    marks = []
    if not people:
        return None
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
    if scan.characters.find(":", sentence.start, sentence.stop) < 0:
        return None
    gone = _NO_VOTE.match(scan.characters, sentence.start, sentence.stop)
    line = gone or _VOTE.match(scan.characters, sentence.start, sentence.stop)
    if line is None:
        return None
    return [
        (h.value, (h.start, h.stop)) for h in scan.within(line.end(), sentence.stop, "country")
    ], gone is not None
