"""Facts that a person marked in a report because the reading missed them, laid over whichever reading is the newest.

Each is a judgement `added` about a text. It names what it belongs to by words in the text, not by places in a
reading, so that it outlives a newer reader; what that one finds by itself is not told twice.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from communique.model.errors import Misquote
from communique.model.instrument import Instrument
from communique.model.judgement import Judgement, in_force
from communique.model.meeting import AgendaItem, BodyMention, Meeting
from communique.model.party import Chair, Office, Participation
from communique.model.reading import Reading
from communique.model.said import Commitment, Figure, Operation, Statement
from communique.model.span import Evidence, Quote, Span

SLOTS = ("city", "country", "venue", "start", "end", "ordinal")
"""What a meeting has one of."""

PARTIES = ("represented", "absent")
LISTS = ("participants", "chair", "agenda", "bodies", "instruments", *PARTIES)
"""What a meeting has several of, and who chaired it."""

KINDS = ("meetings", "offices", "instruments", "statements", "figures", "operations", "commitments")
"""What stands by itself in a reading."""

NEEDS = {"offices": "whose office it is", "statements": "who says so", "figures": "what is counted"}
"""The kinds that are nothing without a second quote, and what it tells."""


_FIELDS = {("meetings", field) for field in (*SLOTS, *LISTS)}


class Addition(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fact: an item of `kind`, or the `field` of a meeting, which `about` names by words of its own.

    `quote` are the words that say so, `value` what they mean (a date as EDTF, a country as its code); `by` are
    those that tell who says it, whose office it is, what is counted.
    """

    kind: str
    field: str = ""
    value: str | int | float = ""
    quote: Quote
    about: Quote | None = None
    by: Quote | None = None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote that it rests on."""
        return tuple(q for q in (self.quote, self.about, self.by) if q)

    @property
    def name(self) -> str:
        """What kind of fact it is, in a word: `city`, `statements`."""
        return self.field or self.kind


def to_value(addition: Addition) -> str:
    """An addition as the value of its judgement."""
    return msgspec.json.encode(addition).decode()


def addition_of(judgement: Judgement) -> Addition:
    """What a judgement `added` adds; raises Misquote where it is none that could be read."""
    try:
        found = msgspec.json.decode(judgement.value or "", type=Addition)
    except msgspec.MsgspecError as error:
        raise Misquote(f"an added fact cannot be read: {error}") from error
    if found.kind not in KINDS or (found.field and (found.kind, found.field) not in _FIELDS):
        raise Misquote(f"{found.kind} {found.field}: no such fact can be added".replace("  ", " "))
    if found.kind in NEEDS and found.by is None:
        raise Misquote(f"{found.kind}: mark also {NEEDS[found.kind]}")
    return found


def by_text(judgements: Iterable[Judgement]) -> Mapping[str, tuple[Addition, ...]]:
    """Text id -> what people added to its reading and nobody took back, in the order in which they did."""
    found: dict[str, tuple[Addition, ...]] = {}
    for judgement in in_force(judgements):
        if judgement.verdict == "added":
            found[judgement.left] = (*found.get(judgement.left, ()), addition_of(judgement))
    return found


def touched(judgements: Sequence[Judgement], since: int = 0) -> frozenset[str]:
    """The texts to whose readings the judgements after the first `since` add something, or take it back."""
    found = set()
    for judgement in judgements[since:]:
        before = len(judgements)  # only ever backwards, so that no circle of undoings is walked for ever
        while (
            judgement.verdict == "undone" and judgement.left.isdecimal() and 0 < int(judgement.left) <= before
        ):
            before = int(judgement.left) - 1
            judgement = judgements[before]
        if judgement.verdict == "added":
            found.add(judgement.left)
    return frozenset(found)


def moved(addition: Addition, characters: str) -> Addition | None:
    """The addition about another version of its text: its quotes where the same words stand, nearest to where they stood.

    None where one of them stands nowhere.
    """
    found = {}
    for name in ("quote", "about", "by"):
        quote: Quote | None = getattr(addition, name)
        if quote and quote.words:
            places = (m.start() for m in re.finditer(re.escape(quote.words), characters))
            start = min(places, key=lambda at, was=quote.span.start: (abs(at - was), at), default=None)  # type: ignore[misc]
            if start is None:
                return None
            found[name] = Quote.cut(characters, Span(start, start + len(quote.words)))
    return msgspec.structs.replace(addition, **found)


def with_added(reading: Reading, additions: Iterable[Addition]) -> Reading:
    """The reading with all that people added; what it says already by itself is left as it is."""
    for addition in additions:
        if addition.kind == "meetings" and addition.field:
            reading = _in_meeting(reading, addition)
        elif not _there(getattr(reading, addition.kind), addition):
            items = (*getattr(reading, addition.kind), _item(addition))
            reading = msgspec.structs.replace(reading, **{addition.kind: items})
    return reading


def _in_meeting(reading: Reading, addition: Addition) -> Reading:
    meetings = list(reading.meetings)
    place = _place(meetings, addition)
    if place is None:  # no reading tells of it any more: the person's words stand for it
        own = addition.about or addition.quote
        meetings.append(_meeting(own))
        place = len(meetings) - 1
    meetings[place] = _completed(meetings[place], addition)
    return msgspec.structs.replace(reading, meetings=tuple(meetings))


def _place(meetings: Sequence[Meeting], addition: Addition) -> int | None:
    """The meeting that has the words in question for its own; of several the one that has most of them."""
    if addition.about is None:
        return 0 if len(meetings) == 1 else None
    wanted = addition.about.span
    shared = [max((_shared(wanted, span) for span in m.evidence.get("", ())), default=0) for m in meetings]
    return shared.index(max(shared)) if shared and max(shared) > 0 else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def _completed(meeting: Meeting, addition: Addition) -> Meeting:
    field, span = addition.field, addition.quote.span
    if field in SLOTS:
        known = meeting.evidence.get(field, ()) if getattr(meeting, field) == addition.value else ()
        evidence = {**meeting.evidence, field: tuple(dict.fromkeys((*known, span)))}
        return msgspec.structs.replace(meeting, **{field: addition.value}, evidence=evidence)
    if field == "chair":
        chair = Chair(name=str(addition.value), evidence={"": (span,)})
        return msgspec.structs.replace(meeting, chair=chair)
    if field in PARTIES:
        return _with_party(meeting, addition)
    if _there(getattr(meeting, field), addition):
        return meeting
    return msgspec.structs.replace(meeting, **{field: (*getattr(meeting, field), _item(addition))})


def _with_party(meeting: Meeting, addition: Addition) -> Meeting:
    """One more country or organisation; each keeps a place of its own."""
    field, known = addition.field, getattr(meeting, addition.field)
    if addition.value in known:
        return meeting
    own, whole = meeting.evidence.get(field, ()), meeting.evidence.get("", ())
    places = own if len(own) == len(known) else tuple((own or whole)[:1]) * len(known)
    evidence: Evidence = {**meeting.evidence, field: (*places, addition.quote.span)}
    return msgspec.structs.replace(meeting, **{field: (*known, addition.value)}, evidence=evidence)


def _meeting(own: Quote) -> Meeting:
    return Meeting(id=f"added {own.span.start}", name=own.words, evidence={"": (own.span,)})


def _item(addition: Addition) -> Any:
    """The item that an addition makes, with its quotes."""
    words, value, by = addition.quote.words, str(addition.value), addition.by
    evidence: Evidence = {"": (addition.quote.span,)}
    made_by = by.words if by else None

    def said(slot: str) -> Evidence:
        return {**evidence, slot: (by.span,)} if by else evidence

    match addition.name:
        case "meetings":
            return _meeting(addition.quote)
        case "participants":
            return Participation(name=value, office=made_by, evidence=said("office"))
        case "agenda":
            return AgendaItem(text=words, evidence=evidence)
        case "bodies":
            return BodyMention(name=value, as_=words, evidence=evidence)
        case "instruments":
            return Instrument(title=words, evidence=evidence)
        case "offices":
            return Office(person=made_by or "", office=words, evidence=said("person"))
        case "statements":
            return Statement(speaker=made_by or "", text=words, evidence=said("speaker"))
        case "figures":
            number = addition.value if isinstance(addition.value, int | float) else 0
            return Figure(value=number, what=made_by or "", evidence=said("what"))
        case "operations":
            return Operation(name=words, evidence=evidence)
        case "commitments":
            return Commitment(text=words, by_whom=made_by, evidence=said("by_whom"))
    raise Misquote(f"{addition.name!r} is no kind of fact that can be added")


def _there(items: Iterable[Any], addition: Addition) -> bool:
    """Whether a reading has it by itself: the same words in the same place, or the same name."""
    new = _item(addition)
    named = next(f for f in ("name", "title", "text", "person", "what") if hasattr(new, f))
    wanted = (getattr(new, named), getattr(new, "office", None), getattr(new, "value", None))
    span = addition.quote.span
    return any(
        (getattr(i, named), getattr(i, "office", None), getattr(i, "value", None)) == wanted
        and any(span.touches(s) for s in i.evidence.get("", ()))
        for i in items
    )
