"""Offices whose title names no owner: settled from the person, the report's country, its place, its organisation."""

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.bodies import bodies
from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words, titles_of_one, titles_of_one_body
from communique.lexicon.holders import known_holders
from communique.lexicon.phrases import Hit
from communique.reading.entourage import beside_a_stranger, in_train
from communique.reading.homes import (
    agency_home,
    home_country,
    home_organisation,
    host_country,
    spoken_of,
    tells_of_own,
)
from communique.reading.known import settle_known
from communique.reading.pointing import opposite, placed, settle_between, settle_pointed, settle_served
from communique.reading.scan import Scan

if TYPE_CHECKING:
    from communique.reading.persons import Holding, Person


def settle(scan: Scan, people: "list[Person]") -> None:
    """Give every open office the owner that the rest of the report tells."""
    for person in people:
        _drop_address(person)
    _hosts(scan, people)
    settle_known(scan, people)
    settle_pointed(scan, people)
    _of_one_body(people)
    _of_the_house(scan, people)
    _of_organisation(scan, people)
    settle_served(scan, people)
    _commissioners(scan, people)
    settle_known(scan, people, chairs=True)
    _homonyms(scan, people)
    _of_person(people)
    _by_title(scan, people)
    settle_between(scan, people)
    in_train(scan, people, _international)
    _of_person(people)
    _at_home(scan, people)


def _drop_address(person: "Person") -> None:
    """ "the Secretary General, Ambassador X": beside another office a bare "Ambassador" is how one is addressed."""
    if len(person.holdings) > 1:
        told = {h.title.of for h in person.holdings if h.title.of in country_codes() and not h.house}
        person.holdings[:] = [
            h
            for h in person.holdings
            if h.office.lower() != "ambassador" or (h.of and (not told or h.of in told))
        ] or person.holdings


_HOST = re.compile(r"\b(?:Host|host|Our host|summit host|the host),? $")


def _hosts(scan: Scan, people: "list[Person]") -> None:
    """ "Host X regretted it": somebody of the country where the report's meeting is held."""
    for person in people:
        if person.represents or person.holdings:
            continue
        if any(_HOST.search(scan.words(max(0, a - 14), a)) for a, _ in person.mentions):
            home = host_country(scan)
            person.nation = home.value if home else None


_ORGAN = re.compile(
    r"\b(?:of|for) (?:the |its |their )?(?:[\w-]+ )?(?:Commission|(?:Parliamentary |General )?Assembly|Conference|Authority|Organ|Union|Organi[sz]ation|Alliance|Association|Board of Governors|Executive Committee|Executive Council|Council|Secretariat|Forum|Bank|Community|bloc|organi[sz]ation)\b|^(?:the )?(?:[\w-]+ )?(?:Assembly|Council|Forum|Commission)(?:[’']s)? "
)


def _of_organisation(scan: Scan, people: "list[Person]") -> None:
    """ "Secretary General X", "President of the Commission Y": offices of the organisation that the report is about."""
    every = (h for p in people for h in p.holdings if h.of is None)
    open_ones = [h for h in every if _international(h) or _alone(scan, h) or _in_organ(scan, h)]
    home = home_organisation(scan) if open_ones else None
    if home is None:
        return
    acronym, hit = home
    for holding in open_ones:
        organs = _in_organ(scan, holding)
        if _UNKNOWN_HOUSE.search(scan.words(max(0, holding.title.start - 8), holding.title.start)):
            continue
        if organs and not _international(holding) and acronym not in organs:
            continue
        holding.of, holding.house = acronym, True
        holding.at = (*holding.at, (hit.start, hit.stop))


_UNKNOWN_HOUSE = re.compile(r"\b[A-Z]{3,6} $")  # "FIA Director General X", whoever the FIA is


def _in_organ(scan: Scan, holding: "Holding") -> set[str]:
    """ "Chairman of the Military Committee": the organisations that have an organ of the name inside the title."""
    title = holding.title
    if title.head not in office_words("presiding") or title.core_stop - title.core_start < 12:
        return set()
    hits = scan.within(title.core_start, title.core_stop, "organ?")
    return {bodies()[h.value].acronym for h in hits if h.stop == title.core_stop}


_SET_ALONE = re.compile(
    r"(?:^|[.!?:;,”\"\n]\s*|\s[-–—]\s)(?:(?:the|its new|new|outgoing|acting)\s)*$|\b(?:by|from|with|to|and|as|that)\sthe\s$",
    re.I,
)
_ANOTHER_HOUSE = re.compile(
    r",? (?:of|at|from|with|for|in) (?:the )?[A-Z]|, (?:the )?[A-Z]|,? \([A-Z]| [A-Z]"
)


def _alone(scan: Scan, holding: "Holding") -> bool:
    """ "Executive Director X", "X, the Director, said": no house in front of it, in it or behind it."""
    title, run = holding.title, holding.at[0]
    bare = holding.office.lower() == title.head and title.head in office_words("alone")
    if not bare or title.plural or not _SET_ALONE.search(scan.words(max(0, title.start - 16), title.start)):
        return False
    return not _ANOTHER_HOUSE.match(scan.characters, max(run[1], title.stop))


