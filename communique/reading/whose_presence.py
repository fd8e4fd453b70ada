"""At which of several sittings those were whom one sentence puts at a sitting."""

import re

from communique.reading.drafts import Draft
from communique.reading.presence import Presence
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


def at_which(
    scan: Scan, sentence: Sentence, found: list[Presence], draft: Draft, drafts: list[Draft]
) -> Draft | None:
    """`draft`, of which the sentences before tell, unless it is still to come or another is told nearer; None for no sitting at all."""
    if draft.noun == "call" and found and scan.small.startswith("attend", found[0].cue[0]):
        return next((d for d in drafts if not d.firm and d.status in ("held", "ongoing")), None)
    told = sentence.start in draft.sentences
    if draft.status == "planned" and not told and found and _already_done(scan, sentence, found[0].cue):
        return next((d for d in drafts if not d.firm and d.status in ("held", "ongoing")), None)
    return _whose_list(found, _last_told(scan, found, sentence, draft, drafts), drafts)


_DONE = re.compile(
    r"(?:attended|participated|took part|joined|brought|gathered|came|addressed|opened|inaugurated|was|were|accompanied|flanked|spoke|delivered|presented|told|briefed|hosted|sat)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|expected|due|set|likely|invited|(?:is|are|was|were) to|to be)\b[^.;]{0,60}$"
)


def _already_done(scan: Scan, sentence: Sentence, cue: tuple[int, int]) -> bool:
    """ "This came at a meeting that brought together X and Y": where nobody has sat yet, nobody was there."""
    told = _DONE.match(scan.small, cue[0])
    return told is not None and _AHEAD.search(scan.small, max(sentence.start, cue[0] - 70), cue[0]) is None


_IN_COMPANY = re.compile(r"(?:attended by|(?:in|with) the (?:presence|attendance|participation) of)\b")


def _last_told(
    scan: Scan, found: list[Presence], sentence: Sentence, draft: Draft, drafts: list[Draft]
) -> Draft:
    """ "On the sidelines of [the meeting] the [seventh dialogue] took place in the presence of X": at the one told last before it."""
    if not found or _IN_COMPANY.match(scan.small, found[0].cue[0]) is None:
        return draft
    told = [
        (s.start, d)
        for d in drafts
        for s in d.sittings
        if s.sentence.start == sentence.start and s.stop <= found[0].cue[0]
    ]
    held = [d for _, d in sorted(told, key=lambda t: t[0]) if d.status not in ("cancelled", "postponed")]
    return held[-1] if held else draft


def _whose_list(found: list[Presence], draft: Draft, drafts: list[Draft]) -> Draft:
    """A list of people of many states is the sitting's, though two who met meanwhile were told of last."""
    new = {p.person.represents for p in found if p.person and p.person.name not in draft.people}
    if not draft.firm or len(new - {None}) < _MANY_STATES:
        return draft
    return next((d for d in drafts if not d.firm and d.status in ("held", "ongoing")), draft)


_MANY_STATES = 3
