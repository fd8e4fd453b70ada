"""Sittings held in a place that somebody joined over a screen: "X joined by video link" makes them hybrid."""

import re

from communique.reading.drafts import Draft
from communique.reading.scan import Scan
from communique.reading.triggers import Trigger

_SCREEN = Trigger(
    "by video",
    "via video",
    "via zoom",
    "by zoom",
    "through video",
    "over video",
    "by a video",
    "virtually",
    "remotely",
    " online",
)
_OVER = re.compile(
    r"(?:by|via|through|over) (?:a |an )?(?:video[- ]?(?:link|conference|call)?|zoom)\b|\b(?:virtually|remotely|online)\b"
)
_JOINED = re.compile(
    r"\b(?:joined|joins|took part|takes part|participated|participates|attended|attends|connected|dialled in|co-chaired|present)\b[^.;:“”\"]{0,60}$|\($"
)


def joined_from_afar(scan: Scan, draft: Draft, focus: dict[int, Draft]) -> None:
    """Marks a sitting with a place as hybrid where an account of it has somebody join over a screen."""
    if draft.mode is not None or draft.place is None or draft.firm or draft.status not in ("held", "ongoing"):
        return
    for match in _SCREEN.each(scan, _OVER, 0, len(scan.small)):
        sentence = scan.sentence_at(match.start())
        if sentence is None or focus.get(sentence.start) is not draft:
            continue
        if _JOINED.search(scan.small, max(sentence.start, match.start() - 90), match.start()):
            draft.mode, draft.mode_at = "hybrid", match.span()
            return
