"""One page of a list that is put together from many entries, for people and for programs."""

from typing import Any

from litestar.response import Response, Template

from communique.catalogue.paging import Page
from communique.uses.web.addresses import list_of
from communique.uses.web.finding import encoded, rendered
from communique.uses.web.lists import Table


def paged(kind: str, title: str, words: str, found: Page[Any], table: Table) -> Template:
    """The page for people."""
    return rendered(
        "list.html",
        title,
        kind=kind,
        data=list_of(f"{kind}.json", words),
        words=words,
        number=found.number,
        table=table,
        before=found.previous and list_of(kind, words, before=found.previous),
        after=found.next and list_of(kind, words, after=found.next),
    )


def for_programs(kind: str, name: str, words: str, found: Page[Any]) -> Response[bytes]:
    """The same for programs: the rows under `name`, and the addresses of the pages beside it."""
    file = f"{kind}.json"
    beside = {
        "next": found.next and list_of(file, words, after=found.next),
        "previous": found.previous and list_of(file, words, before=found.previous),
    }
    return encoded({"words": words, "number": found.number, **beside, name: found.rows})
