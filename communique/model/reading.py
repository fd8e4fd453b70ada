"""A reading: all that one reader found in one text (the contract of `communique read --json`)."""

import msgspec

from communique.model.instrument import Instrument
from communique.model.meeting import Meeting
from communique.model.party import Office
from communique.model.said import Commitment, Figure, Operation, Statement
from communique.model.span import Span


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where, when and by which agency a wire report was filed: `MINSK, November 17 (BelTA)`."""

    place: str | None = None
    date: str | None = None
    agency: str | None = None
    span: Span | None = None


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a text was understood; `left` are sentences with a trigger and no fact."""

    sentences: int = 0
    read: int = 0
    understood: int = 0
    left: tuple[Span, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the report itself."""

    id: str
    address: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None
    sha256: str | None = None
    dateline: Dateline | None = None
    coverage: Coverage = Coverage()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All claims of one reader about one text, grouped as the reading format has them."""

    report: Report
    meetings: tuple[Meeting, ...] = ()
    offices: tuple[Office, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    operations: tuple[Operation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    reader: str = ""


def to_json(reading: Reading) -> bytes:
    """The reading as one line of JSON, exactly as the reading format has it."""
    return msgspec.json.encode(reading)


def from_json(line: bytes | str) -> Reading:
    """The reading that `to_json` wrote; raises msgspec.ValidationError on anything else."""
    return msgspec.json.decode(line, type=Reading)
