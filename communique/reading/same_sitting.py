"""When two phrases name one sitting, and when a phrase names a sitting at all."""

import re

from communique.lexicon.calendar import NO_MONTH
from communique.lexicon.sittings import rank_words, session_of, sitting_words
from communique.reading.circumstances import date_of, place_of
from communique.reading.drafts import Draft
from communique.reading.organs import Named
from communique.reading.own_circumstances import Own, conflict, other_day, own
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting
from communique.reading.standing import status_of
from communique.reading.triggers import Trigger
from communique.reading.unheld import ONE_MORE, SEVERAL


def distinct(sitting: Sitting) -> bool:
    """A phrase that names a sitting of its own; what stands behind it is told of that one."""
    return bool(
        sitting.ordinal
        or sitting.bodies
        or sitting.named
        or sitting.words & (sitting_words("next") | sitting_words("previous"))
    )


_OF_OTHERS = (" with ", " between ", " of ")


def anaphoric(scan: Scan, sitting: Sitting) -> bool:
    """ "the meeting": nothing in the phrase tells it from the one spoken of."""
    if sitting.ordinal or sitting.bodies or sitting.named or sitting.plural:
        return False
    if sitting.words & (sitting_words("next") | sitting_words("previous")):
        return False
    if sitting.noun == "summit" and " of " in scan.words(sitting.start, sitting.stop):
        return False  # "the summit of the organization" beside its ministers' meeting
    return sitting.definite and not scan.characters.startswith(_OF_OTHERS, sitting.stop)


def same(draft: Draft, sitting: Sitting, status: str, scan: Scan, clause: Sentence) -> bool:
    """True when the phrase names the meeting of `draft`: no number, day or body speaks against it and something for it."""
    if _its_opening(draft, sitting):
        return True
    if _against(draft, sitting, scan) or _elsewhen(draft, sitting, status, scan, clause):
        return False
    mine, theirs = {b.key for b in sitting.bodies}, {b.key for b in draft.bodies}
    unknown = any(b.body is None for b in (*sitting.bodies, *draft.bodies))
    if mine and theirs and not (unknown and sitting.ordinal and sitting.ordinal == draft.ordinal):
        return bool(mine & theirs) or _same_organisation(sitting.bodies, draft.bodies)
    if sitting.ordinal and sitting.ordinal == draft.ordinal:
        return True
    if _headline_first(scan, draft, sitting):
        return True
    if sitting.ordinal and draft.bodies and draft.ordinal is None and not sitting.named:
        return False
    return _alike(sitting, draft)


def _its_opening(draft: Draft, sitting: Sitting) -> bool:
    """ "The inaugural session was attended by both sides" of the eighth session: how it was opened, not a first one."""
    opening = "inaugural" in sitting.words and sitting.ordinal == 1 and sitting.definite
    return opening and not (sitting.bodies or sitting.named) and (draft.ordinal or 1) > 1


def _against(draft: Draft, sitting: Sitting, scan: Scan) -> bool:
    """Another number, another rank, "the next" or "the last" beside this one, "a separate meeting"."""
    if draft.firm and not draft.sittings:
        return True  # two who met: only "the meeting" means theirs
    if sitting.ordinal and draft.ordinal and sitting.ordinal != draft.ordinal:
        return True
    if _next(sitting) != _planned_next(draft) and (sitting.bodies or draft.bodies):
        return True
    previous = sitting_words("previous")
    if sitting.words & previous and not any(s.words & previous for s in _told(draft)):
        return True
    if sitting.ordinal and draft.ordinal is None and (_beside(sitting, draft) or looked_back(scan, sitting)):
        return True
    mine = partners(scan, sitting)
    if mine and all(partners(scan, s) != mine for s in _told(draft)) and draft.bodies:
        return True
    before = scan.small[max(0, sitting.start - 9) : sitting.start]
    if before.endswith(("another ", " separate ")) and not sitting.ordinal:
        return True
    if (sitting.bodies or sitting.ordinal) and not draft.bodies and "preparatory" in draft.words:
        return True
    if other_session(sitting, draft):
        return True
    return bool(sitting.words & sitting_words("another")) or _other_rank(scan, sitting, draft)


