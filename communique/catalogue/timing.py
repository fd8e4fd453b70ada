"""When bodies met: meetings counted by bodies and month, for a timeline that need not read every meeting."""

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

_BY_MONTH = """SELECT min(id), substr(date, 1, 7) AS month, bodies, count(*) FROM cat_meeting GROUP BY bodies, month"""


class Held(NamedTuple):
    """Meetings of the same bodies in the same month (or year, or of no date); `id` is one of them."""

    id: str
    date: str | None
    bodies: tuple[str, ...] = ()
    meetings: int = 1


def held(db: Connection) -> tuple[Held, ...]:
    """Every meeting, counted by bodies and month."""
    rows = db.exec_driver_sql(_BY_MONTH).all()
    every = {bodies for _, _, bodies, _ in rows}
    named = {bodies: tuple(msgspec.json.decode(bodies or "[]") or ()) for bodies in every}
    return tuple(Held(id, date, named[bodies], n) for id, date, bodies, n in rows)
