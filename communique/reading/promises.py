"""One promise as a clause tells it: where it begins and ends, whether it is sure, whether it has a day."""

import re
from collections.abc import Callable
from typing import NamedTuple

from communique.lexicon.calendar import NO_MONTH
from communique.lexicon.commitments import commitment_words
from communique.lexicon.phrases import Hit
from communique.model.span import Span
from communique.reading.dates import relative, when
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Promise(NamedTuple):
    """The clause at `start, stop` that says what is to happen; who does it stands at `who`, if said."""

    start: int
    stop: int
    who: tuple[int, int] | None
    cue: tuple[int, int]


Rule = Callable[[Scan, Sentence, Hit], Promise | None]

NOT = re.compile(
    rf"\b(?:not|n[’']t|never|nobody|neither|if|unless|whether|hop\w+|anticipat\w+|believ\w+|confident|{NO_MONTH}|might|could|possibly|perhaps|predict\w*|forecast\w*|when|once|until|no|how|refus\w+|claim\w*|warn\w*)\b[^,;.]{{0,60}}$",
    re.I,
)
_SAID = re.compile(r"\b(?:said|noted|added|announced|reported|confirmed|stressed)(?:\sthat)?\s$")


def is_unsure(scan: Scan, sentence: Sentence, hit: Hit, start: int, dated: bool = False) -> bool:
    """Denied, conditional, hoped for; "would" counts only in what somebody announces."""
    before = scan.words(max(sentence.start, hit.start - 80), hit.start)
    after = scan.words(hit.stop, hit.stop + 8)
    if (
        scan.words(sentence.start, sentence.start + 3).lower() in ("if ", "sho")
        or NOT.search(before)
        or re.match(r"\s(?:not|never)\b", after)
    ):
        return True
    return (
        hit.value == "would"
        and not dated
        and not _SAID.search(scan.words(max(sentence.start, start - 30), start))
    )


_REACH = 700  # characters: no clause is longer, and a text without full stops stays linear
_INTRO = re.compile(
    r"(?:(?:During|At|In|On|Within|As|Following|After|Before|Also|Under|Moreover|Furthermore|Additionally|Thus|For|According|Meanwhile|Earlier|Ahead|With|Finally|However)\b[^,;]{0,110},\s)+"
)
_BREAK = re.compile(
    r"[;:]\s|\b(?:said|says|noted|added|announced|reported|confirmed|stressed|agreed|adding|saying|noting|stating)\s(?:that\s)?|,\s(?:and|while|but|adding that|saying that)\s|\sand\s(?:that\s)?(?=(?:the\s)?\S+\s(?:will|is|are|would|shall)\b)|[“\"](?=\S)|,\s(?=the\s(?:\w+\s){1,4}of\swhich\s)|^\d{1,2}\s(?=[A-Z])"
)


def clause_start(scan: Scan, sentence: Sentence, place: int) -> int:
    """Where the clause begins that has `place` in it."""
    low = max(sentence.start, place - _REACH)
    intro = _INTRO.match(scan.characters, low, place)
    start = intro.end() if intro else low
    for match in _BREAK.finditer(scan.characters, start, place):
        if match[0].startswith(", and") and not re.search(
            r"\b(?:will|is|are|was|were|has|have|ed)\b|ed\s", scan.words(start, match.start())
        ):
            continue
        if match.end() < place:
            start = match.end()
    return _second_half(scan, start, place)


_FINITE = re.compile(r"\s(?:was|were|is|are|has|have|had|will)\s")


_WHICH = re.compile(r", (?:(?:during|at|in|on|after|for|of) )?which\b")


def _second_half(scan: Scan, start: int, place: int) -> int:
    """ "The talks were held and (the outcome will be announced)": a verb before the "and" ends its own clause."""
    at = scan.characters.rfind(" and ", start, place)
    if at <= 0 or _WHICH.search(scan.characters, at, place):
        return start  # "the Heads of State and Government, which will be held"
    opened = [m.end() for m in _WHICH.finditer(scan.characters, start, at)]
    return at + 5 if _FINITE.search(scan.characters, opened[-1] if opened else start, at) else start


