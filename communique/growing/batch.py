"""One batch of reports: mentions, entries, sums, values, rows, each step only as far as the one before reached."""

import re
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, inspect
from sqlalchemy import text as sql

from communique.catalogue.stamping import seal
from communique.catalogue.tables import COUNT_MEETINGS, MAKE_TEXTS, MAKE_WORDS, METADATA, WORDS
from communique.catalogue.views import MAKE_VIEWS
from communique.growing.copies import regroup
from communique.growing.doubtful import doubt
from communique.growing.entries import enter, refresh
from communique.growing.indexing import keep_texts
from communique.growing.mentions import belong
from communique.growing.sql import AMONG, among, walk
from communique.growing.sums import Moved, Report, sums
from communique.growing.values import apply
from communique.growing.versions import older
from communique.growing.words import Said, news, said_by
from communique.resolution.traits import traits

_SPOT = re.compile(r"([^.\s]+)\.(\S.*?) (?:was|is) ")
"""How the reason of a judgement about a value begins: `m-1f3a.city was Oslo`, `m-1f3a.city is Oslo`."""
_CACHE = 400_000
"""Kilobytes of tables that are kept at hand while a batch is taken in, at most: 500 reports alter 200 MB of the pages of a large
record, and what has no room is written twice."""


def begin(db: Connection) -> None:
    """Drops whatever catalogue there is, of any version, and makes empty tables."""
    db.execute(sql(f"DROP TABLE IF EXISTS {WORDS}"))
    known = inspect(db)
    for kind, names in (("VIEW", known.get_view_names()), ("TABLE", known.get_table_names())):
        for name in names:
            if name.startswith("cat_"):
                db.execute(sql(f'DROP {kind} IF EXISTS "{name}"'))
    METADATA.create_all(db, checkfirst=False)
    db.execute(sql(MAKE_WORDS))
    texts = MAKE_TEXTS[known.has_table("text")]
    for more in (texts, *MAKE_VIEWS, *COUNT_MEETINGS):
        db.exec_driver_sql(more)
    seal(db, "")


def grow(db: Connection, reports: Iterable[Report], before: Said, now: Said) -> None:
    """Takes `reports`, new ones and those that are read anew, into the catalogue, and what people said since.

    How reports are dealt into batches, and in which order they come, makes no difference to what is there in
    the end. Begin a transaction first: readers see the old catalogue until it is committed.
    """
    db.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")
    batch = list(reports)
    changed = news(before, now)
    ids = [text.id for _, text, _ in batch]
    keep_texts(db, (text for _, text, _ in batch))
    found = (trait for _, text, reading in batch for trait in traits(text, reading))
    moves = belong(db, ids, found, now, changed.mentions)
    gone = older(db, ids)
    copies = regroup(db, (text for _, text, _ in batch if text.id not in gone), gone)
    moved = Moved(moves, copies, _speaking(db, changed.claims))
    added = sums(db, batch, moved, before, now)
    enter(db, added)
    spots = apply(db, added)
    refresh(db, spots, added, [f"r-{id}" for id in ids])
    doubt(db, moves.entries, now)


def make(db: Connection, reports: Iterable[Report], stamp: str = "") -> None:
    """A catalogue of these reports and of nothing else, in place of any that is there."""
    begin(db)
    nothing = said_by(())
    grow(db, reports, nothing, nothing)
    seal(db, stamp)


_QUOTES = "JOIN cat_quote q ON q.value = v.number"
_AT_SPOTS = f"""SELECT q.report, q.claims FROM json_each(?) j JOIN cat_value v
ON v.entity = json_extract(j.value, '$[0]') AND v.field = json_extract(j.value, '$[1]') {_QUOTES}"""
_OF_ENTRIES = f"SELECT q.report, q.claims FROM cat_value v {_QUOTES} WHERE v.entity IN {AMONG}"
_NOW_CALLED = f"""SELECT entity FROM cat_alias WHERE node IN {AMONG}
UNION SELECT entity FROM cat_alias WHERE mention IN {AMONG}"""


def _speaking(db: Connection, claims: Mapping[str, str]) -> set[str]:
    """The reports that make these claims: looked up where the reason of the judgement says that the value stood, then
    in all that its entry (as it is called now) holds, and only where no reason leads to a claim among all quotes.
    """
    said = filter(None, map(_SPOT.match, claims.values()))
    spots = {(found[1], found[2]) for found in said}
    reports: set[str] = set()
    for look in (_at_spots, _in_entries, _anywhere):
        if claims:
            found, here = _among(look(db, spots), claims)
            claims = {claim: reason for claim, reason in claims.items() if claim not in found}
            reports |= here
    return reports


def _at_spots(db: Connection, spots: Collection[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return among(db, _AT_SPOTS, sorted(spots))


def _in_entries(db: Connection, spots: Collection[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """The quotes of the entries named, those included that were called so before they became one with others."""
    named = sorted({id for id, _ in spots})
    nodes = [id[2:] for id in named]
    now = {str(row[0]) for row in among(db, _NOW_CALLED, nodes, nodes)}
    return among(db, _OF_ENTRIES, sorted({*named, *now}))


def _anywhere(db: Connection, _: Collection[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return walk(db, "SELECT report, claims FROM cat_quote")


def _among(rows: Iterable[tuple[str, str]], claims: Collection[str]) -> tuple[set[str], set[str]]:
    """Which of the claims stand in the rows, and in which reports."""
    hits = [(claim, report) for report, said in rows for claim in said.split() if claim in claims]
    return {claim for claim, _ in hits}, {report.removeprefix("r-") for _, report in hits}
