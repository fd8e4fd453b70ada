"""How a meeting ends: "the summit closed with a declaration", "rose with a directive to the staff"."""

import re
from collections.abc import Iterator

from communique.reading.instrument_moods import NEGATED, mood, words_before
from communique.reading.instrument_objects import Deed, objects
from communique.reading.instrument_titles import Title
from communique.reading.instrument_words import Words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_ENDS = Trigger(
    *("ended", "ends", "end ", "close", "conclude", "culminate", "finished", "wrapped up", "rose"),
    *("came ", "resulted", "produce", "yield", "outcome", "result"),
)
_ENDED = re.compile(
    r"\b(?P<verb>(?:ended|ends|end|closed|closes|concluded|concludes|culminated|culminates|finished|wrapped up|rose|came to a close|came to an end|resulted|produced|produces|produce|yielded|yields|yield|came out|came up))"
    r"\b(?P<in>\sin\b)?"
)
_OUTCOME = re.compile(r"\b(?:outcome|result)s?\s(?:of\s[^.;,:]{3,60}\s)?(?:is|was|were|are)(?=\s)")
_WITH = re.compile(r"\swith(?=\s)")
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
    if not _ENDS.stands(scan, sentence.start, sentence.stop):
        return
    for match in _ENDED.finditer(scan.characters, sentence.start, sentence.stop):
        how = mood(scan, sentence, match.start())
        if how == "none" or NEGATED.search(words_before(scan, sentence, match.start())):
            continue
        action = "planned" if how == "planned" else "adopted"
        for title in _outcome(scan, words, sentence, match):
            yield Deed(title, action, match.start("verb"), match.end("verb"), "ended")
    for match in _OUTCOME.finditer(scan.small, sentence.start, sentence.stop):
        found = [t for t in objects(scan, words, match.end(), sentence) if _is_text(t)]
        for title in found if mood(scan, sentence, match.start()) == "done" else ():
            yield Deed(title, "adopted", *match.span(), "ended")


def _outcome(scan: Scan, words: Words, sentence: Sentence, match: re.Match[str]) -> list[Title]:
    """What follows the "with" of the closing verb, or its "in", at once."""
    stop = min(sentence.stop, match.end() + 140)
    direct = match["in"] or match["verb"].startswith(("produc", "yield"))
    places = [match.end()] if direct else []
    places += [m.end() for m in _WITH.finditer(scan.characters, match.end(), stop)]
    for place in places:
        found = [t for t in objects(scan, words, place, sentence) if _is_text(t)]
        if found and found[0].left - place <= 1:
            return found
    return []


def _is_text(title: Title) -> bool:
    return title.kind in _TEXTS and (not title.bare or title.kind in _NAMED_BARE) and title.left < title.start
