"""What lies below an entry: its parts, and which people, bodies and instruments belong to which meeting."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection

from communique.growing.folded import MANY, parts, place_of
from communique.growing.sql import AMONG, among, change, put
from communique.model.record import Entry, Part

_MEETINGS = "meetings."

Line = tuple[Any, ...]


def write_parts(db: Connection, entries: Collection[Entry], fields: Iterable[tuple[str, str]]) -> None:
    """Writes the parts of `entries`; of the meetings of those that may have thousands only the touched `fields`."""
    few = [e.id for e in entries if e.kind not in MANY]
    many = {e.id for e in entries if e.kind in MANY}
    change(db, f"DELETE FROM cat_part WHERE entity IN {AMONG}", few)
    change(db, f"DELETE FROM cat_part WHERE entity IN {AMONG} AND list < 'meetings'", many)
    change(db, f"DELETE FROM cat_part WHERE entity IN {AMONG} AND list > 'meetings'", many)
    lines = [_part(e.id, part) for e in entries for part in e.parts]
    touched = {(id, f.rpartition(".")[0]) for id, f in fields if f.startswith(_MEETINGS) and id in many}
    keys = [(id, spot.removeprefix(_MEETINGS)) for id, spot in touched]
    put(db, "DELETE FROM cat_part WHERE entity = ? AND list = 'meetings' AND key = ?", keys)
    lines += [_part(id, part) for id, part in parts(db, touched)]
    put(db, "INSERT INTO cat_part VALUES (?, ?, ?, ?, ?, ?)", lines)
    change(
        db, f"DELETE FROM cat_tie WHERE entry IN {AMONG}", [e.id for e in entries if e.kind == "instruments"]
    )
    put(
        db, "DELETE FROM cat_tie WHERE +entry = ? AND meeting = ?", keys
    )  # a meeting has few, a body thousands
    put(
        db,
        "INSERT INTO cat_tie(meeting, entry, date) "
        "SELECT ?1, ?2, (SELECT date FROM cat_meeting WHERE id = ?1 AND year IS NOT NULL)",
        ((target, id) for id, list_, _, target, _, _ in lines if list_ == "meetings"),
    )


def _part(id: str, part: Part) -> Line:
    return id, part.list, part.key, part.target, part.label, place_of(part)


def end_parts(db: Connection, gone: Collection[str]) -> None:
    """Removes all that lies below entries that are no more."""
    for table, column in (
        ("cat_part", "entity"), ("cat_participation", "meeting"), ("cat_office_held", "person"),
        ("cat_tie", "entry"), ("cat_step", "instrument"),
    ):  # fmt: skip
        change(db, f"DELETE FROM {table} WHERE {column} IN {AMONG}", gone)


def called_after(db: Connection, renamed: Collection[str]) -> set[str]:
    """Entries in whose rows the names of these stand."""
    rows = among(
        db,
        "SELECT p.entity FROM cat_part p JOIN cat_entry e ON e.id = p.entity "
        f"WHERE p.target IN {AMONG} AND (p.list != 'meetings' OR e.kind NOT IN {MANY})",
        renamed,
    )
    return {row[0] for row in rows}
