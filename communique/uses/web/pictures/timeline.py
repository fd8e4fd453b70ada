"""Meetings by organ and year, as on the front page."""

from sqlalchemy import Connection

from communique.catalogue import queries
from communique.catalogue.timing import Held, held
from communique.uses.charts import timeline_spec
from communique.uses.web.addresses import page_of
from communique.uses.web.pictures.picture import Cell, Picture
from communique.uses.web.timeline import timeline

_WIDTH = 900


def picture(db: Connection, words: str) -> Picture:
    """The meetings that have all words."""
    rows = queries.meetings(db, words) if words else ()
    found = [Held(row.id, row.date, row.bodies) for row in rows] if words else held(db)
    told = timeline(found, {b.name: page_of(b.id, "bodies") for b in queries.bodies(db)})
    cells = {(cell.body, cell.time): cell for cell in told.cells}
    lines = (
        (
            Cell(body),
            *(
                Cell(str(c.meetings), c.link) if (c := cells.get((body, time))) else Cell("")
                for time in told.times
            ),
        )
        for body in told.bodies
    )
    return Picture(
        kind="timeline",
        title="Who met when" + (f": {words}" if words else ""),
        says="A dot for the meetings of a body in a year; the larger, the more of them.",
        spec=timeline_spec(told, _WIDTH) if told.cells else {},
        head=("body", *told.times),
        rows=tuple(lines),
        note=f"{told.undated} more without a year." if told.undated else "",
    )
