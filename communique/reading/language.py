"""Is it English at all? Rules of one language read nothing in another: better silent than wrong."""

import re
from functools import cache

from communique.lexicon.files import load
from communique.model.text import Text

_HEAD = 1200  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 60  # words below which a text is given the benefit of the doubt
_LATIN = "\u024f"  # the last of the Latin letters
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
    head = text.characters[:_HEAD]
    if _plainly(head):
        return True
    words = _WORD.findall(head)
    foreign = 0 if head.isascii() else sum(not w.isascii() and w[0] > _LATIN for w in words)
    if foreign > 0.4 * len(words):
        return False
    return len(words) < _FEWEST or _tells(words)


def _plainly(head: str) -> bool:
    """So many telling words between blanks, and so few foreign signs, that the words need not be cut out one by one."""
    words = head.split()
    told = sum(map(_telling().__contains__, words))
    signs = len(head) - len(head.encode("latin-1", "ignore"))
    return told >= 2 * _SHARE * len(words) and signs <= 0.4 * told


def _tells(words: list[str]) -> bool:
    telling = _telling()
    return sum(map(telling.__contains__, words)) >= _SHARE * len(words)
