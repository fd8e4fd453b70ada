"""Reports by what a page says of each beside a value: its title, who published it, when."""

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy import text as sql

from communique.catalogue.tables import ENTRY, REPORT

_AT_ONCE = 400


class Told(msgspec.Struct, frozen=True):
    """A report as a source."""

    id: str
    title: str
    publisher: str | None
    published: str | None


def told(db: Connection, reports: Iterable[str]) -> Mapping[str, Told]:
    """These reports by id, with few questions for many."""
    ids = list(dict.fromkeys(reports))
    found: dict[str, Told] = {}
    for at in range(0, len(ids), _AT_ONCE):
        asked = (
            select(ENTRY.c.id, ENTRY.c.label, REPORT.c.publisher, REPORT.c.published)
            .join(REPORT, REPORT.c.id == ENTRY.c.id)
            .where(ENTRY.c.id.in_(ids[at : at + _AT_ONCE]))
        )
        found |= {line[0]: Told(*line) for line in db.execute(asked)}
    return found


def by_day(db: Connection, reports: Iterable[str]) -> tuple[str, ...]:
    """These reports in the order in which they came out, those without a day last."""
    wanted = {"ids": msgspec.json.encode(list(reports)).decode()}
    asked = "SELECT id, published FROM cat_report WHERE id IN (SELECT value FROM json_each(:ids))"
    rows = db.execute(sql(asked), wanted).all()
    return tuple(id for id, day in sorted(rows, key=lambda row: (row[1] is None, row[1] or "", row[0])))
