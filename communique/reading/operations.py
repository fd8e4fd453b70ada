"""Named operations and exercises: their aim, time, stage, organiser and what became of them."""

import re
from itertools import pairwise

from communique.model.said import Operation
from communique.model.span import Evidence, Span
from communique.reading.dates import relative, when
from communique.reading.operation_names import Named, named_operations
from communique.reading.organs import organs
from communique.reading.people import Cast
from communique.reading.scan import Scan

At = tuple[int, int]


def operations(scan: Scan, cast: Cast) -> list[Operation]:
    """The operations and exercises that the text names.

    >>> from communique.reading.scan import scan
    >>> from communique.reading.people import cast
    >>> text = scan("Operation Sunrise to combat smuggling took place in May 2021.")
    >>> [(o.name, o.aim, o.when, o.status) for o in operations(text, cast(text))]
    [('Sunrise', 'combat smuggling', '2021-05', 'held')]
    """
    found: dict[str, Operation] = {}
    named = [n for n in named_operations(scan) if not _in_title(cast, n)]
    for i, one in enumerate(named):
        high = _reach(scan, named[i:])
        low = named[i - 1].high if i and named[i - 1].sentence == one.sentence else one.sentence.start
        operation = _operation(scan, one, low, max(high, one.high))
        key = _known_as(operation.name.lower(), found)
        known = found.get(key)
        found[key] = _merged(known, operation) if known else operation
    return list(found.values())


_JOINT = re.compile(r"[”\"»]?(?:,|,? and|,? as well as) (?:the )?[“\"«]?")


def _reach(scan: Scan, named: list[Named]) -> int:
    """Up to where words tell of the first of these: the next name, but of "A and B were held" to the end."""
    for one, other in pairwise(named):
        if other.sentence != one.sentence:
            break
        if not _JOINT.fullmatch(scan.words(one.stop, other.start)):
            return other.low
    return named[0].sentence.stop


def _in_title(cast: Cast, one: Named) -> bool:
    """ "Assistant Secretary-General for Peacekeeping Operations": part of an office."""
    return any(t.start <= one.low <= t.stop + 1 or t.start < one.high <= t.stop for t in cast.titles)


_YEAR = re.compile(r"[\s-]*(?:19|20)\d\d$")


def _known_as(name: str, found: dict[str, Operation]) -> str:
    """The key of the same operation named with or without its year; else the name itself."""
    bare = _YEAR.sub("", name)
    if name in found:
        return name
    if bare == name:
        return next((key for key in found if _YEAR.sub("", key) == name), name)
    return bare if bare in found else name


def _merged(one: Operation, other: Operation) -> Operation:
    """Two mentions of one operation: what the first leaves open comes from the second."""
    longer = other if len(other.name) > len(one.name) else one
    name = {"name": longer.evidence["name"]}
    return Operation(
        name=longer.name,
        aim=one.aim or other.aim,
        when=one.when or other.when,
        stage=one.stage or other.stage,
        organiser=one.organiser or other.organiser,
        status=one.status or other.status,
        evidence={**other.evidence, **one.evidence, **name, "": (*one.evidence[""], *other.evidence[""])},
    )


# --- what is said of it -------------------------------------------------------------------------------

_AIM = re.compile(
    r"(?:,\s(?:launched|conducted|held|carried out|organi[sz]ed|started|begun)\b[^,.;“”]{0,60}?\sto\s|,?\s(?:which\s)?(?:was\s|is\s|were\s|are\s)?(?:aimed at|targeting|designed to|intended to|in order to|dedicated to|with the aim of|with a view to)\s|,?\s(?:special\s|military\s)?(?:operation\s|exercises?\s)?to\s)(?P<aim>[a-z][^.,;:()“”\"]{3,160}?)(?=\s(?:took place|yielded|resulted|led|brought|allowed|helped|showed|kicked off|concluded|was held|were held|has been|have been|will be|will take|was|were|is being|are being|began|started|ended)\b|[.,;:()“”\"]|\sas well as\s|\sand the\s|$)"
)
_NO_AIM = re.compile(r"(?:be|take|the|a|an|its|their|this|date|end|begin|start|continue|which|\d)\b")
_STAGE = re.compile(
    r"\b(?P<stage>(?:the\s)?(?:first|second|third|fourth|final|last|next|initial|active|main|\d(?:st|nd|rd|th))\s(?:stage|phase|leg)s?)\b",
    re.I,
)
_ORGANISER = re.compile(
    r"(?i)\b(?:under the (?:auspices|aegis|leadership|direction|coordination|co-ordination|guidance|umbrella) of|organi[sz]ed by|conducted by|carried out by|coordinated by|co-ordinated by|led by|run by|hosted by|initiated by)\s(?:the\s)?"
)
_STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cancelled", re.compile(r"\b(?:cancel(?:led|ed)|called off|scrapped)\b")),
    ("postponed", re.compile(r"\b(?:postponed|put off)\b")),
    (
        "planned",
        re.compile(
            r"\b(?:will|to be held|is planned|are planned|planned for|scheduled|upcoming|forthcoming|is expected|are expected|is to|are to|plans? to (?:hold|conduct|stage)|(?:agreed|decided|intends?) to (?:hold|conduct|stage|carry out|launch)|due to|next year|preparations? for)\b"
        ),
    ),
    (
        "ongoing",
        re.compile(
            r"\b(?:underway|under way|is taking place|are taking place|is being|are being|ongoing|(?:is|are) (?:holding|conducting|staging|carrying out)|continues|is in progress|has begun|have begun)\b"
        ),
    ),
    (
        "held",
        re.compile(
            r"\b(?:took place|held|conducted|carried out|ended|concluded|completed|began|started|opened|participated|took part|was|were|during|after|within|yielded|resulted|in the course of|following|launched|hosted|ran)\b",
            re.I,
        ),
    ),
)


