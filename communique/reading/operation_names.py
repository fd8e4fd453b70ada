"""Names of operations and exercises: before the word, behind it, in lists, in quotation marks."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.phrases import Hit
from communique.reading.operation_series import apposed, of_series, renamed
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_CLAIMED = ("country", "adjective", "organisation", "organ", "organ?", "people", "region")


class Named(NamedTuple):
    """The name of an operation at `start, stop`; the words around it reach from `low` to `high`."""

    start: int
    stop: int
    low: int
    high: int
    sentence: Sentence


_CUES = frozenset(
    [
        "operation",
        "operations",
        "exercise",
        "exercises",
        "drill",
        "drills",
        "manoeuvres",
        "manoeuvre",
        "maneuvers",
        "training",
        "trainings",
        "war games",
        "wargames",
        "preventive measures",
    ]
)
_LOOSE = frozenset(("training", "trainings", "preventive measures"))  # they need a year or quotation marks
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_TAIL = r"(?:\s\d{1,2}(?:-(?:19|20)?\d\d)?(?=[.,;:)”\"’»]|\s(?:was|were|is|are|will|took|has|had|to|in|at|on|off|for|ended|ends|began|begins|which|that|and)\b|$))?"
_NAME = rf"(?:[“\"«](?P<quoted>[^“”\"«»\n]{{3,60}})[”\"»]|(?P<bare>{_CAPITAL}(?:(?:\s(?:of|the)\s|(?<!\d)\sand\s|\s|\s?-\s?)(?:{_CAPITAL}|(?:19|20)\d\d))*(?:-\d{{2,4}})?{_TAIL}))"
_BEHIND = re.compile(
    rf"(?:,?\s(?:named|called|codenamed|code-named|dubbed|under the (?:code)?name))?,?\s{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?"
)
_MORE = re.compile(
    rf"(?:,\s(?:and\s)?|\sand\s|\sas well as\s)(?:the\s)?{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?"
)
_BEFORE = re.compile(
    rf"{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?[”\"»]?(?:\s(?:joint|military|strategic|international|command-staff|command-post|command and staff|special|preventive|complex|anti-drug|antidrug|anti-terror(?:ist)?|counter-terrorism|"
    r"peacekeeping|regional|naval|multinational|trilateral|bilateral|large-scale|live-fire|annual|tactical|operational|reconnaissance|logistics|air|maritime|training|CSTO|rescue|and|ground|field|defence|defense)){0,4}\s$"
)
_VOCABULARY = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "these",
        "those",
        "joint",
        "military",
        "naval",
        "special",
        "national",
        "international",
        "department",
        "command",
        "center",
        "centre",
        "manager",
        "staff",
        "director",
        "group",
        "chief",
        "operations",
        "operation",
        "exercise",
        "exercises",
        "drills",
        "in",
        "on",
        "at",
        "by",
        "during",
        "both",
        "another",
        "all",
        "our",
        "its",
        "their",
        "as",
        "for",
        "under",
        "from",
        "other",
        "such",
        "several",
        "many",
        "some",
        "recent",
        "large",
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "more", "further"),
    ]
)


def named_operations(scan: Scan) -> list[Named]:
    """Every name of an operation or exercise, in reading order.

    >>> from communique.reading.scan import scan
    >>> [n.start for n in named_operations(scan("Exercise Sever-2021 ended."))]
    [9]
    """
    found: dict[int, Named] = {}
    for hit in scan.hits.get("operation", ()):
        if hit.value not in _CUES or _is_verb(scan, hit) or _is_department(scan, hit):
            continue
        sentence = scan.sentence_at(hit.start)
        if sentence is None:
            continue
        for rule in NAMES:
            names = list(rule(scan, sentence, hit.start, hit.stop))
            if hit.value in _LOOSE:
                names = [n for n in names if _marked(scan, n)]
            for name in names:
                scan.note("operations", name.start, rule)
                found.setdefault(name.start, name)
            if names:
                break
    for sentence, (start, stop) in of_series(scan):
        if not any(n.start <= start < n.stop for n in found.values()):
            scan.note("operations", start, of_series)
            found[start] = Named(start, stop, start, stop, sentence)
    return [found[k] for k in sorted(found)]


def _marked(scan: Scan, name: Named) -> bool:
    """In quotation marks, or with a year."""
    quoted = scan.words(name.start - 1, name.start) in ("“", '"', "«")
    return quoted or re.search(r"-\s?(?:19|20)\d\d$", scan.words(name.start, name.stop)) is not None


def _is_verb(scan: Scan, hit: Hit) -> bool:
    """ "they exercise control"."""
    before = scan.words(max(0, hit.start - 8), hit.start)
    return bool(re.search(r"\b(?:to|they|we|will|can|must|may|not|who|should)\s$", before, re.I))


def _is_department(scan: Scan, hit: Hit) -> bool:
    """ "the Special Operations Forces", "Operation Plan 2025"."""
    if scan.characters[hit.start].islower():
        return False
    return _DEPARTMENT.match(scan.characters, hit.stop) is not None


_DEPARTMENT = re.compile(
    r" (?:Forces?|Command|Cent(?:er|re)|Department|Division|Directorate|Group|Plan|Room|Unit|Branch|Officer|Manual|Committee|Headquarters|Programmes?|Schedule|Calendar)\b"
)


def _name_behind(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "operation Kanal (Channel)", "Exercise Zapad-2021", "exercises A, B and C"."""
    match = _BEHIND.match(scan.characters, stop, sentence.stop)
    plural = scan.words(stop - 1, stop) == "s"
    first = True
    while match:
        group = "quoted" if match["quoted"] else "bare"
        if not _sound(scan, match, group, strict=plural or not first):
            return
        parted = _PARTED.search(scan.characters, *match.span(group)) if plural and group == "bare" else None
        edge = parted.start() if parted else match.end(group)
        stop = edge if parted else match.end()
        yield Named(match.start(group), edge, start if first else match.start(group), stop, sentence)
        if not plural:
            return
        first = False
        match = _MORE.match(scan.characters, stop, sentence.stop)


