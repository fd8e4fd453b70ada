"""What a number counts where the sentence has a shape of its own: votes, totals, parts, members, owners."""

import re
from typing import NamedTuple

from communique.reading.measured import Number
from communique.reading.scan import Scan

At = tuple[int, int]


class Counted(NamedTuple):
    """What a number counts: the words, and the places they come from."""

    words: str
    at: tuple[At, ...]


def flat(words: str) -> str:
    """The words with single blanks between them."""
    return " ".join(words.split())


_OWNS = re.compile(r"(?:^|\s)(?P<what>[\w-]+(?:\s[A-ZÀ-Þ][\w-]+)*)[’'](?:s\s|(?<=s’)\s|(?<=s')\s)$")
_OF_OWNED = re.compile(r"\sof\s(?:the|its|their)\s(?P<what>[\w-]+(?:\s[\w-]+){0,2})[’']s?\s(?:\d|[a-z]+\s)")


def owned(scan: Scan, number: Number) -> Counted | None:
    """ "the road's 900 kilometres", "80 of the road's 900 kilometres": the thing that is so long."""
    part = _OF_OWNED.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 60))
    if part and not number.money and number.unit != "percent":
        return Counted(flat(part["what"]), (part.span("what"),))
    if number.unit is None or number.money or number.unit == "percent":
        return None
    low = max(number.sentence.start, number.start - 50)
    owner = _OWNS.search(scan.words(low, number.start))
    if owner is None:
        return None
    return Counted(flat(owner["what"]), ((low + owner.start("what"), low + owner.end("what")),))


_PUT = re.compile(
    r"\b(?:put|puts|putting|estimate[sd]?|estimating|set|sets)\s(?:the\s|their\s|its\s)?(?P<what>[^,;.“”\"\d]{3,60}?)\sat\s$"
)
_AND_AT = re.compile(r"\sat\s[^,;.]{1,24}\sand\s(?:the\s)?(?P<what>[^,;.\d]{3,40}?)\sat\s$")


def put_at(scan: Scan, number: Number) -> Counted | None:
    """ "puts the dead at 108 and the wounded at over 500"."""
    quoted = scan.words(number.start - 1, number.start) in ("“", '"')
    edge = number.start - quoted
    if scan.words(edge - 3, edge - 1) != "at":
        return None
    low = max(number.sentence.start, number.start - 110)
    before = scan.words(low, edge)
    match = _PUT.search(before) or _AND_AT.search(before)
    if match is None:
        return None
    return Counted(flat(match["what"]), ((low + match.start("what"), low + match.end("what")),))


_VALUED = re.compile(
    r"(?<![\w’'-])(?P<what>(?:(?!(?:\d+|signed|and|or|of|the|an?|its|their|for|on|in|to|from|with|was|were|is|are|be|been)\b)[a-zà-þ][\w’'-]*\s){1,3}|^[A-ZÀ-Þ][\w’'-]+\s)"
    r"(?:worth|valued at|totall?ing)\s(?:only\s|just\s|merely\s)?$"
)


def valued(scan: Scan, number: Number) -> Counted | None:
    """ "imported goods worth $787 million from A": the things in front, not what follows the sum."""
    if not number.money:
        return None
    low = max(number.sentence.start, number.start - 70)
    match = _VALUED.search(scan.words(low, number.start))
    if match is None:
        return None
    stop = match.start("what") + len(match["what"].rstrip())
    return Counted(flat(match["what"]), ((low + match.start("what"), low + stop),))


_MEMBERED = re.compile(
    r"-(?P<what>[Mm]embers?\s(?:(?:[\w’'-]+\s){0,4}(?:delegation|team|group|mission|committee|council|commission|panel|board|bloc|body|organi[sz]ation)s?\b|[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+){0,4}|[a-z]+))"
)


def membered(scan: Scan, number: Number) -> Counted | None:
    """ "a five-member delegation": the members of it."""
    match = _MEMBERED.match(scan.characters, number.stop, number.sentence.stop)
    return Counted(flat(match["what"]), (match.span("what"),)) if match else None


_NUMBERED = re.compile(
    r"(?:^|[,;]\s|\bthat\s)(?P<what>[^,;:.“”\"\d]{4,70}?)\s(?:now\s|currently\s|already\s)?number(?:s|ed)?\s$"
)


def numbered(scan: Scan, number: Number) -> Counted | None:
    """ "members of the bloc now number 21": those before the verb."""
    if number.unit or scan.words(number.start - 4, number.start)[-4:-1] not in ("ber", "ers", "red"):
        return None
    low = max(number.sentence.start, number.start - 90)
    match = _NUMBERED.search(scan.words(low, number.start))
    if match is None or not re.match(
        r"[.,;)]|\s?$|\s(?:and|in|by)\b", scan.words(number.stop, number.stop + 5)
    ):
        return None
    return Counted(flat(match["what"]), ((low + match.start("what"), low + match.end("what")),))


