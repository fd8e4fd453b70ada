"""What every answer carries so that nothing from a report can act in a reader's browser."""

from litestar.types import Message, Scope

_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    b"content-security-policy": _POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cache-control": b"no-cache",
}


async def guarded(message: Message, scope: Scope) -> None:
    """Adds the headers to every answer, refusals included."""
    if message["type"] == "http.response.start":
        message["headers"] = [*message["headers"], *_HEADERS.items()]
