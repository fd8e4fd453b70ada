"""Listing pages (news, press releases, statements) to the reports that they lead to; which links do is learnt or told."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

import msgspec

from communique.source.listed.links import Link, links
from communique.source.listed.page import Contents, Gathered, Listed, whole

FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
FEW = 3
"""So many links of one shape make a list."""

HEADLINE = 4
"""Words of a headline at least; the words of a menu are fewer."""

ANY = "/*"
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
NUMBER = re.compile(r"\d+")
FILES = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|mp[34]|avi|mov|css|js|ico|zip|rar|xlsx?|pptx?)$", re.I)


def read_listing(characters: str, base: str, told: bool = False) -> Contents:
    """The pages of the same host that a listing page leads to: those whose addresses have the shape of its headlines'.

    With `told`, whoever asks knows the shape, and every link is given. Links to itself and to files that hold no text
    are none.
    """
    found = list(links(characters))
    start = next((link.href for link in found if link.kind == "base"), "")
    gathered = Gathered(base, same_host=True)
    for link in found:
        if link.kind == "a" and not link.href.startswith("#"):
            gathered.add(link.href, Listed(address="", title=link.words), start)
    listed = _titled(found, gathered, start, base)
    kept = listed if told else learnt(listed, base)
    return Contents(kind="listing", pages=tuple(kept), passed_over=gathered.passed_over)


def feeds_of(characters: str, base: str) -> list[str]:
    """The feeds that a page of markup names as its own, in its order."""
    found = (whole(link.href, base) for link in links(characters) if link.kind in FEEDS)
    return list(dict.fromkeys(address for address in found if address))


def learnt(listed: Iterable[Listed], base: str) -> list[Listed]:
    """Those of the shape that the headlines have: the shape with most words of headlines, and all as good.

    A shape is an address with its numbers and its last words taken out (`/news/*`, `/press/#/#/*`). One is good where
    three links and more have it, and half of them the words of a headline.
    """
    groups: dict[str, list[Listed]] = {}
    for one in listed:
        groups.setdefault(shape(one.address), []).append(one)
    if ANY in groups:  # pages of every kind stand at the root: only headlines tell the reports
        groups[ANY] = [one for one in groups[ANY] if _words(one.title) >= HEADLINE]
    own = (
        shape(base) if "#" in shape(base) or "?" in shape(base) else None
    )  # the pages of a list are no reports
    weights = {name: _weight(group) for name, group in groups.items() if name != own}
    best = max(weights.values(), default=0)
    return [one for name, weight in weights.items() if weight and weight * 4 >= best for one in groups[name]]


def shape(address: str) -> str:
    """An address with what differs from page to page taken out.

    >>> shape("https://example.org/news/2024/11/28/ministers-meet")
    '/news/#/#/#/*'
    """
    parts = urlsplit(address)
    steps = [step for step in parts.path.split("/") if step]
    if steps and not parts.query:
        steps[-1] = "#" if NUMBER.sub("", steps[-1]) in ("", ".html", ".htm", ".php") else "*"
    query = re.sub(r"=[^&]*", "=*", parts.query)
    return "/" + "/".join(NUMBER.sub("#", step) for step in steps) + (f"?{query}" if query else "")


def _words(title: str) -> int:
    """Words of a title; scripts that write them without spaces have two letters a word."""
    return len(title.split()) + len(UNSPACED.findall(title)) // 2


def _weight(group: Sequence[Listed]) -> float:
    """How many words its headlines have; 0 for a group that is no list of headlines.

    Short ones speak too where every address has a number of its own, but less.
    """
    words = [_words(one.title) for one in group]
    heads = [count for count in words if count >= HEADLINE]
    if len(group) < FEW:
        return 0
    if 2 * len(heads) >= len(group):
        return sum(heads)
    numbered = all(NUMBER.search(urlsplit(one.address).path) for one in group)
    return sum(words) / 4 if numbered and sum(words) >= 2 * len(group) else 0


def _titled(found: Iterable[Link], gathered: Gathered, start: str, base: str) -> list[Listed]:
    """The pages, each with the longest words that any of its links has: the picture above a headline has none."""
    words: dict[str, str] = {}
    for link in found:
        address = whole(link.href, whole(start, base) or base) if link.kind == "a" else None
        if address and len(link.words) > len(words.get(address, "")):
            words[address] = link.words
    pages = [one for one in gathered.contents("").pages if not FILES.search(one.address)]
    return [msgspec.structs.replace(one, title=words.get(one.address, "")) for one in pages]
