"""The meetings of a text: phrases grouped, pairs that met, people and parties put where they sat."""

import re

from communique.lexicon.bodies import bodies
from communique.lexicon.sittings import sitting_words
from communique.reading.absences import absent
from communique.reading.chair_held import seat_holder
from communique.reading.chairs import chairs_of
from communique.reading.circumstances import own_day
from communique.reading.dates import When, in_the_present, reference_date
from communique.reading.delegates import add_holders
from communique.reading.delegations import senders
from communique.reading.drafts import Draft
from communique.reading.from_afar import joined_from_afar
from communique.reading.grouping import group
from communique.reading.leads import at_dateline, beside, from_lead, own_days
from communique.reading.listed_below import listed_below
from communique.reading.one_event import one_event
from communique.reading.peers import whom_they_met
from communique.reading.people import Cast
from communique.reading.presence import Presence, presences, speakers_at
from communique.reading.rosters import rosters
from communique.reading.same_parties import same_parties
from communique.reading.scan import Scan
from communique.reading.seating import seated
from communique.reading.sentences import Sentence
from communique.reading.standing_bodies import settle_bodies
from communique.reading.states import states_there
from communique.reading.told_twice import told_twice
from communique.reading.unnamed import delegations_there, offices_there
from communique.reading.weighing.presence import weighed_as_present
from communique.reading.whose_presence import at_which


def meetings(scan: Scan, cast: Cast, weighed: bool = True) -> tuple[list[Draft], dict[int, Draft]]:
    """Drafts of every meeting, and for each sentence (by start) the meeting it is about.

    Without `weighed` only rules speak: that is what the weights are trained on.
    """
    drafts, focus = group(scan, cast, weighed)
    if not drafts:
        return drafts, focus  # nobody can have sat there
    listed = rosters(scan, cast)
    _holders(scan, focus)
    for sentence in scan.sentences:
        draft = focus.get(sentence.start) or _ahead(scan, sentence, drafts)
        if draft is None or not _anybody(scan, cast, sentence):
            continue
        _chair(scan, cast, sentence, _chaired(draft, drafts))
        _presence(scan, cast, sentence, draft, drafts, listed.get(sentence.start))
    _seat(scan, cast, drafts, focus)
    _states(scan, cast, focus)
    if weighed:
        _weigh(scan, cast, drafts, focus)
    kept = [d for d in drafts if _stands(d)]
    for draft in kept:
        settle_bodies(scan, draft, kept)
        _without_itself(draft)
        _complete(scan, draft, kept)
        own_days(scan, draft, draft is kept[0], focus)
        joined_from_afar(scan, draft, focus)
        seat_holder(draft, cast)
    kept = told_twice(scan, one_event(scan, kept, focus), focus)
    same_parties(scan, kept)
    return kept, focus


def _holders(scan: Scan, focus: dict[int, Draft]) -> None:
    """Adds the parties whose meeting it was, before anybody else is seated there."""
    for sentence in scan.sentences:
        draft = focus.get(sentence.start)
        if draft is not None:
            add_holders(scan, draft, sentence)


def _anybody(scan: Scan, cast: Cast, sentence: Sentence) -> bool:
    """Where neither a person nor a country nor an organisation is named, nobody can be seated."""
    named = scan.within(sentence.start, sentence.stop, "country", "adjective", "organisation")
    return bool(named) or bool(cast.at(sentence.start, sentence.stop))


def _ahead(scan: Scan, sentence: Sentence, drafts: list[Draft]) -> Draft | None:
    """The one sitting of a report whose account begins shortly before it is named: "X took part, and so did Y"."""
    only = drafts[0]
    if len(drafts) > 1 or only.firm or only.status not in ("held", "ongoing") or only.start < sentence.start:
        return None
    return only if len(scan.small[sentence.stop : only.start].split(". ")) <= _SHORTLY else None


_SHORTLY = 3  # sentences


def _chaired(draft: Draft, drafts: list[Draft]) -> Draft:
    """Talks of two have no chair: who was in it sat in that of the sitting told of before."""
    if not draft.firm or draft.bodies or draft.ordinal:
        return draft
    return next((d for d in drafts if not d.firm and d.status in ("held", "ongoing")), draft)


def _chair(scan: Scan, cast: Cast, sentence: Sentence, draft: Draft) -> None:
    """Seats who chaired; the first sentence that names somebody in the chair holds, a person of the country in it goes further."""
    known = draft.chair
    if known is not None and known.name in draft.people:
        return
    for chair, person, cue in chairs_of(scan, cast, sentence):
        if known is not None and not (person and chair.represents == known.represents):
            continue
        draft.chair = chair if known is draft.chair else draft.chair
        if person:
            draft.people.pop(person.name, None)
            scan.note("participants", person.start, chairs_of)
            draft.add_person(person, "chair", (person.start, person.stop), cue)
        elif chair.represents:
            draft.add_party(chair.represents, cue)


