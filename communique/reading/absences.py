"""Who was not there: stayed away, sent nobody, was voted absent."""

import re

from communique.lexicon.phrases import Hit, lowered
from communique.reading.people import Cast
from communique.reading.rosters import voters
from communique.reading.rows import listed_at
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_ABSENT = re.compile(
    r"\b(?:did not|didn't|didn’t|will not|won't|not|refused to|declined to|unable to|could not) (?:attend|participate|take part|join|come|show up|travel)\b(?! and took)|\b(?:takes?|took) no part\b|\bstay(?:ed|s|ing)? (?:away|at home)\b|\b(?:called off|cancel\w*) (?:the|his|her|their) (?:trip|visit|participation|attendance|journey)\b|\b(?:was|were) not (?:there|at the table)\b|\bno seat at the table\b|\bseats? (?:was|were|remained|stayed|stood) (?:empty|vacant)\b|\bneither\b(?= [^.;,]{3,60} nor [^.;,]{3,60}? (?:attended|sent|took part|participated|came|was (?:present|represented))\b)|\bno (?:representatives?|delegations?|delegates?|envoys?|officials?|ministers?|leaders?) (?:of|from)\b(?= [^.;]{3,60}? (?:attended|took part|participated|came|(?:was|were) (?:present|there))\b)|\b(?:was|were|is|are) (?:absent|not (?:represented|present))\b|\bboycott\w*|\bskipp(?:ed|ing)\b|\b(?:sent|sends|conveyed|tendered|extended) (?:(?:his|her|their|its) )?(?:apologies|regrets)\b|\bexcused (?:himself|herself|themselves)\b|\bin the absence of\b|\babsence of\b"
)
_AWAY = Trigger(
    *(
        "not ",
        "n't",
        "n’t",
        "absen",
        "boycott",
        "skip",
        "refus",
        "declin",
        "unable",
        "no part",
        "stay",
        "called off",
        "apolog",
        "regrets",
        "excused",
        "vacant",
        "neither ",
        "no represent",
        "no deleg",
        "no envoy",
        "no offici",
        "no minist",
        "no leader",
    ),
    *("cancel", "no seat", "empty"),
)


def absence(words: str) -> re.Match[str] | None:
    """The words that say somebody was not there; a few letters tell first whether to look at all."""
    low = lowered(words)
    return _ABSENT.search(low) if any(piece in low for piece in _AWAY.pieces) else None


_WHO_STAYED = re.compile(r"\bwho $|\bwho (?:had|has) $|\bwhose (?:[\w’'-]+ ){1,4}$")


def gone(scan: Scan, start: int, stop: int) -> bool:
    """The sentence is about somebody's absence; ", who stayed at home" is an aside about one."""
    if _left_out(scan, start, stop):
        return True
    if not _AWAY.stands(scan, start, stop):
        return False
    words = scan.words(start, stop)
    match = absence(words)
    return match is not None and not _WHO_STAYED.search(words[: match.start()])


def absence_told(scan: Scan, start: int, stop: int) -> bool:
    """Whether the words between `start` and `stop` say that somebody was not there."""
    if _left_out(scan, start, stop):
        return True
    return _AWAY.stands(scan, start, stop) and _ABSENT.search(scan.small, start, stop) is not None


_EARLIER = Trigger("last ", "previous ")
_LAST_ONE = re.compile(
    r"\b(?:last|previous) (?:year|month|spring|summer|autumn|winter)[’']s (?:[\w-]+ ){0,2}(?:meeting|session|summit|conference|talks|forum|gathering)\b"
)


def other_time(scan: Scan, start: int, stop: int) -> bool:
    """ "X, who attended last year's summit": the words tell of an earlier sitting."""
    return _EARLIER.first(scan, _LAST_ONE, start, stop) is not None


def joins_a_body(scan: Scan, stop: int) -> bool:
    """ "Last year [Mali] joined the CICA as an observer": the organisation, not the meeting."""
    joined = scan.small.startswith(" joined ", stop)
    return joined and bool(scan.within(stop, stop + 16, "organisation"))


_LEFT_OUT = Trigger("without ")
_WITHOUT = re.compile(
    r"\bwithout (?:the |its |their )?(?:[a-z]+ ){0,3}(?:members|member states|countries|delegations|representatives)(?::|,| (?:of|from))"
)


def _left_out(scan: Scan, start: int, stop: int) -> list[Hit]:
    """ "It was held without its members: A and B": the countries of that list; "without members of the press" has none."""
    without = _LEFT_OUT.first(scan, _WITHOUT, start, stop)
    return listed_at(scan, without.end(), stop) if without else []


_EXCEPTED = Trigger("except")
_ALL_BUT = re.compile(
    r"\bwith the exception of (?:the )?(?=[^.;,]{3,40}, all (?:[\w-]+ ){0,3}(?:members?|states|countries)\b[^.;]{0,30} (?:attended|took part|participated|(?:was|were) (?:represented|present)))"
    r"|\ball (?:[\w-]+ ){0,3}(?:members|states|countries)(?:,? except(?: for)? |,? with the exception of )(?:the )?(?=[^.;]{3,40}? (?:attended|took part|participated|(?:was|were) (?:represented|present)))"
)


def _excepted(scan: Scan, start: int, stop: int) -> list[Hit]:
    """ "All members except A attended", "with the exception of A, all members were represented": the countries excepted."""
    stands = _EXCEPTED.stands(scan, start, stop)
    but = _ALL_BUT.search(scan.small, start, stop) if stands else None
    return listed_at(scan, but.end(), stop) if but else []


_BEHIND = re.compile(r"(?:in the )?absence of$|neither|no ", re.I)
_CAME = re.compile(r" (?:attended|sent|took part|participated|came|was|were)\b")


def _behind(words: str, match: re.Match[str]) -> int:
    """Where those end who are told behind "in the absence of", "no minister from", "neither (A nor B)": at the verb, if one follows."""
    verb = None if match[0].lower().endswith("absence of") else _CAME.search(words, match.end())
    return verb.start() if verb else len(words)


_ROLL = re.compile(r"\babsent(?: [a-z]+)? ?[(:] ?")


def absent(scan: Scan, cast: Cast, sentence: Sentence) -> list[tuple[str, tuple[int, int]]]:
    """Countries and people of whom the sentence says that they were not there."""
    words = scan.words(sentence.start, sentence.stop)
    votes = voters(scan, sentence)
    if votes and votes[1]:
        return votes[0]
    without = _left_out(scan, sentence.start, sentence.stop) or _excepted(scan, sentence.start, sentence.stop)
    if without:
        return [(h.value, (h.start, h.stop)) for h in without]
    counted = _ROLL.search(scan.small, sentence.start, sentence.stop) if "absent" in words else None
    if counted:
        return [(h.value, (h.start, h.stop)) for h in listed_at(scan, counted.end(), sentence.stop)]
    match = absence(words) if _AWAY.stands(scan, sentence.start, sentence.stop) else None
    if match is None:
        return []
    low = sentence.start
    place = sentence.start + match.start()
    span = (
        (sentence.start + match.end(), _behind(words, match) + low)
        if _BEHIND.match(match[0])
        else (low, place)
    )
    found = [(h.value, (h.start, h.stop)) for h in scan.within(*span, "country")]
    people = [(p.name, (a, b)) for a, b, p in cast.at(*span)]
    return people or found
