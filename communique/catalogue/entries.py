"""One entry whole: by id, with the evidence behind it; and a report with all that was taken from it."""

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select
from sqlalchemy import text as sql

from communique.catalogue.assembling import assembled
from communique.catalogue.rows import EvidenceRow, Fact
from communique.catalogue.tables import ALIAS, ENTRY, FORMER, KIND_TABLES, REPORT, TEXT
from communique.catalogue.views import EVIDENCE, said_in
from communique.model.errors import NotFound
from communique.model.record import PREFIXES, Entry

_MANY = 5
_SHORTEST = 6
"""Characters of a former id, without its letter, that may stand for it."""

_KIND_OF = {f"{letter}-": kind for kind, letter in PREFIXES.items()}
_VERDICTS = ("stands", "fits", "contradicts", "rejected")
_COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "m": {
        "no": ("ordinal",),
        "date": ("start", "end"),
        "body": ("bodies",),
        "where": ("city", "country", "mode"),
        "people": ("participants",),
    },
    "p": {
        "office": ("offices.%.office",),
        "of": ("country", "organisations", "offices.%.of"),
        "first_cited": ("offices.%.cited",),
        "last_cited": ("offices.%.cited",),
    },
    "b": {"first": ("meetings",), "last": ("meetings",)},
    "i": {"goes_to": ("destination",)},
    "o": {"when": ("runs.%.when",), "stage": ("runs.%.stage",), "status": ("runs.%.status",)},
    "s": {"says": ("text",)},
    "c": {"what": ("text",)},
}
"""By the letter of a kind's ids: the columns of its list that lie elsewhere in an entry; `%` is any part."""


_CALLED = (ALIAS.c.mention, ALIAS.c.node, ALIAS.c.name)
"""What the ids of entries are made of: they are named after one of these."""


def full_id(db: Connection, id: str, kind: str = "") -> str:
    """The one id that `id` means: itself, an unambiguous beginning, or the former id of an entry merged or set apart.

    Raises NotFound with a hint when there is none or more than one; `kind` is what was asked for, where that is known.
    """
    if db.execute(select(ENTRY.c.id).where(ENTRY.c.id == id)).first():
        return id
    kind_meant, name = _meant(id)
    known = or_(*(column == name for column in _CALLED))
    former = select(ALIAS.c.entity).where(known, ALIAS.c.kind == kind_meant).limit(1)
    if found := db.execute(former).scalar() or db.execute(_set_apart(id)).scalar():
        return str(found)
    like = ENTRY.c.id.startswith(id, autoescape=True)
    begins = db.execute(select(ENTRY.c.id).where(like).order_by(ENTRY.c.id).limit(_MANY)).scalars().all()
    if not begins:
        begins = _former(db, id)
    if len(begins) == 1 and id:
        return str(begins[0])
    raise NotFound(_hint(id, [str(b) for b in begins], kind))


def _meant(id: str) -> tuple[str, str]:
    """The kind of which an id is, and what it is named after: a body of the lexicon is named as there."""
    kind = _KIND_OF.get(id[:2])
    return (kind, id[2:]) if kind else ("bodies", id)


def _set_apart(id: str) -> Select[str | None]:
    """The entry to which most came that were called so until people told them from others."""
    kind, name = _meant(id)
    at = and_(FORMER.c.node == name, ALIAS.c.kind == kind)
    came = select(ALIAS.c.entity).join(FORMER, FORMER.c.mention == ALIAS.c.mention).where(at)
    return came.group_by(ALIAS.c.entity).order_by(func.count().desc(), ALIAS.c.entity).limit(1)


def _former(db: Connection, id: str) -> list[str]:
    """The entries to which those came whose former id begins like this: a terminal shows only the beginning of an id."""
    kind, start = _meant(id)
    end = start + "g"  # behind every digit of an id
    named = or_(*(and_(column >= start, column < end) for column in _CALLED))
    apart = select(FORMER.c.mention).where(FORMER.c.node >= start, FORMER.c.node < end)
    named = or_(named, ALIAS.c.mention.in_(apart))
    found = select(ALIAS.c.entity).where(named, ALIAS.c.kind == kind).distinct().limit(_MANY)
    return [str(entity) for entity in db.execute(found).scalars()] if len(start) >= _SHORTEST else []


def kind_of(db: Connection, id: str) -> str:
    """The kind of an entry that is there."""
    return str(db.execute(select(ENTRY.c.kind).where(ENTRY.c.id == id)).scalar_one())


def label_of(db: Connection, id: str) -> str:
    """What an entry that is there is called."""
    return str(db.execute(select(ENTRY.c.label).where(ENTRY.c.id == id)).scalar_one())


def labels(db: Connection, ids: Iterable[str]) -> dict[str, str]:
    """What these entries, or the entries of these mentions, are called; those that are neither are left out."""
    asked = """SELECT e.id, e.label FROM cat_entry e WHERE e.id IN (SELECT value FROM json_each(:ids))
    UNION SELECT a.mention, e.label FROM cat_alias a JOIN cat_entry e ON e.id = a.entity
    WHERE a.mention IN (SELECT value FROM json_each(:ids))"""
    found = db.execute(sql(asked), {"ids": msgspec.json.encode(list(ids)).decode()})
    return {str(id): str(label) for id, label in found}


