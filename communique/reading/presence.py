"""Who was there: attended, was represented by, led the delegation, spoke at the sitting; and who was not."""

import re
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from communique.lexicon.bodies import bodies
from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.lexicon.phrases import lowered
from communique.reading.absences import gone, joins_a_body, other_time
from communique.reading.beside import takes_part
from communique.reading.people import Cast, Person
from communique.reading.presence_cues import (
    AT_SITTING,
    COME,
    COMING,
    GUEST,
    HEADED,
    HEADING,
    INVITED,
    LEAVING,
    MAYBE,
    OBSERVER,
    SENDING,
    THERE,
    WATCHING,
)
from communique.reading.rosters import verbs, voters
from communique.reading.rows import founded, left_out
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting

Place2 = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Presence:
    """A person (or a country or organisation alone) at a sitting, with the words that say so."""

    person: Person | None
    code: str | None
    role: str | None
    at: tuple[int, int]
    cue: tuple[int, int]


_NO_LONGER = re.compile(r";|\b(?:attended|joined|addressed|opened) by\b|\bincluding\b")


def presences(scan: Scan, cast: Cast, sentence: Sentence, listed: Place2 | None = None) -> list[Presence]:
    """Everybody whom `sentence` puts at the sitting it speaks of; `listed` where it is part of a list of participants.

    Absent, invited and hypothetical guests are left out.
    """
    start, stop = sentence.start, sentence.stop
    words = scan.words(start, stop)
    away = gone(scan, start, stop)
    parts = _parts(scan, sentence) if away else []
    if len(parts) > 1:
        return [p for part in parts for p in presences(scan, cast, part, listed)]
    cue = COME.first(scan, THERE, start, stop) if _may_be_there(scan, sentence, words) else None
    found = _gathered(scan, sentence) if cue is None and listed is None else []
    if (cue is None and listed is None and not found) or away or _in_doubt(scan, start, stop):
        return []
    if found:
        return found
    at_cue = cue.span() if cue else listed or (0, 0)
    beside = _guests(scan, cast, sentence)
    behind = cue.end() if cue and _WITH_WHOM.match(cue[0]) else sentence.start
    found = [
        Presence(person, None, _role(scan, cast, sentence, start, beside), (start, stop), at_cue)
        for start, stop, person in cast.at(behind, sentence.stop)
        if takes_part(scan, sentence, start, stop)
        and not _speaks_for_others(person)
        and (listed or person.represents or any(not h.former for h in person.holdings))
    ]
    found.extend(_parties(scan, sentence, at_cue))
    return found


# "X announced that the talks took place in the presence of Y": Y was there
_WITH_WHOM = re.compile(r"(?:in|with) the (?:presence|attendance) of")


def _may_be_there(scan: Scan, sentence: Sentence, words: str) -> bool:
    """A cheap look before the long pattern: one of its words must stand in the sentence."""
    if " was " in words or " were " in words or " is " in words or " are " in words:
        return True
    return bool(scan.within(sentence.start, sentence.stop, "there", "attend"))


_LEFT = re.compile(
    r"\b(?:flew|travelled|traveled|left) (?:back |on )?(?:to|for) [A-Z](?![^.;]{0,60}\bto (?:attend|participate|take part|represent))"
)


def _in_doubt(scan: Scan, start: int, stop: int) -> bool:
    """Somebody may come, or has left for it: that is not presence."""
    if other_time(scan, start, stop):
        return True
    if COMING.stands(scan, start, stop) and MAYBE.search(scan.small, start, stop):
        return True
    return LEAVING.stands(scan, start, stop) and _LEFT.search(scan.characters, start, stop) is not None


_CLAUSE = re.compile(
    r";|,(?= (?:while|whereas|although|though|but) )|,? and(?= (?:instead )?(?:sent|sends|delegated|dispatched) )"
)


def _parts(scan: Scan, sentence: Sentence) -> list[Sentence]:
    """The parts of a sentence between its semicolons, and where "while" or "but" sets one against another."""
    ends = [m.end() for m in _CLAUSE.finditer(scan.characters, sentence.start, sentence.stop)]
    places = pairwise([sentence.start, *ends, sentence.stop])
    return [replace(sentence, start=a, stop=b) for a, b in places if scan.words(a, b).strip()]


Guests = list[tuple[int, int, str]]
_PARTED = re.compile(r";|,? (?:as well as|along with|together with)\b|[()]")


def _guests(scan: Scan, cast: Cast, sentence: Sentence) -> Guests:
    """From where to where a sentence lists observers or guests: all of it, or the pieces that say so."""
    start, stop = sentence.start, sentence.stop
    found: Guests = []
    for trigger, pattern, role in ((WATCHING, OBSERVER, "observer"), (INVITED, GUEST, "guest")):
        told = pattern.search(scan.small, start, stop) if trigger.stands(scan, start, stop) else None
        if told is None:
            continue
        named = cast.at(start, stop)
        if not named or told.start() < named[0][0]:
            found.append((start, stop, role))
            continue
        edges = [start, *(m.end() for m in _PARTED.finditer(scan.small, start, stop)), stop]
        pieces = pairwise(edges)
        found += [(low, high, role) for low, high in pieces if pattern.search(scan.small, low, high)]
    return found


