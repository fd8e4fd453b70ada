"""The number of a sitting in its phrase: "the Fifty First session", "the 38 th meeting"; not one that counts from a pause."""

import re
from collections.abc import Iterator

from communique.lexicon.phrases import Hit
from communique.lexicon.sittings import ordinal
from communique.reading.scan import Scan

_ORDINAL = re.compile(
    r"\b(?:\d{1,4}[- ]?(?:st|nd|rd|th|ST|ND|RD|TH)|[A-Za-z]+-[A-Za-z]+|[a-z]+|[A-Z][a-z]+|[IVXLC]+)\b"
)


# "the first meeting of the two in six years", "the first such session since 2005" counts from a pause
_AFTER_LONG = re.compile(
    r"[^.;:]{0,60}? (?:in|for) (?:the |more than |over |almost |nearly |about |some )?(?:a |an |\d+ |[a-z]+ |several |many )?(?:years?|months|decades?|weeks)\b"
    r"|[^.;:]{0,40}? since (?:the )?(?:\d{4}|(?:january|february|march|april|may|june|july|august|september|october|november|december))\b"
)


# "the second meeting of the two within a month", "the third such talks this year" counts within a time
_WITHIN = re.compile(
    r"[^.;:]{0,60}? (?:(?:in|within) (?:the (?:last|past) )?(?:less than |just |under )?(?:an? |\w+ )?(?:year|month|week|day)s?\b|(?:this|since the start of the|since the beginning of the) year\b)"
    r"|(?: \w+)? this (?:month|week)\b"  # "the 5th session of the Commission this week" has its own number
)


def number_of(scan: Scan, start: int, stop: int, noun: Hit) -> tuple[int | None, tuple[int, int] | None]:
    """The number before the noun, or behind it when the sitting is one of two joined ones."""
    for low, high in ((start, noun.stop), (noun.stop, stop)):
        for word in _words(scan, low, high):
            value = ordinal(word[0].replace(" ", ""))
            value = _with_tens(scan, word, value) if value and value < 10 else value
            roman = word[0].isupper() and len(word[0]) == 1
            if value is not None and not (
                roman
                and word[0] == "I"
                and not re.match(r"I [A-Z]", scan.words(word.start(), word.start() + 3))
            ):
                after = scan.words(word.end(), word.end() + 14)
                if roman and after[:1] in "-.’'":  # "the C-10", "the L.69"
                    continue
                if value == 1 and _AFTER_LONG.match(scan.small, noun.stop):
                    continue
                if value < 6 and _WITHIN.match(scan.small, noun.stop):
                    continue
                if _SOMEBODYS.search(scan.small, max(0, word.start() - 4), word.start()):
                    continue
                if re.match(r" (?:anniversary|century|day|time|half|stage|quarter|phase)\b", after):
                    continue
                return value, (word.start(), word.end())
    return None, None


_SOMEBODYS = re.compile(r"\b(?:his|her|my) $")  # "her first NATO summit" counts those that she was at
_TENS = re.compile(r"\b(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) $")


def _with_tens(scan: Scan, word: re.Match[str], value: int) -> int:
    """ "the Fifty First session": tens and ones of a number that is written without its hyphen."""
    low = max(0, word.start() - 8)
    tens = _TENS.search(scan.small, low, word.start()) if word[0].isalpha() else None
    return value + (ordinal(f"{tens['tens']}-first") or 1) - 1 if tens else value


def _words(scan: Scan, start: int, stop: int) -> Iterator[re.Match[str]]:
    return _ORDINAL.finditer(scan.characters, start, stop)
