"""Named operations and exercises: their aim, time, stage, organiser and what became of them."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from communique.lexicon.phrases import Hit
from communique.model.said import Operation
from communique.model.span import Evidence, Span
from communique.reading.dates import relative, when
from communique.reading.organs import organs
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

At = tuple[int, int]


class Named(NamedTuple):
    """The name of an operation at `start, stop`; the words around it reach from `low` to `high`."""

    start: int
    stop: int
    low: int
    high: int
    sentence: Sentence


_CUES = frozenset("operation operations exercise exercises drill drills manoeuvres manoeuvre maneuvers".split())
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME = rf"(?:[“\"«](?P<quoted>[^“”\"«»\n]{{3,60}})[”\"»]|(?P<bare>{_CAPITAL}(?:(?:\s(?:of|the)\s|(?<!\d)\sand\s|\s|\s?-\s?)(?:{_CAPITAL}|(?:19|20)\d\d))*(?:-\d{{2,4}})?))"
_BEHIND = re.compile(rf"(?:\s(?:named|called|codenamed|code-named|dubbed|under the (?:code)?name))?,?\s{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?")
_MORE = re.compile(rf"(?:,\s(?:and\s)?|\sand\s|\sas well as\s)(?:the\s)?{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?")
_BEFORE = re.compile(
    rf"{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?[”\"»]?(?:\s(?:joint|military|strategic|international|command-staff|command-post|command and staff|special|preventive|complex|anti-drug|antidrug|anti-terror(?:ist)?|counter-terrorism|"
    r"peacekeeping|regional|naval|multinational|trilateral|bilateral|large-scale|live-fire|annual|tactical|operational|reconnaissance|logistics|air|maritime|training|CSTO|rescue|and|ground|field|defence|defense)){0,4}\s$"
)
_VOCABULARY = frozenset(
    "the a an this these those joint military naval special national international department command center centre manager staff director group chief "
    "operations operation exercise exercises drills in on at by during both another all our its their as for under from other such several many some recent large".split()
)
_CLAUSE_END = re.compile(r"[.;]\s|\sas well as\s|,?\sand\sthe\s|$")


def operations(scan: Scan, cast: Cast) -> list[Operation]:
    """The operations and exercises that the text names.

    >>> from communique.reading.scan import scan
    >>> from communique.reading.people import cast
    >>> text = scan("Operation Sunrise to combat smuggling took place in May 2021.")
    >>> [(o.name, o.aim, o.when, o.status) for o in operations(text, cast(text))]
    [('Sunrise', 'combat smuggling', '2021-05', 'held')]
    """
    found: dict[str, Operation] = {}
    named = _named(scan)
    for i, one in enumerate(named):
        high = named[i + 1].low if i + 1 < len(named) and named[i + 1].sentence == one.sentence else one.sentence.stop
        low = named[i - 1].high if i and named[i - 1].sentence == one.sentence else one.sentence.start
        operation = _operation(scan, one, low, max(high, one.high))
        known = found.get(operation.name.lower())
        found[operation.name.lower()] = _merged(known, operation) if known else operation
    return list(found.values())


def _merged(one: Operation, other: Operation) -> Operation:
    """Two mentions of one operation: what the first leaves open comes from the second."""
    return Operation(
        name=one.name,
        aim=one.aim or other.aim,
        when=one.when or other.when,
        stage=one.stage or other.stage,
        organiser=one.organiser or other.organiser,
        status=one.status or other.status,
        evidence={**other.evidence, **one.evidence, "": (*one.evidence[""], *other.evidence[""])},
    )


# --- names --------------------------------------------------------------------------------------------


def _named(scan: Scan) -> list[Named]:
    found: dict[int, Named] = {}
    for hit in scan.hits.get("operation", ()):
        if hit.value not in _CUES or _is_verb(scan, hit):
            continue
        sentence = scan.sentence_at(hit.start)
        if sentence is None:
            continue
        for rule in NAMES:
            names = list(rule(scan, sentence, hit.start, hit.stop))
            for name in names:
                found.setdefault(name.start, name)
            if names:
                break
    return [found[k] for k in sorted(found)]


def _is_verb(scan: Scan, hit: Hit) -> bool:
    """ "they exercise control"."""
    before = scan.words(max(0, hit.start - 8), hit.start)
    return bool(re.search(r"\b(?:to|they|we|will|can|must|may|not|who|should)\s$", before, re.I))


def _name_behind(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "operation Kanal (Channel)", "Exercise Zapad-2021", "exercises A, B and C"."""
    match = _BEHIND.match(scan.characters, stop, sentence.stop)
    plural = scan.words(stop - 1, stop) == "s"
    first = True
    while match:
        group = "quoted" if match["quoted"] else "bare"
        if not _sound(scan, match, group, strict=plural or not first):
            return
        yield Named(match.start(group), match.end(group), start if first else match.start(group), match.end(), sentence)
        if not plural:
            return
        first = False
        match = _MORE.match(scan.characters, match.end(), sentence.stop)


