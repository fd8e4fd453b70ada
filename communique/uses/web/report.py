"""The page of one report: its text with every used span marked, beside it what the record takes from it.

`?fact=ID` chooses a fact: all its words are highlighted. `?at=PLACE` chooses words: the facts that rest on
them are listed. Both are links, and both lead to `#mark-PLACE`, so that the words are in view.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from sqlalchemy import Connection, select

from communique.catalogue import queries
from communique.catalogue.rows import Fact
from communique.ledger.rows import text_of
from communique.ledger.schema import ARRIVAL
from communique.model.record import KINDS, Entry
from communique.model.span import Span
from communique.uses.web.addresses import fact_id, followable, page_of, words_behind
from communique.uses.web.differences import family
from communique.uses.web.finding import Asking, found, rendered
from communique.uses.web.marking import Segment, Used, segments
from communique.uses.web.wording import according, field_name, shown

_MIRRORED = frozenset(
    {("people", "meetings"), ("bodies", "meetings"), ("bodies", "instruments"), ("instruments", "meetings"),
     ("meetings", "instruments")}
)  # fmt: skip
"""Parts that say the same once more from the other side: chosen like any other, but not listed."""

_NAMING = frozenset({"name", "text", "title"})


class Place(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Where the text says so."""

    start: int
    stop: int
    words: str


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """One value that the record takes from this report, and all the places that say so."""

    id: str
    entity: str
    kind: str
    label: str
    name: str
    value: str
    verdict: str
    listed: bool
    places: tuple[Place, ...]

    def link(self, report: str) -> str:
        """This report with the fact chosen, at its first words."""
        return words_behind(report, self.id, self.places[0].start)

    @property
    def page(self) -> str:
        """The page of the entry that the fact is about."""
        return page_of(self.entity, self.kind)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader chose: a fact, or words and the facts that rest on them."""

    words: str = ""
    facts: tuple[Taken, ...] = ()
    spans: tuple[Place, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the facts."""
        return frozenset(f.id for f in self.facts)

    def holds(self, segment: Segment) -> bool:
        """True for a stretch of text that is highlighted."""
        return any(p.start <= segment.start < p.stop for p in self.spans)


@get("/reports/{id:str}", sync_to_thread=True)
def report(db: Asking, id: FromPath[str], fact: FromQuery[str] = "", at: FromQuery[str] = "") -> Template:
    """One report."""
    entry = queries.whole(db, found(db, "reports", id))
    characters = queries.text(db, entry.id)
    taken = _taken(db, queries.facts(db, entry.id))
    used = [Used(p.start, p.stop, t.id) for t in taken.values() for p in t.places]
    pieces = segments(characters, used, _furniture(db, entry.id))
    choice = _chosen(taken, pieces, fact, at)
    return rendered(
        "report.html",
        entry.label,
        entry=entry,
        link=page_of(entry.id, "reports"),
        data=page_of(entry.id, "reports") + ".json",
        according=according(entry.get("publisher"), entry.get("published")),
        address=entry.get("address"),
        followable=followable(entry.get("address")),
        coverage=_coverage(entry),
        segments=pieces,
        choice=choice,
        groups=_grouped(t for t in taken.values() if t.listed),
        number=len(taken),
        family=family(db, entry.id),
    )


def _taken(db: Connection, facts: Iterable[Fact]) -> Mapping[str, Taken]:
    """The facts, each once with all its places, by id."""
    places: dict[str, set[Place]] = defaultdict(set)
    first: dict[str, Fact] = {}
    for fact in facts:
        id = fact_id(fact.entity, fact.field, fact.value)
        first.setdefault(id, fact)
        places[id].add(Place(start=fact.start, stop=fact.stop, words=fact.words))
    labels = queries.part_labels(db, {f.entity for f in first.values()})
    return {id: _one(id, fact, labels, places[id]) for id, fact in first.items()}


def _one(id: str, fact: Fact, labels: Mapping[tuple[str, str], str], places: Iterable[Place]) -> Taken:
    list_, _, rest = fact.field.partition(".")
    field = rest.rpartition(".")[2] or list_
    part = labels.get((fact.entity, fact.field.rpartition(".")[0])) if rest else None
    name = field_name(field)
    if part:  # what names a part is told by its list alone: "agenda: ...", "participants: ..."
        name = list_ if field in _NAMING else f"{part}, {name}"
    return Taken(
        id=id,
        entity=fact.entity,
        kind=fact.kind,
        label=fact.label,
        name=name,
        value=shown(field, fact.value),
        verdict=fact.verdict,
        listed=(fact.kind, list_) not in _MIRRORED,
        places=tuple(sorted(places)),
    )


def _chosen(taken: Mapping[str, Taken], pieces: tuple[Segment, ...], fact: str, at: str) -> Choice:
    """What the address chooses; nothing where it names what is not there."""
    if fact in taken:
        return Choice(facts=(taken[fact],), spans=taken[fact].places)
    piece = next((s for s in pieces if s.facts and str(s.start) == at), None)
    if piece is None:
        return Choice()
    own = Place(start=piece.start, stop=piece.start + len(piece.words), words=piece.words)
    facts = tuple(taken[f] for f in piece.facts)
    listed = tuple(f for f in facts if f.listed)
    return Choice(words=piece.words, facts=listed or facts, spans=(own,))


def _grouped(taken: Iterable[Taken]) -> list[tuple[str, str, str, list[Taken]]]:
    """Kind, label and page of each entry with its facts, in the order in which the record shows kinds."""
    groups: dict[tuple[str, str], list[Taken]] = defaultdict(list)
    for fact in taken:
        groups[fact.kind, fact.entity].append(fact)
    ordered = sorted(groups, key=lambda key: KINDS.index(key[0]))  # within a kind by place in the text
    return [
        (kind, groups[kind, id][0].label, groups[kind, id][0].page, groups[kind, id]) for kind, id in ordered
    ]


def _coverage(entry: Entry) -> str:
    sentences, read, understood = (entry.get(n) for n in ("sentences", "read", "understood"))
    if not sentences:
        return ""
    return f"{sentences} sentences; {read or 0} were read, {understood or 0} gave facts"


def _furniture(db: Connection, report: str) -> tuple[Span, ...]:
    """The parts of the page that are no report, which only the ledger knows."""
    arrived = select(ARRIVAL.c.meta).where(ARRIVAL.c.text_id == report.removeprefix("r-"))
    metas = [str(meta) for meta in db.execute(arrived).scalars()]
    return text_of("", metas).furniture if metas else ()
