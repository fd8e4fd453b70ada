"""Full text search over the reports and over everything the record names."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, column, text

from communique.catalogue.kept import kept, lately
from communique.catalogue.rows import Hit
from communique.catalogue.tables import WORDS
from communique.lexicon.countries import country_codes, country_name
from communique.lexicon.spelling import canonical, fold
from communique.model.record import Entry

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_AROUND = 80
_FEW = 4000
"""Entries with the words that are weighed one by one."""
_MATCHING = f"FROM {WORDS} JOIN cat_entry e ON e.number = {WORDS}.rowid WHERE {WORDS} MATCH :wanted"
_FOUND = f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH :wanted ORDER BY rowid DESC LIMIT :limit"
_RANKED = f"SELECT e.number {_MATCHING} ORDER BY (e.kind = 'statements'), rank, e.id LIMIT :limit"
_REPORTS = f"SELECT e.number {_MATCHING} AND +e.kind = 'reports' ORDER BY rank, e.id LIMIT :limit"
_SPOKEN_OF = f"""SELECT e.number {_MATCHING} AND e.kind NOT IN ('statements', 'figures', 'reports')
ORDER BY e.reports DESC, e.id LIMIT :limit"""
_NEWEST = """SELECT e.number FROM json_each(:numbers) j CROSS JOIN cat_entry e ON e.number = j.value WHERE e.kind = 'reports'
ORDER BY e.number DESC"""
# the best first, then their texts: sorting must not carry the text of every report that has the words
_HITS = """SELECT e.id, e.kind, e.label, t.characters FROM json_each(:numbers) j JOIN cat_entry e ON e.number = j.value
LEFT JOIN cat_text t ON e.kind = 'reports' AND t.report = substr(e.id, 3) ORDER BY j.key"""


def search(db: Connection, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Entries whose names, and reports whose text, hold every word in any spelling; best first.

    Where thousands do, as with two letters that somebody has typed so far: the entries with most reports behind them, then
    the newest reports.
    """
    wanted = matching(words)
    if wanted is None:
        return ()
    if is_of_many(db, wanted):
        return lately(
            db, ("search", words, limit), lambda own: _hits(own, _of_many(own, wanted, limit), words)
        )
    return _hits(db, _numbers(db, _RANKED, wanted, limit), words)


def reports_with(db: Connection, words: str, *, limit: int) -> tuple[Hit, ...]:
    """Reports whose text holds every word in any spelling; best first, or the newest where thousands of entries do."""
    wanted = matching(words)
    if wanted is None:
        return ()
    if is_of_many(db, wanted):
        return _hits(db, _newest(db, wanted, limit), words)
    return _hits(db, _numbers(db, _REPORTS, wanted, limit), words)


def _hits(db: Connection, numbers: list[int], words: str) -> tuple[Hit, ...]:
    found = db.execute(text(_HITS), {"numbers": msgspec.json.encode(numbers).decode()})
    return tuple(
        Hit(id=id, kind=kind, label=label, snippet=_snippet(body or "", words))
        for id, kind, label, body in found
    )


def is_of_many(db: Connection, wanted: str) -> bool:
    """True where so many entries are found by the expression `wanted` that weighing each takes too long."""
    return len(found_by(db, wanted)) > _FEW


def found_by(db: Connection, wanted: str) -> tuple[int, ...]:
    """The numbers of the entries found by the expression `wanted`, the newest first; of very many the newest.

    Beginnings of words are looked up in thousands of words: a page that asks the same more than once asks the index once.
    """
    asked = {"wanted": wanted, "limit": _FEW + 1}
    return kept(db, ("found by", *asked.values()), lambda: tuple(db.execute(text(_FOUND), asked).scalars()))


def _numbers(db: Connection, asked: str, wanted: str, limit: int) -> list[int]:
    """The numbers of the entries that are found; statements, which say again what their reports say, come last."""
    return list(db.execute(text(asked), {"wanted": wanted, "limit": limit}).scalars())


