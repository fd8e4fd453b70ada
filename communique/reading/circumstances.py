"""When, where and how a sitting took place, as the sentence around it says."""

import re
from typing import NamedTuple

from communique.lexicon.countries import capital, country_codes
from communique.lexicon.places import city_name, country_of
from communique.lexicon.sittings import sitting_words
from communique.model.span import Span
from communique.reading.dates import When, reference_date, relative, when
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Place(NamedTuple):
    """A city with its country and the place of the words."""

    city: str | None
    country: str | None
    at: tuple[int, int]
    country_at: tuple[int, int]


_NOT_WHEN = re.compile(
    r"\b(?:since|for|of|from|until|till|by|before|after|between|dated|signed|adopted|Agenda|agenda|Vision|Strategy|Plan|than|late|mid|early) (?:the )?$"
)
_SET_FOR = re.compile(
    r"\b(?:scheduled|set|planned|slated|due|fixed|announced|postponed|moved|put off|rescheduled) (?:for|until|till|to) (?:the )?$"
)
_PLANNED = re.compile(
    r"\b(?:will (?:be )?(?:hold|held|host|hosted|take place|meet|convene|attend|participate|take part|gather|chair|visit|travel|discuss|lead|start|open|begin|address|represent)|(?:is|are|was|were) (?:scheduled|expected|due|set|planned|slated|to (?:hold|host|meet|be held|be convened|be hosted|attend|take place|take part|participate|convene|gather|open|visit|travel|sit))"
    r"|to be held|plans? to (?:hold|host|meet|attend)|scheduled (?:for|to|on)|upcoming|forthcoming|ahead of|in preparation for|preparations? for|is likely to|next (?:meeting|session|summit|sitting|round|conference|year|month|week)|would be held|will be)\b"
)
_ONGOING = re.compile(
    r"\b(?:is|are) (?:being held|underway|under way|taking (?:place|part)|attending|participating|discussing|currently|led|holding|meeting|also considering|considering|represented)\b|\bkicked off\b|\bkicks off\b|\bunderway\b|\bgets? under ?way\b|\b(?:opened|began|started|opens|begins|starts) (?:on|in|today|its|here|at)\b"
)
_POSTPONED = re.compile(r"\b(?:postponed|put off|rescheduled)\b")
_CANCELLED = re.compile(
    r"\b(?:cancelled|canceled|called off|(?:will|did|would) not (?:take place|be held|go ahead))\b"
)
_ONLINE = re.compile(
    r"\b(?:online|web-based|virtual(?:ly)?|(?:via|by|through) (?:a )?(?:video|web|tele)[- ]?(?:conference|link|conferencing)|video[- ]?conference|video[- ]?link|teleconference|video[- ]?teleconference|via zoom|web conference|videoconferencing|video call|by video)\b"
)
_HYBRID = re.compile(r"\bhybrid (?:format|mode|meeting|session|form|manner)\b|\bin (?:a )?hybrid\b")
_IN_PERSON = re.compile(
    r"\b(?:in[- ]person|face[- ]to[- ]face|physical) (?:meeting|session|summit|talks|since)\b|\bmet in person\b",
)


def date_of(scan: Scan, sentence: Sentence, start: int, stop: int, planned: bool) -> When | None:
    """The date that the sentence gives to the phrase at `start, stop`: the nearest that is no period or title date."""
    key = ("date", sentence.start, sentence.stop, start, stop, planned)
    if key not in scan.memo:
        scan.memo[key] = _date_of(scan, sentence, start, stop, planned)
    found: When | None = scan.memo[key]
    return found


def _date_of(scan: Scan, sentence: Sentence, start: int, stop: int, planned: bool) -> When | None:
    options: list[tuple[int, When]] = []
    inherit = next(
        (d.year for d in scan.dates_within(sentence.start, sentence.stop) if d.year and d.month), None
    )
    for dated in scan.dates_within(sentence.start, sentence.stop):
        if (
            _NOT_WHEN.search(scan.words(max(sentence.start, dated.start - 14), dated.start))
            and not start <= dated.start < stop
        ):
            before = scan.words(max(sentence.start, dated.start - 16), dated.start)
            if _SET_FOR.search(before):
                pass
            elif not re.search(r"\b(?:of|from|between) $", before) or dated.day is None:
                continue
        value = when(scan, dated, planned, inherit)
        if value:
            options.append((_distance(dated.start, dated.stop, start, stop) + _vague(value), value))
    for value in relative(scan, sentence.start, sentence.stop):
        options.append((_distance(*value.at, start, stop) + _vague(value), value))
    return min(options, key=lambda o: o[0])[1] if options else None


