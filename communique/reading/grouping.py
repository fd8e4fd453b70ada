"""Several phrases, one meeting: which phrases of a text name the same sitting, and which another."""

import re

from communique.lexicon.sittings import sitting_words
from communique.reading.circumstances import date_of, mode_of, place_of, status_of
from communique.reading.drafts import Draft
from communique.reading.organs import Named, organs
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting, sittings


def group(scan: Scan) -> tuple[list[Draft], dict[int, Draft]]:
    """The meetings that phrases name, and for each sentence (by start) the meeting it is about."""
    drafts: list[Draft] = []
    focus: dict[int, Draft] = {}
    current: Draft | None = None
    for sentence in scan.sentences:
        here: Draft | None = None
        for sitting in sittings(scan, sentence):
            draft = _home(scan, drafts, sitting, current)
            if draft is None:
                continue
            tell(scan, draft, sitting)
            here = here or draft
            if not _aside(draft, sitting):
                current = draft
        if here is None and not drafts:
            here = _body_meets(scan, sentence, drafts)
            current = here or current
        if here or current:
            focus[sentence.start] = here or current  # type: ignore[assignment]
    return drafts, focus


def _aside(draft: Draft, sitting: Sitting) -> bool:
    """A planned, previous or merely mentioned sitting does not take over what follows."""
    words = sitting.words
    return draft.status == "planned" or bool(words & (sitting_words("next") | sitting_words("previous")))


def _home(scan: Scan, drafts: list[Draft], sitting: Sitting, current: Draft | None) -> Draft | None:
    """The draft to which the phrase belongs: a known one, a new one, or None for a phrase that names nothing."""
    status, _ = status_of(scan, sitting.sentence, sitting.start, sitting.stop)
    if _anaphoric(scan, sitting):
        return current or (drafts[0] if drafts else None)
    for draft in drafts:
        if _same(draft, sitting, status, scan):
            return draft
    if not _worth(scan, sitting, drafts):
        return None
    draft = Draft(sitting.start, sitting.stop, noun=sitting.noun)
    drafts.append(draft)
    return draft


def _anaphoric(scan: Scan, sitting: Sitting) -> bool:
    """ "the meeting": nothing in the phrase tells it from the one spoken of."""
    if sitting.ordinal or sitting.bodies or sitting.named or sitting.plural:
        return False
    if sitting.words & (sitting_words("next") | sitting_words("previous")):
        return False
    after = scan.words(sitting.stop, sitting.stop + 12)
    return sitting.definite and not re.match(r" (?:with|between|of) ", after)


def _same(draft: Draft, sitting: Sitting, status: str, scan: Scan) -> bool:
    if sitting.ordinal and draft.ordinal and sitting.ordinal != draft.ordinal:
        return False
    if _next(sitting) != _planned_next(draft) and (sitting.bodies or draft.bodies):
        return False
    if bool(sitting.words & sitting_words("previous")) and not any(s.words & sitting_words("previous") for s in draft.sittings):
        return False
    when = date_of(scan, sitting.sentence, sitting.start, sitting.stop, status == "planned")
    if when and draft.when and when.exact and draft.when.exact and when.at[0] and not _overlap(when.start, when.end, draft.when.start, draft.when.end):
        return False
    mine, theirs = {b.name for b in sitting.bodies}, {b.name for b in draft.bodies}
    if mine and theirs:
        return bool(mine & theirs) or _same_organisation(sitting.bodies, draft.bodies)
    if sitting.ordinal and sitting.ordinal == draft.ordinal:
        return True
    return _alike(sitting, draft)


def _overlap(a: str, b: str, c: str, d: str) -> bool:
    return a <= d and c <= b


def _same_organisation(some: tuple[Named, ...], others: list[Named]) -> bool:
    """ "the CSTO summit" after "session of the CSTO Collective Security Council": one names only the organisation."""
    for one in some:
        for other in others:
            if one.body and other.body and one.body.organisation == other.body.organisation and not (one.body.is_organ and other.body.is_organ):
                return True
    return False


def _next(sitting: Sitting) -> bool:
    return bool(sitting.words & sitting_words("next"))


def _planned_next(draft: Draft) -> bool:
    return any(_next(s) for s in draft.sittings)


def _alike(sitting: Sitting, draft: Draft) -> bool:
    """Phrases that share their telling words, or the same kind of sitting where neither tells more."""
    mine = sitting.words - {"the", "meeting", "session", "of"}
    theirs = draft.words - {"the", "meeting", "session", "of"}
    if sitting.named and any(s.named for s in draft.sittings):
        return len(mine & theirs) >= max(1, min(len(mine), len(theirs)) * 0.6)
    if sitting.named or any(s.named for s in draft.sittings):
        return sitting.noun == draft.noun and bool(mine & theirs) or (sitting.definite and sitting.noun == draft.noun)
    return sitting.noun == draft.noun or bool(mine & theirs)


