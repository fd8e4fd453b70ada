"""What a figure counts and for which years, in comparable form."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from communique.lexicon.files import load
from communique.lexicon.spelling import fold

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@lru_cache(maxsize=65536)
def counted(what: str) -> str:
    """The telling words of what is counted, in order of the alphabet; empty where they say too little.

    >>> counted("narcotic drugs seized"), counted("tonnes of drugs confiscated"), counted("countries")
    ('drug seized', 'drug seized', '')
    """
    said = " ".join(map(_of_one, fold(what).split()))
    for old, new in _same():
        said = old.sub(new, said)
    words = sorted({w for w in said.split() if w not in _list("empty") and not w.isdigit()})
    return "" if " ".join(words) in _list("plain") or set(words) <= _list("plain") else " ".join(words)


def _of_one(word: str) -> str:
    """`countries` as `country`, `drugs` as `drug`."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


class Period(NamedTuple):
    """First and last year, and the part of them that is meant (`half first`), if not all."""

    first: int
    last: int
    part: str = ""

    @property
    def words(self) -> str:
        """`2017`, `2011-2015`, `2022 (half first)`."""
        years = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        return years + (f" ({self.part})" if self.part else "")


@lru_cache(maxsize=65536)
def period_of(words: str | None, published: int | None) -> Period | None:
    """The years of a period as a report puts it; `published` is the report's own year. None where it is not clear.

    >>> period_of("last year", 2018), period_of("2011-2015", None), period_of("first half of the year", 2022)
    (Period(first=2017, last=2017, part=''), Period(first=2011, last=2015, part=''), Period(first=2022, last=2022, part='first half'))
    """
    if not words:
        return None
    said = [_of_one(w) for w in fold(words).split()]
    years = [int(y) for y in _YEAR.findall(words)]
    part = " ".join(w for w in said if _begins_part(w, said))
    if years:
        last = published if len(years) == 1 and said[0] in _list("since") else years[-1]
        return Period(years[0], last, part) if last and len(years) <= 2 and years[0] <= last else None
    if published is None:
        return None
    if any(" ".join(said).endswith(fold(w)) for w in _list("last_year")):
        return Period(published - 1, published - 1, part)
    if any(" ".join(said).endswith(fold(w)) for w in _list("this_year")):
        return Period(published, published, part)
    return None


def _begins_part(word: str, said: list[str]) -> bool:
    """True for the words that name a part of the year, and those that number it."""
    if not any(w in _list("part") for w in said):
        return False
    around = {
        "the",
        "of",
        "in",
        "year",
        "thi",
        "this",
        "same",
        "last",
        "previous",
        "current",
        "for",
        "since",
        "from",
    }
    return word not in around and not _YEAR.fullmatch(word)


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{old}\b"), new) for old, new in load("en/counted.yml")["same"].items())


@cache
def _list(kind: str) -> frozenset[str]:
    return frozenset(load("en/counted.yml")[kind])
