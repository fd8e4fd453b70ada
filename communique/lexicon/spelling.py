"""Words compared however they are spelled: folding, romanisations, the parts of a personal name."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from communique.lexicon.files import load

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_INITIAL = re.compile(r"\b(\w)\.\s*(?=\w)")
_POSSESSIVE = re.compile(r"'s\b")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """ASCII words in lower case, one space between.

    >>> fold("Совет  «Мин» – Ĉu?")
    'sovet min cu'
    """
    ascii_ = anyascii(text.translate(_letters())).lower().replace("`", "'")
    ascii_ = _POSSESSIVE.sub("", ascii_)
    return " ".join(word.replace("'", "") for word in _WORD.findall(ascii_))


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """One spelling for all romanisations of a folded word.

    >>> canonical("wolfovich") == canonical("volfovich")
    True
    >>> canonical("siarhei") == canonical("sergey")
    True
    """
    word = _given().get(word, word)
    for pattern, replacement in _rules():
        word = pattern.sub(replacement, word)
    return word


def canonical_words(text: str) -> str:
    """Every word of `text`, folded and in its one spelling."""
    return " ".join(canonical(word) for word in fold(text).split())


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(load("transliteration.yml")["letters"])


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(old), new) for old, new in load("transliteration.yml")["rules"])


@cache
def _given() -> dict[str, str]:
    families: Iterable[list[str]] = load("transliteration.yml")["given"]
    return {spelling: family[0] for family in families for spelling in family}


class PersonalName(NamedTuple):
    """A name in parts, all in canonical spelling; `given` may be initials, or empty."""

    given: tuple[str, ...]
    surname: str

    @property
    def first(self) -> str:
        """The first given name or initial, or an empty string."""
        return self.given[0] if self.given else ""

    @property
    def full(self) -> bool:
        """True when the first given name is written out."""
        return len(self.first) > 1


@lru_cache(maxsize=65536)
def personal_name(name: str) -> PersonalName:
    """Given names and surname.

    >>> personal_name("M.Ryzhenkov")
    PersonalName(given=('m',), surname='rizhenkov')
    >>> personal_name("RYZHENKOV Maxim").surname
    'rizhenkov'
    """
    surname_first = "," in name
    tokens = [t for t in _INITIAL.sub(r"\1 ", name).replace(",", " ").split() if fold(t)]
    titles = set(load("transliteration.yml")["titles"])
    while len(tokens) > 1 and fold(tokens[0]) in titles:
        tokens.pop(0)
    if not tokens:
        return PersonalName((), "")
    at = _surname_at(tokens, surname_first)
    surname = tokens[at]
    given = [canonical(fold(t).replace(" ", "")) for t in tokens if t not in surname]
    return PersonalName(tuple(given), "".join(canonical_words(" ".join(surname)).split()))


def written_surname(name: str) -> str:
    """The surname as the name writes it.

    >>> written_surname("Khalifa Shaheen Al Marar"), written_surname("RYZHENKOV Maxim")
    ('Al Marar', 'RYZHENKOV')
    """
    wanted = personal_name(name).surname
    words = name.replace(",", " ").replace(".", ". ").split()
    tails = [words[at:] for at in range(len(words))] + [words[:at] for at in range(1, len(words))]
    tail = next((t for t in tails if canonical_words(" ".join(t)).replace(" ", "") == wanted), words)
    return " ".join(tail)


def _surname_at(tokens: list[str], surname_first: bool) -> slice:
    shouted = [i for i, t in enumerate(tokens) if len(t) > 2 and t.isupper()]
    if surname_first or (shouted == [0] and len(tokens) > 1):
        return slice(0, 1)
    particles = set(load("transliteration.yml")["particles"])
    start = len(tokens) - 1
    while start > 1 and fold(tokens[start - 1]) in particles:
        start -= 1
    return slice(start, len(tokens))
