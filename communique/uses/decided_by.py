"""Who said that a value is right or what it is instead: no report stands behind such a word, so its person must."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from communique.catalogue.worth import SETTLED
from communique.ledger.ledger import taken_back
from communique.ledger.schema import JUDGEMENT
from communique.model.record import Entry


class Word(NamedTuple):
    """A person's word about a value: whose, on which day, and why, if they said so."""

    who: str
    day: str
    why: str


def words_of_people(db: Connection, entries: Iterable[Entry]) -> Mapping[tuple[str, str], Word]:
    """The last word about each value of these entries that a person settled, by entry and field."""
    settled = [(e.id, path) for e in entries for path, rule in _rules(e) if rule in SETTLED]
    gone = taken_back(db) if settled else frozenset()
    words = {(id, path): _last(db, f"{id}.{path} ", gone) for id, path in settled}
    return {at: word for at, word in words.items() if word}


def _rules(entry: Entry) -> Iterable[tuple[str, str]]:
    yield from ((f.name, v.rule) for f in entry.fields for v in f.values)
    for part in entry.parts:
        yield from ((f"{part.list}.{part.key}.{f.name}", v.rule) for f in part.fields for v in f.values)


def _last(db: Connection, about: str, gone: Collection[str]) -> Word | None:
    """What was noted last of a value and not taken back: `m-1f3a.city was Oslo: the host says so`."""
    asked = (
        select(JUDGEMENT.c.seq, JUDGEMENT.c.who, JUDGEMENT.c.when, JUDGEMENT.c.reason)
        .where(JUDGEMENT.c.verdict.in_(("right", "replaced")))
        .where(JUDGEMENT.c.reason.startswith(about, autoescape=True))
        .order_by(JUDGEMENT.c.seq.desc())
    )
    said = next((row for row in db.execute(asked) if str(row.seq) not in gone), None)
    if said is None:
        return None
    return Word(said.who, (said.when or "")[:10], said.reason.removeprefix(about).partition(": ")[2])
