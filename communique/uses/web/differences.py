"""What one report says otherwise than another: a copy than its source, a version than the one before. And its kin on its page."""

from collections.abc import Iterator, Sequence

import msgspec
from litestar import get
from litestar.params import FromPath
from litestar.response import Response, Template
from sqlalchemy import Connection, select

from communique.catalogue import queries
from communique.catalogue.copies import Telling, tellings
from communique.catalogue.versions import Version, versions
from communique.ledger.rows import text_of
from communique.ledger.schema import ARRIVAL
from communique.model.span import Span
from communique.model.text import Text
from communique.resolution.differences import Difference, differences
from communique.uses.web.addresses import page_of
from communique.uses.web.finding import Asking, encoded, rendered
from communique.uses.web.wording import according

_SHOWN = 20
Pieces = tuple[tuple[str, bool], ...]
"""Words of a sentence, and whether they are those that changed."""


class Sides(msgspec.Struct, frozen=True):
    """One sentence that is told otherwise; a side is empty where one of them has nothing."""

    before: Pieces
    after: Pieces
    numbers: bool


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence that is told otherwise, for programs; `before` or `after` is null where one of them has nothing."""

    before: str | None
    after: str | None
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    numbers: bool


class Differences(msgspec.Struct, frozen=True, kw_only=True):
    """What `report` says otherwise than `other`, numbers first."""

    report: str
    other: str
    changes: tuple[Change, ...]


class Kin(msgspec.Struct, frozen=True):
    """Another telling of a report: where it is, what it is called, how near, and where the differences are shown."""

    page: str
    said: str
    how: str
    changes: str | None


class Family(msgspec.Struct, frozen=True):
    """The report that one copies, those that copy it, its versions, and the newest of these where it is older."""

    source: Kin | None
    copies: Sequence[Kin]
    more: int
    versions: Sequence[Kin]
    newest: Kin | None


@get("/reports/{id:str}/against/{other:str}", sync_to_thread=True)
def against(db: Asking, id: FromPath[str], other: FromPath[str]) -> Template | Response[bytes]:
    """What a report says otherwise than another one; with .json behind it for programs."""
    plain = other.removesuffix(".json")
    own, before = queries.full_id(db, id, "reports"), queries.full_id(db, plain, "reports")
    first, second = _text(db, before), _text(db, own)
    if plain != other:
        changes = tuple(_change(first, second, one) for one in differences(first, second))
        return encoded(Differences(report=own, other=before, changes=changes))
    entry, rival = queries.whole(db, own), queries.whole(db, before)
    return rendered(
        "differences.html",
        f"{entry.label}: differences",
        data=f"{page_of(own, 'reports')}/against/{before}.json",
        entry=entry,
        rival=rival,
        page=page_of(own, "reports"),
        other=page_of(before, "reports"),
        according=[according(e.get("publisher"), e.get("published")) for e in (rival, entry)],
        changes=[
            Sides(
                _pieces(first, one.change.before, one.dropped),
                _pieces(second, one.change.after, one.added),
                one.numbers,
            )
            for one in differences(first, second)
        ],
    )


def family(db: Connection, report: str) -> Family:
    """The copies and versions of a report."""
    group, own = tellings(db, report), versions(db, report)
    first = next((one for one in group[:1] if one.id != report), None)
    copies = [one for one in group if one.id not in (report, first and first.id)]
    order = [one.id for one in group], [one.id for one in own]
    newest = next((one for one in own if one.newest and one.id != report), None)
    me = next((one for one in group if one.id == report), None)
    return Family(
        source=_kin(first, report, _how(me)) if first and me else None,
        copies=[_kin(one, report, "" if first else _how(one), order[0]) for one in copies[:_SHOWN]],
        more=max(0, len(copies) - _SHOWN),
        versions=[
            _kin(one, report, one.last[:16].replace("T", " "), order[1]) for one in own if one.id != report
        ],
        newest=_kin(newest, report, "") if newest else None,
    )


def _kin(one: Telling | Version, report: str, how: str, order: Sequence[str] = ()) -> Kin:
    """A report of the family; what is changed is told from the one that stands first in `order` to the other."""
    same = isinstance(one, Telling) and how == "word for word"
    later = one.id in order and order.index(one.id) > order.index(report)
    own, before = (one.id, report) if later else (report, one.id)
    changes = None if same else f"{page_of(own, 'reports')}/against/{before}"
    said = f"{one.title or one.name}, {according(one.publisher, one.published)}"
    return Kin(page_of(one.id, "reports"), said, how, changes)


def _how(copy: Telling) -> str:
    return "word for word" if copy.exact else f"{100 * copy.shared:.0f}\u202f% shared"


def _text(db: Connection, report: str) -> Text:
    arrived = select(ARRIVAL.c.meta).where(ARRIVAL.c.text_id == report.removeprefix("r-"))
    metas = [str(meta) for meta in db.execute(arrived).scalars()]
    characters = queries.text(db, report)
    return text_of(characters, metas) if metas else Text(name=report, characters=characters)


def _change(before: Text, after: Text, one: Difference) -> Change:
    words = [text.characters[at.start : at.stop] if at else None
             for text, at in ((before, one.change.before), (after, one.change.after))]  # fmt: skip
    return Change(
        before=words[0],
        after=words[1],
        dropped=tuple(at.cut(before.characters) for at in one.dropped),
        added=tuple(at.cut(after.characters) for at in one.added),
        numbers=one.numbers,
    )


def _pieces(text: Text, whole: Span | None, marked: Sequence[Span]) -> Pieces:
    return tuple(_cut(text, whole, marked)) if whole else ()


def _cut(text: Text, whole: Span, marked: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    at = whole.start
    for span in marked:
        yield text.characters[at : span.start], False
        yield span.cut(text.characters), True
        at = span.stop
    yield text.characters[at : whole.stop], False
