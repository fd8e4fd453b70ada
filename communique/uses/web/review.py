"""The review: one question after the other, best first, decided with a key or a click; and what was decided.

A script sends the form and puts the next question in its place; without it the same forms lead from page to page.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from litestar import get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Response, Template
from sqlalchemy import Connection

from communique.catalogue.outline import outlined
from communique.model.errors import BadInput, CommuniqueError
from communique.uses import asks, deciding
from communique.uses.asks import Ask
from communique.uses.deciding import Decided
from communique.uses.web.addresses import fact_id
from communique.uses.web.admitting import Asked, Visitor, back_to, reviewer, token_of
from communique.uses.web.desk import Desk, Waits
from communique.uses.web.finding import Asking, encoded, rendered
from communique.uses.web.sheets import sheet
from communique.uses.web.visits import Visit

_KINDS = {
    "conflict": ("contradiction", "contradictions"),
    "pair": ("pair that may be one", "pairs that may be one"),
    "body": ("unknown body", "unknown bodies"),
    "coverage": ("report of which little was read", "reports of which little was read"),
    "fact": ("new fact", "new facts"),
}
"""What the questions of each kind are about."""


@get("/review", sync_to_thread=True)
def review(request: Asked, db: Asking, at: FromQuery[str] = "") -> Template:
    """The next question, or the one that is asked for."""
    who, desk = reviewer(request), desk_of(request)
    return _page(request, db, desk, desk.visit(who.name), at=at)


@post("/review", sync_to_thread=True, status_code=200)
def decide(request: Asked, db: Asking, data: URLEncodedBody[dict[str, str]]) -> Response[Any] | Template:
    """Keeps a decision; then the next question."""
    who, desk = reviewer(request), desk_of(request)
    visit, key = desk.visit(who.name), data.get("key", "")
    if (made := desk.decided(key)) is not None:
        return _after(request, db, desk, visit, f"{made.who} has just decided this.")
    try:
        asked = asks.ask_of(key)
        if asked is None:
            raise BadInput(key or "key", "is nothing to decide")
        kept = desk.keep(visit, key, _decided(db, asked, data, who))
    except CommuniqueError as error:
        return _page(request, db, desk, visit, at=key, told=str(error), status=422)
    return _after(request, db, desk, desk.visit(who.name), f"{kept.number}: {kept.told}")


@post("/review/later", sync_to_thread=True, status_code=200)
def later(request: Asked, db: Asking, data: URLEncodedBody[dict[str, str]]) -> Response[Any] | Template:
    """Puts a question off: it comes again when all others are through."""
    who, desk = reviewer(request), desk_of(request)
    desk.put_off(desk.visit(who.name), data.get("key", ""))
    return _after(request, db, desk, desk.visit(who.name), "")


@post("/review/undo", sync_to_thread=True, status_code=200)
def undo(request: Asked, db: Asking, data: URLEncodedBody[dict[str, str]]) -> Response[Any] | Template:
    """Takes back the judgement that is named, or the visitor's last one, and asks again."""
    who, desk = reviewer(request), desk_of(request)
    visit = desk.visit(who.name)
    try:
        number = _taken_back(desk, visit, data.get("number", ""), who)
        made = desk.take_back(number, who.name)
    except CommuniqueError as error:
        return _page(request, db, desk, visit, told=str(error), status=422)
    told = f"Judgement {number} is taken back."
    visit = desk.visit(who.name)
    if data.get("from"):
        desk.tell(visit, told)
        return Redirect(back_to(data["from"]), status_code=303)
    if request.headers.get("x-part"):
        return _page(request, db, desk, visit, at=made.key if made else "", told=told)
    desk.tell(visit, told)
    return Redirect("/review", status_code=303)


@post("/review/through", sync_to_thread=True, status_code=200)
def through(request: Asked, db: Asking) -> Response[Any] | Template:
    """Notes that the visitor has seen what is new; what they have not decided is not asked about again."""
    who, desk = reviewer(request), desk_of(request)
    visit = desk.visit(who.name)
    desk.through(visit)
    return _after(request, db, desk, desk.visit(who.name), "What came until now counts as seen.")


@get("/review.json", sync_to_thread=True)
def review_json(request: Asked, db: Asking) -> Response[bytes]:
    """The queue for programs."""
    who, desk = reviewer(request), desk_of(request)
    waiting = [
        Waits(key=a.key, kind=a.kind, id=a.worth.id, other=a.worth.other or None, field=a.worth.field or None, reports=a.worth.reports)
        for a in desk.waiting(db, desk.visit(who.name))
    ]  # fmt: skip
    return encoded({"number": len(waiting), "waiting": waiting})


