"""The matters that a text says were, are or will be talked about, one item for each."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from communique.lexicon.agenda import agenda_hits
from communique.lexicon.calendar import NO_MONTH
from communique.lexicon.phrases import Hit
from communique.model.meeting import AgendaItem
from communique.model.span import Span
from communique.reading.agenda_fronts import cleft
from communique.reading.agenda_lists import bulleted
from communique.reading.agenda_matters import Matter
from communique.reading.agenda_rules import RULES
from communique.reading.instrument_deeds import deeds
from communique.reading.instrument_words import Words, words_of
from communique.reading.people import Cast
from communique.reading.scan import FAR_END, Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_MOST = 80  # nouns of documents in one sentence: beyond that it is a table or a trap
_NOT = re.compile(
    rf"\b(?:not|n[’']t|never|without|neither|nor|no|inability to|unable to|ready to|willing\w* to|readiness to|fail\w* to|refus\w+ to|bids? to|vy\w+ to|declin\w+ to|avoid\w*|{NO_MONTH}|might|could|should|would|must|whether|if|need to|needs to|urged \w+ to)\s(?:\w+\s){{0,1}}$",
    re.I,
)
_HEADINGS = Trigger("agenda")
_HEADING = re.compile(
    r"^[#* \t]*(?:(?:The|Draft|Provisional|Main) )?(?:[Aa]genda|AGENDA)(?: items)?:?[* ]*$", re.M
)


def agenda(scan: Scan, cast: Cast) -> list[AgendaItem]:
    """The agenda items of a text, verbatim and in reading order.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> s = scan("The ministers discussed trade, the border and transit.")
    >>> [i.text for i in agenda(s, cast(s))]
    ['trade', 'the border', 'transit']
    """
    found: list[Matter] = list(_listed(scan))
    for matter in found:
        scan.note("agenda", matter.start, _listed)
    hits = agenda_hits(scan.characters)
    starts = [h.start for h in hits]
    for sentence in scan.sentences:
        low = bisect_left(starts, sentence.start)
        high = bisect_left(starts, sentence.stop, low)
        if low == high or scan.in_headline(sentence):
            continue
        of_sentence = _of_sentence(scan, sentence, hits[low:high])
        if of_sentence:
            found.extend(_without_instruments(scan, words_of(scan), sentence, of_sentence))
    kept = _distinct(scan, sorted(m for m in found if not (_person(scan, cast, m) or _of_body(scan, m))))
    return [_item(scan, m) for m in kept]


_TITLE = re.compile(
    r"(?:the\s)?(?:Hon|Mr|Mrs|Ms|Dr|H\.\s?E|His Excellency|Her Excellency|Sir|Dame|Prince|Sheikh|President|Prime Minister)\b"
)


def _person(scan: Scan, cast: Cast, matter: Matter) -> bool:
    """Somebody, not something: "also at the table: Mr Rojas"."""
    people = cast.at(matter.start, matter.stop)
    if not people or scan.words(people[0][1], people[0][1] + 2) in ("’s", "'s"):
        return False
    return people[0][0] == matter.start or _TITLE.match(scan.characters, matter.start) is not None


def _of_body(scan: Scan, matter: Matter) -> bool:
    """ "the Organ on Politics, Defence and Security": part of a body's name."""
    return any(
        body.start < matter.start < body.stop
        for body in scan.within(
            max(0, matter.start - 80), matter.start + 1, "organ", "organ?", "organisation"
        )
    )


def _item(scan: Scan, matter: Matter) -> AgendaItem:
    span = Span(matter.start, matter.stop)
    return AgendaItem(
        text=span.cut(scan.characters), evidence={"": (span,), "text": (span,), "cue": (Span(*matter.cue),)}
    )


def _of_sentence(scan: Scan, sentence: Sentence, hits: list[Hit]) -> list[Matter]:
    found: list[Matter] = []
    for hit in hits:
        if any(m.start < hit.start < m.stop for m in found) and hit.label == "named":
            continue
        matters = (_CLEFT.get(hit.label) and list(cleft(scan, sentence, hit))) or list(
            RULES[hit.label](scan, sentence, hit)
        )
        if not matters or _untrue(scan, sentence, hit):
            continue
        for matter in matters:
            if not any(m.start < matter.stop and matter.start < m.stop for m in found):
                scan.note("agenda", matter.start, RULES[hit.label])
                found.append(matter)
    return found


