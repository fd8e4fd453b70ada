"""A person's decision turned into a judgement: it names the mentions and claims that are meant, and says so in words."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from communique.catalogue.entries import whole
from communique.catalogue.outline import mentions, outlined
from communique.catalogue.tables import ALIAS
from communique.catalogue.worth import SETTLED
from communique.lexicon.countries import country_codes
from communique.model.added import LISTS, SLOTS
from communique.model.errors import BadInput
from communique.model.judgement import Judgement, mentions_of
from communique.model.record import Entry, Field, Value
from communique.model.when import is_real
from communique.record.standing import HAPPENING

BETWEEN = {"same": "is", "other": "is not", "unsure": "may be"}
"""What a judgement about two sides says between their names."""

_DATES = frozenset({"start", "end", "date", "due", "published"})
_DATE = re.compile(r"(\d{4}|XXXX)(-(\d{2}|XX)){0,2}[~?%]?(/(\d{4}|XXXX)(-(\d{2}|XX)){0,2}[~?%]?)?")


FILLED = (*SLOTS, *LISTS)
"""The fields of a meeting that a person can fill with words of a report."""

_NAMED = 4


class Decided(msgspec.Struct, frozen=True):
    """A judgement ready to be kept, and what it says in words."""

    judgement: Judgement
    told: str


class _Side(NamedTuple):
    """One of two things to be judged: the entry that it is now, and which of its mentions are meant."""

    entry: Entry
    mentions: tuple[str, ...]


def pair(db: Connection, verdict: str, left: str, right: str, *, who: str, why: str = "") -> Decided:
    """Two entries (or mentions) are `same`, `other` or `unsure`.

    Raises NotFound for an unknown id and BadInput for two that cannot be compared.
    """
    one, two = _side(db, left), _side(db, right)
    if one.entry.kind != two.entry.kind:
        raise BadInput(f"{left} {right}", f"one of {one.entry.kind}, one of {two.entry.kind}: never the same")
    if one.entry.id == two.entry.id:
        one, two = _alone(one, left), _alone(two, right)
    if set(one.mentions) & set(two.mentions):
        raise BadInput(
            f"{left} {right}", f"are one entry; `communique show mentions {left}` tells what was merged"
        )
    made = judgement(verdict, " ".join(one.mentions), right=" ".join(two.mentions), who=who, why=why)
    sign = BETWEEN[verdict]
    return Decided(made, f"{one.entry.label} ({one.entry.id}) {sign} {two.entry.label} ({two.entry.id})")


def accepted(db: Connection, id: str, field: str, *, who: str, said: str = "", why: str = "") -> Decided:
    """The standing value of a field is right; or, with `said`, the one that reads so."""
    entry, found = _value(db, id, field, said)
    settled = next((v for v in values_of(entry, field) if v.rule in SETTLED and v != found), None)
    if settled is not None:
        raise BadInput(
            f"{id}.{field}", f"{settled.value} is {settled.rule} already; undo that judgement first"
        )
    reason = _reason(f"{entry.id}.{field} is {found.value}", why)
    made = judgement("right", " ".join(found.claims), who=who, why=reason)
    return Decided(made, f"{entry.label}, {_point(entry, field)}: {found.value} is right")


def rejected(db: Connection, id: str, field: str, *, who: str, said: str = "", why: str = "") -> Decided:
    """The standing value of a field is wrong."""
    entry, found = _value(db, id, field, said)
    reason = _reason(f"{entry.id}.{field} was {found.value}", why)
    made = judgement("wrong", " ".join(found.claims), who=who, why=reason)
    return Decided(made, f"{entry.label}, {_point(entry, field)}: {found.value} is wrong")


def corrected(db: Connection, id: str, field: str, value: str, *, who: str, why: str = "") -> Decided:
    """Another value takes the place of the one that stands; raises BadInput for one that the field cannot hold."""
    entry, found = _value(db, id, field, also="rejected")  # wrong, says a person already; now what is right
    fit(field, value, found.value)
    reason = _reason(f"{entry.id}.{field} was {found.value}", why)
    made = judgement("replaced", " ".join(found.claims), value=value, who=who, why=reason)
    told = f"{entry.label}, {_point(entry, field)}: {found.value} is wrong, it is {value}"
    return Decided(made, told)


def fit(field: str, value: str, stands: object = None) -> None:
    """Raises BadInput unless `value` is of the kind that `field` holds: a date for a date, a number for a number."""
    name = field.rpartition(".")[2]
    if not value.strip():
        raise BadInput(name, "an empty value corrects nothing; reject the one that stands instead")
    if name in _DATES and not _DATE.fullmatch(value):
        raise BadInput(name, f"{value!r} is no date; write it as 2024-11-28, 2024-11 or 2024")
    if name in _DATES and not all(map(is_real, re.findall(r"[\dX]{4}(?:-[\dX]{2}){0,2}", value))):
        raise BadInput(name, f"{value!r} is no day of any calendar")
    if name == "country" and value not in country_codes():
        raise BadInput(name, f"{value!r} is no country's code; write KZ for Kazakhstan")
    if name == "status" and value not in HAPPENING:
        raise BadInput(name, f"{value!r} is no status; there are {', '.join(HAPPENING)}")
    number = isinstance(stands, int | float) and not isinstance(stands, bool)
    if (number or name == "ordinal") and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise BadInput(name, f"{value!r} is no number")


def way(entry: Entry, field: str) -> str:
    """What to do where no report read fills a field: nothing stands in a record without words of a report."""
    if entry.kind != "meetings" or field not in FILLED:
        names = sorted({f.name for f in entry.fields} | {p.list for p in entry.parts})
        return f"no report gives it a value that stands; there is {', '.join(names)}"
    pages = ", ".join(f"/reports/{id[:10]}/mark" for id in entry.reports[:_NAMED])
    return (
        "no report read gives it a value that stands, and none does here without words of a report. If one has them: "
        f"communique correct {entry.id[:10]}.{field} VALUE --words 'THE WORDS IN THE REPORT'; "
        f"or mark them on its page (communique serve): {pages}"
    )


def judgement(
    verdict: str, left: str, *, who: str, right: str | None = None, value: str | None = None, why: str = ""
) -> Judgement:
    """A judgement made now."""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    return Judgement(verdict=verdict, left=left, right=right, value=value, reason=why, who=who, when=now)


def values_of(entry: Entry, field: str) -> tuple[Value, ...]:
    """Every value of `city`, or of `participants.p-12ab.office`; none where nobody says anything."""
    found = next((f for path, f in _fields(entry) if path == field), None)
    return found.values if found else ()


def _fields(entry: Entry) -> Iterator[tuple[str, Field]]:
    yield from ((f.name, f) for f in entry.fields)
    yield from ((f"{part.list}.{part.key}.{f.name}", f) for part in entry.parts for f in part.fields)


def _point(entry: Entry, field: str) -> str:
    """A field in words: of a part with what the part is called."""
    for part in entry.parts:
        if field.startswith(f"{part.list}.{part.key}."):
            return f"{part.label}, {field.rpartition('.')[2]}"
    return field


def _value(db: Connection, id: str, field: str, said: str = "", also: str = "") -> tuple[Entry, Value]:
    entry = outlined(db, id, field)
    values = values_of(entry, field)
    if said:
        found = next((v for v in values if str(v.value) == said and v.claims), None)
    else:
        found = next(
            (v for wanted in ("stands", also) for v in values if v.verdict == wanted and v.claims), None
        )
    if found is None or not found.claims:
        raise BadInput(f"{id}.{field}", way(whole(db, id), field))
    return entry, found


def _reason(told: str, why: str) -> str:
    return told + (f": {why}" if why else "")


def _side(db: Connection, id: str) -> _Side:
    """An entry's id means all its mentions; the whole id of a mention that is no entry's that one alone."""
    (mention,) = mentions_of(id)
    entry = outlined(db, id)
    named = db.execute(select(ALIAS.c.entity).where(ALIAS.c.mention == mention)).scalar()
    alone = named is not None and id != entry.id
    return _Side(entry, (mention,) if alone else mentions(db, entry.id))


def _alone(side: _Side, id: str) -> _Side:
    """Of two ids that belong to one entry each means a mention: an entry's own id the one that it is named after."""
    (mention,) = mentions_of(id)
    return side._replace(mentions=(mention,)) if mention in side.mentions else side
