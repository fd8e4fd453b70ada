"""Names in headlines, where verbs and plain nouns are capitalised too: only what the report repeats below is a name."""

import re
from itertools import pairwise

from msgspec.structs import replace

from communique.lexicon.names import without_accents
from communique.reading.names import Run
from communique.reading.scan import Scan

_CAPITALISED = re.compile(r"[^\W\d_a-z]\w+")
_WORD = re.compile(r"\w+")
_FAR = 20_000  # characters below the headline in which a name comes again


def without_headline_words(scan: Scan, run: Run) -> Run:
    """The name without the capitalised words behind it that the report never repeats: "Lindt Opens Session" is Lindt."""
    below = _below(scan)
    words = list(_WORD.finditer(scan.characters, run.start, run.stop))
    if len(words) < 2 or _plain(words[0][0]) not in below:
        return run
    for last, word in pairwise(words):
        if len(word[0]) > 1 and _plain(word[0]) not in below:
            return replace(run, stop=last.end(), strong=run.strong and last is not words[0])
    return run


def _below(scan: Scan) -> frozenset[str]:
    """The words that stand capitalised below the headline: once a text."""
    if "below headline" not in scan.memo:
        title = scan.text.title_span
        start = title.stop if title else 0
        found = _CAPITALISED.findall(scan.characters, start, start + _FAR)
        scan.memo["below headline"] = frozenset(map(_plain, found))
    words: frozenset[str] = scan.memo["below headline"]
    return words


def _plain(word: str) -> str:
    return without_accents(word).lower()
