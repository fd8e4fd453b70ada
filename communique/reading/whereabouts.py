"""Where a sitting took place, as the words around it say: "in the Malian capital", "Minsk hosted", "held here"."""

import re
from typing import NamedTuple

from communique.lexicon.countries import capital, country_codes
from communique.lexicon.names import given_names
from communique.lexicon.phrases import Hit
from communique.lexicon.places import city_countries, city_name, country_of
from communique.lexicon.sittings import any_sitting_word
from communique.reading.ahead_of import ahead_of
from communique.reading.hosting import hosts_a_sitting
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger


class Place(NamedTuple):
    """A city with its country and the place of the words."""

    city: str | None
    country: str | None
    at: tuple[int, int]
    country_at: tuple[int, int]


_HOUSE = (
    r"(?:House|Hotel|Centre|Center|Palace|Hall|Residence|Building|[Hh]eadquarters|Ministry|Complex|Chancellery|Offices?|University|Resort|Villa|Castle|Lodge|Club|Parliament"
    r"|Museum|Secretariat|Chambers?|Auditorium|Mansion|Base|Airport|Academy|Institute|Hilton|Sheraton|Marriott|Hyatt|Intercontinental|InterContinental)"
)
_IN_IT = re.compile(
    r"(?:[A-Z][\w-]+(?:’s|'s)? )?(?:(?:southern|northern|western|eastern|central|north|south|west|east|downtown|nearby|ancient|historic|old|greater|coastal|lakeside|seaside|Alpine"
    r"|(?:Black|Red|Dead|Baltic|Caspian|Adriatic) Sea|[A-Z][a-z]+(?:ese|ian|an|ish|ch|i)) ){0,3}"
    r"(?:(?:resort |port |capital |host |border |holy |economic |commercial |financial |political |administrative )?(?:city|town|capital|resort|port|island|village|suburb|oasis|outskirts|municipality|spa)(?: of)?,? )?"
    r"|(?:[\w-]+ ){0,3}?(?:country|nation|kingdom)[’']s (?:capital(?: city)?|port|resort)(?: of)?,? "
    rf"|(?:[\w’'&–-]+ ){{0,7}}?{_HOUSE},(?: here)?(?: in)? "
    r"|(?:[\w’'–-]+ ){0,7}?(?:[Cc]ent(?:re|er)|[Pp]alace|[Hh]all|[Hh]otel|[Cc]omplex|[Hh]ouse|[Rr]esidence|[Uu]niversity|[Bb]uilding|headquarters|district|province|port|outskirts|suburb) of (?:the )?"
)
_PREPOSITION = re.compile(r"\b(?:[Ii]n|[Aa]t|inside|near|outside|into|around|to|for|from) (?:the )?")
_GONE_TO = re.compile(
    r"\b(?:visit|trip|travel\w*|arriv\w*|came|come|flew|fly|flies|flying|invited|journey\w*|return\w*|heads|headed|heading|flocked) to (?:the )?$"
    r"|\b(?:sent|sends|brought|brings|bringing|drew|draws|drawing|drawn|attracted|summoned|called|welcomed|welcoming|welcomes) [^.;:]{3,60}? to (?:the )?$"
)
_LEFT_FOR = re.compile(
    r"\b(?:left|leaves?|leaving|departed|departs?|departing|set off|sets off|bound|jetted (?:out|off)|headed|heads)"
    r"(?: (?:[A-Z][\w’'-]+|on|today|yesterday|this|early|late|morning|afternoon|evening|the country|home)){0,5} for (?:the )?$"
)
_GOES_TO = re.compile(
    r"(?<!may )(?<!might )(?<!could )(?<!would )\b(?:go|goes|going|went|gone) to (?:the )?$"
)
_FOR_IT = re.compile(
    r"[^.;:]{0,60}? (?:for (?:the|an?|its|their)|to (?:attend|take part|participate|join|(?:co-)?chair|lead|address))\b"
)
_TO_SIT = re.compile(
    r"[^.;:]{0,40}? to (?:attend|take part|participate|join|represent|(?:co-)?chair|lead|preside|address)\b"
)
_SEATED = re.compile(
    r"\b(?:(?<!\bat the United )Nations|[Aa]mbassadors?|[Ee]mbassy|[Ee]mbassies|[Rr]epresentatives?|[Cc]orrespondent|[Mm]ission|[Oo]ffice|based|headquartered|born|living|exile|sources|officials|(?:announced|confirmed|reported|said)(?: (?:on|late|today|\w+day))*) (?:in|at|to) (?:the )?$"
)
_HOST = re.compile(
    r"(?:,? [^.,;]{0,40},| \([^)]*\)|, [A-Z][a-z]+(?: [A-Z][a-z]+)?|,)?(?: (?:on (?:the )?)?(?:[A-Z][a-z]+day|today|yesterday|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}))?,? (?:(?:(?:has|had|have|today|yesterday|recently|again) )?hosted|hosts|(?:will|would|to|is to|was to) (?:(?:also|again|once again) )?host"
    r"|(?:is|are|was|will be|has been) (?:(?:also|again|currently) )?(?:hosting|playing host)|hosting|played host|plays host|was the venue|welcomed|saw|(?:is|are|was|were) next(?: in line)? to host"
    r"|(?:gets|will have|will get|organi[sz]es|will organi[sz]e)(?= the (?:next|\w+th|\d+(?:st|nd|rd|th)|first|second|third)\b)"
    r"|(?:is|are|was|were|will be|has been|had been) (?:(?:to be|again|once again) )?(?:(?:the )?(?:venue|setting|scene|place|site)(?= (?:of|for) )|where(?= ))"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:expected|chosen|selected|picked|scheduled|slated|planned|likely|about) to (?:host|see)|(?:is to|will) (?:see|receive)"
    r"|(?:is|are|was|will be) (?:the )?host\b(?=[^.;]{0,30} (?:to|of|for) )|(?:is|are|was|were) (?:preparing|getting ready|gearing up|set|ready|due) to host)\b"
)
_HOSTED_BY = re.compile(
    r"\b(?:hosted|organi[sz]ed|convened|chaired and hosted) by (?:the )?(?:[Gg]overnment of )?(?:the )?$"
)


