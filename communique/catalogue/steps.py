"""What was done with an instrument, one row a step: from the entry alone; days and organs are its meetings'."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from communique.lexicon.instruments import verbs
from communique.model.record import Entry, Part, Value
from communique.model.when import year_of

ORDER = (
    "planned", "drafted", "considered", "endorsed", "approved", "submitted", "adopted", "signed", "ratified",
    "in force", "extended", "terminated", "withdrawn",
)  # fmt: skip
"""What happens to an instrument, in the order in which it mostly does."""

Line = dict[str, Any]
_AT_LEAST = "approved"


def awaited(promise: str) -> str:
    """The step that keeps a promise about an instrument: the furthest that its words name.

    >>> awaited("The protocol is to be signed by December"), awaited("The text will be ready soon")
    ('signed', 'approved')
    """
    named = (verbs()[w].action for w in promise.lower().replace(",", " ").split() if w in verbs())
    found = [a for a in named if a in ORDER and ORDER.index(a) > ORDER.index("considered")]
    return max(found, key=ORDER.index, default=_AT_LEAST)


def steps(instrument: Entry) -> Iterator[Line]:
    """Each step once a meeting, and those that no meeting of a report took.

    A report that says where the instrument went says that it was submitted.
    """
    sent = _destinations(instrument)
    for part in instrument.part("meetings"):
        yield from _at_meeting(instrument, part, sent)
    yield from _elsewhere(instrument, sent)


def _at_meeting(instrument: Entry, part: Part, sent: Mapping[str, Value]) -> Iterator[Line]:
    values = [v for f in part.fields if f.name == "action" for v in f.values if v.verdict != "rejected"]
    said = {str(v.value) for v in values}
    for value in values:
        step = _step(instrument, value, value.reports, sent)
        step |= {"meeting": part.target, "field": f"meetings.{part.key}.action"}
        if step["action"] in ORDER:
            yield step
        to = _went_to(value.reports, sent)
        if to and "submitted" not in said:
            said.add("submitted")
            yield step | _to("submitted", to) | {"field": "destination"}


def _elsewhere(instrument: Entry, sent: Mapping[str, Value]) -> Iterator[Line]:
    """What is said to have been done at no meeting, or by a report that speaks of none."""
    parts = instrument.part("meetings")
    told = {(str(v.value), r) for p in parts for f in p.fields for v in f.values for r in v.reports}
    for field in ("steps", "action"):
        for value in _values(instrument, field):
            action = str(value.value)
            reports = tuple(r for r in value.reports if (action, r) not in told)
            told |= {(action, r) for r in reports}
            if reports and action in ORDER:
                yield _step(instrument, value, reports, sent) | {"field": field}


def _step(instrument: Entry, value: Value, reports: Sequence[str], sent: Mapping[str, Value]) -> Line:
    action = str(value.value)
    step: Line = {
        "instrument": instrument.id,
        "date": _own_date(instrument, reports),
        "reports": list(reports),
    }
    to = _went_to(reports, sent) if action == "submitted" else None
    return step | {"meeting": None} | _to(action, to)


def _to(action: str, to: Value | None) -> Line:
    went = {"goes_to": str(to.value) if to else None, "goes_to_body": to.target if to else None}
    return {"action": action} | went


def _went_to(reports: Sequence[str], sent: Mapping[str, Value]) -> Value | None:
    return next((sent[r] for r in reports if r in sent), None)


def _destinations(instrument: Entry) -> Mapping[str, Value]:
    """By report: where it says that the instrument went."""
    return {r: v for v in _values(instrument, "destination") for r in v.reports}


def _own_date(instrument: Entry, reports: Sequence[str]) -> str | None:
    """The day that one of these reports gives the instrument itself."""
    days = [str(v.value) for v in _values(instrument, "date") if set(v.reports) & set(reports)]
    return days[0] if len(days) == 1 and year_of(days[0]) else None


def _values(instrument: Entry, name: str) -> Sequence[Value]:
    field = instrument.field(name)
    return [v for v in field.values if v.verdict != "rejected"] if field else ()
