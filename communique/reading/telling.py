"""What a phrase and its clause say of a meeting, put into its open slots."""

import re
from itertools import pairwise

from communique.lexicon.sittings import sitting_words
from communique.reading.circumstances import date_of, mode_of, place_of
from communique.reading.drafts import Draft
from communique.reading.named_after import city_in, month_in
from communique.reading.same_sitting import anaphoric, headline
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting
from communique.reading.standing import status_of
from communique.reading.triggers import Trigger
from communique.reading.two_that_hold import two_that_hold
from communique.reading.venues import venue_of

_THERE_FOR = re.compile(
    r"\b(?:is|are|was|were|arrived|came) (?:also )?in (?:the )?[^.,;:]{3,50} (?:for|to attend) (?:the|this) $"
)  # "He is in the capital Lima for the [meeting]"
_TOLD_OF = re.compile(
    r",? (?:(?:which )?(?:was|is|will be|has been|being|had been)(?: (?:being|currently|also))? (?:held|hosted|convened|organi[sz]ed|opened|postponed|cancelled)|held|took place|takes place|will take place|opened|in|on|at"
    r"|(?:is|are|was|were) (?:also )?(?:expected|scheduled|set|due|planned|slated) (?:to (?:be held|take place|start|begin|open|run|convene)|for)|will (?:begin|start|open|run|convene|kick off|last)|(?:which )?(?:runs|opens|begins|starts|began|started|lasted|kick(?:ed|s) off|concluded|ended)"
    r"|(?:- |– |— )?(?:taking place|being held|to be held|scheduled|slated))\b"
)


def tell(scan: Scan, draft: Draft, sitting: Sitting, clause: Sentence) -> None:
    """Fill the open slots of `draft` from the phrase and the clause around it."""
    sentence, start, stop = sitting.sentence, sitting.start, sitting.stop
    fuller = len(sitting.bodies) >= len(draft.bodies) and (sitting.ordinal or not draft.ordinal)
    better = sitting.bodies or sitting.ordinal or not (draft.bodies or draft.ordinal)
    longer = stop - start > draft.stop - draft.start and not _VERB_FIRST.match(scan.small, start)
    if not (draft.sittings or draft.firm) or (fuller and better and longer):
        draft.start, draft.stop = start, stop
    draft.sittings.append(sitting)
    draft.words |= sitting.words
    draft.sentences.add(sentence.start)
    for named in sitting.bodies:
        draft.add_body(named)
    _parties_in_phrase(scan, draft, sitting.start, sitting.stop)
    for named in sitting.bodies:
        _parties_in_phrase(scan, draft, named.start, named.stop)
    _parties_that_hold(scan, draft, sitting)
    if draft.ordinal is None and sitting.ordinal:
        draft.ordinal, draft.ordinal_at = sitting.ordinal, sitting.ordinal_at
    status, at = status_of(scan, sentence, start, stop)
    if (
        len(draft.sittings) == 1
        or (draft.status == "held" and status == "ongoing" and draft.status_at is None)
        or status in ("postponed", "cancelled")
        or (status == "planned" and _headline_alone(scan, draft, sitting))
    ):
        draft.status, draft.status_at = status, at or draft.status_at
    if draft.place is None and _THERE_FOR.search(scan.small, max(sentence.start, start - 80), start):
        draft.place = place_of(scan, clause, start, stop)
    if draft.venue is None:
        draft.venue = venue_of(scan, clause, start, stop)
    new = draft.start == start and len(draft.sittings) == 1
    if new or not anaphoric(scan, sitting) or _TOLD_OF.match(scan.characters, stop, clause.stop):
        circumstances(scan, draft, clause, start, stop)
        draft.when = draft.when or month_in(scan, start, stop, draft.status == "planned")
        draft.place = draft.place or city_in(scan, start, stop)


_VERB_FIRST = re.compile(r"(?:met|meets?|held|holds?|had|conferr?e?d?s?)\b")  # what one did is no name


def _headline_alone(scan: Scan, draft: Draft, sitting: Sitting) -> bool:
    """Only the headline spoke of it before, and said nothing of whether it was held: the report says it is to come."""
    title, before = headline(scan), draft.sittings[:-1]
    if draft.status_at is not None or any(s.sentence is not title for s in before):
        return False
    meets = scan.within(sitting.start, sitting.stop, "gather")
    return bool(meets) or not any(scan.within(s.start, s.stop, "gather") for s in before)


_JOINER = re.compile(r"\s?[-–—]\s?|, | and ")


def _parties_in_phrase(scan: Scan, draft: Draft, start: int, stop: int) -> None:
    """ "the U.S.-Armenia dialogue", "talks between India and Pakistan": both are parties."""
    hits = scan.within(start, stop, "country", "adjective", "organisation")
    pair = False
    for one, other in pairwise(hits):
        if one.value != other.value and _JOINER.fullmatch(scan.words(one.stop, other.start)):
            pair = True
            for hit in (one, other):
                if hit.label != "organisation":
                    draft.add_party(hit.value, (hit.start, hit.stop))
    told = _OF_TWO.stands(scan, start, stop + 24) and _TWO.search(scan.small, start, stop + 24) is not None
    draft.two = draft.two or told or (pair and len({h.value for h in hits}) == 2)


def _parties_that_hold(scan: Scan, draft: Draft, sitting: Sitting) -> None:
    """ "Chad and Niger held the second session": the sitting is of those two."""
    two = two_that_hold(scan, sitting.sentence, sitting.start, sitting.stop)
    if (
        two is None
        or any(n.body is not None for n in sitting.bodies)
        or sitting.noun in sitting_words("large")
    ):
        return
    for hit in two:
        draft.add_party(hit.value, (hit.start, hit.stop))
    draft.two = True


_OF_TWO = Trigger("bilateral", "one-on-one", "tete-", "tête-", "between the two", "binational", "bi-national")
_TWO = re.compile(
    r"\bbilateral\b|\bone-on-one\b|\bt[eê]te-[aà]-t[eê]te\b|\bbetween the two (?:countries|sides|nations|neighbours|states|parties)\b|\bbi-?national\b"
)


# "The council meets online, as it prepares for the [summit]": what is said of the first is not said of the next
_NEXT_CLAUSE = re.compile(
    r"[;:]|, (?:as|which|while|where|and|but|ahead|before|to prepare|in preparation)\b|\bahead of\b"
)


def circumstances(scan: Scan, draft: Draft, sentence: Sentence, start: int, stop: int) -> None:
    """Date, place and mode that the sentence gives to the phrase, where they are still open."""
    if draft.when is None or not draft.when.exact:
        when = date_of(scan, sentence, start, stop, draft.status == "planned")
        if when and (draft.when is None or when.exact):
            draft.when = when
    if draft.place is None or draft.place.city is None:
        draft.place = place_of(scan, sentence, start, stop) or draft.place
    if draft.mode is None:
        mode = mode_of(scan, max(sentence.start, start - 60), min(sentence.stop, stop + 80))
        if mode and not (mode[1][1] <= start and _NEXT_CLAUSE.search(scan.small, mode[1][1], start)):
            draft.mode, draft.mode_at = mode
