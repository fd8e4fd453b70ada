"""One who met the others of his rank: "the minister met his ASEAN counterparts", "she held talks with the leaders of the Turkic states"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from communique.lexicon.bodies import Body, bodies, organ_of, summit_of, telling
from communique.lexicon.cues import office_words
from communique.reading.bilaterals import NOT_MEETING
from communique.reading.comers import subjects_in
from communique.reading.organs import Named, organs
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sides import Side, sides_before
from communique.reading.sittings import Sitting
from communique.reading.unheld import unheld


class Fellows(NamedTuple):
    """The sitting of those who hold the same office in their countries, and who of them is named."""

    sitting: Sitting
    who: tuple[Side, ...]


_MET = re.compile(
    r"(?:(?:met|meets|meet|conferred|confers)(?: with)?|(?:held|holds|hold|had) (?:[\w-]+ ){0,3}?(?:talks|meeting|discussions|consultations) with)\b(?=(?P<whom>(?: (?:the|his|her|their|its|other|fellow|all|one|two|three|four|five|six|seven|eight|nine|ten|\d+))*) )"
)
_PEERS = re.compile(r" (?:(?!and\b)[\w-]+ )?(?:counterparts|colleagues|peers|opposite numbers)\b")
_PEERS_OF = re.compile(r"(?:counterparts|colleagues|peers) (?:from|of|in) (?:the )?(?:other )?")
_REACH = 90  # characters behind the verb in which those met are named


def fellow_members(scan: Scan, cast: Cast, sentence: Sentence) -> list[Fellows]:
    """Every sitting of members that the sentence tells of by one who was at it."""
    found: list[Fellows] = []
    for hit in scan.within(sentence.start, sentence.stop, "two_meet", "meet", "hold"):
        verb = _MET.match(scan.small, hit.start, sentence.stop)
        if verb is None or any(f.sitting.stop > hit.start for f in found):
            continue
        who = tuple(s for s in sides_before(scan, cast, sentence, hit.start) if s.person is not None)
        named = next(_named(scan, cast, verb, who, sentence.stop), None) if who else None
        if named is None or unheld(scan, sentence, hit.start, named.stop):
            continue
        if not NOT_MEETING.search(scan.words(max(sentence.start, hit.start - 40), hit.start)):
            found.append(Fellows(_sitting(sentence, hit.start, named), who))
    return found


def _named(scan: Scan, cast: Cast, verb: re.Match[str], who: tuple[Side, ...], end: int) -> Iterator[Named]:
    """The organ that those met and the one who met them make up."""
    low = verb.end("whom") + 1
    high = min(end, low + _REACH)
    for subject in subjects_in(scan, cast, low, high):
        for organ in subject.bodies:
            if subject.start == low and organ.body and organ.body.is_organ and _of_it(organ.body, who):
                yield replace(organ, start=low, stop=subject.stop)
    for organ in organs(scan, low, high):
        behind = _PEERS.match(scan.small, organ.stop, high) if organ.start == low else None
        before = _PEERS_OF.fullmatch(scan.small, low, organ.start)
        body = organ.body
        if body is None or body.is_organ or not (behind or before) or not _of_it(body, who):
            continue
        made = _organ(body, who)
        stop = behind.end() if behind else organ.stop
        yield Named(low, stop, made, made.name, made.acronym) if made else replace(organ, stop=stop)


def _of_it(body: Body, who: tuple[Side, ...]) -> bool:
    """Who met them sits for a member: a guest's talks with the members are another sitting."""
    members = bodies()[body.organisation].members
    return all(s.person is None or s.person.country in (None, *members) for s in who)


def _organ(body: Body, who: tuple[Side, ...]) -> Body | None:
    """The organ of those who hold the office of the one who met them."""
    main = next((s.person.main for s in who if s.person and s.person.main), None)
    if main is None:
        return None
    office = main.office.lower()
    if office in office_words("summit") | {"prime minister", "premier"}:
        return summit_of(body.organisation)
    return organ_of(body.organisation, telling(f"{office}s"))


def _sitting(sentence: Sentence, start: int, named: Named) -> Sitting:
    words = frozenset(("meeting", *telling(named.name)))
    return Sitting(start, named.stop, "meeting", sentence, None, None, (named,), words, False, False, False)
