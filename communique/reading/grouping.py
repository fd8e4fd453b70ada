"""Several phrases, one meeting: which phrases of a text name the same sitting, and which another."""

import re

from msgspec.structs import replace

from communique.lexicon.cues import office_words
from communique.lexicon.sittings import sitting_words
from communique.reading.ahead_of import waited_for
from communique.reading.bilaterals import Encounter, encounters
from communique.reading.drafts import Draft
from communique.reading.fellow_members import Fellows, fellow_members
from communique.reading.gatherings import gatherings
from communique.reading.joined_sittings import behind_front, both_held, during_it, joined
from communique.reading.own_circumstances import conflict, own
from communique.reading.pairs_met import (
    inside_sitting,
    known_pair,
    of_several,
    of_two,
    other_than,
    overlap,
    two_parties,
)
from communique.reading.peers import beside_it
from communique.reading.people import Cast
from communique.reading.preparatory import Preparing, prepares_it, preparing, waits, without_aside
from communique.reading.same_series import same_series
from communique.reading.same_sitting import (
    anaphoric,
    distinct,
    headline,
    looked_back,
    other_session,
    same,
    worth,
)
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting, sittings
from communique.reading.standing import status_of
from communique.reading.telling import circumstances, tell
from communique.reading.venues import venue_of
from communique.reading.verb_and_noun import BESIDE, tells_of
from communique.reading.visits import known_visit, visits, without_talks_told
from communique.reading.weighing.passing import Passing, weighed_as_told_in_passing


