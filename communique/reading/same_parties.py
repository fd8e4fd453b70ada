"""Meetings in a row of the same two: "the next round", "the sixth session of the commission", "talks between the two countries"."""

import re

from communique.lexicon.sittings import sitting_words
from communique.reading.drafts import Draft
from communique.reading.scan import Scan

_BOTH = re.compile(
    r"\b(?:(?:the )?two|both|the) (?:countries|sides|nations|states|neighbou?rs|parties|governments|koreas|capitals|foreign ministries)\b"
)
_HOLD = re.compile(
    r"\b(?:hold|held|holding|holds|convene|convened|organi[sz]e|start|resume|launch|for|at|conduct|schedule)\b"
)
_REACH = 90  # characters between "the two sides" and the meeting that they hold
_NEXT = re.compile(
    r"\b(?:next|last|previous|upcoming|forthcoming|coming|first|second|third|fourth|fifth|sixth|another|\d+(?:st|nd|rd|th)) (?:[a-z-]+ ){0,3}?(?:round|session|meeting|edition|sitting|talks|consultations|summit)\b"
)


def same_parties(scan: Scan, drafts: list[Draft]) -> None:
    """Gives the two parties of the report's own meeting to others of their row, if nobody else is known to sit there."""
    main = drafts[0] if drafts else None
    if main is None or len(main.parties) != 2 or not (main.two or main.firm or main.kind == "bilateral"):
        return
    for draft in drafts[1:]:
        if not (draft.parties or draft.people or draft.firm) and _of_the_row(scan, draft, main):
            for code, at in main.parties.items():
                draft.add_party(code, at)


def _of_the_row(scan: Scan, draft: Draft, main: Draft) -> bool:
    """It names both sides as known, or is one more sitting of the same body."""
    sentence = scan.sentence_at(draft.start)
    if sentence is None:
        return False
    if draft.noun in sitting_words("large") and draft.noun != main.noun:
        return False
    own = {b.name for b in draft.bodies}
    if own and own <= {b.name for b in main.bodies}:
        return True
    if _both(scan, sentence.start, draft):
        return True
    return not own and bool(_NEXT.search(scan.small, draft.start, draft.stop)) and draft.noun == main.noun


def _both(scan: Scan, low: int, draft: Draft) -> bool:
    """ "the two sides will hold ..."; "the talks between the two countries"."""
    if _BOTH.search(scan.small, draft.start, draft.stop):
        return True
    found = _BOTH.search(scan.small, max(low, draft.start - _REACH), draft.start)
    gap = scan.small[found.end() : draft.start] if found else "."
    return bool(_HOLD.search(gap)) and not re.search(r"[.;]", gap)
