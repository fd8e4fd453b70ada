"""What the catalogue answers: one plain frozen type a question."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list; `reports` counts the reports that speak of it."""

    id: str
    reports: int = 1


R = TypeVar("R", bound=Row)


def filled(row: type[R], values: Iterable[Any]) -> R:
    """The row with these values, which come in the order of its fields; words are on one line, however a report wraps them."""
    told = (" ".join(v.split()) if type(v) is str and "\n" in v else v for v in values)
    return msgspec.convert(dict(zip(row.__struct_fields__, told, strict=True)), row)


class MeetingRow(Row, frozen=True, kw_only=True):
    """A meeting; `date` is its start (EDTF), `participants` counts named people.

    `disputed` names the fields of which reports say different things: one of them is shown.
    """

    date: str | None = None
    end: str | None = None
    ordinal: int | None = None
    name: str = ""
    bodies: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None
    status: str | None = None
    mode: str | None = None
    kind: str | None = None
    chair: str | None = None
    participants: int = 0
    disputed: tuple[str, ...] = ()


class PersonRow(Row, frozen=True, kw_only=True):
    """A person; `office` is the one last cited."""

    name: str
    country: str | None = None
    office: str | None = None
    meetings: int = 0
    first_cited: str | None = None
    last_cited: str | None = None


class BodyRow(Row, frozen=True, kw_only=True):
    """A body; `first` and `last` are the dates of its earliest and latest meeting on record."""

    name: str
    meetings: int = 0
    first: str | None = None
    last: str | None = None


class InstrumentRow(Row, frozen=True, kw_only=True):
    """An instrument; `meeting` is the entry of (one of) the meetings that dealt with it."""

    title: str
    kind: str | None = None
    action: str | None = None
    date: str | None = None
    period: str | None = None
    destination: str | None = None
    meeting: str | None = None


class FigureRow(Row, frozen=True, kw_only=True):
    """A number as one report claims it; `person` is the claimant's entry where known."""

    value: float | int
    comparator: str = "="
    unit: str | None = None
    what: str = ""
    period: str | None = None
    claimed_by: str | None = None
    person: str | None = None
    report: str = ""
    publisher: str | None = None
    published: str | None = None


class OperationRow(Row, frozen=True, kw_only=True):
    """An operation or exercise."""

    name: str
    aim: str | None = None
    when: str | None = None
    stage: str | None = None
    organiser: str | None = None
    status: str | None = None


class StatementRow(Row, frozen=True, kw_only=True):
    """Words with a speaker, as one report gives them."""

    speaker: str
    text: str
    direct: bool = False
    person: str | None = None
    report: str = ""
    publisher: str | None = None
    published: str | None = None


class CommitmentRow(Row, frozen=True, kw_only=True):
    """Something promised or due.

    `meeting` or `instrument` is what the promise is about; `done_in` the report that says that it was held, or done.
    """

    text: str
    by_whom: str | None = None
    due: str | None = None
    meeting: str | None = None
    instrument: str | None = None
    done_in: str | None = None
    report: str = ""
    publisher: str | None = None
    published: str | None = None


class ReportRow(Row, frozen=True, kw_only=True):
    """A report; `facts` counts the quotes that the record takes from it.

    `read` of its `sentences` announce a fact, of these `understood` gave one. `newer` is the newest version of its page,
    where it is none itself: nothing is taken from it any more.
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    address: str | None = None
    language: str | None = None
    names: tuple[str, ...] = ()
    sentences: int = 0
    read: int = 0
    understood: int = 0
    facts: int = 0
    newer: str | None = None


ROWS: dict[str, type[Row]] = {
    "meetings": MeetingRow,
    "people": PersonRow,
    "bodies": BodyRow,
    "instruments": InstrumentRow,
    "figures": FigureRow,
    "operations": OperationRow,
    "statements": StatementRow,
    "commitments": CommitmentRow,
    "reports": ReportRow,
}
"""The row of the list of each kind."""


class EvidenceRow(msgspec.Struct, frozen=True, kw_only=True):
    """One quote behind one value: who says it, where, in which sentence.

    `field` is dotted for what stands inside an entry: `participants.p-12ab.office`.
    `sentence[at : at + len(words)] == words`. `verdict` is `stands`, `fits`, `contradicts`, `rejected`.
    """

    entity: str
    field: str
    value: str
    verdict: str
    rule: str
    report: str
    title: str | None
    publisher: str | None
    published: str | None
    start: int
    stop: int
    words: str
    line: int
    sentence: str
    at: int


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One used span of a report and what the record takes from it."""

    start: int
    stop: int
    words: str
    entity: str
    kind: str
    label: str
    field: str
    value: str
    verdict: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A field of which reports say different things: what stands, by which rule, and what contradicts it.

    `reports` counts those behind what stands, `against` those behind the others; copies are not counted.
    """

    id: str
    kind: str
    label: str
    field: str
    stands: str | None = None
    rule: str = ""
    reports: int = 0
    others: tuple[str, ...] = ()
    against: int = 0


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Two entries that may be one, with what they are called, how likely, and why."""

    kind: str
    score: float
    left: str
    left_label: str
    right: str
    right_label: str
    reason: str


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much the record holds, for a front page; `disputed` counts the fields with a contradiction."""

    meetings: int = 0
    people: int = 0
    bodies: int = 0
    instruments: int = 0
    figures: int = 0
    operations: int = 0
    statements: int = 0
    commitments: int = 0
    reports: int = 0
    disputed: int = 0


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """One bar of the timeline; meetings without a year stand under `year=None`."""

    year: int | None
    meetings: int


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One answer of the search: an entry, what to show, and a snippet where a report's text matched.

    In `snippet` the matched words stand between `\\x02` and `\\x03` (never in a text): escape first,
    then mark.
    """

    id: str
    kind: str
    label: str
    snippet: str = ""