def _homonyms(scan: Scan, people: "list[Person]") -> None:
    """ "Congolese President X": of two states that share the word, the one of which X is known to hold office."""
    for person in people:
        told = [h for h in person.holdings if h.of and len(h.at) > 2]
        for holding in told:
            start = holding.at[2][0]
            meant = {h.value for h in scan.within(start, start + 1, "country", "adjective", "people")} - {
                holding.of
            }
            known = {k.of for k in known_holders(person.name)} if meant and " " in person.name else set()
            if holding.of not in known and len(meant & known) == 1:
                holding.of = (meant & known).pop()


_OF_OTHERS = re.compile(r" of (?:the )?[A-Z]| for [a-z]| (?:for|in) [A-Z][a-z]+ (?:Affairs|Ministry)")
_SECRETARY = re.compile(r"\b(?:Secretary|Director)[- ]General\b", re.I)


_SENT_BY_IT = frozenset(
    (
        "special representative",
        "personal representative",
        "special envoy",
        "personal envoy",
        "envoy",
        "special adviser",
    )
)


def _international(holding: "Holding") -> bool:
    """A head that organisations have: alone ("Secretary General"), or with one of their organs ("Chair of the Authority")."""
    head = holding.title.head
    if head in office_words("international"):
        return not _OF_OTHERS.search(holding.office) or bool(_ORGAN.search(holding.office))
    if head in office_words("spokesmen") or head in _SENT_BY_IT:
        return bool(_SECRETARY.search(holding.office))
    if head not in office_words("presiding"):
        return False
    bare = head in _bare_chairs() and len(holding.office.split()) < 3
    return bare or bool(_ORGAN.search(holding.office))


def _commissioners(scan: Scan, people: "list[Person]") -> None:
    """ "Commissioner X": of the organisation with commissioners that the report names, when it names one of them only."""
    open_ones = [
        h for p in people for h in p.holdings if h.of is None and h.title.head.startswith("commissioner")
    ]
    hits = [h for h in scan.hits.get("organisation", []) if h.value in office_words("commissioned")]
    if open_ones and len({h.value for h in hits}) == 1:
        for holding in open_ones:
            holding.of = bodies()[hits[0].value].acronym
            holding.at = (*holding.at, (hits[0].start, hits[0].stop))


def _of_person(people: "list[Person]") -> None:
    """An office without a country takes the person's own, when the text states one elsewhere."""
    for person in people:
        country = person.country
        for holding in person.holdings:
            if (
                holding.of is None
                and country
                and not holding.former
                and holding.title.head not in office_words("international")
                and not (holding.title.head in _bare_chairs() and len(holding.office.split()) < 3)
            ):
                holding.of = country


@cache
def _bare_chairs() -> frozenset[str]:
    """Those who preside over a meeting or an organ ("the vice-chair, X") sit there for no country."""
    return office_words("presiding") - {"president", "vice president", "vice-president", "commissioner"}


def _of_one_body(people: "list[Person]") -> None:
    """ "Supreme Allied Commander Europe": a title that one organisation alone gives."""
    for holding in (h for p in people for h in p.holdings if h.of is None):
        holding.of = titles_of_one_body().get(" ".join(holding.office.lower().split()))


_THE_HOUSES = re.compile(
    r"(?:the )?(?P<noun>bank|commission|cent(?:re|er)|alliance|forum|fund|community|bloc|union|league|association|agency|committee|secretariat)[’'`]s "
)


def _of_the_house(scan: Scan, people: "list[Person]") -> None:
    """ "the Bank's president": of the house of that kind that the report named last before."""
    for holding in (h for p in people for h in p.holdings if h.of is None):
        start = holding.title.start
        noun = _THE_HOUSES.match(scan.small, start) or _THE_HOUSES.search(
            scan.small, max(0, start - 14), start
        )
        hit = _last_house(scan, noun["noun"], start) if noun else None
        if hit:
            holding.of, holding.house = bodies()[hit.value].acronym, True
            holding.at = (*holding.at, (hit.start, hit.stop))


def _last_house(scan: Scan, noun: str, place: int) -> Hit | None:
    """The organisation or organ named last before whose name has the word."""
    hits = scan.within(0, place, "organisation", "organ")
    return next((h for h in reversed(hits) if noun in bodies()[h.value].name.lower().split()), None)


def _by_title(scan: Scan, people: "list[Person]") -> None:
    """A title that by itself is one country's, where the report speaks of that country."""
    for holding in (h for p in people for h in p.holdings if h.of is None):
        words = " ".join(holding.office.lower().split())
        codes = titles_of_one().get(words, "").split()
        hits = [h for h in _countries(scan) if h.value in codes] if codes else []
        hits = hits or ([h for h in scan.hits.get("city", []) if h.value in codes] if codes else [])
        if words == "pope":
            holding.of = codes[0]
        if len({h.value for h in hits}) == 1:
            hit = hits[0]
            holding.of = hit.value
            holding.at = (*holding.at, (hit.start, hit.stop))


