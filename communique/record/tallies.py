"""What one report adds to each value of the record: marks that are counted, and the quotes behind them.

A value never needs its reports again: the sums of their marks decide what stands. Taking a report back, or
giving its words to another entry, is subtracting the very marks that were added.

    n           says so (once a source)        s…  spells it so (JSON)
    c           copies that say so, beyond the one that is counted; d the same of r
    y           a person confirmed it          b…  is published by this body
    t           means an entry of the record by it
    r, x…       says so, but a person judged the claim wrong; spelled so
    i…          what a person put in its place, beside what stood there (JSON)
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

import msgspec

from communique.lexicon.bodies import bodies
from communique.lexicon.spelling import fold
from communique.model.judgement import Judgement
from communique.model.record import Citation
from communique.record.standing import (
    CAST,
    CORRECTED,
    REJECTED,
    Group,
    Places,
    corrected,
    decided,
    spelled,
    text_of,
    verdict_on,
)
from communique.record.told import Point

Tally = Mapping[str, int]


class Key(NamedTuple):
    """Which value: the entry, the field (dotted for one inside a part), what all its spellings share."""

    entry: str
    field: str
    same: str


class Quoted(NamedTuple):
    """One quote of the report, with the claims that it supports; `cast` when a person judged these wrong."""

    citation: Citation
    claims: str
    cast: bool


class Saying(NamedTuple):
    """What one report adds to one value. `rule` and `part` (its target) are those of the field."""

    kind: str
    rule: str
    part: str | None
    target: str | None
    marks: frozenset[str]
    quoted: tuple[Quoted, ...]


class Decided(NamedTuple):
    """What became of one value: its standing and its place among the values of the field."""

    same: str
    value: object
    verdict: str
    rule: str
    rank: int
    reports: int
    copies: int = 0


def dotted(point: Point) -> str:
    """The name of a field, behind the part that it stands in."""
    return f"{point.part.list}.{point.part.key}.{point.field}" if point.part else point.field


def publisher_mark(publisher: str | None) -> str:
    """The mark of a publisher that is a body of the lexicon; empty for any other."""
    name = fold(publisher or "")
    return f"b{name}" if name in _heads() else ""


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(id.split("/")[0]) for id in bodies())


def sayings(points: Iterable[Point], judged: Mapping[str, Judgement], publisher: str) -> dict[Key, Saying]:
    """All that one report adds, by value; `points` are settled, `publisher` is its mark."""
    found: dict[Key, list[Point]] = defaultdict(list)
    for point in points:
        found[Key(point.entry, dotted(point), point.same)].append(point)
    return {key: _saying(each, judged, publisher) for key, each in found.items()}


def _saying(points: list[Point], judged: Mapping[str, Judgement], publisher: str) -> Saying:
    if len(points) == 1 and points[0].claim not in judged:
        return _single(points[0], publisher)
    marks: set[str] = set()
    claims: dict[tuple[int, int, bool], set[str]] = {}
    cited: dict[tuple[int, int, bool], Citation] = {}
    for point in points:
        verdict = verdict_on(point, judged) if judged else ""
        cast = verdict in CAST
        marks |= _cast_marks(point, judged) if cast else {"n", f"s{text_of(point.value)}"}
        if not cast and publisher:
            marks.add(publisher)
        if verdict == "right":
            marks.add("y")
        if point.target:
            marks.add("t")
        for citation in point.citations:
            place = citation.start, citation.stop, cast
            cited[place] = citation
            claims.setdefault(place, set()).add(point.claim)
    quoted = tuple(Quoted(cited[p], " ".join(sorted(claims[p])), p[2]) for p in sorted(cited))
    return _of(points, frozenset(marks), quoted)


def _single(point: Point, publisher: str) -> Saying:
    """What one point adds, of which no person spoke: so are most."""
    marks = ["n", f"s{text_of(point.value)}"]
    if publisher:
        marks.append(publisher)
    if point.target:
        marks.append("t")
    cited = {(c.start, c.stop): c for c in point.citations}
    quoted = tuple([Quoted(cited[place], point.claim, False) for place in sorted(cited)])
    part = point.part.target if point.part else None
    return Saying(point.kind, point.rule, part, point.target, frozenset(marks), quoted)


def _of(points: Sequence[Point], marks: frozenset[str], quoted: tuple[Quoted, ...]) -> Saying:
    first = points[0]
    part = first.part.target if first.part else None
    rule = min(p.rule for p in points)
    target = next((p.target for p in points if p.target), None)
    return Saying(first.kind, rule, part, target, marks, quoted)


def _cast_marks(point: Point, judged: Mapping[str, Judgement]) -> set[str]:
    text, judgement = text_of(point.value), judged[point.claim]
    marks = {"r", f"x{text}"}
    if judgement.verdict == "replaced" and judgement.value is not None:
        marks.add(f"i{text_of([judgement.value, text])}")
    return marks


def settle(
    tallies: Mapping[str, Tally], rule: str, own: frozenset[str], places: Callable[[str], Places]
) -> list[Decided]:
    """What becomes of every value of one field, from the sums of the marks alone.

    `own` are the marks of publishers that are the body itself; `places` looks up where a value is said, for
    the few cases in which numbers do not decide.
    """
    if len(tallies) == 1 and (alone := _alone(*next(iter(tallies.items())), rule)):
        return [alone]
    found: list[Decided] = []
    instead = sorted(
        tuple(msgspec.json.decode(m[1:], type=list[str])) for t in tallies.values() for m in t if m[0] == "i"
    )
    if instead:
        found.append(Decided(CORRECTION, corrected(*instead[0]), "stands", CORRECTED, 0, 0))
    groups = {
        same: _group(tally, own, partial(places, same))
        for same, tally in sorted(tallies.items())
        if tally.get("n")
    }
    sames = {id(group): same for same, group in groups.items()}
    for group, verdict, why in decided(list(groups.values()), rule, beaten=bool(instead)):
        same = sames[id(group)]
        rank = 1 if rule == "list" else 1 + len(found)  # of a list any part may be settled by itself
        count = group.count + group.copies
        found.append(Decided(same, group.value, verdict, why, rank, count, group.copies))
    found += [
        _fallen(same, tally) for same, tally in tallies.items() if not tally.get("n") and tally.get("r")
    ]
    return found


def _alone(same: str, tally: Tally, rule: str) -> Decided | None:
    """A value that stands because no other is there, as most do; None where a person spoke of it, or nothing says so."""
    said, copies = tally.get("n"), tally.get("c", 0)
    if not said or any(mark[0] in "yi" for mark in tally):
        return None
    why = "each is kept" if rule == "list" else "only value"
    return Decided(same, _value(tally), "stands", why, 1, said + copies, copies)


CORRECTION = "=corrected"
"""What stands for a person's own value: nothing that has letters folds to words with another sign."""

