"""To which meeting an agenda item or an instrument belongs: the sitting of its clause, its body, its day."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from communique.model.instrument import Instrument
from communique.model.meeting import AgendaItem, Meeting
from communique.model.span import Evidence, Span
from communique.reading.dates import When, reference_date, relative, when
from communique.reading.drafts import Draft
from communique.reading.organs import Named, organs
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class _Item(NamedTuple):
    """A matter or a title at `start, stop`, and where the words begin that say what was done with it."""

    start: int
    stop: int
    cue: int


class _Seat(NamedTuple):
    """A phrase at `start, stop` that names the meeting of the draft `number`."""

    start: int
    stop: int
    number: int


def attach(
    scan: Scan,
    drafts: list[Draft],
    focus: dict[int, Draft],
    finished: list[Meeting],
    agenda: list[AgendaItem],
    instruments: list[Instrument],
) -> tuple[list[Meeting], list[Instrument]]:
    """The meetings with their agenda and instruments, and the instruments of no meeting."""
    told = [p.evidence["title"][0] for p in instruments] + [i.evidence["text"][0] for i in agenda]
    house = _House(scan, drafts, focus, told)
    items: dict[int, list[AgendaItem]] = {}
    papers: dict[int, list[Instrument]] = {}
    loose: list[Instrument] = []
    for item in agenda:
        index = house.meeting_of(_item(item.evidence, "text", "cue"))
        if index is not None:
            items.setdefault(index, []).append(item)
    for paper in instruments:
        index = house.session_of(paper)
        if index is None:
            loose.append(paper)
        else:
            papers.setdefault(index, []).append(paper)
    done = [
        msgspec.structs.replace(m, agenda=tuple(items.get(i, ())), instruments=tuple(papers.get(i, ())))
        for i, m in enumerate(finished)
    ]
    return done, loose


def _item(evidence: Evidence, words: str, cue: str) -> _Item:
    span = evidence[words][0]
    return _Item(span.start, span.stop, evidence[cue][0].start)


_OWN_GATHERING = re.compile(
    r"(?:seminar|workshop|conference|round ?table|symposium|session|meeting|summit|hearing|panel|forum|met) (?:on|of|between)\b"
)
_LOOSE = frozenset(("in force", "withdrawn", "terminated", "ratified", "extended"))
_AHEAD_OF = frozenset(("planned", "drafted", "submitted"))
_FRESH = re.compile(
    r"(?:established|launched|unveiled|announced|rolled out|exchanged|released|published|amended|revised|updated)\b"
)
_DIRECTED = re.compile(
    r"\b(?:to|for|before|ahead of|towards?|preced(?:ing|ed)|since|until|from|on|about|eve of|host|sidelines of|margins of)"
    r"\s(?:the|its|their|a|an|this)?\s?$",
    re.I,
)
_MET_FOR = re.compile(
    r"\b(?:met|meet|gathered|convened|assembled|came|together|there|here|city|capital|\d)\s(?:for|on)\s(?:the|its|their|a|an)?\s?$"
)
_AT = re.compile(r"(?:^|\s)(?:at|during)\s(?:the|its|their|a|an|this)?\s?$")
_OTHER_CLAUSE = re.compile(r"[.;:]|\b(?:that|which|who|while|where)\b")
_GOES_ON = re.compile(r"(?:It|They|Its|Their|Also|In addition|The participants)\b")
_SIGNED_BY = re.compile(r"signed by (?P<who>[A-Z][^.;]{4,120})")
_RECENT = datetime.timedelta(days=9)
_LEAD = 5  # sentences before which a report has named its meeting
_PLAIN = frozenset(("the", "of", "and", "a", "meeting", "session", "sitting"))
_BACK = 8  # sentences of a paragraph that are looked through for the meeting spoken of
_BEHIND = 90  # characters between a title and the sitting at which the clause says it was signed


class _House:
    """The meetings of a text as places for what was done there."""

    def __init__(self, scan: Scan, drafts: list[Draft], focus: dict[int, Draft], told: list[Span]) -> None:
        self.scan = scan
        self.drafts = drafts
        number = {id(d): i for i, d in enumerate(drafts)}
        self.focus = {start: number[id(d)] for start, d in focus.items() if id(d) in number}
        whole = next((i for i, d in enumerate(drafts) if d.bodies or d.ordinal), None)
        own = [_own(drafts, i, whole) for i in range(len(drafts))]
        self.main = own[0] if own else 0
        self.focus = {start: own[i] for start, i in self.focus.items()}
        seats = {_Seat(s.start, s.stop, i) for i, d in zip(own, drafts, strict=True) for s in d.sittings}
        self.seats = sorted(seats)
        self.named = frozenset(s for s in seats if _named_in(told, s))
        self.order = {s.start: i for i, s in enumerate(scan.sentences)}
        self.first = min(self.focus, default=0)

    def session_of(self, paper: Instrument) -> int | None:
        """The meeting at which an instrument was dealt with; None for those of other times and places."""
        item = _item(paper.evidence, "title", "action")
        if paper.action in _LOOSE or (
            paper.action == "other" and not _FRESH.match(self.scan.characters, item.cue)
        ):
            return None
        index = self._sat(self.meeting_of(item), item, paper.action)
        if index is None or self._of_strangers(item) or self._by_others(item, self.drafts[index]):
            return None
        day = self._day(item)
        if day and self.drafts[index].when is None and item.start <= item.cue <= item.stop + 2:
            return None  # "a resolution adopted on 5 May": background
        if day is None or self._meets_on(self.drafts[index], day):
            return index
        then = next((i for i, d in enumerate(self.drafts) if d.when and self._meets_on(d, day)), None)
        if then is None or paper.action in _AHEAD_OF:
            return then
        return self._held_instead(item, then)

    def _sat(self, index: int | None, item: _Item, action: str) -> int | None:
        """Not the meeting that is only inferred from two ministers' signing, if the same countries met; none yet to come."""
        if index is None:
            return None
        found = self.drafts[index]
        if found.firm and not found.sittings and found.start <= item.cue < found.stop:
            sides = set(found.parties)
            return next((i for i, d in enumerate(self.drafts) if set(d.parties) == sides), index)
        return self._held_instead(item, index) if action not in _AHEAD_OF else index

    def _held_instead(self, item: _Item, index: int) -> int:
        """What was done is no deed of a meeting to come: the main one did it, or the nearest told of before."""
        if self.drafts[index].status != "planned":
            return index
        if self.drafts[self.main].status != "planned":
            return self.main
        held = [s for s in self.seats if self._told_with(self.drafts[s.number])]
        before = [s.number for s in held if s.start <= item.cue]
        return before[-1] if before else held[0].number if held else index

    def _told_with(self, draft: Draft) -> bool:
        """Held, and told without a day of its own: what has one, or is a part of another, is another occasion."""
        held = draft.status in ("held", "ongoing")
        return held and draft.when is None and not draft.firm and draft.part_of is None

    def meeting_of(self, item: _Item) -> int | None:
        """The meeting of the clause in which the item stands."""
        sentence = self.scan.sentence_at(item.cue)
        if sentence is None:
            return None
        spoken = self.focus.get(sentence.start, self._lead(sentence))
        if (
            spoken is not None
            and self.drafts[spoken].firm
            and sentence.start in self.drafts[spoken].sentences
        ):
            return spoken
        seats = list(self._seats(sentence))
        sat = [s for s in seats if s not in self.named]
        if _OWN_GATHERING.match(self.scan.small, item.cue) and self._inside(item, sentence, seats) is None:
            return None  # "a seminar on trade" that was not read as a meeting of this text
        for rule in (self._inside, self._behind, self._before):
            found = rule(item, sentence, sat)
            if found is not None:
                return found
        if seats and any(s.number == spoken for s in seats):
            return self._spoken_before(sentence, self.main)
        if not seats and _GOES_ON.match(self.scan.characters, sentence.start):
            return self._spoken_before(sentence, spoken)
        return spoken if seats else self._of_paragraph(sentence, spoken)

    def _lead(self, sentence: Sentence) -> int | None:
        """What a report tells before it names the meeting is told of its main one; a headline's words are not."""
        told = self.order[sentence.start] > 0 or self.scan.characters[sentence.stop - 1] == "."
        near = told and self.order.get(self.first, 0) < _LEAD
        return self.main if self.drafts and near and sentence.start < self.first else None

    def _seats(self, sentence: Sentence) -> Iterator[_Seat]:
        at = bisect_left(self.seats, (sentence.start,))
        while at < len(self.seats) and self.seats[at].start < sentence.stop:
            yield self.seats[at]
            at += 1

    def _inside(self, item: _Item, sentence: Sentence, seats: list[_Seat]) -> int | None:
        """ "a summit on climate": the words that name the meeting say what it was about."""
        return next((s.number for s in seats if s.start <= item.cue < s.stop), None)

    def _behind(self, item: _Item, sentence: Sentence, seats: list[_Seat]) -> int | None:
        """ "signed a plan at the summit in Lima"."""
        for seat in seats:
            if item.stop <= seat.start <= item.stop + _BEHIND:
                gap = self.scan.words(item.stop, seat.start)
                if _AT.search(gap) and not _OTHER_CLAUSE.search(gap):
                    return seat.number
        return None

    def _before(self, item: _Item, sentence: Sentence, seats: list[_Seat]) -> int | None:
        """ "At its session the Council adopted a plan", "the meeting discussed trade": the nearest in front of the verb or title."""
        place = max(item.cue, item.start)
        for seat in reversed(seats):
            inside = item.start <= seat.start < item.stop
            if seat.stop <= place and not inside and not self._directed(sentence, seat):
                return seat.number
        return None

    def _directed(self, sentence: Sentence, seat: _Seat) -> bool:
        """ "submitted to the summit", "ahead of the session": what is done there is yet to come."""
        before = self.scan.words(max(sentence.start, seat.start - 40), seat.start)
        return _DIRECTED.search(before) is not None and _MET_FOR.search(before) is None

    def _spoken_before(self, sentence: Sentence, else_: int | None) -> int | None:
        """A sentence with "it", or that names a meeting only as its aim, goes on about the one before it."""
        at = self.order[sentence.start]
        previous = self.scan.sentences[at - 1] if at else None
        if previous is not None and previous.paragraph == sentence.paragraph:
            return self.focus.get(previous.start, else_)
        return else_

    def _of_paragraph(self, sentence: Sentence, spoken: int | None) -> int | None:
        """Behind "Further to the summit, the ministers held a session" the session is spoken of, not the summit."""
        at = self.order[sentence.start]
        for previous in reversed(self.scan.sentences[max(0, at - _BACK) : at]):
            seats = list(self._seats(previous)) if previous.paragraph == sentence.paragraph else []
            if seats:
                located = [s.number for s in seats if not self._directed(previous, s)]
                return located[-1] if located and spoken not in located and spoken is not None else spoken
        return spoken

    def _of_strangers(self, item: _Item) -> bool:
        """ "The Council of another organisation, in a resolution": a body that sat at none of the meetings did it."""
        sentence = self.scan.sentence_at(item.cue)
        place = min(item.cue, item.start)
        if sentence is None or any(s.stop <= place for s in self._seats(sentence)):
            return False
        doers = [n for n in organs(self.scan, sentence.start, place) if n.body and n.body.is_organ]
        if not doers or not _heads(self.scan, sentence, doers[-1], place):
            return False
        known = {b.body.organisation for d in self.drafts for b in d.bodies if b.body}
        body = doers[-1].body
        return bool(known) and body is not None and body.organisation not in known

    def _by_others(self, item: _Item, draft: Draft) -> bool:
        """ "was signed by Deputy Ministers A and B": not by the two who met."""
        by = _SIGNED_BY.match(self.scan.characters, item.cue)
        if by is None or not draft.firm or not draft.people:
            return False
        names = {name.split()[-1] for name in draft.people}
        return not names & set(by["who"].replace(",", " ").split())

    def _meets_on(self, draft: Draft, day: When) -> bool:
        """The day falls into the meeting's; where that is not said, it is not long before the report's own."""
        if draft.when is None:
            own = reference_date(self.scan)
            if own is None or "XXXX" in day.end:
                return own is None and "XXXX" in day.end
            return day.end >= (own - _RECENT).isoformat()[: len(day.end)]
        if "XXXX" in draft.when.start + day.start:
            return True
        size = min(len(draft.when.start), len(day.start))
        return draft.when.start[:size] <= day.end[:size] and day.start[:size] <= draft.when.end[:size]

    def _day(self, item: _Item) -> When | None:
        """The day that the clause gives to the deed: "signed in December", "adopted on 3 May"."""
        sentence = self.scan.sentence_at(item.cue)
        if sentence is None:
            return None
        low, high = min(item.cue, item.start), max(item.stop, item.cue)
        for dated in self.scan.dates_within(low, min(sentence.stop, high + 50)):
            before = self.scan.words(max(low, dated.start - 12), dated.start)
            if item.start <= dated.start < item.stop and not item.start <= item.cue < item.stop:
                continue
            if _ON.search(before) and not _OTHER_CLAUSE.search(self.scan.words(item.cue, dated.start)):
                return when(self.scan, dated)
        found = relative(self.scan, item.cue, min(sentence.stop, high + 30))
        return found[0] if found else None


