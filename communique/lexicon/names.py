"""What is known of personal names: given names, surnames written first, particles, honorifics, ranks."""

from functools import cache

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


@cache
def name_words(kind: str) -> tuple[str, ...]:
    """The list `kind` of names.yml (particles, suffixes, honorifics, ranks), longest first."""
    return tuple(sorted({str(w) for w in load("en/names.yml")[kind]}, key=len, reverse=True))
