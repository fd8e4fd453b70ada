"""Figures: numbers that the text claims, with what they count, over which period, by whose word."""

import re
from bisect import bisect_right

from communique.model.said import Figure, Statement
from communique.model.span import Evidence, Span
from communique.reading.counted import counted
from communique.reading.counted_nouns import is_headcount
from communique.reading.counted_shapes import At, Counted
from communique.reading.measured import Number, unit_words
from communique.reading.numbers import is_possible, numbers
from communique.reading.people import Cast
from communique.reading.quotes import Quotation, around, quotations
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger


def figures(scan: Scan, cast: Cast, statements: list[Statement]) -> list[Figure]:
    """The figures of a text, each claimed by the speaker of the statement in which it stands.

    >>> from communique.reading.scan import scan
    >>> from communique.reading.people import cast
    >>> text = scan("In 2020 over 500 people were detained.")
    >>> [(f.comparator, f.value, f.what, f.period) for f in figures(text, cast(text), [])]
    [('>', 500, 'people detained', '2020')]
    """
    claims = _Claims(statements)
    found: list[Figure] = []
    last: tuple[Number, At | None] | None = None
    for number in numbers(scan):
        if is_possible(scan, number) and claims.at(number.at) is None:
            continue
        before = (last[0], found[-1]) if last and found else None
        number = _with_unit(scan, number, before)
        what = _as_before(scan, number, before) or _of_these(scan, number, before)
        if what:
            scan.note("figures", number.start, _as_before)
        what = what or counted(scan, number)
        if what is None or _COUNTS_NOTHING.fullmatch(what.words):
            continue
        period = _period(scan, number)
        if period is None and last and last[1]:
            period = _inherited(scan, quotations(scan), last, number)
        last = (number, period)
        found.append(_figure(scan, number, what, period, claims))
    return found


_COUNTS_NOTHING = re.compile(
    r"(?i)(?:it|they|them|him|us|those|these|who|which|[ap]|[ap]\.?m|member (?:board|body|council|committee|organi[sz]ation|bloc|union|alliance|grouping|association|coalition)|(?:will|would|can|could|who|which|they|he|she|it) [a-z]+)"
)  # "34 of them", "a billion who get", "the 24-member board", "6 p.m."
_COMPARED = re.compile(r"\b(?:compared (?:to|with)|against|up from|down from|\bto\s[^,;]{1,24}\sfrom)\s$")
_UP_TO = re.compile(
    r"(?: in \d{4})? to (?:an estimated |about |around |nearly |almost |over |some |more than )?"
)
_AFTER_CHANGE = re.compile(
    r"(?: (?:last year|this year|year[- ]on[- ]year|in (?:\d{4}|[A-Z][a-z]+(?: \d{4})?)|since \d{4}|since last year))?,? (?:to|reaching|to reach|to stand at|to total|and (?:reached|amounted to|stood at|totall?ed)) (?:a total of |the )?"
)
_OF_THESE = re.compile(
    r"(?: of (?:them|whom|which|these))? (?P<done>(?:were|have been|had been|has been|was|are) (?:also |already |later |since |not )?[a-z]+(?: (?!at|in|by|on|from|to|of|for|with|as|since|during|after|before|and|while)[a-z]+)?)\b"
)
_GAPPED = re.compile(r"\s(?P<what>to\s(?:[\w’'-]+\s?){1,6})")
_ALONE = re.compile(r"[,.;)]|\s?$|\s(?:and|by|in|since|this|last)\b")


def _with_unit(scan: Scan, number: Number, before: tuple[Number, Figure] | None) -> Number:
    """ "50 million euros: 17 million in grants": the money of the number before in the same sentence."""
    if before is None or number.unit or number.value < 100000 or not before[0].money:
        return number
    same = before[0].sentence == number.sentence and not is_headcount(scan, number)
    alone = _ALONE.match(scan.words(number.stop, number.stop + 8))
    return number._replace(unit=before[0].unit, money=True) if same and alone else number


