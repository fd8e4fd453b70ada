"""What only many reports together tell, as pages: offices, instruments not heard of since, figures side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from litestar.router import Router
from sqlalchemy import Connection

from communique.catalogue.comparing import Claim, Compared, compared_paged
from communique.catalogue.journeys import waiting_paged
from communique.catalogue.offices import Held, Holder, offices_paged
from communique.catalogue.paging import Going, Page
from communique.uses import beside, terms, told
from communique.uses.web.addresses import page_of
from communique.uses.web.lists import Cell, Column, Table, shown
from communique.uses.web.paged import Paged, routes
from communique.uses.web.wording import amount, day, party, source

_OF_ONE = 40
"""Claims about one thing that a page shows."""


class InOffice(NamedTuple):
    """A holder, and the post that is held; of several holders the first names it."""

    post: Held
    holder: Holder
    first: bool


class Among(NamedTuple):
    """A claim, and the group in which it stands; the first says what is counted."""

    group: Compared
    claim: Claim
    first: bool


def _cited(date: str | None, report: str | None) -> Cell:
    return Cell(day(date), page_of(report, "reports") if report else None)


def _last_cited(at: InOffice) -> Cell:
    """When a holder was cited last; nothing where that is the day of the first time too."""
    holder = at.holder
    if (holder.first_cited, holder.first_report) == (holder.last_cited, holder.last_report):
        return Cell("")
    return _cited(holder.last_cited, holder.last_report)


HOLDERS = (
    Column("of", lambda h: Cell(party(h.post.of) if h.first else ""), "bare"),
    Column("office", lambda h: Cell(h.post.title if h.first else ""), "wide"),
    Column("holder", lambda h: Cell(h.holder.name, page_of(h.holder.person)), "name"),
    Column("first cited", lambda h: _cited(h.holder.first_cited, h.holder.first_report), "date"),
    Column("last cited", _last_cited, "date"),
    Column("remarks", lambda h: Cell(terms.remarks(h.holder, h.post)), "wide"),
)
"""The columns under which holders of an office are shown."""

STEPS = (
    Column("date", lambda s: Cell(day(s.date)), "date bare"),
    Column("step", lambda s: Cell(s.action)),
    Column("by", lambda s: Cell("; ".join(s.organs), page_of(s.meeting) if s.meeting else None), "wide"),
    Column("to", lambda s: Cell(s.to or "", page_of(s.to_body) if s.to_body else None)),
)
"""The columns of a journey."""

_WAITING = (
    Column("date", lambda w: Cell(day(w.step.date)), "date bare"),
    Column("instrument", lambda w: Cell(w.title, page_of(w.id)), "wide"),
    Column("step", lambda w: Cell(w.step.action)),
    Column("to", lambda w: Cell(w.step.to or "", page_of(w.step.to_body) if w.step.to_body else None)),
    Column("by", lambda w: Cell("; ".join(w.step.organs), page_of(w.step.meeting) if w.step.meeting else None), "wide"),
    Column("since then", lambda w: Cell(told.since(w), page_of(w.since[0].id) if w.since else None)),
)  # fmt: skip
_CLAIMS = (
    Column("what", lambda a: Cell(_what(a.group) if a.first else ""), "wide"),
    Column(
        "figure",
        lambda a: Cell(amount(a.claim.row.value, a.claim.row.comparator, None), page_of(a.claim.row.id)),
        "name",
    ),
    Column("period", lambda a: Cell(a.claim.period or day(a.claim.row.period), None)),
    Column("claimed by", lambda a: _claimant(a.claim)),
    Column("according to", lambda a: _source(a.claim), "source"),
    Column("compared", lambda a: Cell(beside.remark(a.claim, a.group)), "wide"),
)


def over_time_router() -> Router:
    """The pages, and the same for programs."""
    return Router("/", route_handlers=[route for of in (_HELD, _PENDING, _COMPARED) for route in routes(of)])


def holders(posts: Sequence[Held]) -> list[InOffice]:
    """The holders of these posts, one a row."""
    return [InOffice(post, holder, not at) for post in posts for at, holder in enumerate(post.holders)]


def _what(group: Compared) -> str:
    number = len(group.claims)
    more = f"; the first {_OF_ONE} of {number:,} claims" if number > _OF_ONE else ""
    common = f" ({', '.join(group.common)})" if group.common else ""
    return " ".join(w for w in (group.unit, group.what) if w) + common + more


def _claimant(claim: Claim) -> Cell:
    return Cell(claim.row.claimed_by or "", page_of(claim.row.person) if claim.row.person else None)


def _source(claim: Claim) -> Cell:
    return Cell(source(claim.row.publisher, claim.row.published), page_of(claim.row.report, "reports"))


def side_by_side(db: Connection, words: str, going: Going) -> Page[Compared]:
    """One page of the figures side by side."""
    return compared_paged(db, words, going, _OF_ONE)


def _among(groups: Sequence[Compared]) -> Table:
    rows = [Among(g, claim, not at) for g in groups for at, claim in enumerate(g.claims[:_OF_ONE])]
    return shown(_CLAIMS, rows)


_HELD = Paged(
    "offices",
    "Who held which office",
    offices_paged,
    lambda rows: shown(HOLDERS, holders(rows)),
    "offices",
)
_PENDING = Paged(
    "pending",
    "Submitted or planned, and not heard of since",
    waiting_paged,
    lambda rows: shown(_WAITING, rows),
    "instruments",
)
_COMPARED = Paged("compared", "Figures side by side", side_by_side, _among, "groups")