_STOP = re.compile(
    r"(?P<a>[;”»\"]|,\s(?:a|an)\s(?=[^,]*$)(?![^,]*\sand\s)|,\s(?:a|an|the)\s[^,.;]{3,60}\s(?:that|which|who|whose)\s|\sso that\s|,\s(?:said|says|according|which|who|where|while|but|adding|noting|he|she|it|they|as\s(?!well)|so|with)\b"
    r"|,\s(?:the\s)?(?:[^\s,]+\s){1,5}(?:said|says|reported|announced|noted|added|told)\b|,\s(?:and\s)?(?:will|would)\b|\sand\s(?:that|said|noted|added)\s|\s(?:according to|although|because|after which)\s)"
)


def clause_stop(scan: Scan, start: int, stop: int) -> int:
    """Where the clause that goes on at `start` ends, before `stop`."""
    stop = min(stop, start + _REACH)
    match = _STOP.search(scan.characters, start, stop)
    end = match.start() if match else stop
    while end > start and scan.characters[end - 1] in " .,;!?\n\r":
        end -= 1
    return end


def has_date(scan: Scan, start: int, stop: int) -> bool:
    """True where a day, a year or "next month" stands there."""
    return bool(scan.dates_within(start, stop)) or bool(_SOON.search(scan.words(start, stop)))


_SOON = re.compile(
    r"\b(?:tomorrow|today|tonight|next (?:week|month|year|session|meeting)|(?:this|coming|current|following) (?:week|month|year)|later|soon|within (?:the )?(?:\w+ )?(?:days|weeks|months|year|years)|over the next|shortly|by the end of)\b",
    re.I,
)


_QUARTER = re.compile(r"\b(?P<n>first|second|third|fourth) quarter of (?P<year>20\d\d)\b", re.I)
_QUARTERS = ("first", "second", "third", "fourth")


# "for the first time since 2022", "after those of 2011 and 2015"; "moved from 3 to 6 May"
_PASSED = re.compile(
    r"\b(?:since|after those of|(?:after|following) (?:an?|the|its|their) (?:[\w-]+ ){0,2}(?:meeting|session|summit|talks)(?: [^,.;:]{2,50})? on|(?<!be )(?:held|signed|adopted|approved|agreed|reached|taken) (?:in|on))(?: early| late)? (?:\w+ and )?$"
)
_MOVED = re.compile(r"\b(?:moved|postponed|shifted|rescheduled|put off|brought forward) from $")


def due_day(scan: Scan, start: int, stop: int) -> tuple[str, Span] | None:
    """When it is due, as EDTF; a quarter of a year is 33 to 36 in the place of the month."""
    quarter = _QUARTER.search(scan.characters, start, stop)
    if quarter:
        season = 33 + _QUARTERS.index(quarter["n"].lower())
        return f"{quarter['year']}-{season}", Span(*quarter.span())
    told = [d for d in scan.dates_within(start, stop) if not _PASSED.search(scan.small, start, d.start)]
    found = [w for d in told if (w := when(scan, d, future=True))]
    found += [w for w in relative(scan, start, stop) if not _PASSED.search(scan.small, start, w.at[0])]
    best = next((w for w in found if w.exact), found[0] if found else None)
    if best is None:
        return None
    moved = _MOVED.search(scan.small, start, best.at[0])
    value = best.end if moved or best.start == best.end else f"{best.start}/{best.end}"
    return value, Span(*best.at)


_NAME = re.compile(r"\b[A-Z][\w’'-]+\s(?:also\s)?$")


def has_actor(scan: Scan, start: int, stop: int) -> bool:
    """A name, a state, a body, an office or "the sides" stands in the subject."""
    if scan.within(start, stop, "country", "organisation", "organ", "office", "meeting_noun"):
        return True
    words = scan.words(start, stop)
    return bool(set(words.lower().split()) & commitment_words("actors")) or _NAME.search(words) is not None
