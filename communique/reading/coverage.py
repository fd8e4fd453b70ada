"""What was read and what was not understood: sentences with a trigger and no fact are counted, never hidden."""

from bisect import bisect_right
from typing import Any

from communique.model.claim import KINDS
from communique.model.meeting import Meeting
from communique.model.reading import Coverage, Reading
from communique.model.span import Span
from communique.reading.scan import Scan

_CHILDREN = {Meeting: ("bodies", "chair", "participants", "agenda", "instruments")}
"""The slots that hold items with evidence of their own."""

TRIGGERS = ("hold", "meet", "attend", "chair", "decide", "say", "discuss", "commit", "absent")
"""Labels of words that announce a fact."""


def coverage(scan: Scan, reading: Reading) -> Coverage:
    """Counts of sentences: all, those with a trigger (`read`), those with a fact (`understood`), and the rest."""
    starts = scan.starts["sentence"]
    places = {place for kind in KINDS for item in getattr(reading, kind) for place in _places(item)}
    told = {bisect_right(starts, place) - 1 for place in places}
    read, left = 0, []
    for i, sentence in enumerate(scan.sentences):
        if scan.within(sentence.start, sentence.stop, *TRIGGERS):
            read += 1
            if i not in told:
                left.append(Span(sentence.start, sentence.stop))
    understood = read - len(left)
    return Coverage(sentences=len(scan.sentences), read=read, understood=understood, left=tuple(left))


def _places(item: Any) -> list[int]:
    """The beginnings of every span in an item and what lies inside it."""
    found = [span.start for spans in item.evidence.values() for span in spans]
    for name in _CHILDREN.get(type(item), ()):
        children = getattr(item, name)
        for child in children if isinstance(children, tuple) else (children,) if children else ():
            found.extend(_places(child))
    return found
