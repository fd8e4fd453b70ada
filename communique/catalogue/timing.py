"""When bodies met: meetings counted by bodies and month or year, for a timeline that need not read every meeting."""

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

YEARS_BY_MONTH = 2
"""A record of so many years or more is counted by year, a shorter one by month."""
_SPAN = "SELECT coalesce(max(year) - min(year), 0) FROM cat_meeting"
_COUNTED = (
    "SELECT min(id), substr(date, 1, ?) AS time, bodies, count(*) FROM cat_meeting GROUP BY bodies, time"
)


class Held(NamedTuple):
    """Meetings of the same bodies in the same month (or year, or of no date); `id` is one of them."""

    id: str
    date: str | None
    bodies: tuple[str, ...] = ()
    meetings: int = 1


def held(db: Connection) -> tuple[Held, ...]:
    """Every meeting, counted by bodies and month, or by bodies and year where they lie further apart."""
    by_month = int(db.exec_driver_sql(_SPAN).scalar_one()) < YEARS_BY_MONTH
    rows = db.exec_driver_sql(_COUNTED, (7 if by_month else 4,)).all()
    every = {bodies for _, _, bodies, _ in rows}
    named = {bodies: tuple(msgspec.json.decode(bodies or "[]") or ()) for bodies in every}
    return tuple(Held(id, date, named[bodies], n) for id, date, bodies, n in rows)
