"""Which of several values stands, by a rule that has a name; the others are kept beside it.

`most`     the value of most reports; another contradicts it
`date`     as `most`, but a vaguer date supports the more precise one that it fits
`wording`  as `most`, but other wordings contradict nothing
`progress` the step furthest along; the earlier ones contradict nothing
`list`     all stand side by side

A report by the body itself outdoes other reports. What the very same reports say beside each other
contradicts nothing; in one report the value named first stands. Other ties are undecided: the more precise
date, the longer wording, then the smaller value comes first, so that the order of arrival never matters.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

import msgspec

from communique.model.judgement import Judgement
from communique.model.record import Field, Value
from communique.model.when import compatible, when
from communique.record.told import Point

PROGRESS = (
    "planned",
    "drafted",
    "postponed",
    "considered",
    "ongoing",
    "endorsed",
    "approved",
    "adopted",
    "held",
    "submitted",
    "signed",
    "ratified",
    "in force",
    "extended",
    "cancelled",
    "terminated",
    "withdrawn",
)
"""Steps of meetings, operations and instruments, each further along than the one before."""

UNDECIDED = "undecided: first by value"
"""The rule where as many reports say one thing as another: nobody judged, one had to come first."""


class Group(msgspec.Struct, frozen=True):
    """The points that give one value."""

    value: object
    points: tuple[Point, ...]

    @property
    def reports(self) -> frozenset[str]:
        """Who says so."""
        return frozenset(p.report for p in self.points)


def field_of(
    name: str, points: Collection[Point], own: Collection[str], judged: Mapping[str, Judgement]
) -> Field:
    """All values of one field; `own` are the reports by the body itself, `judged` claim id -> last word."""
    accepted = [p for p in points if _verdict(p, judged) not in ("wrong", "replaced")]
    groups = _groups(accepted)
    rule = min(p.rule for p in points)
    values = [*_corrected(points, judged)]
    values += _decided(groups, rule, frozenset(own), judged, beaten=bool(values))
    values += _rejected(points, groups, judged)
    return Field(name, tuple(values))


def _verdict(point: Point, judged: Mapping[str, Judgement]) -> str:
    judgement = judged.get(point.claim)
    return judgement.verdict if judgement else ""


def _groups(points: Collection[Point]) -> list[Group]:
    found: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        found[point.same].append(point)
    return [Group(_spelling(ps), tuple(ps)) for _, ps in sorted(found.items())]


def _spelling(points: list[Point]) -> object:
    """Of the spellings of one value the one in most reports, then the longest, then the smallest."""
    said = {(p.report, _text(p.value)): p.value for p in points}
    times = Counter(text for _, text in said)
    chosen = min(times, key=lambda t: (-times[t], -len(t), t))
    return next(v for (_, text), v in said.items() if text == chosen)


def _text(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _decided(
    groups: list[Group], rule: str, own: frozenset[str], judged: Mapping[str, Judgement], beaten: bool
) -> Iterator[Value]:
    if rule == "list":
        ordered = sorted(groups, key=lambda g: (-len(g.reports), _text(g.value)))
        yield from (_value(g, "stands", "each is kept") for g in ordered)
        return
    confirmed = [g for g in groups if any(_verdict(p, judged) == "right" for p in g.points)]
    ranked = sorted(confirmed or groups, key=lambda g: _rank(g, groups, rule, own))
    if not ranked:
        return
    winner = ranked[0]
    why = "confirmed by a person" if confirmed else _why(winner, groups, rule, own)
    if not beaten:
        yield _value(winner, "stands", why)
    losers = sorted(
        (g for g in groups if g is not winner or beaten), key=lambda g: _rank(g, groups, rule, own)
    )
    for loser in losers:
        fits = "" if beaten else _fits(loser, winner, rule)
        yield _value(loser, "fits" if fits else "contradicts", fits or "says otherwise")


def _rank(group: Group, groups: list[Group], rule: str, own: frozenset[str]) -> tuple[object, ...]:
    """Sort key: the first stands."""
    text = _text(group.value)
    return (
        -_progress(group) if rule == "progress" else 0,
        not group.reports & own,
        -_support(group, groups, rule),
        -when(str(group.value)).precision if rule == "date" else 0,
        -len(text) if rule == "wording" else 0,
        _first_place(group) if _one_report(groups) else 0,
        text,
    )


def _one_report(groups: list[Group]) -> bool:
    return len(frozenset().union(*(g.reports for g in groups))) == 1


def _first_place(group: Group) -> int:
    return min((c.start for p in group.points for c in p.citations), default=0)


def _progress(group: Group) -> int:
    return PROGRESS.index(str(group.value)) if group.value in PROGRESS else -1


def _support(group: Group, groups: list[Group], rule: str) -> int:
    """How many reports say so; for dates also those that say the same less precisely."""
    if rule != "date":
        return len(group.reports)
    return len(frozenset().union(*(g.reports for g in groups if _implied(g, group))))


def _implied(vague: Group, precise: Group) -> bool:
    """True when the vaguer date says nothing that the more precise one does not."""
    a, b = str(vague.value), str(precise.value)
    return vague is precise or (compatible(a, b) and when(a).precision < when(b).precision)


def _why(winner: Group, groups: list[Group], rule: str, own: frozenset[str]) -> str:
    if len(groups) == 1:
        return "only value"
    if rule == "progress":
        return "furthest along"
    if winner.reports & own and not all(g.reports & own for g in groups):
        return "own page of the body"
    if rule == "date" and any(_implied(g, winner) for g in groups if g is not winner):
        return "most precise"
    tied = [g for g in groups if _support(g, groups, rule) == _support(winner, groups, rule)]
    if len(tied) == 1:
        return "most reports"
    if rule == "wording":
        return "longest wording"
    return "first in the report" if _one_report(groups) else UNDECIDED


def _fits(loser: Group, winner: Group, rule: str) -> str:
    """Why the loser contradicts nothing, in words; empty where it does."""
    ends = {winner.value, loser.value}
    if rule == "wording":
        return "other wording"
    if rule == "progress" and ends != {"cancelled", "held"}:
        return "earlier step"
    if rule == "date" and _implied(loser, winner):
        return "less precise"
    return "in the same report" if loser.reports == winner.reports else ""


def _value(group: Group, verdict: str, rule: str) -> Value:
    return Value(
        value=group.value,
        verdict=verdict,
        rule=rule,
        target=min((p.target for p in group.points if p.target), default=None),
        reports=tuple(sorted(group.reports)),
        citations=tuple(sorted({_place(c): c for p in group.points for c in p.citations}.values())),
        claims=tuple(sorted({p.claim for p in group.points if p.claim})),
    )


def _place(citation: object) -> tuple[object, ...]:
    return tuple(getattr(citation, name) for name in ("report", "start", "stop"))


def _corrected(points: Collection[Point], judged: Mapping[str, Judgement]) -> Iterator[Value]:
    """What people put in the place of a claim."""
    found = {judged[p.claim].value: p for p in points if _verdict(p, judged) == "replaced"}
    for value in sorted(v for v in found if v is not None)[:1]:
        yield Value(value=_like(value, found[value].value), verdict="stands", rule="corrected by a person")


def _like(words: str, value: object) -> object:
    """What a person typed, as the kind of thing that stood there: a number for a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return int(words) if words.lstrip("-").isdigit() else float(words)
        except ValueError:
            return words
    return words


def _rejected(
    points: Collection[Point], groups: list[Group], judged: Mapping[str, Judgement]
) -> Iterator[Value]:
    """Values that only rejected claims give."""
    alive = {p.same for g in groups for p in g.points}
    for group in _groups([p for p in points if p.same not in alive]):
        yield _value(group, "rejected", "judged wrong by a person")
