"""Place and day of the report's own meeting where they stand in another sentence: headline, lead, date-line."""

import datetime
import re

from communique.lexicon.agencies import agency_country
from communique.lexicon.countries import capital
from communique.reading.circumstances import Place, date_of, mode_of, place_of
from communique.reading.dates import When, reference_date
from communique.reading.drafts import Draft
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sitting_days import days_of, only_closed
from communique.reading.whereabouts import dateline_place

_LEAD = 4  # sentences in which the place and day of the report's meeting stand
_EVENTS = ("hold", "meet", "decide", "attend", "discuss", "chair")


def from_lead(scan: Scan, draft: Draft, others: list[Draft]) -> None:
    """Place, day and mode of the report's own meeting, where its headline or lead says them in another sentence."""
    taken = [(s.start, s.stop) for other in others if other is not draft for s in other.sittings]
    for sentence in lead(scan):
        if not (scan.in_headline(sentence) or scan.within(sentence.start, sentence.stop, *_EVENTS)):
            continue
        if draft.place is None and draft.mode != "online" and draft.noun != "call":
            place = place_of(scan, sentence, sentence.start, sentence.start)
            draft.place = place if place and _its_own(scan, draft, sentence, place.at[0], taken) else None
        if draft.when is None or len(draft.when.start) == 4:
            when = date_of(scan, sentence, sentence.start, sentence.start, False)
            own = when and when.exact and _its_own(scan, draft, sentence, when.at[0], taken)
            own = own and (
                draft.when is None or (when is not None and when.start.startswith(draft.when.start))
            )
            draft.when = when if own else draft.when


def lead(scan: Scan) -> list[Sentence]:
    """The first sentences of the report, menus and stamps in front of a date-line left out."""
    if "lead" not in scan.memo:
        scan.memo["lead"] = _lead(scan)
    found: list[Sentence] = scan.memo["lead"]
    return found


def _lead(scan: Scan) -> list[Sentence]:
    low = scan.dateline.span.start if scan.dateline and scan.dateline.span else 0
    title = scan.text.title_span
    above = [s for s in scan.sentences if title and title.start <= s.start < title.stop]
    return above + [s for s in scan.sentences if s.stop > low and s not in above][:_LEAD]


def _its_own(scan: Scan, draft: Draft, sentence: Sentence, at: int, taken: list[tuple[int, int]]) -> bool:
    """No other sitting stands between: "a follow-up to the talks held in Oslo" says nothing of the meeting's place."""
    if not _governed(scan, sentence, at):
        return False
    nouns = scan.within(sentence.start, at, "meeting_noun")
    mine = [(s.start, s.stop) for s in draft.sittings if s.sentence.start == sentence.start]
    if not mine and any(sentence.start <= a < at for a, _ in taken):
        return False  # "The Council will meet again in Bangkok": told of another sitting
    if not nouns:
        last = max((b for _, b in mine if b <= at), default=at)
        return not any(last <= a < at for a, _ in taken)
    if not mine and any(a <= nouns[-1].start < b for a, b in taken):
        return False
    if any(_beside_each_other(scan, b, nouns[-1].start) for _, b in mine):
        return True
    return (not mine and len(nouns) == 1) or any(a <= nouns[-1].start < b for a, b in mine)


_OPENS = re.compile(r"(?:In|At|On|From|Today|Meeting|Gathering|Gathered|Here)\b|\d")
_ITS_TERM = re.compile(
    r"\b(?:beg[ia]n|started|took (?:over|up)|assumed) (?:its|his|her|their) (?:\w+ )?(?:presidency|chairmanship|term|mandate)\b"
)
_TURNS = re.compile(
    r"\b(?:since|after|before|ahead of|following|when|because|against|condemn\w*|violence|shelling|fighting|attacks?|situation|unrest|escalation)\b"
)


