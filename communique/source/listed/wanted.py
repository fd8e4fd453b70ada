"""What is to be watched: an address, or a plain file of them, one a line."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

import msgspec

from communique.model.errors import BadInput
from communique.source.listed.known import KINDS
from communique.source.listed.moments import stated
from communique.source.listed.page import whole

RANGE = re.compile(r"\{(\d{1,5})-(\d{1,5})\}")
SINCE, ALL = "since=", "all"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LIKE_A_KIND = 0.75  # "sitemaps" was meant for a sitemap, "news" for itself
MOST = 200
"""Pages of one listing that are asked, where they are told by number."""


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """An address with what it should be ("" where its bytes are to tell) and which pages are wanted of it.

    Their addresses must match `pattern`; those stated to be older than the day `since` are passed over. `all` asks that
    pages of a sitemap be read which tell of no meeting at first sight.
    """

    address: str
    kind: str = ""
    pattern: str = ""
    since: str = ""
    all: bool = False


def watched_in(characters: str, place: str) -> Iterator[Watched | BadInput]:
    """The addresses of a file: one a line, then perhaps its kind and a pattern; a line that is none comes as its BadInput.

    >>> [one.pattern for one in watched_in("https://a.org/news listing /news/*  # daily", "watched.txt")]
    ['/news/*']
    """
    seen = set()
    for number, line in enumerate(characters.removeprefix("\ufeff").splitlines(), 1):
        for one in _of_line(line, f"{place}:{number}"):
            name = str(one) if isinstance(one, BadInput) else one.address
            if name not in seen:
                seen.add(name)
                yield one


def matches(address: str, pattern: str) -> bool:
    """Whether an address has the pattern somewhere in it; `*` stands for any characters, none for all.

    >>> matches("https://a.org/news/2024/plan.html", "/news/*.html")
    True
    """
    at = 0
    for piece in pattern.split("*"):
        at = address.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def watched_of(words: Sequence[str], place: str) -> Iterator[Watched | BadInput]:
    """An address with the words behind it: a kind, a pattern, `since=2024-11-28`, `all`; each as it comes."""
    link, *more = words
    kind = more.pop(0) if more and more[0] in KINDS else ""
    days = [word.removeprefix(SINCE) for word in more if word.startswith(SINCE)]
    patterns = [word for word in more if not word.startswith(SINCE) and word != ALL]
    address = whole(link, "") if re.match(r"https?://", link, re.I) else None
    if address is None:
        yield BadInput(place, f"{link[:80]!r} is no web address; begin it with https://")
    elif len(patterns) > 1:
        known = f"a kind ({', '.join(KINDS)}), a pattern, {SINCE}DAY and `{ALL}`"
        yield BadInput(place, f"more stands behind the address than {known}: {' '.join(patterns)[:80]!r}")
    elif patterns and (meant := get_close_matches(patterns[0], KINDS, 1, _LIKE_A_KIND)):
        yield BadInput(
            place, f"{patterns[0][:20]!r} is no kind; {meant[0]!r} is one, and a pattern has a / or a *"
        )
    elif any(not DAY.fullmatch(day) or not stated(day) for day in days):
        yield BadInput(place, f"{SINCE}{days[0][:20]} names no day; write it as {SINCE}2024-11-28")
    else:
        one = Watched(
            address=address, kind=kind, pattern="".join(patterns), since="".join(days[-1:]), all=ALL in more
        )
        yield from _each_page(one, place)


def _of_line(line: str, place: str) -> Iterator[Watched | BadInput]:
    words = re.sub(r"(^|\s)#.*", "", line).split()
    return watched_of(words, place) if words else iter(())


def _each_page(one: Watched, place: str) -> Iterator[Watched | BadInput]:
    """A listing whose pages are told (`?page={1-5}`) as so many addresses."""
    numbers = RANGE.search(one.address)
    if not numbers:
        yield one
        return
    first, last = int(numbers[1]), int(numbers[2])
    if not first <= last < first + MOST:
        yield BadInput(place, f"{numbers[0]} names no pages, or more than {MOST}")
        return
    for number in range(first, last + 1):
        address = one.address[: numbers.start()] + str(number) + one.address[numbers.end() :]
        yield msgspec.structs.replace(one, address=address)
