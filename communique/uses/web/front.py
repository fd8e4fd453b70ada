"""The front page: how much the record holds, who met when, the newest meetings, the search box."""

from functools import lru_cache

import msgspec
from litestar import get
from litestar.response import Response, Template
from markupsafe import Markup
from sqlalchemy import Connection

from communique.catalogue import queries
from communique.catalogue.kept import lately
from communique.catalogue.rows import Counts, MeetingRow
from communique.catalogue.timing import held
from communique.model.record import KINDS
from communique.uses.charts import Timeline, since, timeline_svg
from communique.uses.web.addresses import page_of
from communique.uses.web.finding import Asking, rendered
from communique.uses.web.lists import Table, table
from communique.uses.web.timeline import timeline

_NEWEST = 8
_WIDE, _NARROW = 1080, 310
_COLUMNS = 14
"""Years for which the narrow drawing has room."""


@get("/", sync_to_thread=True)
def front(db: Asking) -> Template:
    """What the record holds."""
    counts = lately(db, ("counts",), queries.counts)
    if not any(getattr(counts, kind) for kind in KINDS):
        return rendered("empty.html", "An empty record")
    chart, drawings = drawn(db)
    return rendered(
        "front.html",
        "What the reports say",
        data="/front.json",
        counts=_counted(counts),
        disputed=counts.disputed,
        timeline=chart,
        drawings=drawings,
        newest=_newest(queries.meetings(db, limit=_NEWEST)),
    )


@get("/front.json", sync_to_thread=True)
def front_json(db: Asking) -> Response[bytes]:
    """The same for programs."""
    told = {"counts": queries.counts(db), "newest": queries.meetings(db, limit=_NEWEST)}
    return Response(msgspec.json.encode(told), media_type="application/json")


def drawn(db: Connection) -> tuple[Timeline, dict[str, Markup]]:
    """The timeline with its drawings, kept: drawing takes longer than all else on the page."""
    return lately(db, ("front",), _drawn)


def _drawn(db: Connection) -> tuple[Timeline, dict[str, Markup]]:
    chart = timeline(held(db), {b.name: page_of(b.id, "bodies") for b in queries.bodies(db)})
    return chart, dict(_drawings(chart)) if chart.cells else {}


@lru_cache(maxsize=4)
def _drawings(chart: Timeline) -> dict[str, Markup]:
    """Wide and narrow; a record that is another has mostly the same timeline."""
    narrow = since(chart, _COLUMNS)
    # safe to stand in a page unescaped: charts.harmless has let nothing through that acts
    return {
        "wide": Markup(timeline_svg(chart, _WIDE)),
        "narrow": Markup(timeline_svg(narrow, _NARROW)),
        "since": Markup.escape(narrow.times[0] if narrow.times != chart.times else ""),
    }


def _counted(counts: Counts) -> list[tuple[str, int]]:
    return [(kind, number) for kind in KINDS if (number := getattr(counts, kind))]


def _newest(meetings: tuple[MeetingRow, ...]) -> Table:
    return table("meetings", meetings)