_LAST = 1_000_000
_COPIES = (("n", "c"), ("r", "d"))


def _fallen(same: str, tally: Tally) -> Decided:
    """A value that only rejected claims give."""
    value = spelled({mark[1:]: n for mark, n in tally.items() if mark[0] == "x"})
    copies = tally.get("d", 0)
    return Decided(same, value, "rejected", REJECTED, _LAST, tally["r"] + copies, copies)


def once(tally: Tally) -> Counter[str]:
    """What the reports of one source add together: each mark once, and how many of them are copies.

    >>> once({"n": 3, "t": 1, "r": 0}) == {"n": 1, "c": 2, "t": 1}
    True
    """
    marks = Counter({mark: 1 for mark, n in tally.items() if n})
    for mark, more in _COPIES:
        if tally.get(mark, 0) > 1:
            marks[more] = tally[mark] - 1
    return marks


def _group(tally: Tally, own: frozenset[str], places: Callable[[], Places]) -> Group:
    count = tally["n"], tally.get("c", 0)
    return Group(_value(tally), count, places, own=any(m in tally for m in own), confirmed="y" in tally)


def _value(tally: Tally) -> object:
    """As it is spelled by most."""
    return spelled({mark[1:]: n for mark, n in tally.items() if mark[0] == "s"})