def other_session(sitting: Sitting, draft: Draft) -> bool:
    """ "The extraordinary summit" beside "the 24th Ordinary Summit": another one."""
    mine, theirs = session_of(" ".join(sitting.words)), session_of(" ".join(draft.words))
    return bool(mine and theirs) and mine != theirs


_BETWEEN = re.compile(r"(?: for [^,;.]{3,60}?)? between (?:the )?")
_AND = re.compile(r"(?: \([A-Z]+\))?,? and (?:the )?")


def partners(scan: Scan, sitting: Sitting) -> frozenset[str]:
    """The country or organisation with which an organisation meets: "a joint meeting between the GCC and the Republic of India"."""
    low = max(sitting.start, scan.small.find(" between ", sitting.start, sitting.stop))
    between = _BETWEEN.match(scan.small, sitting.stop if low == sitting.start else low, sitting.sentence.stop)
    if between is None:
        return frozenset()
    one = [
        h
        for h in scan.within(between.end(), between.end() + 90, "organisation", "organ")
        if h.start == between.end()
    ]
    for hit in scan.within(one[0].stop, one[0].stop + 60, "country", "organisation") if one else ():
        if _AND.fullmatch(scan.characters, one[0].stop, hit.start):
            return frozenset((hit.value,))
    return frozenset()


def _beside(sitting: Sitting, draft: Draft) -> bool:
    """ "the thirty-fifth session" beside "the informal meeting" of one organ."""
    apart = sitting_words("beside_numbered")
    return not sitting.words & apart and any(s.words & apart for s in _told(draft)[:1])


_BACK = Trigger("since", "prior to", "implementation of", "follow-up", "recommendation", "decision")
_LOOKED_BACK = re.compile(
    r"\b(?:since|prior to|implementation of [^.;]{0,60}|follow-up (?:to|on) [^.;]{0,60}|recommendations? (?:of|made (?:at|in|by))|decisions? (?:of|made (?:at|by)|taken (?:at|by|during))) (?:the |its |their )?$"
)


def looked_back(scan: Scan, sitting: Sitting) -> bool:
    """ "the progress made since the fifth summit": of an earlier one."""
    low = max(0, sitting.start - 110)
    return _BACK.stands(scan, low, sitting.start) and bool(
        _LOOKED_BACK.search(scan.small, low, sitting.start)
    )


def _elsewhen(draft: Draft, sitting: Sitting, status: str, scan: Scan, clause: Sentence) -> bool:
    """The phrase has a day or city of its own, and it is another."""
    numbered = sitting.ordinal and sitting.ordinal == draft.ordinal and (sitting.bodies or draft.bodies)
    if conflict(own(scan, sitting, clause), draft) and not numbered:
        return True
    when = date_of(scan, clause, sitting.start, sitting.stop, status == "planned")
    both = when is not None and draft.when is not None and when.exact and draft.when.exact
    return both and other_day(when, draft.when)


def _other_rank(scan: Scan, sitting: Sitting, draft: Draft) -> bool:
    """ "the meeting of the secretaries" beside "the meeting of ministers": other people sit there."""
    mine = _ranks(scan, sitting)
    theirs = {r for s in _told(draft) for r in _ranks(scan, s)}
    return bool(mine and theirs and not mine & theirs)


def _ranks(scan: Scan, sitting: Sitting) -> set[str]:
    key = ("ranks", sitting.start, sitting.stop)
    if key not in scan.memo:
        words = set(_WORD.findall(scan.small, sitting.start, sitting.stop))
        told = {rank for word, rank in rank_words().items() if word in words}
        scan.memo[key] = told or ({"heads"} if sitting.noun == "summit" else told)
    found: set[str] = scan.memo[key]
    return found


_WORD = re.compile(r"\w+")
_ENOUGH = 20


def _told(draft: Draft) -> list[Sitting]:
    """The phrases that make a meeting known: one named a hundred times is not known better by the last of them."""
    return draft.sittings[:_ENOUGH]