_ON = re.compile(r"\b(?:on|in|last|of|back in|early|late|since)\s$|\son\s\w+,?\s$", re.I)


def _named_in(titles: list[Span], seat: _Seat) -> bool:
    """ "the report of the fourth session": the session stands in the name of a paper, where nothing is done."""
    return any(t.start < seat.start and seat.stop <= t.stop for t in titles)


def _heads(scan: Scan, sentence: Sentence, doer: Named, place: int) -> bool:
    """The body is the subject: it opens the sentence and nothing but an aside stands before the deed."""
    return doer.start - sentence.start < 6 and place - doer.stop < 40


def _own(drafts: list[Draft], number: int, whole: int | None) -> int:
    """The meeting whose papers and matters those of draft `number` are: the one that it names in short, or is a part of."""
    if _twin(drafts[number], drafts[0]):
        return 0
    return whole if whole is not None and _is_part(drafts[number], drafts[whole]) else number


def _is_part(draft: Draft, whole: Draft) -> bool:
    """A bare "plenary" or "sitting" in a report of the session of a named body: no body, number or place of its own."""
    if draft.firm or draft.bodies or draft.ordinal or "planned" in (draft.status, whole.status):
        return False
    if draft.when and whole.when and draft.when.start != whole.when.start:
        return False
    if draft.place and whole.place and draft.place.city != whole.place.city:
        return False
    told = draft.sittings
    return len(told) == 1 and told[0].stop - told[0].start == len(draft.noun)


def _twin(draft: Draft, main: Draft) -> bool:
    """The main meeting under a shorter name: all its telling words, and no day or number of its own."""
    if draft is main or draft.ordinal or draft.firm or draft.status == "planned" or not draft.words:
        return False
    if draft.when and (main.when is None or draft.when.start != main.when.start):
        return False
    mine, theirs = ({p for w in d.words for p in w.split("-") if p} for d in (draft, main))
    return len(mine - _PLAIN) > 1 and mine - _PLAIN <= theirs
