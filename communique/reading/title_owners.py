"""Whose office a title names: the country or body in front of it, inside it or at its end, cut from the title."""

import re

from msgspec.structs import replace

from communique.lexicon.bodies import bodies
from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan

_OWNING = re.compile(r"[’'`‘]?s? ")
# "Council of the Republic of the Sudan": the Republic belongs to the country behind it
_JOINED = re.compile(
    r" {1,2}(?:of|from)\s{1,14}(?:(?:the )?(?:Republic|State|Kingdom|Union) of the |(?:[Tt]he )?)$"
)


_ADDED = (
    "new ",
    "current ",
    "visiting ",
    "newly-elected ",
    "newly-appointed ",
    "incumbent ",
)  # no part of the office


def leading_owner(scan: Scan, start: int, head: int) -> tuple[int, Hit | None]:
    """Cut a country or organisation in front: "Belarusian Foreign Minister" is a Foreign Minister of BY."""
    for hit in scan.within(start, head, "country", "adjective", "organisation"):
        if hit.start == start or scan.words(start, hit.start).lower() in (
            "former ",
            "then ",
            "acting ",
            "the ",
            *_ADDED,
        ):
            after = _OWNING.match(scan.characters, hit.stop, head)
            inner = scan.within(hit.stop, head, "organ", "organ?")
            told = hit.start == start or scan.words(start, hit.start).lower() in _ADDED
            cut = after.end() if after and not inner and told else start
            return min(cut, head), _owner(hit)
    own = _THE_COUNTRYS.match(scan.small, start, head)
    return (own.end() if own else start), None


_THE_COUNTRYS = re.compile(r"(?:country|nation|republic|kingdom)[’'`]s ")
_OF_MINISTRY = re.compile(r"\b(?:Ministry|Department) (?:of|for) (?:the )?(?:[A-Z][\w-]+,? (?:and |& )?)*$")


def with_ministry(scan: Scan, at: int, low: int) -> int:
    """ "Fiji's Ministry of Fisheries Permanent Secretary X": where a title begins with the house that ends in front of it."""
    words = scan.words(max(low, at - 70), at)
    house = _OF_MINISTRY.search(words) if words.endswith(" ") else None
    if house is None:
        return at
    start = at - len(words) + house.start()
    for hit in scan.within(max(low, start - 40), start, "country", "adjective", "organisation"):
        if _OWNING.fullmatch(scan.words(hit.stop, start)):
            return hit.start
    return start


def trailing_owner(scan: Scan, head: int, stop: int) -> tuple[int, Hit | None]:
    """Cut "of the Republic of Belarus" and "of the CSTO" at the end; an organ stays in the title."""
    last = None
    for hit in scan.within(head, stop, "country", "organisation", "adjective"):
        if hit.stop == stop and (last is None or hit.start < last.start or last.label == "adjective"):
            last = hit  # "Viet Nam" is a country, and what is of it
    if last is None or last.label == "adjective":
        return stop, None
    last = _first_of_list(scan, head, stop, last)
    before = scan.words(max(head, last.start - 40), last.start)
    joined = _JOINED.search(before) or _sent_for(scan, head, last)
    if not joined:
        return stop, None
    return _cut_before(scan, head, stop, last, joined[0])


_FOR = re.compile(r" for (?:the )?$")


def _sent_for(scan: Scan, head: int, last: Hit) -> re.Match[str] | None:
    """ "Commissioner to the OECS for Grenada", "Representative to the UN for Fiji": who sits there for a country."""
    joined = _FOR.search(scan.words(max(head, last.start - 9), last.start))
    if joined is None or last.label != "country":
        return None
    house = next(iter(scan.within(head, last.start, "organisation", "organ")), None)
    return joined if house and re.search(r" (?:to|at|on) (?:the )?$", scan.words(head, house.start)) else None


def _first_of_list(scan: Scan, head: int, stop: int, last: Hit) -> Hit:
    """ "ministers of Egypt, Sudan and Ethiopia" is cut before the first country of the list."""
    for hit in scan.within(head, last.start, "country"):
        rest = scan.words(hit.start, stop)
        for other in scan.within(hit.start, stop, "country"):
            rest = rest.replace(scan.words(other.start, other.stop), "")
        if not re.sub(r"\b(?:and|the)\b|[,\s]", "", rest):
            return hit
    return last


def _cut_before(scan: Scan, head: int, stop: int, last: Hit, joined: str) -> tuple[int, Hit | None]:
    organ = scan.within(last.start, stop, "organ", "organ?")
    if organ and organ[0].stop > last.stop:
        return stop, _owner(last)
    if _MINISTRY.search(scan.words(head, last.start - len(joined))):
        return stop, None  # the "Ministry of East African Community Affairs" is a country's
    royal = _GOVERNMENT.search(scan.words(head, last.start - len(joined)))
    return (head + royal.start() if royal else last.start - len(joined)), _owner(last)


_GOVERNMENT = re.compile(r" (?:of|in) (?:the )?Royal Government$")


_MINISTRY = re.compile(r"\b(?:Ministry|Department)$")


