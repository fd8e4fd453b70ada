"""What the words around a report are: known menu entries, openers of link lists, labels of dates."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import ahocorasick_rs
import msgspec
import pycountry

from communique.lexicon.countries import country_codes, country_name
from communique.lexicon.files import load

EDGES = " \t\u00a0.,:;!?…»«>›‹<|·•*_#-–—→←↑▲▼\"'“”()[]"
"""Signs at the ends of a line that do not change what it is."""


LONGEST = 60
"""Characters of what is kept: no page fills the memory with its own."""

LETTERS = 3
"""The letters by which heads are looked up: none is shorter."""

_NONE = ()


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """All the lists of `*/furniture.yml`, of every language together; see the files for their meaning."""

    lines: frozenset[str]
    openers: tuple[str, ...]
    tails: frozenset[str]
    ends: frozenset[str]
    notes: frozenset[str]
    starts: tuple[str, ...]
    inside: tuple[str, ...]
    notices: tuple[str, ...]
    kickers: frozenset[str]
    sections: frozenset[str]
    appeals: frozenset[str]
    appeals_weak: frozenset[str]
    readers: frozenset[str]
    writers: frozenset[str]
    site: frozenset[str]
    listing: frozenset[str]
    listed: frozenset[str]
    controls: frozenset[str]
    controlled: frozenset[str]
    trades: frozenset[str]
    languages: frozenset[str]
    home: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    stamp: frozenset[str]
    source: tuple[str, ...]
    authors: tuple[str, ...]
    currencies: frozenset[str]
    hyphenated: frozenset[str]
    loose: frozenset[str]


@cache
def furniture() -> Furniture:
    """The words of page furniture in every language that the lexicon has."""
    data = [load(f"{language}/furniture.yml") for language in _languages()]
    merged = {
        field: [str(words) for one in data for words in one.get(field, ())]
        for field in Furniture.__struct_fields__
    }
    return msgspec.convert(merged, Furniture)


@cache
def coin_codes() -> frozenset[str]:
    """The codes and signs of all currencies: `usd`, `qar`, `€`."""
    return frozenset(coin.alpha_3.casefold() for coin in pycountry.currencies) | furniture().currencies


class Names(NamedTuple):
    """Names that stand in rows, and the words with which they begin."""

    whole: frozenset[str]
    firsts: frozenset[str]


@cache
def section_names() -> Names:
    """The sections of sites, and the way back to their first page."""
    return _names(furniture().sections | furniture().home)


@cache
def link_names() -> Names:
    """All that only menus and buttons say, and the heads of lists of links."""
    said = furniture()
    return _names(said.lines | said.home | frozenset(said.openers))


@cache
def row_names() -> Names:
    """Both."""
    return _names(section_names().whole | link_names().whole)


def _names(whole: frozenset[str]) -> Names:
    return Names(whole, frozenset(name.split()[0] for name in whole if name))


@cache
def known_words() -> frozenset[str]:
    """Every word of the entries that only menus and buttons say, of sections and of heads of lists."""
    names = row_names().whole
    return frozenset(word for name in names for word in name.split() if len(word) > 2)


@cache
def foreign_words() -> frozenset[str]:
    """The commonest words of languages in which no report is read."""
    return frozenset(str(word) for words in load("tongues.yml").values() for word in words)


@cache
def officers() -> frozenset[str]:
    """Words that say who somebody is: `minister`, `chairman`."""
    heads = load("en/offices.yml")["heads"]["one"]
    return frozenset(word for word in map(str, heads) if word.isalpha())


@cache
def meeting_words() -> frozenset[str]:
    """Single words by which reports of meetings are known: sittings, what is done there, delegations."""
    sittings, cues = load("en/meetings.yml"), load("en/cues.yml")
    lists = (
        sittings["sittings"],
        sittings["guarded"],
        cues["decide"],
        cues["attend"],
        cues["delegation"],
        cues["chair"],
    )
    return frozenset(
        word
        for words in lists
        for word in map(str, words)
        if word.isalpha() and word not in furniture().loose
    )


@cache
def country_firsts() -> frozenset[str]:
    """The first words of the names of countries."""
    return frozenset(country_name(code).casefold().split()[0] for code in country_codes())


class Signs(msgspec.Struct, frozen=True):
    """Which lists of `*/furniture.yml` a line has words of; looked for all at once."""

    notice: bool = False
    inside: bool = False
    appeal: bool = False
    weak: bool = False


NO_SIGNS = Signs()


@lru_cache(maxsize=16)
def signs_in(low: str) -> Signs:
    """The signs in a line in lower case, wherever in a word they stand: whoever needs whole words looks again."""
    automaton, kinds = _automaton()
    found = {kinds[index] for index, _, _ in automaton.find_matches_as_indexes(low, overlapping=True)}
    return Signs(**dict.fromkeys(found, True)) if found else NO_SIGNS


@cache
def _automaton() -> tuple[Any, list[str]]:
    said = furniture()
    lists = (
        ("notice", said.notices),
        ("inside", said.inside),
        ("appeal", said.appeals),
        ("weak", said.appeals_weak),
    )
    pairs = [(word, kind) for kind, words in lists for word in sorted(words)]
    automaton = ahocorasick_rs.AhoCorasick(
        [word for word, _ in pairs], implementation=ahocorasick_rs.Implementation.DFA
    )
    return automaton, [kind for _, kind in pairs]


class Heads(NamedTuple):
    """What lines begin with, by their first letters: one look instead of hundreds."""

    by_letters: dict[str, tuple[str, ...]]

    def begin(self, words: str) -> bool:
        """Whether `words`, in lower case, begin with one of them."""
        return words.startswith(self.by_letters.get(words[:LETTERS], _NONE))


@cache
def openers() -> Heads:
    """The heads of lists of links, each with a blank behind: no opener is the beginning of another word."""
    return _heads(f"{opener} " for opener in furniture().openers)


@cache
def starts() -> Heads:
    """What a line of furniture begins with, colon included."""
    return _heads(furniture().starts)


def _heads(them: Iterable[str]) -> Heads:
    found: dict[str, list[str]] = {}
    for one in them:
        found.setdefault(one[:LETTERS], []).append(one)
    return Heads({letters: tuple(some) for letters, some in found.items()})


def plain(words: str) -> str:
    """`words` as the lists have them: lower case, single spaces, no signs at the ends.

    >>> plain("  Comments  are closed. ")
    'comments are closed'
    """
    return _plain_before(words) if len(words) <= LONGEST else _plain(words)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(EDGES)


_plain_before = lru_cache(maxsize=20_000)(_plain)  # lines are made of the same words again and again


def _languages() -> list[str]:
    folder = files("communique.lexicon")
    return sorted(f.name for f in folder.iterdir() if f.is_dir() and (f / "furniture.yml").is_file())
