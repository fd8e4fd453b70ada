"""What a person decides, from the terminal: same, other, unsure, reject, correct, undo; and the list of it all."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from communique import catalogue, flow
from communique.catalogue import queries
from communique.catalogue.tables import ALIAS
from communique.ledger import Ledger
from communique.model.errors import BadInput
from communique.model.judgement import Judgement, mentions_of, standing
from communique.model.mention import Mention, mentions
from communique.model.record import PREFIXES, Entry, Field, Value
from communique.model.text import Text
from communique.settings import settings


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


class _Side(NamedTuple):
    """One of two things to be judged: the entry that it is now, and which of its mentions are meant."""

    entry: Entry
    mentions: tuple[str, ...]


def on_pair(record: Path, verdict: str, left: str, right: str, why: str = "") -> str:
    """Keeps that two entries (or mentions) are `same`, `other` or `unsure`; the line to print.

    Raises NotFound for an unknown id and BadInput for two that cannot be compared.
    """
    with _writing(record) as (ledger, db):
        one, two = _side(db, left), _side(db, right)
        if one.entry.kind != two.entry.kind:
            raise BadInput(
                f"{left} {right}", f"one of {one.entry.kind}, one of {two.entry.kind}: never the same"
            )
        if one.entry.id == two.entry.id:
            one, two = _alone(one, left), _alone(two, right)
        if set(one.mentions) & set(two.mentions):
            raise BadInput(
                f"{left} {right}", f"are one entry; `communique show mentions {left}` tells what was merged"
            )
        made = _judgement(verdict, " ".join(one.mentions), right=" ".join(two.mentions), why=why)
        number = ledger.judge(made)
    sign = {"same": "is", "other": "is not", "unsure": "may be"}[verdict]
    return f"{number}: {one.entry.label} ({one.entry.id}) {sign} {two.entry.label} ({two.entry.id})"


def on_field(record: Path, what: str, value: str | None = None, why: str = "") -> str:
    """Keeps that the standing value of `ID.FIELD` is wrong, or is to be `value`; the line to print.

    Raises NotFound for an unknown id, BadInput where no report says anything that could be judged.
    """
    id, _, field = what.partition(".")
    with _writing(record) as (ledger, db):
        entry = queries.whole(db, id)
        found = _standing(entry, field)
        if found is None or not found.claims:
            names = sorted({f.name for f in entry.fields} | {p.list for p in entry.parts})
            raise BadInput(what, f"no report gives it a value that stands; there is {', '.join(names)}")
        verdict = "wrong" if value is None else "replaced"
        reason = f"{entry.id}.{field} was {found.value}" + (f": {why}" if why else "")
        number = ledger.judge(_judgement(verdict, " ".join(found.claims), value=value, why=reason))
    told = f"{entry.label}, {field}: {found.value}"
    return f"{number}: {told} is wrong" + ("" if value is None else f", it is {value}")


def undo(record: Path, number: int, why: str = "") -> str:
    """Takes judgement `number` back (an undoing too); raises BadInput if there is none, or it is taken back already."""
    with Ledger.open(record, create=False) as ledger:
        ledger.for_writing()
        made = listed(ledger)
        known = next((j for j in made if j.number == number), None)
        if known is None:
            raise BadInput(str(number), "no such judgement; `communique judgements` lists them")
        if not known.stands:
            raise BadInput(str(number), "is taken back already")
        new = ledger.judge(_judgement("undone", str(number), why=why))
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


def mention_rows(record: Path, id: str) -> tuple[Entry, list[MentionRow]]:
    """An entry and every report's name for it. Raises NotFound."""
    with Ledger.open(record, create=False) as ledger, catalogue.asking(record) as db:
        entry = queries.whole(db, id)
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
        flow.rebuild(ledger)
        with catalogue.asking(record) as db:
            yield ledger, db


def _side(db: Connection, id: str) -> _Side:
    """An entry's id means all its mentions; the whole id of a mention that is no entry's that one alone."""
    (mention,) = mentions_of(id)
    entry = queries.whole(db, id)
    named = db.execute(select(ALIAS.c.entity).where(ALIAS.c.mention == mention)).scalar()
    alone = named is not None and id != entry.id
    return _Side(entry, (mention,) if alone else entry.mentions)


def _alone(side: _Side, id: str) -> _Side:
    """Of two ids that belong to one entry each means a mention: an entry's own id the one that it is named after."""
    (mention,) = mentions_of(id)
    return side._replace(mentions=(mention,)) if mention in side.entry.mentions else side


def _standing(entry: Entry, field: str) -> Value | None:
    """The standing value of `city` or of `participants.p-12ab.office`."""
    fields: dict[str, Field] = {f.name: f for f in entry.fields}
    for part in entry.parts:
        fields |= {f"{part.list}.{part.key}.{f.name}": f for f in part.fields}
    values = fields[field].values if field in fields else ()
    return next((v for v in values if v.verdict == "stands"), None)


def _judgement(
    verdict: str, left: str, *, right: str | None = None, value: str | None = None, why: str = ""
) -> Judgement:
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    return Judgement(verdict=verdict, left=left, right=right, value=value, reason=why, who=person(), when=now)


def person() -> str:
    """Who judges: the user of the settings, else the name under which they are logged in."""
    try:
        return settings().user or getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return "somebody"
