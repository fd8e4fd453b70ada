"""Is it English at all? Rules of one language read nothing in another: better silent than wrong."""

import re
from functools import cache

from communique.lexicon.files import load
from communique.model.text import Text

_HEAD = 1200  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 60  # words below which a text is given the benefit of the doubt
_LATIN = "\u024f"  # the last of the Latin letters
_BEYOND = re.compile(rf"[^\W\d_\x00-{_LATIN}]")
_SHARE = (
    0.12  # English prose has a quarter of such words, other languages with the same letters a tenth of that
)


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("en/language.yml")["telling"])


def is_english(text: Text) -> bool:
    """What the sender says of the language, else what the words look like.

    >>> is_english(Text(name="t", characters="Министры встретились в Минске."))
    False
    """
    if text.language:
        return text.language.lower().startswith("en")
    words = _WORD.findall(text.characters, 0, _HEAD)
    if _BEYOND.search(text.characters, 0, _HEAD) and sum(w[0] > _LATIN for w in words) > 0.4 * len(words):
        return False
    return len(words) < _FEWEST or _tells(words)


def _tells(words: list[str]) -> bool:
    telling = _telling()
    return sum(map(telling.__contains__, words)) >= _SHARE * len(words)
