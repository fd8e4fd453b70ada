"""When two wordings say the same: of words, names, offices, dates' owners and titles, in any script."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_CYRILLIC = str.maketrans(
    dict(zip("абвгдеёзийклмнопрстуфыэіўѓқғүұһөә", "abvgdeeziiklmnoprstufyeiugkguuhoa", strict=True))
    | {
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ю": "yu",
        "я": "ya",
        "ъ": "",
        "ь": "",
    }
)
_STOP = frozenset(
    {"the", "a", "an", "of", "on", "in", "for", "and", "to", "at", "by", "with", "its", "his", "her"}
    | {"their", "from", "as"}
)
_OTHER = re.compile(r"[^a-z0-9]+")
_STEM = 5


@lru_cache(maxsize=50_000)
def flat(words: str | None) -> str:
    """Latin letters and digits alone, lower case, one blank between words.

    >>> flat("Совет Безопасности, №2")
    'sovet bezopasnosti no2'
    """
    latin = (words or "").lower().translate(_CYRILLIC)
    bare = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return _OTHER.sub(" ", bare).strip()


@lru_cache(maxsize=50_000)
def _stems(words: str | None) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in flat(words).split() if w not in _STOP)


def overlap(a: str | None, b: str | None) -> float:
    """The share of word stems that both have, as F1.

    >>> overlap("the Security Council", "council of security")
    1.0
    """
    x, y = _stems(a), _stems(b)
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0


def containment(a: str | None, b: str | None) -> float:
    """How much of the shorter wording the longer one has; 1.0 when all of it."""
    x, y = _stems(a), _stems(b)
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


def ratio(a: str, b: str) -> float:
    """How far two spellings agree, from 0 to 1, character by character."""
    return SequenceMatcher(None, a, b).ratio()


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names may be one person's: surnames spelled alike, first names that agree.

    >>> same_name("Nikolai Patrushev", "Николай Патрушев"), same_name("N. Patrushev", "Patrushev")
    (True, True)
    """
    x, y = flat(a).split(), flat(b).split()
    if not x or not y or ratio(x[-1], y[-1]) < 0.78:
        return False
    if len(x) == 1 or len(y) == 1:
        return True
    return x[0][0] == y[0][0] or ratio(x[0], y[0]) > 0.7


def same_office(a: str | None, b: str | None) -> bool:
    """Whether two titles name one office: half of the words, or all of the shorter one's."""
    if not a and not b:
        return True
    return overlap(a, b) >= 0.5 or containment(a, b) >= 0.99


def same_owner(a: str | None, b: str | None) -> bool:
    """Whether two codes or names are one country or organisation; nothing is the same as nothing."""
    if not a or not b:
        return not a and not b
    return flat(a) == flat(b) or overlap(a, b) >= 0.6


def same_words(a: str | None, b: str | None) -> bool:
    """Whether two titles or topics are one: most words, or all of the shorter and enough of the longer."""
    return overlap(a, b) >= 0.6 or (containment(a, b) >= 0.99 and overlap(a, b) >= 0.4)


def same_body(a: str, b: str) -> bool:
    """As `same_words`, a shade stricter, as bodies share most of their words."""
    return overlap(a, b) >= 0.6 or (containment(a, b) >= 0.99 and overlap(a, b) > 0.4)
