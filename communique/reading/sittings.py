"""Phrases that name a sitting: "the ninth meeting of secretaries of the Security Councils of CIS member states"."""

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from communique.lexicon.phrases import Hit
from communique.lexicon.sittings import ordinal, sitting_words
from communique.reading.domestic import sits_at_home
from communique.reading.organs import Named, organs
from communique.reading.scan import Scan, word_before
from communique.reading.sentences import Sentence
from communique.reading.sitting_bodies import bodies_of, following_body, owning_body, subject_body, with_field
from communique.reading.sitting_edges import its_part, leftwards, rightwards
from communique.reading.sitting_numbers import number_of
from communique.reading.unheld import holds_its_own, of_others, unheld


class Sitting(msgspec.Struct, frozen=True, order=True):
    """A noun phrase for one sitting at `start, stop`, with what the phrase itself says."""

    start: int
    stop: int
    noun: str
    sentence: Sentence
    ordinal: int | None
    ordinal_at: tuple[int, int] | None
    bodies: tuple[Named, ...]
    words: frozenset[str]
    definite: bool
    named: bool
    plural: bool


# "the ASEAN Foreign Ministers' Retreat (AMM Retreat)", told once more in brackets
_SHORT_FOR_IT = re.compile(r" \((?P<name>[A-Z][A-Z0-9+-]{1,9}[ -][A-Z][a-z]+)\)")


def sittings(scan: Scan, sentence: Sentence) -> list[Sitting]:
    """Every phrase of `sentence` that names a sitting, in reading order."""
    found: list[Sitting] = []
    for noun in scan.within(sentence.start, sentence.stop, "meeting_noun"):
        if found and (noun.start < found[-1].stop or its_part(scan, found[-1].stop, noun.start)):
            continue
        if found and noun.value == "dialogue" and _FOR_THE.fullmatch(scan.small, found[-1].stop, noun.start):
            found[-1] = replace(found[-1], stop=noun.stop)  # "the meeting for the strategic dialogue" is one
            continue
        if (
            found
            and noun.value == "meeting"
            and noun.start == found[-1].stop + 1
            and found[-1].noun == "summit"
        ):
            found[-1] = replace(found[-1], stop=noun.stop)  # "a summit meeting" is one
            continue
        short = found and _SHORT_FOR_IT.match(scan.characters, found[-1].stop)
        if short and short.start("name") <= noun.start < short.end():
            found[-1] = replace(found[-1], stop=short.end())
            continue
        phrase = _phrase(scan, noun, sentence, found[-1].stop if found else sentence.start)
        if phrase is not None and not _nobodys(scan, phrase):
            scan.note("meetings", phrase.start, sittings)
            found.append(phrase)
    if not scan.within(sentence.start, sentence.stop, "organ", "organ?", "body_noun"):
        return found
    for rule in (_organs_sitting, _bodies_alone):
        for phrase in tuple(rule(scan, sentence, found)):
            scan.note("meetings", phrase.start, rule)
            found.append(phrase)
    return sorted(found)


def _nobodys(scan: Scan, phrase: Sitting) -> bool:
    """Denied, doubted, asked for, or held by those who sit for no state."""
    sentence = phrase.sentence
    at_home = not phrase.bodies and sits_at_home(scan, phrase.start, phrase.stop)
    if at_home or holds_its_own(scan, sentence, phrase.stop):
        return True
    return unheld(scan, sentence, phrase.start, phrase.stop) or of_others(scan, sentence, phrase.start)


_FOR_THE = re.compile(r" (?:for|of|under|within) (?:the |their |a )?(?:[a-z-]+ ){0,2}")


def _organs_sitting(scan: Scan, sentence: Sentence, found: list[Sitting]) -> Iterator[Sitting]:
    """ "the 58th AMM", "the December Agriculture Council", "at the Council on 9 October": an organ's name for its sitting."""
    for named in organs(scan, sentence.start, sentence.stop):
        if named.body is None or not named.body.is_organ or _taken(named.start, named.stop, found):
            continue
        start, number, place = _modified(scan, named.start, sentence.start)
        if number and _A_TERM.search(scan.small, max(sentence.start, start - 32), start):
            continue
        if start < named.start or _at_it(scan, sentence, named):
            yield _event(scan, sentence, start, named, number, place)