def desk_of(request: Asked) -> Desk:
    """The desk; raises BadInput where the record may not be written."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise BadInput("review", "this record may only be read here")
    return desk


def _after(request: Asked, db: Connection, desk: Desk, visit: Visit, told: str) -> Response[Any] | Template:
    """The next question in place of the last, or the way to it."""
    if request.headers.get("x-part"):
        return _page(request, db, desk, visit, told=told)
    desk.tell(visit, told)
    return Redirect("/review", status_code=303)


def _page(
    request: Asked,
    db: Connection,
    desk: Desk,
    visit: Visit,
    *,
    at: str = "",
    told: str = "",
    status: int = 200,
) -> Template:
    waiting = list(desk.waiting(db, visit))
    wanted = asks.ask_of(at) if at and desk.decided(at) is None else None
    question = asks.question(db, wanted) if wanted else None
    free = (ask for ask in waiting if desk.take(visit, ask.key))
    for asked in (free, waiting):  # what somebody else has before them only where there is nothing else
        question = question or next(filter(None, (asks.question(db, ask) for ask in asked)), None)
    desk.shown(visit, question.ask.key if question else "")
    number, minutes = visit.pace
    part = "x-part" in request.headers
    if question is None and visit.upto > visit.since:
        desk.through(visit)
    page = rendered(
        "question.html" if part else "review.html",
        "Review",
        sheet=sheet(desk, question) if question else None,
        notice=told or desk.take_told(visit),
        left=_counted(waiting),
        number=number,
        minutes=minutes,
        on_the_way=desk.on_the_way,
        last=visit.made[-1] if visit.made else None,
        new=question is not None and question.ask.kind == "fact",
        token=token_of(request),
    )
    return Template(template_name=page.template_name, context=page.context, status_code=status)


def _counted(waiting: Sequence[Ask]) -> list[tuple[int, str]]:
    """How many questions of each kind wait, in words, in the order in which the kinds come."""
    times = Counter(ask.kind for ask in waiting)
    return [
        (times[kind], words[0] if times[kind] == 1 else words[1])
        for kind, words in _KINDS.items()
        if times[kind]
    ]


def _taken_back(desk: Desk, visit: Visit, number: str, who: Visitor) -> int:
    """The number of the judgement to take back; raises BadInput where it is none, or another's."""
    if not number:
        if not visit.made:
            raise BadInput(
                "undo", "you have decided nothing in this visit; /judgements lists what was judged"
            )
        return visit.made[-1].number
    found = desk.judgement(int(number)) if re.fullmatch(r"[0-9]{1,15}", number) else None
    if found is None:
        raise BadInput(number, "no such judgement")
    if found.who != who.name and not who.undoes_others:
        raise BadInput(number, f"is {found.who}'s; an admin may take it back")
    return int(number)


def _decided(db: Connection, ask: Ask, data: dict[str, str], who: Visitor) -> Decided:
    """The judgement that an answer means. Raises BadInput for one that makes no sense here."""
    verdict, _, value = data.get("answer", "").partition(" ")
    value, why, worth = value or data.get("value", "").strip(), data.get("why", "").strip(), ask.worth
    if ask.kind == "pair" and verdict in ("same", "other", "unsure"):
        return deciding.pair(db, verdict, worth.id, worth.other, who=who.name, why=why)
    if ask.kind == "body" and verdict == "same":
        return deciding.pair(db, verdict, worth.id, value, who=who.name, why=why)
    if ask.kind == "coverage" and verdict == "right":
        made = deciding.judgement(
            "right", f"{worth.id}.coverage", who=who.name, why=why or "nothing is missing"
        )
        return Decided(made, "nothing is missing in this report")
    field = "name" if ask.kind == "body" else worth.field
    if ask.kind in ("conflict", "fact", "body"):
        if verdict in ("right", "wrong"):
            keep = deciding.accepted if verdict == "right" else deciding.rejected
            return keep(db, worth.id, field, who=who.name, said=_said(db, worth.id, field, value), why=why)
        if verdict == "replaced":
            return deciding.corrected(db, worth.id, field, value, who=who.name, why=why)
    raise BadInput(verdict or "answer", "is no answer to this question")


def _said(db: Connection, id: str, field: str, mark: str) -> str:
    """The value that a button means: it sends a mark of it, since browsers alter line ends. Raises BadInput."""
    values = deciding.values_of(outlined(db, id, field), field) if mark else ()
    found = next((str(v.value) for v in values if fact_id(id, field, v.value) == mark), "")
    if mark and not found:
        raise BadInput(field, "the value that you judged is there no longer; look again")
    return found
