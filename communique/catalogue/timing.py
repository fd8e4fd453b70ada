"""When bodies met: meetings counted by bodies and month, for a timeline that need not read every meeting."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from communique.catalogue.tables import MEETING


class Held(NamedTuple):
    """Meetings of the same bodies in the same month (or year, or of no date); `id` is one of them."""

    id: str
    date: str | None
    bodies: tuple[str, ...] = ()
    meetings: int = 1


def held(db: Connection) -> tuple[Held, ...]:
    """Every meeting, counted by bodies and month."""
    month = func.substr(MEETING.c.date, 1, 7).label("month")
    found = select(func.min(MEETING.c.id), month, MEETING.c.bodies, func.count()).group_by(
        MEETING.c.bodies, month
    )
    return tuple(Held(id, date, tuple(bodies or ()), n) for id, date, bodies, n in db.execute(found))
