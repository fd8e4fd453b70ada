"""Who was there: attended, was represented by, led the delegation, spoke at the sitting; and who was not."""

import re
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from communique.lexicon.bodies import bodies
from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.lexicon.phrases import lowered
from communique.reading.absences import gone, other_time
from communique.reading.beside import takes_part
from communique.reading.people import Cast, Person
from communique.reading.rosters import verbs, voters
from communique.reading.rows import founded
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting
from communique.reading.triggers import Trigger

Place2 = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Presence:
    """A person (or a country or organisation alone) at a sitting, with the words that say so."""

    person: Person | None
    code: str | None
    role: str | None
    at: tuple[int, int]
    cue: tuple[int, int]


_HEADED = re.compile(
    r"\b(?:led|headed|chaired)(?: \w+){0,3} by (?:the )?|[Hh]eads of (?:the )?delegations?[\w ]*:|\bled the delegation\b|\bheads? (?:of )?(?:the )?delegation\b|\bheaded the\b|\bleads? the\b"
)
_NO_LONGER = re.compile(r";|\b(?:attended|joined|addressed|opened) by\b|\bincluding\b")
_THERE = re.compile(
    r"\b(?:attended|attends?|attending|participat\w+|took part|takes? part|taking part|taken part|joined|joins?|was represented|were represented|is represented|are represented|represented|represents|representing|"
    r"delegations? (?:includes?|included|comprises?|comprised|consists?|consisted)|delegation was led|(?:delegations?|side|team)[^.;]{0,140}(?:led|headed)(?: \w+){0,3} by|(?:led|headed|leads|heads|leading|heading|will lead|will head|to lead|to head) (?:(?:the|a|an|his|her|its) )?(?:[\w’'-]+ ){0,3}(?:side|delegation|team)\b|(?:will accompany|accompan(?:ied|ies|ying)) (?:(?:the )?(?:prime minister|president|foreign minister|minister|premier|king|emir|delegation|head of state|leader|secretary|secretary-general|vice president|chancellor|speaker|commissioner|chairman|chairperson)|him|her)\b|head of (?:the|its|their) (?:[\w’'-]+ ){0,2}delegation,|accompanied by|flanked by|speaking (?:at|during)|spoke at|speech at|address(?:es|ed|ing)? the|open(?:ed|ing) the|inaugurat(?:ed|ing) the (?:[\w-]+ ){0,2}(?:meeting|session|summit|conference|forum|assembly|event)|it (?:was|is) (?:led|headed) by|presented (?:a|his|her|the) report|delivered (?:a|an|the|his|her|their) (?:\w+ ){0,2}(?:speech|address|remarks|statement|report|message|lecture)|"
    r"told (?:the|an?|this) (?:(?!(?:before|after|ahead|at|in|on|that|of|to|during|and|press|news)\b)[\w.’'-]+ ){0,7}(?:meeting|session|summit|conference|forum|council|participants|assembly|hall|plenary)|in the presence of|with the presence of|present at|(?:were|was|is|are|those|also|too) present|present too|present (?:there )?(?:were|was|are|included|includes)|(?:attendees|guests|dignitaries|panell?ists) (?:were|included|include)|(?:remarks|address|speech|statements?|presentations?|interventions?) (?:was|were) (?:also )?(?:given|made) by|was briefed by|were briefed by|briefed the (?:[\w’'-]+ ){0,4}(?:members|council|meeting|session|ministers|leaders|participants|committee|board|commission|delegates|delegations|assembly|summit)|co-hosted|(?:hosted|mediated|facilitated|moderated) by|(?:opened|hosted|addressed)(?=[.;]|$)|flew in (?:for|to)|inaugurated by|opened by|(?:comes?|coming) for (?:the|an?|its)|came(?:,| (?:as|for|to|in|from|with|the|too|all the way))|arrived for|at the table|in attendance|in presence|"
    r"gathered|(?:was|were) (?:also )?(?:among|there)\b|among (?:the )?(?:participants|attendees|those)|(?:standing|sitting) in for|read (?:out )?(?:a|the|his|her) [^.;]{0,12}(?:statement|message|remarks|communiqu|conclu)|brought (?:together )?[^.;]{0,40}among them|with the participation of|participants (?:were|included|are)|(?:was|were) (?:also )?composed of|(?:sat|sits|sitting) (?:in|down|for|beside|next to)|sent (?:a|an|its|his|her|their)\b(?! (?:[\w-]+ ){0,2}(?:messages?|letters?|telegrams?|cables?|notes?|regrets|apolog|greetings|condolences|congratulat))|took (?:the floor|his seat|her seat)|takes (?:the floor|his seat|her seat)|gave the floor to|"
    r"(?:was|were|is|are) (?:the |a )?(?:special )?guests?|with (?:him|her|them) (?:was|were|go|goes|went|came|travel\w*)|(?:was|were) in [a-z]\w+)(?!\w)"
    r"|(?<= )present(?=[.,;)]| -| –|$)"
)
_MAYBE = re.compile(
    r"\b(?:may|might|could|would|if|whether|invited to|was invited|were invited|expected to|hopes? to|wants? to) (?:\w+ )?(?:attend|participate|take part|join)\b"
    r"|\b(?:(?:those|guests) invited|invited guests|invitees)\b"
    r"|\b(?:would|could|might|may) have (?:attended|participated|taken part|joined)\b"
)
_AT_SITTING = re.compile(
    r"\b(?:at|during|in|to|addressing|opening|before) (?:the |a |an |today[’']s |this |yesterday[’']s )?$"
)
_OBSERVER = re.compile(r"\bas (?:an )?observers?\b|\bobservers?\b")
_GUEST = re.compile(r"\bas (?:an? )?(?:special |invited )?guests?\b|\bguests?\b")