_CLEFT = dict.fromkeys(("strong", "weak", "turned"), True)


def _untrue(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """Denied, doubtful, only asked for, or part of a title."""
    ahead = scan.words(max(sentence.start, hit.start - 100), hit.start)
    denied = _NOT.search(ahead[-30:])
    foretold = denied and denied[0].startswith("would") and _FORETOLD.search(ahead)
    return (
        (denied is not None and not foretold)
        or _wished(scan, sentence, hit)
        or _TASKED.search(ahead) is not None
        or _in_name(scan, sentence, hit)
    )


_FORETOLD = re.compile(
    r"\b(?:said|says|announced|told|noted|added|confirmed|stated|reported)\b[^\"“”;]{0,80}$"
)
_WISH = re.compile(
    r"\b(?:let us|let[’']s|to)\s(?:(?:also|have|hold|further|jointly)\s)?(?:an?\s(?:[\w-]+\s){0,2})?$", re.I
)


def _wished(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """“Let us explore A”: within quotation marks an infinitive tells what somebody wants."""
    said = scan.words(sentence.start, hit.start)
    inside = said.count("“") > said.count("”") or said.count('"') % 2 == 1
    return inside and _WISH.search(said[-60:]) is not None and not _HERE_TO.search(said[-60:])


_HERE_TO = re.compile(r"\b(?:met|here|gathered|today|came together|agenda|going|are|is)\s(?:\w+\s){0,2}to\s")
_TASKED = re.compile(
    r"\b(?:instruct|task|ask|request|propos|suggest|invit|direct|mandat|urg|called (?:on|upon))\w*\b[^.;:]{0,80}\s(?:to|that|holding|convening|organi[sz]ing)\s(?:(?:a|an|the)\s)?(?:[\w-]+\s){0,1}$",
    re.I,
)


def _in_name(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """A cue with a capital within the sentence is part of a title: “Addressing the Threat”."""
    if (
        hit.label not in ("strong", "weak", "behind", "turned", "talk")
        or not scan.characters[hit.start].isupper()
    ):
        return False
    return hit.start > sentence.start + 3 and scan.characters[hit.stop - 1].islower()


def _without_instruments(scan: Scan, words: Words, sentence: Sentence, found: list[Matter]) -> list[Matter]:
    """What was considered as a document stands among the instruments, not here."""
    if not 0 < len(words.within("nouns", sentence.start, sentence.stop)) <= _MOST:
        return found
    texts = [
        d.title
        for d in deeds(scan, words, sentence)
        if d.action in ("considered", "approved", "adopted", "signed", "planned")
    ]
    return [
        m for m in found if not any(t.start < m.stop and m.start <= t.start < m.start + 25 for t in texts)
    ]


def _listed(scan: Scan) -> Iterator[Matter]:
    """A heading "Agenda" and the numbered or bulleted lines below it."""
    for heading in _HEADING.finditer(scan.characters) if _HEADINGS.stands(scan, 0, FAR_END) else ():
        for piece in bulleted(scan, heading.end()):
            yield Matter(piece.start, piece.stop, heading.span())


def _distinct(scan: Scan, found: list[Matter]) -> list[Matter]:
    """A matter named twice is one item, in its fuller wording."""
    kept: list[tuple[frozenset[str], Matter]] = []
    for matter in found:
        stems = frozenset(
            w[:5]
            for w in re.findall(r"[a-z0-9]{3,}", scan.words(matter.start, matter.stop).lower())
            if w not in ("the", "and")
        )
        for i, (known, _) in enumerate(kept):
            if stems == known or (len(stems) > 1 and 2 * len(stems) >= len(known) and stems <= known):
                break
            if known < stems and len(known) > 1 and 2 * len(known) >= len(stems):
                kept[i] = (stems, matter)
                break
        else:
            kept.append((stems, matter))
    return sorted(m for _, m in kept)