def _countries(scan: Scan) -> list[Hit]:
    return [*scan.hits.get("country", []), *scan.hits.get("adjective", []), *scan.hits.get("institution", [])]


def _is_seat(scan: Scan, host: Hit) -> bool:
    """Where an organisation of the report has its seat, everybody is a guest."""
    city = scan.words(host.start, host.stop)
    named = (
        bodies()[bodies()[h.value].organisation]
        for h in scan.hits.get("organisation", [])
        if bodies()[h.value].organisation in bodies()
    )
    return any(city in (b.seat or "").split(", ") for b in named)


def _may_be_of(person: "Person", code: str) -> bool:
    """Nobody known to be of other countries only is given this one."""
    known = known_holders(person.name) if " " in person.name else ()
    return not known or any(k.of == code for k in known)


@cache
def _guests_never() -> frozenset[str]:
    """Heads that only states have: a "chief executive" or an "adviser" may serve any house, a "Vice President" any organ."""
    shared = office_words("shared") - office_words("spokesmen")
    heads = office_words("state") - office_words("international") - office_words("weak") - shared
    return heads - (office_words("presiding") - {"president"})


def _home(scan: Scan, owners: set[str]) -> tuple[str, tuple[int, int] | None] | None:
    """The country whose offices need no telling here, and the words that say so: the host's or the report's, else the agency's.

    The agency's own goes first where it tells of its own country and nobody of another holds an office; the report's
    counts where nobody of another does.
    """
    told = agency_home(scan)
    alone = told and not owners - {told[0]}
    if told and alone and (tells_of_own(scan, told[0]) or (not owners and told[0] in spoken_of(scan))):
        return told
    host = host_country(scan)
    home = None if host and _is_seat(scan, host) else host or home_country(scan)
    if home and (home is host or not owners - {home.value}):
        return home.value, (home.start, home.stop)
    return told if alone or (told and told[0] in spoken_of(scan)) else None


_PRIVATE = re.compile(r",? of an? [a-z]")


_BELOW = frozenset(("first", "deputy", "vice", "assistant", "state", "acting", "senior", "junior"))


def _anybodys(scan: Scan, holding: "Holding") -> bool:
    """ "the deputy minister", "a minister": what every country has many of, with nothing that tells which, is no more the home's than another's."""
    *before, last = holding.office.lower().split()
    bare = last in ("minister", "secretary") and _BELOW.issuperset(before)
    start = holding.title.start
    return bare and (bool(before) or scan.words(max(0, start - 3), start).endswith(" a "))


_TOGETHER = re.compile(r"\bco-?chair(?:ed|s|men|persons|ing)?\b")


def _shares_the_chair(scan: Scan, people: "list[Person]", person: "Person") -> bool:
    """ "co-chaired by Minister X and Minister Y": of two countries, and nothing tells which of them is the home's."""
    sentence = scan.sentence_at(person.start)
    if sentence is None or _TOGETHER.search(scan.small, sentence.start, sentence.stop) is None:
        return False
    others = (p for p in people if p is not person and sentence.start <= p.start < sentence.stop)
    return any(not p.represents for p in others)


def _at_home(scan: Scan, people: "list[Person]") -> None:
    """An office of a state without a country belongs to the country that tells, to the host, or to the one that the report is about."""
    open_ones = [(p, h) for p in people for h in p.holdings if h.of is None and not p.represents]
    owners = {h.of for p in people for h in p.holdings if h.of in country_codes()}
    home = _home(scan, owners) if open_ones else None
    if home is None:
        return
    code, spot = home
    taken = {h.title.head for p in people for h in p.holdings if h.of == code}
    abroad = {h.title.head for p in people for h in p.holdings if h.of not in (None, code)}
    held = {(h.office.lower(), h.of) for p in people for h in p.holdings if not h.former}
    where = placed(people)
    strangers = {stop for p in people if not p.represents for _, stop in p.mentions}
    opposed = code in owners
    for person, holding in open_ones:
        head = holding.title.head
        ministry = head == "secretary" and " " in holding.office
        if holding.title.plural or not (ministry or head in _guests_never()):
            continue
        if _anybodys(scan, holding) or (holding.office.lower(), code) in held:
            continue
        if (opposed and beside_a_stranger(scan, holding, strangers)) or _shares_the_chair(
            scan, people, person
        ):
            continue
        rivals = head in office_words("single") and (head in taken or head in abroad)
        private = any(_PRIVATE.match(scan.characters, stop) for _, stop in person.mentions)
        if rivals or private or not _may_be_of(person, code):
            continue
        if opposite(scan, people, where, person) != code:
            holding.of = code
            holding.at = (*holding.at, spot) if spot else holding.at