# with what the words of presence can begin, and what must stand where the other patterns find anything
_COME = Trigger(
    *(
        "attend",
        "participa",
        "took part",
        "take part",
        "takes part",
        "taking part",
        "taken part",
        "join",
        "was ",
    ),
    *(
        "were ",
        "is ",
        "are ",
        "represent",
        "delegation",
        "side",
        "team",
        "led ",
        "headed ",
        "leads ",
        "heads ",
        "accompanied by",
        "flanked by",
        "speaking ",
    ),
    *("attendees", "guests", "dignitaries", "panelists", "panellists", "remarks w", "address w", "speech w"),
    *("statement was", "statements were", "presentation was", "presentations were", "interventions were"),
    *(
        "intervention was",
        "briefed ",
        "hosted",
        "co-hosted",
        "mediated by",
        "facilitated by",
        "moderated by",
        "flew in",
        "leading ",
        "heading ",
        "head of ",
    ),
    *("will lead", "will head", "to lead", "to head", "will accompany", "accompan"),
    *("spoke at", "speech at", "address", "open", "presented ", "delivered ", "told ", "in the presence"),
    *(
        "with the p",
        "present",
        "those present",
        "also present",
        "too present",
        "inaugurated by",
        "inaugurat",
        "it was led",
        "it was headed",
        "it is led",
        "it is headed",
        "came",
        "come",
        "coming for",
        "standing in for",
        "sitting in for",
        "arrived for",
    ),
    *(
        "at the table",
        "in attendance",
        "in presence",
        "gathered",
        "among ",
        "read ",
        "brought ",
        "sat ",
        "sits ",
    ),
    *("sitting ", "sent ", "took ", "takes ", "gave the floor", "with him", "with her", "with them"),
)
_COMING = Trigger("attend", "participate", "take part", "taken part", "join", "invited", "invitees")
_LEAVING = Trigger("flew ", "travelled ", "traveled ", "left ")
_WATCHING = Trigger("observer")
_INVITED = Trigger("guest")
_HEADING = Trigger("led ", "headed ", "chaired ", "heads ", "head ", "lead ", "leads ")
_SENDING = Trigger(
    *(
        "represented",
        "attended",
        "participate",
        "took part",
        "take part",
        "takes part",
        "joined",
        "dispatched",
    ),
    *("sent ", "among ", "present", "in attendance", "at the table", "as observer", "as an observer"),
    *("as guest", "as a guest", "as associate"),
)


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
    cue = _COME.first(scan, _THERE, start, stop) if _may_be_there(scan, sentence, words) else None
    found = _gathered(scan, sentence) if cue is None and listed is None else []
    if (cue is None and listed is None and not found) or away or _in_doubt(scan, start, stop):
        return []
    if found:
        return found
    at_cue = cue.span() if cue else listed or (0, 0)
    observers = (
        _WATCHING.stands(scan, start, stop) and _OBSERVER.search(scan.small, start, stop) is not None,
        _INVITED.stands(scan, start, stop) and _GUEST.search(scan.small, start, stop) is not None,
    )
    found = [
        Presence(person, None, _role(scan, cast, sentence, start, observers), (start, stop), at_cue)
        for start, stop, person in cast.at(sentence.start, sentence.stop)
        if takes_part(scan, sentence, start, stop)
        and not _speaks_for_others(person)
        and (listed or person.represents or any(not h.former for h in person.holdings))
    ]
    found.extend(_parties(scan, sentence, at_cue))
    return found


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
    if _COMING.stands(scan, start, stop) and _MAYBE.search(scan.small, start, stop):
        return True
    return _LEAVING.stands(scan, start, stop) and _LEFT.search(scan.characters, start, stop) is not None