# "the first session of the fourth Parliament": the fourth is no sitting
_A_TERM = re.compile(
    r"\b(?:session|sitting|meeting|plenary|(?:as|elected) (?:the )?(?:chair\w*|president)) of (?:the )?$"
)


def _taken(start: int, stop: int, found: list[Sitting]) -> bool:
    return any(s.start < stop and start < s.stop for s in found)


_WHICH = re.compile(
    r"(?P<which>(?:[Ll]ast|[Nn]ext|[Tt]his) (?:year|month|week)[’']s |(?:[Nn]ext|[Ll]ast|[Pp]revious|[Pp]receding|[Uu]pcoming|[Ff]orthcoming) |(?:January|February|March|April|June|July|August|September|October|November|December)(?: 20\d\d)?(?:[’']s)? )$"
)


def _modified(scan: Scan, at: int, low: int) -> tuple[int, int | None, tuple[int, int] | None]:
    """Where the name begins with its number or "next", and that number."""
    before = word_before(scan.characters, at, max(low, at - 24))
    number = ordinal(before[1]) if before else None
    if before and number:
        start, word = before
        return start, number, (start, start + len(word))
    which = _WHICH.search(scan.words(max(low, at - 28), at))
    return (at - len(which["which"]) if which else at), None, None


_ATTENDING = re.compile(
    r"\b(?:at|to|for|during|(?:took|takes?|taking) part(?: on \w+day)? in|participat\w+(?: on \w+day)? (?:in|at)|attend\w*|address\w*|hosted|host|hosts|hosting|opened|chair\w*|presid\w+ over|margins of|sidelines of|ahead of|results of|outcomes? of) (?:the |its |their )?$",
    re.I,
)
_ON_A_DAY = re.compile(
    r"(?: \([A-Z0-9]+\))?(?:,? (?:held |meeting )?(?:on|in|at) (?:the )?(?:\d|[A-Z])|, (?=\d))|(?: \([A-Z0-9]+\))?,? (?:today|yesterday|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


_ATTENDED = re.compile(
    r"\b(?:(?:took|takes?|taking) part(?: on \w+day)? in|participat\w+(?: on \w+day)? in|attend(?:s|ed|ing)?|address(?:ed|es|ing)|chair(?:s|ed|ing)|presid(?:es|ed|ing) over) (?:the |its |their )?(?:[A-Z]{2,8} )?$"
)
_CITY_BEHIND = (" in ", ", ", " in the city of ")


def _came_to_it(scan: Scan, sentence: Sentence, named: Named) -> bool:
    """ "attended the Foreign Affairs Council in Brussels", "arrived on Monday to attend the Council of Ministers": with a city behind or a day before."""
    if not _ATTENDED.search(scan.words(max(sentence.start, named.start - 40), named.start)):
        return False
    cities = scan.within(named.stop, min(sentence.stop, named.stop + 16), "city", "country")
    if any(scan.words(named.stop, h.start) in _CITY_BEHIND for h in cities):
        return True
    return any(d.day or d.weekday is not None for d in scan.dates_within(sentence.start, named.start))


_SEAT_ON_IT = re.compile(
    r"\b(?:elect|re-?elect|appoint|refer|admit|submit|return|nominat|candidat|accredit|ambassador|envoy|representative)[^.;]{0,80} (?:to|for) (?:the )?$"
)
_OFFICES = ("Secretariat", "Commission", "Court", "Headquarters")


def _at_it(scan: Scan, sentence: Sentence, named: Named) -> bool:
    """Somebody was at it, and a day stands in the sentence right behind it or opens it."""
    came = _came_to_it(scan, sentence, named)
    if not came and not _ATTENDING.search(scan.words(max(sentence.start, named.start - 40), named.start)):
        return False
    if named.name.endswith(_OFFICES) or _SEAT_ON_IT.search(scan.small, sentence.start, named.start):
        return (
            False  # "will meet at the Secretariat in London": a house; "elected Malta to the Council": a seat
        )
    if came:
        return True
    behind = _ON_A_DAY.match(scan.characters, named.stop, sentence.stop)
    near = scan.dates_within(named.stop, min(sentence.stop, named.stop + 40))
    opening = scan.dates_within(sentence.start, min(sentence.start + 30, named.start))
    return bool(behind and near) or any(d.day for d in opening)


def _event(
    scan: Scan,
    sentence: Sentence,
    start: int,
    named: Named,
    number: int | None,
    place: tuple[int, int] | None,
) -> Sitting:
    words = frozenset(re.findall(r"[\w’'-]+", scan.small[start : named.stop]))
    noun = named.body.session if named.body else "meeting"
    return Sitting(start, named.stop, noun, sentence, number, place, (named,), words, False, True, False)


_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]+ ){0,4}$")


