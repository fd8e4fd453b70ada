"""Sittings never called one: "the foreign ministers met in Minsk", "the Council adopted it on Monday", "the next is in Oslo"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from communique.lexicon.sittings import any_sitting_word, ordinal
from communique.reading.acting import acted, may_act
from communique.reading.comers import Subject, subjects_in
from communique.reading.organs import organs
from communique.reading.people import Cast
from communique.reading.scan import FAR_END, Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting
from communique.reading.triggers import Trigger
from communique.reading.unheld import no_sitting, unheld


def gatherings(scan: Scan, cast: Cast, sentence: Sentence) -> list[Sitting]:
    """Every sitting that a verb tells of, in reading order."""
    found: list[Sitting] = []
    if not _may_tell(scan, sentence):
        return found
    for rule in (
        _come_together,
        _hosted_members,
        _met_others,
        _act,
        _numbered_short,
        _elliptical,
        _hosted_next,
    ):
        for sitting in rule(scan, cast, sentence):
            if unheld(scan, sentence, sitting.start, sitting.stop):
                continue
            if not any(s.start < sitting.stop and sitting.start < s.stop for s in found):
                scan.note("meetings", sitting.start, rule)
                found.append(sitting)
    return sorted(found)


def _may_tell(scan: Scan, sentence: Sentence) -> bool:
    """One of the rules has something to begin with."""
    start, stop = sentence.start, sentence.stop
    return bool(
        scan.within(start, stop, "gather")
        or any(
            h.value == "met by" or h.value.startswith("host") for h in scan.within(start, stop, "two_meet")
        )
        or any(h.value.startswith("met") for h in scan.within(start, stop, "meet"))
        or may_act(scan, sentence)
        or _articles(scan, sentence)
        or _numbers(scan, start, stop)
    )


_GATHER = re.compile(
    rf"(?:{any_sitting_word('gather')})\b(?=[.,;)]|$| (?:in|at|on|here|there|again|today|yesterday|tomorrow|this|last|next|for|to|under|within|ahead|over|via|by|behind|late|early|earlier|separately|online|virtually|together|face|from|during|before|after|twice|one|[a-z]+ly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d)\b)(?! (?:to (?:with|each)|by (?:the|a|his)))"
)
_GAP = re.compile(
    r"(?: \([^()]{2,60}\))?(?:, (?:made up|consisting|composed|comprising|which|chaired|led|headed|set up|established|co-chaired|co-led|co-headed|co-hosted|presided|formed|created|founded|launched|hosted|convened)\b[^,;.:]{3,80}(?=,))?(?: (?:of|from|at|between) [^.;:“”\"]{2,90}?)?(?: and [^.;:,]{2,40}?)?(?:,? (?:here|there|which|who|that|will|shall|is|are|was|were|to|has|have|had|also|both|then|last|next|again|earlier|already|only|due|expected|scheduled|set|meanwhile|in turn|be|for its part|for their part|\w+ly|on \w+|today|yesterday|first)){0,6},? "
)


def _come_together(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Sitting]:
    """ "The interior ministers had conferred in Berlin", "the Lima Group will meet on July 23", "the three met again"."""
    low = sentence.start
    for hit in scan.within(sentence.start, sentence.stop, "gather", "two_meet"):
        if hit.label == "two_meet" and hit.value != "met by":
            continue  # "met by video link"
        verb = _GATHER.match(scan.small, hit.start, sentence.stop)
        if verb is None:
            continue
        for subject in subjects_in(scan, cast, max(low, hit.start - 170), hit.start):
            if _GAP.fullmatch(scan.small, subject.stop, hit.start):
                low = verb.end()
                if not no_sitting(scan, sentence, subject.start, hit.start, low):
                    yield _sitting(scan, sentence, subject, low)
                break


_HOSTED = re.compile(
    r"(?:hosts?|hosted|hosting|(?:will|to) host|convened|convenes|gathered|assembled|brought together) (?:all )?(?:the |its |his |her )?"
)
_NO_HOST = re.compile(
    r"\b(?:not|n[’']t|never|offer\w* to|ready to|refus\w+ to|wants? to|hop\w+ to|could|may|might|would|should) $"
)


def _hosted_members(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Sitting]:
    """ "India hosted the G20 finance ministers in Bengaluru": the organ that its members make up sat there."""
    for hit in scan.within(sentence.start, sentence.stop, "gather", "two_meet"):
        verb = _HOSTED.match(scan.small, hit.start, sentence.stop)
        if verb is None or _NO_HOST.search(scan.small, max(sentence.start, hit.start - 30), hit.start):
            continue
        low, high = verb.end(), min(sentence.stop, verb.end() + 90)
        for whom in subjects_in(scan, cast, low, high):
            told = whom.start == low and _THERE_THEN.match(scan.small, whom.stop, sentence.stop)
            if told and _together(whom):
                yield _sitting(scan, sentence, whom, whom.stop)
                break


_THERE_THEN = re.compile(
    r",? (?:virtually|online|here|in|at|on|for (?:talks|a (?:\w+ )?(?:meeting|summit|session|retreat|conference)))\b"
)


def _together(subject: Subject) -> bool:
    """Members who sit together as an organ that the lexicon knows."""
    return any(b.body is not None and b.body.is_organ for b in subject.bodies)


_WITH_OTHERS = re.compile(
    r"(?P<verb>met|meets|meet)(?: (?:separately|jointly|today|online|virtually|here|on [A-Z][a-z]+day))? (?:with (?:their |the |an? |[A-Z])|(?:their|the) (?:[\w’'-]+ ){0,4}(?:counterparts?|colleagues?)\b)"
)


def _met_others(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Sitting]:
    """ "NATO foreign ministers met with their counterparts from A and B": those who make up an organ sat, with others."""
    for hit in scan.within(sentence.start, sentence.stop, "gather", "meet"):
        met = _WITH_OTHERS.match(scan.characters, hit.start, sentence.stop)
        if met is None:
            continue
        for subject in subjects_in(scan, cast, max(sentence.start, hit.start - 170), hit.start):
            if _together(subject) and _GAP.fullmatch(scan.small, subject.stop, hit.start):
                if not no_sitting(scan, sentence, subject.start, hit.start, met.end("verb")):
                    yield _sitting(scan, sentence, subject, met.end("verb"))
                break


def _act(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Sitting]:
    """ "The Security Council on Saturday adopted", "EU ministers agreed on Monday": an organ that acts on a day has sat."""
    for subject, stop in acted(scan, cast, sentence):
        yield _sitting(scan, sentence, subject, stop)


_ELLIPTICAL = re.compile(
    r"(?P<phrase>(?P<which>next|last|previous|preceding|\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:th|first|second|third)|first|second|third)"
    r"(?P<noun> one| time| edition| round| rendezvous| such \w+|(?! (?:is|was|were|to|ha[ds]|will|shall|goes?|went|met|takes|took) ) (?P<short>\w{2,8}))?)"
    rf"(?P<clause>,? (?:which|as|who|with|after|held|chaired|convened)[^.;]{{3,80}})?,?(?: only)? (?:{any_sitting_word('goes')})\b"
)


_HOSTS_THE = re.compile(
    r"\b(?:(?:will|shall|(?:is|are) (?:due|expected|set|scheduled|next|next in line) to|is to|are to) (?:also )?(?:host|have|organi[sz]e|hold|receive|get)|hosts|gets|organi[sz]es|(?:place|host|venue) of) the $"
)
_THE_NEXT = re.compile(
    r"(?P<phrase>(?P<which>next|\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?th|first|second|third)(?: one| edition| round)?)(?=[.,;]|$| (?:in|on|by|at|next|this) )"
)


def _hosted_next(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Sitting]:
    """ "Quito gets the next one, in May", "Dhaka is to host the 47th": who has the next of the series."""
    for place in _articles(scan, sentence):
        match = _THE_NEXT.match(scan.small, place, sentence.stop)
        verb = match and _HOSTS_THE.search(scan.small, max(sentence.start, place - 50), place)
        if not match or not verb:
            continue
        host = scan.within(max(sentence.start, verb.start() - 40), verb.start(), "city", "country")
        number = ordinal(match["which"])
        if (
            not host
            or scan.words(host[-1].stop, verb.start()).strip()
            or (number is None and match["which"] != "next")
        ):
            continue
        at = match.span("which") if number else None
        words = frozenset({"next"})
        yield Sitting(*match.span("phrase"), "meeting", sentence, number, at, (), words, False, False, False)


def _elliptical(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Sitting]:
    """ "The next will be in Belgrade", "The 33rd is to be held in Manama", "the previous one took place there"."""
    for place in _articles(scan, sentence):
        match = _ELLIPTICAL.match(scan.small, place, sentence.stop)
        if match is None:
            continue
        short = match["short"] and scan.words(*match.span("short"))
        if short and not _SHORT.fullmatch(short):
            continue
        word = match["which"]
        number = ordinal(word)
        if number is None and word not in ("next", "last", "previous", "preceding"):
            continue
        at = (match.start("which"), match.end("which"))
        words = frozenset({"next" if number is None and word == "next" else word})
        yield Sitting(
            *match.span("phrase" if match["noun"] and not match["clause"] else 0),
            "meeting",
            sentence,
            number,
            at if number else None,
            (),
            words,
            False,
            False,
            False,
        )


_SHORT = re.compile(r"[A-Z]{2,7}s?")  # "the last FOCs were held in 2011"
_THE = re.compile(r"the (?=next|last|prev|prec|\d|[a-z-]+(?:th|st|nd|rd)\b)")


def _articles(scan: Scan, sentence: Sentence) -> list[int]:
    """Where "the" is followed by an ordinal, "next" or "last": looked for once a text."""
    if "articles" not in scan.memo:
        scan.memo["articles"] = [m.end() for m in _THE.finditer(scan.small)]
    every: list[int] = scan.memo["articles"]
    return (
        every[bisect_left(every, sentence.start + 4) : bisect_left(every, sentence.stop)] if every else every
    )


_NUMBERS = Trigger("1st ", "2nd ", "3rd ", *(f"{digit}th " for digit in range(10)))
_NUMBERED = re.compile(
    r"(?P<number>\d(?<!\w\d)\d{0,2}(?:st|nd|rd|th)) (?P<short>[A-Z][A-Za-z+]{0,8}[A-Z](?:-\d+)?)(?: 20\d\d)?(?![\w-]| [A-Z])"
)
_NUMBER_BEHIND = re.compile(r"\b(?P<short>(?!COVID)[A-Z]{3,6})[ -]?(?P<number>\d{1,3})\b(?![\w.,:/%-]\d)")
_TAKES_PLACE = re.compile(
    r",?(?: (?:which|that|to be|will be|is being|was|is|being|had been|has been|had|has))? (?:held|taken place|took place|take place|takes place|will take place|hosted|convened|scheduled|slated|concluded|opened|kicked off|starts|began|ended)\b"
)
_SAT = re.compile(
    r" (?:(?:had|has) (?:taken place|been held)|took place|was held|will be held|will take place|convened)\b"
)
_AT = re.compile(
    r"\b(?:at|during|until|days? of|attend\w*|hosts?|hosted|hosting|participat\w+ (?:in|at)|part in|(?:sidelines|margins|outcomes?|opening|conclusion) of|ahead of|chair\w*|conven\w+|prepar\w+ for) (?:the |its |their )?$"
)


def _numbers(scan: Scan, start: int, stop: int) -> list[re.Match[str]]:
    """Short forms with a number between `start` and `stop`; most texts have none."""
    if "numbered" not in scan.memo:
        stands = _NUMBERS.stands(scan, 0, FAR_END)
        found = list(_NUMBERED.finditer(scan.characters)) if stands else []
        found += _NUMBER_BEHIND.finditer(scan.characters)
        scan.memo["numbered"] = sorted(found, key=re.Match.start)
    every: list[re.Match[str]] = scan.memo["numbered"]
    return [m for m in every if start <= m.start() and m.end() <= stop] if every else every


def _numbered_short(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Sitting]:
    """ "the 12th HMM took place in Oslo", "on the sidelines of the 4th HMM", "HMM 12 ended": a short form with a number."""
    for match in _numbers(scan, sentence.start, sentence.stop):
        start, stop = match.start(), match.end()
        before = scan.small[max(sentence.start, start - 40) : start]
        if _TAKES_PLACE.match(scan.small, stop, sentence.stop) or _AT.search(before):
            named = tuple(n for n in organs(scan, start, stop) if n.body and n.body.is_organ)
            if match.re is _NUMBER_BEHIND and not named and not _SAT.match(scan.small, stop, sentence.stop):
                continue  # "at CVN 76"
            words = frozenset(scan.small[start:stop].split())
            number = ordinal(match["number"]) or int(match["number"])
            yield Sitting(
                start,
                stop,
                "meeting",
                sentence,
                number,
                match.span("number"),
                named,
                words,
                True,
                False,
                False,
            )


def _sitting(scan: Scan, sentence: Sentence, subject: Subject, stop: int) -> Sitting:
    """The sitting that a subject and its verb tell of."""
    told = scan.small[subject.start : stop]
    words = set(re.findall(r"[\w’'-]+", told)) - {"met", "meet", "the"}
    if re.search(r"\bagain\b", scan.small[stop : stop + 8]) or re.search(r"\bnext\b|\bagain\b", told):
        words.add("next")
    if re.search(r"\blast\b", told):
        words.add("last")
    return Sitting(
        subject.start,
        stop,
        "meeting",
        sentence,
        None,
        None,
        subject.bodies,
        frozenset(words),
        False,
        False,
        False,
    )
