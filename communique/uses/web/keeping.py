"""What a browser may keep: each answer carries a tag of the record that it was made from, and is not sent twice.

The tag names everything that an answer depends on: the catalogue's stamp, the program, the address, who asks
(the cookie) and the day, by which commitments become overdue. A change of any of them is another tag. A page on which something is older than
the record that it was made from (`catalogue/kept.py`) has none: a browser asks for it anew.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from litestar import Request
from litestar.response import Response
from litestar.types import Message, Scope
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from communique.catalogue import stamp
from communique.model.record import KINDS

STEADY = frozenset({"", *KINDS, "countries", "search", "conflicts", "unsure", "offices", "pending", "compared", "pictures", "front", "feed", "calendar",
                    "openapi"})  # fmt: skip
"""First parts of the addresses whose pages are told by the catalogue alone, less what stands behind the dot."""

_TAG = "communique_tag"


def steady(path: str) -> bool:
    """True for an address whose answer depends on the record and on nothing that is not in the tag."""
    return path.split("/")[1].partition(".")[0] in STEADY


def unless_known(engine: Engine) -> Callable[[Request[Any, Any, Any]], Awaitable[Response[None] | None]]:
    """What answers 304 before a page is made, where the browser has it as it is."""

    async def answer(request: Request[Any, Any, Any]) -> Response[None] | None:
        if request.method not in ("GET", "HEAD") or not steady(request.url.path):
            return None
        tag = _tag(engine, request)
        if tag is None:
            return None
        request.scope["state"][_TAG] = tag
        known = [
            one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")
        ]
        return Response(None, status_code=304) if tag in known else None

    return answer


async def tagged(message: Message, scope: Scope) -> None:
    """Puts the tag on a good answer and on a 304."""
    tag = scope.get("state", {}).get(_TAG)
    if message["type"] == "http.response.start" and tag and message["status"] in (200, 304):
        message["headers"] = [*message["headers"], (b"etag", tag.encode()), (b"vary", b"Accept, Cookie")]


def untagged(scope: Scope) -> None:
    """The answer to this is not for keeping."""
    scope.get("state", {}).pop(_TAG, None)


def _tag(engine: Engine, request: Request[Any, Any, Any]) -> str | None:
    try:
        with engine.connect() as db:
            made_from = stamp(db)
    except OperationalError:
        return None
    if not made_from:  # none there, or one that is still being caught up
        return None
    said = (
        made_from,
        _program(),
        str(request.url),
        request.headers.get("cookie", ""),
        date.today().isoformat(),
    )
    return f'"{hashlib.sha256(chr(0).join(said).encode()).hexdigest()[:24]}"'


@cache
def _program() -> str:
    """A digest of the program's own files, so that an upgrade shows."""
    files = sorted(
        path
        for path in Path(__file__).parents[2].rglob("*")
        if path.suffix in (".py", ".html", ".css", ".js")
    )
    return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in files)).hexdigest()