def _presence(
    scan: Scan,
    cast: Cast,
    sentence: Sentence,
    draft: Draft,
    drafts: list[Draft],
    listed: tuple[int, int] | None,
) -> None:
    if draft.status in ("cancelled", "postponed"):
        return
    told = sentence.start in draft.sentences
    here = [s for s in draft.sittings if s.sentence.start == sentence.start] if told else []
    for person, at, cue in speakers_at(scan, cast, sentence, here):
        if not _elsewhere(draft, person.name):
            scan.note("participants", at[0], speakers_at)
            draft.add_person(person, None, at, cue)
    for side in (side for sitting in here for side in whom_they_met(scan, cast, sitting)):
        if side.person:
            scan.note("participants", side.at[0], whom_they_met)
            draft.add_person(side.person, None, side.at, side.at)
        elif side.code:
            draft.add_party(side.code, side.at)
    found = presences(scan, cast, sentence, listed)
    seat = at_which(scan, sentence, found, draft, drafts)
    found = found if seat else []
    seat = seat or draft
    for presence in found:
        if presence.person and (not _elsewhere(seat, presence.person.name) or _sat_by(scan, presence)):
            scan.note("participants", presence.at[0], presences)
            seat.add_person(presence.person, presence.role, presence.at, presence.cue)
        elif presence.code:
            seat.add_party(presence.code, presence.at)
    for code, at in absent(scan, cast, sentence):
        draft.absent.setdefault(code, at)


def _seat(scan: Scan, cast: Cast, drafts: list[Draft], focus: dict[int, Draft]) -> None:
    """Seats those whom no verb of presence puts at a meeting, but enough weak cues do."""
    for mention in seated(scan, cast, drafts, focus):
        start, stop, person = mention.entry
        scan.note("participants", start, seated)
        sentence = mention.passage.sentence
        mention.passage.draft.add_person(person, None, (start, stop), (sentence.start, sentence.stop))


def _weigh(scan: Scan, cast: Cast, drafts: list[Draft], focus: dict[int, Draft]) -> None:
    """Seats those whom trained weights put at a meeting, where no rule does."""
    for mention in [*weighed_as_present(scan, cast, drafts, focus)]:
        start, stop, person = mention.entry
        scan.note("participants", start, weighed_as_present)
        sentence = mention.passage.sentence
        mention.passage.draft.add_person(person, None, (start, stop), (sentence.start, sentence.stop))


def _states(scan: Scan, cast: Cast, focus: dict[int, Draft]) -> None:
    """Adds the states that sit there without anybody's name."""
    for sentence in scan.sentences:
        draft = focus.get(sentence.start)
        if draft is not None:
            for hit in listed_below(scan, sentence):
                draft.add_party(hit.value, (hit.start, hit.stop))
            for hit in senders(scan, draft, sentence):
                draft.add_party(hit.value, (hit.start, hit.stop))
            if scan.within(sentence.start, sentence.stop, "country", "adjective"):
                for hit in (
                    *states_there(scan, cast, draft, sentence),
                    *delegations_there(scan, draft, sentence),
                ):
                    draft.add_party(hit.value, (hit.start, hit.stop))
            for title in offices_there(scan, cast, draft, sentence):
                if title.of:
                    draft.add_party(title.of, (title.start, title.stop))


def _elsewhere(draft: Draft, name: str) -> bool:
    """Two sides of a bilateral are complete: nobody else is seated at it by a listing sentence."""
    return draft.firm and not draft.sittings and len(draft.people) >= 2 and name not in draft.people


def _sat_by(scan: Scan, presence: Presence) -> bool:
    """ "received Y in the presence of X", "also present were X and Z": they sat by while two met."""
    return _SAT_BY.match(scan.small, presence.cue[0]) is not None


_SAT_BY = re.compile(
    r"(?:hosted by|mediated by|facilitated by|moderated by|in the presence of|with the presence of|present|accompanied by|flanked by|in attendance|attended|attending|also present|those present)\b(?! to)"
)


def _stands(draft: Draft) -> bool:
    """A meeting must say something of its own."""
    return bool(
        draft.firm
        or draft.bodies
        or draft.ordinal
        or draft.when
        or draft.place
        or draft.people
        or draft.parties
        or (draft.status == "planned" and (draft.series or any(s.named for s in draft.sittings)))
    )


def _complete(scan: Scan, draft: Draft, kept: list[Draft]) -> None:
    """Two parties and no body make it bilateral; a sitting under way is on the report's own day."""
    owners = {b.of for b in draft.bodies if b.body and not b.body.is_organ}
    organs = any(b.body is None or b.body.is_organ for b in draft.bodies)
    large = (draft.noun in sitting_words("large") or _of_many(scan, draft)) and not draft.firm
    sat = (
        draft.ordinal is not None or draft.chair is not None
    )  # talks of two are not counted, and have no chair
    alone = len(draft.parties) == 2 and draft.people and owners <= set(draft.parties)
    if alone and not (organs or large or (sat and owners)):
        draft.kind = "bilateral"
        draft.bodies = []
    if draft.two and (len(draft.parties) <= 2 or draft.firm):
        draft.kind = "bilateral"
    main = kept[0]
    again = draft is not main and main.kind == "bilateral" and not _between_others(scan, draft, main)
    if again and (draft.series or _same_body(main, draft)):
        draft.kind = "bilateral"  # the next session of a body of two
        draft.bodies = [b for b in draft.bodies if b.name in {m.name for m in main.bodies}]
        draft.inherit(main)
    _not_yet(scan, draft)
    _over_by_now(scan, draft)
    if draft.when is None and draft.status == "ongoing" and draft is kept[0]:
        day = own_day(scan)
        if day:
            draft.when = When(day[0], day[0], (day[1].start, day[1].stop), True)
    if draft is kept[0] and draft.status in ("held", "ongoing"):
        from_lead(scan, draft, kept)
        at_dateline(scan, draft)
    _beside_main(scan, draft, kept[0])
    if draft.mode == "online":
        draft.place = None