_GENERIC = re.compile(r"\b(?:any|such|regular|future|all|every|each|these|those|no|various|numerous|many|several|other)\b", re.I)


def _worth(scan: Scan, sitting: Sitting, drafts: list[Draft]) -> bool:
    """A new phrase makes a meeting when it says something of its own: a number, a body, a name, a day, a place."""
    before = scan.words(max(sitting.sentence.start, sitting.start - 10), sitting.start)
    if sitting.plural and not (sitting.bodies and _held(scan, sitting)):
        return False
    if _GENERIC.search(before) and not sitting.ordinal:
        return False
    if sitting.noun in sitting_words("two_sided") and not sitting.bodies and not sitting.ordinal:
        return False
    status, _ = status_of(scan, sitting.sentence, sitting.start, sitting.stop)
    told = date_of(scan, sitting.sentence, sitting.start, sitting.stop, status == "planned") is not None
    placed = place_of(scan, sitting.sentence, sitting.start, sitting.stop) is not None
    if sitting.ordinal or (sitting.bodies and (told or placed or _held(scan, sitting) or not drafts)):
        return True
    if sitting.named and (told or placed or not drafts):
        return True
    if not drafts:
        return told or placed or _held(scan, sitting)
    other = bool(sitting.words & (sitting_words("next") | sitting_words("previous")))
    return other and (told or placed)


def _held(scan: Scan, sitting: Sitting) -> bool:
    low, high = max(sitting.sentence.start, sitting.start - 60), min(sitting.sentence.stop, sitting.stop + 60)
    return bool(scan.within(low, high, "hold", "attend", "chair", "decide", "discuss"))


def tell(scan: Scan, draft: Draft, sitting: Sitting) -> None:
    """Fill the open slots of `draft` from the phrase and its sentence."""
    sentence, start, stop = sitting.sentence, sitting.start, sitting.stop
    fuller = len(sitting.bodies) >= len(draft.bodies) and (sitting.ordinal or not draft.ordinal)
    if not draft.sittings or (fuller and stop - start > draft.stop - draft.start and not _headline(scan, draft)):
        draft.start, draft.stop = start, stop
    draft.sittings.append(sitting)
    draft.words |= sitting.words
    draft.sentences.add(sentence.start)
    for named in sitting.bodies:
        draft.add_body(named)
    if draft.ordinal is None and sitting.ordinal:
        draft.ordinal, draft.ordinal_at = sitting.ordinal, sitting.ordinal_at
    status, at = status_of(scan, sentence, start, stop)
    if len(draft.sittings) == 1 or (draft.status == "held" and status == "ongoing" and draft.status_at is None) or status in ("postponed", "cancelled"):
        draft.status, draft.status_at = status, at or draft.status_at
    circumstances(scan, draft, sentence, start, stop)


def _headline(scan: Scan, draft: Draft) -> bool:
    return False


def circumstances(scan: Scan, draft: Draft, sentence: Sentence, start: int, stop: int) -> None:
    """Date, place and mode that the sentence gives to the phrase, where they are still open."""
    if draft.when is None or not draft.when.exact:
        when = date_of(scan, sentence, start, stop, draft.status == "planned")
        if when and (draft.when is None or when.exact):
            draft.when = when
    if draft.place is None:
        draft.place = place_of(scan, sentence, start, stop)
    if draft.mode is None:
        mode = mode_of(scan, max(sentence.start, start - 60), min(sentence.stop, stop + 80))
        if mode:
            draft.mode, draft.mode_at = mode


_MEETS = re.compile(r"[^.;:]{0,40}?\b(?:met|meets|meet|convened|convenes|gathered|held its|held their|will meet|will convene|are meeting|is meeting)\b")


def _body_meets(scan: Scan, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
    """A sitting never called one: "EU foreign ministers met in Brussels on Monday"."""
    for named in organs(scan, sentence.start, sentence.stop):
        verb = _MEETS.match(scan.characters, named.stop, sentence.stop)
        if verb is None:
            continue
        draft = Draft(named.start, verb.end(), noun="meeting")
        draft.add_body(named)
        draft.sentences.add(sentence.start)
        draft.status, draft.status_at = status_of(scan, sentence, named.start, verb.end())
        circumstances(scan, draft, sentence, named.start, verb.end())
        drafts.append(draft)
        return draft
    return None