def _of_many(db: Connection, wanted: str, limit: int) -> list[int]:
    """Mostly entries that are called so, and some reports: to weigh all of a hundred thousand takes too long."""
    named = _numbers(db, _SPOKEN_OF, f"{{words}} : ({wanted})", limit - limit // 4)
    return [*named, *(n for n in _newest(db, wanted, limit) if n not in named)][:limit]


def _newest(db: Connection, wanted: str, limit: int) -> list[int]:
    """The newest reports among the newest entries with the words."""
    numbers = msgspec.json.encode(found_by(db, wanted)[: limit * 4]).decode()
    return list(db.execute(text(_NEWEST), {"numbers": numbers}).scalars())[:limit]


def matching(words: str) -> str | None:
    """The search expression for "all of these words, in any spelling"; None where no word is left.

    >>> matching("Wolfovich 2021")
    '("wolfovich"* OR "volfovich"*) AND ("2021"*)'
    """
    each = [dict.fromkeys((word, canonical(word))) for word in fold(words).split()]
    return " AND ".join("(" + " OR ".join(f'"{form}"*' for form in forms) + ")" for forms in each) or None


def matched(id: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """The condition that the entry whose id stands in a column is found by the expression `wanted`."""
    found = text(
        f"SELECT e.id FROM {WORDS} JOIN cat_entry e ON e.number = {WORDS}.rowid WHERE {WORDS} MATCH :wanted"
    )
    return id.in_(found.bindparams(wanted=wanted).columns(column("id")).scalar_subquery())


def indexed(entry: Entry) -> str:
    """The words under which an entry is found: all its values, labels and codes in both spellings."""
    return _both_spellings(fold(" ".join(_said(entry))))


def indexed_text(report_text: str) -> str:
    """The words under which a report's text is found."""
    return _both_spellings(fold.__wrapped__(report_text))  # not to be remembered: it is read once


def _both_spellings(folded: str) -> str:
    found = folded.split()
    more = dict.fromkeys(c for word in dict.fromkeys(found) if (c := canonical(word)) != word)
    return " ".join((*found, *more))


def _said(entry: Entry) -> Iterator[str]:
    yield entry.label
    if entry.kind == "bodies":
        yield entry.id.replace("/", " ").replace("-", " ")
    # a person is not found by the names of all who sat in the same meeting, nor a body by its meetings'
    parts = [p for p in entry.parts if p.list != "meetings" or entry.kind == "instruments"]
    for field in (*entry.fields, *(f for p in parts for f in p.fields)):
        for value in field.values:
            yield str(value.value)
            if value.value in country_codes():
                yield country_name(str(value.value))
    for part in parts:
        yield part.label
        if part.list == "bodies":
            yield part.key.replace("/", " ").replace("-", " ")


def _snippet(body: str, words: str) -> str:
    """The surroundings of the first hit in a report's text, each hit between \\x02 and \\x03."""
    forms = tuple(form for word in fold(words).split() for form in (word, canonical(word)))
    first = next(_hits_in(body, forms), None)
    if first is None:
        return ""
    start, stop = max(0, first.start() - _AROUND), first.end() + _AROUND
    out, at = [], start
    for hit in takewhile(lambda hit: hit.end() <= stop, _hits_in(body, forms, first.start())):
        out += [body[at : hit.start()], "\x02", hit.group(), "\x03"]
        at = hit.end()
    return " ".join("".join((*out, body[at:stop])).split(" "))


def _hits_in(body: str, forms: tuple[str, ...], start: int = 0) -> Iterator[re.Match[str]]:
    """The words that are searched for, one after the other: a long text is looked through no further than they are shown."""
    return (m for m in _WORD.finditer(body, start) if _hit(m.group(), forms))


def _hit(word: str, forms: tuple[str, ...]) -> bool:
    folded = fold(word)
    return any(part.startswith(forms) or canonical(part).startswith(forms) for part in folded.split())