_HOUSE = re.compile(r" (?:of|at) (?:the )?(?P<name>[A-Z][^,;:()]*?)(?: \((?P<short>[A-Z][A-Za-z-]{1,9})\))?$")
_WORLD = re.compile(
    r"\b(?:International|World|Inter-[A-Z]\w+|Global|Eurasian|Turkic|Pan-[A-Z]\w+|Islamic|Arab|States)\b|^[A-Z]{3,6}(?: Office| Secretariat)?$"
)
_INTER = ("region", "group", "organisation")
_KINDS = re.compile(
    r"\b(?:Bank|Fund|Court|Agency|Academy|Foundation|Organi[sz]ation|Council|Commission|Secretariat|Cent(?:re|er)|Institute|University|Union|"
    r"Association|Chamber|Committee|Authority|Office|Forum|Alliance|League|Network|Service|Company|Corporation|Coalition|Movement|"
    r"Parliament|Assembly|Group|Initiative|Programme|Facility|Tribunal|Board|Partnership|[A-Z]{3,6})\b"
)


def house_owner(scan: Scan, head: int, stop: int) -> Hit | None:
    """ "Governor of the Caribbean Central Bank": a house of several countries that the lexicon does not know owns the office."""
    match = _HOUSE.search(scan.words(head, stop)) if stop > head else None
    if match is None:
        return None
    start, end = head + match.start("name"), head + match.end("name")
    if scan.within(start, end, "country", "adjective", "institution") or _begins_body(scan, start):
        return None
    if not _KINDS.search(match["name"]):
        return None
    if (
        not (scan.within(start, end, *_INTER) or _WORLD.match(match["name"]))
        or " of " in match["name"][:12]
        or " and " in match["name"][:14]
    ):
        return None
    short = match.span("short") if match["short"] else match.span("name")
    return Hit(head + short[0], head + short[1], "house", match["short"] or match["name"])


def _begins_body(scan: Scan, start: int) -> bool:
    return bool(scan.within(start, start + 1, "organisation", "organ", "organ?"))


_SENT = frozenset(
    ("permanent representative", "representative", "ambassador", "permanent observer", "delegate")
)


_TO_A_HOUSE = re.compile(r"^ to (?:the )?[A-Z].* and (?:the )?$")

_HOUSES = ("organ", "organ?", "organisation")


def inner_owner(scan: Scan, start: int, stop: int, head: Hit) -> Hit | None:
    """The country or body inside a title: "Secretary of the Russian Security Council"; not "Ambassador to Russia"."""
    organ = None
    for hit in scan.within(start, stop, "country", "adjective", "institution", *_HOUSES):
        if hit.label == "organ?" and not any(h.value == hit.value for h in scan.hits.get("organ", ())):
            continue  # "the PAP" only where the Pan-African Parliament is named
        before = scan.words(max(head.stop, hit.start - 14), hit.start)
        beside = hit.start >= head.stop and re.search(r"\b(?:to|for|on|in|with|at|from) (?:the )?$", before)
        sent = beside and head.value in _SENT and beside[0].startswith((" to", "to"))
        if (
            beside
            and (hit.label in ("country", "adjective") or sent)
            and not _ITS_HOUSE.match(scan.small, hit.stop)
        ):
            continue
        if head.value in _SENT and _TO_A_HOUSE.search(scan.words(head.stop, hit.start)):
            continue  # "Representative to Mercosur and ALADI"
        if hit.label in ("country", "adjective", "institution"):
            return _owner(hit)
        if hit.start > head.stop and _DESK.match(scan.characters, hit.stop, stop):
            continue  # the "GCC Department" is a ministry's
        organ = organ or hit
    return _owner(organ) if organ and not _of_a_government(scan, head, organ) else None


_SEES_TO = re.compile(r" (?:for|with|to) (?:the )?$")


def _of_a_government(scan: Scan, head: Hit, organ: Hit) -> bool:
    """ "Minister of EU Affairs", "secretary of state for the EU": the body is what somebody of a state sees to."""
    if head.value in office_words("cabinet"):
        return True
    return head.value in _IN_MINISTRIES and bool(_SEES_TO.search(scan.words(head.stop, organ.start)))


_IN_MINISTRIES = frozenset(
    ("secretary of state", "state secretary", "undersecretary", "under-secretary", "ambassador", "envoy")
)


_ITS_HOUSE = re.compile(
    r"(?:[’'`]s?)? (?:[a-z]+ )?(?:ministry|embassy|mission|high commission|foreign office|presidency|government|president|prime minister|king|emir|sultan|head of state)\b"
)
_DESK = re.compile(r"(?: [A-Z][\w-]+){0,2} (?:Department|Division|Desk|Section|Directorate|Unit|Affairs)\b")


def _owner(hit: Hit) -> Hit:
    """The hit with its value as `of` has it: a country's code or an organisation's acronym."""
    if hit.label in ("country", "adjective", "people", "institution"):
        return hit
    return replace(hit, value=bodies()[hit.value].acronym)


def of_house(scan: Scan, of: str | None, spot: tuple[int, int] | None) -> bool:
    """The owner told at `spot` is an organisation whose acronym is also a country's code: the AU, not Australia."""
    if spot is None or of not in country_codes():
        return False
    return not scan.within(*spot, "country", "adjective", "people", "institution", "city")