def _governed(scan: Scan, sentence: Sentence, at: int) -> bool:
    """The place or day belongs to a verb of meeting in front of it, or opens the sentence; "unrest in Syria was discussed" does not."""
    if scan.in_headline(sentence):
        return True
    if at - sentence.start <= 40 and _OPENS.match(scan.characters, sentence.start):
        return True
    cues = scan.within(sentence.start, at, "meeting_noun", *_EVENTS)
    if not cues:
        # "The foreign ministers on Wednesday discussed ..."
        who = scan.within(sentence.start, at, "offices", "organ") and at - sentence.start < 160
        return at - sentence.start <= 12 or bool(who and scan.within(at, at + 30, "discuss", "decide"))
    if _ITS_TERM.search(scan.small, sentence.start, at):
        return False
    return _TURNS.search(scan.small, cues[-1].start, at) is None


_TOGETHER = re.compile(r"[^.;:,]{0,70},? (?:and|as well as) (?:the |an? |its )?(?:[\w-]+ ){0,2}")


def _beside_each_other(scan: Scan, stop: int, noun: int) -> bool:
    """ "convened the council's 14th meeting and the committee's 18th meeting in Oslo": one place for both."""
    return (
        stop < noun
        and _TOGETHER.fullmatch(scan.characters, stop, noun) is not None
        and not scan.within(stop, noun, *_EVENTS, "say")
    )


_OF_A_DAY = ("summit", "mini-summit", "talks", "call", "meeting")  # what closes most often began the same day


def own_days(scan: Scan, draft: Draft, main: bool, focus: dict[int, Draft]) -> None:
    """First and last day, from the sentences that tell of the meeting's opening, close or length."""
    if draft.status not in ("held", "ongoing") or not draft.sittings:
        return
    if draft.when is not None and draft.when.start != draft.when.end:
        return
    said = draft.sentences | ({s.start for s in lead(scan)} if main else set())
    about = [s for s in scan.sentences if s.start in said or (main and focus.get(s.start) is draft)]
    draft.when = days_of(scan, about, draft.when)
    draft.ended = only_closed(scan, about, draft.when, draft.noun in _OF_A_DAY)
    if draft.status == "ongoing" and draft.when and draft.when.start != draft.when.end:
        over = next((m for s in about if (m := _OVER.search(scan.small, s.start, s.stop))), None)
        if over:
            draft.status, draft.status_at = "held", over.span()


_OVER = re.compile(
    r"\b(?:closed|concluded|ended|wrapped up|wound up|finished|adjourned|came to (?:an?|its) (?:\w+ )?(?:close|end))\b(?! door)"
)
_FRESH = 2  # days within which a wire is still written from the place


def at_dateline(scan: Scan, draft: Draft) -> None:
    """The date-line's city for a body's sitting of that day of which no other place is told."""
    line, own = scan.dateline, reference_date(scan)
    if (
        draft.place
        or draft.mode
        or not draft.bodies
        or not draft.when
        or not line
        or not line.span
        or not line.place
    ):
        return
    if not any(s.sentence in lead(scan)[:3] for s in draft.sittings):
        return
    if own is not None and not _within(draft.when, own):
        return
    place: Place | None = dateline_place(scan, line.span.start, line.span.start + len(line.place) + 1)
    if place and not _online(scan, draft) and not _home_desk(line.agency, place):
        draft.place = place


def _home_desk(agency: str | None, place: Place) -> bool:
    """ "MOSCOW, 5 Oct. /TASS/": where an agency writes at home, it writes of meetings all over the world."""
    names = re.findall(r"[\w’']+(?: [\w’']+)?", agency or "")
    home = {code for name in names if (code := agency_country(name))}
    return place.country in home and capital(place.country) == place.city


def _within(when: When, own: datetime.date) -> bool:
    if len(when.end) < 10 or "XXXX" in when.end:
        return False
    return (
        0 <= (own - datetime.date.fromisoformat(when.end)).days <= _FRESH
        or when.start <= own.isoformat() <= when.end
    )


def _online(scan: Scan, draft: Draft) -> bool:
    mode = next((m for s in lead(scan) if (m := mode_of(scan, s.start, s.stop))), None)
    return mode is not None and mode[0] == "online"


_BESIDE = re.compile(r"\b(?:side[- ]?lines?|margins?|fringes|also|separate(?:ly)?)\b")


def beside(scan: Scan, draft: Draft) -> bool:
    """The sentence of two who met ties it to the report's meeting: "on the sidelines", "also met"."""
    sentence = scan.sentence_at(draft.start)
    return sentence is not None and _BESIDE.search(scan.small, sentence.start, sentence.stop) is not None