class _Table:
    """The meetings found so far while a text is read from front to back, and which one is spoken of."""

    def __init__(self, scan: Scan, cast: Cast) -> None:
        self.scan = scan
        self.cast = cast
        self.drafts: list[Draft] = []
        self.focus: dict[int, Draft] = {}
        self.current: Draft | None = None
        self.main: Draft | None = None
        self.paragraph = -1

    def take(self, sentence: Sentence) -> None:
        """Add what one sentence says of sittings and encounters."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            if self.main and not _GOES_ON.match(self.scan.characters, sentence.start):
                self.current = self.main
        met = [*encounters(self.scan, self.cast, sentence), *visits(self.scan, self.cast, sentence)]
        fellows = fellow_members(self.scan, self.cast, sentence)
        met = [m for m in met if not any(overlap(m.deed, f.sitting) for f in fellows)]
        phrases = self._phrases(sentence, met, [f.sitting for f in fellows])
        free = [p for p in phrases if not self._of_encounter(p, met)] if met else phrases
        here = self._sittings(sentence, free) if free else []
        self._seat_fellows(fellows, here)
        for m in met:
            if m.vague and (here or (self.main is None and sentence is headline(self.scan))):
                continue  # the sitting of the sentence, or the lead, tells who they are
            draft = self._encounter(sentence, m, here)
            if m.vague and self.main:
                self.focus[sentence.start] = draft
                continue
            here.append(draft)
            for phrase in phrases:
                if m.at[0] < phrase.start and self._of_encounter(phrase, met):
                    tell(self.scan, draft, phrase, sentence)
        here = [d for d in here if not (d.sittings and looked_back(self.scan, d.sittings[0]))]
        if here:
            self._choose_main(here)
            firm = next((d for d in here if d.firm), self.main if self.main in here else here[0])
            self.focus[sentence.start] = firm
            if firm.firm or firm is self.main or not self.current or self._subject(sentence, firm):
                self.current = firm
        elif self.current:
            self.focus.setdefault(sentence.start, self.current)

    def take_in_passing(self, one: Passing, sitting: Sitting) -> None:
        """Add a sitting that no rule knows, with the day and the place that stand by its verb."""
        draft = Draft(sitting.start, sitting.stop, noun=sitting.noun)
        self.scan.note("meetings", sitting.start, weighed_as_told_in_passing)
        same_series(self.scan, self.main, draft, sitting)
        tell(self.scan, draft, sitting, one.sentence)
        draft.when, draft.place = draft.when or one.when, draft.place or one.place
        self.drafts.append(draft)
        self.focus[one.sentence.start] = draft

    def _of_encounter(self, phrase: Sitting, met: list[Encounter]) -> bool:
        """ "X was to have met Y; that meeting was moved": told of those who met in the same sentence."""
        if not any(m.sure and m.at[0] < phrase.start for m in met):
            return False
        return anaphoric(self.scan, phrase) or during_it(self.scan, phrase)

    def _sittings(self, sentence: Sentence, phrases: list[Sitting]) -> list[Draft]:
        """The drafts to which the phrases of one sentence belong."""
        here: list[Draft] = []
        pair: Preparing | None = None
        first: Draft | None = None
        for i, phrase in enumerate(phrases):
            if pair is not None:
                here += self._prepared(phrase, pair.second, first)
                pair = None
                continue
            low = self._begins(sentence, phrases, i, bool(here))
            high = next((p.start for p in phrases[i + 1 :] if distinct(p)), sentence.stop)
            if i and looked_back(self.scan, phrase):
                low = phrase.start  # "met on 5 May and reviewed the decisions of the [9th session]"
            clause = replace(sentence, start=low, stop=high)
            if len(phrases) > i + 1:
                further = next((p.start for p in phrases[i + 2 :] if distinct(p)), sentence.stop)
                pair = preparing(self.scan, phrase, phrases[i + 1], further)
            if pair is not None:
                first = self._sitting(pair.whole, replace(pair.first, start=max(low, pair.first.start)))
                if first is not None:
                    without_aside(self.scan, first, phrase)
                    here.append(first)
                continue
            if here and i and joined(self.scan, phrases[i - 1], phrase):
                tell(self.scan, here[-1], phrase, clause)
                continue
            draft = self._predicate(phrase, clause, here) or self._sitting(phrase, clause)
            if draft is not None:
                here.append(draft)
        return here

    def _prepared(self, phrase: Sitting, clause: Sentence, first: Draft | None) -> list[Draft]:
        """The draft of a sitting that the one of `first` prepares, if it is worth one."""
        draft = self._sitting(phrase, clause, first)
        if draft is None:
            return []
        waits(draft, phrase)
        return [draft]

    def _predicate(self, phrase: Sitting, clause: Sentence, here: list[Draft]) -> Draft | None:
        """ "It was the first summit in five years": said of the sitting before, not of another one."""
        low = max(phrase.sentence.start, phrase.start - 24)
        if not _PREDICATE.search(self.scan.small[low : phrase.start]):
            return None
        it = _IT.match(self.scan.small, phrase.sentence.start)
        draft = here[-1] if here else (self.current or self.main) if it else None
        if draft is not None:
            tell(self.scan, draft, phrase, clause)
        return draft

    def _seat_fellows(self, fellows: list[Fellows], here: list[Draft]) -> None:
        """Who met the others of his rank sat with them."""
        for each in fellows:
            draft = next((d for d in here if each.sitting in d.sittings), None)
            for side in each.who if draft else ():
                if draft and side.person is not None:
                    self.scan.note("participants", side.at[0], fellow_members)
                    draft.add_person(side.person, None, side.at, (each.sitting.start, each.sitting.stop))

    def _phrases(self, sentence: Sentence, met: list[Encounter], told: list[Sitting]) -> list[Sitting]:
        """Sittings that a noun names, and those that only a verb tells of: "met for its 9th session" is one."""
        named = [p for p in sittings(self.scan, sentence) if not of_two(p, met)]
        named = [p for p in named if not any(overlap((p.start, p.stop), t) for t in told)]
        for g in gatherings(self.scan, self.cast, sentence):
            if any(g.start < m.at[1] and m.at[0] < g.stop for m in met) or any(
                overlap((g.start, g.stop), t) for t in told
            ):
                continue
            i = next((i for i, p in enumerate(named) if tells_of(self.scan, g, p)), None)
            if i is None:
                told.append(g)
            elif not named[i].bodies:
                named[i] = replace(named[i], bodies=g.bodies)
        return sorted([*named, *told], key=lambda p: p.start) if told else named

    def _begins(self, sentence: Sentence, phrases: list[Sitting], i: int, told: bool) -> int:
        """Where the clause of the i-th phrase begins: behind the phrase before, unless that is joined to it and named nothing."""
        if not i:
            return sentence.start
        before = phrases[i - 1]
        if i == 1 and (subject := behind_front(self.scan, before, phrases[i])):
            return subject
        apart = "," in self.scan.words(before.stop, phrases[i].start)
        if i == 1 and apart and waited_for(self.scan, sentence.start, before.start):
            return sentence.start
        if i == 1 and both_held(self.scan, before, phrases[i]):
            return sentence.start
        as_one = not told and joined(self.scan, before, phrases[i])
        return before.start if as_one else before.stop

    def _subject(self, sentence: Sentence, draft: Draft) -> bool:
        """The sentence begins with another sitting that was held: what follows in the paragraph is about that one."""
        begins = [
            s for s in draft.sittings if s.sentence.start == sentence.start and s.start - sentence.start < 40
        ]
        return bool(begins) and draft.status in ("held", "ongoing") and not _aside(begins[0])

    def _choose_main(self, here: list[Draft]) -> None:
        """The report is about the meeting of its lead; a headline may name another one first."""
        here = sorted(here, key=lambda d: (not d.firm or d.start > here[0].start, d.start))
        if self.main is None:
            self.main = here[0]
            return
        title = headline(self.scan)
        if (
            title is not None
            and self.main.sentences <= {title.start}
            and self.main not in here
            and here[0].status != "planned"
        ):
            told = here[0].bodies or here[0].ordinal or here[0].when or here[0].firm
            self.main = here[0] if told else self.main

    def _sitting(self, sitting: Sitting, clause: Sentence, other: Draft | None = None) -> Draft | None:
        """The draft to which the phrase belongs: a known one, a new one, or None for a phrase that names nothing; never `other`."""
        scan, drafts = self.scan, [d for d in self.drafts if d is not other]
        before = self.current or self.main
        if (
            before is not None
            and anaphoric(scan, sitting)
            and not (prepares_it(sitting, before) or other_session(sitting, before))
            and not conflict(own(scan, sitting, clause), before)
        ):
            draft: Draft | None = before
        else:
            status, _ = status_of(scan, sitting.sentence, sitting.start, sitting.stop)
            draft = next((d for d in drafts if same(d, sitting, status, scan, clause)), None)
            if draft is None and worth(scan, sitting, drafts, clause):
                draft = Draft(sitting.start, sitting.stop, noun=sitting.noun)
                self.drafts.append(draft)
                same_series(self.scan, self.main, draft, sitting)
        if draft is not None:
            tell(scan, draft, sitting, clause)
        return draft

    def _encounter(self, sentence: Sentence, met: Encounter, here: list[Draft]) -> Draft:
        """Sides that met are a meeting of their own, unless the sentence or the report means a sitting by it."""
        known = known_visit if met.visit else known_pair
        draft = inside_sitting(met, here) or known(met, self.drafts) or self._adopt(met, here)
        many = not met.sure and len(met.sides) > 3
        if draft is None and many and self.main and not self.main.firm:
            draft = (
                self.main
            )  # whoever received them all, or signed with them all, did so at the report's sitting
        if draft is None:
            draft = Draft(*met.at, noun="visit" if met.visit else "call" if met.call else "talks")
            draft.status, draft.status_at = status_of(self.scan, sentence, *met.at)
            self.drafts.append(draft)
        draft.firm = draft.firm or not many
        draft.two = draft.two or (two_parties(met) and not of_several(self.scan, met))
        draft.sentences.add(sentence.start)
        for side in met.sides:
            if side.person is not None:
                self.scan.note("participants", side.at[0], encounters)
                draft.add_person(side.person, None, side.at, met.at)
            elif side.code:
                draft.add_party(side.code, side.at)
                for hit in beside_it(self.scan, side, sentence):
                    draft.add_party(hit.value, (hit.start, hit.stop))
        self._other_party(sentence, met, draft)
        circumstances(self.scan, draft, sentence, *met.at)
        draft.venue = draft.venue or venue_of(self.scan, sentence, *met.at)
        return draft

    def _other_party(self, sentence: Sentence, met: Encounter, draft: Draft) -> None:
        """ "X and the Secretary of the Russian Council held consultations on United States-Russia relations": X's side."""
        known = {s.party for s in met.sides if s.party}
        lone = [s.person for s in met.sides if s.person and not s.party]
        if len(met.sides) != 2 or len(known) != 1 or len(lone) != 1:
            return
        first, last = met.sides[0].at[1], met.sides[-1].at[1]
        known |= {
            p.country
            for start, _, p in self.cast.at(first, sentence.stop)
            if p.country and (start < last or _ALSO_MET.fullmatch(self.scan.small, last, start))
        }
        others = [
            h
            for h in self.scan.within(sentence.start, sentence.stop, "country", "adjective")
            if h.value not in known and h.value not in draft.parties
        ]
        holding = lone[0].main
        if len({h.value for h in others}) == 1 and holding and holding.title.head in office_words("state"):
            holding.of = others[0].value
            holding.at = (*holding.at, (others[0].start, others[0].stop))
            draft.people.pop(lone[0].name, None)
            draft.add_person(lone[0], None, met.sides[0].at, met.at)

    def _came_for(self, met: Encounter, start: int) -> bool:
        """ "X, who is in Nairobi for the summit, met Y": an aside about why X was there."""
        return start < met.deed[0] and bool(_CAME_FOR.search(self.scan.small, met.sentence.start, start))

    def _adopt(self, met: Encounter, here: list[Draft]) -> Draft | None:
        """ "held a meeting with", "hosted him for the Dialogue": the sitting of the same sentence; else a bare one before."""
        for draft in here:
            if draft.firm:
                continue
            before = (
                self.scan.words(
                    max(met.sentence.start, draft.sittings[-1].start - 30), draft.sittings[-1].start
                )
                if draft.sittings
                else ""
            )
            if BESIDE.search(before) or (draft.sittings and self._came_for(met, draft.sittings[-1].start)):
                continue
            bare = not (draft.bodies or draft.ordinal or any(s.named for s in draft.sittings))
            if bare or _FOR.search(before):
                return draft
        if self.main and not self.main.firm and _HOST.match(self.scan.characters, met.sentence.start):
            return self.main  # whom the host of the sitting received came to it
        if not here and len(self.drafts) == 1 and not self.drafts[0].firm:
            only = self.drafts[0]
            plain = only.noun == "meeting" or only.noun in sitting_words("two_sided")
            plain = plain and not (only.bodies or only.ordinal or any(s.named for s in only.sittings))
            if plain and not other_than(self.scan, met, only):
                return only
        return None