def place_of(scan: Scan, sentence: Sentence, start: int, stop: int) -> Place | None:
    """The city in which the sentence puts the phrase at `start, stop`: "in Minsk", "Minsk hosted"."""
    key = ("place", sentence.start, sentence.stop, start, stop)
    if key not in scan.memo:
        scan.memo[key] = _place_of(scan, sentence, start, stop)
    found: Place | None = scan.memo[key]
    return found


def _place_of(scan: Scan, sentence: Sentence, start: int, stop: int) -> Place | None:
    best: tuple[int, Place] | None = None
    for hit in scan.within(sentence.start, sentence.stop, "city"):
        if (
            scan.words(hit.stop, hit.stop + 1) == "-"
            or _in_a_name(scan, hit)
            or _of_another(scan, start, stop, hit)
            or ahead_of(scan, hit.stop, start)
            or not _puts_there(scan, sentence, hit, start, stop)
        ):
            continue
        far = distance(hit.start, hit.stop, start, stop)
        if best is None or far < best[0]:
            best = (far, _place(scan, hit.start, hit.stop, hit.value))
    if best is None:
        return _unknown_city(scan, sentence, start, stop) or _country_of_sitting(scan, start, stop, sentence)
    return best[1]


_CAPITALS = re.compile(
    r"\b(?:held|hosted|convened|took place|take place|met|meeting|meet|gathered|opened|began|ended|concluded|summit|session|conference|talks)\b[^.;:,]{0,40}? (?:in|at) "
    r"(?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?: city)?(?:, (?:in )?(?:the )?|,? in (?:the )?)$"
)


def _unknown_city(scan: Scan, sentence: Sentence, start: int, stop: int) -> Place | None:
    """ "held in Sde Boker, Israel": a name that no gazetteer has, told a city by the country behind it."""
    for hit in scan.within(sentence.start, sentence.stop, "country"):
        if scan.words(hit.start - 2, hit.start) not in (", ", "n ", "e "):
            continue
        low = max(sentence.start, hit.start - 110)
        named = _CAPITALS.search(scan.words(low, hit.start))
        if named is None or scan.within(
            low + named.start("city"),
            low + named.end("city"),
            "organ",
            "organisation",
            "office",
            "meeting_noun",
        ):
            continue
        at = (low + named.start("city"), low + named.end("city"))
        if scan.dates_within(*at):
            continue  # "held in December in Chile"
        if abs(distance(*at, start, stop)) < 120:
            return Place(named["city"], hit.value, at, (hit.start, hit.stop))
    return None


