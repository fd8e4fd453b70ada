"""What is worth a look, as pages: points on which reports contradict each other, pairs that may be one."""

from litestar.router import Router

from communique.catalogue.doubts import conflicts_paged, doubts_paged
from communique.catalogue.rows import Conflict
from communique.uses.web import wording
from communique.uses.web.addresses import page_of
from communique.uses.web.lists import Cell, Column, shown
from communique.uses.web.paged import Paged, routes
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
    return Router("/", route_handlers=[route for of in (_CONTRADICTED, _IN_DOUBT) for route in routes(of)])


def _said(conflict: Conflict, value: str | None) -> str:
    return wording.shown(conflict.field.rpartition(".")[2], value) if value else "nothing"


_CONTRADICTED = Paged(
    "conflicts",
    "Where reports contradict each other",
    conflicts_paged,
    lambda rows: shown(_CONFLICTS, rows),
    "conflicts",
)
_IN_DOUBT = Paged("unsure", "Pairs that may be one", doubts_paged, lambda rows: shown(_DOUBTS, rows), "pairs")
