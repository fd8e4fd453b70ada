"""What is worth another try, and how long to wait before it."""

import re
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

from communique.source.web.trouble import BY_HAND, Trouble

BUSY = frozenset({429, 502, 503, 504})
"""Answers of a server that may do better in a moment."""

TRIES = 4
LONGEST = 86_400
REFUSED = {
    401: "wants a login",
    402: "wants to be paid",
    403: "is not given to programs",
    451: "is blocked by law",
}


def backoff(tried: int, jitter: Callable[[], float]) -> float:
    """Seconds before the next try: 1, 2, 4 and up to as much again, so that many do not come back at once."""
    return float(2**tried) * (1 + jitter())


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """How long the server asks us to wait, told in seconds or as a date; None where it does not say.

    >>> retry_after({"retry-after": "120"}, 0)
    120.0
    """
    said = headers.get("retry-after", "")
    if re.fullmatch(r"\d{1,9}", said):
        return float(min(int(said), LONGEST))
    try:
        moment = parsedate_to_datetime(said).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(0.0, moment - now), LONGEST)


def trouble_of(status: int, after: float | None = None) -> Trouble:
    """Why an answer that is no page is none, with what to do."""
    return _said(status, after).once_sent()


def _said(status: int, after: float | None = None) -> Trouble:
    if status in (404, 410):
        return Trouble("gone", f"is not there ({status}): check the address")
    if status in REFUSED:
        return Trouble("refused", f"{REFUSED[status]} ({status}): {BY_HAND}")
    if status in BUSY:
        said = "asks for fewer requests" if status == 429 else "is out of order for now"
        wait = f", come again in {round(after):,} s" if after else ": try again later"
        return Trouble("later", f"{said} ({status}){wait}", after)
    if status in (408, 425) or status >= 500:
        return Trouble("later", f"the server failed ({status}): try again later")
    return Trouble("failed", f"is answered with {status}, no page: check the address")
