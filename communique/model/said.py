"""What is said, claimed, run and promised."""

import msgspec

from communique.model.span import Evidence


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Words with an explicit speaker, quoted (`direct`) or reported."""

    speaker: str
    text: str
    direct: bool = False
    evidence: Evidence = {}


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number claimed for something; comparator is one of `= > < ~`."""

    value: float | int
    comparator: str = "="
    unit: str | None = None
    what: str = ""
    period: str | None = None
    claimed_by: str | None = None
    evidence: Evidence = {}


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """A named operation or exercise."""

    name: str
    aim: str | None = None
    when: str | None = None
    stage: str | None = None
    organiser: str | None = None
    status: str | None = None
    evidence: Evidence = {}


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is to happen: a next meeting, a document to be submitted, a measure promised."""

    text: str
    by_whom: str | None = None
    due: str | None = None
    evidence: Evidence = {}
