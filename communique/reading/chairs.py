"""Who chaired: "chaired by X", "X presided", "with X in the chair", "under the chairmanship of Kazakhstan"."""

import re
from collections.abc import Callable
from typing import NamedTuple

from communique.lexicon.phrases import Hit
from communique.model.party import Chair
from communique.reading.companies import Company, companies
from communique.reading.drafts import spans
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

Place2 = tuple[int, int]


class Seat(NamedTuple):
    """A chair, the person in it (None for a country), and the words that say so."""

    chair: Chair
    person: Person | None
    cue: Place2


_CHAIRED = Trigger(
    *(
        "chair",
        "presid",
        "leadership",
        "led the",
        "led by",
        "headed by",
        "directed",
        "conducted",
        "moderated",
    ),
    *("steered", "elected", "gavel", "moderating the", "steering the", "to order", "conducts the"),
)
_BY_WHOM = Trigger(
    *(
        "chaired ",
        "presided ",
        "moderated by",
        "led by",
        "headed by",
        "directed by",
        "conducted by",
        "steered by",
    )
)
_UNDER_WHOM = Trigger("under ")
_CHAIRS = Trigger(
    *(
        "co-chair",
        "chair",
        "presid",
        "will ",
        "acted as",
        "in the chair",
        "directed the",
        "conducted the",
        "led the",
    ),
    *("had the", "took the", "held the", "occupied the", "shared the", "moderated the", "steered the"),
    *(
        "moderating the",
        "steering the",
        "wield",
        "brought down",
        "banged down",
        "gavel",
        "called ",
        "conducts the",
    ),
)
_CHAIRING = Trigger("chairing ", "presiding over ", "in the chair", "co-chairs ")
_CHAIR = Trigger("chair", "presiding")
_ELECTION = Trigger("elected", "re-elected")
_CHAIR_OF = Trigger("chair", "president of the ", "the chair", "its chair", "their chair")
_SITTING = re.compile(
    r"\b(?:meetings?|sessions?|summit|conference|sitting|plenary|forum|talks|event|council|committee|commission|assembly|board|discussions?|debate|"
    r"consultations|negotiations|round|dialogue|deliberations|proceedings|works?|it|them|which)\b"
)
_OTHER = re.compile(
    r"\b(?:panel|group|team|task force|previous|last|day before|earlier|separate\w*|had|mission|delegation)\b(?:[^.;,]{0,40}|[^.;,]{0,40}, |[^.;]{0,40}, (?:which|that) [^.;,]{0,20})$"
)
# "the Kenyan delegation to the session in Windhoek, Namibia, is led by": those sent to it, not the sitting
_SENT = re.compile(
    r"\b(?:delegation|team|contingent|side) (?:to|at|in|for|attending|present at) (?:(?!(?:held|met|and|which|who|when|while)\b)[^;:.])*$"
)
_BY = re.compile(
    r"\b(?:(?:co-)?chaired (?:jointly |[^.;,]{1,40} )?by|presided (?:over )?by|moderated by|(?:is|was|were|are|be|being|to be) (?:led|headed|hosted and chaired|directed|conducted|steered) by)\b"
)
_UNDER = re.compile(
    r"\bunder (?:the|its|his|her) (?:joint )?(?:co-)?(?:chairmanship|chairpersonship|chairship|presidency|leadership|chair)(?: for \d{4}| in office| of(?: the)?|,)"
    r"|\bunder the gavel of(?: the)?"
)
_LOOSE = re.compile(r"is|was|were|are|be|to be|under [a-z]+ leadership")
_DID = re.compile(
    r"\b(?P<verb>(?:co-)?chair(?:ed|s|ing)|presid(?:ed|es|ing)|will (?:co-)?chair|will preside|acted as (?:the )?chair\w*|in the chair|(?:directed|conducted|led|moderat(?:ed|ing)|steer(?:ed|ing)) the|(?:had|took|held|occupied|shared) the chair|wield(?:ed|s|ing) the gavel|(?:brought|banged) down (?:the|his|her) gavel|gavell?ed|called (?:the [a-z ]{4,60} )?to order|conducts the)(?!\w)"
)
_ALONE = re.compile(r"presid|chair(?:ed|s)?$|in the chair|the chair|acted|gavel|to order")
_INVERTED = re.compile(
    r"\b(?:chairing|presiding over) [^.;,]{2,60}?(?: (?:is|was|were|are) |, )(?:the )?|\bin the chair(?: (?:is|was|were|are)|:) |\bco-chairs (?:were|are) (?:the )?"
)
_MARK = re.compile(
    r"\s?\((?:[a-z’' ]{2,30}[,;] )?(?:co-)?chair(?:man|person|woman)?\)|, (?:in the chair|presiding)\b| presiding\b| (?:serving |acting )?as (?:the )?chair(?:man|person|woman)?\b(?! of)"
)
_ENDS = re.compile(r"\s*(?:[.;,)]|$)")
# "who presided for Sweden", "was in the chair and said": the clause goes on; "committee chairs and members" are nouns
_PLAIN = re.compile(r"presid|chaired$|the chair$|wield|to order")
_GOES_ON = re.compile(r" (?:jointly|with|and|while|when|as|for (?!\d|\w+ years|years))\b")


