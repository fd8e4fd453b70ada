"""The instruments of a text: what was adopted, signed, considered, submitted, and what became of it."""

import re
import unicodedata
from collections.abc import Iterator

from communique.lexicon.instruments import instrument_words
from communique.model.instrument import Instrument
from communique.model.span import Evidence, Span
from communique.reading.instrument_deeds import deeds
from communique.reading.instrument_lists import general, leads_on
from communique.reading.instrument_objects import Deed
from communique.reading.instrument_parties import parties
from communique.reading.instrument_verbs import names_some
from communique.reading.instrument_words import Words, words_of
from communique.reading.organs import organs
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_MOST = 80  # nouns in one sentence: beyond that it is a table or a trap, and no rule would help


def instruments(scan: Scan, cast: Cast) -> list[Instrument]:
    """The instruments in reading order, each with the places that say so.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> s = scan("The ministers adopted a statement on border security.")
    >>> [(i.title, i.action) for i in instruments(s, cast(s))]
    [('statement on border security', 'adopted')]
    """
    words = words_of(scan)
    found: list[Instrument] = []
    headline: list[Instrument] = []
    voices: list[Instrument] = []
    spelled: set[int] = set()
    for sentence, told in _told(scan, words, spelled):
        for group in _by_title(told):
            into = voices if group[0].rule == "spoken" and len(group) == 1 else found
            into = headline if _is_headline(scan, sentence) else into
            into.append(_instrument(scan, cast, words, sentence, group))
    body = _merged([i for i in found if i.evidence["title"][0].start not in spelled])
    for voice in sorted(_merged(voices), key=lambda v: -len(v.title)):
        body += [] if any(voice.kind == i.kind for i in body) else [voice]
    return [h for h in headline if not any(_answers(h, i) for i in body)] + body


def _told(scan: Scan, words: Words, spelled: set[int]) -> Iterator[tuple[Sentence, list[Deed]]]:
    """Each sentence with its deeds; into `spelled` go the places of general words that a later list spells out."""
    said: Deed | None = None
    for sentence in scan.sentences:
        nouns = len(words.within("nouns", sentence.start, sentence.stop))
        if nouns > _MOST or not (nouns or names_some(scan, words, sentence)):
            said = said if said and leads_on(scan, sentence) else None
            continue
        told = deeds(scan, words, sentence, said)
        spelled |= {said.title.start for d in told if said and d.rule == "carried"}
        said = _announced(scan, told, said)
        empty = instrument_words("empty")
        yield sentence, [d for d in told if scan.words(d.title.start, d.title.stop).lower() not in empty]


def _announced(scan: Scan, told: list[Deed], said: Deed | None) -> Deed | None:
    """The deed whose documents the next sentences may list: "they signed six documents", or an item of such a list."""
    if said and told and all(d.rule == "carried" for d in told):
        return said
    many = [d for d in told if general(scan, d.title) and d.rule in ("active", "passive", "nominal", "ended")]
    return many[-1] if many else None


def _is_headline(scan: Scan, sentence: Sentence) -> bool:
    """The title of the report, or its first line when that is no full sentence."""
    if scan.text.title_span is not None:
        return scan.in_headline(sentence)
    return sentence.paragraph == 0 and scan.characters[sentence.stop - 1] not in '.!?”"'


def _answers(headline: Instrument, body: Instrument) -> bool:
    """The report's text tells in full what its headline said in short."""
    if (
        headline.action == body.action
        and not headline.evidence["title"][0].stop - headline.evidence["title"][0].start > 60
    ):
        return True
    return headline.kind == body.kind or bool(_stems(headline.title) & _stems(body.title))


def _by_title(found: list[Deed]) -> Iterator[list[Deed]]:
    group: list[Deed] = []
    for deed in found:
        if group and deed.title.start != group[0].title.start:
            yield group
            group = []
        group.append(deed)
    if group:
        yield group


def _instrument(scan: Scan, cast: Cast, words: Words, sentence: Sentence, group: list[Deed]) -> Instrument:
    title = group[0].title
    group = sorted(group, key=lambda d: d.start)
    steps = tuple(dict.fromkeys(d.action for d in group))
    start, stop = min(title.start, group[0].start), max(title.stop, group[-1].stop)
    evidence: Evidence = {
        "": (Span(start, stop),),
        "title": (Span(title.start, title.stop),),
        "action": tuple(Span(d.start, d.stop) for d in group),
    }
    period = _period(scan, title.start, title.stop)
    if period:
        evidence["period"] = (period[1],)
    sides, told = parties(scan, cast, sentence, title, group[0].start)
    if sides:
        evidence["parties"] = told
    where = _destination(scan, sentence, group)
    if where:
        evidence["destination"] = (where[1],)
    date = _date(scan, sentence, group[0])
    if date:
        evidence["date"] = (date[1],)
    if title.number is not None:
        evidence["count"] = (Span(title.left, title.head[1]),)
    return Instrument(
        title=scan.words(title.start, title.stop),
        kind=title.kind,
        action=steps[0],
        steps=steps if len(steps) > 1 else (),
        period=period[0] if period else None,
        parties=sides,
        destination=where[0] if where else None,
        date=date[0] if date else None,
        count=title.number,
        evidence=evidence,
    )