def _operation(scan: Scan, one: Named, low: int, high: int) -> Operation:
    evidence: Evidence = {
        "": (Span(one.sentence.start, one.sentence.stop),),
        "name": (Span(one.start, one.stop),),
    }
    aim = _aim(scan, one, high)
    dated = _when(scan, one, low > one.sentence.start or high < one.sentence.stop)
    stage = _stage(scan, one, low)
    organiser = _organiser(scan, one, low, high)
    status = _status(scan, one, high)
    for slot, at in (
        ("aim", aim),
        ("when", dated and dated[1]),
        ("stage", stage),
        ("organiser", organiser and organiser[1]),
        ("status", status and status[1]),
    ):
        if at:
            evidence[slot] = (Span(*at),)
    return Operation(
        name=" ".join(scan.words(one.start, one.stop).split()),
        aim=scan.words(*aim) if aim else None,
        when=dated[0] if dated else None,
        stage=scan.words(*stage) if stage else None,
        organiser=organiser[0] if organiser else None,
        status=status[0] if status else None,
        evidence=evidence,
    )


def _aim(scan: Scan, one: Named, high: int) -> At | None:
    """ "to combat drug trafficking", "aimed at identifying crimes"."""
    match = _AIM.match(scan.characters, one.high, min(high, one.high + 260))
    if match is None:
        match = re.compile(r"(?:\s\w+){0,3}" + _AIM.pattern).match(
            scan.characters, one.high, min(high, one.high + 260)
        )
    if match is None or _NO_AIM.match(match["aim"]):
        return None
    stop = match.end("aim")
    return match.start("aim"), stop


def _when(scan: Scan, one: Named, several: bool) -> tuple[str, At] | None:
    """The date of the sentence nearest to the name, of `several` names behind it if any: "A in May and B in June"."""
    future = bool(_STATUS[1][1].search(scan.words(one.sentence.start, one.sentence.stop)))
    found = []
    for dated in scan.dates_within(one.sentence.start, one.sentence.stop):
        if one.start <= dated.start < one.stop:
            continue
        meant = when(scan, dated, future)
        if meant:
            value = meant.start if meant.start == meant.end else f"{meant.start}/{meant.end}"
            found.append((abs(dated.start - one.start), value, meant.at))
    for other in relative(scan, one.sentence.start, one.sentence.stop):
        found.append((abs(other.at[0] - one.start), other.start, other.at))
    found = [
        dated for dated in found if len(dated[1]) >= len("2023-05-11")
    ] or found  # "the plan for 2023" names no day
    behind = [dated for dated in found if dated[2][0] >= one.stop] if several else []
    return min(behind or found)[1:] if found else None


def _stage(scan: Scan, one: Named, low: int) -> At | None:
    """ "the first stage of the operation": said before the name in the same clause."""
    found = list(_STAGE.finditer(scan.characters, max(low, one.low - 80), one.low))
    match = found[-1] if found else None
    if match is None:
        return None
    start = match.start("stage") + (4 if match["stage"].lower().startswith("the ") else 0)
    return start, match.end("stage")


def _organiser(scan: Scan, one: Named, low: int, high: int) -> tuple[str, At] | None:
    """Who runs it, by official name: "under the auspices of the committee" means the committee named before."""
    for match in _ORGANISER.finditer(scan.characters, low, high):
        for named in organs(scan, match.end(), min(high, match.end() + 120)):
            if named.start - match.end() < 4:
                return named.name, (named.start, named.stop)
        words = re.compile(
            r"(?P<word>[Cc]ommittee|[Cc]ouncil|[Ss]ecretariat|[Oo]rgani[sz]ation|[Cc]ommission)\b"
        ).match(scan.characters, match.end())
        if words:
            meant = _named_before(scan, words["word"].lower(), match.start())
            if meant:
                return meant, (words.start(), words.end())
    return None


def _named_before(scan: Scan, word: str, place: int) -> str | None:
    """The last body before `place` whose name has `word` in it."""
    for sentence in reversed([s for s in scan.sentences if s.start < place]):
        for named in reversed(organs(scan, sentence.start, min(place, sentence.stop))):
            if word[:7] in named.name.lower():
                return named.name
    return None


def _status(scan: Scan, one: Named, high: int) -> tuple[str, At] | None:
    """Held, ongoing, planned or cancelled, by the verbs around the name; behind it first."""
    for low, stop in ((one.stop, high), (one.sentence.start, one.start)):
        for status, pattern in _STATUS:
            for match in pattern.finditer(scan.characters, low, stop):
                if stop != one.start or match[0] not in ("was", "were"):
                    return status, match.span()  # but not "ministers were briefed about Operation Tentacle"
    return None
