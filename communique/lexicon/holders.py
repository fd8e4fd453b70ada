"""Who is known to have held a public office, and for which country or organisation."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from communique.lexicon.files import load
from communique.lexicon.names import leading_surnames, name_words, without_accents


class Known(NamedTuple):
    """A well-known office-holder: the words of the name without accents, and the country or organisation."""

    words: tuple[str, ...]
    of: str
    organisation: bool


@lru_cache(maxsize=10_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name in small letters without accents, particles and suffixes left out.

    >>> name_parts("Abdel Fattah el-Sisi")
    ('abdel', 'fattah', 'sisi')
    """
    words = re.findall(r"[a-z]+", re.sub(r"[’'`‘]", "", without_accents(name.lower())))
    return tuple(w for w in words if w not in _left_out()) or tuple(words)


@cache
def _left_out() -> frozenset[str]:
    return frozenset(w.lower().rstrip(".") for w in (*name_words("particles"), *name_words("suffixes")))


@cache
def _by_surname() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    for kind, owners in load("en/holders.yml").items():
        for of, names in owners.items():
            for name in names.split(";"):
                words = name_parts(name.strip())
                known = Known(words, of, kind == "organisations")
                first = name.split()[0] in leading_surnames()
                for surname in {words[-1], words[0]} if first else {words[-1]}:
                    found.setdefault(surname, []).append(known)
    return found


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for owners in load("en/holders.yml").values():
        for names in owners.values():
            for name in map(without_accents, names.split(";")):
                first, _, rest = name.strip().partition(" ")
                if rest:
                    found.setdefault(first, set()).add(name.strip())
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def known_name(words: str) -> int:
    """How many characters of `words` are, to begin with, the full name of a known office-holder; 0 where none are.

    >>> known_name("He Lifeng said"), known_name("He said")
    (9, 0)
    """
    names = _by_first_word().get(without_accents(words.partition(" ")[0]), ())
    said = without_accents(words) if names else ""
    found = next((n for n in names if said.startswith(n) and not said[len(n) : len(n) + 1].isalpha()), "")
    return len(found)


@lru_cache(maxsize=10_000)
def known_holders(name: str) -> tuple[Known, ...]:
    """The known office-holders whom `name` can mean: the surname is the same, the given names agree.

    >>> [k.of for k in known_holders("Sergey V. Lavrov")]
    ['RU', 'RU']
    """
    said = name_parts(name)
    found = [k for word in dict.fromkeys(said) for k in _by_surname().get(word, ()) if _agree(said, k.words)]
    return tuple(dict.fromkeys(found))


def _agree(said: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """One word alone agrees with its bearer; else all words of the shorter name stand in the longer, or nearly so."""
    if len(said) == 1 or len(known) == 1:
        return said[-1] in known and len(said[-1]) > 2
    short, long = (said, known) if len(said) <= len(known) else (known, said)
    if set(short) <= set(long):
        return True
    return (
        said[-1] == known[-1]
        and said[0][0] == known[0][0]
        and (len(said[0]) == 1 or len(known[0]) == 1 or said[0][:3] == known[0][:3])
    )