_PERIOD = re.compile(
    r"\b(?:for|in|over|covering|during|of|from|,)?\s?(?:the\s)?(?:period\s)?(?:years?\s)?(?:of\s|from\s)?"
    r"\b(?P<from>(?:19|20)\d\d)(?:\s?(?:[-–—/]|to|and|through|until)\s?(?P<to>(?:19|20)?\d\d)\b)"
    r"|\b(?:for|in)\s(?P<one>20\d\d)\b|\b(?:until|till|to|by)\s(?P<until>20\d\d)\b"
)


def _period(scan: Scan, start: int, stop: int) -> tuple[str, Span] | None:
    """The years that a title names: "for 2022-2023" is 2022/2023."""
    for match in _PERIOD.finditer(scan.characters, start, stop):
        if match["from"]:
            end = match["to"] if len(match["to"]) == 4 else match["from"][:2] + match["to"]
            return f"{match['from']}/{end}", Span(match.start("from"), match.end("to"))
        which = "one" if match["one"] else "until"
        return ("../" if which == "until" else "") + match[which], Span(match.start(which), match.end(which))
    return None


def _destination(scan: Scan, sentence: Sentence, group: list[Deed]) -> tuple[str, Span] | None:
    """The organ to which a text was submitted."""
    for deed in group:
        if not scan.words(deed.start, deed.stop).lower().startswith(("submit", "sen", "forward", "tabl")):
            continue
        for named in organs(scan, deed.stop, sentence.stop):
            if re.search(
                r"\b(?:to|for|before|of|by)\s(?:the\s)?(?:\S+\s){0,5}$", scan.words(deed.stop, named.start)
            ):
                return named.name, Span(named.start, named.stop)
    return None


def _date(scan: Scan, sentence: Sentence, deed: Deed) -> tuple[str, Span] | None:
    """The year or day of an agreement in force, or of one that is only mentioned as signed once."""
    if deed.rule not in ("state", "reduced", "relative"):
        return None
    for dated in scan.dates_within(deed.stop, min(sentence.stop, deed.stop + 60)):
        if dated.year is None or re.search(r"[.,;]", scan.words(deed.stop, dated.start)):
            return None
        parts = [f"{dated.year:04d}"] + [f"{p:02d}" for p in (dated.month, dated.day) if p]
        return "-".join(parts), Span(dated.start, dated.stop)
    return None


_WORD = re.compile(r"[a-z0-9]{3,}")
_COMMON = frozenset(
    ["the", "and", "for", "with", "between", "from", "that", "their", "its", "two", "three", "all"]
)


def _stems(title: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return frozenset(w[:5] for w in _WORD.findall(plain) if w not in _COMMON)


def _merged(found: list[Instrument]) -> list[Instrument]:
    """One entry for each title: a document named again adds its steps to the first."""
    kept: list[Instrument] = []
    for one in found:
        for i, known in enumerate(kept):
            if _same(known, one):
                kept[i] = _joined(known, one)
                break
        else:
            kept.append(one)
    return kept


def _same(known: Instrument, one: Instrument) -> bool:
    if known.kind != one.kind or (known.period != one.period and known.period and one.period):
        return False
    a, b = _stems(known.title), _stems(one.title)
    shorter, longer = sorted((a, b), key=len)
    return a == b or (len(shorter) > 1 and shorter <= longer)


def _joined(known: Instrument, one: Instrument) -> Instrument:
    first, other = (known, one) if len(known.title) >= len(one.title) else (one, known)
    steps = tuple(dict.fromkeys((*(known.steps or (known.action,)), *(one.steps or (one.action,)))))
    steps = tuple(s for s in steps if s != "other") or ("other",)
    evidence = {
        key: first.evidence.get(key, other.evidence.get(key, ()))
        for key in {**known.evidence, **one.evidence}
    }
    evidence["action"] = tuple(sorted((*known.evidence["action"], *one.evidence["action"])))
    return Instrument(
        title=first.title,
        kind=first.kind,
        action=steps[0],
        steps=steps if len(steps) > 1 else (),
        period=first.period or other.period,
        parties=first.parties or other.parties,
        destination=first.destination or other.destination,
        date=first.date or other.date,
        count=first.count or other.count,
        evidence=evidence,
    )
