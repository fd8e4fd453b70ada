"""What a report is about: the country and the organisation to which its offices without an owner belong."""

import re

from communique.lexicon.agencies import agency_country, official_country
from communique.lexicon.bodies import bodies
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan

_LEAD = 8  # sentences in which the place of the report's meeting stands


def home_country(scan: Scan) -> Hit | None:
    """The one country that the report is about: named twice as often as any other; None when there is none."""
    counts: dict[str, int] = {}
    first: dict[str, Hit] = {}
    begin = scan.sentences[0].start if scan.sentences else 0
    for hit in scan.within(begin, len(scan.characters), "country", "adjective", "people"):
        if scan.sentence_at(hit.start) is None or scan.words(hit.stop, hit.stop + 1) == "$":
            continue
        if _one_of_two(scan, hit):
            continue
        counts[hit.value] = counts.get(hit.value, 0) + 1
        first.setdefault(hit.value, hit)
    ranked = sorted(counts.items(), key=lambda c: (-c[1], first[c[0]].start))
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return first[ranked[0][0]]


_OTHER_BEFORE = re.compile(r"\w[-–]$")
_OTHER_BEHIND = re.compile(r"[-–][A-Z]")


def _one_of_two(scan: Scan, hit: Hit) -> bool:
    """ "the ASEAN-Japan meeting" is told by either side."""
    before = _OTHER_BEFORE.search(scan.words(max(0, hit.start - 2), hit.start))
    return bool(before or _OTHER_BEHIND.match(scan.characters, hit.stop))


_SEAT = re.compile(r"\b(?:seat|headquarters|headquartered|secretariat|office)\b[^.;]{0,20}$")
_CAPITAL = re.compile(r"\bin the capital of (?:the )?$")


def host_country(scan: Scan) -> Hit | None:
    """The country of the city where the report says that something was held; else of its date-line."""
    line = _of_dateline(scan)
    if line and any(
        h.value == line.value
        and scan.words(h.start, h.stop).lower() == scan.words(line.start, line.stop).lower()
        for h in _cities(scan, line.stop)
    ):
        return line
    for sentence in scan.sentences[:_LEAD]:
        if not scan.within(sentence.start, sentence.stop, "hold", "meet", "chair", "attend"):
            continue
        for hit in scan.within(sentence.start, sentence.stop, "city", "country", "adjective"):
            if _holds(scan, hit) and _named(scan, hit.value):
                return hit
    return line if line and _named(scan, line.value) else None


def _named(scan: Scan, code: str) -> bool:
    """The report speaks of the country, not only of a city in it where others met."""
    begin = scan.sentences[0].start
    return any(
        h.value == code and scan.words(h.stop, h.stop + 8) != " capital"
        for h in scan.within(begin, len(scan.characters), "country", "adjective", "people")
    )


def _holds(scan: Scan, hit: Hit) -> bool:
    """ "in Baku", "in the capital of Georgia", "in the Polish capital"; no seat of an organisation."""
    before = scan.words(max(0, hit.start - 24), hit.start)
    if hit.label == "country":
        return bool(_CAPITAL.search(before))
    if hit.label == "adjective":
        return before.endswith("in the ") and scan.words(hit.stop, hit.stop + 8) == " capital"
    return before.lower().endswith("in ") and not _SEAT.search(before[:-3])


def _of_dateline(scan: Scan) -> Hit | None:
    line = scan.dateline
    return (
        next(iter(scan.within(line.span.start, line.span.stop, "city")), None) if line and line.span else None
    )


_SIGNED = re.compile(
    r"^[^\n.]{0,60}\((?P<name>[A-Z][\w.+ -]{1,30})\) ?[-–—]|^By:? (?P<by>[A-Z]{2,8})(?= ?$| [-–—|])", re.M
)
_UNDERSIGNED = re.compile(r"(?:^|[.!?”\"]\s*)[-–—/(]+ ?(?P<name>[A-Z][\w. -]{1,24})[)/]?[ .]*$", re.M)
_HEAD = 400  # characters in which an agency signs


