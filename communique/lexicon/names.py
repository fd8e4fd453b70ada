"""What is known of personal names: given names, surnames written first, particles, honorifics, ranks."""

import re
import unicodedata
from functools import cache, lru_cache

from communique.lexicon.files import load, load_folder


def _all(key: str) -> frozenset[str]:
    return frozenset(name for data in load_folder("en/given-names") for name in (data.get(key) or "").split())


@cache
def given_names() -> frozenset[str]:
    """Given names of the world as English reports write them."""
    return _all("given")


@cache
def leading_surnames() -> frozenset[str]:
    """Surnames of traditions that write the surname first (Chinese, Korean, Vietnamese, Hungarian)."""
    return _all("surnames_first")


_LETTERS = str.maketrans(dict(zip("øłđıæþðØŁĐÆ", "oldiatdOLDA", strict=True)))


@lru_cache(maxsize=20_000)
def without_accents(name: str) -> str:
    """A name in plain letters.

    >>> without_accents("José Łoś")
    'Jose Los'
    """
    if name.isascii():
        return name
    return re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", name.translate(_LETTERS)))


@cache
def name_words(kind: str) -> tuple[str, ...]:
    """The list `kind` of names.yml (particles, suffixes, honorifics, ranks), longest first."""
    return tuple(sorted({str(w) for w in load("en/names.yml")[kind]}, key=len, reverse=True))


@cache
def ordinary_words() -> frozenset[str]:
    """Words that with a capital are part of a title or a heading and hardly ever a surname, in small letters.

    >>> "supervision" in ordinary_words(), "rice" in ordinary_words()
    (True, False)
    """
    return frozenset(load("en/ordinary.yml")["words"])
