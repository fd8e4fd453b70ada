"""Versions of a report: one page, fetched again with other words. The newest is what the record follows.

All versions stay in the ledger. An older one is known as a report and says nothing any more; what people said of it
goes over to the newest, wherever that says the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from communique.lexicon.addresses import page_at
from communique.model.added import Addition, by_text, moved, with_added
from communique.model.claim import KINDS, claims
from communique.model.judgement import Judgement
from communique.model.mention import mentions
from communique.model.moment import moment
from communique.model.reading import Reading
from communique.model.text import Text

Told = tuple[tuple[str, ...], Text, Reading]


class Arrived(NamedTuple):
    """A text that came from an address, and when it was fetched there; None where nobody says so."""

    text: str
    address: str | None
    retrieved: str | None


class Fetched(NamedTuple):
    """When a text was last found on a page."""

    page: str
    last: str
    text: str


def fetched(arrivals: Iterable[Arrived]) -> dict[str, Fetched]:
    """Each text with the last time at which it stood on its page; without address or moment it is no version of any."""
    found: dict[str, Fetched] = {}
    for text, address, retrieved in arrivals:
        page, at = page_at(address), moment(retrieved)
        if page and at:
            found[text] = max(found.get(text, Fetched(page, "", text)), Fetched(page, at, text))
    return found


def newer(versions: Iterable[Fetched]) -> dict[str, str]:
    """For each text that is not the newest on its page the one that is; of two fetched at once the larger id."""
    pages: dict[str, list[Fetched]] = defaultdict(list)
    for one in versions:
        pages[one.page].append(one)
    return {one.text: max(each).text for each in pages.values() for one in each if one != max(each)}


def standing(
    told: Sequence[Told], newest: Mapping[str, str], added: Mapping[str, Sequence[Addition]]
) -> Iterator[Told]:
    """The reports with what they say now: older versions nothing, the newest what people `added` to older ones too."""
    older: dict[str, list[str]] = defaultdict(list)
    for old, new in sorted(newest.items()):
        older[new].append(old)
    for names, text, reading in told:
        if text.id in newest:
            yield names, text, replace(reading, **dict.fromkeys(KINDS, ()))
        else:
            carried = (
                moved(a, text.characters) for old in older.get(text.id, ()) for a in added.get(old, ())
            )
            yield names, text, with_added(reading, filter(None, carried))


def followed(
    told: Sequence[Told], judgements: Sequence[Judgement], arrivals: Iterable[Arrived]
) -> tuple[list[Told], list[Judgement], frozenset[str]]:
    """All reports with what they say now, what people said as words about the newest versions too, and the older ones."""
    newest = newer(fetched(arrivals).values())
    by_id = {report[1].id: report for report in told}
    inherited: dict[str, str | None] = {}
    for old, new in newest.items():
        inherited |= heirs(by_id[old], by_id[new])
    now = list(standing(told, newest, by_text(judgements)))
    return now, carried(judgements, inherited), frozenset(newest)


def heirs(old: Told, new: Told) -> Mapping[str, str | None]:
    """The mentions and claims of an older version: id -> the id there of what the newest makes too, None for the rest."""
    here = {(m.kind, m.path): m.id for m in mentions(new[2], new[1].id)}
    found = {m.id: here.get((m.kind, m.path)) for m in mentions(old[2], old[1].id)}
    said = {_words(c): c.id for c in claims(new[2], new[1].id, new[1].characters)}
    found |= {c.id: said.get(_words(c)) for c in claims(old[2], old[1].id, old[1].characters)}
    return found


def _words(claim: object) -> tuple[str, ...]:
    return tuple(repr(getattr(claim, name)) for name in ("named", "field", "value"))


def carried(judgements: Iterable[Judgement], inherited: Mapping[str, str | None]) -> list[Judgement]:
    """The judgements as words about the newest versions too; what is about the older ones stays in them."""
    if not inherited:
        return list(judgements)
    return [
        replace(j, left=_with_heirs(j.left, inherited), right=_with_heirs(j.right, inherited))
        if j.verdict not in ("undone", "added")
        else j
        for j in judgements
    ]


def _with_heirs(side: str | None, inherited: Mapping[str, str | None]) -> str | None:
    if side is None:
        return None
    ids = side.split()
    heirs = (inherited.get(id[2:] if id[1:2] == "-" else id) for id in ids)
    return " ".join(dict.fromkeys((*ids, *filter(None, heirs))))
