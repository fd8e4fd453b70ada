"""What is worth a look, as pages: points on which reports contradict each other, pairs that may be one."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Response, Template
from litestar.router import Router

from communique.catalogue.doubts import conflicts_paged, doubts_paged
from communique.catalogue.paging import Going
from communique.catalogue.rows import Conflict
from communique.uses.web import wording
from communique.uses.web.addresses import page_of
from communique.uses.web.finding import Asking
from communique.uses.web.lists import Cell, Column, shown
from communique.uses.web.paged import for_programs, paged
from communique.uses.web.wording import field_name

_CONFLICTS = (
    Column("of", lambda c: Cell(c.label, page_of(c.id, c.kind)), "wide"),
    Column("point", lambda c: Cell(field_name(c.field.rpartition(".")[2])), "bare"),
    Column("what stands", lambda c: Cell(_said(c, c.stands))),
    Column("reports", lambda c: Cell(str(c.reports)), "number"),
    Column("others say", lambda c: Cell("; ".join(_said(c, v) for v in c.others))),
    Column("reports", lambda c: Cell(str(c.against)), "number"),
    Column("why", lambda c: Cell(c.rule)),
)
_DOUBTS = (
    Column("this", lambda d: Cell(d.left_label, page_of(d.left, d.kind)), "wide"),
    Column("and this", lambda d: Cell(d.right_label, page_of(d.right, d.kind)), "wide"),
    Column("why", lambda d: Cell(d.reason), "wide"),
    Column("likelihood", lambda d: Cell(f"{d.score:.0%}"), "number"),
)


def doubtful_router() -> Router:
    """The two lists, each as a page and for programs."""
    return Router("/", route_handlers=[conflicts_page, unsure_page, conflicts_json, unsure_json])


@get("/conflicts", sync_to_thread=True)
def conflicts_page(
    db: Asking, words: FromQuery[str] = "", after: FromQuery[str] = "", before: FromQuery[str] = ""
) -> Template:
    """The points on which reports contradict each other, those first that most reports contradict."""
    found = conflicts_paged(db, words, Going(after=after, before=before))
    title = "Where reports contradict each other"
    return paged("conflicts", title, words, found, shown(_CONFLICTS, found.rows))


@get("/conflicts.json", sync_to_thread=True)
def conflicts_json(
    db: Asking, words: FromQuery[str] = "", after: FromQuery[str] = "", before: FromQuery[str] = ""
) -> Response[bytes]:
    """The same for programs."""
    found = conflicts_paged(db, words, Going(after=after, before=before))
    return for_programs("conflicts", "conflicts", words, found)


@get("/unsure", sync_to_thread=True)
def unsure_page(
    db: Asking, words: FromQuery[str] = "", after: FromQuery[str] = "", before: FromQuery[str] = ""
) -> Template:
    """The pairs of entries that may be one, the likeliest first."""
    found = doubts_paged(db, words, Going(after=after, before=before))
    return paged("unsure", "Pairs that may be one", words, found, shown(_DOUBTS, found.rows))


@get("/unsure.json", sync_to_thread=True)
def unsure_json(
    db: Asking, words: FromQuery[str] = "", after: FromQuery[str] = "", before: FromQuery[str] = ""
) -> Response[bytes]:
    """The same for programs."""
    return for_programs("unsure", "pairs", words, doubts_paged(db, words, Going(after=after, before=before)))


def _said(conflict: Conflict, value: str | None) -> str:
    return wording.shown(conflict.field.rpartition(".")[2], value) if value else "nothing"
