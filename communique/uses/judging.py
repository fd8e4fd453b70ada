"""What a person decides, from the terminal: same, other, unsure, accept, reject, correct, undo; and the list of it all."""

import getpass
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select

from communique import catalogue, flow
from communique.catalogue import queries
from communique.catalogue.tables import ALIAS
from communique.catalogue.versions import left_behind
from communique.ledger import Ledger
from communique.model.errors import BadInput
from communique.model.judgement import Judgement, standing
from communique.model.mention import Mention, mentions
from communique.model.record import PREFIXES, Entry
from communique.model.text import Text
from communique.settings import settings
from communique.uses import deciding, filling
from communique.uses.days import brief
from communique.uses.naming import meant
from communique.uses.terminal import safe


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement as it is listed; `stands` is false once it was taken back."""

    number: int
    verdict: str
    left: str
    right: str | None = None
    value: str | None = None
    why: str = ""
    who: str = ""
    when: str | None = None
    stands: bool = True


class MentionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One report's name for an entry; `id` is what `other` takes to set it apart."""

    id: str
    name: str
    report: str
    publisher: str | None = None
    published: str | None = None


def on_pair(record: Path, verdict: str, left: str, right: str, why: str = "") -> str:
    """Keeps that two entries (or mentions) are `same`, `other` or `unsure`; the line to print.

    Raises NotFound for an unknown id and BadInput for two that cannot be compared.
    """
    with _writing(record) as (ledger, db):
        decided = deciding.pair(db, verdict, left, right, who=person(), why=why)
        before = _said_before(ledger, decided.judgement)
        return _kept(ledger, decided) + before


def _said_before(ledger: Ledger, new: Judgement) -> str:
    """What the last word about this pair was, where there is one: nobody should overrule another without knowing."""
    sides = [set((new.left).split()), set((new.right or "").split())]
    for number, old in reversed(standing(list(ledger.judgements()))):
        known = [set(old.left.split()), set((old.right or "").split())]
        if all(a & b for a, b in zip(sides, known, strict=True)) or all(
            a & b for a, b in zip(sides, reversed(known), strict=True)
        ):
            said = f"{old.verdict}, no. {number} by {old.who} on {brief((old.when or '')[:10])}"
            again = " already" if old.verdict == new.verdict else ""
            return f"\n   judged{again} before: {said}; `communique undo {number}` takes that back"
    return ""


def on_field(record: Path, what: str, value: str | None = None, why: str = "") -> str:
    """Keeps that the standing value of `ID.FIELD` is wrong, or is to be `value`; the line to print.

    Raises NotFound for an unknown id, BadInput where no report says anything that could be judged.
    """
    id, _, field = what.partition(".")
    with _writing(record) as (ledger, db):
        if value is None:
            return _kept(ledger, deciding.rejected(db, id, field, who=person(), why=why))
        return _kept(ledger, deciding.corrected(db, id, field, value, who=person(), why=why))


def fill(record: Path, what: str, value: str, words: str, why: str = "") -> str:
    """Keeps that a report says, in `words`, what `ID.FIELD` of a meeting lacks; the line to print. Raises BadInput."""
    id, _, field = what.partition(".")
    with _writing(record) as (ledger, db):
        decided = filling.filled(ledger, queries.whole(db, id), field, value, words, person())
        return _kept(ledger, filling.with_reason(decided, why))


def accept(record: Path, what: str, why: str = "") -> str:
    """Keeps that the standing value of `ID.FIELD` is right; the line to print. Raises as `on_field`."""
    id, _, field = what.partition(".")
    with _writing(record) as (ledger, db):
        return _kept(ledger, deciding.accepted(db, id, field, who=person(), why=why))


def undo(record: Path, number: int, why: str = "") -> str:
    """Takes judgement `number` back (an undoing too); raises BadInput if there is none, or it is taken back already."""
    with Ledger.open(record, create=False) as ledger:
        ledger.for_writing()
        return take_back(ledger, number, person(), why)


