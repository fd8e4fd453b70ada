"""The full text index, kept up entry by entry: it holds no text, so that what goes must be told word by word."""

import zlib
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection

from communique.catalogue.search import indexed, indexed_text
from communique.growing.packing import squeezed
from communique.growing.sql import AMONG, among, ask, put
from communique.model.record import Entry
from communique.model.text import Text

_REMOVE = "INSERT INTO cat_words(cat_words, rowid, words, text) VALUES ('delete', ?, ?, ?)"


def index(db: Connection, entries: Iterable[Entry]) -> None:
    """Makes entries found under the words that they hold now."""
    fresh = {e.id: indexed(e) for e in entries}
    old = _stored(db, fresh)
    changed = [id for id, words in fresh.items() if old[id][1] != words]
    texts = _texts(db, changed)
    put(db, _REMOVE, _lines({id: old[id] for id in changed if old[id][1] is not None}, texts))
    new = {id: (old[id][0], fresh[id]) for id in changed}
    put(db, "INSERT INTO cat_words(rowid, words, text) VALUES (?, ?, ?)", _lines(new, texts))
    packed = ((squeezed(fresh[id].encode(), 1, 13), id) for id in changed)
    put(db, "UPDATE cat_entry SET words = ? WHERE id = ?", packed)


def unindex(db: Connection, gone: Collection[str]) -> None:
    """Makes entries found no more; before their rows go."""
    old = {id: kept for id, kept in _stored(db, gone).items() if kept[1] is not None}
    put(db, _REMOVE, _lines(old, _texts(db, old)))


def keep_texts(db: Connection, texts: Iterable[Text]) -> None:
    """Keeps the texts of reports for a catalogue without a ledger; where there is one, they are its own."""
    if not ask(db, "PRAGMA table_info(text)"):
        put(db, "INSERT OR REPLACE INTO cat_text VALUES (?, ?)", ((t.id, t.characters) for t in texts))


def _stored(db: Connection, ids: Collection[str]) -> dict[str, tuple[int, str | None]]:
    rows = among(db, f"SELECT id, number, words FROM cat_entry WHERE id IN {AMONG}", ids)
    return {id: (n, zlib.decompress(words).decode() if words else None) for id, n, words in rows}


def _texts(db: Connection, ids: Collection[str]) -> Mapping[str, str]:
    reports = [id[2:] for id in ids if id[:2] == "r-"]
    rows = among(db, f"SELECT report, characters FROM cat_text WHERE report IN {AMONG}", reports)
    return {f"r-{report}": indexed_text(characters) for report, characters in rows}


def _lines(
    words: Mapping[str, tuple[int, str | None]], texts: Mapping[str, str]
) -> list[tuple[int, str | None, str]]:
    """In ascending order: the index takes one that goes back as the end of what it may gather."""
    return sorted((number, said, texts.get(id, "")) for id, (number, said) in words.items())
