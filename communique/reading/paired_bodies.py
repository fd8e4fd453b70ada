"""Bodies of two sides that are named after them: "Chad-Niger bi-national commission", "EU-Morocco Association Council"."""

import re

from communique.lexicon.bodies import bodies
from communique.lexicon.phrases import Hit
from communique.lexicon.sittings import any_sitting_word
from communique.reading.drafts import Draft
from communique.reading.organs import Named
from communique.reading.scan import Scan
from communique.reading.sitting_bodies import of_an_office, with_field

_SIDES = ("country", "adjective", "organisation")
_TO = re.compile(r"(?: ?[-–—/‑] ?)")
_HEAD = re.compile(
    r"(?: \([A-Z][A-Za-z-]{1,9}\))?"  # "Mexico-Caribbean Community (CARICOM) Joint Commission"
    rf"(?: (?!(?i:{any_sitting_word('paired_not')}|{any_sitting_word('unofficial')})\b)(?:[A-Z][\w’'-]+|of|on|and(?! the\b)|the|for|(?i:{any_sitting_word('paired_kinds')})))"
    rf"{{0,7}}? (?i:{any_sitting_word('paired_heads')})\b"
)
_JOINT = re.compile(
    rf"\b(?:{any_sitting_word('paired_kinds')})(?: (?:{any_sitting_word('paired_kinds')}))* $", re.I
)
_REACH = 90  # characters from the phrase of a sitting in which its body goes on


def give_paired_body(scan: Scan, draft: Draft) -> None:
    """Gives the meeting the body of two that its phrase names, and both as parties, if no known organ sits."""
    if any(b.body and b.body.is_organ for b in draft.bodies):
        return
    unknown = [b for b in draft.bodies if b.body is None]
    for sitting in draft.sittings:
        found = _paired(scan, sitting.start, sitting.stop, min(sitting.sentence.stop, sitting.stop + _REACH))
        if found is not None and all(found[0].start <= b.start < found[0].stop for b in unknown):
            named, sides = found
            scan.note("meetings", draft.start, give_paired_body)
            draft.bodies = [named]
            for side in sides:
                code = bodies()[side.value].acronym if side.label == "organisation" else side.value
                draft.add_party(code, (side.start, side.stop))
            return


def _paired(scan: Scan, start: int, stop: int, reach: int) -> tuple[Named, tuple[Hit, Hit]] | None:
    """The body whose two sides begin inside the phrase, and these."""
    sides = scan.within(start, min(stop + 1, reach), *_SIDES)
    for one in sides:
        joined = _TO.match(scan.characters, one.stop, reach)
        other = next(
            (h for h in scan.within(one.stop, reach, *_SIDES) if joined and h.start == joined.end()), None
        )
        head = _HEAD.match(scan.characters, other.stop, reach) if other else None
        if other is None or head is None or other.value == one.value:
            continue
        before = _JOINT.search(scan.characters, max(start, one.start - 40), one.start)
        begin = before.start() if before else one.start
        if of_an_office(scan, begin):
            continue
        end = with_field(scan, head.end(), reach)
        return Named(begin, end, None, scan.words(begin, end)), (one, other)
    return None