_GOES_ON = re.compile(
    r"(?:During|At|In|Following|After) (?:the|their|this) (?:meeting|talks|conversation|discussions?|call)|(?:The )?(?:two )?(?:sides|parties|interlocutors|leaders|ministers)\b|They\b|Both\b|He\b|She\b|The (?:meeting|talks|conversation|call)\b"
)
_IT = re.compile(r"(?:it|this|that)\b")
_PREDICATE = re.compile(
    r"\b(?:be|is|was|been|becomes?|became|marks?|marked|as)(?: only)? (?:the|a|an|its|their) (?:[\w-]+ )?$"
)
_HOST = re.compile(r"(?:The|Its) host\b,? ")
# "sat down with Y of one country and [the minister Z] of another": Z's is not the first side's
_ALSO_MET = re.compile(
    r"(?:, [^.;]{2,60})?,? (?:and|as well as|along with) (?:(?!\b(?:who|which|that)\b)[^.;,]){0,60}(?:, )?"
)
_CAME_FOR = re.compile(
    r", (?:who|currently|now|in)\b(?: (?:is|was|are|were|has|had|arrived|came|currently))*[^,;.]* (?:for|to attend) (?:the |an? )?$"
)
_FOR = re.compile(
    r"\b(?:for|at|to (?:launch|open|attend|hold|chair|co-chair|begin|start)) (?:the |a |an |their )?$"
)


def group(scan: Scan, cast: Cast, weighed: bool = True) -> tuple[list[Draft], dict[int, Draft]]:
    """The meetings that a text names, and for each sentence (by start) the meeting it is about."""
    table = _Table(scan, cast)
    for sentence in scan.sentences:
        table.take(sentence)
    for one, sitting in weighed_as_told_in_passing(scan, cast, table.drafts) if weighed else ():
        table.take_in_passing(one, sitting)
    return without_talks_told(sorted(table.drafts, key=lambda d: d is not table.main), table.focus)


def _aside(sitting: Sitting) -> bool:
    return bool(sitting.words & (sitting_words("next") | sitting_words("previous")))
