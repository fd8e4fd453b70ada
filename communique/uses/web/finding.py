"""How a page finds its entry, and where a reader is sent who came by a former or shortened address."""

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar.di import NamedDependency
from litestar.response import Response, Template
from sqlalchemy import Connection

from communique.catalogue import queries
from communique.model.errors import NotFound
from communique.model.record import Entry
from communique.uses.web.addresses import page_of

_JSON = ".json"

Asking = NamedDependency[Connection]
"""The connection that a page asks with: one snapshot, closed after the answer."""


class Moved(Exception):
    """The entry has another address: it was merged, or the address was shortened."""

    def __init__(self, page: str) -> None:
        super().__init__(page)
        self.page = page


class ForPrograms(Exception):
    """The entry is asked for as JSON."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.id)
        self.entry = entry


def found(db: Connection, kind: str, id: str) -> str:
    """The id of the entry of this kind; raises NotFound, and Moved where another address is its own.

    Behind an address that ends with .json stands the entry for programs: it raises ForPrograms.
    """
    plain = id.removesuffix(_JSON)
    if not plain:
        raise NotFound(f"{kind}: no id given")
    own = queries.full_id(db, plain)
    own_kind = queries.kind_of(db, own)
    if (own, own_kind) != (plain, kind):
        raise Moved(page_of(own, own_kind) + (_JSON if plain != id else ""))
    if plain != id:
        raise ForPrograms(queries.whole(db, own))
    return own


def rendered(template: str, title: str, **shown: Any) -> Template:
    """A page from its template."""
    told = shown.get("told")
    data = page_of(told.entry.id, told.entry.kind) + _JSON if told else None
    context: Mapping[str, Any] = {"title": title, "words": "", "data": data, **shown}
    return Template(template_name=template, context=dict(context))


def encoded(answer: Any) -> Response[bytes]:
    """The answer of a page to a program."""
    return Response(msgspec.json.encode(answer), media_type="application/json")
