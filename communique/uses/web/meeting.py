"""The page of one meeting: when and where, who sat for whom, what was dealt with, what was said of it."""

from collections import defaultdict

import msgspec
from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from communique.catalogue import queries
from communique.catalogue.seen import Seen, seen
from communique.model.record import Part
from communique.record.standing import PROGRESS
from communique.uses.web.addresses import country_page
from communique.uses.web.finding import Asking, found, rendered
from communique.uses.web.sayings import Said, Saying, Sources, Told, sources_of
from communique.uses.web.wording import party

_CIRCUMSTANCES = ("start", "end", "city", "country", "venue", "mode", "status", "ordinal", "kind", "part_of")
_SAID = ("statements", "figures")
_SAID_AT_MOST = 30


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """One person at the meeting."""

    name: str
    link: str | None
    called: Saying | None
    office: Saying | None
    role: Saying | None
    on_behalf_of: Saying | None
    represents: Saying | None


class Delegation(msgspec.Struct, frozen=True, kw_only=True):
    """A country or organisation at the meeting, with its people; `said` is who says that it took part."""

    party: str
    page: str | None
    said: Said | None
    seats: tuple[Seat, ...]


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument that the meeting dealt with."""

    told: Told | None
    title: Saying | None
    label: str
    actions: tuple[Said, ...]
    destination: Saying | None
    period: Saying | None


@get("/meetings/{id:str}", sync_to_thread=True)
def meeting(db: Asking, id: FromPath[str]) -> Template:
    """One meeting."""
    (own,) = seen(db, [found(db, "meetings", id)])
    entry = own.entry
    wanted = dict.fromkeys(p.target for p in entry.part("instruments") if p.target)
    papers = {one.entry.id: _fate(one) for one in seen(db, list(wanted), {"meetings": ()})}
    said = {kind: seen(db, queries.said_in(db, kind, entry.reports, limit=_SAID_AT_MOST)) for kind in _SAID}
    sources = sources_of(db, [own], [*papers.values(), *(one for each in said.values() for one in each)])
    told = Told(own, sources)
    return rendered(
        "meeting.html",
        entry.label,
        told=told,
        circumstances=_circumstances(told),
        chair=told.field("chair"),
        chair_sat_for=told.field("chair_represents"),
        bodies=[(part, told.of(part, "name")) for part in entry.part("bodies")],
        delegations=_delegations(told),
        absent=told.field("absent"),
        agenda=[told.of(part, "text") for part in entry.part("agenda")],
        papers=[_paper(told, part, papers, sources) for part in entry.part("instruments")],
        most=_SAID_AT_MOST,
        sources=sources,
        **{kind: [Told(one, sources) for one in each] for kind, each in said.items()},
    )


def _fate(paper: Seen) -> Seen:
    """Of an instrument what the page of a meeting shows: where it went, and for which time."""
    shown = {key: behind for key, behind in paper.behind.items() if key[0] in ("destination", "period")}
    return Seen(paper.entry, shown)


def _circumstances(told: Told) -> list[Saying]:
    """What is known of it; an end on the day of the beginning says nothing more."""
    sayings = [s for name in _CIRCUMSTANCES if (s := told.field(name))]
    if told.entry.get("end") == told.entry.get("start"):
        sayings = [s for s in sayings if s.name != "end" or s.disputed]
    return sayings


def _delegations(told: Told) -> list[Delegation]:
    """By country, those named alone too; organisations and people of whom it is not said come last."""
    seats: dict[str, list[Seat]] = defaultdict(list)
    for part in told.entry.part("participants"):
        seats[str(part.get("represents") or "")].append(_seat(told, part))
    represented = told.field("represented")
    said = {str(s.value): s for s in represented.with_verdict("stands")} if represented else {}
    parties = sorted({*seats, *said}, key=lambda p: (p == "", party(p) == p, party(p)))
    return [
        Delegation(
            party=party(p) or "not said for whom",
            page=country_page(p),
            said=said.get(p),
            seats=tuple(seats[p]),
        )
        for p in parties
    ]


def _seat(told: Told, part: Part) -> Seat:
    name = told.of(part, "name")
    link = next((v.link for v in name.values if v.link), None) if name else None
    return Seat(
        name=part.label,
        link=f"/people/{part.target}" if part.target else link,
        called=name,
        office=told.of(part, "office"),
        role=told.of(part, "role"),
        on_behalf_of=told.of(part, "on_behalf_of"),
        represents=told.of(part, "represents"),
    )


def _paper(told: Told, part: Part, papers: dict[str, Seen], sources: Sources) -> Paper:
    """An instrument as this meeting dealt with it, and where it went, in the order of the steps."""
    own = Told(papers[part.target], sources) if part.target else None
    actions = told.of(part, "action")
    return Paper(
        told=own,
        title=told.of(part, "title"),
        label=part.label,
        actions=tuple(sorted(actions.with_verdict("stands"), key=_step)) if actions else (),
        destination=own.field("destination") if own else None,
        period=own.field("period") if own else None,
    )


def _step(said: Said) -> tuple[int, str]:
    return (PROGRESS.index(said.words) if said.words in PROGRESS else len(PROGRESS)), said.words
