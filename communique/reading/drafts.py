"""A meeting while it is being put together from everything that a text says of it."""

from dataclasses import dataclass, field

from communique.lexicon.cues import office_words
from communique.model.meeting import BodyMention, Meeting
from communique.model.party import Chair, Participation
from communique.model.span import Evidence, Span
from communique.reading.circumstances import Place
from communique.reading.dates import When
from communique.reading.organs import Named
from communique.reading.people import Holding, Person
from communique.reading.sittings import Sitting

Place2 = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """One meeting in the making; slots are filled once, by the first sentence that says them.

    `firm`: sides that met, not a sitting of a body; `two`: the words say that there are two sides;
    `series`: "the next one" of what the report is about.
    """

    start: int
    stop: int
    kind: str = "multilateral"
    noun: str = ""
    words: frozenset[str] = frozenset()
    sittings: list[Sitting] = field(default_factory=list)
    bodies: list[Named] = field(default_factory=list)
    ordinal: int | None = None
    ordinal_at: Place2 | None = None
    ended: bool = False  # `when` is the last day; the first is not told
    status: str = "held"
    status_at: Place2 | None = None
    when: When | None = None
    place: Place | None = None
    venue: Place2 | None = None
    mode: str | None = None
    mode_at: Place2 | None = None
    chair: Chair | None = None
    people: dict[str, Participation] = field(default_factory=dict)
    parties: dict[str, Place2] = field(default_factory=dict)
    absent: dict[str, Place2] = field(default_factory=dict)
    firm: bool = False
    two: bool = False
    series: bool = False
    part_of: "Draft | None" = None
    sentences: set[int] = field(default_factory=set)

    def add_body(self, named: Named) -> None:
        """A body that meets, once."""
        if all(b.name != named.name and b.key != named.key for b in self.bodies):
            self.bodies.append(named)

    def add_party(self, code: str, at: Place2) -> None:
        """A country or organisation that takes part."""
        self.parties.setdefault(code, at)

    def inherit(self, series: "Draft") -> None:
        """Another sitting of the same two sides, and of their body."""
        self.two = True
        self.bodies = self.bodies or list(series.bodies)
        for code, at in series.parties.items():
            self.add_party(code, at)

    def add_person(self, person: Person, role: str | None, at: Place2, cue: Place2) -> None:
        """A person who takes part, in the office the text gives; the first role that is said stays."""
        known = self.people.get(person.name)
        if known and (known.role or not role):
            return
        holding = office_at(person)
        represents = person.represents
        evidence = _evidence(person, holding, represents, at, cue)
        self.people[person.name] = Participation(
            name=person.name,
            office=holding.office if holding else None,
            represents=represents,
            role=role,
            evidence=evidence,
        )
        if represents:
            self.add_party(represents, at)

    def finish(self, number: int, characters: str, ids: dict[int, str]) -> Meeting:
        """The frozen meeting of the reading format."""
        evidence: Evidence = {"": spans((self.start, self.stop))}
        self._slots(evidence)
        return Meeting(
            id=f"m{number}",
            name=characters[self.start : self.stop],
            bodies=tuple(_body(b, characters) for b in _most_precise(self.bodies)),
            kind=self.kind,
            ordinal=self.ordinal,
            status=self.status,
            start=self.when.start if self.when and not self.ended else None,
            end=self.when.end if self.when else None,
            city=self.place.city if self.place else None,
            country=self.place.country if self.place else None,
            venue=characters[slice(*self.venue)] if self.venue else None,
            mode=self.mode,
            chair=self.chair,
            participants=tuple(self.people.values()),
            represented=tuple(self.parties),
            absent=tuple(self.absent),
            part_of=ids.get(id(self.part_of)) if self.part_of else None,
            evidence=evidence,
        )

    def _slots(self, evidence: Evidence) -> None:
        places: dict[str, Place2 | None] = {
            "name": (self.start, self.stop),
            "ordinal": self.ordinal_at,
            "status": self.status_at or (self.start, self.stop),
            "start": self.when.at if self.when and not self.ended else None,
            "end": self.when.at if self.when else None,
            "city": self.place.at if self.place and self.place.city else None,
            "country": self.place.country_at if self.place else None,
            "venue": self.venue,
            "mode": self.mode_at,
        }
        for slot, at in places.items():
            if at is not None:
                evidence[slot] = spans(at)
        if self.parties:
            evidence["represented"] = spans(*self.parties.values())
        if self.absent:
            evidence["absent"] = spans(*self.absent.values())


def spans(*places: Place2) -> tuple[Span, ...]:
    """Spans of places, each once, in the order given."""
    if len(places) == 1:
        return (Span(*places[0]),)
    return tuple([Span(a, b) for a, b in dict.fromkeys(places)])


def office_at(person: Person) -> Holding | None:
    """The office under which a person sits: the first for the country represented, else the first that is not a former one; heading a delegation is a role beside it."""
    held = [h for h in person.holdings if not h.former]
    if len(held) < 2:
        return held[0] if held else None
    held = [h for h in held if not _is_beside(h)] or held
    represents = person.represents
    return next((h for h in held if h.of and h.of == represents), held[0])


def _is_beside(holding: Holding) -> bool:
    """ "Senator the Hon X, Minister", "head of the delegation, Minister Y": beside the office; "Japan's ambassador" is one."""
    office = holding.office.lower()
    return "delegation" in office or (holding.title.of is None and office in office_words("styles"))


def _most_precise(named: list[Named]) -> list[Named]:
    """Without organisations of which an organ is named: "the CIS" beside the CIS Council of Ministers."""
    owners = {n.body.organisation for n in named if n.body and n.body.is_organ}
    return [n for n in named if not (n.body and not n.body.is_organ and n.body.organisation in owners)]


def _evidence(
    person: Person, holding: Holding | None, represents: str | None, at: Place2, cue: Place2
) -> Evidence:
    evidence: Evidence = {"": spans(at, cue), "name": spans((person.start, person.stop), at)}
    if holding:
        evidence["office"] = spans((holding.title.core_start, holding.title.core_stop))
        owner = next((h for h in person.holdings if h.of == represents), holding)
        evidence["represents"] = spans(*owner.at[2:], at)
    return evidence


def _body(named: Named, characters: str) -> BodyMention:
    at = (named.start, named.stop)
    return BodyMention(
        name=named.name,
        id=named.body.id if named.body else None,
        as_=characters[named.start : named.stop],
        evidence={"": spans(at), "as": spans(at)},
    )
