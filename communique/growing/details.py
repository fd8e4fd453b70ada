"""What lies below an entry: its parts, and which people, bodies and instruments belong to which meeting."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from communique.growing.folded import MANY, parts, place_of
from communique.growing.sql import AMONG, among, change, put
from communique.model.record import Entry, Part

_MEETINGS = "meetings."

_PARTS = "SELECT p.entity, p.list, p.key, p.target, p.label, p.place FROM cat_part p"
_SOME = f"""{_PARTS.replace("cat_part p", "json_each(?) j CROSS JOIN cat_part p")}
ON p.entity = json_extract(j.value, '$[0]') AND p.list = 'meetings' AND p.key = json_extract(j.value, '$[1]')"""

Line = tuple[Any, ...]


def write_parts(db: Connection, entries: Collection[Entry], fields: Iterable[tuple[str, str]]) -> None:
    """Writes the parts of `entries`; of the meetings of those that may have thousands only the touched `fields`.

    What stands there already is left as it is: parts of one entry are many, and are found under as many others.
    """
    few = [e.id for e in entries if e.kind not in MANY]
    many = {e.id for e in entries if e.kind in MANY}
    touched = {(id, f.rpartition(".")[0]) for id, f in fields if f.startswith(_MEETINGS) and id in many}
    lines = [_part(e.id, part) for e in entries for part in e.parts]
    lines += [_part(id, part) for id, part in parts(db, touched)]
    was = {line[:3]: line for line in _there(db, few, many, touched)}
    gone = sorted(was.keys() - {line[:3] for line in lines})
    changed = [line for line in lines if was.get(line[:3]) != line]
    put(db, "DELETE FROM cat_part WHERE entity = ? AND list = ? AND key = ?", gone)
    put(db, "INSERT OR REPLACE INTO cat_part VALUES (?, ?, ?, ?, ?, ?)", changed)
    _tie(
        db,
        [(id, key) for id, list_, key in gone if list_ == "meetings"],
        [(key, id) for id, list_, key, *_ in changed if list_ == "meetings" and (id, list_, key) not in was],
    )


def _there(
    db: Connection, few: Collection[str], many: Collection[str], touched: Collection[tuple[str, str]]
) -> Iterator[Line]:
    """The parts as they stood: all of a few entries, of others all but their meetings, and the touched ones of these."""
    rows = among(db, f"{_PARTS} WHERE p.entity IN {AMONG}", few)
    for side in ("<", ">"):
        rows += among(db, f"{_PARTS} WHERE p.entity IN {AMONG} AND p.list {side} 'meetings'", many)
    keys = [(id, spot.removeprefix(_MEETINGS)) for id, spot in touched]
    rows += among(db, _SOME, keys)
    return (tuple(row) for row in rows)


def _tie(db: Connection, gone: Collection[tuple[str, str]], come: Collection[tuple[str, str]]) -> None:
    """Which entries belong to which meetings."""
    # a meeting has few, a body thousands
    put(db, "DELETE FROM cat_tie WHERE +entry = ? AND meeting = ?", gone)
    put(
        db,
        "INSERT INTO cat_tie(meeting, entry, date) "
        "SELECT ?1, ?2, (SELECT date FROM cat_meeting WHERE id = ?1 AND year IS NOT NULL)",
        come,
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
    rows = among(db, f"SELECT entity FROM cat_part WHERE target IN {AMONG} AND list <> 'meetings'", renamed)
    rows += among(
        db,
        "SELECT t.entry FROM cat_tie t JOIN cat_entry e ON e.id = t.entry "
        f"WHERE t.meeting IN {AMONG} AND e.kind NOT IN {MANY}",
        renamed,
    )
    return {row[0] for row in rows}