def _between_others(scan: Scan, draft: Draft, main: Draft) -> bool:
    """ "the meeting between the GCC and Brazil", after "the meeting between the GCC and India"."""
    between = any(" between " in scan.small[s.start : s.stop] for s in draft.sittings)
    return between and not set(draft.parties) <= set(main.parties)


_MANY = re.compile(
    r"\b(?:state meeting|three|four|five|six|seven|trilateral|tripartite|quadrilateral|multilateral|member (?:states|countries)|leaders[’']?)\b"
)


def _of_many(scan: Scan, draft: Draft) -> bool:
    """The name speaks of more than two: "the meeting of the three leaders"."""
    return not draft.two and _MANY.search(scan.small, draft.start, draft.stop) is not None


def _without_itself(draft: Draft) -> None:
    """An organisation takes part in its own organ's sitting through somebody named, not by its name alone."""
    for own in {b.body.organisation for b in draft.bodies if b.body}:
        code = bodies()[own].acronym
        if code in draft.parties and all(p.represents != code for p in draft.people.values()):
            del draft.parties[code]


def _same_body(main: Draft, draft: Draft) -> bool:
    """One body of both, in full or in short: "the Joint Commission" of a report about the Chad-Niger Joint Commission."""
    mine, theirs = ({b.name for b in d.bodies} for d in (draft, main))
    return bool(mine & theirs) or any(full.endswith(f" {b}") for b in mine for full in theirs)


def _not_yet(scan: Scan, draft: Draft) -> None:
    """A day after the report's own cannot have been: what no verb tells of is planned."""
    dated = scan.text.published or (scan.dateline and scan.dateline.date)
    own, when = reference_date(scan) if dated else None, draft.when
    if when is None or not _open(scan, draft):
        return
    if own is None:
        # no day to count from: "meets on 23 November in Lima" tells of what is to come
        present = when.exact and not draft.firm and in_the_present(scan, when.at[0])
        draft.status, draft.status_at = ("planned", when.at) if present else (draft.status, draft.status_at)
        return
    there = [s for s in draft.sittings if s.sentence.start <= when.at[0] < s.sentence.stop]
    if any(_told_as_past(scan, s.start, s.stop) for s in there):
        return
    if _A_DATE.fullmatch(when.start) and when.start > own.isoformat()[: len(when.start)]:
        draft.status, draft.status_at = "planned", when.at


def _over_by_now(scan: Scan, draft: Draft) -> None:
    """ "The meeting began on 29 August" and ended the next day: over for a report of the 31st."""
    dated = scan.text.published or (scan.dateline and scan.dateline.date)
    own, when = reference_date(scan) if dated else None, draft.when
    if own is None or when is None or draft.status != "ongoing" or when.start == when.end:
        return
    if len(when.end) == len("2023-08-30") and when.end < own.isoformat():
        draft.status, draft.status_at = "held", when.at


_A_DATE = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?")  # a month or a day; a year alone is too vague
_PRESENT = ("opens", "begins", "starts", "kicks off", "gets under")


def _open(scan: Scan, draft: Draft) -> bool:
    """No word says whether it was held; "opens on Monday" says so of any Monday."""
    if draft.status == "held":
        return draft.status_at is None
    at = draft.status_at
    return draft.status == "ongoing" and at is not None and scan.small.startswith(_PRESENT, at[0])


_PAST = re.compile(r"\b(?:held|met|convened|gathered|concluded|took place)\b")


def _told_as_past(scan: Scan, start: int, stop: int) -> bool:
    """ "held its 35th meeting in London on 28 April": a page dated a day before does not make it one to come."""
    return bool(_PAST.search(scan.small, max(0, start - 16), start) or _PAST.match(scan.small, stop + 1))


def _beside_main(scan: Scan, draft: Draft, main: Draft) -> None:
    """Two who sat at the meeting and also met each other did so as a part of it: there, when the text says so, but on any day."""
    if draft is main or not draft.firm or draft.status != main.status or draft.sittings:
        return
    shared = [name in main.people for name in draft.people]
    if not (all(shared) if main.firm and not main.sittings else any(shared)):
        return  # whom one of two receives next is not a part of what the two had
    if draft.place is None and draft.mode is None and draft.noun != "call" and beside(scan, draft):
        draft.place = main.place
    draft.part_of = main