def _name_before(scan: Scan, sentence: Sentence, start: int, stop: int) -> Iterator[Named]:
    """ "the Nelegal (Illegal) operation", "Peace Mission 2018 exercise", "A-2021 and B-2021 exercises"."""
    low = max(sentence.start, start - 110)
    found: list[Named] = []
    edge = start
    for match in _ends_at(scan, low, edge):
        group = "quoted" if match["quoted"] else "bare"
        if not _sound(scan, match, group, strict=bool(found)):
            return
        begin = _without_lead(scan, match, group)
        if begin is None:
            break
        found.append(Named(begin, match.end(group), begin, stop, sentence))
    yield from reversed(found)


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
        match = _last(re.compile(rf"{_NAME}(?P<gloss>\s\([A-Z][^)]{{2,40}}\))?$"), scan, low, place - len(joint[0]))


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
    moved = True
    while moved:
        moved = False
        for hit in scan.within(start, start + 1, "country", "adjective", "organisation", "organ", "organ?", "people", "region"):
            if hit.stop <= stop:
                start, moved = hit.stop + len(re.match(r"[’'`]?s?[\s-]*", scan.words(hit.stop, stop))[0]), True  # type: ignore[index]
                break
        lead = re.compile(r"(?:The|A|An|This|During|In|Joint|Both|Annual|And)\s").match(scan.characters, start, stop)
        if lead:
            start, moved = lead.end(), True
    return start if stop - start > 2 and scan.words(start, stop).lower() not in _VOCABULARY else None


def _sound(scan: Scan, match: re.Match[str], group: str, strict: bool) -> bool:
    """A name, and no plain word, country or body: "Operations Department", "exercises in Russia"."""
    start, stop = match.span(group)
    words = match[group]
    if not re.search(r"[A-ZÀ-Þ]", words) or words.split()[0].lower() in _VOCABULARY - {"joint", "special", "the"} and group == "bare" and " " not in words:
        return False
    claimed = scan.within(start, stop, "country", "adjective", "organisation", "organ", "organ?", "region", "people", *(("city",) if strict else ()))
    covered = any(h.start == start and h.stop >= stop for h in claimed)
    month = any(d.start == start for d in scan.dates_within(start, stop))
    yearly = re.search(r"-?\d{2,4}$", words) is not None
    return not covered and not month and not (strict and group == "bare" and claimed and not yearly)


NAMES: tuple[Callable[[Scan, Sentence, int, int], Iterator[Named]], ...] = (_name_behind, _name_before)


# --- what is said of it -------------------------------------------------------------------------------

_AIM = re.compile(
    r"(?:,?\s(?:which\s)?(?:was\s|is\s|were\s|are\s)?(?:aimed at|targeting|designed to|intended to|in order to|dedicated to|with the aim of|with a view to)\s|,?\s(?:special\s|military\s)?(?:operation\s|exercises?\s)?to\s)(?P<aim>[a-z][^.,;:()“”\"]{3,160}?)(?=\s(?:took place|yielded|resulted|led|brought|allowed|helped|showed|kicked off|concluded|was held|were held|has been|have been|will be|will take|was|were|is being|are being|began|started|ended)\b|[.,;:()“”\"]|\sas well as\s|\sand the\s|$)"
)
_NO_AIM = re.compile(r"(?:be|take|the|a|an|its|their|this|date|end|begin|start|continue|which|\d)\b")
_STAGE = re.compile(r"\b(?P<stage>(?:the\s)?(?:first|second|third|fourth|final|last|next|initial|active|main|\d(?:st|nd|rd|th))\s(?:stage|phase|leg)s?)\b", re.I)
_ORGANISER = re.compile(r"(?i)\b(?:under the (?:auspices|aegis|leadership|direction|coordination|co-ordination|guidance|umbrella) of|organi[sz]ed by|conducted by|carried out by|coordinated by|co-ordinated by|led by|run by|hosted by|initiated by)\s(?:the\s)?")
_STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cancelled", re.compile(r"\b(?:cancel(?:led|ed)|called off|scrapped)\b")),
    ("planned", re.compile(r"\b(?:will|to be held|is planned|are planned|planned for|scheduled|upcoming|forthcoming|is expected|are expected|is to|are to|plans? to hold|due to|next year|preparations? for)\b")),
    ("ongoing", re.compile(r"\b(?:underway|under way|is taking place|are taking place|is being|are being|ongoing|continues|is in progress|has begun|have begun)\b")),
    ("held", re.compile(r"\b(?:took place|held|conducted|carried out|ended|concluded|completed|began|started|opened|participated|took part|was|were|during|after|within|yielded|resulted|in the course of|following|launched|hosted|ran)\b", re.I)),
)


