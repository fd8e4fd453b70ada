"""The fold itself: points from every report, gathered by entry, decided field by field."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

from msgspec.structs import replace

from communique.lexicon.spelling import fold
from communique.model.clusters import Clusters
from communique.model.judgement import Judgement, in_force
from communique.model.mention import Reports
from communique.model.record import KINDS, Entry, Field, Part, Record
from communique.record import (
    bodies,
    commitments,
    figures,
    instruments,
    meetings,
    operations,
    people,
    reports,
    statements,
)
from communique.record.doubts import unsure_pairs
from communique.record.labels import label_of, part_label
from communique.record.sides import sides_of
from communique.record.standing import field_of
from communique.record.told import PartKey, Point, Told, settled

FOLDS: tuple[Callable[[Told], Iterator[Point]], ...] = tuple(
    module.points
    for module in (
        meetings, people, bodies, instruments, figures, operations, statements, commitments, reports,
    )
)  # fmt: skip
_Points = dict[PartKey | None, dict[str, list[Point]]]


def points(told: Told) -> Iterator[Point]:
    """All that one report says, each point of one of its mentions: nothing that another report could change."""
    for each in FOLDS:
        yield from each(told)


def project(told: Reports, clusters: Clusters, judgements: Iterable[Judgement] = ()) -> Record:
    """Everything that the reports add up to. The order of `told` makes no difference.

    `judgements` about claims (right, wrong, replaced) decide what stands; those about mentions are
    already in `clusters`.
    """
    judgements = tuple(judgements)
    gathered: dict[tuple[str, str], _Points] = {}
    aliases: dict[str, str] = {}
    publishers: dict[str, set[str]] = defaultdict(set)
    for names, text, reading in told:
        one = Told(names, text, reading)
        aliases |= {mention: clusters.entries[mention] for mention in one.mentions}
        publishers[fold(text.publisher or reading.report.publisher or "")].add(one.report)
        for point in (settled(p, clusters.entries) for p in points(one)):
            entry = gathered.setdefault((point.kind, point.entry), {})
            entry.setdefault(point.part, {}).setdefault(point.field, []).append(point)
    decided = (j for j in in_force(judgements) if j.right is None and j.who != "program")
    judged = {claim: j for j in decided for claim in j.left.split()}
    mentions = _by_entry(aliases)
    known = {name: frozenset(ids) for name, ids in publishers.items() if name}
    sources = {f"r-{text}": source for text, source in clusters.sources.items()}

    def decide(name: str, said: Collection[Point], own: Collection[str]) -> Field:
        return field_of(name, said, own, judged, sources)

    build = partial(_entry, publishers=known, decide=decide, mentions=mentions)
    entries = [build(kind, id, points) for (kind, id), points in gathered.items()]
    entries.sort(key=lambda e: (KINDS.index(e.kind), e.id))
    return Record(
        entries=_linked(entries),
        aliases=dict(sorted(aliases.items())),
        unsure=unsure_pairs(clusters, aliases, judgements),
    )


def _by_entry(aliases: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for mention, entry in aliases.items():
        found[entry].append(mention)
    return {entry: tuple(sorted(ids)) for entry, ids in found.items()}


def _entry(
    kind: str,
    id: str,
    said: _Points,
    publishers: Mapping[str, frozenset[str]],
    decide: Callable[[str, Collection[Point], Collection[str]], Field],
    mentions: Mapping[str, tuple[str, ...]],
) -> Entry:
    own = _own_reports(kind, id, said, publishers)

    def decided(by_field: Mapping[str, list[Point]]) -> tuple[Field, ...]:
        return tuple(decide(name, found, own) for name, found in sorted(by_field.items()))

    return replace(
        entry_of(kind, id, {key: decided(by_field) for key, by_field in said.items()}),
        mentions=mentions.get(id, ()),
        reports=tuple(sorted({p.report for fs in said.values() for ps in fs.values() for p in ps})),
    )


def entry_of(kind: str, id: str, decided: Mapping[PartKey | None, tuple[Field, ...]]) -> Entry:
    """An entry of its own fields (under None) and those of its parts, called by what stands in them."""
    fields = decided.get(None, ())
    parts = sorted((part_of(key, found) for key, found in decided.items() if key), key=_reading_order)
    sides = sides_of(fields, parts) if kind == "meetings" else None
    return Entry(
        id=id, kind=kind, label=sides or label_of(kind, id, fields), fields=fields, parts=tuple(parts)
    )


def part_of(key: PartKey, fields: tuple[Field, ...]) -> Part:
    """A part, called by what stands in it."""
    return Part(
        list=key.list, key=key.key, label=part_label(key.key, fields), target=key.target, fields=fields
    )


def _own_reports(
    kind: str, id: str, points: _Points, publishers: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The reports published by the body that the entry is, or that meets in it."""
    meets = [p.key for p in points if p and kind == "meetings" and p.list == "bodies"]
    names = {fold(body.split("/")[0]) for body in ([id] if kind == "bodies" else meets)}
    return frozenset(report for name in names for report in publishers.get(name, ()))


def _reading_order(part: Part) -> tuple[str, tuple[tuple[str, int], ...], str]:
    """Lists apart, inside a list in the order in which the first report names its items."""
    places = [(c.report, c.start) for f in part.fields for v in f.values for c in v.citations]
    return part.list, (min(places),) if places else (), part.key


def _linked(entries: list[Entry]) -> tuple[Entry, ...]:
    """Parts that stand for an entry take its label: a participant is called as the person is."""
    labels = {e.id: e.label for e in entries}
    return tuple(_with_labels(e, labels) for e in entries)


def _with_labels(entry: Entry, labels: Mapping[str, str]) -> Entry:
    if not any(p.target for p in entry.parts):
        return entry
    parts = tuple(replace(p, label=labels.get(p.target or "", p.label)) for p in entry.parts)
    return replace(entry, parts=parts)
