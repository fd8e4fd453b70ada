"""The page of one person: names as spelled, offices as cited, meetings, statements, figures."""

import msgspec
from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from communique.catalogue import company, queries
from communique.catalogue.offices import offices_of_person
from communique.catalogue.rows import MeetingRow
from communique.model.record import Part
from communique.uses.web.finding import Asking, found, rendered
from communique.uses.web.lists import shown
from communique.uses.web.over_time import HOLDERS, holders
from communique.uses.web.pictured import several
from communique.uses.web.sayings import Saying, Told, sources_of
from communique.uses.web.wording import day

_MET = 30
_SHOWN = 60
"""Statements and figures that are shown; the newest."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An office in which reports name the person; first and last cited is not start and end."""

    office: Saying | None
    of: Saying | None
    former: bool
    first: str
    last: str


class Sat(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting that the person attended."""

    meeting: str
    link: str
    date: str
    where: str
    office: Saying | None
    role: Saying | None
    called: Saying | None


@get("/people/{id:str}", sync_to_thread=True)
def person(db: Asking, id: FromPath[str]) -> Template:
    """One person."""
    entry = found(db, "people", id)
    spoken = queries.statements(db, person=entry.id)
    claimed = queries.figures(db, person=entry.id)
    statements, figures = ([queries.whole(db, r.id) for r in rows[:_SHOWN]] for rows in (spoken, claimed))
    sources = sources_of(db, (*entry.reports, *(r for e in (*statements, *figures) for r in e.reports)))
    told = Told(db, entry, sources)
    seats = {p.target: p for p in entry.part("meetings")}
    return rendered(
        "person.html",
        entry.label,
        told=told,
        name=told.field("name"),
        country=told.field("country"),
        organisations=told.field("organisations"),
        posts=shown(HOLDERS, holders(offices_of_person(db, entry.id))),
        offices=[_held(told, part) for part in entry.part("offices")],
        meetings=[
            _sat(told, seats[row.id], row) for row in queries.meetings_of(db, entry.id) if row.id in seats
        ],
        pictures=several(db, [("offices", entry.id, 2), ("network", entry.id, 3)]),
        met=company.met(db, entry.id, limit=_MET),
        statements=[Told(db, e, sources) for e in statements],
        figures=[Told(db, e, sources) for e in figures],
        more={"statements": len(spoken) - len(statements), "figures": len(claimed) - len(figures)},
        sources=[(source, True) for source in sources.values()],
    )


def _held(told: Told, part: Part) -> Held:
    cited = sorted(str(date) for date in part.all("cited"))
    return Held(
        office=told.of(part, "office"),
        of=told.of(part, "of"),
        former=bool(part.get("former")),
        first=day(cited[0]) if cited else "",
        last=day(cited[-1]) if cited else "",
    )


def _sat(told: Told, part: Part, row: MeetingRow) -> Sat:
    return Sat(
        meeting=row.name or part.label,
        link=f"/meetings/{row.id}",
        date=day(row.date),
        where=row.city or "",
        office=told.of(part, "office"),
        role=told.of(part, "role"),
        called=told.of(part, "as"),
    )
