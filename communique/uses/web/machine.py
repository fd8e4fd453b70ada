"""The pages for programs: every list and every entry has the same address with .json behind it."""

from typing import Any

from litestar import Request, get
from litestar.params import FromQuery
from litestar.response import Response
from litestar.router import Router

from communique import catalogue
from communique.catalogue.doubts import conflicts, doubts
from communique.uses.web.finding import Asking, ForPrograms, encoded


def machine_router() -> Router:
    """The search, and what is worth a look; lists and entries answer beside their own pages."""
    return Router("/", route_handlers=[searched, disputed, doubted])


def whole_entry(_: Request[Any, Any, Any], asked: ForPrograms) -> Response[bytes]:
    """An entry whole: every field, every value, each with the quotes that say so."""
    return encoded(asked.entry)


@get("/search.json", sync_to_thread=True)
def searched(db: Asking, words: FromQuery[str] = "", limit: FromQuery[int] = 50) -> Response[bytes]:
    """Everything that has all words, best first, at most fifty."""
    return encoded({"words": words, "hits": catalogue.search(db, words, limit=min(max(limit, 1), 50))})


@get("/conflicts.json", sync_to_thread=True)
def disputed(db: Asking, words: FromQuery[str] = "") -> Response[bytes]:
    """Fields of which reports say different things."""
    return encoded({"words": words, "conflicts": conflicts(db, words)})


@get("/unsure.json", sync_to_thread=True)
def doubted(db: Asking, words: FromQuery[str] = "") -> Response[bytes]:
    """Pairs of entries that may be one, the likeliest first."""
    return encoded({"words": words, "pairs": doubts(db, words)})
