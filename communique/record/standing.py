"""Which of several values stands, by a rule that has a name; the others are kept beside it.

`most`     the value of most reports; another contradicts it
`date`     as `most`, but a vaguer date supports the more precise one that it fits, and a day without a year
           takes the year that the others agree on
`wording`  as `most`, but other wordings contradict nothing
`progress` the step furthest along; the earlier ones contradict nothing
`list`     all stand side by side

Support is counted by sources: a report and its copies are one. A report by the body itself outdoes other reports.
What the very same reports say beside each other contradicts nothing; in one report the value named first stands,
in one source that of the report which came out first. Other ties are undecided: the more precise
date, the longer wording, then the smaller value comes first, so that the order of arrival never matters.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import msgspec

from communique.model.clusters import Source
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

HAPPENING = ("planned", "postponed", "ongoing", "held", "cancelled")
"""Those of meetings and operations: nothing that is ratified or signed is one."""

Sources = Mapping[str, Source]
"""The reports that are copies of each other, with what they are counted as."""

CAST = ("wrong", "replaced")
"""Verdicts after which a claim supports nothing."""

CORRECTED, REJECTED = "corrected by a person", "judged wrong by a person"

INFERRED = "inferred: a day without a year, and the year as told elsewhere"
COMPLETED = "without a year, as told elsewhere"
"""The rules of a day that only two reports together say, and of the part that another report says whole."""


class Place(NamedTuple):
    """Where a value is said: `source` is the report, or what stands for it and its copies; `when` tells these apart."""

    report: str
    start: int
    source: str
    when: str = ""


Places = Collection[Place]

FIRST_TOLD = "first told, its copies say otherwise"
"""The rule where one source alone tells of it, and its copies were changed."""

UNDECIDED = "undecided: first by value"
"""The rule where as many reports say one thing as another: nobody judged, one had to come first."""


class Group:
    """The sources that give one value: how many, whether the body itself is among them, and where, if asked.

    `copies` counts the reports beyond one for each source.
    """

    def __init__(
        self,
        value: object,
        count: tuple[int, int],
        places: Callable[[], Places],
        *,
        own: bool,
        confirmed: bool,
    ) -> None:
        self.value = value
        self.count, self.copies = count
        self.own = own
        self.confirmed = confirmed
        self.inferred = False
        self._look_up = places

    @cached_property
    def places(self) -> Places:
        """Where every quote stands; asked for only where the number of sources does not decide."""
        return self._look_up()

    @property
    def reports(self) -> frozenset[str]:
        """Who says so."""
        return frozenset(place.report for place in self.places)

    @property
    def sources(self) -> frozenset[str]:
        """The same, copies not counted."""
        return frozenset(place.source for place in self.places)

    @property
    def text(self) -> str:
        """The value as JSON."""
        return text_of(self.value)


Ranked = Iterator[tuple[Group, str, str]]
"""Groups with verdict and rule, the one that stands first."""


def field_of(
    name: str,
    points: Collection[Point],
    own: Collection[str],
    judged: Mapping[str, Judgement],
    sources: Sources,
) -> Field:
    """All values of one field; `own` are the reports by the body itself, `judged` claim id -> last word."""
    accepted = [p for p in points if verdict_on(p, judged) not in CAST]
    said = _by_same(accepted)
    groups = {same: _group(found, frozenset(own), judged, sources) for same, found in said.items()}
    sames = {id(group): same for same, group in groups.items()}
    rule = min(p.rule for p in points)
    values = [*_corrected(points, judged)]
    for group, verdict, why in decided(list(groups.values()), rule, beaten=bool(values)):
        values.append(_value(group.value, said[sames[id(group)]], (verdict, why), sources))
    for found in _by_same([p for p in points if p.same not in groups]).values():
        values.append(_value(spelled(_times(found, sources)), found, ("rejected", REJECTED), sources))
    return Field(name, tuple(values))


def verdict_on(point: Point, judged: Mapping[str, Judgement]) -> str:
    """A person's last word on the claim of a point; empty without."""
    judgement = judged.get(point.claim)
    return judgement.verdict if judgement else ""


