"""Reports that are one text told again, as the catalogue keeps them: who told it first, who after them."""

import struct
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection

_ASK = """SELECT t.source, t.report, t."when", t.whole, t.runs, r.names, r.title, r.publisher, r.published, r.address
FROM cat_trace t JOIN cat_report r ON r.id = 'r-' || t.report WHERE """
_ORDER = ' ORDER BY t.source, t."when", t.report'
_UNKNOWN = "9999"


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One report among those that tell the same text; the first of them is the source.

    `shared` is the part of the shorter text that is in the source too, `exact` that its words are the same.
    `published` is the day that the report states, `retrieved` when it was first fetched; None where unknown.
    """

    id: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    retrieved: str | None = None
    address: str | None = None
    shared: float = 1.0
    exact: bool = True


def told_again(db: Connection) -> tuple[tuple[Telling, ...], ...]:
    """Every group of copies, the source first in each, in the order in which the sources came out."""
    rows = db.exec_driver_sql(f"{_ASK} t.source > '' {_ORDER}").all()
    found = [list(group) for _, group in groupby(rows, key=lambda row: str(row[0]))]
    found.sort(key=lambda group: (group[0][2], group[0][1]))
    return tuple(_tellings(group) for group in found)


def tellings(db: Connection, report: str) -> tuple[Telling, ...]:
    """The group of copies that a report belongs to, the source first; none where it has no copies."""
    source = "(SELECT source FROM cat_trace WHERE report = ? AND source > '')"
    rows = db.exec_driver_sql(f"{_ASK} t.source = {source} {_ORDER}", (report.removeprefix("r-"),)).all()
    return _tellings(rows)


def again(db: Connection, reports: Iterable[str]) -> frozenset[str]:
    """Those of these reports that tell again what an earlier one told."""
    asked = """SELECT 'r-' || t.report FROM json_each(?) j JOIN cat_trace t ON t.report = substr(j.value, 3)
    WHERE t.source > '' AND EXISTS (SELECT 1 FROM cat_trace f WHERE f.source = t.source AND f.source > '' AND f."when" < t."when")"""
    # `f.source > ''` says nothing new, but only with it SQLite sees that its index of those with a source serves
    rows = db.exec_driver_sql(asked, (msgspec.json.encode(list(reports)).decode(),))
    return frozenset(row[0] for row in rows)


def _tellings(rows: Iterable[Any]) -> tuple[Telling, ...]:
    found: list[Telling] = []
    first: frozenset[int] = frozenset()
    words = 0
    for _, report, when, whole, packed, names, *known in rows:
        runs = frozenset(struct.unpack(f"<{len(packed) // 4}I", packed))
        if not found:
            first, words = runs, whole
        exact = runs == first and whole == words
        less = min(len(runs), len(first))
        title, publisher, published, address = known
        moment = when.split(" ")[1]
        found.append(
            Telling(
                id=f"r-{report}",
                name=next(iter(msgspec.json.decode(names or "[]")), report),
                title=title,
                publisher=publisher,
                published=published,
                retrieved=None if moment == _UNKNOWN else moment,
                address=address,
                shared=1.0 if exact or not less else len(runs & first) / less,
                exact=exact,
            )
        )
    return tuple(found)
