"""The review: one question after the other, best first, decided with a key or a click; and what was decided.

A script sends the form and puts the next question in its place; without it the same forms lead from page to page.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
from litestar import get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Response, Template
from sqlalchemy import Connection

from communique.catalogue.recent import recent
from communique.model.errors import BadInput, CommuniqueError
from communique.model.span import Span
from communique.uses import asks, deciding
from communique.uses.asks import Ask, Choice, Question
from communique.uses.deciding import Decided
from communique.uses.web.addresses import fact_id, page_of, words_behind
from communique.uses.web.admitting import Asked, Visitor, back_to, reviewer, token_of
from communique.uses.web.desk import Desk, Visit, Waits
from communique.uses.web.finding import Asking, encoded, rendered
from communique.uses.web.wording import according, field_name, shown

_ONE = {"people": "person", "bodies": "body"}
_KINDS = {
    "conflict": ("contradiction", "contradictions"),
    "pair": ("pair that may be one", "pairs that may be one"),
    "body": ("unknown body", "unknown bodies"),
    "coverage": ("report of which little was read", "reports of which little was read"),
    "fact": ("new fact", "new facts"),
}
"""What the questions of each kind are about."""

_ABOUT = {
    "meetings": ("start", "city", "country", "ordinal"),
    "people": ("country",),
    "instruments": ("kind", "action", "period"),
    "operations": ("when", "status"),
}
"""What is told of each entry of a pair, by kind."""

_SENTENCES = 6


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A key, the words of its button, and what the button sends."""

    key: str
    words: str
    verdict: str
    value: str = ""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the things set side by side, in words, with the sentences behind it."""

    words: str
    link: str | None = None
    notes: tuple[str, ...] = ()
    number: int = 0
    quotes: tuple[dict[str, str], ...] = ()


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A question as the page shows it."""

    key: str
    head: str
    about: str
    link: str
    reason: str
    sides: tuple[Side, ...]
    answers: tuple[Answer, ...]
    corrects: str = ""
    stands: str = ""
    marks: str = ""


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
    return _after(request, db, desk, visit, f"{kept.number}: {kept.told}")


@post("/review/later", sync_to_thread=True, status_code=200)
def later(request: Asked, db: Asking, data: URLEncodedBody[dict[str, str]]) -> Response[Any] | Template:
    """Puts a question off: it comes again when all others are through."""
    who, desk = reviewer(request), desk_of(request)
    visit, key = desk.visit(who.name), data.get("key", "")
    visit.later = [*(k for k in visit.later if k != key), key]
    return _after(request, db, desk, visit, "")


@post("/review/undo", sync_to_thread=True, status_code=200)
def undo(request: Asked, db: Asking, data: URLEncodedBody[dict[str, str]]) -> Response[Any] | Template:
    """Takes back the judgement that is named, or the visitor's last one, and asks again."""
    who, desk = reviewer(request), desk_of(request)
    visit = desk.visit(who.name)
    try:
        number = _taken_back(desk, visit, data.get("number", ""), who)
        made = desk.take_back(visit, number, who.name)
    except CommuniqueError as error:
        return _page(request, db, desk, visit, told=str(error), status=422)
    told = f"Judgement {number} is taken back."
    if data.get("from"):
        visit.told = told
        return Redirect(back_to(data["from"]), status_code=303)
    if request.headers.get("x-part"):
        return _page(request, db, desk, visit, at=made.key if made else "", told=told)
    visit.told = told
    return Redirect("/review", status_code=303)