def take_back(ledger: Ledger, number: int, who: str, why: str = "") -> str:
    """As `undo`, in an open ledger, by a named person."""
    found = ledger.judgement(number)
    if found is None:
        raise BadInput(str(number), "no such judgement; `communique judgements` lists them")
    known, stands = found
    if not stands:
        raise BadInput(str(number), "is taken back already")
    new = ledger.judge(deciding.judgement("undone", str(number), who=who, why=why))
    return f"{new}: judgement {number} ({known.verdict}) is taken back"


def listed(ledger: Ledger) -> list[Judged]:
    """Every judgement, oldest first."""
    made = list(ledger.judgements())
    stands = {number for number, _ in standing(made)}
    return [
        Judged(
            number=number,
            verdict=j.verdict,
            left=j.left,
            right=j.right,
            value=j.value,
            why=j.reason,
            who=j.who,
            when=j.when,
            stands=number in stands,
        )
        for number, j in enumerate(made, 1)
    ]


def names_of(record: Path, made: Iterable[Judged]) -> dict[str, str]:
    """What those are called now whom judgements name, by entry and mention; of two that are one each by its own report. The catalogue must be up to date."""
    sides = {m for j in made for side in (j.left, j.right or "") for m in side.split()[:1]}
    with Ledger.open(record, create=False) as ledger, catalogue.asking(record) as db:
        named = queries.labels(db, sides | {j.why.partition(".")[0] for j in made})
        past = left_behind(db, (bare(id) for j in made for id in j.left.split()))
        older = (j.left for j in made if j.left and all(bare(id) in past for id in j.left.split()))
        for left, right in ((j.left.split()[0], j.right.split()[0]) for j in made if j.left and j.right):
            if left in named and named[left] == named.get(right):
                named |= {side: called_there(ledger, db, side) or named[side] for side in (left, right)}
        return named | dict.fromkeys(older, OLDER)


def called_there(ledger: Ledger, db: Connection, mention: str) -> str | None:
    """What the report that makes a mention calls it: two that were judged one have one name in the record."""
    report = db.execute(select(ALIAS.c.report).where(ALIAS.c.mention == mention)).scalar()
    told = ledger.reading_of(str(report).removeprefix("r-")) if report else None
    return next((m.name for m in mentions(told[1], told[0].id) if m.id == mention), None) if told else None


OLDER = "about an older version"
"""What is said of a judgement on what the newest version of its report does not say."""


def bare(id: str) -> str:
    """A mention or claim without the letter of its kind."""
    return id[2:] if id[1:2] == "-" else id


def mention_rows(record: Path, id: str) -> tuple[Entry, list[MentionRow]]:
    """An entry and every report's name for it. Raises NotFound."""
    with Ledger.open(record, create=False) as ledger, catalogue.asking(record) as db:
        entry = queries.whole(db, meant(db, "people", id))
        wanted = set(entry.mentions)
        found = []
        for report in entry.reports:
            if told := ledger.reading_of(report.removeprefix("r-")):
                found += [_mention(m, told[0]) for m in mentions(told[1], told[0].id) if m.id in wanted]
    return entry, found


def _mention(mention: Mention, text: Text) -> MentionRow:
    return MentionRow(
        id=f"{PREFIXES[mention.kind]}-{mention.id}",
        name=mention.name,
        report=f"r-{text.id}",
        publisher=text.publisher,
        published=text.published,
    )


@contextmanager
def _writing(record: Path) -> Iterator[tuple[Ledger, Connection]]:
    """The ledger, ready to be written, and its catalogue, up to date."""
    with Ledger.open(record, create=False) as ledger:
        ledger.for_writing()
        flow.catch_up(ledger)
        with catalogue.asking(record) as db:
            yield ledger, db


def _kept(ledger: Ledger, decided: deciding.Decided) -> str:
    return safe(f"{ledger.judge(decided.judgement)}: {decided.told}")


def person() -> str:
    """Who judges: the user of the settings, else the name under which they are logged in."""
    try:
        return settings().user or getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return "somebody"