_ANOTHER = re.compile(
    r"\b(?:meeting|(?<!\bat )meetings|summits?|talks|discussions|consultations|conference|visit|trip)\b[^.;:,]{0,20} (?:held|hosted|in|at)\b"
)


# "was held in Lima in 2018, the second - in 2019 in Quito": the city is that of the second
_ANOTHER_ONE = re.compile(
    r"[,;] (?:(?:and|while) )?(?:an?|the) (?:[\w-]+ ){0,2}(?:one|second|third|fourth|fifth|last|previous|next)(?: [—–-])? (?:in|on|at) (?:[^.,;:]{0,30} in )?$"
)
_TALKS = re.compile(
    r"\b(?:talks|discussions|consultations|visit|trip)\b[^.;:,]{0,20} (?:held|hosted|in|at)\b"
)


_AT_ITS_EDGE = re.compile(r"\b(?:sidelines|margins|fringes) of (?:the |an? )?(?:[\w’'-]+ ){0,6}$")
_FAR = 400  # characters before a city within which another sitting may claim it
_BEFORE_ORGAN = re.compile(
    r"\b(?:before|ahead of|prior to|to prepare(?: for)?) (?:the |its )?(?:[A-Z][\w-]+ (?:of (?:the )?)?){1,5}(?:to be held |scheduled )?in (?:the )?$"
)


def _of_another(scan: Scan, start: int, stop: int, hit: Hit) -> bool:
    """ "the summit was a sequel to the talks held in Oslo": the city is that of the talks."""
    pattern = _ANOTHER if start < stop else _TALKS  # asked of a whole sentence, its own meeting is no other
    if hit.start > stop and _BEFORE_ORGAN.search(scan.words(max(stop, hit.start - 90), hit.start)):
        return True
    if hit.start > stop and _ANOTHER_ONE.search(scan.small, max(stop, hit.start - 60), hit.start):
        return True
    other = pattern.search(scan.small, max(stop, hit.start - _FAR), hit.start) if hit.start > stop else None
    return other is not None and _AT_ITS_EDGE.search(scan.small, stop, other.start()) is None


def _in_a_name(scan: Scan, hit: Hit) -> bool:
    """ "the Weimar Triangle", "Marlborough House in London": the city is a word of a body's or a house's name."""
    if _HOUSE_ELSEWHERE.match(scan.characters, hit.stop) or _OF_A_HOUSE.match(scan.characters, hit.stop):
        return True
    if scan.words(hit.start, hit.stop) in given_names() and _NAMED_AFTER.match(scan.characters, hit.stop):
        return True
    names = scan.within(max(0, hit.start - 60), hit.stop, "organisation", "organ", "organ?")
    if any(n.start <= hit.start and hit.stop <= n.stop for n in names):
        return True
    states = scan.within(max(0, hit.start - 30), hit.start, "country")
    return any(hit.stop <= n.stop for n in states)  # "Sri Lanka", "the Republic of Djibouti"


_OF_A_HOUSE = re.compile(
    r" (?:(?:House|Street|Road|Avenue|Declaration|Agreement|Treaty|Process|Accords?|Protocol|Charter|Consensus|Principles)\b|del? )"
)
_NAMED_AFTER = re.compile(r" (?:[A-Z][\w’'-]+ ){1,3}?(?:international )?[Aa]irport\b")  # a person
_HOUSE_ELSEWHERE = re.compile(r"(?: [A-Z][\w’'-]+){1,3},? in (?:[a-z]+ )?[A-Z]")


def distance(start: int, stop: int, low: int, high: int) -> int:
    """How far `start, stop` stands from `low, high`; what goes before is 15 characters further off than what follows."""
    if low <= start < high:
        return 0
    return start - high if start >= high else low - stop + 15


def _puts_there(scan: Scan, sentence: Sentence, hit: Hit, start: int, stop: int) -> bool:
    """The words put something into the city: "in Minsk", "Minsk hosted", "the Minsk summit", "(Minsk, 5 May)"."""
    host = _HOST.match(scan.characters, hit.stop, min(sentence.stop, hit.stop + 60))
    if host and hosts_a_sitting(scan, sentence, host, start):
        return True
    if _told_in(scan, sentence, hit):
        return True
    before = scan.words(max(sentence.start, hit.start - 40), hit.start)
    if before.endswith(("visited ", "visits ", "visit ", "visiting ")):
        return True
    if " by " in before and _HOSTED_BY.search(before):
        return True
    behind = scan.words(hit.stop, hit.stop + 2)
    if (
        start <= hit.start < stop
        and behind[:1] == " "
        and scan.within(hit.stop + 1, hit.stop + 2, "meeting_noun")
    ):
        return True
    return bool(behind == ", " and scan.dates_within(hit.stop + 2, hit.stop + 3)) and bool(
        re.search(r"[(,–] ?$", scan.words(max(sentence.start, hit.start - 2), hit.start))
    )


