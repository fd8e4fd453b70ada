"""The list of each kind: narrowed by words and facets, paged by cursors, as a page and as JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec
from litestar import Request, get
from litestar.response import Response, Template
from litestar.router import Router

from communique.catalogue import narrowing
from communique.catalogue.narrowing import Asked, Narrowed
from communique.model.record import KINDS
from communique.uses.web.facets import Choosing, chips, choosing
from communique.uses.web.finding import Asking, rendered
from communique.uses.web.lists import Table, table

PAGE = 100
"""Rows of a list on one page."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A list for programs: the rows of this page, how many there are in all, and where it goes on."""

    kind: str
    words: str
    chosen: dict[str, str]
    number: int
    next: str | None
    previous: str | None
    facets: dict[str, dict[str, int]]
    rows: tuple[Any, ...]


class _Page(NamedTuple):
    rows: tuple[Any, ...]
    before: str | None
    after: str | None


def list_router() -> Router:
    """Two routes for each kind: the page, and with .json behind its name the same for programs."""
    return Router("/", route_handlers=[h(kind) for kind in KINDS for h in (_pages, _programs)])


def asked_of(kind: str, request: Request[Any, Any, Any]) -> Asked:
    """What the address asks for; facets that the kind does not have are ignored."""
    said = request.query_params
    chosen = {name: value for name in narrowing.facet_names(kind) if (value := said.get(_asked_as(name), ""))}
    return Asked(
        words=said.get("words", ""),
        chosen=chosen,
        after=said.get("after", ""),
        before=said.get("before", ""),
        today=date.today().isoformat(),
    )


def address(kind: str, asked: Asked, **changed: Any) -> str:
    """The address of a list.

    >>> address("meetings", Asked(words="drugs", chosen={"year": "2018"}))
    '/meetings?words=drugs&year=2018'
    """
    asked = msgspec.structs.replace(asked, **changed)
    each: Mapping[str, str] = {
        "words": asked.words,
        **{_asked_as(name): value for name, value in asked.chosen.items()},
        "after": asked.after,
        "before": asked.before,
    }
    said = urlencode({name: value for name, value in each.items() if value})
    return f"/{kind}" + (f"?{said}" if said else "")


def _asked_as(facet: str) -> str:
    return facet.replace(" ", "_")


def _pages(kind: str) -> Any:
    @get(f"/{kind}", sync_to_thread=True, name=kind)
    def listed(db: Asking, request: Request[Any, Any, Any]) -> Template:
        asked = asked_of(kind, request)
        found = Narrowed(db, kind, asked)
        page, number = _page(found, asked), found.number
        offered = tuple(choosing(db, kind, asked, found, address)) if number or asked.chosen else ()
        shown: Table = table(kind, page.rows)
        return _rendered(kind, asked, page, table=shown, number=number, facets=offered)

    return listed


def _rendered(
    kind: str, asked: Asked, page: _Page, *, table: Table, number: int, facets: tuple[Choosing, ...]
) -> Template:
    return rendered(
        "list.html",
        kind.capitalize(),
        kind=kind,
        data=address(f"{kind}.json", asked),
        calendar=address("calendar.ics", asked, after="", before=""),
        words=asked.words,
        kept={_asked_as(name): value for name, value in asked.chosen.items()},
        chips=chips(facets),
        facets=facets,
        number=number,
        table=table,
        before=page.before and address(kind, asked, after="", before=page.before),
        after=page.after and address(kind, asked, after=page.after, before=""),
    )


def _programs(kind: str) -> Any:
    @get(f"/{kind}.json", sync_to_thread=True, name=f"{kind}.json")
    def listed(db: Asking, request: Request[Any, Any, Any]) -> Response[bytes]:
        asked = asked_of(kind, request)
        found = Narrowed(db, kind, asked)
        page = _page(found, asked)
        answer = Listed(
            kind=kind,
            words=asked.words,
            chosen=dict(asked.chosen),
            number=found.number,
            next=page.after and address(f"{kind}.json", asked, after=page.after, before=""),
            previous=page.before and address(f"{kind}.json", asked, after="", before=page.before),
            facets={f.name: {c.value: c.rows for c in f.choices} for f in found.facets()},
            rows=page.rows,
        )
        return Response(msgspec.json.encode(answer), media_type="application/json")

    return listed


def _page(narrowed: Narrowed, asked: Asked) -> _Page:
    """The rows of a page, and the ids from which the pages before and after it go on, where there are any."""
    found = narrowed.rows(limit=PAGE + 1)
    more = len(found) > PAGE
    if asked.before:
        kept = found[-PAGE:]
        return _Page(kept, kept[0].id if more else None, kept[-1].id if kept else None)
    kept = found[:PAGE]
    return _Page(kept, kept[0].id if asked.after and kept else None, kept[-1].id if more else None)