_PARTED = re.compile(r"\sand\s")  # "exercises Sea Wind and Sky Wind": two names


def _name_before(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "the Nelegal (Illegal) operation", "Peace Mission 2018 exercise", "A-2021 and B-2021 exercises"."""
    low = max(sentence.start, start - 110)
    department = scan.words(start, stop) in ("Operations", "Exercises", "Training")
    found: list[Named] = []
    edge = start
    for match in _ends_at(scan, low, edge):
        group = "quoted" if match["quoted"] else "bare"
        if not _sound(scan, match, group, strict=bool(found)) or (department and group == "bare"):
            return
        begin = _without_lead(scan, match, group)
        if begin is None or (group == "bare" and _is_owner(scan, match.end(group))):
            break
        found.append(Named(begin, match.end(group), begin, stop, sentence))
    yield from reversed(found)


def _is_owner(scan: Scan, stop: int) -> bool:
    """ "Smart Defence and NATO operations": what stands right before the word is who runs them."""
    return any(hit.stop == stop for hit in scan.within(max(0, stop - 40), stop, "organisation", "adjective"))


def _ends_at(scan: Scan, low: int, edge: int) -> Iterator[re.Match[str]]:
    """The name that ends before `edge`, and those before it in a list."""
    match = _last(_BEFORE, scan, low, edge)
    while match:
        yield match
        group = "quoted" if match["quoted"] else "bare"
        place = match.start(group) - (group == "quoted")
        joint = re.search(r"(?:,\s|,?\sand\s)(?:the\s)?$", scan.words(max(low, place - 10), place))
        if joint is None:
            return
        match = _last(
            re.compile(rf"{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?$"), scan, low, place - len(joint[0])
        )


def _last(pattern: re.Pattern[str], scan: Scan, low: int, stop: int) -> re.Match[str] | None:
    for start in re.finditer(r"(?<![\w-])[A-ZÀ-Þ“\"«]", scan.words(low, stop)):
        match = pattern.match(scan.characters, low + start.start(), stop)
        if match and match.end() == stop:
            return match
    return None


def _without_lead(scan: Scan, match: re.Match[str], group: str) -> int | None:
    """The name without a country or organisation in front; None when nothing else is left."""
    start, stop = match.span(group)
    if group == "quoted":
        return start
    lead = _lead(scan, start, stop)
    while lead > start:
        start, lead = lead, _lead(scan, lead, stop)
    return start if stop - start > 2 and scan.words(start, stop).lower() not in _VOCABULARY else None


_GAP = re.compile(r"[’'`]?s?[\s-]*")
_LEAD_WORD = re.compile(r"(?:[Tt]he|A|An|This|During|In|Joint|Both|Annual|And)\s")


def _lead(scan: Scan, start: int, stop: int) -> int:
    """Behind a country, an organisation or an article that begins at `start`; `start` where there is none."""
    for hit in scan.within(start, start + 1, *_CLAIMED):
        if hit.label == "region" and re.match(r"\s[A-Z]", scan.words(hit.stop, stop)):
            continue  # "Andes Bridge 2023"
        gap = _GAP.match(scan.characters, hit.stop, stop) if hit.stop <= stop else None
        if gap:
            return gap.end()
    word = _LEAD_WORD.match(scan.characters, start, stop)
    return word.end() if word else start


def _sound(scan: Scan, match: re.Match[str], group: str, strict: bool) -> bool:
    """A name, and no plain word, country or body: "Operations Department", "exercises in Russia"."""
    start, stop = match.span(group)
    words = match[group]
    if not re.search(r"[A-ZÀ-Þ]", words) or (
        words.split()[0].lower() in _VOCABULARY - {"joint", "special", "the"}
        and group == "bare"
        and " " not in words
    ):
        return False
    claimed = scan.within(
        start,
        stop,
        "country",
        "adjective",
        "organisation",
        "organ",
        "organ?",
        "region",
        "people",
        *(("city",) if strict else ()),
    )
    covered = any(h.start == start and h.stop >= stop for h in claimed)
    month = any(d.start == start for d in scan.dates_within(start, stop))
    yearly = re.search(r"-?\d{2,4}$", words) is not None
    return (
        not covered
        and not month
        and not (
            strict
            and group == "bare"
            and any(h.start == start and h.label != "region" for h in claimed)
            and not yearly
        )
    )


_DATED = re.compile(rf"(?<![\w-])(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}-(?:19|20)\d\d)(?![\w-])")


def _name_with_year(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "twelve exercises were held, including Sever-2021 and Yug-2021"."""
    if scan.words(stop - 1, stop) == "s" and "-" in scan.words(sentence.start, sentence.stop):
        for match in _DATED.finditer(scan.characters, sentence.start, sentence.stop):
            yield Named(match.start(), match.end(), match.start(), match.end(), sentence)


_COLON = re.compile(
    r"(?:\s(?:(?:are|were|is|was|will|have been|had been)\s|(?:took place|ran|planned|held|scheduled|conducted)\b)[^.:;]{0,80})?:\s"
)
_ITEM = re.compile(
    rf"(?:,\s|,?\sand\s|:\s)(?:the\s)?{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?(?=[”\"»]?\s(?:against|to|for|aimed|targeting|in|on|near|off|from|with)\b|,|\sand\b|[.;]|$)"
)


def _name_behind_colon(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "Two operations are planned: Sever (North) against smuggling and Yug against fraud"."""
    colon = _COLON.match(scan.characters, stop, sentence.stop)
    if colon is None or scan.words(stop - 1, stop) != "s":
        return
    for match in _ITEM.finditer(scan.characters, colon.end() - 2, sentence.stop):
        group = "quoted" if match["quoted"] else "bare"
        if _sound(scan, match, group, strict=True):
            yield Named(match.start(group), match.end(group), match.start(group), match.end(), sentence)


def _name_in_front(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "Barents Rescue 2013, the search and rescue exercise"."""
    for low, high in apposed(scan, sentence, start, stop):
        yield Named(low, high, low, stop, sentence)


_CODENAMED = re.compile(
    rf"(?:Code-?named|Dubbed|Named|Called|Known as)\s{_NAME},\sthe\s(?:[a-z][\w-]*\s|[A-Z][\w-]*\s){{0,4}}$"
)


def _name_fronted(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "Codenamed Trident Wave, the exercise involves 12 ships"."""
    match = _CODENAMED.match(scan.characters, sentence.start, start)
    if match:
        group = "quoted" if match["quoted"] else "bare"
        yield Named(match.start(group), match.end(group), match.start(group), stop, sentence)


def _name_given(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "they exercise in May under the name of "Hazar-2022""."""
    for low, high in renamed(scan, sentence, start, stop):
        yield Named(low, high, start, high, sentence)


NAMES: tuple[Callable[[Scan, Sentence, int, int], Iterator[Named]], ...] = (
    _name_behind,
    _name_before,
    _name_with_year,
    _name_behind_colon,
    _name_fronted,
    _name_in_front,
    _name_given,
)