_VOTES_FOR = re.compile(
    r"(?P<votes>\svotes?)?\s(?:to|against)\s(?:\d+|[a-z-]+)\s(?:(?:an?|the)\s)?(?P<what>[^\W\d][^,.;:()“”\"]{3,60})"
)
_VOTES_AGAINST = re.compile(r"\s(?:(?:an?|the)\s)(?P<what>[^\W\d][^,.;:()“”\"]{3,60})")
_BALLOT = re.compile(r"\s(?P<what>in favou?r|against)(?=[,.;)]|\s(?:and|with)\b|$)")
_VOTED = re.compile(r"\d\svotes? (?:to|against)\s$")


def votes(scan: Scan, number: Number) -> Counted | None:
    """ "adopted by 82 votes to 24 a British draft": both numbers count votes on the thing."""
    high = min(number.sentence.stop, number.stop + 100)
    ballot = None if number.unit else _BALLOT.match(scan.characters, number.stop, high)
    if ballot:
        return Counted(ballot["what"], (ballot.span("what"),))
    if _VOTED.search(scan.words(max(0, number.start - 20), number.start)):
        match = _VOTES_AGAINST.match(scan.characters, number.stop, high)
    else:
        match = _VOTES_FOR.match(scan.characters, number.stop, high)
        match = match if match and match["votes"] else None
    return Counted(flat(match["what"]), (match.span("what"),)) if match else None


_TIMES = re.compile(r"\s(?:times(?!\s(?:the|as|more|higher|that|its)\b)|(?:separate\s)?occasions)\b")
_EVENT = re.compile(r"(?:^|[,;]\s|\bthat\s)(?P<what>[^,;:“”\"]{6,80}?)(?:\son)?\s$")


def occasions(scan: Scan, number: Number) -> Counted | None:
    """ "It was searched 150 times a day", "raised on 13 occasions": what happened so often."""
    if number.unit or not _TIMES.match(scan.characters, number.stop, number.sentence.stop):
        return None
    low = max(number.sentence.start, number.start - 90)
    match = _EVENT.search(scan.words(low, number.start))
    if match is None:
        return None
    start = low + match.start("what")
    return Counted(flat(match["what"]), ((start, start + len(match["what"])),))


_TO_TOTAL = re.compile(
    r"\b(?:taking|bringing|brings?|takes?|brought|took|raising|raises)\s(?P<what>(?:the|its|their)\s[^,;.\d]{3,60})\sto\s$"
)


def total(scan: Scan, number: Number) -> Counted | None:
    """ "bringing the number of members to 194": what is brought to that number."""
    if scan.words(number.start - 3, number.start - 1) != "to":
        return None
    low = max(number.sentence.start, number.start - 90)
    match = _TO_TOTAL.search(scan.words(low, number.start))
    if match is None or re.match(r"\s(?!in|by|this|last|and)[a-z]", scan.words(number.stop, number.stop + 6)):
        return None
    start = low + match.start("what")
    return Counted(flat(match["what"]), ((start, start + len(match["what"])),))


_PARTS = re.compile(r"\s(?:paragraphs?|pages?|points|articles|chapters|sections)\b")
_DOCUMENT = re.compile(
    r"(?P<what>(?:[A-ZÀ-Þ0-9][\w’'-]*|of|the|on|and|for)(?:\s(?:[A-ZÀ-Þ0-9][\w’'-]*|of|the|on|and|for))*),\s(?:(?:which|that)\s[\w\s]{2,24}?)?$"
)


def parts(scan: Scan, number: Number) -> Counted | None:
    """ "the Kigali Declaration, 94 paragraphs long": the parts, and the document before the comma."""
    part = _PARTS.match(scan.characters, number.stop, number.sentence.stop)
    if part is None:
        return None
    low = max(number.sentence.start, number.start - 110)
    match = _DOCUMENT.search(scan.words(low, number.start))
    at = (part.start() + 1, part.end())
    if match is None:
        return None
    start = low + match.start("what")
    document = (start, start + len(match["what"]))
    return Counted(flat(f"{scan.words(*at)} of {scan.words(*document)}"), (at, document))


_CHANGED = re.compile(
    r"(?P<what>[^,;:“”\"]{4,80}?)\s(?:to be\s|be\s|was\s|were\s|will be\s|has been\s|have been\s)?"
    r"(?:reduced|cut|lowered|raised|increased|brought|grew|grow|risen|rose|fell|dropped|expanded|enlarged|lengthened|shortened|widened|extended)\s(?:from|to|by)\s$"
)


def changed(scan: Scan, number: Number) -> Counted | None:
    """ "the number of sectors was cut from 14 to seven": a number without a noun takes the subject."""
    if number.unit or not scan.words(number.start - 5, number.start - 1).endswith(("from", "to", "by")):
        return None
    low = max(number.sentence.start, number.start - 130)
    match = _CHANGED.search(scan.words(low, number.start))
    if match is None:
        return None
    what = match["what"].rsplit(" that ", 1)[-1]
    start = low + match.start("what") + len(match["what"]) - len(what)
    return Counted(flat(what), ((start, start + len(what)),))