def part_labels(db: Connection, ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """What the parts of these entries are called, by entry and `list.key`."""
    asked = """SELECT p.entity, p.list || '.' || p.key, coalesce(e.label, p.label) FROM cat_part p
    LEFT JOIN cat_entry e ON e.id = p.target WHERE p.entity IN (SELECT value FROM json_each(:ids))"""
    found = db.execute(sql(asked), {"ids": msgspec.json.encode(list(ids)).decode()})
    return {(entity, part): label for entity, part, label in found}


def id_length(db: Connection, kind: str) -> int:
    """How many characters of an id of this kind are enough to mean one entry; never fewer than eight."""
    ids = db.execute(select(KIND_TABLES[kind].c.id)).scalars().all()
    enough = (n for n in range(8, 64) if len({id[:n] for id in ids}) == len(ids))
    return next(enough, 64)


def _hint(id: str, begins: list[str], kind: str) -> str:
    if begins and id:
        more = ", ..." if len(begins) == _MANY else ""
        return f"{id}: more than one id begins like this: {', '.join(begins)}{more}"
    kind = _KIND_OF.get(id[:2], "bodies" if "/" in id else kind)
    if not kind:
        ids = ", ".join(f"{letter}- {name}" for name, letter in PREFIXES.items())
        return f"{id or 'no id'}: no such entry; `communique show KIND` lists ids, which begin with what they are: {ids}"
    return f"{id or 'no id'}: no such entry; `communique show {kind}` lists their ids, which begin with " + (
        "the name of an organisation or b-" if kind == "bodies" else f"{PREFIXES[kind]}-"
    )


def whole(db: Connection, id: str) -> Entry:
    """The entry with every field, value, citation and part; `id` as `full_id` takes it.

    `entry.get("city")` is what stands, `entry.field("city").values` all that was said,
    `entry.part("participants")` the people. Raises NotFound.
    """
    return next(assembled(db, [full_id(db, id)]))


def evidence(db: Connection, id: str, field: str | None = None) -> tuple[EvidenceRow, ...]:
    """Every quote behind an entry, or behind one field of it and what lies under that field.

    Standing values first, then by field, report and place. `participants` gives all participants,
    `participants.p-12ab.office` one office; the columns of lists are fields too (`office` of a person).
    Raises NotFound for an unknown id, and for a field of which nothing is said.
    """
    entity = full_id(db, id)
    wanted: list[ColumnElement[bool]] = [EVIDENCE.c.entity == entity]
    if field:
        wanted.append(or_(*_under(entity, field)))
    told = ("title", "publisher", "published")
    columns = (REPORT.c[n] if n in told else EVIDENCE.c[n] for n in EvidenceRow.__struct_fields__)
    found = (
        select(*columns)
        .join(REPORT, REPORT.c.id == EVIDENCE.c.report)
        .where(*wanted)
        .order_by(EVIDENCE.c.field, EVIDENCE.c.value, EVIDENCE.c.report, EVIDENCE.c.start)
    )
    rows = [EvidenceRow(**line) for line in db.execute(found).mappings()]
    if field and not rows:
        raise NotFound(f"{entity}.{field}: {_fields_hint(db, entity)}")
    return tuple(sorted(rows, key=lambda row: (row.field, _VERDICTS.index(row.verdict))))


def _under(entity: str, field: str) -> Iterator[ColumnElement[bool]]:
    column = field.lower().replace(" ", "_").strip("._")
    kind = entity[0] if entity[1:2] == "-" else "b"
    for name in dict.fromkeys((field, column, *_COLUMNS.get(kind, {}).get(column, ()))):
        if "%" in name:
            yield EVIDENCE.c.field.like(name)
        else:
            yield EVIDENCE.c.field == name
            yield EVIDENCE.c.field.startswith(f"{name}.", autoescape=True)


def _fields_hint(db: Connection, entity: str) -> str:
    found = select(EVIDENCE.c.field).where(EVIDENCE.c.entity == entity).distinct()
    names = sorted({str(name).split(".")[0] for name in db.execute(found).scalars()})
    return f"no report says anything of it; there is {', '.join(names)}" if names else "no quotes"


def text(db: Connection, report: str) -> str:
    """The characters of a report, which its facts' spans point into. Raises NotFound."""
    found = db.execute(select(TEXT.c.characters).where(TEXT.c.report == full_id(db, report)[2:])).scalar()
    if found is None:
        raise NotFound(f"{report}: is no report")
    return str(found)


def facts(db: Connection, report: str) -> tuple[Fact, ...]:
    """Every used span of a report by place, with the entry, field and value it supports."""
    id = full_id(db, report)
    columns = (EVIDENCE.c[n] for n in ("start", "stop", "words", "entity", "field", "value", "verdict"))
    found = (
        select(*columns, ENTRY.c.kind, ENTRY.c.label)
        .join(ENTRY, ENTRY.c.id == EVIDENCE.c.entity)
        .where(EVIDENCE.c.report == id, said_in(EVIDENCE.c.number, id))
        .order_by(EVIDENCE.c.start, EVIDENCE.c.stop, EVIDENCE.c.entity, EVIDENCE.c.field, EVIDENCE.c.value)
    )
    return tuple(Fact(**line) for line in db.execute(found).mappings())