def _bodies_alone(scan: Scan, sentence: Sentence, found: list[Sitting]) -> Iterator[Sitting]:
    """ "the next Supreme Council", "The 31st Council", "Last year's Forum": of the body that the report is about."""
    for noun in scan.within(sentence.start, sentence.stop, "body_noun"):
        if not scan.characters[noun.start].isupper() or _taken(noun.start, noun.stop, found):
            continue
        before = _CAPITALS.search(scan.words(max(sentence.start, noun.start - 60), noun.start))
        begin = noun.start - len(before[0]) if before else noun.start
        start, number, place = _modified(scan, begin, sentence.start)
        termed = _A_TERM.search(scan.small, max(sentence.start, start - 32), start)
        if start == begin or termed or _taken(start, noun.stop, found):
            continue
        words = frozenset(re.findall(r"[\w’'-]+", scan.small[start : noun.stop]))
        own = _own_body(scan, begin, noun.stop, sentence.stop) if number is not None else ()
        stop = own[0].stop if own else noun.stop
        yield Sitting(start, stop, "meeting", sentence, number, place, own, words, False, False, False)


def _own_body(scan: Scan, begin: int, stop: int, end: int) -> tuple[Named, ...]:
    """ "the 38th (Joint Rivers Commission)"; "the 31st (Supreme Council)" may be any body's."""
    telling = {w.lower() for w in scan.words(begin, stop).split()[:-1]} - sitting_words("of_any_body")
    if not telling or scan.within(begin, stop, "organ", "organ?", "organisation"):
        return ()
    stop = with_field(scan, stop, end)
    return (Named(begin, stop, None, scan.words(begin, stop)),)


_WORD = re.compile(r"[\w’'-]+")
_CAPITALS_BEFORE = re.compile(r"[A-Z][\w-]+ (?:[A-Z][\w-]+ )*$")


def _phrase(scan: Scan, noun: Hit, sentence: Sentence, low: int) -> Sitting | None:
    name = noun.value
    if name not in sitting_words("sittings") and name not in sitting_words("guarded"):
        return None
    if _is_something_else(scan, noun) or _is_house(scan, noun):
        return None
    organ = _organ_around(scan, noun)
    if organ and _IN_OFFICE.search(scan.small, max(0, organ.start - 40), organ.start):
        return None
    begin, end = (
        (min(organ.start, noun.start), max(organ.stop, noun.stop)) if organ else (noun.start, noun.stop)
    )
    start = leftwards(scan, max(begin, low), low)
    prepares = _PREPARES.match(scan.small, max(start, noun.start - 40), min(sentence.stop, noun.stop + 90))
    stop = noun.stop if prepares else rightwards(scan, end, sentence.stop)
    start = _round_of(scan, start, low)
    number, place = number_of(scan, start, stop, noun)
    before = scan.words(max(sentence.start, start - 12), start).lower().split()
    named = bodies_of(scan, start, stop, noun) or subject_body(scan, sentence, low, start)
    if not prepares:
        named = named or following_body(scan, sentence, start, stop) or owning_body(scan, sentence, start)
    words = frozenset(_WORD.findall(scan.small, start, noun.stop))
    capital = scan.characters[noun.start].isupper() and bool(
        _CAPITALS_BEFORE.search(scan.words(start, noun.start))
    )
    found = Sitting(
        start,
        stop,
        name,
        sentence,
        number,
        place,
        named,
        words,
        bool(before) and before[-1] in ("the", "this", "that", "its", "their"),
        capital,
        name.endswith("s") and name[:-1] in sitting_words("sittings"),
    )
    return found if _counts(scan, found) else None


