"""Which addresses are one page: spelling, marks of where a reader came from and the place in the page make none of their own."""

import re
from functools import cache

from communique.lexicon.files import load

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?:[^/?#@]*@)?(?P<host>\[[^\]]*\]|[^/?#:\s]+)(?::(?P<port>\d*))?"
    r"(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?(?:#(?P<place>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_PORTS = {"http": "80", "https": "443"}
_CODED = re.compile(r"(?:%[0-9a-fA-F]{2})+")


def page_at(address: str | None) -> str | None:
    """What all spellings of the address of one page share; None for what is no address of the web.

    >>> page_at("http://WWW.Example.org:80/news/7/?utm_source=feed#top")
    'example.org/news/7'
    >>> page_at("https://example.org/news?b=2&a=1") == page_at("http://example.org/news?a=1&b=2")
    True
    """
    found = _ADDRESS.fullmatch((address or "").strip())
    if not found:
        return None
    host = found["host"].lower().removesuffix(".").removeprefix("www.")
    port = (found["port"] or "").lstrip("0")
    place = host if port in ("", _PORTS[found["scheme"].lower()]) else f"{host}:{port}"
    asked = sorted(pair for pair in (found["query"] or "").split("&") if pair and not _tracks(pair))
    within = f"#{found['place']}" if (found["place"] or "").startswith("!") else ""
    question = "?" + "&".join(asked) if asked else ""
    return place + _CODED.sub(_plain, (found["path"] or "").rstrip("/") + question) + within


def _tracks(pair: str) -> bool:
    return _tracking().fullmatch(pair.partition("=")[0]) is not None


def _plain(coded: re.Match[str]) -> str:
    return bytes.fromhex(coded[0].replace("%", "")).decode("utf-8", "replace")


@cache
def _tracking() -> re.Pattern[str]:
    names: list[str] = load("tracking.yml")
    return re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in names), re.IGNORECASE)
