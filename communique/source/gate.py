"""The gate: a first look at the raw bytes of a page, which tells whether it is worth cleaning and reading.

Words of a meeting, of offices, of what comes out of it (`lexicon/*/gate.yml`) are looked for as letters, markup and all;
where they stand close together the page is worth it. Nothing is parsed, so that this costs a hundredth of cleaning the page.
What passes is cleaned, and its text is looked at in the same way: headlines of other pages stand around many.
"""

import codecs
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import ahocorasick_rs

from communique.lexicon.gate import Watch, watches
from communique.model.errors import SetAside
from communique.model.page import Page
from communique.source.charset import declared_in, known_charset
from communique.source.placed import Placed

PIECE = 1_000_000
"""Bytes that are looked through at once: a page that is one word a million times must not fill the memory."""

MARGIN = 4
"""Bytes in front of a word that tell whether it begins there: two letters in any encoding."""

WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NUMBERED, MANY = b";&#", 20
"""Letters written as numbers, one after the other (`&#1089;&#1074;`), and how many are read as letters."""

NUMBER = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")

SAMPLE, EVERY = 256, 4096
"""Bytes that are searched for those, of how many: where a page's words are written so, they all are."""

TOGETHER = 16
"""Words that are sought in one go: so many are found at 9 GB/s, four times as many at 1 GB/s."""

TOO_LITTLE = "too little in it tells of a meeting"


class Look(NamedTuple):
    """What a first look saw: whether the page is worth reading, and its words that stand best together."""

    worth: bool
    words: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Why the page is set aside, fit to stand behind its name."""
        return f"{TOO_LITTLE} ({', '.join(self.words)})" if self.words else TOO_LITTLE


class _Sought(NamedTuple):
    """The words of one language in one encoding, some by some; `firsts` are the first letters, small and capital, of each."""

    watch: Watch
    charset: str
    automata: tuple[Any, ...]
    firsts: tuple[tuple[bytes, ...], ...]


def look(body: bytes, said: str = "") -> Look:
    """A first look at a page; `said` is the encoding that its sender names.

    >>> look(b"<p>The foreign ministers met in Minsk and signed a memorandum.").worth
    True
    >>> look(b"<p>Two bowls, signed by the artist.")
    Look(worth=False, words=('signed',))
    """
    if body.startswith(WIDE):
        body, said = body.decode("utf-16", "replace").encode(), ""
    if _is_numbered(body):
        body = b"".join(NUMBER.sub(_letter, piece) for piece in _pieces(body, 0))
    seen = Look(False)
    for sought in _all_sought(body, said):
        for piece in _pieces(body, sought.watch.reach):
            found = _best(sought, piece)
            if found.worth:
                return found
            seen = max(seen, found, key=lambda one: len(one.words))
    return seen


def set_aside(page: Page, report: str) -> SetAside | None:
    """Why a page of a crawl is set aside after all, now that its text is known: what told of a meeting stood around it.

    Pages that a person named, and reports that tell of a meeting, give None.
    """
    if not (isinstance(page, Placed) and page.gated) or (seen := look(report.encode(errors="replace"))).worth:
        return None
    return SetAside(page.name, seen.reason)


def _is_numbered(body: bytes) -> bool:
    places = range(0, len(body), EVERY)
    return sum(body.count(NUMBERED, at, at + SAMPLE) for at in places) >= min(MANY, len(body) // 80 + 1)


def _letter(number: re.Match[bytes]) -> bytes:
    """The letter of a number, in UTF-8 whatever the page is written in: that is always looked through as UTF-8 too."""
    return chr(min(int(number[1] or "0", 16) or int(number[2] or "0"), sys.maxunicode)).encode(
        errors="replace"
    )


def _all_sought(body: bytes, said: str) -> Iterator[_Sought]:
    charsets = {known_charset(said) if said else None, declared_in(body), "utf-8"} - {None}
    for watch in watches():
        for charset in ("ascii",) if watch.plain else sorted(filter(None, charsets)):
            if sought := _sought(watch.language, charset):
                yield sought


@cache
def _sought(language: str, charset: str) -> _Sought | None:
    """None where the encoding has no such letters.

    A word is looked for without its first letter, which may be a capital: half as many words are found
    several times as fast.
    """
    watch = next(one for one in watches() if one.language == language)
    try:
        rests = [word.letters[1:].encode(charset) for word in watch.words]
        firsts = [word.letters[0] for word in watch.words]
        either = tuple((first.encode(charset), first.upper().encode(charset)) for first in firsts)
    except UnicodeEncodeError:
        return None
    kind = ahocorasick_rs.MatchKind.LeftmostFirst  # the only kind that looks at many bytes at once
    size = (
        TOGETHER if charset == "ascii" else len(rests)
    )  # other letters are rare enough to be sought all at once
    parts = [rests[i : i + size] for i in range(0, len(rests), size)]
    automata = tuple(ahocorasick_rs.BytesAhoCorasick(part, matchkind=kind) for part in parts)
    return _Sought(watch, charset, automata, either)


def _pieces(body: bytes, reach: int) -> Iterator[bytes]:
    if len(body) <= PIECE:
        yield body
        return
    for start in range(0, len(body), PIECE):
        yield body[max(0, start - reach) : start + PIECE]


def _best(sought: _Sought, body: bytes) -> Look:
    """The words within reach of each other that are worth most; the first that are enough end the search."""
    words, reach, enough = sought.watch.words, sought.watch.reach, sought.watch.enough
    hits = sorted(_hits(sought, body))
    near: Counter[int] = Counter()
    points, most, first = 0, 0, 0
    best: tuple[int, ...] = ()
    for at, index in hits:
        while at - hits[first][0] > reach:
            gone = hits[first][1]
            near[gone] -= 1
            points -= 0 if near[gone] else words[gone].points
            first += 1
        near[index] += 1
        points += words[index].points if near[index] == 1 else 0
        if points > most:
            most, best = points, tuple(sorted(+near))
            if points >= enough and len({words[one].group for one in best}) > 1:
                return Look(True, tuple(words[one].letters for one in best))
    return Look(False, tuple(words[one].letters for one in best))


def _hits(sought: _Sought, body: bytes) -> Iterator[tuple[int, int]]:
    """Place and number of each word that stands there as the beginning of a word."""
    firsts, charset = sought.firsts, sought.charset
    for part, automaton in enumerate(sought.automata):
        for number, at, _ in automaton.find_matches_as_indexes(body):
            index = part * TOGETHER + number
            if not body.endswith(firsts[index], 0, at):
                continue
            before = body[max(0, at - MARGIN) : at].decode(charset, "ignore")[-2:-1]
            if not before or not (before.isalnum() or before in "_-"):
                yield at, index
