"""Versions of reports, kept up to date: which is the newest on its page, and what people said of older ones."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection

from communique.growing.sql import AMONG, among, ask, change, put
from communique.growing.sums import Report
from communique.model.added import by_text
from communique.model.judgement import Judgement
from communique.resolution.versions import Arrived, Fetched, carried, fetched, heirs, newer, standing

Fetch = Callable[[Collection[str]], Sequence[Report]]


def follow(
    db: Connection,
    reports: Sequence[Report],
    arrivals: Iterable[Arrived],
    judgements: Sequence[Judgement],
    fetch: Fetch,
) -> list[Report]:
    """Takes note of `arrivals`; the reports to be taken in with what they say now, other versions of them included.

    `fetch` gives reports by text id.
    """
    pages = _note(db, fetched(arrivals))
    rows = among(db, f"SELECT page, last, report FROM cat_version WHERE page IN {AMONG}", pages)
    versions = [Fetched(*row) for row in rows]
    newest = newer(versions)
    several = {*newest, *newest.values()}
    put(
        db,
        "UPDATE cat_version SET newest = ? WHERE report = ?",
        ((newest.get(v.text), v.text) for v in versions),
    )
    if not newest:
        return list(reports)
    here = {text.id for _, text, _ in reports}
    told = [*reports, *fetch(several - here)]
    _inherit(db, {report[1].id: report for report in told}, newest)
    return list(standing(told, newest, by_text(judgements)))


def said_of_newest(db: Connection, judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements as words about the newest versions too."""
    if not ask(db, "SELECT 1 FROM cat_heir LIMIT 1"):
        return list(judgements)
    sides = (side for j in judgements for side in (j.left, j.right or ""))
    ids = {id[2:] if id[1:2] == "-" else id for side in sides for id in side.split()}
    return carried(
        judgements, dict(map(tuple, among(db, f"SELECT id, heir FROM cat_heir WHERE id IN {AMONG}", ids)))
    )


def older(db: Connection, reports: Collection[str]) -> set[str]:
    """Those of these reports of which there is a newer version."""
    ask = f"SELECT report FROM cat_version WHERE report IN {AMONG} AND newest > ''"
    return {row[0] for row in among(db, ask, reports)}


def _note(db: Connection, found: Mapping[str, Fetched]) -> set[str]:
    rows = among(db, f"SELECT page, last, report FROM cat_version WHERE report IN {AMONG}", found)
    for row in rows:
        found = {**found, row[2]: max(Fetched(*row), found[row[2]])}
    put(
        db,
        "INSERT INTO cat_version(report, page, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last",
        ((v.text, v.page, v.last) for v in found.values()),
    )
    return {v.page for v in found.values()}


def _inherit(db: Connection, told: Mapping[str, Report], newest: Mapping[str, str]) -> None:
    change(db, f"DELETE FROM cat_heir WHERE report IN {AMONG}", {*newest, *newest.values()})
    lines = (
        (id, heir, old) for old, new in newest.items() for id, heir in heirs(told[old], told[new]).items()
    )
    put(db, "INSERT INTO cat_heir VALUES (?, ?, ?)", lines)