def _operation(scan: Scan, one: Named, low: int, high: int) -> Operation:
    evidence: Evidence = {"": (Span(one.sentence.start, one.sentence.stop),), "name": (Span(one.start, one.stop),)}
    aim = _aim(scan, one, high)
    dated = _when(scan, one)
    stage = _stage(scan, one, low)
    organiser = _organiser(scan, one, low, high)
    status = _status(scan, one, high)
    for slot, at in (("aim", aim), ("when", dated and dated[1]), ("stage", stage), ("organiser", organiser and organiser[1]), ("status", status and status[1])):
        if at:
            evidence[slot] = (Span(*at),)
    return Operation(
        name=" ".join(scan.words(one.start, one.stop).split()),
        aim=scan.words(*aim) if aim else None,
        when=dated[0] if dated else None,
        stage=scan.words(*stage) if stage else None,
        organiser=organiser[0] if organiser else None,
        status=status[0] if status else None,
        evidence=evidence,
    )


def _aim(scan: Scan, one: Named, high: int) -> At | None:
    """ "to combat drug trafficking", "aimed at identifying crimes"."""
    match = _AIM.match(scan.characters, one.high, min(high, one.high + 260))
    if match is None:
        match = re.compile(r"(?:\s\w+){0,3}" + _AIM.pattern).match(scan.characters, one.high, min(high, one.high + 260))
    if match is None or _NO_AIM.match(match["aim"]):
        return None
    stop = match.end("aim")
    return match.start("aim"), stop


def _when(scan: Scan, one: Named) -> tuple[str, At] | None:
    """The date of the sentence nearest to the name, read from the report's own date where it leans on it."""
    future = bool(_STATUS[1][1].search(scan.words(one.sentence.start, one.sentence.stop)))
    found = []
    for dated in scan.dates_within(one.sentence.start, one.sentence.stop):
        if one.start <= dated.start < one.stop:
            continue
        meant = when(scan, dated, future)
        if meant:
            value = meant.start if meant.start == meant.end else f"{meant.start}/{meant.end}"
            found.append((abs(dated.start - one.start), value, meant.at))
    for other in relative(scan, one.sentence.start, one.sentence.stop):
        found.append((abs(other.at[0] - one.start), other.start, other.at))
    return min(found)[1:] if found else None


def _stage(scan: Scan, one: Named, low: int) -> At | None:
    """ "the first stage of the operation": said before the name in the same clause."""
    found = list(_STAGE.finditer(scan.characters, max(low, one.low - 80), one.low))
    match = found[-1] if found else None
    if match is None:
        return None
    start = match.start("stage") + (4 if match["stage"].lower().startswith("the ") else 0)
    return start, match.end("stage")


def _organiser(scan: Scan, one: Named, low: int, high: int) -> tuple[str, At] | None:
    """Who runs it, by official name: "under the auspices of the committee" means the committee named before."""
    for match in _ORGANISER.finditer(scan.characters, low, high):
        for named in organs(scan, match.end(), min(high, match.end() + 120)):
            if named.start - match.end() < 4:
                return named.name, (named.start, named.stop)
        words = re.compile(r"(?P<word>[Cc]ommittee|[Cc]ouncil|[Ss]ecretariat|[Oo]rgani[sz]ation|[Cc]ommission)\b").match(scan.characters, match.end())
        if words:
            meant = _named_before(scan, words["word"].lower(), match.start())
            if meant:
                return meant, (words.start(), words.end())
    return None


def _named_before(scan: Scan, word: str, place: int) -> str | None:
    """The last body before `place` whose name has `word` in it."""
    for sentence in reversed([s for s in scan.sentences if s.start < place]):
        for named in reversed(organs(scan, sentence.start, min(place, sentence.stop))):
            if word[:7] in named.name.lower():
                return named.name
    return None


def _status(scan: Scan, one: Named, high: int) -> tuple[str, At] | None:
    """Held, ongoing, planned or cancelled, by the verbs around the name; behind it first."""
    for low, stop in ((one.stop, high), (one.sentence.start, one.start)):
        for status, pattern in _STATUS:
            match = pattern.search(scan.characters, low, stop)
            if match:
                return status, match.span()
    return None