def _as_before(scan: Scan, number: Number, before: tuple[Number, Figure] | None) -> Counted | None:
    """ "7 tonnes, up from 5 tonnes"; "from 14 to seven"; "2 million gained access to water, 3 million to power"."""
    if before is None or (before[0].sentence != number.sentence and not number.unit):
        return None
    spans = tuple((s.start, s.stop) for s in before[1].evidence["what"])
    lead = scan.words(max(0, number.start - 40), number.start)
    ranged = (
        _UP_TO.fullmatch(scan.words(before[0].stop, number.start)) is not None
        and scan.words(before[0].start - 5, before[0].start) == "from "
    )
    alone = _ALONE.match(scan.words(number.stop, number.stop + 8))
    changed = before[0].unit == "percent" and number.unit != "percent"
    priced = number.money and not before[0].unit and lead.endswith(" for ")
    if priced and before[0].sentence == number.sentence and 0 < number.start - before[0].stop < 40:
        return Counted(before[1].what, spans)
    if changed and alone and _AFTER_CHANGE.fullmatch(scan.words(before[0].stop, number.start)):
        return Counted(before[1].what, spans)
    if ((number.unit or alone) and _COMPARED.search(lead)) or (ranged and alone):
        return Counted(before[1].what, spans)
    gapped = _GAPPED.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 60))
    chained = _GAPPED.match(scan.characters, before[0].stop, before[0].stop + 60)
    if gapped is None or number.unit or before[0].unit or number.value < 1000:
        return None
    if spans[0][0] < before[0].stop and not chained:
        return None
    at, verb = gapped.span("what"), spans[0]
    return Counted(" ".join(f"{scan.words(*verb)} {scan.words(*at)}".split()), (verb, at))


def _of_these(scan: Scan, number: Number, before: tuple[Number, Figure] | None) -> Counted | None:
    """ "Of the 120 detainees, 30 were released": what was done to some of those counted before."""
    if before is None or before[0].sentence != number.sentence or number.unit or before[0].unit:
        return None
    match = _OF_THESE.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 60))
    nested = _PART.search(scan.words(max(number.sentence.start, before[0].start - 12), before[0].start))
    which = scan.words(number.start - 9, number.start).endswith(("of which ", "of whom "))
    if (
        match is None
        or number.value >= before[0].value
        or not (nested or which or match[0].startswith(" of"))
    ):
        return None
    done = match["done"].split()[-1]
    if not done.endswith("ed") and done not in unit_words("happened"):
        return None
    spans = tuple((s.start, s.stop) for s in before[1].evidence["what"])
    return Counted(f"{before[1].what} {done}", (*spans, match.span("done")))


_PART = re.compile(r"(?:^|\s)[Oo](?:f|ut of) (?:the |its |their |all )?$")


def _figure(scan: Scan, number: Number, what: Counted, period: At | None, claims: "_Claims") -> Figure:
    claim = claims.at(number.at)
    places = [(number.start, number.stop), *what.at]
    evidence: Evidence = {
        "": (Span(min(places)[0], max(stop for _, stop in places)),),
        "value": (Span(number.start, number.stop),),
        "what": tuple(Span(a, b) for a, b in what.at),
    }
    if period:
        evidence["period"] = (Span(*period),)
    if claim:
        evidence["claimed_by"] = claim.evidence["speaker"]
    return Figure(
        value=number.value,
        comparator=number.comparator,
        unit=number.unit,
        what=what.words,
        period=scan.words(*period) if period else None,
        claimed_by=claim.speaker if claim else None,
        evidence=evidence,
    )


class _Claims:
    """Statements by the places of their words."""

    def __init__(self, statements: list[Statement]) -> None:
        spans = [(s.start, s.stop, i) for i, said in enumerate(statements) for s in said.evidence["text"]]
        self.spans = sorted(spans)
        self.statements = statements

    def at(self, place: int) -> Statement | None:
        """The statement in whose words `place` stands; of nested ones the innermost."""
        at = bisect_right(self.spans, (place, 1 << 60, 0)) - 1
        for start, stop, index in reversed(self.spans[max(0, at - 3) : at + 1]):
            if start <= place < stop:
                return self.statements[index]
        return None