def _by_same(points: Collection[Point]) -> Mapping[str, list[Point]]:
    found: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        found[point.same].append(point)
    return dict(sorted(found.items()))


def _group(
    points: list[Point], own: frozenset[str], judged: Mapping[str, Judgement], sources: Sources
) -> Group:
    places = [_place_of(p.report, c.start, sources) for p in points for c in p.citations]
    reports = frozenset(p.report for p in points)
    count = len(_sources(reports, sources))
    return Group(
        spelled(_times(points, sources)),
        (count, len(reports) - count),
        lambda: places or [_place_of(report, 0, sources) for report in reports],
        own=bool(reports & own),
        confirmed=any(verdict_on(p, judged) == "right" for p in points),
    )


def _place_of(report: str, start: int, sources: Sources) -> Place:
    source = sources.get(report)
    return Place(report, start, source.name, source.when) if source else Place(report, start, report)


def _sources(reports: Collection[str], sources: Sources) -> frozenset[str]:
    """What is counted of these reports."""
    return frozenset(sources[r].name if r in sources else r for r in reports)


def _times(points: Collection[Point], sources: Sources) -> Mapping[str, int]:
    """How many sources spell a value so."""
    spelt: dict[str, set[str]] = defaultdict(set)
    for point in points:
        spelt[text_of(point.value)].add(point.report)
    return {text: len(_sources(reports, sources)) for text, reports in spelt.items()}


def spelled(times: Mapping[str, int]) -> object:
    """Of the spellings of one value (as JSON) the one in most sources, then the longest, then the smallest."""
    most = min(times, key=lambda t: (-times[t], -len(t), t)) if len(times) > 1 else next(iter(times))
    return msgspec.json.decode(most)


def text_of(value: object) -> str:
    """A value as JSON."""
    return msgspec.json.encode(value).decode()


def decided(groups: list[Group], rule: str, beaten: bool) -> Ranked:
    """Which of the values stands and why, and what becomes of the others; `beaten` by a person's own value."""
    if rule == "list":
        yield from ((g, "stands", "each is kept") for g in sorted(groups, key=lambda g: (-g.count, g.text)))
        return
    if rule == "date":
        _complete(groups)
    confirmed = [g for g in groups if g.confirmed]
    ranked = _in_order(confirmed or groups, groups, rule)
    if not ranked:
        return
    winner = ranked[0]
    if not beaten:
        yield winner, "stands", "confirmed by a person" if confirmed else _why(winner, groups, rule)
    losers = [g for g in groups if g is not winner or beaten]
    for loser in _in_order(losers, groups, rule):
        fits = "" if beaten else _fits(loser, winner, rule)
        yield loser, "fits" if fits else "contradicts", fits or "says otherwise"


def _in_order(some: list[Group], groups: list[Group], rule: str) -> list[Group]:
    """Some of the groups, the first to stand first; of a single one nothing is looked up."""
    return sorted(some, key=lambda g: _rank(g, groups, rule)) if len(some) > 1 else some


def _complete(groups: list[Group]) -> None:
    """Gives a day without a year the one year that the other reports say, where none of them says the whole day."""
    said = [(g, when(str(g.value))) for g in groups]
    for group, day in said:
        if day.year is not None or day.month is None:
            continue
        fitting = [at for g, at in said if at.year is not None and compatible(str(g.value), str(group.value))]
        if len({at.year for at in fitting}) == 1 and all(at.precision < 3 for at in fitting):
            group.value = str(group.value).replace("XXXX", f"{fitting[0].year:04}")
            group.inferred = True


def _rank(group: Group, groups: list[Group], rule: str) -> tuple[object, ...]:
    """Sort key: the first stands."""
    return (
        -_progress(group) if rule == "progress" else 0,
        not group.own,
        -_support(group, groups, rule),
        -when(str(group.value)).precision if rule == "date" else 0,
        -len(group.text) if rule == "wording" else 0,
        _first_place(group) if _one_source(groups) else 0,
        group.text,
    )