def agency_home(scan: Scan) -> tuple[str, tuple[int, int] | None] | None:
    """The country of the agency or the ministry that tells, and the words that name it, if the report has them.

    Where only the publisher is known, the report must speak of that country.
    """
    line = scan.dateline
    code = agency_country(line.agency) if line and line.agency else None
    if code and line and line.span:
        return code, (line.span.start, line.span.stop)
    tail = max(0, len(scan.characters.rstrip()) - 80)
    for found in (
        *_SIGNED.finditer(scan.characters, 0, _HEAD),
        *_UNDERSIGNED.finditer(scan.characters, tail),
    ):
        sign = found.lastgroup or ""
        code = agency_country(found[sign])
        if code and not _abbreviates(scan.characters[found.start() : found.start(sign)], found[sign]):
            return code, found.span(sign)
    heading = _letterhead(scan)
    if heading:
        return heading.value, (heading.start, heading.stop)
    code = agency_country(scan.text.publisher or "") or official_country(scan.text.address or "")
    return (code, None) if code and code in spoken_of(scan) else None


_LETTERHEAD = re.compile(
    r"^[ \t]*(?:The )?(?:Federal )?(?:Ministry|Department|Embassy|High Commission|Permanent Mission|Government|Presidency|Office) (?:of|for) [A-Z][^.;:\n]{3,90}$",
    re.M,
)


def _letterhead(scan: Scan) -> Hit | None:
    """The country of the house whose name is a line of its own at the head: "Ministry of Foreign Affairs of Kenya"."""
    line = _LETTERHEAD.search(scan.characters, 0, _HEAD)
    named = scan.within(line.start(), line.end(), "country") if line else []
    return named[0] if line and len(named) == 1 and named[0].stop >= line.end() - 1 else None


def _abbreviates(before: str, short: str) -> bool:
    """ "The Pan-African Parliament (PAP)": the letters with which the words before it begin."""
    return "".join(word[0] for word in re.findall(r"\w+", before)).upper().endswith(short.upper())


def spoken_of(scan: Scan, *labels: str) -> set[str]:
    """The countries that the sentences name, themselves or by a city."""
    labels = labels or ("country", "adjective", "people", "city")
    begin = scan.sentences[0].start if scan.sentences else 0
    return {h.value for h in scan.within(begin, len(scan.characters), *labels) if scan.sentence_at(h.start)}


def tells_of_own(scan: Scan, code: str) -> bool:
    """Whether an agency of the country writes from there, or names no other country."""
    line = _of_dateline(scan)
    if line and line.value == code:
        return True
    return not spoken_of(scan, "country", "adjective", "people") - {code}


def _cities(scan: Scan, start: int) -> list[Hit]:
    return [h for h in scan.within(start, len(scan.characters), "city") if scan.sentence_at(h.start)]


def home_organisation(scan: Scan) -> tuple[str, Hit] | None:
    """The acronym of the organisation that the report names more often than any other, and its first mention."""
    counts: dict[str, int] = {}
    first: dict[str, Hit] = {}
    for hit in [*scan.hits.get("organisation", []), *scan.hits.get("organ", [])]:
        owner = bodies()[hit.value].organisation
        if scan.sentence_at(hit.start) is None or owner not in bodies():
            continue
        counts[owner] = counts.get(owner, 0) + 1
        if owner not in first or hit.start < first[owner].start:
            first[owner] = hit
    for owner in {bodies()[n].organisation for n in _leading(scan)} & set(counts):
        counts[owner] += 2  # what the first sentences speak of
    ranked = sorted(counts.items(), key=lambda c: (-c[1], first[c[0]].start))
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return None
    return bodies()[ranked[0][0]].acronym, first[ranked[0][0]]


def _leading(scan: Scan) -> set[str]:
    """The organisations and organs that the headline and the lead name."""
    first = scan.sentences[:4]
    return {h.value for s in first for h in scan.within(s.start, s.stop, "organisation", "organ")}