def chairs_of(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """Everybody whom `sentence` names in the chair; two and more where they shared it."""
    if not _CHAIRED.stands(scan, sentence.start, sentence.stop):
        return []
    for rule in _RULES:
        found = rule(scan, cast, sentence)
        if found:
            return found
    return _country(scan, sentence)


def _by(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """ "chaired by X and Y"; "was led by X", of a sitting; "under the chairmanship of X"."""
    for cue in _by_or_under(scan, sentence):
        before = scan.small[max(sentence.start, cue.start() - 60) : cue.start()]
        loose = _LOOSE.match(cue[0])
        if _OTHER.search(before) or (loose and not _SITTING.search(before)):
            continue
        if (loose and _headed_for_good(scan, sentence, cue)) or _by_a_state(scan, cue):
            continue
        if loose and (
            _SENT.search(scan.small, sentence.start, cue.start()) or _delegations(scan, sentence, cue)
        ):
            continue
        named = companies(scan, cast, sentence)
        behind = next((c for c in named if -4 <= c.start - cue.end() <= _TITLES and c.stop > cue.end()), None)
        if behind and not _BROKEN.search(scan.small, cue.end(), behind.start):
            joint = "co-" in cue[0] or "jointly" in cue[0] or "joint" in cue[0]
            return _seats(behind if joint else _first(behind), cue.span())
    return []


def _by_a_state(scan: Scan, cue: re.Match[str]) -> bool:
    """ "presided over by Egypt, opened in the presence of X": the state, and nobody of it."""
    hits = scan.within(cue.end(), cue.end() + 6, "country", "organisation")
    return bool(hits) and scan.small[hits[0].stop : hits[0].stop + 1] in (",", ".", ";")


_FOR_GOOD = re.compile(r"(?:is|are|be|to be) (?:led|headed)")


def _headed_for_good(scan: Scan, sentence: Sentence, cue: re.Match[str]) -> bool:
    """ "The Commission will be headed by X": who heads a house, in the present or to come, chairs no sitting by that."""
    if not _FOR_GOOD.match(cue[0]):
        return False
    named = scan.within(sentence.start, cue.start(), "organ", "organisation")
    return bool(named) and cue.start() - named[-1].stop < _AUXILIARY


_AUXILIARY = 14  # characters of " will then "
_IT = re.compile(r"it $")
_OPENING = 60  # characters at the head of a sentence, where its subject stands
_DELEGATION = re.compile(r"\b(?:an?|the) (?:[\w-]+ ){0,3}(?:delegation|team|contingent)\b")


def _delegations(scan: Scan, sentence: Sentence, cue: re.Match[str]) -> bool:
    """ "A Vietnamese delegation attended the meeting. It was led by X": those who were sent, not the sitting."""
    if not _IT.fullmatch(scan.small, sentence.start, cue.start()):
        return False
    last = scan.sentence_at(max(0, sentence.start - 2))
    return last is not None and _DELEGATION.search(scan.small, last.start, last.start + _OPENING) is not None


_TITLES = 150  # characters of offices between "chaired by" and the name
_BROKEN = re.compile(r";|\b(?:discussed|attended|adopted|including)\b")


def _by_or_under(scan: Scan, sentence: Sentence) -> list[re.Match[str]]:
    start, stop = sentence.start, sentence.stop
    by = _BY.finditer(scan.small, start, stop) if _BY_WHOM.stands(scan, start, stop) else ()
    return [*by, *_UNDER_WHOM.each(scan, _UNDER, start, stop)]


def _did(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """ "X chaired the meeting", "X, who presided", "with X in the chair"; "X co-chaired it with Y"."""
    for cue in _CHAIRS.each(scan, _DID, sentence.start, sentence.stop):
        if not _of_sitting(scan, sentence, cue):
            continue
        named = companies(scan, cast, sentence)
        before = [c for c in named if c.start < cue.start() and cue.start() - c.stop < 160]
        if _WHOSE_COUNTRY.search(scan.small, max(sentence.start, cue.start() - 30), cue.start()):
            continue
        if not before or _OTHER.search(scan.small[max(sentence.start, cue.start() - 24) : cue.start()]):
            continue
        if _in_an_aside(scan, before, cue.start()):
            before = before[:-1]
        shared = "co-" in cue[0] or "shared" in cue[0]
        joint = shared or len(before[-1].people) == 2
        company = before[-1] if joint else _last(before[-1])
        found = _seats(company, cue.span())
        if shared:
            found += _with(scan, sentence, named, cue)
        return found
    return []


_WHO = re.compile(r",? (?:who|whose|which)\b")


def _in_an_aside(scan: Scan, before: list[Company], place: int) -> bool:
    """ "X, who took over from [Y] in March, chaired the meeting": the last one named is told of in passing."""
    if len(before) < 2 or "," not in scan.small[before[-1].stop : place]:
        return False
    return _WHO.search(scan.small, before[-2].stop, before[-1].start) is not None


def _of_sitting(scan: Scan, sentence: Sentence, cue: re.Match[str]) -> bool:
    """What is chaired is a sitting, or nothing is said of it."""
    after = scan.small[cue.end() : min(sentence.stop, cue.end() + 90)]
    if _ONE_SIDE.match(after):
        return False  # "led the Kenyan side at the talks"
    if _SITTING.search(after):
        return True
    if _PLAIN.search(cue["verb"]) and _GOES_ON.match(after):
        return True
    return bool(_ALONE.search(cue["verb"])) and bool(_ENDS.match(after) or after.startswith(" over"))


# "X, whose country chaired the last session"
_WHOSE_COUNTRY = re.compile(r"\bwhose (?:country|nation|government|state|organi[sz]ation) (?:\w+ )?$")
_ONE_SIDE = re.compile(r"(?: [\w’'-]+){0,3}? (?:side|delegation|team|mission|contingent|entourage)\b")


def _with(scan: Scan, sentence: Sentence, named: list[Company], cue: re.Match[str]) -> list[Seat]:
    """ "co-chaired the talks with Y": the other chair."""
    for company in named:
        gap = scan.small[cue.end() : company.start]
        if (
            company.start > cue.end()
            and len(gap) < 90
            and re.search(
                r"\b(?:with|and) (?:(?:the|his|her) )?(?:[a-z]+ (?:counterpart|colleague),? )?$", gap
            )
        ):
            return _seats(_first(company), cue.span())
    return []


def _inverted(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """ "Chairing the session was X"; "In the chair: X"; "Co-chairs were X and Y"."""
    cue = _CHAIRING.first(scan, _INVERTED, sentence.start, sentence.stop)
    if cue is None:
        return []
    named = companies(scan, cast, sentence)
    behind = next((c for c in named if 0 <= c.start - cue.end() < 12), None)
    if behind is None:
        return []
    return _seats(behind if "co-" in cue[0] else _first(behind), cue.span())


# "under Anna Lindt's chairmanship"; that of an organisation ("her chairmanship of the OSCE") is no sitting's
_OWN = re.compile(
    r"\bunder [^.;:]{4,90}?(?:[’']s?|s[’']) (?:co-)?(?:chair(?:man|person|)ship|gavel)\b(?! of)"
)
_WHOSE = re.compile(r"\bunder whose (?:co-)?(?:chair(?:man|person|)ship|gavel)\b(?! of)")
_WHOSE_GAP = re.compile(r"(?: of [^.;]{2,60})?,? ")


def _owned(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """ "under X's chairmanship"; "X, under whose gavel it met"."""
    start, stop = sentence.start, sentence.stop
    for cue in _UNDER_WHOM.each(scan, _OWN, start, stop):
        for company in companies(scan, cast, sentence):
            if cue.start() < company.people[0][0] and company.stop <= cue.end():
                return _seats(company, cue.span())
    for cue in _UNDER_WHOM.each(scan, _WHOSE, start, stop):
        for company in reversed(companies(scan, cast, sentence)):
            if company.stop <= cue.start():
                if _WHOSE_GAP.fullmatch(scan.small, company.stop, cue.start()):
                    return _seats(_last(company), cue.span())
                break
    return []


def _marked(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """ "X (chair)", "with X presiding"."""
    start, stop = sentence.start, sentence.stop
    if not (_CHAIR.stands(scan, start, stop) and _MARK.search(scan.small, start, stop)):
        return []
    for company in companies(scan, cast, sentence):
        for a, b, person in company.people:
            places = (b, company.stop) if (a, b, person) == company.people[-1] else (b,)
            for place in places:
                mark = _MARK.match(scan.small, place, sentence.stop)
                if mark:
                    return [_seat(person, (a, b), mark.span())]
    return []


_ELECTED = re.compile(
    r"\b(?:re-)?elected (?:as )?(?:(?:its|the|their) )?(?:new |session )?"
    r"(?:chair(?:man|person|woman)?\b(?! of)|(?:chair(?:man|person|woman)?|president) of the (?:[a-z]+ ){0,2}?"
    r"(?:meeting|session|conference|council|assembly|committee|commission|board|plenary|summit|sitting|forum)\b)"
)
_ELECT_GAP = re.compile(
    r",? ?(?:who )?(?:(?:was|were|has been|and was|and) )?(?:(?:also|unanimously|duly|then) )*|[^.;“”\"]{0,90}, (?:(?:was|who was|has been|and was) )?(?:(?:also|unanimously|duly|then) )*"
)


def _elected(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """ "X was elected chairman (of the Council)": who was put into the chair sat in it."""
    for cue in _ELECTION.each(scan, _ELECTED, sentence.start, sentence.stop):
        for company in reversed(companies(scan, cast, sentence)):
            if company.stop <= cue.start():
                if _ELECT_GAP.fullmatch(scan.small, company.stop, cue.start()):
                    return _seats(_last(company), cue.span())
                break
    return []


_HOLDER = re.compile(
    r"\b(?:chair|chairman|chairperson|chairwoman|president) of the (?:meeting|session|conference|talks|summit|sitting|plenary|gathering),? (?:the )?"
    r"|\b(?:the|its|their) chair(?:man|person|woman)?(?: this year| for (?:the year )?\d{4}| of the day)?, (?:the )?"
)


def _titled(scan: Scan, cast: Cast, sentence: Sentence) -> list[Seat]:
    """ "the chairman of the meeting, X"."""
    for cue in _CHAIR_OF.each(scan, _HOLDER, sentence.start, sentence.stop):
        for company in companies(scan, cast, sentence):
            if company.start - cue.end() <= 4 and cue.end() <= company.people[0][0]:
                return _seats(_first(company), cue.span())
    return []


_RULES: tuple[Callable[[Scan, Cast, Sentence], list[Seat]], ...] = (
    _by,
    _owned,
    _inverted,
    _did,
    _marked,
    _elected,
    _titled,
)


def _country(scan: Scan, sentence: Sentence) -> list[Seat]:
    """ "under the presidency of Kazakhstan", "co-chaired by A and B", "A chaired the meeting": no person is named."""
    for cue in _by_or_under(scan, sentence):
        if _LOOSE.match(cue[0]):
            continue
        stop = min(sentence.stop, cue.end() + 40)
        named = scan.within(cue.end(), stop, "country", "organisation")
        joint = "co-" in cue[0] or "joint" in cue[0]
        if named:
            return [_flag(scan, hit, cue.span()) for hit in (named if joint else named[:1])]
    for cue in _CHAIRS.each(scan, _DID, sentence.start, sentence.stop):
        for hit in scan.within(max(sentence.start, cue.start() - 40), cue.start(), "country"):
            if scan.words(hit.stop, cue.start()) in _STRAIGHT and _of_sitting(scan, sentence, cue):
                return [_flag(scan, hit, cue.span())]
    return []


_STRAIGHT = (" ", " also ", " has ", ", which ", " which ", " had ")


def _flag(scan: Scan, hit: Hit, cue: Place2) -> Seat:
    chair = Chair(
        name=scan.words(hit.start, hit.stop),
        represents=hit.value if hit.label == "country" else None,
        evidence={"": spans((hit.start, hit.stop), cue), "name": spans((hit.start, hit.stop))},
    )
    return Seat(chair, None, cue)


def _first(company: Company) -> Company:
    return company._replace(people=company.people[:1])


def _last(company: Company) -> Company:
    return company._replace(people=company.people[-1:])


def _seats(company: Company, cue: Place2) -> list[Seat]:
    return [_seat(person, (a, b), cue) for a, b, person in company.people]


def _seat(person: Person, at: Place2, cue: Place2) -> Seat:
    evidence = {"": spans(at, cue), "name": spans((person.start, person.stop), at)}
    return Seat(Chair(name=person.name, represents=person.represents, evidence=evidence), person, cue)
