"""Words compared however they are spelled: folding, romanisations, families of names."""

import re
from functools import cache, lru_cache

from anyascii import anyascii

from communique.lexicon.files import load, load_folder

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARTICLE = re.compile(r"^ال(?=...)")
_POSSESSIVE = re.compile(r"'s\b")

Rules = tuple[tuple[re.Pattern[str], str], ...]


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
    known = families().get(word)
    if known is None:
        word = _rewritten(word, _rules("rules"))
        known = families().get(word, word)
    return known


def canonical_words(text: str) -> str:
    """Every word of `text`, folded and in its one spelling."""
    return " ".join(canonical(word) for word in fold(text).split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """What every romanisation of a word keeps: its consonants, and that it begins with a vowel.

    >>> sound("zhaparov") == sound("japarov"), sound("valfovich") == sound("volfovich")
    (True, True)
    """
    return _rewritten(canonical(word), _rules("sounds"))


@cache
def families() -> dict[str, str]:
    """Every spelling of the families of names, as written and as the rules leave it, with its one spelling."""
    named = [line.split() for data in load_folder("name-families") for line in data.get("families", ())]
    found: dict[str, str] = {}
    for family in named:
        whole = [spelling for spelling in family if len(spelling) > 1]  # a letter alone is an initial
        found |= dict.fromkeys(whole, _rewritten(family[0], _rules("rules")))
    for family in named:
        for spelling in (s for s in family if len(s) > 1):
            found.setdefault(_rewritten(spelling, _rules("rules")), found[spelling])
    return found


@lru_cache(maxsize=65536)
def place(name: str) -> str:
    """A city's name as one canonical word, whatever the language.

    >>> place("Москва") == place("Moscow"), place("Cholpon-Ata") == place("Чолпон Ата")
    (True, True)
    """
    folded = fold(_ARTICLE.sub("", name)).replace(" ", "")
    if folded not in _cities() and _CYRILLIC.search(name):
        folded = next((city for city in _in_the_nominative(folded) if city in _cities()), folded)
    if folded not in _cities() and _HAN.search(name):
        return ""  # read sign by sign it is no name that another report would give
    return _cities().get(folded, _rewritten(folded, _rules("rules")))


def _in_the_nominative(folded: str) -> tuple[str, ...]:
    """What a declined city may be: ashkhabade, moskve, parizhem."""
    return folded[:-1], f"{folded[:-1]}a", folded[:-2], f"{folded[:-2]}a"


@cache
def _cities() -> dict[str, str]:
    named = [line.split() for line in load("name-families/cities.yml")["cities"]]
    return {spelling: city[0] for city in named for spelling in city}


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """The given names that a short or fond form, or one written by ear, may stand for, in their one spelling."""
    found: dict[str, frozenset[str]] = {}
    for line in (*load("name-families/nicknames.yml")["short"], *load("name-families/heard.yml")["heard"]):
        short, *full = map(canonical, fold(line).split())
        found[short] = found.get(short, frozenset()) | frozenset(full)
    return found


@cache
def heard() -> frozenset[str]:
    """The given names that another script writes by ear, in one spelling of what it writes."""
    return frozenset(canonical(fold(line.split()[0])) for line in load("name-families/heard.yml")["heard"])


def _rewritten(word: str, rules: Rules) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(load("transliteration.yml")["letters"])


@cache
def _rules(key: str) -> Rules:
    return tuple((re.compile(old), new) for old, new in load("transliteration.yml")[key])