def headline(scan: Scan) -> Sentence | None:
    """The first sentence, when it is a headline: marked as the title, or without a full stop."""
    first = scan.sentences[0]
    marked = (
        scan.text.title_span is not None
        and scan.text.title_span.start <= first.start < scan.text.title_span.stop
    )
    return first if marked or scan.words(first.stop - 1, first.stop) not in '.!?”"' else None


def _headline_first(scan: Scan, draft: Draft, sitting: Sitting) -> bool:
    """The lead tells in other words what the headline names."""
    if (
        draft.sittings
        and draft.sittings[0].sentence is headline(scan)
        and len({s.sentence.start for s in draft.sittings}) == 1
    ):
        lead = scan.sentences[1:8]
        plain = (
            {"meeting", "talks", "negotiations", "session", "sitting"}
            if draft.noun != "summit"
            else {"meeting"}
        )
        alike = sitting.noun == draft.noun or sitting.noun in plain
        return alike and any(sitting.sentence is s for s in lead) and not (sitting.bodies and draft.bodies)
    return False


def _same_organisation(some: tuple[Named, ...], others: list[Named]) -> bool:
    """ "the CSTO summit" after "session of the CSTO Collective Security Council": one names only the organisation."""
    mine, theirs = ([n.body for n in group if n.body] for group in (some, others))
    if any(b.is_organ for b in mine) and any(b.is_organ for b in theirs):
        return False
    return bool({b.organisation for b in mine} & {b.organisation for b in theirs})


def _next(sitting: Sitting) -> bool:
    return bool(sitting.words & sitting_words("next"))


def _planned_next(draft: Draft) -> bool:
    return any(_next(s) for s in _told(draft))


def _alike(sitting: Sitting, draft: Draft) -> bool:
    """Phrases that share their telling words, or the same kind of sitting where neither tells more."""
    mine = sitting.words - {"the", "meeting", "session", "of"}
    theirs = draft.words - {"the", "meeting", "session", "of"}
    if sitting.named and any(s.named for s in _told(draft)):
        return len(mine & theirs) >= max(1, min(len(mine), len(theirs)) * 0.6)
    if sitting.named or any(s.named for s in _told(draft)):
        return (sitting.noun == draft.noun and bool(mine & theirs)) or (
            sitting.definite and sitting.noun == draft.noun
        )
    return sitting.noun == draft.noun or bool(mine & theirs)


_GENERIC = re.compile(
    r"\b(?:any|such|regular|future|all|every|each|these|those|no|various|numerous|many|several|other)\b", re.I
)


_OF_IT = re.compile(
    r"\b(?:chair|chairman|chairperson|chairmanship|presidency|president|members?|secretary|agenda|participants|format|status|priorities) (?:of|at|in) (?:the )?$"
)


_BEGUN = re.compile(
    r"\b(?:start|launch|begin|open|resum|enter|reviv|restart|relaunch|advanc|continu|intensif|broker|mediat|facilitat)\w*(?: into)? (?:[\w’'-]+ ){0,2}$"
)


def _process(scan: Scan, sitting: Sitting, mine: Own) -> bool:
    """ "start accession talks", "the ongoing trade negotiations": a process, no sitting, unless states began on a day in a city."""
    if _on_the_day(mine) and _by_states(scan, sitting):
        return False
    before = scan.small[max(sitting.sentence.start, sitting.start - 40) : sitting.start]
    return bool(sitting.words & sitting_words("process")) or bool(_BEGUN.search(before))


_WISHED = re.compile(
    rf"\b(?:could|{NO_MONTH}|might|should|must|can|(?:want|hope|wish|like|ready|willing|prepared|refus|declin|fail|offer|threaten|propos|seek|vow|pledg)\w* to(?! invite)|(?:call|appeal|ask|push|press)\w* (?:on \w+ to|for)|urg\w+|propos\w+|reject\w*|rul\w+ out) (?:(?:hold|host|convene|have|arrange|organi[sz]e|conclude|finali[sz]e)\w* )?(?:[\w’'-]+ ){{0,3}}$"
)


