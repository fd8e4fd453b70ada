"""How a meeting ends: "the summit closed with a declaration", "rose with a directive to the staff"."""

import re
from collections.abc import Iterator

from communique.reading.instrument_moods import NEGATED, mood, words_before
from communique.reading.instrument_objects import Deed, objects
from communique.reading.instrument_titles import Title
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_ENDED = re.compile(
    r"\b(?P<verb>(?:ended|ends|end|closed|closes|concluded|concludes|culminated|culminates|finished|wrapped up|rose|came to a close|came to an end|resulted|crowned))"
    r"(?:\s[^;:]{0,140}?)?\s(?:with|in|by)(?=\s)"
)
_TEXTS = frozenset(
    (
        "declaration",
        "communique",
        "statement",
        "decision",
        "resolution",
        "agreement",
        "protocol",
        "plan",
        "memorandum",
        "regulation",
        "programme",
        "concept",
    )
)
_NAMED_BARE = frozenset(("declaration", "communique"))


def ended(scan: Scan, words: Words, sentence: Sentence) -> Iterator[Deed]:
    """ "The summit ended with the Brussels Declaration": what it ended with was adopted there."""
    for match in _ENDED.finditer(scan.characters, sentence.start, sentence.stop):
        place = match.end()
        if NEGATED.search(words_before(scan, sentence, match.start())) or " without " in match[0]:
            continue
        how = mood(scan, sentence, match.start())
        for title in objects(scan, words, place, sentence) if how != "none" else ():
            if title.left - place <= 1 or title.proper:
                action = "planned" if how == "planned" else "adopted"
                if _is_text(title):
                    yield Deed(title, action, match.start("verb"), match.end("verb"), "ended")


def _is_text(title: Title) -> bool:
    return title.kind in _TEXTS and (not title.bare or title.kind in _NAMED_BARE) and title.left < title.start