# "the preparatory meeting of the 49th session": two sittings
_PREPARES = re.compile(
    r"[^.;:]{0,40}?\bpreparatory (?:[\w-]+ ){0,2}(?:meeting|session)s? (?:of|for|to) [^.,;:]{0,70}?\b(?:session|summit|meeting|conference)\b"
)
# "elected President of the General Conference": an office of the organ
_IN_OFFICE = re.compile(
    r"\b(?:president|chair(?:man|woman|person)?|rapporteur|secretary|secretary[- ]general|presidency|chairmanship|bureau) of (?:the )?$"
)
_ROUND = re.compile(
    r"(?:(?:the|a) )?(?P<round>(?:[\w-]+ )?(?:round|edition|meeting|session) of (?:the )?(?:[\w-]+ ){0,3})$",
    re.I,
)


def _round_of(scan: Scan, start: int, low: int) -> int:
    """ "the fourth round of Foreign Office Consultations" begins at its number."""
    low = max(low, start - 70)
    match = _ROUND.search(scan.words(low, start)) if " of " in scan.small[low:start] else None
    if match is None or ordinal(match["round"].split()[0]) is None:
        return start
    few = set(match["round"].lower().split()[3:])
    return start if few & sitting_words("not_between") - {"the"} else start - len(match["round"])


_HELD_AT = re.compile(r"(?: (?:on|about|for) [^.,;:]{3,80}?)?,? held (?:in|on|at) ")


def _counts(scan: Scan, found: Sitting) -> bool:
    """A guarded noun needs a number, a body, or capitals ("seminar" alone is no sitting of a body)."""
    if found.noun in sitting_words("guarded"):
        held = _HELD_AT.match(scan.characters, found.stop, found.sentence.stop) or (
            _THERE.search(scan.small, max(found.sentence.start, found.start - 30), found.start)
            and _IN_CITY.match(scan.characters, found.stop, found.sentence.stop)
        )
        return bool(found.ordinal or found.bodies or found.named or held or "preparatory" in found.words)
    return True


_MARKS = ('"', "“", "”", "‘", "’")
_THERE = re.compile(r"\b(?:attended|took part in|hosted|opened|addressed) (?:an?|the) $")
_IN_CITY = re.compile(r"(?: (?:on|about|for) [^.,;:]{3,80}?)? (?:in|at) (?:the )?[A-Z]")
_VERB_FORM = re.compile(r"\b(?:after|before|while|by|when|upon|are|is|was|were|been|be) $")


