"""Is it English at all? Rules of one language read nothing in another: better silent than wrong."""

import re
from functools import cache

from communique.lexicon.files import load
from communique.model.text import Text

_HEAD = 4000  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 60  # words below which a text is given the benefit of the doubt
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
    letters = sum(map(len, words))
    latin = sum(len(w) for w in words if w.isascii() or w[0] < "\u0250")
    if letters and latin < 0.6 * letters:
        return False
    if len(words) < _FEWEST:
        return True
    return sum(w.lower() in _telling() for w in words) >= _SHARE * len(words)