def _role(scan: Scan, cast: Cast, sentence: Sentence, start: int, beside: Guests) -> str | None:
    low = max(sentence.start, start - 160)
    before = scan.words(low, start)
    headed = list(HEADED.finditer(before)) if HEADING.stands(scan, low, start) else None
    if headed and not _NO_LONGER.search(before[headed[-1].end() :]):
        led = cast.at(low + headed[-1].end(), start)
        gap = scan.words(led[-1][1], start) if led else " and "
        if " and " in gap or " by " in gap or led[-1][2].represents is None:
            return "head"
    return next((role for low, high, role in beside if low <= start < high), None)


def speakers_at(
    scan: Scan, cast: Cast, sentence: Sentence, sittings: list[Sitting]
) -> list[tuple[Person, tuple[int, int], tuple[int, int]]]:
    """ "X said during a web-based meeting of the Council": who speaks at the sitting is there."""
    found = []
    for sitting in sittings:
        before = AT_SITTING.search(scan.words(max(sentence.start, sitting.start - 14), sitting.start))
        says = verbs(scan, sentence.start, sentence.stop)
        if not before or not says or MAYBE.search(scan.small, sentence.start, sentence.stop):
            continue
        for start, stop, person in cast.at(sentence.start, sentence.stop):
            verb = next(
                (h for h in says if -2 <= h.start - stop <= 160 and not _broken(scan, stop, h.start)), None
            )
            if verb and not _speaks_for_others(person):
                found.append((person, (start, stop), (verb.start, verb.stop)))
                break
    return found


def _broken(scan: Scan, start: int, stop: int) -> bool:
    """Between the name and its verb stand only titles: no quote, no other verb."""
    gap = scan.words(start, stop)
    return bool(re.search(r"[.;“”\"]", gap)) or bool(scan.within(start, stop, "hold", "meet", "decide"))


def _speaks_for_others(person: Person) -> bool:
    """Spokesmen tell of a sitting; they do not sit there."""
    main = next((h for h in person.holdings if not h.former), None)
    return main is not None and main.title.head in office_words("spokesmen")


def _parties(scan: Scan, sentence: Sentence, cue: tuple[int, int]) -> list[Presence]:
    """Countries and organisations that take part through a delegation, ministers or their own name in a list."""
    found = []
    for hit in scan.within(sentence.start, sentence.stop, "country", "adjective", "organisation"):
        if left_out(scan, sentence, hit.start):
            continue
        if _delegates(scan, sentence, hit.start, hit.stop, hit.label, cue):
            code = bodies()[hit.value].acronym if hit.label == "organisation" else hit.value
            found.append(Presence(None, code, None, (hit.start, hit.stop), cue))
    return found


_WHOSE = re.compile(
    r"(?:(?P<by>\b(?:attended|(?<!later )joined|witnessed|observed) (?:also |as well )?by|\b(?:participation|presence|attendance) of)|\b(?:delegations?|observers?|representatives?|monitors|mediators|facilitators|ministers?|leaders?|governments?|foreign offices|heads of foreign (?:offices|ministries)|heads? of (?:state|government|delegation)s?|presidents?|secretaries|ambassadors?|officials|members?|envoys?|chiefs|speakers?|counterparts?|foreign ministers|experts?|participants|parliamentarians|governors|plenipotentiaries|diplomats|commissioners|chairmen|directors|commanders|undersecretaries|heads)"
    r"(?: (?:and [\w ]{3,30}|of (?:foreign|internal|state|defen[cs]e|government|the government)s?(?: \w+)?))?(?: (?:of|from|representing)|,? (?:including|such as|namely)))(?: (?:the|countries|member states|states|all|such as|including|countries such as))*[: ]*(?P<list>[^.;]*)$"
)
# how the words before a country end that stands in a list of them
_LIST_ENDS = (
    "of ",
    "the ",
    "from ",
    "representing ",
    ", ",
    "and ",
    "as ",
    "including ",
    "countries ",
    "by ",
    "states ",
    "all ",
    ": ",
)
_SUBJECT = re.compile(
    r",?(?: too,?| also)? (?:(?:is|are|was|were|has been|have been) (?:also )?represented\b|(?:also )?(?:attended(?! by\b)|participated|participates?|took part|takes? part|(?:is|are|was|were) (?:participating|taking part)|joined(?! by\b| (?:the |this )?(?:[\w-]+ ){0,2}(?:program(?:me)?|organi[sz]ation|union|agreement|convention|treaty|initiative|bloc|alliance|community)\b)|dispatched|sent (?:a|an|its|their|observers|delegations))\b|(?:is|are|was|were) (?:also )?(?:among (?:the )?(?:\w+ )?(?:observers|participants|guests|attendees|countries)|present\b|in attendance|at the table)|as (?:an? )?(?:observers?|guests?|[Aa]ssociate [Mm]embers?)\b)"
)
_LET_IN = re.compile(
    r"\b(?:admi\w+|accept\w*|grant\w*|welcom\w+|invit\w+|propos\w+|join(?:ing|ed) (?:the|it)|status)\b"
)


