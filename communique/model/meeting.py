"""A meeting as one report tells it."""

import msgspec

from communique.model.instrument import Instrument
from communique.model.party import Chair, Participation
from communique.model.span import Evidence


class BodyMention(msgspec.Struct, frozen=True, kw_only=True):
    """A body that meets: official name, lexicon id if known, and the words of the text."""

    name: str
    id: str | None = None
    as_: str = msgspec.field(name="as", default="")
    evidence: Evidence = {}


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True):
    """One matter under discussion, verbatim."""

    text: str
    topic: str | None = None
    evidence: Evidence = {}


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting: who met, for which time, where and when, about what, with which outcome.

    Dates are EDTF (ISO 8601-2); a slot that the text leaves open is None.
    """

    id: str
    name: str
    bodies: tuple[BodyMention, ...] = ()
    kind: str = "multilateral"
    ordinal: int | None = None
    status: str = "held"
    start: str | None = None
    end: str | None = None
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    mode: str | None = None
    chair: Chair | None = None
    participants: tuple[Participation, ...] = ()
    represented: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    part_of: str | None = None
    evidence: Evidence = {}
