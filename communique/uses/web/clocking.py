"""How long the server took for an answer, told to whoever asked: `Server-Timing: app;dur=12.3`, in milliseconds.

Browsers show it beside the request; `benchmarks/crowd.py` tells by it the server's time from the crowd's own.
"""

import time

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

_BEGAN = "communique_began"


def clocked(pages: ASGIApp) -> ASGIApp:
    """The same pages, with the moment noted at which each was asked for."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP:
            scope["state"][_BEGAN] = time.perf_counter()
        await pages(scope, receive, send)

    return app


async def timed(message: Message, scope: Scope) -> None:
    """Adds the time to an answer that is ready to go out."""
    began = scope.get("state", {}).get(_BEGAN)
    if message["type"] == "http.response.start" and began is not None:
        took = f"app;dur={1000 * (time.perf_counter() - began):.1f}"
        message["headers"] = [*message["headers"], (b"server-timing", took.encode())]
