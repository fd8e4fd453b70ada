"""Names in headlines, where verbs and plain nouns are capitalised too: only what the report repeats below is a name."""

import re
from itertools import pairwise

from msgspec.structs import replace

from communique.lexicon.names import without_accents
from communique.reading.names import Run
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

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
        found = set(_CAPITALISED.findall(scan.characters, start, start + _FAR))
        plain = str.lower if scan.characters.isascii() else _plain
        scan.memo["below headline"] = frozenset(map(plain, found))
    words: frozenset[str] = scan.memo["below headline"]
    return words


def _plain(word: str) -> str:
    return without_accents(word).lower()


def headline_case(scan: Scan, sentence: Sentence) -> bool:
    """True where nearly every longer word is capitalised: there, capitals tell nothing. Headlines have no full stop."""
    share = 0.9 if scan.words(sentence.start, sentence.stop).rstrip().endswith(".") else 0.75
    words = list(
        re.findall(r"[^\W\d_]{4,}", scan.words(sentence.start, min(sentence.stop, sentence.start + 300)))
    )
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= share * len(words)


_DOES = re.compile(
    r"(?:,(?= (?:[a-z]+ed|met|took|held|said) ))?(?: (?:on|last|this) [A-Z][a-z]+day)?(?: (?:also|has|have|had|will|is|was))? "
    r"(?!(?:after|amid|among|and|for|from|into|over|the|through|under|upon|via|with)\b)[a-z]{3,}"
)


def does(scan: Scan, run: Run) -> bool:
    """A verb in small letters follows: no headline in capitals goes on so, however many names the sentence has."""
    return _DOES.match(scan.characters, run.stop) is not None
