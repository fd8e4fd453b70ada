"""What is new, as an Atom feed: the reports that came last, each with the meetings that it tells of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import msgspec
from litestar import Request, get
from litestar.response import Response
from sqlalchemy import Connection
from sqlalchemy import text as sql

from communique.model.when import when
from communique.uses.web.addresses import page_of
from communique.uses.web.finding import Asking
from communique.uses.web.wording import printable

_MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_LONG_AGO = "1970-01-01T00:00:00Z"


@get("/feed.atom", sync_to_thread=True)
def feed(db: Asking, request: Request[Any, Any, Any]) -> Response[bytes]:
    """The reports that were read last, newest first."""
    home = str(request.base_url).rstrip("/")
    rows = _newest(db)
    root = Element("feed", xmlns=_ATOM)
    _add(root, "id", f"{home}/feed.atom")
    _add(root, "title", "New in the record")
    _add(root, "updated", max((row["moment"] for row in rows), default=_LONG_AGO))
    SubElement(root, "link", rel="self", href=f"{home}/feed.atom")
    SubElement(root, "link", rel="alternate", href=f"{home}/reports", type="text/html")
    meetings = _meetings(db, [row["id"] for row in rows])
    for row in rows:
        _entry(root, row, meetings.get(row["id"], []), home)
    body = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(body, media_type="application/atom+xml")


def _entry(root: Element, row: dict[str, Any], meetings: list[str], home: str) -> None:
    address = home + page_of(row["id"], "reports")
    entry = SubElement(root, "entry")
    _add(entry, "id", address)
    _add(entry, "title", row["title"] or "a report without a title")
    _add(entry, "updated", row["moment"])
    _add(SubElement(entry, "author"), "name", row["publisher"] or "no publisher named")
    SubElement(entry, "link", rel="alternate", href=address, type="text/html")
    _add(entry, "summary", "; ".join(meetings) or "No meeting was read in it.")


def _newest(db: Connection) -> list[dict[str, Any]]:
    """The reports in the order in which their texts came; an older one that is read again is not new."""
    asked = """SELECT r.id, r.title, r.publisher, r.published,
    (SELECT min(a.retrieved) FROM arrival a WHERE a.text_id = t.id) AS retrieved FROM
    (SELECT id, rowid AS came FROM text ORDER BY rowid DESC LIMIT :most) t
    JOIN cat_report r ON r.id = 'r-' || t.id ORDER BY t.came DESC"""
    rows = [dict(line) for line in db.execute(sql(asked), {"most": _MOST}).mappings()]
    return [{**row, "moment": moment} for row, moment in zip(rows, _moments(rows), strict=True)]


def _moments(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """For each report its day; of one without, when it was fetched, else the latest day of those that came before it.

    Nobody notes when a file came in; a report without a day is no older than what came before it.
    """
    known = [_moment(row["published"]) if row["published"] else _fetched(row["retrieved"]) for row in rows]
    first = next((m for m in reversed(known) if m != _LONG_AGO), _LONG_AGO)
    latest, found = first, []
    for moment in reversed(known):
        latest = max(latest, moment)
        found.append(latest if moment == _LONG_AGO else moment)
    return found[::-1]


def _fetched(retrieved: str | None) -> str:
    """`2026-11-22T07:20:00+00:00` as the format wants it."""
    try:
        return datetime.fromisoformat(retrieved or "").astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return _LONG_AGO


def _meetings(db: Connection, reports: Sequence[str]) -> dict[str, list[str]]:
    """What the meetings are called of which each report tells."""
    found: dict[str, list[str]] = defaultdict(list)
    asked = """SELECT DISTINCT a.report, e.label FROM cat_alias a JOIN cat_entry e ON e.id = a.entity
    WHERE a.report IN (SELECT substr(value, 3) FROM json_each(:reports)) AND a.kind = 'meetings' ORDER BY e.label"""
    for report, label in db.execute(sql(asked), {"reports": msgspec.json.encode(list(reports)).decode()}):
        found[f"r-{report}"].append(str(label))
    return found


def _moment(edtf: str | None) -> str:
    """The day as a moment, which the format wants; its first moment where only a month or year is known."""
    day = when(edtf)
    if day.year is None:
        return _LONG_AGO
    return f"{day.year:04}-{min(day.month or 1, 12):02}-{day.day or 1:02}T00:00:00Z"


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = printable(words)