_CLAUSE = re.compile(r";|,(?= (?:while|whereas|although|though|but) )")


def _parts(scan: Scan, sentence: Sentence) -> list[Sentence]:
    """The parts of a sentence between its semicolons, and where "while" or "but" sets one against another."""
    ends = [m.end() for m in _CLAUSE.finditer(scan.characters, sentence.start, sentence.stop)]
    places = pairwise([sentence.start, *ends, sentence.stop])
    return [replace(sentence, start=a, stop=b) for a, b in places if scan.words(a, b).strip()]


def _role(scan: Scan, cast: Cast, sentence: Sentence, start: int, observers: tuple[bool, bool]) -> str | None:
    low = max(sentence.start, start - 160)
    before = scan.words(low, start)
    headed = list(_HEADED.finditer(before)) if _HEADING.stands(scan, low, start) else None
    if headed and not _NO_LONGER.search(before[headed[-1].end() :]):
        led = cast.at(low + headed[-1].end(), start)
        gap = scan.words(led[-1][1], start) if led else " and "
        if " and " in gap or " by " in gap or led[-1][2].represents is None:
            return "head"
    return "observer" if observers[0] else "guest" if observers[1] else None


def speakers_at(
    scan: Scan, cast: Cast, sentence: Sentence, sittings: list[Sitting]
) -> list[tuple[Person, tuple[int, int], tuple[int, int]]]:
    """ "X said during a web-based meeting of the Council": who speaks at the sitting is there."""
    found = []
    for sitting in sittings:
        before = _AT_SITTING.search(scan.words(max(sentence.start, sitting.start - 14), sitting.start))
        says = verbs(scan, sentence.start, sentence.stop)
        if not before or not says or _MAYBE.search(scan.small, sentence.start, sentence.stop):
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
        if _delegates(scan, sentence, hit.start, hit.stop, hit.label, cue):
            code = bodies()[hit.value].acronym if hit.label == "organisation" else hit.value
            found.append(Presence(None, code, None, (hit.start, hit.stop), cue))
    return found


_WHOSE = re.compile(
    r"(?:(?P<by>\b(?:attended|joined|witnessed|observed) (?:also |as well )?by|\b(?:participation|presence|attendance) of)|\b(?:delegations?|observers?|representatives?|monitors|mediators|facilitators|ministers?|leaders?|governments?|foreign offices|heads of foreign (?:offices|ministries)|heads? of (?:state|government|delegation)s?|presidents?|secretaries|ambassadors?|officials|members?|envoys?|chiefs|speakers?|counterparts?|foreign ministers|experts?|participants|parliamentarians|governors|plenipotentiaries|diplomats|commissioners|chairmen|directors|commanders|undersecretaries|heads)"
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
    if not _SENDING.stands(scan, stop, high):
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
