"""What was read and what was not understood: sentences with a trigger and no fact are counted, never hidden."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from communique.model.claim import KINDS
from communique.model.meeting import Meeting
from communique.model.reading import Coverage, Reading
from communique.model.span import Span
from communique.reading.scan import Scan

TRIGGERS = ("hold", "meet", "attend", "chair", "decide", "say", "discuss", "commit", "absent")
"""Labels of words that announce a fact."""


def coverage(scan: Scan, reading: Reading) -> Coverage:
    """Counts of sentences: all, those with a trigger (`read`), those with a fact (`understood`), and the rest."""
    starts = scan.starts["sentence"]
    items = [item for kind in KINDS for item in getattr(reading, kind)]
    items += [part for meeting in reading.meetings for part in _parts(meeting)]
    places = {span.start for item in items for spans in item.evidence.values() for span in spans}
    told = {bisect_right(starts, place) - 1 for place in places}
    read, left = 0, []
    for i, sentence in enumerate(scan.sentences):
        if scan.within(sentence.start, sentence.stop, *TRIGGERS):
            read += 1
            if i not in told:
                left.append(Span(sentence.start, sentence.stop))
    understood = read - len(left)
    return Coverage(sentences=len(scan.sentences), read=read, understood=understood, left=tuple(left))


def _parts(meeting: Meeting) -> Iterator[Any]:
    """What lies inside a meeting and has evidence of its own."""
    yield from meeting.bodies
    yield from meeting.participants
    yield from meeting.agenda
    yield from meeting.instruments
    if meeting.chair:
        yield meeting.chair
