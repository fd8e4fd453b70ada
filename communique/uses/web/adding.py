"""The page on which a person marks in a report's text what the reading missed."""

import re
from typing import Any

import msgspec
from litestar import get, post
from litestar.params import FromPath, FromQuery, URLEncodedBody
from litestar.response import Redirect, Response, Template

from communique.model.added import NEEDS, addition_of
from communique.model.errors import CommuniqueError, NotFound
from communique.model.span import Span
from communique.model.text import Text
from communique.uses import adding
from communique.uses.judging import listed
from communique.uses.web.addresses import page_of
from communique.uses.web.admitting import Asked, Visitor, reviewer, token_of
from communique.uses.web.desk import Desk
from communique.uses.web.finding import rendered
from communique.uses.web.review import desk_of


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that was added to this report, by whom, and whether the visitor may take it back."""

    number: int
    name: str
    words: str
    who: str
    when: str
    may_undo: bool


@get("/reports/{id:str}/mark", sync_to_thread=True)
def mark(
    request: Asked, id: FromPath[str], start: FromQuery[int] = -1, stop: FromQuery[int] = -1
) -> Template:
    """The text, the form, and what was added already; with `start` and `stop` these words are marked."""
    who = reviewer(request)
    desk = desk_of(request)
    text, _ = _report(desk, id)
    here = Span(start, stop).cut(text.characters) if 0 <= start < stop else ""
    return _page(request, desk, id, who, {"words": here, "start": str(start) if here else ""})


@post("/reports/{id:str}/mark", sync_to_thread=True, status_code=200)
def add(request: Asked, id: FromPath[str], data: URLEncodedBody[dict[str, str]]) -> Response[Any] | Template:
    """Keeps the marked words as a fact of this report."""
    who, desk = reviewer(request), desk_of(request)
    text, reading = _report(desk, id)
    given = {
        name: data.get(name, "").replace("\r\n", "\n") for name in ("words", "start", "what", "value", "by")
    }
    place = int(given["start"]) if re.fullmatch(r"[0-9]{1,15}", given["start"]) else None
    try:
        quote = adding.marked(text, given["words"], place)
        decided = adding.added(
            text, reading, given["what"], quote, who=who.name, value=given["value"], by=given["by"]
        )
        visit = desk.visit(who.name)
        made = desk.keep(visit, "", decided)
    except CommuniqueError as error:
        return _page(request, desk, id, who, given, str(error), 422)
    desk.tell(visit, f"{made.number}: added {made.told}")
    return Redirect(f"{page_of(id, 'reports')}/mark", status_code=303)


def _report(desk: Desk, id: str) -> tuple[Text, Any]:
    found = desk.ledger.reading_of(id.removeprefix("r-"))
    if found is None:
        raise NotFound(f"{id}: no such report")
    return found


def _page(
    request: Asked,
    desk: Desk,
    id: str,
    who: Visitor,
    given: dict[str, str],
    notice: str = "",
    status: int = 200,
) -> Template:
    text, reading = _report(desk, id)
    page = rendered(
        "mark.html",
        "Mark what was missed",
        report=text.title or text.name,
        link=page_of(id, "reports"),
        text=text.characters,
        choices=adding.choices(reading),
        needs=NEEDS,
        given={"words": "", "start": "", "what": "", "value": "", "by": ""} | given,
        notice=notice or desk.take_told(desk.visit(who.name)),
        added=_added(desk, text.id, who),
        token=token_of(request),
    )
    return Template(template_name=page.template_name, context=page.context, status_code=status)


def _added(desk: Desk, text: str, who: Visitor) -> list[Added]:
    """What people added to this report and nobody took back."""
    made = list(desk.ledger.judgements())
    found = []
    for judged in listed(desk.ledger):
        if judged.verdict == "added" and judged.left == text and judged.stands:
            fact = addition_of(made[judged.number - 1])
            meant = "" if str(fact.value) in ("", fact.quote.words) else f" ({fact.value})"
            found.append(
                Added(
                    number=judged.number,
                    name=fact.name,
                    words=f"“{fact.quote.words}”{meant}",
                    who=judged.who,
                    when=(judged.when or "")[:10],
                    may_undo=who.undoes_others or judged.who == who.name,
                )
            )
    return found