def _one_source(groups: list[Group]) -> bool:
    if any(g.count > 1 for g in groups):
        return False
    return len(frozenset().union(*(g.sources for g in groups))) == 1


def _first_place(group: Group) -> tuple[str, int]:
    return min((place.when, place.start) for place in group.places)


def _progress(group: Group) -> int:
    return PROGRESS.index(str(group.value)) if group.value in PROGRESS else -1


def _support(group: Group, groups: list[Group], rule: str) -> int:
    """How many sources say so; for dates also those that say the same less precisely."""
    implied = [g for g in groups if _implied(g, group)] if rule == "date" else [group]
    return group.count if len(implied) == 1 else len(frozenset().union(*(g.sources for g in implied)))


def _implied(vague: Group, precise: Group) -> bool:
    """True when the vaguer date says nothing that the more precise one does not."""
    a, b = str(vague.value), str(precise.value)
    return vague is precise or (compatible(a, b) and when(a).precision < when(b).precision)


def _why(winner: Group, groups: list[Group], rule: str) -> str:
    if len(groups) == 1:
        return "only value"
    if winner.inferred:
        return INFERRED
    if rule == "progress":
        return "furthest along"
    if winner.own and not all(g.own for g in groups):
        return "own page of the body"
    if rule == "date" and any(_implied(g, winner) for g in groups if g is not winner):
        return "most precise"
    tied = [g for g in groups if _support(g, groups, rule) == _support(winner, groups, rule)]
    if len(tied) == 1:
        return "most reports"
    if rule == "wording":
        return "longest wording"
    if _one_source(groups):
        return "first in the report" if len(_all_reports(groups)) == 1 else FIRST_TOLD
    return UNDECIDED


def _fits(loser: Group, winner: Group, rule: str) -> str:
    """Why the loser contradicts nothing, in words; empty where it does."""
    ends = {winner.value, loser.value}
    if rule == "wording":
        return "other wording"
    if rule == "progress" and ends != {"cancelled", "held"}:
        return "earlier step"
    if rule == "date" and _implied(loser, winner):
        return COMPLETED if when(str(loser.value)).year is None else "less precise"
    if loser.count != winner.count:
        return ""
    beside = loser.reports <= winner.reports or loser.reports >= winner.reports
    alike = loser.reports == winner.reports or (beside and _one_source([loser, winner]))
    return "in the same report" if alike else ""


def _all_reports(groups: list[Group]) -> frozenset[str]:
    return frozenset().union(*(g.reports for g in groups))


def _value(said: object, points: Collection[Point], decided: tuple[str, str], sources: Sources) -> Value:
    reports = {p.report for p in points}
    verdict, rule = decided
    return Value(
        value=said,
        verdict=verdict,
        rule=rule,
        target=min((p.target for p in points if p.target), default=None),
        reports=tuple(sorted(reports)),
        copies=len(reports) - len(_sources(reports, sources)),
        citations=tuple(sorted({_place(c): c for p in points for c in p.citations}.values())),
        claims=tuple(sorted({p.claim for p in points if p.claim})),
    )


def _place(citation: object) -> tuple[object, ...]:
    return tuple(getattr(citation, name) for name in ("report", "start", "stop"))


def _corrected(points: Collection[Point], judged: Mapping[str, Judgement]) -> Iterator[Value]:
    """What people put in the place of a claim."""
    found = {
        (judged[p.claim].value or "", text_of(p.value))
        for p in points
        if verdict_on(p, judged) == "replaced" and judged[p.claim].value is not None
    }
    for words, text in sorted(found)[:1]:
        yield Value(value=corrected(words, text), verdict="stands", rule=CORRECTED)


def corrected(words: str, text: str) -> object:
    """What a person typed, as the kind of thing that stood there (`text`, as JSON): a number for a number."""
    value = msgspec.json.decode(text)
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return int(words) if words.lstrip("-").isdigit() else float(words)
        except ValueError:
            return words
    return words
