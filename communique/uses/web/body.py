"""The page of one body: its meetings in order, who sat in them, the instruments that passed through it."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from litestar import get
from litestar.params import FromPath
from litestar.response import Template
from sqlalchemy import Connection

from communique.catalogue import company, queries
from communique.catalogue.kept import lately
from communique.catalogue.offices import Held, offices_of
from communique.catalogue.rows import InstrumentRow, MeetingRow
from communique.catalogue.seen import seen
from communique.catalogue.series import Gap, Series, series
from communique.lexicon.bodies import bodies
from communique.lexicon.countries import country_codes
from communique.lexicon.sittings import ordinal as ordinal_of
from communique.model.record import Entry
from communique.model.when import year_of
from communique.uses import order
from communique.uses.web.addresses import country_page, page_of
from communique.uses.web.finding import Asking, found, rendered
from communique.uses.web.lists import shown
from communique.uses.web.over_time import HOLDERS, holders
from communique.uses.web.pictured import several
from communique.uses.web.sayings import Told, sources_of
from communique.uses.web.wording import ordinal

_SITTINGS = 300
"""Meetings that the page shows and tells the order of, the newest; the list has all."""
_PEOPLE, _PAPERS, _POSTS = 60, 200, 60
_DONE = frozenset({"adopted", "signed", "ratified", "in force", "extended", "terminated", "withdrawn"})
"""What has no next step to wait for."""


class Paper(NamedTuple):
    """An instrument with what was done last."""

    title: str
    link: str
    action: str
    date: str | None


@get("/bodies/{id:path}", sync_to_thread=True)
def body(db: Asking, id: FromPath[str]) -> Template:
    """One body."""
    id = found(db, "bodies", id.lstrip("/"))
    (own,) = seen(db, [id], {"meetings": ()})
    told = lately(db, ("series", id), lambda own: series(own, id, latest=_SITTINGS))
    members = lately(db, ("members", id), lambda own: company.members(own, id))
    people = lately(db, ("sat in", id), lambda own: company.sat_in(own, id, limit=_PEOPLE))
    rows = queries.meetings_of(db, id, limit=_SITTINGS)
    sources = sources_of(db, [own])
    number = queries.number_of_meetings(db, id)
    return rendered(
        "body.html",
        own.entry.label,
        told=Told(own, sources),
        years=_by_year(rows),
        earlier=number - len(rows),
        number=number,
        missing=_missing(told),
        order=list(order.lines(told)),
        posts=shown(HOLDERS, holders(_posts(db, id))[:_POSTS]),
        members=[(m, country_page(m.party)) for m in members],
        pictures=several(("series", id, 2), ("attendance", id, 2)),
        people=people,
        **_papers(
            own.entry, lately(db, ("papers", id), lambda own: company.dealt_with(own, id, limit=_PAPERS))
        ),
        sources=sources,
        numbered=_numbered,
    )


def _numbered(name: str) -> bool:
    """Whether a sitting's own name has its number: `17th Ordinary Summit`, `ninth meeting`."""
    return any(ordinal_of(word) for word in name.split())


def _posts(db: Connection, id: str) -> list[Held]:
    """The posts of the organisation that the body is, or is an organ of."""
    known = bodies().get(id.split("/")[0])
    names = dict.fromkeys((known.acronym, known.name)) if known else {}
    return [post for name in names if name not in country_codes() for post in offices_of(db, name)]


def _missing(told: Series) -> dict[str, str]:
    """By the meeting that follows: the numbers of which no report was read, in words."""
    pairs = pairwise(told.steps)
    return {
        after.id: ordinal(gap.first) + (f" to {ordinal(gap.last)}" if gap.last > gap.first else "")
        for gap, after in pairs
        if isinstance(gap, Gap) and isinstance(after, MeetingRow)
    }


def _by_year(rows: Sequence[MeetingRow]) -> list[tuple[int | None, list[MeetingRow]]]:
    """The series from its first meeting on record to its last, year by year; undated ones at the end."""
    dated = [row for row in reversed(rows) if year_of(row.date)]
    undated = [row for row in rows if not year_of(row.date)]
    years = [(year, list(group)) for year, group in groupby(dated, key=lambda row: year_of(row.date))]
    return [*years, *([(None, undated)] if undated else [])]


def _papers(entry: Entry, dealt_with: Sequence[InstrumentRow]) -> dict[str, list[Paper]]:
    """What meetings of the body dealt with or was submitted to it: still under way, and concluded."""
    found = {row.id: Paper(row.title, page_of(row.id), row.action or "", row.date) for row in dealt_with}
    for part in entry.part("instruments"):
        if part.target and part.target not in found:
            done = ", ".join(str(action) for action in part.all("action"))
            found[part.target] = Paper(part.label, page_of(part.target), done, None)
    waiting = [paper for paper in found.values() if paper.action and paper.action not in _DONE]
    return {"waiting": waiting, "instruments": [p for p in found.values() if p not in waiting]}
