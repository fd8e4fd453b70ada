"""Figures: numbers that the text claims, with what they count, over which period, by whose word."""

import re
from bisect import bisect_right

from communique.model.said import Figure, Statement
from communique.model.span import Evidence, Span
from communique.reading.counted import At, Counted, counted
from communique.reading.numbers import Number, numbers
from communique.reading.people import Cast
from communique.reading.quotes import Quotation, around, quotations
from communique.reading.scan import Scan

def figures(scan: Scan, cast: Cast, statements: list[Statement]) -> list[Figure]:
    """The figures of a text, each claimed by the speaker of the statement in which it stands.

    >>> from communique.reading.scan import scan
    >>> from communique.reading.people import cast
    >>> text = scan("In 2020 over 500 people were detained.")
    >>> [(f.comparator, f.value, f.what, f.period) for f in figures(text, cast(text), [])]
    [('>', 500, 'people detained', '2020')]
    """
    claims = _Claims(statements)
    quotes: list[Quotation] | None = None
    found: list[Figure] = []
    last: tuple[Number, At | None] | None = None
    for number in numbers(scan):
        what = counted(scan, number)
        if number.unit and found and _COMPARED.search(scan.words(max(0, number.start - 16), number.start)):
            counted = Counted(found[-1].what, tuple((s.start, s.stop) for s in found[-1].evidence["what"]))
        if counted is None:
            continue
        period = _period(scan, number)
        if period is None and last and last[1]:
            quotes = quotations(scan) if quotes is None else quotes
            period = _inherited(scan, quotes, last, number)
        last = (number, period)
        found.append(_figure(scan, number, counted, period, claims))
    return found


def _figure(scan: Scan, number: Number, counted: Counted, period: At | None, claims: "_Claims") -> Figure:
    claim = claims.at(number.at)
    stop = max([number.stop, *(b for _, b in counted.at)])
    start = min([number.start, *(a for a, _ in counted.at)])
    evidence: Evidence = {
        "": (Span(start, stop),),
        "value": (Span(number.start, number.stop),),
        "what": tuple(Span(a, b) for a, b in counted.at),
    }
    if period:
        evidence["period"] = (Span(*period),)
    if claim:
        evidence["claimed_by"] = claim.evidence["speaker"]
    return Figure(
        value=number.value,
        comparator=number.comparator,
        unit=number.unit,
        what=counted.words,
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
_PERIOD = re.compile(
    rf"\b(?P<a>(?:past|last|next|previous|recent|coming|first|second|same)\s(?:[\w-]+\s){{0,2}}?(?:years?|decades?|months?|weeks?|days|quarter|half)(?:\sof\s(?:the year|\d{{4}}|this year|last year))?)\b"
    rf"|(?P<b>(?i:since)\s(?:the (?:beginning|start) of (?:the year|\d{{4}}|this year)|(?:{_MONTHS})(?:\s\d{{4}})?|\d{{4}}|then|last [a-z]+))\b"
    rf"|\b(?P<c>(?i:last|this)\s(?:year|month|week))\b|\b(?i:from)\s(?P<d>(?:19|20)\d\d\s(?:to|through)\s(?:19|20)\d\d)\b"
    rf"|\b(?i:in|for|during|by)\s(?P<e>(?:(?:{_MONTHS})\s)?(?:19|20)\d\d(?:[-–/](?:20)?\d\d)?)\b|\b(?P<f>between\s(?:19|20)\d\d\sand\s(?:19|20)\d\d)\b"
)


def _period(scan: Scan, number: Number) -> At | None:
    """The phrase of a period in the same sentence, the nearest when there are several."""
    best: tuple[int, At] | None = None
    for match in _PERIOD.finditer(scan.characters, number.sentence.start, number.sentence.stop):
        group = match.lastgroup or ""
        at = match.span(group)
        if at[0] <= number.at < at[1]:
            continue
        distance = abs(at[0] - number.at)
        if best is None or distance < best[0]:
            best = (distance, at)
    return best[1] if best else None


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
