"""The pages for programs: every list and every entry has the same address with .json behind it."""

from typing import Any

from litestar import Request, get
from litestar.params import FromQuery
from litestar.response import Response
from litestar.router import Router

from communique import catalogue
from communique.uses.web.finding import Asking, ForPrograms, encoded


def machine_router() -> Router:
    """The search; lists and entries answer beside their own pages."""
    return Router("/", route_handlers=[searched])


def whole_entry(_: Request[Any, Any, Any], asked: ForPrograms) -> Response[bytes]:
    """An entry whole: every field, every value, each with the quotes that say so."""
    return encoded(asked.entry)


@get("/search.json", sync_to_thread=True)
def searched(db: Asking, words: FromQuery[str] = "", limit: FromQuery[int] = 50) -> Response[bytes]:
    """Everything that has all words, best first, at most fifty."""
    return encoded({"words": words, "hits": catalogue.search(db, words, limit=min(max(limit, 1), 50))})
