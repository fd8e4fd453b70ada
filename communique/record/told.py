"""One report as the folds see it: its claims, and which mention each place in it speaks of.

Nothing here knows of other reports: what a report says is worked out once, entry by entry of its own, and
`settled` puts the record's entries in the place of the mentions.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec
from msgspec.structs import replace

from communique.lexicon.bodies import bodies
from communique.lexicon.calendar import whole_day
from communique.lexicon.spelling import fold
from communique.model.claim import Claim, claims
from communique.model.mention import mentions
from communique.model.reading import Reading
from communique.model.record import Citation
from communique.model.span import Quote, Span
from communique.model.text import Text
from communique.record.parties import Parties

_END = re.compile(r"\n+|(?<=[.!?…])[\"”’»)]*\s+(?=[\"“‘«(]*[A-ZА-ЯЁÀ-Þ0-9])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,2}|No|St|vs|e\.g|i\.e)\.$")


class Lines:
    """Line numbers and sentences of one text, found once and looked up by place."""

    def __init__(self, characters: str) -> None:
        self._characters = characters

    @cached_property
    def _newlines(self) -> list[int]:
        return [m.start() for m in re.finditer("\n", self._characters)]

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        bounds, start = [], 0
        for end in _END.finditer(self._characters):
            before = self._characters[max(start, end.start() - 5) : end.start()]
            if "\n" in end.group() or not _ABBREVIATION.search(before):
                bounds.append((start, end.start() + len(end.group().rstrip())))
                start = end.end()
        return [*bounds, (start, len(self._characters))]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._bounds]

    def number(self, place: int) -> int:
        """The number (from 1) of the line at `place`."""
        return bisect_right(self._newlines, place - 1) + 1

    def sentence(self, start: int, stop: int) -> tuple[int, int]:
        """The bounds of the sentence around a span; of several, from the first to the last."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(start, stop - 1)) - 1
        return self._bounds[first][0], max(self._bounds[last][1], stop)


class Told:
    """A report taken apart: `claims`, `entry(place)`, `cite(quotes)`. Its entries are its mentions.

    Not `worded`, its citations are places alone, for whoever cuts the words from the text when they are asked for.
    """

    def __init__(self, names: tuple[str, ...], text: Text, reading: Reading, *, worded: bool = True) -> None:
        self._worded = worded
        self.names = names
        self.text = text
        self.reading = reading
        id = text.id
        self.report = f"r-{id}"
        self.claims: tuple[Claim, ...] = tuple(claims(reading, id, text.characters))
        self.parties = Parties(self.claims)
        self._lines = Lines(text.characters)
        self._cited: dict[Span, Citation] = {}
        found = mentions(reading, id)
        self.mentions: tuple[str, ...] = tuple(m.id for m in found)
        self._entries: Mapping[str, str] = {place: m.id for m in found for place in m.places}

    @property
    def date(self) -> str | None:
        """When the report was published, as far as it says; else the whole day of its date-line."""
        return self.text.published or self.reading.report.published or self.filed

    @cached_property
    def filed(self) -> str | None:
        """The day that the date-line gives, with its year: `MINSK, 17 November 2021 (BelTA)`."""
        line = self.reading.report.dateline
        return whole_day(line.date) if line and line.date else None

    def entry(self, place: str) -> str | None:
        """The mention that the item at an index path belongs to; None where it is nobody's."""
        return self._entries.get(place)

    def meeting(self, local: str) -> str | None:
        """The mention of the meeting that this reading calls `local`."""
        places = (f"meetings/{i}" for i, m in enumerate(self.reading.meetings) if m.id == local)
        return next((self.entry(p) for p in places), None)

    def below(self, list_: str) -> Iterator[tuple[str, Claim]]:
        """The claims about each item of a list, with the item's path."""
        for claim in self._by_list.get(list_, ()):
            yield claim.mention, claim

    @cached_property
    def _by_list(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.mention.partition("/")[0]].append(claim)
        return found

    def cite(self, quotes: tuple[Quote, ...]) -> tuple[Citation, ...]:
        """Each quote with its line and sentence."""
        return tuple([self._cited.get(q.span) or self._citation(q) for q in quotes])

    def _citation(self, quote: Quote) -> Citation:
        start, stop = quote.span.start, quote.span.stop
        first, last = self._lines.sentence(start, stop)
        found = Citation(
            report=self.report,
            start=start,
            stop=stop,
            words=quote.words if self._worded else "",
            line=self._lines.number(start),
            sentence=Span(first, last),
        )
        self._cited[quote.span] = found
        return found


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One claim's bearing on one field of one entry (or of one part of it).

    Out of a fold, `entry`, `target` and the target of the part are mentions; `settled` makes them entries.
    Points with equal `same` give one value, however it is spelled. `rule` names how the standing value
    is found: see `standing`.
    """

    entry: str
    kind: str
    field: str
    value: object
    same: str
    rule: str
    report: str
    part: "PartKey | None" = None
    target: str | None = None
    citations: tuple[Citation, ...] = ()
    claim: str = ""


class PartKey(msgspec.Struct, frozen=True, order=True):
    """Which part of an entry: the list, the key inside it, the entry it stands for."""

    list: str
    key: str
    target: str | None = None


def point(
    told: Told,
    claim: Claim,
    entry: tuple[str, str],
    rule: str,
    *,
    field: str | None = None,
    value: object = None,
    part: PartKey | None = None,
    target: str | None = None,
) -> Point:
    """What `claim` says of `entry` (kind, id); `field` and `value` are the claim's own unless given."""
    said = told.parties.meant(claim, claim.value if value is None else value)
    return Point(
        kind=entry[0],
        entry=entry[1],
        field=field or claim.field,
        value=said,
        same=target or alike(said, rule),
        rule=rule,
        report=told.report,
        part=part,
        target=target,
        citations=told.cite(claim.quotes),
        claim=claim.id,
    )


def settled(point: Point, entries: Mapping[str, str]) -> Point:
    """The point with the entries of the record in the place of mentions; known bodies bear their own name."""
    entry, part, target = entries.get(point.entry, point.entry), point.part, point.target
    if part and part.target:
        here = entries.get(part.target, part.target)
        part = PartKey(part.list, here, here)
    if target:
        target = entries.get(target, target)
        return replace(point, entry=entry, part=part, target=target, same=target)
    if point.kind == "bodies" and point.field == "name" and (known := bodies().get(entry)):
        return replace(point, entry=entry, part=part, value=known.name, same=alike(known.name, point.rule))
    return replace(point, entry=entry, part=part)


def alike(value: object, rule: str) -> str:
    """Equal for values that differ only in spelling."""
    if isinstance(value, str) and rule not in ("date", "progress"):
        return fold(value) or value
    return msgspec.json.encode(value).decode()
