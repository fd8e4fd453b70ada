"""The links of a page of markup in one pass over its characters: no tree, whose cost a hostile page would choose."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from communique.source.listed.page import plain

OPENING = re.compile(r"<(?:!--|(?:script|style|noscript|template|a|base|link|/a)\b)", re.I)
INSIDE = re.compile(r"[^<>]{0,4000}")
SAID = re.compile(r"""([a-zA-Z-]{2,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
CLOSING = {"<!--": "-->", "<script": "</script", "<style": "</style", "<template": "</template"}
MOST = 20_000
"""Links of one page that are looked at."""

TITLE = 3_000
"""Characters between `<a>` and `</a>` that are looked at."""


class Link(NamedTuple):
    """Where it leads as the page writes it, its words, and its kind: `a`, `base`, or the media type of an alternate."""

    href: str
    words: str
    kind: str = "a"


def links(characters: str) -> Iterator[Link]:
    """The links of a page in its own order; comments, scripts and styles are passed over."""
    at = told = 0
    low = characters.lower() if characters.isascii() else _lower(characters)
    while told < MOST and (found := OPENING.search(characters, at)):
        sign = found[0].lower()
        at = found.end()
        if sign in CLOSING:
            end = low.find(CLOSING[sign], at)
            at = end + 1 if end >= 0 else len(characters)
        elif sign in ("<a", "<base", "<link"):
            inside = INSIDE.match(characters, at)
            at = inside.end() if inside else at
            if link := _link(sign, inside[0] if inside else "", characters, at):
                told += 1
                yield link


def _link(sign: str, inside: str, characters: str, at: int) -> Link | None:
    said = {name.lower(): unescape(a or b or c) for name, a, b, c in SAID.findall(inside)}
    href = said.get("href", "").strip()
    if not href:
        return None
    if sign == "<link":
        return (
            Link(href, "", said.get("type", "").lower())
            if said.get("rel", "").lower() == "alternate"
            else None
        )
    if sign == "<base":
        return Link(href, "", "base")
    words = characters[at + 1 : at + TITLE]
    stop = re.search(r"</a\b|<a\b", words, re.I)
    return Link(href, plain(words[: stop.start()] if stop else "") or plain(said.get("title", "")))


def _lower(characters: str) -> str:
    """Small letters, as many as there were: some letters have two when small."""
    return "".join(c.lower() if c.isascii() else c for c in characters)
