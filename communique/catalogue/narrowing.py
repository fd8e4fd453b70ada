"""Lists narrowed by facets, and paged by the id of the row that a page ends with.

    found = Narrowed(db, "meetings", Asked(words="drugs", chosen={"year": "2018", "country": "KZ"}))
    found.facets()       # what else could be chosen, with how many rows each
    found.rows(limit=100)

Every facet counts the rows that would be left if its value were chosen beside all that is chosen in the
others. A cursor is an id, so that a page stays where it is while rows come in before it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal, select, tuple_
from sqlalchemy import text as sql

from communique.catalogue.dimensions import Dimension, dimensions
from communique.catalogue.kept import kept, lately
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


class _Left(NamedTuple):
    """What is left of a kind: the ids as JSON, how many, and how often each value that stands in the list's own table."""

    ids: str
    number: int
    values: Mapping[str, Mapping[Any, int]]


class Narrowed:
    """One list as it is asked for: its rows, how many there are, what else can be chosen.

    What is left of the kind is looked up once for all of these.
    """

    def __init__(self, db: Connection, kind: str, asked: Asked) -> None:
        self._db, self._kind, self._asked = db, kind, asked
        self._dimensions = dimensions(kind, asked.today)

    def rows(self, *, limit: int) -> tuple[Any, ...]:
        """The rows that were asked for, in the order of the list.

        Raises NotFound where the row after which it should go on is not in the record.
        """
        table, row, asked = KIND_TABLES[self._kind], ROWS[self._kind], self._asked
        found = select(*columns(table, row))
        if self._left is not None:
            among = sql(f"{table.name}.id IN (SELECT value FROM json_each(:left))")
            found = found.where(among.bindparams(left=self._left.ids))
        order = (table.c.place, table.c.id)
        if asked.before:
            found = found.where(tuple_(*order) < _place(self._db, table, asked.before))
            found = found.order_by(*(column.desc() for column in order))
        else:
            found = found.order_by(*order)
            if asked.after:
                found = found.where(tuple_(*order) > _place(self._db, table, asked.after))
        lines = [filled(row, line) for line in self._db.execute(found.limit(limit))]
        return tuple(reversed(lines) if asked.before else lines)

    @property
    def number(self) -> int:
        """How many rows were asked for, whatever the page."""
        if self._left is not None:
            return self._left.number
        return int(self._db.execute(select(func.count()).select_from(KIND_TABLES[self._kind])).scalar_one())

    def facets(self) -> tuple[Facet, ...]:
        """The facets with what can be chosen; those without a choice are left out."""
        chosen = {n for n in self._dimensions if self._asked.chosen.get(n)}
        open_ = self._lately(tuple(n for n in self._dimensions if n not in chosen), self._asked)
        # of one in which something is chosen the values are the same whichever of them it is
        own = {n: c for name in chosen for n, c in self._lately((name,), self._beside(name)).items()}
        each = (Facet(name, (own if name in chosen else open_)[name]) for name in self._dimensions)
        return tuple(facet for facet in each if facet.choices)

    def _lately(self, names: tuple[str, ...], asked: Asked) -> dict[str, tuple[Choice, ...]]:
        """The values of these facets, with how many rows of those asked for each would leave."""
        question = (
            "facets",
            self._kind,
            names,
            asked.words,
            tuple(sorted(asked.chosen.items())),
            asked.today,
        )
        return lately(self._db, question, lambda own: {name: self._of(own)._choices(name) for name in names})

    def _of(self, db: Connection) -> "Narrowed":
        """The same list, asked by another connection."""
        return self if db is self._db else Narrowed(db, self._kind, self._asked)

    def _choices(self, name: str) -> tuple[Choice, ...]:
        found = ((value, rows) for value, rows in self._counted(name) if value not in (None, ""))
        ordered = sorted(found, key=lambda line: (-line[1], line[0]))
        if name == "year":
            ordered.sort(key=lambda line: line[0], reverse=True)
        return tuple(Choice(str(value), int(rows)) for value, rows in ordered[:MOST])

    def _counted(self, name: str) -> Iterable[tuple[Any, int]]:
        """Values and rows: of what is left where nothing is chosen in this facet, else of what the others would leave."""
        dimension = self._dimensions[name]
        if self._left is None or self._asked.chosen.get(name):
            return self._grouped(name, dimension)
        if dimension.key is None:
            return self._left.values[name].items()
        lines = self._db.execute(sql(dimension.among), {"ids": self._left.ids})
        return [(value, rows) for value, rows in lines]

    def _grouped(self, name: str, dimension: Dimension) -> list[tuple[Any, int]]:
        """Values and rows as the tables give them, the first of them."""
        value, rows, found = _values(self._kind, dimension, self._beside(name))
        first = value.desc() if name == "year" else rows.desc()
        lines = self._db.execute(found.order_by(first, value).limit(MOST + 2))  # two of them may be no value
        return [(value, rows) for value, rows in lines if rows]

    def _beside(self, name: str) -> Asked:
        """What is asked for, less what is chosen in this facet."""
        others = {n: v for n, v in self._asked.chosen.items() if n != name and v}
        return msgspec.structs.replace(self._asked, chosen=others)

    @cached_property
    def _left(self) -> _Left | None:
        """None where nothing narrows the list."""
        asked = self._asked
        if not (asked.words.strip() or any(asked.chosen.get(name) for name in self._dimensions)):
            return None
        question = ("left", self._kind, asked.words, tuple(sorted(asked.chosen.items())), asked.today)
        return kept(self._db, question, self._looked_up)

    def _looked_up(self) -> _Left:
        own = {name: d.value for name, d in self._dimensions.items() if d.key is None}
        found = _narrowed(select(KIND_TABLES[self._kind].c.id, *own.values()), self._kind, self._asked)
        # of tens of thousands the names of their columns would take longest
        cursor: Any = self._db.execute(found).cursor
        ids, *values = list(zip(*cursor.fetchall(), strict=True)) or [()] * (1 + len(own))
        counted = {name: Counter(each) for name, each in zip(own, values, strict=True)}
        return _Left(msgspec.json.encode(ids).decode(), len(ids), counted)


