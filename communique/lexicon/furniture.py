"""What the words around a report are: known menu entries, openers of link lists, labels of dates."""

from functools import cache
from importlib.resources import files

import msgspec

from communique.lexicon.files import load

EDGES = " \t\u00a0.,:;!?…»«>›‹<|·•*_#-–—→←↑▲▼\"'“”()[]"
"""Signs at the ends of a line that do not change what it is."""


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """All the lists of `*/furniture.yml`, of every language together; see the files for their meaning."""

    lines: frozenset[str]
    openers: tuple[str, ...]
    starts: tuple[str, ...]
    inside: tuple[str, ...]
    notices: tuple[str, ...]
    kickers: frozenset[str]
    home: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    stamp: frozenset[str]
    source: tuple[str, ...]
    authors: tuple[str, ...]
    currencies: frozenset[str]
    hyphenated: frozenset[str]


@cache
def furniture() -> Furniture:
    """The words of page furniture in every language that the lexicon has."""
    data = [load(f"{language}/furniture.yml") for language in _languages()]
    merged = {
        field: [str(words) for one in data for words in one.get(field, ())]
        for field in Furniture.__struct_fields__
    }
    return msgspec.convert(merged, Furniture)


def plain(words: str) -> str:
    """`words` as the lists have them: lower case, single spaces, no signs at the ends.

    >>> plain("  Comments  are closed. ")
    'comments are closed'
    """
    return " ".join(words.casefold().split()).strip(EDGES)


def _languages() -> list[str]:
    folder = files("communique.lexicon")
    return sorted(f.name for f in folder.iterdir() if f.is_dir() and (f / "furniture.yml").is_file())
