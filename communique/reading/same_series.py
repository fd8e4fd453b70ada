""" "The next session", "the sixth Summit": of the body whose sitting the report is about."""

import re

from communique.lexicon.bodies import summit_of
from communique.lexicon.sittings import sitting_words
from communique.reading.drafts import Draft
from communique.reading.scan import Scan
from communique.reading.sittings import Sitting

_NOUNS = ("meeting", "session", "summit", "sitting")
_OF_OTHERS = re.compile(r" of the (?![A-Z]{2,6}\b)[A-Z]")  # "the 29th Conference of the Parties"


def same_series(scan: Scan, main: Draft | None, draft: Draft, sitting: Sitting) -> None:
    """Give a new draft the bodies of the report's own sitting, where its phrase is of the same series."""
    other = sitting.ordinal or sitting.words & (sitting_words("next") | sitting_words("previous"))
    draft.series = bool(other) and _of_two(sitting, main)
    if main is None or not other or sitting.bodies or main.noun not in (sitting.noun, *_NOUNS):
        return
    another = sitting.named and main.noun != sitting.noun
    if another or sitting.noun in sitting_words("two_sided") or _of_others(scan, sitting, main):
        return
    for named in main.bodies:
        draft.add_body(named)


def _of_two(sitting: Sitting, main: Draft | None) -> bool:
    """ "The next round", "their last meeting": of the sides who met, when the report is about two."""
    plain = main is not None and sitting.noun in ("meeting", "session", "sitting", main.noun)
    return plain and not (sitting.bodies or sitting.named)


def _of_others(scan: Scan, sitting: Sitting, main: Draft) -> bool:
    """ "The 19th Summit" in a report about ministers: others sit there."""
    if _OF_OTHERS.search(scan.words(sitting.start, sitting.stop)):
        return True
    if sitting.noun != "summit" or main.noun == "summit":
        return False
    return all(b.body is not None and b.body != summit_of(b.body.organisation) for b in main.bodies)
