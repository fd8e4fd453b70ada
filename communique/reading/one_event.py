"""The report's own meeting told once more in bare words: "a sitting" on its day, "the negotiations" of its city."""

import re

from communique.lexicon.sittings import sitting_words
from communique.reading.dates import When
from communique.reading.drafts import Draft
from communique.reading.report_day import reference_date
from communique.reading.scan import Scan
from communique.reading.sittings import Sitting

_HELD = ("held", "ongoing")
_OTHER = 10  # characters in front of a phrase that may call it another one
_OWNED = re.compile(
    r"(?:(?!\b(?!held\b)[a-z]{3,}ed\b|\bheard\b|\bspoke\b)[^.;])*?"
    r"\b(?:of|with|for|among|between|by|under|on(?= the\b| [a-z]+s\b)|at (?:the |a )?(?:[a-z]+ ){0,2}level)\b"
)
_ELSE = re.compile(
    r"\b(?:calls?|conversations?|lunch|luncheon|breakfast|dinner|round[- ]tables?|briefing|press|workshop|seminar|training)\b"
)


def one_event(scan: Scan, drafts: list[Draft], focus: dict[int, Draft]) -> list[Draft]:
    """The meetings, without those that are the first in other words; it takes what was told of them.

    A phrase that names neither body, number nor people, of the same day, and of no other city, is the first.
    """
    if len(drafts) < 2 or drafts[0].firm:
        return drafts
    main = drafts[0]
    again = [d for d in drafts[1:] if _bare(scan, d) and _at_once(scan, main, d)]
    for draft in again:
        _take(main, draft)
    gone = {id(d) for d in again}
    for start in [s for s, d in focus.items() if id(d) in gone]:
        focus[start] = main
    for draft in drafts:
        if id(draft.part_of) in gone:
            draft.part_of = main if draft is not main else None
    return [d for d in drafts if id(d) not in gone]


def _bare(scan: Scan, draft: Draft) -> bool:
    """Nothing names it: no body, number, people, name, nor that it is another one."""
    if draft.bodies or draft.ordinal or draft.people or draft.firm or draft.series or not draft.sittings:
        return False
    if not any(draft.noun.split()[-1] in s.words for s in draft.sittings):
        return False  # "was held": of something that no noun here calls a sitting
    other = sitting_words("another") | sitting_words("next") | sitting_words("previous")
    if _ELSE.search(scan.small, draft.start, draft.stop) or any(_owned(scan, s) for s in draft.sittings):
        return False
    if any(s.named or s.plural or s.words & other for s in draft.sittings):
        return False
    before = scan.small[max(0, draft.start - _OTHER) : draft.start].split()
    return not (before and before[-1] in other)


def _owned(scan: Scan, sitting: Sitting) -> bool:
    """ "A session of the youth club", "a sitting was held on Tuesday for journalists": somebody else's."""
    own = _OWNED.match(scan.small, sitting.start, sitting.stop)
    return own is not None or _OWNED.match(scan.small, sitting.stop, sitting.sentence.stop) is not None


def _at_once(scan: Scan, main: Draft, draft: Draft) -> bool:
    """On the day of the main meeting, or in its city on a day where the main one has none and this is the report's; of the same states."""
    alike = draft.status == main.status or {draft.status, main.status} <= set(_HELD)
    if draft.noun in sitting_words("large") and draft.noun != main.noun:
        return False
    if not alike or draft.when is None or not set(draft.parties) <= set(main.parties):
        return False
    here, there = _city(main), _city(draft)
    if here and draft.mode == "online":
        return False  # who met in a city sat at no other place that day
    if main.when is None:
        return here is not None and here == there and _of_the_report(scan, draft.when)
    same = main.when.start <= draft.when.end <= main.when.end and draft.when.exact
    return same and (here is None or there is None or here == there)


def _of_the_report(scan: Scan, when: When) -> bool:
    """The day of publication or of the date-line, not just one that the report tells first."""
    own = reference_date(scan) if scan.text.published or scan.dateline else None
    return own is not None and when.start == own.isoformat()


def _city(draft: Draft) -> str | None:
    return draft.place.city if draft.place else None


def _take(main: Draft, draft: Draft) -> None:
    """What the bare words tell of day, place, way and chair, where the report's own are silent."""
    main.when = main.when or draft.when
    main.place = main.place or draft.place
    if main.mode is None:
        main.mode, main.mode_at = draft.mode, draft.mode_at
    main.chair = main.chair or draft.chair
    main.sittings.extend(draft.sittings)
    main.sentences |= draft.sentences
