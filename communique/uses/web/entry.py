"""The plain page of an instrument, figure, operation, statement or commitment: all that is said of it."""

from typing import Any

from litestar import get
from litestar.params import FromPath
from litestar.response import Template
from litestar.router import Router
from sqlalchemy import Connection

from communique.catalogue.journeys import journey
from communique.catalogue.seen import seen
from communique.uses.told import waiting as told_of
from communique.uses.web.addresses import page_of
from communique.uses.web.finding import Asking, found, rendered
from communique.uses.web.lists import Table
from communique.uses.web.lists import shown as shown_as_table
from communique.uses.web.over_time import STEPS
from communique.uses.web.pictured import several
from communique.uses.web.sayings import Saying, Told, sources_of
from communique.uses.web.wording import field_name

KINDS = ("instruments", "figures", "operations", "statements", "commitments")
"""The kinds that share this page."""

_MAIN = {"instruments": "title", "operations": "name", "statements": "text", "commitments": "text"}
"""The field that heads the page of each kind."""

_PICTURED = {"instruments": "journey", "figures": "figures"}
_PARTS = {"meetings": "Meetings that dealt with it", "runs": "Runs, by year"}


def entry_router() -> Router:
    """A route for each of the kinds."""
    return Router("/", route_handlers=[_handler(kind) for kind in KINDS])


def _handler(kind: str) -> Any:
    @get(f"/{kind}/{{id:str}}", sync_to_thread=True)
    def shown(db: Asking, id: FromPath[str]) -> Template:
        (own,) = seen(db, [found(db, kind, id)])
        entry, sources = own.entry, sources_of(db, [own])
        told = Told(own, sources)
        return rendered(
            "entry.html",
            entry.label,
            told=told,
            kind=kind,
            main=_main(told, _MAIN.get(kind, "")),
            parts=_parts(told),
            journey=_journey(db, entry.id) if kind == "instruments" else None,
            pictures=several((_PICTURED[kind], entry.id, 2)) if kind in _PICTURED else [],
            sources=sources,
        )

    return shown


def _main(told: Told, name: str) -> Saying | None:
    """The field that is the head of the page, where nothing is to be said of it but who says so."""
    found = told.field(name)
    return found if found and [v.verdict for v in found.values] == ["stands"] else None


def _journey(db: Connection, id: str) -> tuple[Table, str]:
    """The steps of an instrument, and what is not known of its end, in words."""
    found = journey(db, id)
    return shown_as_table(STEPS, found.steps), told_of(found.waiting) if found.waiting else ""


def _parts(told: Told) -> list[tuple[str, list[tuple[str, str | None, list[Saying]]]]]:
    """The lists inside the entry: a head, and for each part its label, page and what is said."""
    heads = dict.fromkeys(part.list for part in told.entry.parts)
    return [
        (
            _PARTS.get(head, field_name(head)),
            [
                (part.label, page_of(part.target) if part.target else None, _sayings(told, part))
                for part in told.entry.part(head)
            ],
        )
        for head in heads
    ]


def _sayings(told: Told, part: Any) -> list[Saying]:
    return [s for f in part.fields if (s := told.of(part, f.name))]