@post("/review/through", sync_to_thread=True, status_code=200)
def through(request: Asked, db: Asking) -> Response[Any] | Template:
    """Notes that the visitor has seen what is new; what they have not decided is not asked about again."""
    who, desk = reviewer(request), desk_of(request)
    visit = desk.visit(who.name)
    desk.through(visit)
    return _after(request, db, desk, visit, "What came until now counts as seen.")


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
    visit.told = told
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
    question = question or next(filter(None, (asks.question(db, ask) for ask in waiting)), None)
    desk.shown(visit, question.ask.key if question else "")
    number, minutes = visit.pace
    part = "x-part" in request.headers
    if question is None and visit.upto > visit.since:
        desk.through(visit)
    page = rendered(
        "question.html" if part else "review.html",
        "Review",
        sheet=_sheet(db, desk, question) if question else None,
        notice=told or visit.take_told(),
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
    values = deciding.values_of(recent(db, id), field) if mark else ()
    found = next((str(v.value) for v in values if fact_id(id, field, v.value) == mark), "")
    if mark and not found:
        raise BadInput(field, "the value that you judged is there no longer; look again")
    return found


def _sheet(db: Connection, desk: Desk, question: Question) -> Sheet:
    ask, entry = question.ask, question.entry
    one = _ONE.get(entry.kind, entry.kind[:-1])
    name = field_name(question.field.rpartition(".")[2])
    head = {
        "pair": f"Is this one {one}, or two?",
        "conflict": f"Which is right: {name}?",
        "fact": f"Is this right: {name}?",
        "body": "Is this a body that meets?",
        "coverage": "Was something missed here?",
    }[ask.kind]
    stands = question.choices[0].said if question.choices and question.field not in ("", "coverage") else ""
    return Sheet(
        key=ask.key,
        head=head,
        about=entry.label if ask.kind not in ("pair", "body") else "",
        link=page_of(entry.id, entry.kind),
        reason=_reason(question),
        sides=_sides(question) if ask.kind != "coverage" else _left(desk, question),
        answers=_answers(question),
        corrects=name if stands else "",
        stands=stands,
        marks=f"{page_of(entry.id, 'reports')}/mark" if ask.kind == "coverage" else "",
    )


def _reason(question: Question) -> str:
    worth = question.ask.worth
    part = question.field.split(".")
    if len(part) > 2:
        found = next(
            (
                p.label
                for p in question.entry.part(part[0])
                if question.field.startswith(f"{p.list}.{p.key}.")
            ),
            "",
        )
        return f"of {found}" if found else ""
    return worth.reason


def _sides(question: Question) -> tuple[Side, ...]:
    many = len(question.choices) > 1 and question.ask.kind == "conflict"
    field = question.field.rpartition(".")[2]
    return tuple(
        _side(choice, field, number if many else 0) for number, choice in enumerate(question.choices, 1)
    )


def _side(choice: Choice, field: str, number: int) -> Side:
    entry = choice.entry
    notes = [f"{choice.reports} report{'s' if choice.reports != 1 else ''}"]
    if choice.verdict == "stands" and number:
        notes.append("stands now")
    if entry:
        notes += [
            f"{field_name(n)}: {shown(n, entry.get(n))}" for n in _ABOUT.get(entry.kind, ()) if entry.get(n)
        ]
        notes += [part.label for part in entry.part("offices")[:2]]
    return Side(
        words=choice.said if entry else shown(field, choice.said),
        link=page_of(entry.id, entry.kind) if entry else None,
        notes=tuple(notes),
        number=number,
        quotes=tuple(
            {
                "before": b.sentence[: b.at],
                "words": b.words,
                "after": b.sentence[b.at + len(b.words) :],
                "according": according(b.publisher, b.published),
                "link": f"{words_behind(b.report, 'none', b.start)}",
            }
            for b in choice.behind
        ),
    )


def _left(desk: Desk, question: Question) -> tuple[Side, ...]:
    """The sentences that announce a fact and gave none, each with the way to mark what it says."""
    told = desk.ledger.reading_of(question.entry.id.removeprefix("r-"))
    if told is None:
        return ()
    text, reading = told
    left = reading.report.coverage.left
    quotes = tuple(_sentence(question.entry.id, span, text.characters) for span in left[:_SENTENCES])
    more = f", of which {_SENTENCES} are shown" if len(left) > _SENTENCES else ""
    words = f"{len(left)} sentences announce a fact and gave none{more}"
    return (Side(words=words, notes=(according(text.publisher, text.published),), quotes=quotes),)


def _sentence(report: str, span: Span, characters: str) -> dict[str, str]:
    words = " ".join(span.cut(characters).split())
    link = f"{page_of(report, 'reports')}/mark?start={span.start}&stop={span.stop}"
    return {"before": "", "words": words, "after": "", "according": "mark what it says", "link": link}


def _answers(question: Question) -> tuple[Answer, ...]:
    kind, field = question.ask.kind, question.field.rpartition(".")[2]
    marks = [fact_id(question.entry.id, question.field, choice.said) for choice in question.choices]
    if kind == "pair":
        return (
            Answer(key="s", words="the same", verdict="same"),
            Answer(key="o", words="not the same", verdict="other"),
            Answer(key="u", words="cannot tell", verdict="unsure"),
        )
    if kind == "coverage":
        return (Answer(key="a", words="nothing is missing", verdict="right"),)
    if kind == "body":
        known = (
            Answer(key=str(n), words=f"the same as {name}", verdict="same", value=id)
            for n, (id, name) in enumerate(question.like, 1)
        )
        return (
            Answer(key="a", words="yes, a body", verdict="right"),
            Answer(key="r", words="no body", verdict="wrong"),
            *known,
        )
    reject = Answer(key="r", words="wrong", verdict="wrong", value=marks[0])
    if kind == "fact":
        return (Answer(key="a", words="right", verdict="right", value=marks[0]), reject)
    numbered = tuple(
        Answer(key=str(n), words=shown(field, choice.said), verdict="right", value=mark)
        for n, (choice, mark) in enumerate(zip(question.choices, marks, strict=True), 1)
    )
    stands = msgspec.structs.replace(reject, words=f"{shown(field, question.choices[0].said)} is wrong")
    return (*numbered, stands)
