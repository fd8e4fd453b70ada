"""Who said that a value is right or what it is instead: no report stands behind such a word, so its person must."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from communique.catalogue.worth import SETTLED
from communique.ledger.schema import JUDGEMENT
from communique.model.record import Entry


class Word(NamedTuple):
    """A person's word about a value: whose, on which day, and why, if they said so."""

    who: str
    day: str
    why: str


def words_of_people(db: Connection, entries: Iterable[Entry]) -> Mapping[tuple[str, str], Word]:
    """The last word about each value of these entries that a person settled, by entry and field."""
    found = {}
    for entry in entries:
        settled = [path for path, rule in _rules(entry) if rule in SETTLED]
        for path in settled:
            if word := _last(db, f"{entry.id}.{path} "):
                found[entry.id, path] = word
    return found


def _rules(entry: Entry) -> Iterable[tuple[str, str]]:
    yield from ((f.name, v.rule) for f in entry.fields for v in f.values)
    for part in entry.parts:
        yield from ((f"{part.list}.{part.key}.{f.name}", v.rule) for f in part.fields for v in f.values)


def _last(db: Connection, about: str) -> Word | None:
    """What was noted last of a value: `m-1f3a.city was Oslo: the host says so`."""
    asked = (
        select(JUDGEMENT.c.who, JUDGEMENT.c.when, JUDGEMENT.c.reason)
        .where(JUDGEMENT.c.verdict.in_(("right", "replaced")))
        .where(JUDGEMENT.c.reason.startswith(about, autoescape=True))
        .order_by(JUDGEMENT.c.seq.desc())
    )
    said = db.execute(asked).first()
    if said is None:
        return None
    return Word(said.who, (said.when or "")[:10], said.reason.removeprefix(about).partition(": ")[2])
