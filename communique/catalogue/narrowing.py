"""Lists narrowed by facets, and paged by the id of the row that a page ends with.

    asked = Asked(words="drugs", chosen={"year": "2018", "country": "KZ"})
    facets(db, "meetings", asked)       # what else could be chosen, with how many rows each
    rows(db, "meetings", asked, limit=100)

Every facet counts the rows that would be left if its value were chosen beside all that is chosen in the
others. A cursor is an id, so that a page stays where it is while rows come in before it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, Table, func, literal, select, tuple_
from sqlalchemy import text as sql

from communique.catalogue.dimensions import Dimension, dimensions
from communique.catalogue.kept import lately
from communique.catalogue.promises import columns
from communique.catalogue.rows import ROWS, filled
from communique.catalogue.search import matching
from communique.catalogue.tables import ENTRY, KIND_TABLES, WORDS
from communique.model.errors import NotFound

MOST = 40
"""Values that a facet offers; the commonest."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a list is asked for: words, a value for some facets, and the row after or before which it goes on.

    `today` (`2026-11-22`) tells commitments that are overdue from those that are due.
    """

    words: str = ""
    chosen: Mapping[str, str] = {}
    after: str = ""
    before: str = ""
    today: str = ""


class Choice(NamedTuple):
    """One value of a facet, and how many rows have it."""

    value: str
    rows: int


class Facet(NamedTuple):
    """A facet with its values, the commonest first, years the newest first."""

    name: str
    choices: tuple[Choice, ...]


def facet_names(kind: str) -> tuple[str, ...]:
    """The facets of a kind.

    >>> facet_names("meetings")
    ('organ', 'country', 'year', 'status', 'place')
    """
    return tuple(dimensions(kind))


def rows(db: Connection, kind: str, asked: Asked, *, limit: int) -> tuple[Any, ...]:
    """The rows of a kind that were asked for, in the order of the list.

    Raises NotFound where the row after which it should go on is not in the record.
    """
    table, row = KIND_TABLES[kind], ROWS[kind]
    found = _narrowed(select(*columns(table, row)), kind, asked)
    order = (table.c.place, table.c.id)
    if asked.before:
        found = found.where(tuple_(*order) < _place(db, table, asked.before))
        found = found.order_by(*(column.desc() for column in order))
    else:
        found = found.order_by(*order)
        if asked.after:
            found = found.where(tuple_(*order) > _place(db, table, asked.after))
    lines = [filled(row, line) for line in db.execute(found.limit(limit))]
    return tuple(reversed(lines) if asked.before else lines)


def number(db: Connection, kind: str, asked: Asked) -> int:
    """How many rows were asked for, whatever the page."""
    return int(
        db.execute(_narrowed(select(func.count()).select_from(KIND_TABLES[kind]), kind, asked)).scalar_one()
    )


def facets(db: Connection, kind: str, asked: Asked) -> tuple[Facet, ...]:
    """The facets of a kind with what can be chosen; those without a choice are left out."""
    question = ("facets", kind, asked.words, tuple(sorted(asked.chosen.items())), asked.today)
    return lately(db, question, lambda: _facets(db, kind, asked))


def _facets(db: Connection, kind: str, asked: Asked) -> tuple[Facet, ...]:
    each = (Facet(name, tuple(_choices(db, kind, name, asked))) for name in dimensions(kind, asked.today))
    return tuple(facet for facet in each if facet.choices)


def _choices(db: Connection, kind: str, name: str, asked: Asked) -> Iterator[Choice]:
    """The values of a facet, with how many rows each would leave beside what is chosen in the others."""
    others = msgspec.structs.replace(asked, chosen={n: v for n, v in asked.chosen.items() if n != name and v})
    dimension = dimensions(kind, asked.today)[name]
    found, value = (
        _counted(kind, dimension, others),
        dimension.stored[0] if dimension.stored else dimension.value,
    )
    found = found.where(value.is_not(None), value != "").group_by(value)
    first = value.desc() if name == "year" else sql("rows DESC")
    for line in db.execute(found.order_by(first, value).limit(MOST)):
        yield Choice(str(line.value), int(line.rows))


def _counted(kind: str, dimension: Dimension, others: Asked) -> Select[Any]:
    """Values and rows; where the values stand in a table of their own, the rows are asked for only where some are chosen."""
    table = KIND_TABLES[kind]
    if dimension.key is None:
        found = select(dimension.value.label("value"), func.count().label("rows")).select_from(table)
        return _narrowed(found, kind, others)
    narrow = bool(others.chosen or others.words.strip())
    left = _narrowed(select(table.c.id), kind, others)
    if dimension.stored:
        value, number, only = dimension.stored
        found = select(value.label("value"), func.count().label("rows")).where(only)
        return (
            found.where(number.in_(select(ENTRY.c.number).where(ENTRY.c.id.in_(left)))) if narrow else found
        )
    found = select(dimension.value.label("value"), func.count(dimension.key.distinct()).label("rows"))
    if dimension.only is not None:
        found = found.where(dimension.only)
    return found.where(dimension.key.in_(left)) if narrow else found


def _narrowed(found: Select[Any], kind: str, asked: Asked) -> Select[Any]:
    """The rows that have all words and every chosen value."""
    table = KIND_TABLES[kind]
    wanted = matching(asked.words)
    if wanted is not None:
        found = found.where(
            sql(
                f"{table.name}.id IN (SELECT e.id FROM {WORDS} JOIN cat_entry e ON e.number = {WORDS}.rowid "
                f"WHERE {WORDS} MATCH :wanted)"
            ).bindparams(wanted=wanted)
        )
    elif asked.words.strip():
        return found.where(literal(False))  # nothing in the words is a word
    known = dimensions(kind, asked.today)
    for name, value in asked.chosen.items():
        if value and name in known:
            found = found.where(known[name].of(table, value))
    return found


def _place(db: Connection, table: Table, id: str) -> Any:
    found = db.execute(select(table.c.place, table.c.id).where(table.c.id == id)).one_or_none()
    if found is None:
        raise NotFound(
            f"{id}: the list has no such row to go on from; begin again without `after` and `before`"
        )
    return tuple_(literal(found.place), literal(found.id))
