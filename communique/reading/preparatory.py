"""Two sittings of which one prepares the other: "the preparatory meeting for the 49th session, to be held in Lima, opened in Quito"."""

import re
from typing import NamedTuple

from msgspec.structs import replace

from communique.reading.drafts import Draft
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting
from communique.reading.standing import status_of

_THE = r"(?:the |its |their |an? )?(?:[\w’'-]+ ){0,3}$"
_FOR_IT = re.compile(rf"(?:[^.;:“”\"]{{0,80}})? (?:for|to|of|ahead of|prior to|before) {_THE}")
_AHEAD = re.compile(
    r"(?:[^.;:“”\"]{0,80})? (?:(?:in )?preparation (?:for|of|to)|preparatory (?:for|to|of)|to prepare(?: for)?|ahead of|in the (?:run|lead)[- ]?up to|in advance of|prior to) "
    + _THE
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|will|has|have|had|kicks?|kicked|opened|opens|began|begins|started|starts|took|concluded|ended|got|convened|held|discussed|adopted|approved)\b"
)
_TO_COME = re.compile(
    r"(?: of [^,.;]{3,60}?)?(?: \([A-Z0-9-]+\))?,? (?:(?:which|that) (?:will|is|are|would)\b|to be (?:held|hosted|convened)|to take place|to open|scheduled|due|set for|slated|planned)"
)
_ITS_OWNER = re.compile(r" of (?:the )?(?:[A-Z][\w-]+ ){0,3}(?:[Mm]ember )?(?:[Ss]tates|[Cc]ountries)\b")
_LONGEST = 190  # characters of what is said of the second in passing


class Preparing(NamedTuple):
    """The first sitting with all that is said of the second, and where what is told of each begins and ends."""

    whole: Sitting
    first: Sentence
    second: Sentence


def preparing(scan: Scan, one: Sitting, other: Sitting, high: int) -> Preparing | None:
    """ "[The preparatory meeting] for [the summit] opened in Lima": day and city behind the second are those of the first.

    What is said up to `high` in an aside ("the summit, to be held in Quito,") is told of the second.
    """
    gap = scan.small[one.stop : other.start]
    link = _FOR_IT if "preparatory" in one.words else _AHEAD
    if len(gap) > 110 or not link.fullmatch(gap) or _VERB.search(gap):
        return None
    sentence = one.sentence
    before = replace(sentence, stop=other.start)
    if scan.dates_within(one.stop, other.start) or scan.within(one.stop, other.start, "city"):
        return Preparing(one, before, replace(sentence, start=other.start, stop=high))
    coming = _TO_COME.match(scan.characters, other.stop, high)
    if coming is None:
        owner = _ITS_OWNER.match(scan.characters, other.stop, high)
        end = owner.end() if owner else other.stop
        if link is _AHEAD and not _VERB.match(scan.small, end + 1, high):
            return None  # "talks ahead of the summit in Lima": what stands behind is the summit's
    else:
        end = _end_of_aside(scan, coming.end(), min(high, other.stop + _LONGEST))
        if end < 0:
            return Preparing(one, before, replace(sentence, start=other.start, stop=high))
    told = replace(sentence, start=other.start, stop=end)
    own = replace(sentence, start=end if coming else sentence.start, stop=high)
    return Preparing(replace(one, stop=end), own, told)


def _end_of_aside(scan: Scan, start: int, high: int) -> int:
    """The comma behind which the verb of the first sitting stands; -1 where the sentence has none."""
    comma = scan.small.find(", ", start, high)
    while comma >= 0:
        if _VERB.match(scan.small, comma + 2, high):
            return comma
        comma = scan.small.find(", ", comma + 2, high)
    return -1


def without_aside(scan: Scan, draft: Draft, one: Sitting) -> None:
    """Take back from the first what was read in what is said of the second, behind its own phrase."""
    whole = draft.sittings[-1]
    if draft.status_at and one.stop <= draft.status_at[0] < whole.stop:
        rest = replace(one.sentence, start=whole.stop)
        draft.status, draft.status_at = status_of(scan, rest, whole.stop, whole.stop)
    if draft.stop == whole.stop:
        draft.stop = one.stop
    if draft.when and one.stop <= draft.when.at[0] < whole.stop:
        draft.when = None
    if draft.place and one.stop <= draft.place.at[0] < whole.stop:
        draft.place = None


def prepares_it(sitting: Sitting, draft: Draft) -> bool:
    """ "The preparatory meeting" behind "the summit": not that summit."""
    return "preparatory" in sitting.words and "preparatory" not in draft.words


def waits(draft: Draft, other: Sitting) -> None:
    """What is only prepared is to come, unless more is known of it."""
    if len(draft.sittings) == 1 and draft.status in ("held", "ongoing"):
        draft.status, draft.status_at = "planned", (other.start, other.stop)
