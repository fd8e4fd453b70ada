"""The page of one body: its meetings in order, who sat in them, the instruments that passed through it."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec
from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from communique.catalogue import queries
from communique.catalogue.rows import MeetingRow
from communique.catalogue.series import Gap, Series, series
from communique.model.record import Entry
from communique.model.when import year_of
from communique.uses.web.addresses import page_of
from communique.uses.web.finding import Asking, found, rendered
from communique.uses.web.sayings import Told, sources_of
from communique.uses.web.wording import ordinal, party

_LOOKED_INTO = 300
"""Meetings whose participants and instruments are gathered; the newest."""


class Sitter(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who sat in meetings of the body."""

    name: str
    link: str | None
    parties: str
    meetings: int


@get("/bodies/{id:path}", sync_to_thread=True)
def body(db: Asking, id: FromPath[str]) -> Template:
    """One body."""
    entry = found(db, "bodies", id.lstrip("/"))
    rows = queries.meetings_of(db, entry.id)
    meetings = [queries.whole(db, row.id) for row in rows[:_LOOKED_INTO]]
    sources = sources_of(db, entry.reports)
    return rendered(
        "body.html",
        entry.label,
        told=Told(db, entry, sources),
        years=_by_year(rows),
        number=len(rows),
        missing=_missing(series(db, entry.id)),
        people=_sitters(meetings),
        instruments=_instruments(entry, meetings),
        sources=[(source, True) for source in sources.values()],
    )


def _missing(told: Series) -> dict[str, str]:
    """By the meeting that follows: the numbers of which no report was read, in words."""
    pairs = pairwise(told.steps)
    return {
        after.id: ordinal(gap.first) + (f" to {ordinal(gap.last)}" if gap.last > gap.first else "")
        for gap, after in pairs
        if isinstance(gap, Gap) and isinstance(after, MeetingRow)
    }


def _by_year(rows: Sequence[MeetingRow]) -> list[tuple[int | None, list[MeetingRow]]]:
    """The series from its first meeting on record to its last, year by year; undated ones at the end."""
    dated = [row for row in reversed(rows) if year_of(row.date)]
    undated = [row for row in rows if not year_of(row.date)]
    years = [(year, list(group)) for year, group in groupby(dated, key=lambda row: year_of(row.date))]
    return [*years, *([(None, undated)] if undated else [])]


def _sitters(meetings: Sequence[Entry]) -> list[Sitter]:
    """Everyone named in the meetings, those who sat most often first."""
    times: Counter[str] = Counter()
    seen: dict[str, tuple[str, str | None, set[str]]] = {}
    for meeting in meetings:
        for part in meeting.part("participants"):
            key = part.target or part.label
            _, _, parties = seen.setdefault(key, (part.label, part.target, set()))
            parties.update(party(str(p)) for p in part.all("represents"))
            times[key] += 1
    found = (
        Sitter(
            name=label,
            link=page_of(target, "people") if target else None,
            parties=", ".join(sorted(parties)),
            meetings=times[key],
        )
        for key, (label, target, parties) in seen.items()
    )
    return sorted(found, key=lambda s: (-s.meetings, s.parties, s.name))


def _instruments(entry: Entry, meetings: Sequence[Entry]) -> list[tuple[str, str, str]]:
    """Title, page and what was done, of what meetings of the body dealt with or was submitted to it."""
    done: dict[str, tuple[str, dict[str, None]]] = {}
    for part in (p for e in (*meetings, entry) for p in e.part("instruments") if p.target):
        _, actions = done.setdefault(str(part.target), (part.label, {}))
        actions.update(dict.fromkeys(str(a) for a in part.all("action")))
    found = ((label, page_of(id, "instruments"), ", ".join(acts)) for id, (label, acts) in done.items())
    return sorted(found, key=lambda line: line[0].casefold())
