"""The meetings of a text: phrases grouped, pairs that met, people and parties put where they sat."""

import msgspec

from communique.model.meeting import AgendaItem, Meeting
from communique.model.instrument import Instrument
from communique.reading.bilaterals import Pair, Side, pairs
from communique.reading.chairs import chair_of
from communique.reading.circumstances import own_day, status_of
from communique.reading.dates import When
from communique.reading.drafts import Draft
from communique.reading.grouping import circumstances, group
from communique.reading.people import Cast
from communique.reading.presence import absent, presences
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


def meetings(scan: Scan, cast: Cast) -> tuple[list[Draft], dict[int, Draft]]:
    """Drafts of every meeting, and for each sentence (by start) the meeting it is about."""
    drafts, focus = group(scan)
    _add_pairs(scan, cast, drafts, focus)
    for sentence in scan.sentences:
        draft = focus.get(sentence.start)
        if draft is None:
            continue
        _chair(scan, cast, sentence, draft)
        _presence(scan, cast, sentence, draft)
    kept = [d for d in drafts if _stands(d)]
    for draft in kept:
        _complete(scan, draft, kept)
    return kept, focus


def _add_pairs(scan: Scan, cast: Cast, drafts: list[Draft], focus: dict[int, Draft]) -> None:
    """Two sides that met are a meeting of their own, unless the report has no other and this is it."""
    for sentence in scan.sentences:
        for pair in pairs(scan, cast, sentence):
            draft = _pair_draft(pair, drafts)
            if draft is None:
                draft = _adopt(pair, drafts, focus) or Draft(*pair.at, noun="call" if pair.call else "talks")
                if draft not in drafts:
                    drafts.append(draft)
                draft.kind = "bilateral"
                draft.status, draft.status_at = status_of(scan, sentence, *pair.at)
            draft.firm = True
            draft.sentences.add(sentence.start)
            for side in (pair.left, pair.right):
                _seat(draft, side, pair)
            circumstances(scan, draft, sentence, *pair.at)
            if not draft.bodies:
                _refocus(scan, sentence, draft, focus)


def _pair_draft(pair: Pair, drafts: list[Draft]) -> Draft | None:
    """The draft in which these two sides sit already."""
    for draft in drafts:
        if draft.kind != "bilateral":
            continue
        known = set(draft.people)
        if {pair.left.key, pair.right.key} <= known | set(draft.parties):
            return draft
        parties = {pair.left.party, pair.right.party}
        if None not in parties and parties == set(draft.parties) and not (pair.left.person and pair.right.person):
            return draft
    return None


def _adopt(pair: Pair, drafts: list[Draft], focus: dict[int, Draft]) -> Draft | None:
    """A phrase without body or number in the same sentence names this very meeting ("held a meeting with")."""
    draft = focus.get(pair.sentence.start)
    if draft is None or draft.bodies or draft.ordinal or draft.kind == "bilateral" or any(s.named for s in draft.sittings):
        return None
    return draft if pair.sentence.start in draft.sentences or draft is drafts[0] else None


def _seat(draft: Draft, side: Side, pair: Pair) -> None:
    if side.person is not None:
        draft.add_person(side.person, None, side.at, pair.at)
    elif side.code:
        draft.add_party(side.code, side.at)


def _refocus(scan: Scan, sentence: Sentence, draft: Draft, focus: dict[int, Draft]) -> None:
    """What follows in the paragraph is about the pair that just met."""
    for other in scan.sentences:
        if other.paragraph == sentence.paragraph and other.start >= sentence.start:
            focus[other.start] = draft
        elif other.start > sentence.start and other.start not in focus:
            focus[other.start] = draft


def _chair(scan: Scan, cast: Cast, sentence: Sentence, draft: Draft) -> None:
    found = chair_of(scan, cast, sentence)
    if found is None or draft.kind == "bilateral":
        return
    chair, person, cue = found
    if draft.chair is None:
        draft.chair = chair
        if person:
            draft.people.pop(person.name, None)
            draft.add_person(person, "chair", (person.start, person.stop), cue)


def _presence(scan: Scan, cast: Cast, sentence: Sentence, draft: Draft) -> None:
    for presence in presences(scan, cast, sentence):
        if presence.person and not _elsewhere(draft, presence.person.name):
            draft.add_person(presence.person, presence.role, presence.at, presence.cue)
        elif presence.code:
            draft.add_party(presence.code, presence.at)
    for code, at in absent(scan, cast, sentence):
        draft.absent.setdefault(code, at)


def _elsewhere(draft: Draft, name: str) -> bool:
    """Two sides of a bilateral are complete: nobody else is seated at it by a listing sentence."""
    return draft.kind == "bilateral" and len(draft.people) >= 2 and name not in draft.people


def _stands(draft: Draft) -> bool:
    """A meeting must say something of its own."""
    return bool(draft.firm or draft.bodies or draft.ordinal or draft.when or draft.place or draft.people or draft.parties)


def _complete(scan: Scan, draft: Draft, kept: list[Draft]) -> None:
    """Two parties and no body make it bilateral; a sitting under way is on the report's own day."""
    if draft.kind == "multilateral" and not draft.bodies and len(draft.parties) == 2 and len(draft.people) <= 2 and draft.people:
        draft.kind = "bilateral"
    if draft.when is None and draft.status == "ongoing" and draft is kept[0]:
        day = own_day(scan)
        if day:
            draft.when = When(day[0], day[0], (day[1].start, day[1].stop), True)
    if draft.mode == "online":
        draft.place = None


def attach(
    scan: Scan, drafts: list[Draft], focus: dict[int, Draft], finished: list[Meeting], agenda: list[AgendaItem], instruments: list[Instrument]
) -> tuple[list[Meeting], list[Instrument]]:
    """The meetings with their agenda and instruments, and the instruments of no meeting."""
    items: dict[int, list[AgendaItem]] = {}
    papers: dict[int, list[Instrument]] = {}
    loose: list[Instrument] = []
    number = {id(d): i for i, d in enumerate(drafts)}
    for item in agenda:
        index = _index(scan, item.evidence[""][0].start, focus, number)
        if index is not None:
            items.setdefault(index, []).append(item)
    for paper in instruments:
        index = _index(scan, paper.evidence[""][0].start, focus, number)
        if index is None or paper.action in _LOOSE:
            loose.append(paper)
        else:
            papers.setdefault(index, []).append(paper)
    done = [
        msgspec.structs.replace(m, agenda=tuple(items.get(i, ())), instruments=tuple(papers.get(i, ())))
        for i, m in enumerate(finished)
    ]
    return done, loose


_LOOSE = frozenset(("in force", "withdrawn", "terminated", "other", "ratified", "extended"))


def _index(scan: Scan, place: int, focus: dict[int, Draft], number: dict[int, int]) -> int | None:
    sentence = scan.sentence_at(place)
    draft = focus.get(sentence.start) if sentence else None
    return number.get(id(draft)) if draft else None
