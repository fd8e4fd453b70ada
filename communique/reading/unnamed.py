"""Office-holders who sat there and are not named: "the Iranian foreign minister attended", "France's envoy objected"."""

import re
from collections.abc import Iterator
from functools import cache

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.lexicon.phrases import Hit
from communique.lexicon.presence import presence_pieces, presence_words
from communique.reading.absences import absence_told
from communique.reading.drafts import Draft
from communique.reading.offices import Title
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sides import held_by
from communique.reading.triggers import Trigger


def offices_there(scan: Scan, cast: Cast, draft: Draft, sentence: Sentence) -> Iterator[Title]:
    """The titles of `sentence` whose holders, not named, took part in the meeting of `draft`."""
    if draft.firm or draft.two or draft.status not in ("held", "ongoing"):
        return
    titles = [t for t in cast.titles_at(sentence.start, sentence.stop) if _of_a_state(t)]
    found = [t for t in titles if _there(scan, sentence, t) and held_by(scan, cast, t) is None]
    if not found or absence_told(scan, sentence.start, sentence.stop):
        return
    if not _told_elsewhere(scan, sentence):
        yield from found


_ELSEWHERE = Trigger(*presence_pieces("elsewhere", "doubt"), '"', "“", "?")


def _told_elsewhere(scan: Scan, sentence: Sentence) -> bool:
    start, stop = sentence.start, sentence.stop
    return _ELSEWHERE.stands(scan, start, stop) and _elsewhere().search(scan.small, start, stop) is not None


def _of_a_state(title: Title) -> bool:
    return (
        title.of in country_codes()
        and not (title.former or title.weak or title.plural)
        and title.head not in office_words("spokesmen")
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{presence_words('elsewhere')}|{presence_words('doubt')})\b|[\"“?]")


_SUBJECT = re.compile(r"(?:^|[,;] (?:and |while |but )?|\b(?:while|whereas) )(?:the |an? )?$")
_GUEST = re.compile(
    r"\b(?:attended|joined|opened|addressed|chaired) by (?:[^.;]{0,80}(?:,|\band) )?(?:the )?$"
)
_CAME = re.compile(
    r"(?: also| both| all)? (?:attended|participated|took part|joined|represented (?:the|his|her)|addressed|spoke at|told the|opened the|chaired|presented|proposed|tabled|objected|abstained|vetoed|voted|walked out|took the floor)\b"
)


def _there(scan: Scan, sentence: Sentence, title: Title) -> bool:
    """The office is the subject of a verb of presence, or among those by whom the meeting was attended."""
    before = scan.small[sentence.start : title.start]
    if _GUEST.search(before[-120:]):
        return True
    stop = max(title.stop, title.of_stop if title.of_stop <= sentence.stop else 0)
    return bool(_SUBJECT.search(before[-40:])) and bool(_CAME.match(scan.small, stop, sentence.stop))


_DELEGATION = re.compile(
    r"(?:[’']s)? (?:delegation|delegate|side|representative|envoy|ambassador)(?: (?:[a-z]+ly ))?(?= )"
)
_DID = re.compile(
    r" (?:[a-z]{3,}ed|spoke|said|drew|put|made|took|gave|asked|called|thought|held|sought)\b(?! by\b)"
)


def delegations_there(scan: Scan, draft: Draft, sentence: Sentence) -> Iterator[Hit]:
    """The countries whose delegation did something there: "the Austrian delegation objected"."""
    if draft.firm or draft.status not in ("held", "ongoing"):
        return
    found = [
        hit
        for hit in scan.within(sentence.start, sentence.stop, "country", "adjective")
        if _acts(scan, sentence, hit)
    ]
    if found and not _told_elsewhere(scan, sentence):
        yield from found


def _acts(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    told = _DELEGATION.match(scan.small, hit.stop, sentence.stop)
    if told is None:
        return False
    before = scan.small[max(sentence.start, hit.start - 40) : hit.start]
    return bool(_SUBJECT.search(before)) and bool(_DID.match(scan.small, told.end(), sentence.stop))