def _values(
    kind: str, dimension: Dimension, others: Asked
) -> tuple[ColumnElement[Any], ColumnElement[int], Select[Any]]:
    """A facet's values, how many rows each has, and the question that tells both; where the values stand in a table of
    their own, the rows are asked for only where some are chosen."""
    table, rows = KIND_TABLES[kind], func.count()
    narrow = bool(others.chosen or others.words.strip())
    if dimension.key is None:
        value = dimension.value
        return value, rows, _narrowed(select(value, rows).select_from(table).group_by(value), kind, others)
    if dimension.summed is not None and not narrow:
        return *dimension.summed, select(*dimension.summed)
    left = _narrowed(select(table.c.id), kind, others)
    if dimension.stored:
        value, number, only = dimension.stored
        found = select(value, rows).where(only).group_by(value)
        known = select(ENTRY.c.number).where(ENTRY.c.id.in_(left))
        return value, rows, found.where(number.in_(known)) if narrow else found
    value, rows = dimension.value, func.count(dimension.key.distinct())
    found = select(value, rows).group_by(value)
    if dimension.only is not None:
        found = found.where(dimension.only)
    return value, rows, found.where(dimension.key.in_(left)) if narrow else found


def _narrowed(found: Select[Any], kind: str, asked: Asked) -> Select[Any]:
    """The rows that have all words and every chosen value."""
    table = KIND_TABLES[kind]
    wanted = matching(asked.words)
    if wanted is not None:
        found = found.where(
            sql(
                f"{table.name}.id IN (SELECT e.id FROM {WORDS} JOIN cat_entry e ON e.number = {WORDS}.rowid "
                f"WHERE {WORDS} MATCH :wanted AND +e.kind = :kind)"  # the plus: found by its words, not by its kind
            ).bindparams(wanted=wanted, kind=kind)
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
