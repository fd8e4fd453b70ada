"""Lists that are put together from many entries: each a page for people, and the same for programs."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from litestar import get
from litestar.params import FromQuery
from litestar.response import Response, Template
from sqlalchemy import Connection

from communique.catalogue.paging import Going, Page
from communique.uses.web.addresses import list_of
from communique.uses.web.finding import Asking, encoded, rendered
from communique.uses.web.lists import Table


class Paged(NamedTuple):
    """A list by its address: its title, what finds a page of it, how its rows are shown, what its rows are called in JSON."""

    kind: str
    title: str
    find: Callable[[Connection, str, Going], Page[Any]]
    table: Callable[[Sequence[Any]], Table]
    rows: str


def routes(of: Paged) -> list[Any]:
    """The page of a list, and with .json behind its name the same for programs."""

    @get(f"/{of.kind}", sync_to_thread=True, name=of.kind)
    def page(
        db: Asking, words: FromQuery[str] = "", after: FromQuery[str] = "", before: FromQuery[str] = ""
    ) -> Template:
        return _page(of, words, of.find(db, words, Going(after=after, before=before)))

    @get(f"/{of.kind}.json", sync_to_thread=True, name=f"{of.kind}.json")
    def programs(
        db: Asking, words: FromQuery[str] = "", after: FromQuery[str] = "", before: FromQuery[str] = ""
    ) -> Response[bytes]:
        return _for_programs(of, words, of.find(db, words, Going(after=after, before=before)))

    return [page, programs]


def _page(of: Paged, words: str, found: Page[Any]) -> Template:
    return rendered(
        "list.html",
        of.title,
        kind=of.kind,
        data=list_of(f"{of.kind}.json", words),
        words=words,
        number=found.number,
        table=of.table(found.rows),
        before=found.previous and list_of(of.kind, words, before=found.previous),
        after=found.next and list_of(of.kind, words, after=found.next),
    )


def _for_programs(of: Paged, words: str, found: Page[Any]) -> Response[bytes]:
    """The rows under their name, and the addresses of the pages beside this one."""
    file = f"{of.kind}.json"
    beside = {
        "next": found.next and list_of(file, words, after=found.next),
        "previous": found.previous and list_of(file, words, before=found.previous),
    }
    return encoded({"words": words, "number": found.number, **beside, of.rows: found.rows})
