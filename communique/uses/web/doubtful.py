"""What is worth a look, as pages: points on which reports contradict each other, pairs that may be one."""

from collections.abc import Sequence
from typing import Any

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from communique.catalogue.doubts import conflicts, doubts
from communique.catalogue.rows import Conflict, Doubt
from communique.uses.web import wording
from communique.uses.web.addresses import list_of, page_of
from communique.uses.web.finding import Asking, rendered
from communique.uses.web.lists import Cell, Column, shown
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


@get("/conflicts", sync_to_thread=True)
def conflicts_page(db: Asking, words: FromQuery[str] = "") -> Template:
    """The points on which reports contradict each other, those first that most reports contradict."""
    return _page("conflicts", _CONFLICTS, conflicts(db, words), words)


@get("/unsure", sync_to_thread=True)
def unsure_page(db: Asking, words: FromQuery[str] = "") -> Template:
    """The pairs of entries that may be one, the likeliest first."""
    return _page("unsure", _DOUBTS, doubts(db, words), words)


def _page(
    kind: str, columns: tuple[Column, ...], rows: Sequence[Conflict] | Sequence[Doubt], words: str
) -> Template:
    told: dict[str, Any] = {"before": None, "after": None, "page": 1, "pages": 1}
    return rendered(
        "list.html",
        {"conflicts": "Where reports contradict each other", "unsure": "Pairs that may be one"}[kind],
        kind=kind,
        data=list_of(f"{kind}.json", words),
        words=words,
        number=len(rows),
        table=shown(columns, rows),
        **told,
    )


def _said(conflict: Conflict, value: str | None) -> str:
    return wording.shown(conflict.field.rpartition(".")[2], value) if value else "nothing"