_THEIR_SIDE = re.compile(r"[’']s? (?:delegation|side|representatives?)\b")
_ITS_SIDE = re.compile(
    r"(?:(?:,| and|, and) [A-Z][a-z]+){0,4} (?:(?:parliamentary |military |government )?delegations?|sides?|teams?|representatives?)\b"
)


def _delegates(scan: Scan, sentence: Sentence, start: int, stop: int, label: str, cue: Place2) -> bool:
    after = scan.words(stop, stop + 30)
    if label == "adjective":
        return _ITS_SIDE.match(after) is not None
    before = scan.words(max(sentence.start, start - 220), start)
    owners = _WHOSE.search(lowered(before)) if before.endswith(_LIST_ENDS) else None
    if owners and owners["by"] and founded(lowered(before)):
        return False  # an organisation "established with the participation of A and B"
    listed = owners is not None and _only_countries(scan, start - len(owners["list"]), start)
    if label == "organisation":
        listed = listed and not (owners and _ITS_MEMBERS.match(owners[0]))
        whole = bool(_WHOLE.match(scan.characters, stop, sentence.stop))
        return (listed and (whole or not (owners and owners["by"]))) or _takes_part_itself(
            scan, sentence, stop
        )
    if listed:
        return True
    return (after[:1] in ("’", "'") and _THEIR_SIDE.match(after) is not None) or _takes_part_itself(
        scan, sentence, stop
    )


# whose holders come for their states, not for the organisation that these are members of
_ITS_MEMBERS = re.compile(
    r"(?:foreign )?(?:ministers?|leaders?|governments?|heads? of (?:state|government)s?|presidents?|members?|parliamentarians|governors|speakers?|counterparts?)\b"
)
_WHOLE = re.compile(
    r"\s*(?:\([A-Za-z]+\))?\s*(?:[,.;)]|$|(?:and|as well as|as observers?|at|in|on|also|were|was)\b)"
)
_ASIDE = re.compile(r" ?,(?: both| all)? (?:the|two|three|its|their) [^,;.()]{3,50} ?,?$")


def _takes_part_itself(scan: Scan, sentence: Sentence, stop: int) -> bool:
    """ "A, B and C also take part": the verb stands behind this country or the end of its list."""
    high = min(sentence.stop, stop + 240)
    if joins_a_body(scan, stop) or not SENDING.stands(scan, stop, high):
        return False
    for verb in _SUBJECT.finditer(scan.characters, stop, high):
        if " as " in verb[0][:5] and _LET_IN.search(scan.small, sentence.start, verb.start()):
            return False  # "welcomed A as an observer": into the organisation
        aside = _ASIDE.search(scan.words(stop, verb.start()))
        return verb.start() == stop or _only_countries(
            scan, stop, stop + aside.start() if aside else verb.start()
        )
    return False


def _only_countries(scan: Scan, start: int, stop: int) -> bool:
    """Between "ministers of" and this country stand only countries and joining words."""
    rest = scan.words(start, stop)
    for hit in scan.within(start, stop, "country", "organisation", "adjective"):
        rest = rest.replace(scan.words(hit.start, hit.stop), "")
    return not rest.strip(", ") or not _JOINING.sub("", _UNKNOWN.sub("", rest))


_JOINING = re.compile(
    r"\b(?:the|and|as well as|of|from|republic|kingdom|federation|representatives|delegations|delegates|observers|officials|experts|partners)\b|[,\s]|\([A-Z]*\)",
    re.I,
)
_UNKNOWN = re.compile(
    r"(?<=the )(?:[A-Z][\w’'-]+ ){1,3}(?:Secretariat|Bank|Commission|Organi[sz]ation|Union|Forum|Agency|Council|Association|Fund|Programme)\b"
)


def _gathered(scan: Scan, sentence: Sentence) -> list[Presence]:
    """ "The presidents of A, B and C discussed ...": a list of countries whose ministers or governments act together."""
    votes = voters(scan, sentence)
    if votes and not votes[1]:
        return [Presence(None, code, None, at, (sentence.start, at[0])) for code, at in votes[0]]
    countries = scan.within(sentence.start, sentence.stop, "country")
    acts = scan.within(sentence.start, sentence.stop, "meet", "hold", "discuss", "decide")
    if len(countries) < 2 or not acts:
        return []
    cue = (acts[0].start, acts[0].stop)
    found = [
        Presence(None, hit.value, None, (hit.start, hit.stop), cue)
        for hit in countries
        if _delegates(scan, sentence, hit.start, hit.stop, "country", cue)
    ]
    return found if len(found) >= 2 else []


def is_country(code: str | None) -> bool:
    """True for an ISO code of the lexicon."""
    return code in country_codes()
