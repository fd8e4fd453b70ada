"""A question of the review as its page shows it: what is asked, what is set side by side, the words behind it, the answers."""

import msgspec

from communique.model.span import Span
from communique.uses.asks import Choice, Question
from communique.uses.web.addresses import fact_id, page_of, words_behind
from communique.uses.web.desk import Desk
from communique.uses.web.wording import according, field_name, headed, shortened, shown

_ONE = {"people": "person", "bodies": "body"}
_ABOUT = {
    "meetings": ("start", "city", "country", "ordinal"),
    "people": ("country",),
    "instruments": ("kind", "action", "period"),
    "operations": ("when", "status"),
}
"""What is told of each entry of a pair, by kind."""

_SENTENCES = 6
_HEAD = 70
"""Characters of a value that the head of a question shows."""


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


def sheet(desk: Desk, question: Question) -> Sheet:
    """The question in words."""
    ask, entry = question.ask, question.entry
    one = _ONE.get(entry.kind, entry.kind[:-1])
    name = field_name(question.field.rpartition(".")[2])
    head = {
        "pair": f"Is this one {one}, or two?",
        "conflict": f"Which is right: {name}?",
        "fact": f"Is this right? {name.capitalize()}: {_one_line(question)}",
        "body": "Is this a body that meets?",
        "coverage": "Was something missed here?",
    }[ask.kind]
    stands = question.choices[0].said if question.choices and question.field not in ("", "coverage") else ""
    return Sheet(
        key=ask.key,
        head=head,
        about=headed(entry) if ask.kind not in ("pair", "body") else "",
        link=page_of(entry.id, entry.kind),
        reason=_reason(question),
        sides=_sides(question) if ask.kind != "coverage" else _left(desk, question),
        answers=_answers(question),
        corrects=name if stands else "",
        stands=stands,
        marks=f"{page_of(entry.id, 'reports')}/mark" if ask.kind == "coverage" else "",
    )


def _one_line(question: Question) -> str:
    """The value that is asked about, as the head of the question."""
    field = question.field.rpartition(".")[2]
    return shortened(shown(field, question.choices[0].said), _HEAD) if question.choices else ""


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
