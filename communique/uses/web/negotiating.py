"""A program that asks for JSON gets it at the page's own address: `Accept: application/json`."""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from communique.uses.web.keeping import steady

_FRONT = "/front"
_OF_REVIEWERS = ("/review", "/judgements")


def for_programs_too(pages: ASGIApp) -> ASGIApp:
    """The same pages; what asks for JSON rather than for HTML is led to the address with .json behind it."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if scope["type"] == ScopeType.HTTP and _for_both(path) and scope["method"] in ("GET", "HEAD"):
            accepted = next(
                (value.decode("latin-1") for name, value in scope["headers"] if name == b"accept"), ""
            )
            if wants_json(accepted):
                changed = (_FRONT if path == "/" else path.rstrip("/")) + ".json"
                scope["path"] = changed
                scope["raw_path"] = changed.encode()
        await pages(scope, receive, send)

    return app


def _for_both(path: str) -> bool:
    """Whether a page has an address with .json behind its own."""
    return (steady(path) and "." not in path.rpartition("/")[2]) or path.rstrip("/") in _OF_REVIEWERS


def wants_json(accepted: str) -> bool:
    """True where JSON is named and preferred to HTML.

    >>> wants_json("application/json"), wants_json("text/html,application/json;q=0.9"), wants_json("*/*")
    (True, False, False)
    """
    asked: dict[str, float] = {}
    for one in accepted.split(","):
        name, *parameters = (part.strip() for part in one.split(";"))
        weights = [p[2:] for p in parameters if p.startswith("q=")]
        asked[name.lower()] = _weight(weights[0]) if weights else 1.0
    return asked.get("application/json", 0.0) > asked.get("text/html", 0.0)


def _weight(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return 0.0
