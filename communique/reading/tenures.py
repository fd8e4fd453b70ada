"""Since when and until when a person held an office, where the text says so: "took office on 1 May 2024"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.calendar import Dated
from communique.lexicon.files import load
from communique.reading.dates import When, when
from communique.reading.people import Cast, Holding, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

At = tuple[int, int]

_FAR = 120
_TRIGGER = Trigger(
    *(
        "office",
        "the post",
        "the job",
        " post ",
        "power",
        "sworn in",
        "inaugurated",
        "duties",
        "took over as",
    ),
    *("took the helm", "stepped down", "stood down", "resigned", "his term", "her term", " since ", " from "),
    *("the position", "the role", "dismissed"),
)
_DAY = r",? (?:on |in |since |from |as of |at the (?:end|beginning|start) of )?"
_OFFICE = r" [^.;:“”\"()]{0,90}?"
_TO_DAY = re.compile(rf"(?:,? (?:as|of){_OFFICE})?{_DAY}")
_AS_DAY = re.compile(_OFFICE + _DAY)
_NOT_SO = re.compile(
    r"\b(?:not|never|n[’']t|if|whether|would|should|could|may|might|will|to|before|until|when|after|since|unless)(?: (?:\w+ly|have|has|had|be|been))* $"
)
_SINCE = re.compile(r" since (?:the )?(?:(?:early|late|mid)-? ?)?")
_UNTIL = re.compile(r" (?:to|until|till|and) |\s?[-–—]\s?")
_BETWEEN = re.compile(r" (?:from|between) ")


class Tenure(NamedTuple):
    """A stated beginning and end of a holding, with the words that say each."""

    start: str | None = None
    start_at: At | None = None
    end: str | None = None
    end_at: At | None = None


def tenures(scan: Scan, who: Cast) -> dict[int, Tenure]:
    """`id(holding)` -> when it began and ended, where a sentence ties days to the office of one person.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> text = scan("Foreign Minister Ana Lopez, who took office on 3 May 2023, opened the session.")
    >>> [t.start for t in tenures(text, cast(text)).values()]
    ['2023-05-03']
    """
    found: dict[int, Tenure] = {}
    for sentence in scan.sentences:
        if not _TRIGGER.stands(scan, sentence.start, sentence.stop):
            continue
        for phrase, dated in _told(scan, sentence):
            holding = _whose(scan, who, sentence, phrase, dated)
            told = holding and _tenure(scan, phrase, dated)
            if holding and told:
                found.setdefault(id(holding), told)
    return found


@cache
def _phrases() -> re.Pattern[str]:
    words = load("en/tenure.yml")
    kinds = (f"(?P<{kind}>{'|'.join(map(re.escape, words[kind]))})" for kind in ("taken", "left", "held"))
    return re.compile(rf"\b(?:{'|'.join(kinds)})\b")


_PHRASES = Trigger(*(word for kind in ("taken", "left", "held") for word in load("en/tenure.yml")[kind]))


def _told(scan: Scan, sentence: Sentence) -> Iterator[tuple[re.Match[str], Dated]]:
    """The phrases of the sentence, each with the day right behind it."""
    days = scan.dates_within(sentence.start, sentence.stop)
    if not days:
        return
    for phrase in _PHRASES.each(scan, _phrases(), sentence.start, sentence.stop):
        dated = next((d for d in days if phrase.end() <= d.start < phrase.end() + _FAR), None)
        if dated and not _NOT_SO.search(scan.small, max(sentence.start, phrase.start() - 20), phrase.start()):
            yield phrase, dated


def _tenure(scan: Scan, phrase: re.Match[str], dated: Dated) -> Tenure | None:
    told = when(scan, dated)
    if told is None:
        return None
    if phrase["held"]:
        return _held(scan, dated, told)
    behind = _AS_DAY if phrase[0].endswith(" as") else _TO_DAY
    if not behind.fullmatch(scan.small, phrase.end(), dated.start) or told.start != told.end:
        return None
    return Tenure(told.start, told.at) if phrase["taken"] else Tenure(end=told.start, end_at=told.at)


def _held(scan: Scan, dated: Dated, told: When) -> Tenure | None:
    """ "since 2017"; "from 2014 to 2019", also where the two days are told apart."""
    if _ends_with(_SINCE, scan.small, dated.start):
        return Tenure(told.start, told.at)
    if not _ends_with(_BETWEEN, scan.small, dated.start):
        return None
    if told.start != told.end:
        return Tenure(told.start, told.at, told.end, told.at)
    other = next(iter(scan.dates_within(dated.stop, dated.stop + 24)), None)
    last = other and _UNTIL.fullmatch(scan.small, dated.stop, other.start) and when(scan, other)
    return Tenure(told.start, told.at, last.end, last.at) if last else None


def _ends_with(pattern: re.Pattern[str], small: str, stop: int) -> bool:
    return any(m.end() == stop for m in pattern.finditer(small, max(0, stop - 24), stop))


def _whose(scan: Scan, who: Cast, sentence: Sentence, phrase: re.Match[str], dated: Dated) -> Holding | None:
    """The office meant: the one named behind the phrase, else the only one of the person named before it."""
    people = who.at(sentence.start, phrase.start())
    if not people or _crowded(scan, people, phrase.start()):
        return None
    person = people[-1][2]
    titles = [t.core_start for t in who.titles_at(phrase.end(), dated.start)]
    named = [h for h in person.holdings if h.title.core_start in titles]
    if named:
        return named[0]
    if phrase["held"] or titles or len(person.holdings) != 1:
        return None
    return person.holdings[0]


def _crowded(scan: Scan, people: list[tuple[int, int, Person]], until: int) -> bool:
    """More than one could be meant: "A and B, who took office", or words of another clause lie between."""
    between = scan.small[people[-1][1] : until]
    joined = len(people) > 1 and scan.small[people[-2][1] : people[-1][0]].strip() in ("and", ",", "&")
    return joined or bool(re.search(r"[.;:“”\"]| (?:that|whose|and|but) ", between))