def _vague(value: When) -> int:
    """A day beats a month, a month beats a year, at about the same distance."""
    return 0 if value.exact else 90 if len(value.start) > 4 else 160


def _distance(start: int, stop: int, low: int, high: int) -> int:
    if low <= start < high:
        return 0
    return start - high if start >= high else low - stop + 15


_AT = re.compile(
    r"\b(?:in|at|at the|to|inside|near) (?:the )?(?:(?:city|town|capital|resort|resort city|resort town|port city|island|southern city|northern city|western city|eastern city|Black Sea resort|Red Sea resort|capital city)(?: of)? )?(?:[A-Z][\w-]+(?:’s|'s) )?(?:capital,? )?(?:city )?$"
)
_HOST = re.compile(
    r"(?:,? [^.,;]{0,40},| \([^)]*\))? (?:hosted|hosts|will host|is hosting|to host|is to host|played host)\b"
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
        before = scan.words(max(sentence.start, hit.start - 48), hit.start)
        told = _AT.search(before)
        hosting = _HOST.match(scan.characters, hit.stop, min(sentence.stop, hit.stop + 60))
        if not (told or hosting) or scan.words(hit.stop, hit.stop + 1) == "-":
            continue
        if (
            told
            and told[0].startswith("to ")
            and not re.search(r"\b(?:visit|trip|travel\w*|arriv\w*|came|come) to (?:the )?$", before)
        ):
            continue
        distance = _distance(hit.start, hit.stop, start, stop)
        if best is None or distance < best[0]:
            best = (distance, _place(scan, hit.start, hit.stop, hit.value))
    return best[1] if best else _country_of_sitting(scan, start, stop, sentence)


_IN = re.compile(r",?[^.,;:“”\"]{0,40}? in (?:the )?$")


def _country_of_sitting(scan: Scan, start: int, stop: int, sentence: Sentence) -> Place | None:
    """ "a summit in Azerbaijan": right behind the phrase, or it tells something else."""
    here = _here(scan, sentence) or _in_capital(scan, sentence)
    if here is not None:
        return here
    for hit in scan.within(stop, min(sentence.stop, stop + 60), "country"):
        if _IN.fullmatch(scan.words(stop, hit.start)) and not scan.within(stop, hit.start, "say", "discuss"):
            return Place(None, hit.value, (hit.start, hit.stop), (hit.start, hit.stop))
    return None


_CAPITAL = re.compile(r"(?:[’']s)? capital\b")


def _in_capital(scan: Scan, sentence: Sentence) -> Place | None:
    """ "in the Malian capital", "in the capital of Mali"."""
    for hit in scan.within(sentence.start, sentence.stop, "adjective", "country"):
        behind = _CAPITAL.match(scan.characters, hit.stop)
        before = scan.words(max(sentence.start, hit.start - 28), hit.start)
        told = behind and re.search(r"\b(?:in|at) (?:the )?$", before)
        if told or re.search(r"\bin (?:the|its) capital of (?:the )?$", before):
            stop = behind.end() if behind and told else hit.stop
            return Place(capital(hit.value), hit.value, (hit.start, stop), (hit.start, hit.stop))
    return None


def _here(scan: Scan, sentence: Sentence) -> Place | None:
    """ "opened here on Thursday": here is where the date-line was written."""
    line = scan.dateline
    if (
        line is None
        or line.place is None
        or line.span is None
        or not re.search(r"\bhere\b(?! (?:are|is|was|were)\b)", scan.words(sentence.start, sentence.stop))
    ):
        return None
    return _dateline_place(scan, line.span.start, line.span.start + len(line.place) + 1)


def _dateline_place(scan: Scan, start: int, stop: int) -> Place | None:
    """The city of a date-line; a country's name there is its capital's ("Mexico, Sep 18")."""
    for hit in scan.within(start, stop, "city"):
        return _place(scan, hit.start, hit.stop, hit.value)
    for hit in scan.within(start, stop, "country"):
        city = capital(hit.value) or ""
        if city.startswith(scan.words(hit.start, hit.stop).title()):
            return Place(city, hit.value, (hit.start, hit.stop), (hit.start, hit.stop))
    return None


def _place(scan: Scan, start: int, stop: int, likely: str) -> Place:
    words = scan.words(start, stop)
    city = city_name(words)
    behind = re.match(r"(?:, | \((?:the )?)", scan.words(stop, stop + 6))
    if behind:
        for hit in scan.within(stop, stop + 8, "country"):
            return Place(city, hit.value, (start, stop), (hit.start, hit.stop))
    mentioned = frozenset(h.value for h in scan.hits.get("country", []))
    country = country_of(words, mentioned) or likely
    return Place(city, country if country in country_codes() else None, (start, stop), (start, stop))


def mode_of(scan: Scan, start: int, stop: int) -> tuple[str, tuple[int, int]] | None:
    """online, hybrid or in-person, if the words between `start` and `stop` say so."""
    for mode, pattern in (("hybrid", _HYBRID), ("online", _ONLINE), ("in-person", _IN_PERSON)):
        match = pattern.search(scan.small, start, stop)
        if match:
            return mode, match.span()
    return None


# what is sent to a sitting waits for it
_SENT_ON = re.compile(
    r"\b(?:submitted|referred|forwarded|sent|submit|to be (?:considered|adopted|signed|approved|submitted)|for (?:consideration|approval|adoption|signature)) (?:to|by|at|during|for (?:consideration|approval) (?:to|by|at)) (?:the |a |its )?$"
)
# a headline's infinitive without "is": "Minister to attend the council's session"
_HEADLINE_TO = re.compile(
    r"(?<!is )(?<!are )(?<!was )\bto (?:attend|visit|hold|host|meet|take part|participate|co-chair|chair|join|address|travel|convene|gather)\b"
)


def status_of(scan: Scan, sentence: Sentence, start: int, stop: int) -> tuple[str, tuple[int, int] | None]:
    """held, ongoing, planned, postponed or cancelled, by the verbs of the sentence; held when only the phrase speaks."""
    key = ("status", sentence.start, sentence.stop, start, stop)
    if key not in scan.memo:
        scan.memo[key] = _status_of(scan, sentence, start, stop)
    found: tuple[str, tuple[int, int] | None] = scan.memo[key]
    return found


def _status_of(scan: Scan, sentence: Sentence, start: int, stop: int) -> tuple[str, tuple[int, int] | None]:
    low, high = max(sentence.start, start - 90), min(sentence.stop, stop + 90)
    for status, pattern in (
        ("cancelled", _CANCELLED),
        ("postponed", _POSTPONED),
        ("planned", _PLANNED),
        ("ongoing", _ONGOING),
    ):
        match = pattern.search(scan.characters, low, high)
        if match and not _other_verb(scan, match, start, stop):
            return status, match.span()
    if sentence is scan.sentences[0] and _HEADLINE_TO.search(scan.words(sentence.start, start)):
        return "planned", (sentence.start, start)
    if _SENT_ON.search(scan.words(max(sentence.start, start - 60), start)):
        return "planned", (max(sentence.start, start - 60), stop)
    first = scan.words(start, stop).lower().split()
    if set(first) & sitting_words("next"):
        return "planned", (start, stop)
    return "held", None


def _other_verb(scan: Scan, match: re.Match[str], start: int, stop: int) -> bool:
    """A clause boundary between verb and phrase: the verb is about something else."""
    between = scan.words(match.end(), start) if match.end() <= start else scan.words(stop, match.start())
    return bool(re.search(r"[;“”\"]|, (?:which|who|and|while|but|said)\b|\bthat\b|\bafter\b", between))


def own_day(scan: Scan) -> tuple[str, Span] | None:
    """The report's own day with the place that says it: the date-line's, else the stamp's."""
    own = reference_date(scan)
    if own is None:
        return None
    line = scan.dateline
    if line and line.date and line.span:
        at = scan.characters.find(line.date, line.span.start)
        for dated in scan.dates_within(at, at + 1):
            value = when(scan, dated)
            if value and value.exact:
                return value.start, Span(dated.start, dated.stop)
    if scan.text.published_span:
        return own.isoformat(), scan.text.published_span
    return None
