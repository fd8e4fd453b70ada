"""What is said: figures, statements and commitments are one in two reports only where the words are the same.

A wire report stands on ten sites; the promise in it is one promise. Nothing is compared: what is said anew in other
words, or in another month, is said again, and stands beside it.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from communique.lexicon.spelling import fold
from communique.model.mention import item_at
from communique.model.span import Span
from communique.resolution.compared import Kind, Seen

_FEWEST = 8
"""Words of a sentence below which it may be a formula that two write alike."""

_END = re.compile(r"[.!?…][\"”’»)]*\s|\n")


class Alone(NamedTuple):
    """What one report says: by its words and the month of the report, or by itself."""

    key: str


def features(seen: Seen) -> Alone:
    """All that is said of the item, and its sentences: the same words of the same month are one saying."""
    item = item_at(seen.reading, seen.mention.places[0])
    words = [fold(s) for s in _sentences(item.evidence.get("", ()), seen.characters)]
    month = seen.told[:7]
    if not month or sum(len(s.split()) for s in words) < _FEWEST:
        return Alone(seen.mention.id)
    slots: dict[str, Any] = msgspec.structs.asdict(item)
    told = [fold(v) if isinstance(v, str) else v for name, v in sorted(slots.items()) if name != "evidence"]
    return Alone(hashlib.sha256(msgspec.json.encode([month, told, words])).hexdigest()[:16])


def _sentences(spans: Iterable[Span], characters: str) -> list[str]:
    """The sentences in which the spans stand, or paragraphs where no sentence ends."""
    found = {}
    for span in spans:
        before = [end.end() for end in _END.finditer(characters, max(span.start - _FAR, 0), span.start)]
        after = _END.search(characters, span.stop)
        start, stop = (before or [0])[-1], after.end() if after else len(characters)
        found[start] = characters[start:stop]
    return [found[start] for start in sorted(found)]


_FAR = 2000


def said(name: str) -> Kind[Alone]:
    """A kind whose mentions are never compared: only those of one key are one."""
    return Kind(name, features, lambda _: iter(()), lambda _a, _b: None)
