"""Visits with a name of their own: "is paying a State Visit to South Africa", "arrived in Malta on a two-day visit"."""

import re
from collections.abc import Iterator

from communique.reading.bilaterals import Encounter, Side
from communique.reading.drafts import Draft
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_VISIT = Trigger("visit")
_KIND = r"(?:[a-z]+[- ]day |\d+-day |day-long )?(?:(?:first|historic|rare|current) )?(?:(?:(?:state|official|working|goodwill)(?: and friendly)?)[- ]|(?<=day ))visit"
_PAID = re.compile(
    rf"\b(?:pa(?:id|ys|ying|y)|conclud(?:ed|es)|end(?:ed|s)|beg(?:an|ins)|start(?:ed|s)|undert(?:ook|akes|aking)|ma(?:de|kes|king)) (?:his |her |an? |the )?{_KIND} to (?:the )?"
)
_IN_PLACE = re.compile(
    r"\b(?:(?:is|are|was|were|will be|now|currently)(?: currently)? in|(?:arriv(?:ed|es)|landed|came|flew) (?:in|to)) (?:the )?"
)
_ON_VISIT = re.compile(
    rf"(?: (?!on |for )[^ .;:,“”\"]+){{0,4}} (?:on|for) (?:his |her |an? )(?:first )?{_KIND}\b"
)
# what may stand between the visitor's name and the verb; anything else may refuse, wish or speak of another
_DAY = r"(?:today|yesterday|earlier|recently|currently|now|also|then|officially|(?:on |last |this )?\w+day)"
_PAYS = re.compile(
    rf"(?: of (?:the )?[\w’'-]+(?: [\w’'-]+)?)?(?: \([^()]{{1,20}}\))?(?:, [^,.;:]{{3,80}},)?(?:,? who|,)?(?: {_DAY},?| has| had| is to| is| was| are| will be| will){{0,3}} "
)
_NOT_ITS = re.compile(
    r"\b(?:of|by|from|with|for|to|than|behind) (?:the |visiting )?$|\b(?:if|unless|whether|should)\b[^,;:]*$"
)
_REACH = 110  # characters between the visitor's name and the verb


def visits(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """Who visits which country, by name and with the kind or the length of the visit.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> seen = scan("Nigerian President Ada Obi is paying a state visit to South Africa.")
    >>> [[s.party for s in v.sides] for v in visits(seen, cast(seen), seen.sentences[0])]
    [['NG', 'ZA']]
    """
    if not _VISIT.stands(scan, sentence.start, sentence.stop):
        return
    for start, country, stop in (*_paid(scan, sentence), *_there(scan, sentence)):
        who = _visitor(scan, cast, sentence, start)
        if who and who[1].represents and who[1].represents != country.code:
            visitor = Side(who[1], None, who[0])
            yield Encounter((visitor, country), (who[0][0], stop), sentence, False, (start, stop), visit=True)


def _paid(scan: Scan, sentence: Sentence) -> Iterator[tuple[int, Side, int]]:
    for paid in _PAID.finditer(scan.small, sentence.start, sentence.stop):
        for hit in scan.within(paid.end(), paid.end() + 1, "country"):
            yield paid.start(), Side(None, hit.value, (hit.start, hit.stop)), hit.stop


def _there(scan: Scan, sentence: Sentence) -> Iterator[tuple[int, Side, int]]:
    for place in _IN_PLACE.finditer(scan.small, sentence.start, sentence.stop):
        for hit in scan.within(place.end(), place.end() + 1, "country"):
            visit = _ON_VISIT.match(scan.small, hit.stop, sentence.stop)
            if visit:
                yield place.start(), Side(None, hit.value, (hit.start, hit.stop)), visit.end()


def _visitor(scan: Scan, cast: Cast, sentence: Sentence, verb: int) -> tuple[tuple[int, int], Person] | None:
    """The person named right before the verb, who is the one that pays the visit and pays it."""
    low = max(sentence.start, verb - _REACH)
    before = cast.at(low, verb)
    if not before:
        return None
    start, stop, person = before[-1]
    title = min((t.start for t in cast.titles_at(low, start) if t.stop + 3 > start), default=start)
    pays = _PAYS.fullmatch(scan.small, stop, verb) and not _NOT_ITS.search(scan.small, sentence.start, title)
    return ((start, stop), person) if pays else None


def without_talks_told(drafts: list[Draft], focus: dict[int, Draft]) -> tuple[list[Draft], dict[int, Draft]]:
    """Visits of which the report tells the talks are those talks; the others are meetings of their own."""
    instead: dict[int, Draft] = {}
    for draft in drafts:
        talks = next((d for d in drafts if _talks_of(d, draft)), None) if draft.noun == "visit" else None
        if talks is not None:
            instead[id(draft)] = talks
    kept = [d for d in drafts if id(d) not in instead]
    return kept, {start: instead.get(id(d), d) for start, d in focus.items()}


def _talks_of(talks: Draft, visit: Draft) -> bool:
    return talks.firm and talks.noun != "visit" and set(visit.parties) <= set(talks.parties)