def _told_in(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """A preposition of place before the city, with what may stand between: "in the Black Sea resort of Sochi"."""
    low = max(sentence.start, hit.start - 80)
    before = scan.words(low, hit.start)
    if before.endswith(("city of ", "town of ")) and _IN_ITS_HEART.fullmatch(
        scan.words(sentence.start, hit.start)
    ):
        return True
    for word in _PREPOSITION.finditer(before):
        if not _IN_IT.fullmatch(before, word.end()):
            continue
        if word[0].startswith("for "):
            return (
                bool(_LEFT_FOR.search(before, 0, word.end()))
                and _TO_SIT.match(scan.small, hit.stop) is not None
            )
        if word[0].startswith(("to ", "into ")):
            goes = _GOES_TO.search(before)
            return bool(_GONE_TO.search(before) or (goes and _FOR_IT.match(scan.small, hit.stop)))
        if word[0].startswith("from "):
            return _WHERE.match(scan.small, hit.stop) is not None
        return not _SEATED.search(before) and not _ELSEWHERE.search(before, 0, word.end())
    return False


_IN_ITS_HEART = re.compile(
    r"(?:In|At) (?:the )?(?:\w+ ){0,2}(?:heart|capital|cradle|pearl|centre|center|north|south|east|west) of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, (?:the )?(?:\w+ ){0,2}(?:city|town) of "
)  # "In the heart of Peru, the city of"
_WHERE = re.compile(r",? where (?:he|she|they|i|we)\b")  # "returned from Lima, where he attended"
_ELSEWHERE = re.compile(
    rf"\b(?:{any_sitting_word('elsewhere')})\b(?: [a-z]+){{0,3}} (?:in|across|around) (?:the |(?:north|south|east|west|central)[a-z]{{0,3}} )?$"
)
_IN = re.compile(r",?[^.,;:“”\"]{0,70}? in (?:the )?$")


def _country_of_sitting(scan: Scan, start: int, stop: int, sentence: Sentence) -> Place | None:
    """ "a summit in Azerbaijan", "hosted by Jordan": right behind the phrase, or it tells something else."""
    here = _here(scan, sentence) or _in_capital(scan, sentence) or _named_capital(scan, sentence)
    if here is not None:
        return here
    for hit in scan.within(stop, min(sentence.stop, stop + 90), "country"):
        between = scan.words(stop, hit.start)
        told = (
            _IN.fullmatch(between)
            and not _ELSEWHERE.search(between)
            and not _ASIDE.search(between)
            and not scan.within(stop, hit.start, "meeting_noun", "say_that", "say_clause")
        )
        if told or _HOSTED_BY.search(between) or _hosts_it(scan, between, hit):
            return Place(None, hit.value, (hit.start, hit.stop), (hit.start, hit.stop))
    for hit in scan.within(max(sentence.start, start - 60), start, "country"):
        verb = _HOST.match(scan.characters, hit.stop, start)
        if verb and start - verb.end() < 30:
            return Place(None, hit.value, (hit.start, hit.stop), (hit.start, hit.stop))
    return None


_THAT = re.compile(r"(?: \([^()]{1,40}\))?,? (?:which|that)? ?(?:the )?")
_HOSTING = re.compile(
    r" (?:(?:is|was|will be) (?:hosting|to host|due to host)|hosts|hosted|(?:will|would) (?:host|hold))\b"
)


_ASIDE = re.compile(
    r" [—–] ?(?:an?|the) \w|\b(?:condemning|criticising|criticizing|demanding|denouncing|supporting)\b"
)


def _hosts_it(scan: Scan, between: str, hit: Hit) -> bool:
    """ "the summit that Nepal is hosting": the country that the words behind the phrase make its host."""
    told = _THAT.fullmatch(between) and ("that" in between or "which" in between)
    return bool(told) and _HOSTING.match(scan.characters, hit.stop) is not None


_CAPITAL = re.compile(r"(?:[’']s)? capital\b")


def _in_capital(scan: Scan, sentence: Sentence) -> Place | None:
    """ "in the Malian capital", "in the capital of Mali"."""
    for hit in scan.within(sentence.start, sentence.stop, "adjective", "country"):
        behind = _CAPITAL.match(scan.characters, hit.stop)
        before = scan.words(max(sentence.start, hit.start - 28), hit.start)
        told = behind and re.search(r"\b(?:in|at) (?:the )?$", before)
        if told or ("capital of" in before and re.search(r"\bin (?:the|its) capital of (?:the )?$", before)):
            stop = behind.end() if behind and told else hit.stop
            return Place(capital(hit.value), hit.value, (hit.start, stop), (hit.start, hit.stop))
    return None


_NAMED_CAPITAL = re.compile(
    r"\b[Ii]n (?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?:the )?capital (?:city )?of (?:the )?$"
)


def _named_capital(scan: Scan, sentence: Sentence) -> Place | None:
    """ "in Male, the capital of the Maldives": a city whose name is mostly another word."""
    if "capital" not in scan.small[sentence.start : sentence.stop]:
        return None
    for hit in scan.within(sentence.start, sentence.stop, "country"):
        low = max(sentence.start, hit.start - 70)
        named = _NAMED_CAPITAL.search(scan.words(low, hit.start))
        if named:
            at = (low + named.start("city"), low + named.end("city"))
            return Place(named["city"], hit.value, at, (hit.start, hit.stop))
    return None


_HERE = Trigger("here")


def _here(scan: Scan, sentence: Sentence) -> Place | None:
    """ "opened here on Thursday": here is where the date-line was written."""
    line = scan.dateline
    if (
        line is None
        or line.place is None
        or line.span is None
        or not _HERE.stands(scan, sentence.start, sentence.stop)
        or not re.search(r"\bhere\b(?! (?:are|is|was|were)\b)", scan.words(sentence.start, sentence.stop))
    ):
        return None
    return dateline_place(scan, line.span.start, line.span.start + len(line.place) + 1)


def dateline_place(scan: Scan, start: int, stop: int) -> Place | None:
    """The city of a date-line; a country's name there is its capital's ("Mexico, Sep 18")."""
    for hit in scan.within(start, stop, "city"):
        return _place(scan, hit.start, hit.stop, hit.value)
    for hit in scan.within(start, stop, "country"):
        city = capital(hit.value) or ""
        if city.startswith(scan.words(hit.start, hit.stop).title()):
            return Place(city, hit.value, (hit.start, hit.stop), (hit.start, hit.stop))
    return None


def _countries(scan: Scan) -> frozenset[str]:
    """The countries that the report names."""
    if "countries" not in scan.memo:
        scan.memo["countries"] = frozenset(h.value for h in scan.hits.get("country", []))
    named: frozenset[str] = scan.memo["countries"]
    return named


_COUNTRY_BEHIND = re.compile(
    r"(?:,? (?:in )?(?:the )?| \((?:the )?)(?:capital of (?:the )?)?(?:Republic of )?"
)


_ACTS = re.compile(
    r" (?:and [a-z]+ )?(?:also |then |again )?(?!(?:on|in|at|from|to|by|and|or|with|where|which|who|for|after|before|between|during|as|last|this|next|today|yesterday|until|since|under|via|over|ahead|amid)\b)[a-z]"
)  # "At the talks in Oslo, Japan proposed more": the country behind the comma does something


def _countries_of(city: str) -> tuple[str, ...]:
    return tuple(city_countries().get(city, ()))


def _place(scan: Scan, start: int, stop: int, likely: str) -> Place:
    words = scan.words(start, stop)
    city = city_name(words)
    behind = _COUNTRY_BEHIND.match(scan.words(stop, stop + 24))
    if behind:
        next_word = stop + behind.end()
        for hit in scan.within(next_word, next_word + 1, "country"):
            acts = _ACTS.match(scan.small, hit.stop) or scan.small.startswith(("’s ", "'s "), hit.stop)
            if behind[0] != ", " or hit.value in _countries_of(words) or not acts:
                return Place(city, hit.value, (start, stop), (hit.start, hit.stop))
    mentioned = _countries(scan)
    country = country_of(words, mentioned) or likely
    return Place(city, country if country in country_codes() else None, (start, stop), (start, stop))
