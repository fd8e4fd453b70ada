"""What people have judged, newest first, each with a way to take it back; and the routes of the review together."""

import re
from pathlib import Path
from typing import Any

import msgspec
from litestar import get
from litestar.params import FromQuery
from litestar.response import Response, Template
from litestar.router import Router
from sqlalchemy import Connection, select

from communique.catalogue.tables import ALIAS, ENTRY
from communique.ledger import Ledger
from communique.model.judgement import mentions_of
from communique.uses.deciding import BETWEEN
from communique.uses.judging import Judged, called_there, listed
from communique.uses.web import adding, entering, review
from communique.uses.web.addresses import page_of
from communique.uses.web.admitting import Asked, Visitor, token_of, visitor
from communique.uses.web.finding import Asking, encoded, rendered
from communique.uses.web.wording import field_name

PAGE = 50
_STATIC = Path(__file__).parent / "static"
_POINT = re.compile(r"(\S+?)\.(\S+) ((?:is|was) .*)", re.S)
"""How the reason of a judgement about a value begins: `m-1f3a.city was Oslo`."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement in words; `about` holds words and, of an entry, its page."""

    number: int
    verdict: str
    stands: bool
    about: tuple[tuple[str, str | None], ...]
    who: str
    when: str
    may_undo: bool


def review_router() -> Router:
    """The review, its judgements, logging in, and what their pages load."""
    return Router(
        "/",
        route_handlers=[
            review.review, review.decide, review.later, review.undo, review.through, review.review_json,
            judgements, judgements_json, entering.login_form, entering.login, entering.logout,
            adding.mark, adding.add, script, marking_script, looks,
        ],
    )  # fmt: skip


@get("/judgements", sync_to_thread=True)
def judgements(request: Asked, db: Asking, page: FromQuery[int] = 1) -> Template:
    """What was judged, by whom and when."""
    ledger = review.desk_of(request).ledger
    made = listed(ledger)[::-1]
    at = max(1, page)
    here = made[(at - 1) * PAGE : at * PAGE]
    who = visitor(request)
    return rendered(
        "judgements.html",
        "What people have judged",
        rows=[_line(db, ledger, j, who) for j in here],
        number=len(made),
        page=at,
        before=at - 1 if at > 1 else None,
        after=at + 1 if at * PAGE < len(made) else None,
        data="/judgements.json",
        token=token_of(request),
    )


@get("/judgements.json", sync_to_thread=True)
def judgements_json(request: Asked) -> Response[bytes]:
    """Every judgement for programs, oldest first."""
    made = listed(review.desk_of(request).ledger)
    return encoded({"number": len(made), "judgements": made})


@get("/static/review.js", sync_to_thread=False)
def script() -> Response[bytes]:
    """The keys."""
    return Response((_STATIC / "review.js").read_bytes(), media_type="text/javascript")


@get("/static/mark.js", sync_to_thread=False)
def marking_script() -> Response[bytes]:
    """Words selected in a report go into the form."""
    return Response((_STATIC / "mark.js").read_bytes(), media_type="text/javascript")


@get("/static/review.css", sync_to_thread=False)
def looks() -> Response[bytes]:
    """The looks of the review."""
    return Response((_STATIC / "review.css").read_bytes(), media_type="text/css")


def _line(db: Connection, ledger: Ledger, made: Judged, who: Visitor) -> Line:
    return Line(
        number=made.number,
        verdict=made.verdict,
        stands=made.stands,
        about=_about(db, ledger, made),
        who=made.who,
        when=(made.when or "")[:16].replace("T", " "),
        may_undo=made.stands and who.judges and (who.undoes_others or made.who == who.name),
    )


def _about(db: Connection, ledger: Ledger, made: Judged) -> tuple[tuple[str, Any], ...]:
    if made.verdict == "undone":
        return ((f"judgement {made.left}", None), *(((made.why, None),) if made.why else ()))
    if made.right is not None:
        why = ((f"({made.why})", None),) if made.why else ()
        left, right = (_entry(db, side) for side in (made.left, made.right))
        if left == right:  # one entry by now
            left, right = ((_there(db, ledger, side) or left[0], left[1]) for side in (made.left, made.right))
        return (left, (BETWEEN.get(made.verdict, "and"), None), right, *why)
    found = _POINT.match(made.why)
    id, point, rest = found.groups() if found else (made.left.partition(".")[0], "", made.why or made.left)
    value = ((f"now {made.value}", None),) if made.verdict == "replaced" else ()
    return (*_called(db, id), (f"{field_name(point.rpartition('.')[2])} {rest}".strip(), None), *value)


def _called(db: Connection, id: str) -> tuple[tuple[str, str | None], ...]:
    """What the entry that a reason begins with is called now; nothing where there is none."""
    found = db.execute(select(ENTRY.c.kind, ENTRY.c.label).where(ENTRY.c.id == id)).first()
    return ((found.label, page_of(id, found.kind)),) if found else ()


def _entry(db: Connection, side: str) -> tuple[str, str | None]:
    """What the first of the mentions is called now."""
    (first, *_) = mentions_of(side) or ("",)
    found = db.execute(
        select(ENTRY.c.id, ENTRY.c.kind, ENTRY.c.label)
        .join(ALIAS, ALIAS.c.entity == ENTRY.c.id)
        .where(ALIAS.c.mention == first)
    ).first()
    return (found.label, page_of(found.id, found.kind)) if found else (first, None)


def _there(db: Connection, ledger: Ledger, side: str) -> str | None:
    """What the first of the mentions is called in its own report."""
    return next((called_there(ledger, db, mention) for mention in mentions_of(side)), None)
