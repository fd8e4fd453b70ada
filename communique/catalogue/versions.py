"""Versions of reports, as the catalogue keeps them: what one page said, one time after the other."""

from collections.abc import Iterable
from itertools import groupby

import msgspec
from sqlalchemy import Connection

_ASK = """SELECT v.report, v.page, v.last, v.newest IS NULL, r.names, r.title, r.publisher, r.published, r.address
FROM cat_version v JOIN cat_report r ON r.id = 'r-' || v.report WHERE v.page IN """
_ORDER = " ORDER BY v.page, v.last, v.report"


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a report: `last` is when it was last found on its page; the record follows the `newest`."""

    id: str
    page: str
    last: str
    newest: bool
    name: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    address: str | None = None


def versions(db: Connection, report: str) -> tuple[Version, ...]:
    """All versions of a report, the oldest first; none where it has only one."""
    page = "(SELECT page FROM cat_version WHERE report = ?)"
    found = _found(db, page + _ORDER, (report.removeprefix("r-"),))
    return found if len(found) > 1 else ()


def changed_pages(db: Connection) -> tuple[tuple[Version, ...], ...]:
    """The versions of every page that changed, the oldest first in each."""
    found = _found(db, "(SELECT page FROM cat_version WHERE newest > '')" + _ORDER, ())
    return tuple(tuple(group) for _, group in groupby(found, key=lambda one: one.page))


def left_behind(db: Connection, ids: Iterable[str]) -> frozenset[str]:
    """Those of these mentions and claims that only older versions make."""
    wanted = msgspec.json.encode(sorted(set(ids))).decode()
    rows = db.exec_driver_sql(
        "SELECT id FROM cat_heir WHERE heir IS NULL AND id IN (SELECT value FROM json_each(?))", (wanted,)
    )
    return frozenset(row[0] for row in rows)


def _found(db: Connection, which: str, values: tuple[str, ...]) -> tuple[Version, ...]:
    return tuple(
        Version(
            id=f"r-{report}",
            page=page,
            last=last,
            newest=bool(newest),
            name=next(iter(msgspec.json.decode(names or "[]")), report),
            title=title,
            publisher=publisher,
            published=published,
            address=address,
        )
        for report, page, last, newest, names, title, publisher, published, address in db.exec_driver_sql(
            _ASK + which, values
        )
    )
