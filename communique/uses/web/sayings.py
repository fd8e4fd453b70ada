"""Values as pages show them: in words, with a mark for every report that says so, rivals beside them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import msgspec
from sqlalchemy import Connection

from communique.catalogue import queries, sources
from communique.catalogue.rows import EvidenceRow
from communique.model.record import Entry, Field, Part, Value
from communique.uses.web.addresses import country_page, fact_id, page_of, words_behind
from communique.uses.web.wording import PARTIES, according, day, shown


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One of the reports that a page draws on, under the number that its marks show."""

    number: int
    id: str
    page: str
    title: str
    publisher: str | None
    published: str | None

    @property
    def according(self) -> str:
        """`according to Varzob Wire, 21 November 2018`."""
        return according(self.publisher, self.published)

    @property
    def day(self) -> str:
        """When the report came out, in words."""
        return day(self.published)


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A link from a value to the very words of one report; the sentence around them is shown beside it."""

    source: Source
    link: str
    before: str
    words: str
    after: str


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One value, and who says it: the first few marks, and how many `more` there are."""

    value: object
    words: str
    verdict: str
    rule: str
    link: str | None
    marks: tuple[Mark, ...]
    more: int = 0


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """All that is said of one field: what stands, and beside it what says otherwise."""

    name: str
    values: tuple[Said, ...]

    def with_verdict(self, verdict: str) -> tuple[Said, ...]:
        """The values that `stands`, `fits`, `contradicts` or are `rejected`."""
        return tuple(v for v in self.values if v.verdict == verdict)

    @property
    def disputed(self) -> bool:
        """True when some report says otherwise."""
        return any(v.verdict == "contradicts" for v in self.values)


Sources = Mapping[str, Source]
_MARKS = 6
"""Marks that are shown for one value: what hundreds of reports say needs no hundred marks."""


def sources_of(db: Connection, reports: Iterable[str], more: Iterable[str] = ()) -> Sources:
    """The reports numbered by the day on which they came out; those of `more` follow."""
    own = dict.fromkeys(reports)
    groups = (own, [id for id in dict.fromkeys(more) if id not in own])
    known = sources.told(db, (id for ids in groups for id in ids))
    ordered = [
        one for ids in groups for one in sorted((known[id] for id in ids if id in known), key=_came_out)
    ]
    return {one.id: _source(number, one) for number, one in enumerate(ordered, 1)}


def _came_out(report: sources.Told) -> tuple[bool, str, str]:
    return report.published is None, report.published or "", report.id


def _source(number: int, report: sources.Told) -> Source:
    return Source(
        number=number,
        id=report.id,
        page=page_of(report.id, "reports"),
        title=report.title,
        publisher=report.publisher,
        published=report.published,
    )


class Told:
    """An entry with the sentences behind it: `told.field("city")`, `told.of(part, "office")`."""

    def __init__(self, db: Connection, entry: Entry, sources: Sources) -> None:
        self.entry = entry
        self.link = page_of(entry.id, entry.kind)
        self._sources = sources
        self._quotes: dict[tuple[str, str, str], list[EvidenceRow]] = defaultdict(list)
        for row in queries.evidence(db, entry.id):
            self._quotes[row.field, row.value, row.verdict].append(row)

    @cached_property
    def fields(self) -> tuple[Saying, ...]:
        """Every field of the entry itself."""
        return tuple(self._saying(f, f.name) for f in self.entry.fields)

    def field(self, name: str) -> Saying | None:
        """What is said of one field, or None."""
        return next((s for s in self.fields if s.name == name), None)

    def of(self, part: Part, name: str) -> Saying | None:
        """What is said of one field of a part, or None."""
        found = next((f for f in part.fields if f.name == name), None)
        return self._saying(found, f"{part.list}.{part.key}.{name}") if found else None

    def _saying(self, field: Field, path: str) -> Saying:
        return Saying(name=field.name, values=tuple(self._said(v, field.name, path) for v in field.values))

    def _said(self, value: Value, name: str, path: str) -> Said:
        marks = sorted(self._marks(value, path), key=lambda mark: mark.source.number)
        return Said(
            value=value.value,
            words=shown(name, value.value),
            verdict=value.verdict,
            rule=value.rule,
            link=page_of(value.target)
            if value.target
            else (country_page(str(value.value)) if name in PARTIES else None),
            marks=tuple(marks[:_MARKS]),
            more=max(0, len(marks) - _MARKS),
        )

    def _marks(self, value: Value, path: str) -> Iterator[Mark]:
        """One mark a report: the page that it leads to shows all the words of that report."""
        fact = fact_id(self.entry.id, path, value.value)
        marked = set()
        for row in self._quotes[path, str(value.value), value.verdict]:
            source = self._sources.get(row.report)
            if source is None or row.report in marked:
                continue
            marked.add(row.report)
            yield Mark(
                source=source,
                link=words_behind(row.report, fact, row.start),
                before=row.sentence[: row.at],
                words=row.words,
                after=row.sentence[row.at + len(row.words) :],
            )
