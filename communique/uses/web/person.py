"""The page of one person: names as spelled, offices as cited, meetings, statements, figures."""

import msgspec
from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from communique.catalogue import company, queries
from communique.catalogue.kept import kept
from communique.catalogue.offices import offices_of_person
from communique.catalogue.rows import MeetingRow
from communique.catalogue.seen import seen
from communique.model.record import Part
from communique.uses.web.finding import Asking, found, rendered
from communique.uses.web.lists import shown
from communique.uses.web.over_time import HOLDERS, holders
from communique.uses.web.pictured import several
from communique.uses.web.sayings import Saying, Told, sources_of
from communique.uses.web.wording import day

_MET = 30
_MEETINGS, _SHOWN = 60, 30
"""Meetings, statements and figures that are shown; the newest."""
_SAID = {"statements": queries.statements, "figures": queries.figures}


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
    id = found(db, "people", id)
    rows = queries.meetings_of(db, id, limit=_MEETINGS)
    (own,) = seen(db, [id], {"meetings": [row.id for row in rows]})
    said = {kind: seen(db, [row.id for row in of(db, person=id, limit=_SHOWN)]) for kind, of in _SAID.items()}
    sources = sources_of(db, [own, *(one for each in said.values() for one in each)])
    told = Told(own, sources)
    seats = {p.target: p for p in own.entry.part("meetings")}
    return rendered(
        "person.html",
        own.entry.label,
        told=told,
        name=told.field("name"),
        country=told.field("country"),
        organisations=told.field("organisations"),
        posts=shown(HOLDERS, holders(offices_of_person(db, id))),
        offices=[_held(told, part) for part in own.entry.part("offices")],
        meetings=[_sat(told, seats[row.id], row) for row in rows if row.id in seats],
        pictures=several(("offices", id, 2), ("network", id, 3)),
        met=kept(db, ("met", id), lambda: company.met(db, id, limit=_MET)),
        more={kind: queries.count(db, kind, person=id) - len(each) for kind, each in said.items()}
        | {"meetings": queries.number_of_meetings(db, id) - len(rows)},
        sources=sources,
        **{kind: [Told(one, sources) for one in each] for kind, each in said.items()},
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