def _is_something_else(scan: Scan, noun: Hit) -> bool:
    before = scan.words(max(0, noun.start - 16), noun.start).lower().split()
    after = scan.words(noun.stop, noun.stop + 16).lower().split()
    if before and before[-1] in sitting_words("not_before"):
        return True
    if before and before[-1] in ("by", "via", "through") and noun.value.startswith(("video", "tele", "web")):
        return bool(scan.within(max(0, noun.start - 80), noun.start, "meeting_noun"))  # how another was held
    if (
        after
        and after[0].strip(".,") in sitting_words("not_after")
        and scan.words(noun.stop, noun.stop + 1) == " "
    ):
        return True
    if (
        noun.value == "meeting"
        and before
        and _VERB_FORM.search(scan.small, max(0, noun.start - 7), noun.start)
    ):
        return bool(
            re.match(
                r" (?:with|the|his|her|their|our|all|these|demand|need|today|in|on)\b",
                scan.words(noun.stop, noun.stop + 8),
            )
        )
    if noun.value in ("summit", "congress") and _hill_or_house(scan, noun):
        return True
    if scan.words(noun.start - 1, noun.start) in _MARKS and scan.words(noun.stop, noun.stop + 1) in _MARKS:
        return True  # what is called "Summit"
    written = scan.words(noun.start, noun.stop)
    if (
        written[0].isupper()
        and noun.value in sitting_words("guarded")
        and re.match(r" [A-Z][a-z]", scan.words(noun.stop, noun.stop + 3))
        and not scan.within(noun.stop + 1, noun.stop + 2, "hold", "meet")
    ):
        return True
    if (
        noun.value in ("congress", "forum")
        and written[0].isupper()
        and _organ_around(scan, noun) is None
        and not before
    ):
        return True
    return scan.words(noun.stop, noun.stop + 1) == "-" or scan.words(noun.start - 1, noun.start) == "-"


_HILL = re.compile(r" of (?:mount|mt\.?|the mountain|the volcano|the hill|the peak)\b|[’']s crater")
_NATIONAL = re.compile(r"(?:(?:[’']s)? |-)(?:national |federal )?$")


def _hill_or_house(scan: Scan, noun: Hit) -> bool:
    """ "the summit of Mount Kenya", "the US Congress": no sitting."""
    if noun.value == "summit":
        return _HILL.match(scan.small, noun.stop) is not None
    houses = scan.within(max(0, noun.start - 40), noun.start + 1, "institution")
    if any(h.stop == noun.stop for h in houses):
        return True
    states = scan.within(max(0, noun.start - 40), noun.start, "country", "adjective")
    return bool(states) and _NATIONAL.fullmatch(scan.small, states[-1].stop, noun.start) is not None


_TAKES_PLACE = re.compile(
    r"(?:[’']s)?(?: \d{4})?,? (?:[a-z]+ )?(?:(?:was|is|were|will be|to be|being|has been) )?"
    r"(?:held|hosted|opened|opens|open|convened|kicked off|concluded|concludes|began|begins|closed|takes? place|took place|met|meets|meeting|summit|session)\b"
)


# "the Committee of the International Conference on the Lakes (ICL), met": whoever met is named before
_OWNER_MET = re.compile(r" \([a-z0-9-]+\),? (?:met|meets|convened|gathered|held)\b")
_AT_HOUSE = re.compile(
    r"\b(?:at|during|attend\w*|address\w*|host\w*|opened|(?:margins|sidelines|results|outcomes?) of|ahead of) (?:the |its |this )?$"
)


def _is_house(scan: Scan, noun: Hit) -> bool:
    """ "the Secretary General of the Pacific Islands Forum": an organisation by its name, unless one was at it or it was held."""
    for hit in scan.within(max(0, noun.start - 60), noun.start + 1, "organisation"):
        whole = hit.stop == noun.stop or _OWNER_MET.match(scan.small, hit.stop)
        if hit.start < noun.start and noun.stop <= hit.stop and whole:
            before = word_before(scan.characters, hit.start, max(0, hit.start - 24))
            if before and (
                ordinal(before[1]) or before[1].lower() in sitting_words("next") | sitting_words("previous")
            ):
                return False
            at_it = _AT_HOUSE.search(scan.small, max(0, hit.start - 30), hit.start)
            return not (at_it or _TAKES_PLACE.match(scan.small, hit.stop))
    return False


def _organ_around(scan: Scan, noun: Hit) -> Hit | None:
    for hit in scan.within(max(0, noun.start - 100), noun.start + 1, "organ", "organ?"):
        if hit.start <= noun.start and noun.stop <= hit.stop:
            return hit
    return None
