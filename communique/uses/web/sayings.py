"""Values as pages show them: in words, with a mark for every report that says so, rivals beside them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from communique.catalogue import sources
from communique.catalogue.copies import again
from communique.catalogue.seen import Seen
from communique.catalogue.worth import SETTLED
from communique.model.record import Field, Part, Value
from communique.uses.decided_by import Word, words_of_people
from communique.uses.web.addresses import country_page, fact_id, page_of, words_behind
from communique.uses.web.wording import PARTIES, according, day, shown


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One of the reports that a page draws on, under the number that its marks show; a `copy` tells another's text again."""

    number: int
    id: str
    page: str
    title: str
    publisher: str | None
    published: str | None
    copy: bool

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
    """One value, and who says it: the first few marks, how many `more` there are, and how many of all are copies.

    `by` is the person who settled it, where one did.
    """

    value: object
    words: str
    verdict: str
    rule: str
    link: str | None
    marks: tuple[Mark, ...]
    more: int = 0
    copies: int = 0
    by: str = ""


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


class Sources(NamedTuple):
    """The reports that a page draws on: those that it names, by id; the first of them as a list, and how many there are more.

    `people` are those who settled a value, by entry and field.
    """

    known: Mapping[str, Source]
    listed: tuple[tuple[Source, bool], ...]
    more: int
    people: Mapping[tuple[str, str], Word]


_LISTED = 200


def sources_of(db: Connection, own: Iterable[Seen], more: Iterable[Seen] = ()) -> Sources:
    """The reports that speak of the own entries, numbered by the day on which they came out.

    Behind them, marked False, those whose words a page shows of `more` entries.
    """
    own = list(own)
    first = dict.fromkeys(report for one in own for report in one.entry.reports)
    shown = {q.report for one in (*own, *more) for behind in one.behind.values() for q in behind.quotes}
    groups = (list(first), [id for id in shown if id not in first])
    ordered = [id for ids in groups for id in sources.by_day(db, ids)]
    told = sources.told(db, [id for n, id in enumerate(ordered) if n < _LISTED or id in shown])
    copies = again(db, told)
    known = {id: _source(n, told[id], id in copies) for n, id in enumerate(ordered, 1) if id in told}
    listed = tuple((known[id], id in first) for id in ordered[:_LISTED] if id in known)
    people = words_of_people(db, (one.entry for one in own))
    left = max(0, len(ordered) - _LISTED) + sum(one.unnamed for one in own)
    return Sources(known, listed, left, people)


def _source(number: int, report: sources.Told, copy: bool) -> Source:
    return Source(
        number=number,
        id=report.id,
        page=page_of(report.id, "reports"),
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        copy=copy,
    )


class Told:
    """An entry with the sentences behind it: `told.field("city")`, `told.of(part, "office")`."""

    def __init__(self, seen: Seen, sources: Sources) -> None:
        self.entry = seen.entry
        self.link = page_of(seen.entry.id, seen.entry.kind)
        self._sources, self._people = sources.known, sources.people
        self._behind = seen.behind

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
        behind = self._behind.get((path, str(value.value), value.verdict))
        return Said(
            value=value.value,
            words=shown(name, value.value),
            verdict=value.verdict,
            rule=value.rule,
            link=page_of(value.target)
            if value.target
            else (country_page(str(value.value)) if name in PARTIES else None),
            marks=tuple(marks),
            more=behind.reports - len(behind.quotes) if behind else 0,
            copies=value.copies,
            by=self._by(path) if value.rule in SETTLED else "",
        )

    def _by(self, path: str) -> str:
        word = self._people.get((self.entry.id, path))
        told = f"{word.who}, {day(word.day)}" if word else "a person"
        return f"{told}: {word.why}" if word and word.why else told

    def _marks(self, value: Value, path: str) -> Iterator[Mark]:
        """One mark a report: the page that it leads to shows all the words of that report."""
        behind = self._behind.get((path, str(value.value), value.verdict))
        if not behind:
            return
        fact = fact_id(self.entry.id, path, value.value)
        for quoted in behind.quotes:
            if source := self._sources.get(quoted.report):
                link = words_behind(quoted.report, fact, quoted.start)
                yield Mark(
                    source=source, link=link, before=quoted.before, words=quoted.words, after=quoted.after
                )