# --- over which period --------------------------------------------------------------------------------

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIODS = Trigger(
    *("past", "last", "next", "previous", "recent", "coming", "first", "second", "same"),
    *("since", "this", "19", "20", *_MONTHS.lower().split("|")),
)
_PERIOD = re.compile(
    rf"\b(?P<a>(?:past|last|next|previous|recent|coming|first|second|same)\s(?:[\w-]+\s){{0,2}}?(?:years?|decades?|months?|weeks?|days|quarter|half)(?:\sof\s(?:the year|\d{{4}}|this year|last year))?)\b"
    rf"|(?P<b>(?i:since)\s(?:the (?:beginning|start) of (?:the year|\d{{4}}|this year)|(?:{_MONTHS})(?:\s\d{{4}})?|\d{{4}}|then|last [a-z]+))\b"
    rf"|\b(?P<c>(?i:last|this)\s(?:year|month|week))\b|\b(?i:from)\s(?P<d>(?:19|20)\d\d\s(?:to|through)\s(?:19|20)\d\d)\b"
    rf"|\b(?i:in|for|during|by)\s(?P<e>(?:(?:{_MONTHS})\s)?(?:19|20)\d\d(?:[-–/](?:20)?\d\d)?)\b|\b(?P<f>(?i:between)\s(?:19|20)\d\d\sand\s(?:19|20)\d\d)\b"
    rf"|\b(?i:from|between|in|for)\s(?P<h>(?:{_MONTHS})(?:\s(?:to|through|and)\s|\s?[-–]\s?)(?:{_MONTHS})(?:\s(?:19|20)\d\d)?)\b"
    rf"|\b(?i:in|during)\s(?P<g>(?:early |late |mid-)?(?:{_MONTHS}))\b(?!\s\d|\s?[-–])"
)


_LONE_MONTH = re.compile(rf"(?:early |late |mid-)?(?:{_MONTHS})")
_RIGHT_BEHIND = re.compile(r" (?:in|during|for|by|since|over|within) (?:the )?")


def _period(scan: Scan, number: Number) -> At | None:
    """The phrase of a period in the same sentence, the nearest when there are several."""
    best: tuple[int, At] | None = None
    for at in _periods(scan, number.sentence):
        if at[0] <= number.at < at[1] or _elsewhere(scan, number, at):
            continue
        behind = _RIGHT_BEHIND.fullmatch(scan.characters, number.stop, at[0]) if at[0] > number.stop else None
        distance = 0 if behind else abs(at[0] - number.at)
        if best is None or distance < best[0]:
            best = (distance, at)
    return best[1] if best else None


def _elsewhere(scan: Scan, number: Number, at: At) -> bool:
    """ "the council, which meets in June, has 20 seats": a month without a year belongs to its own clause."""
    if at[1] - at[0] > 14 or not _LONE_MONTH.fullmatch(scan.characters, *at):
        return False
    if at[0] - number.sentence.start < 9:
        return False
    low, high = (at[1], number.start) if at[1] <= number.start else (number.stop, at[0])
    return any(mark in scan.words(low, high) for mark in ",;:“”")


def _periods(scan: Scan, sentence: Sentence) -> list[At]:
    """The phrases of a period in a sentence: looked for once, however many numbers stand there."""
    key = ("periods", sentence.start)
    if key not in scan.memo:
        stands = _PERIODS.stands(scan, sentence.start, sentence.stop)
        matches = _PERIOD.finditer(scan.characters, sentence.start, sentence.stop) if stands else ()
        scan.memo[key] = [match.span(match.lastgroup or 0) for match in matches]
    found: list[At] = scan.memo[key]
    return found


_GOES_ON = re.compile(
    r"[“\"]?(?:Moreover|In addition|Additionally|Also|Besides|Furthermore|At the same time|In total|They|Of them|Among them|Of these|As a result|Another)\b"
)


def _inherited(
    scan: Scan, quotes: list[Quotation], last: tuple[Number, At | None], number: Number
) -> At | None:
    """The period of the sentence before, where this one goes on from it ("Moreover", the same quotation)."""
    before, period = last
    if period is None or (before.sentence == number.sentence and before.sentence.start > period[1]):
        return period
    gap = number.sentence.start - before.sentence.stop
    if not 0 <= gap <= 3:
        return None
    one = around(quotes, before.at)
    if _GOES_ON.match(scan.characters, number.sentence.start) or (one and one == around(quotes, number.at)):
        return period
    return None
