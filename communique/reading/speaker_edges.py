"""Where the words for a speaker end: at a comma behind its country, at a stop that abridges nothing, in front of an adverb."""

import re

from communique.lexicon.names import name_words
from communique.reading.offices import Title
from communique.reading.scan import Scan

_WORD_BEHIND = re.compile(r"\s([a-z]+)")
_LONGEST_ARTICLE = 4

_POSSESSED = re.compile(r" (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w-]+[’']s ")


def possessed(scan: Scan, stop: int) -> bool:
    """ "President X's decision": behind a title that ends at `stop`, the decision is spoken of."""
    return _POSSESSED.match(scan.characters, stop) is not None


def told_home(scan: Scan, stop: int, comma: int) -> bool:
    """ "the Chair, X of Costa Rica, said": the country stands between the name that ends at `stop` and its comma."""
    home = stop + len(" of ")
    if scan.words(stop, home) != " of ":
        return False
    return any(
        scan.words(home, h.start) in ("", "the ") and (h.stop == comma or scan.characters[h.stop] == ",")
        for h in scan.within(home, min(home + 2 * _LONGEST_ARTICLE, comma), "country")
    )


_OF = re.compile(r" (?:of|from) (?:the )?$")


def before_home(scan: Scan, low: int, stop: int) -> int:
    """ "X of the GCC announced": where the name ends to which the country or organisation that ends at `stop` belongs; else `stop`."""
    for hit in scan.within(max(low, stop - _LONGEST_HOME), stop, "country", "organisation"):
        link = (
            _OF.search(scan.words(hit.start - 2 * _LONGEST_ARTICLE, hit.start)) if hit.stop == stop else None
        )
        if link:
            return hit.start - len(link[0])
    return stop


_LONGEST_HOME = 60  # characters of "the Association of Southeast Asian Nations"


def qualifies(scan: Scan, title: Title, heads: frozenset[str]) -> bool:
    """ "official sources": an office that only says which kind of speaker, one of `heads`, follows."""
    word = _WORD_BEHIND.match(scan.characters, title.stop)
    return word is not None and word[1] in heads


def abridges(scan: Scan, mark: re.Match[str]) -> bool:
    """The full stop of "Hon." or "J." in front of a name ends nothing."""
    word = re.search(r"\w+$", scan.words(mark.start() - 6, mark.start()))
    return (
        mark[0] == "."
        and word is not None
        and (word[0] + "." in name_words("honorifics") or (len(word[0]) == 1 and word[0].isupper()))
    )