def _wished(scan: Scan, sitting: Sitting) -> bool:
    """ "the two could hold talks", "called for an emergency session": wished for, not told."""
    return bool(_WISHED.search(scan.small[max(sitting.sentence.start, sitting.start - 60) : sitting.start]))


def _names_none(scan: Scan, sitting: Sitting) -> bool:
    """One of many, one only wished for, one without a word that tells it from any other."""
    low = max(sitting.sentence.start, sitting.start - 10)
    if sitting.ordinal:
        return ONE_MORE.search(scan.small, low, sitting.start) is not None
    whose = scan.words(max(sitting.sentence.start, sitting.start - 40), sitting.start)
    if _OF_IT.search(whose) or (not sitting.plural and _GENERIC.search(scan.characters, low, sitting.start)):
        return True
    return not _next(sitting) and _wished(scan, sitting)


def worth(scan: Scan, sitting: Sitting, drafts: list[Draft], clause: Sentence) -> bool:
    """A new phrase makes a meeting when it says something of its own: a number, a body, a name, a day, a place."""
    if _names_none(scan, sitting):
        return False
    if sitting.plural and not (sitting.bodies and _held(scan, sitting) and not _several(scan, sitting)):
        mine = own(scan, sitting, clause)
        return mine.when is not None and mine.place is not None and not _several(scan, sitting)
    mine = own(scan, sitting, clause)
    if sitting.noun in sitting_words("two_sided") and _process(scan, sitting, mine):
        return False
    if sitting.noun in sitting_words("two_sided") and not sitting.bodies and not sitting.ordinal:
        return mine.told and not sitting.plural
    status, _ = status_of(scan, sitting.sentence, sitting.start, sitting.stop)
    told = date_of(scan, clause, sitting.start, sitting.stop, status == "planned") is not None
    placed = place_of(scan, clause, sitting.start, sitting.stop) is not None
    if sitting.ordinal or (sitting.bodies and (told or placed or _held(scan, sitting) or not drafts)):
        return True
    if sitting.named and (told or placed or not drafts) and not _venue(scan, sitting):
        return True
    if told and placed and not sitting.plural:
        return True
    if not drafts:
        return (
            told
            or placed
            or _held(scan, sitting)
            or bool(sitting.words & {"trilateral", "summit", "quadrilateral"})
        )
    if mine.told and not sitting.plural:
        return True
    other = bool(sitting.words & (sitting_words("next") | sitting_words("previous")))
    return other and (told or placed or status == "planned")


def _several(scan: Scan, sitting: Sitting) -> bool:
    """ "four meetings of the Council were held in May and June": which of them is told of, nobody knows."""
    low = max(sitting.sentence.start, sitting.start - 12)
    return SEVERAL.search(scan.small, low, sitting.stop) is not None


def _on_the_day(mine: Own) -> bool:
    """ "opened talks in Doha on Monday": begun on a day in a city, they were a sitting."""
    return bool(mine.when and mine.when.exact and mine.place and mine.place.city)


def _by_states(scan: Scan, sitting: Sitting) -> bool:
    """A state or a body of them stands before the phrase: no wage talks of a union."""
    return bool(
        scan.within(
            sitting.sentence.start, sitting.start, "country", "adjective", "organisation", "organ", "region"
        )
    )


def _venue(scan: Scan, sitting: Sitting) -> bool:
    """ "At the World Forum, the Conference adopted ...": a hall, not a sitting."""
    if sitting.noun not in sitting_words("guarded") or len(sitting.words) > 3:
        return False
    before = scan.words(max(sitting.sentence.start, sitting.start - 8), sitting.start)
    return bool(re.search(r"\b(?:at|in) (?:the )?$", before, re.I)) and not _held(scan, sitting)


def _held(scan: Scan, sitting: Sitting) -> bool:
    low, high = max(sitting.sentence.start, sitting.start - 60), min(sitting.sentence.stop, sitting.stop + 60)
    return bool(scan.within(low, high, "hold", "attend", "chair", "decide", "discuss"))
