"""Visits with a name of their own: "is paying a State Visit to South Africa", "arrived in Malta on a two-day visit"."""

import re
from collections.abc import Iterator

from communique.lexicon.countries import country_codes
from communique.reading.bilaterals import Encounter, Side
from communique.reading.dates import relative
from communique.reading.drafts import Draft
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_VISIT = Trigger("visit")
_LENGTH = r"(?:(?:[a-z]+[- ]day|\d+-day|day-long|week-long) )"
_FIRST = r"(?:(?:first|historic|rare|current|recent|maiden|ongoing|latest|brief|short|landmark|surprise|unannounced|upcoming|forthcoming|planned) )"
_KIND = rf"{_FIRST}?{_LENGTH}?{_FIRST}?(?:(?:(?:state|official|working|goodwill)(?: and (?:friendly|working|friendship))?)[- ]|(?<=day )|(?<=long ))visit"
_ANY = rf"(?:{_FIRST}|{_LENGTH}|(?:state|official|working|goodwill|friendly|bilateral)[- ]){{0,3}}visit"
_PAID = re.compile(
    rf"\b(?:pa(?:id|ys|ying|y)|conclud(?:ed|es)|end(?:ed|s)|beg(?:an|ins)|start(?:ed|s)|undert(?:ook|akes|aking)|ma(?:de|kes|king|ke)|wrap(?:ped|s) up|complet(?:ed|es)|round(?:ed|s) off|w(?:ou|i)nd(?:s)? up)"
    rf"(?: on \w+(?:, \w+ \d+(?:, \d+)?,?)?)? (?:his |her |an? |the |their )?(?:(?P<kind>{_KIND})|{_ANY}) (?:here )?to (?:the )?"
)
_WENT = re.compile(
    r"\b(?:visited|visits|visiting|(?:will|is to|is due to|is set to|is scheduled to)(?: also| then| next)? visit) (?:the )?"
)
_OWNED = re.compile(rf"(?:[’']s?) {_ANY} (?:here )?to (?:the )?")
_OF = re.compile(rf"\b(?:{_KIND}|visit) (?:of|by) (?:the )?")
_TO = re.compile(r"[^.;:]{0,60}? (?:to|in) (?:the )?")
_IN_PLACE = re.compile(
    r"\b(?:(?:is|are|was|were|will be|now|currently)(?: currently)? in|(?:arriv(?:ed|es)|landed|came|flew) (?:in|to)) (?:the )?"
)
_ON_VISIT = re.compile(
    rf"(?: (?!on (?!\w+day)|for )[^ .;:,“”\"]+){{0,4}} (?:on|for) (?:his |her |an? )(?:first )?{_KIND}\b"
)
# what may stand between the visitor's name and the verb; anything else may refuse, wish or speak of another
_DAY = r"(?:today|yesterday|earlier|recently|currently|now|also|then|officially|(?:on |last |this )?\w+day)"
_PAYS = re.compile(
    rf"(?: of (?:the )?[\w’'-]+(?: [\w’'-]+)?)?(?: \([^()]{{1,20}}\))?(?:, [^,.;:]{{3,80}},)?(?:,? who|,)?(?: {_DAY},?| has| had| is to| is| was| are| will be| will){{0,3}} "
)
_NOT_ITS = re.compile(
    r"(?<!led )(?<!headed )\bby (?:the |visiting )?$|\b(?:of|from|with|for|to|than|behind) (?:the |visiting )?$|\b(?:if|unless|whether|should)\b[^,;:]*$"
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
    for start, country, stop in (*_paid(scan, sentence), *_there(scan, sentence), *_went(scan, sentence)):
        who = _visitor(scan, cast, sentence, start)
        if who and who[1].represents and who[1].represents != country.code:
            visitor = Side(who[1], None, who[0])
            yield Encounter((visitor, country), (who[0][0], stop), sentence, False, (start, stop), visit=True)
    for at, visitor, country in _named(scan, cast, sentence):
        if visitor.party and visitor.party != country.code and not _away(scan, sentence, at[0]):
            yield Encounter((visitor, country), at, sentence, False, at, visit=True)


def _paid(scan: Scan, sentence: Sentence) -> Iterator[tuple[int, Side, int]]:
    for paid in _PAID.finditer(scan.small, sentence.start, sentence.stop):
        for country in _goal(scan, paid.end()) if paid["kind"] or _dated(scan, sentence) else ():
            yield paid.start(), country, country.at[1]


def _goal(scan: Scan, at: int) -> Iterator[Side]:
    """The country, or the country of the city, that stands right there and is no first word of a longer name."""
    for hit in scan.within(at, at + 1, "country", "city"):
        if _LONGER.match(scan.characters, hit.stop) is None and hit.value in country_codes():
            yield Side(None, hit.value, (hit.start, hit.stop))
            return


_LONGER = re.compile(
    r"[’']s? |-| (?!(?:On|In|From|For|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|DC|D\.C)\b)[A-Z]"
)


def _dated(scan: Scan, sentence: Sentence) -> bool:
    """A day stands in the sentence: without one a visit of no kind may have been at any time."""
    days = [d for d in scan.dates_within(sentence.start, sentence.stop) if d.day or d.weekday is not None]
    return bool(days) or bool(relative(scan, sentence.start, sentence.stop))


def _went(scan: Scan, sentence: Sentence) -> Iterator[tuple[int, Side, int]]:
    """ "visited Kenya on Monday", "will visit Kenya from 5 to 7 May"."""
    for went in _WENT.finditer(scan.small, sentence.start, sentence.stop) if _dated(scan, sentence) else ():
        for country in _goal(scan, went.end()):
            yield went.start(), country, country.at[1]


def _named(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[tuple[tuple[int, int], Side, Side]]:
    """ "President X’s state visit to Kenya", "the official visit of President X to Kenya"."""
    for start, stop, person in cast.at(sentence.start, sentence.stop):
        owned = _OWNED.match(scan.small, stop, sentence.stop)
        if owned:
            for country in _goal(scan, owned.end()):
                yield (start, country.at[1]), Side(person, None, (start, stop)), country
    for visit in _OF.finditer(scan.small, sentence.start, sentence.stop):
        titled = next(iter(cast.at(visit.end(), min(sentence.stop, visit.end() + 90))), None)
        to = _TO.match(scan.small, titled[1], sentence.stop) if titled else None
        if titled and to and "," not in scan.words(visit.end(), titled[0]):
            for country in _goal(scan, to.end()):
                yield (visit.start(), country.at[1]), Side(titled[2], None, titled[:2]), country


_ELSEWHEN = re.compile(
    r"\b(?:said|says|since|invit\w+|welcom\w+|await\w*|cancel\w*|proposed|possible|planned|cancell?ed|postponed|before|ahead of|prepar\w+|if|during|last|after|following|first|to|for|of|about|on)\b[^,;.]{0,30}$"
)


def _away(scan: Scan, sentence: Sentence, start: int) -> bool:
    """Words in front that only look back or ahead to the visit, or do without it."""
    return _ELSEWHEN.search(scan.small, max(sentence.start, start - 60), start) is not None


def _there(scan: Scan, sentence: Sentence) -> Iterator[tuple[int, Side, int]]:
    for place in _IN_PLACE.finditer(scan.small, sentence.start, sentence.stop):
        for country in _goal(scan, place.end()):
            visit = _ON_VISIT.match(scan.small, country.at[1], sentence.stop)
            if visit:
                yield place.start(), country, visit.end()


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


def known_visit(met: Encounter, drafts: list[Draft]) -> Draft | None:
    """The draft of the visit that the report has told of before."""
    keys = {s.key for s in met.sides}
    return next((d for d in drafts if d.noun == "visit" and keys <= set(d.people) | set(d.parties)), None)


def without_talks_told(drafts: list[Draft], focus: dict[int, Draft]) -> tuple[list[Draft], dict[int, Draft]]:
    """Visits of which the report tells the talks are those talks; the others are meetings of their own."""
    instead: dict[int, Draft] = {}
    for draft in drafts:
        talks = next((d for d in drafts if _talks_of(d, draft)), None) if draft.noun == "visit" else None
        if talks is not None:
            instead[id(draft)] = talks
    for draft in drafts:
        if id(draft) in instead:
            _take(instead[id(draft)], draft)
    kept = [d for d in drafts if id(d) not in instead]
    main = instead.get(id(drafts[0])) if drafts else None
    kept.sort(key=lambda d: d is not main and main is not None)
    return kept, {start: instead.get(id(d), d) for start, d in focus.items()}


def _take(talks: Draft, visit: Draft) -> None:
    """What is told of the visit alone holds for its talks: where it was, and the day if it was one day."""
    if talks.status != visit.status:
        return
    talks.place = talks.place or visit.place
    one = visit.when is not None and visit.when.start == visit.when.end
    talks.when = talks.when or (visit.when if one else None)


def _talks_of(talks: Draft, visit: Draft) -> bool:
    return talks.firm and talks.noun != "visit" and set(visit.parties) <= set(talks.parties)
