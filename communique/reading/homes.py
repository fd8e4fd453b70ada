"""What a report is about: the country and the organisation to which its offices without an owner belong."""

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
        counts[hit.value] = counts.get(hit.value, 0) + 1
        first.setdefault(hit.value, hit)
    ranked = sorted(counts.items(), key=lambda c: (-c[1], first[c[0]].start))
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return first[ranked[0][0]]


def host_country(scan: Scan) -> Hit | None:
    """The country of the first city in which the report says that something was held."""
    for sentence in scan.sentences[:_LEAD]:
        if not scan.within(sentence.start, sentence.stop, "hold", "meet", "chair", "attend"):
            continue
        for hit in scan.within(sentence.start, sentence.stop, "city"):
            if scan.words(hit.start - 3, hit.start) == "in ":
                return hit
    return None


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
    ranked = sorted(counts.items(), key=lambda c: (-c[1], first[c[0]].start))
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return None
    return bodies()[ranked[0][0]].acronym, first[ranked[0][0]]
