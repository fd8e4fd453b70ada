"""The meetings as a calendar (iCalendar, RFC 5545): all of them, or those that the same facets leave as in the list."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
from litestar import Request, get
from litestar.response import Response

from communique.catalogue.narrowing import Narrowed
from communique.catalogue.rows import MeetingRow
from communique.uses.web.addresses import page_of
from communique.uses.web.finding import Asking
from communique.uses.web.listing import asked_of
from communique.uses.web.wording import party

_MOST = 1000
_STATUS = {"planned": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED"}
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@get("/calendar.ics", sync_to_thread=True)
def calendar(db: Asking, request: Request[Any, Any, Any]) -> Response[bytes]:
    """The newest meetings whose day is known, narrowed as the list of meetings is: `?organ=asean/summit`."""
    asked = msgspec.structs.replace(asked_of("meetings", request), after="", before="")
    rows = Narrowed(db, "meetings", asked).rows(limit=_MOST)
    body = written(rows, str(request.base_url).rstrip("/"))
    return Response(body.encode(), media_type="text/calendar")


def written(rows: Iterable[MeetingRow], home: str) -> str:
    """The calendar file; a meeting whose day no report gives has no place in it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Communique//meetings//EN", "CALSCALE:GREGORIAN",
             "X-WR-CALNAME:Meetings according to reports"]  # fmt: skip
    for row in rows:
        lines += _event(row, home)
    lines.append("END:VCALENDAR")
    return "".join(folded + "\r\n" for line in lines for folded in _folded(line))


def _event(row: MeetingRow, home: str) -> Iterator[str]:
    first = _day(row.date)
    if first is None:
        return
    last = max(_day(row.end) or first, first)
    yield "BEGIN:VEVENT"
    yield f"UID:{row.id}@communique"
    yield f"DTSTAMP:{first:%Y%m%d}T000000Z"  # nobody says when a record came to hold it; the same file for the same record
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(row.name)}" + (f" ({row.status})" if row.status in _STATUS else "")
    if where := ", ".join(w for w in (row.city, party(row.country)) if w):
        yield f"LOCATION:{_escaped(where)}"
    yield f"DESCRIPTION:{_escaped(_about(row))}"
    yield f"STATUS:{_STATUS.get(row.status or '', 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    yield f"URL:{home}{page_of(row.id, 'meetings')}"
    yield "END:VEVENT"


def _about(row: MeetingRow) -> str:
    said = f"According to {row.reports} {'report' if row.reports == 1 else 'reports'}."
    return "\n".join(["; ".join(row.bodies), said] if row.bodies else [said])


def _day(edtf: str | None) -> date | None:
    """The day, where a whole one is said."""
    try:
        return date.fromisoformat((edtf or "").rstrip("~?%"))
    except ValueError:
        return None


def _escaped(words: str) -> str:
    return words.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes, none of which ends inside a character."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > 75:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + width
    yield piece
