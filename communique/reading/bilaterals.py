"""Sides that met: "X met with Y", "X, Y and Z gathered", "talks between X and Y", "X received Y"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bilateral meeting: a person, or a country or organisation alone."""

    person: Person | None
    code: str | None
    at: tuple[int, int]

    @property
    def party(self) -> str | None:
        """The country or organisation of this side."""
        return self.person.represents if self.person else self.code

    @property
    def key(self) -> str:
        """What tells this side from another."""
        return self.person.name if self.person else self.code or ""


@dataclass(frozen=True, slots=True)
class Encounter:
    """The sides, the words `at` that say they met, and the sentence."""

    sides: tuple[Side, ...]
    at: tuple[int, int]
    sentence: Sentence
    call: bool


_MET = re.compile(
    r"\b(?:(?:talked|conferred|consulted) with\b|(?:also |separately |later |earlier )?(?:met|meets|meeting|will meet|is to meet|is meeting) (?:separately |today |on \w+ |here |in [A-Z]\w+ |also |bilaterally )*with\b|(?:met|meets|received|receives|is receiving|was received by|hosted|hosts|welcomed|will meet|will receive)(?= (?:the |his |her |its |with )?(?:[A-Z]|\w+ (?:counterpart|[A-Z])))"
    r"|(?:held|holds|has had|have had|had|has held|has|having|hold|will hold|is holding) (?:(?:a|an|his|her|their|separate|several|bilateral|working|series of|brief|lengthy|short|detailed|expanded|one-on-one|telephone|phone|political|official|constructive|productive|fruitful|closed-door|the|number of|first|second) )*(?:talks|meetings?|negotiations|consultations|discussions|conversations?|phone call|phone talks|telephone call|call|telephone conversation|phone conversation)\b(?:,? (?:\w+ ){0,6}?(?:with|between)\b)"
    r"|(?:during|at|in|after|following|before|ahead of|of) (?:a|an|the|his|her|their|today[’']s) (?:(?:bilateral|working|separate|telephone|phone|joint|official|first|brief) )*(?:meeting|talks|conversation|phone call|telephone conversation|phone conversation|negotiations|call|consultations) (?:\w+ (?:in|at) [A-Z]\w+ )?with\b|spoke (?:by (?:phone|telephone)|on the phone|over the phone)? ?with\b|(?:talks|meeting|negotiations|conversation|consultations) with\b)"
)
_BETWEEN = re.compile(
    r"\b(?:meetings?|talks|negotiations|consultations|conversation|phone call|call|discussions|summit) (?:[\w ,]{0,40}?)?between\b"
)
_TOGETHER = re.compile(
    r"\b(?:(?:met|gathered|convened)\b(?! with)|(?:also )?(?:discussed|reviewed|exchanged (?:views|opinions)|considered|signed|held (?:\w+ ){0,3}(?:talks|meeting|negotiations|consultations)|agreed|talked|conferred|noted|stressed|confirmed|reaffirmed|expressed|emphasi[sz]ed|underlined))"
)
_FIRM = re.compile(r"met\b|gathered|convened|(?:also )?held")
_CALL = re.compile(r"\b(?:phone|telephone|by phone|phoned|call)\b")
_STOPS = re.compile(
    r"[;.]|\b(?:said|where|while|whereas|who|which|to discuss|on the sidelines|in which|during which|ahead of|after|before|that|as part of|within)\b"
)


def encounters(scan: Scan, cast: Cast, sentence: Sentence) -> list[Encounter]:
    """Every encounter that `sentence` tells of, the same sides once."""
    if not scan.within(
        sentence.start, sentence.stop, "meet", "hold", "meeting_noun", "discuss", "decide", "say"
    ):
        return []
    found: list[Encounter] = []
    for rule in (_met, _between, _together):
        for encounter in rule(scan, cast, sentence):
            keys = {s.key for s in encounter.sides}
            if not any(keys <= {s.key for s in known.sides} for known in found):
                scan.note("meetings", encounter.at[0], rule)
                found.append(encounter)
    return found


_NOT_MEETING = re.compile(
    r"\b(?:not|never|denied|refused to|could|may|might|would|if|wants? to|hopes? to|ready to|willing to|plans? to) (?:\w+ )?$"
)


_APART = re.compile(
    r"\b(?:separate(?:ly)?|respectively|bilateral meetings|series of|a number of|one-on-one meetings|in turn|meetings with)\b"
)


def _met(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "X met with Y (and Z)"; the left side is the subject, else the speaker before it."""
    if not scan.within(sentence.start, sentence.stop, "meet", "hold", "meeting_noun"):
        return
    for verb in _MET.finditer(scan.characters, sentence.start, sentence.stop):
        if _NOT_MEETING.search(scan.words(max(sentence.start, verb.start() - 24), verb.start())):
            continue
        right = _sides_after(scan, cast, verb.end(), sentence.stop)
        left = _side_before(scan, cast, sentence, verb.start())
        if left is None:
            continue
        others = [s for s in right[:6] if s.key != left.key and (s.party is None or s.party != left.party)]
        if not others:
            continue
        low = min(left.at[0], verb.start())
        call = bool(_CALL.search(verb[0]))
        apart = len(others) > 1 and _APART.search(
            scan.words(verb.start(), others[0].at[0])
            + scan.words(others[-1].at[1], min(sentence.stop, others[-1].at[1] + 20))
        )
        for group in [[s] for s in others] if apart else [others]:
            yield Encounter((left, *group), (low, max(group[-1].at[1], verb.end())), sentence, call)


def _between(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "talks between X and Y"."""
    if not scan.within(sentence.start, sentence.stop, "meeting_noun", "discuss"):
        return
    for noun in _BETWEEN.finditer(scan.small, sentence.start, sentence.stop):
        sides = _sides_after(scan, cast, noun.end(), sentence.stop)
        if len({s.key for s in sides}) != len(sides) or len(sides) < 2:
            continue
        told = any(s.person for s in sides) or scan.within(sentence.start, sentence.stop, "hold")
        if told and not _WISHED.search(scan.words(max(sentence.start, noun.start() - 30), noun.start())):
            yield Encounter(
                tuple(sides), (noun.start(), sides[-1].at[1]), sentence, bool(_CALL.search(noun[0]))
            )


_WISHED = re.compile(
    r"\b(?:resum\w+|return to|restart\w*|relaunch\w*|call\w* for|need for|reviv\w+|possible|potential|peace) (?:the |of )?(?:\w+ )?$"
)


def _together(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "X and Y reviewed ...", when just they stand before the verb and come from different parties."""
    if len({p.name for _, _, p in cast.at(sentence.start, sentence.stop)}) < 2:
        return
    for verb in _TOGETHER.finditer(scan.characters, sentence.start, sentence.stop):
        sides = _joined_before(scan, cast, sentence, verb.start())
        if len(sides) < 2:
            continue
        parties = [s.party for s in sides]
        firm = _FIRM.match(verb[0])
        known = [p for p in parties if p]
        if len(set(known)) == len(known) and (
            len(known) == len(sides) or (firm and len(sides) - len(known) <= 1)
        ):
            call = bool(_CALL.search(scan.words(verb.start(), verb.end() + 30)))
            yield Encounter(tuple(sides), (sides[0].at[0], verb.end()), sentence, call)
            return


def _sides_after(scan: Scan, cast: Cast, start: int, stop: int) -> list[Side]:
    """The people in the list that begins at `start`; where there are none, the countries."""
    end = _STOPS.search(scan.characters, start, stop)
    high = min(end.start() if end else stop, start + 320)
    sides = [Side(p, None, (a, b)) for a, b, p in cast.at(start, high)]
    if sides:
        return _near_list(scan, sides, start)
    countries = [
        Side(None, h.value, (h.start, h.stop))
        for h in scan.within(start, min(high, start + 90), "country", "adjective", "people")
        if h.label == "country"
        or re.match(
            r" (?:delegation|side|counterparts?|representatives|officials|partners|President|president|leader|colleagues|and )",
            scan.words(h.stop, h.stop + 18),
        )
    ]
    return countries[:2]


_NEXT_VERB = re.compile(r"\b(?:and|,) (?:then |later |also )?(?:\w+ed|met|held|had|spoke|took) ")


def _near_list(scan: Scan, sides: list[Side], start: int) -> list[Side]:
    """Names that follow each other in one list; a person far behind the verb belongs to something else."""
    kept = [sides[0]] if sides[0].at[0] - start <= 130 else []
    for side in sides[1:]:
        if not kept or side.at[0] - kept[-1].at[1] > 110:
            break
        gap = scan.words(kept[-1].at[1], side.at[0])
        if not re.search(r",|\band\b|\bas well as\b", gap) or _NEXT_VERB.search(gap):
            break
        kept.append(side)
    return kept


def _side_before(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> Side | None:
    """The subject: the first person of the clause before the verb, else a country's delegation, else the person spoken of."""
    before = cast.at(sentence.start, place)
    if before:
        a, b, person = before[0] if len(before) == 1 else _subject(scan, before, place)
        return Side(person, None, (a, b))
    for hit in scan.within(sentence.start, place, "country", "adjective"):
        if re.match(
            r"(?:[’']s)? (?:delegation|foreign minister|president|prime minister|side|minister)\b",
            scan.words(hit.stop, hit.stop + 20),
            re.I,
        ):
            return Side(None, hit.value, (hit.start, hit.stop))
    return _holder(scan, cast, sentence, place)


def _subject(scan: Scan, before: list[tuple[int, int, Person]], place: int) -> tuple[int, int, Person]:
    """The last person before the verb unless a relative clause or apposition stands between."""
    for entry in reversed(before):
        if not re.search(
            r"\b(?:with|of|by|to|from|for|under)\b[^,;]*$", scan.words(max(0, entry[0] - 40), entry[0])
        ):
            return entry
    return before[0]


_PRONOUN = re.compile(
    r"\b(?:He|She|he|she|The (?:minister|president|secretary|foreign minister|prime minister|official|head of state|head of government|head|chairman|diplomat|leader|premier|king|emir))\b",
    re.I,
)


def _holder(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> Side | None:
    """ "He also met with ...": the person of the sentences before."""
    pronoun = _PRONOUN.search(scan.characters, sentence.start, min(place, sentence.start + 60))
    if not pronoun:
        return None
    earlier = cast.at(max(0, sentence.start - 600), sentence.start)
    if not earlier:
        return None
    return Side(earlier[-1][2], None, pronoun.span())


def _joined_before(scan: Scan, cast: Cast, sentence: Sentence, place: int) -> list[Side]:
    """The people joined by commas and "and" right before the verb."""
    people = cast.at(sentence.start, place)
    kept: list[tuple[int, int, Person]] = []
    stop = place
    for entry in reversed(people):
        gap = scan.words(entry[1], stop)
        if len(gap) > 130 or re.search(r"\b(?:said|that|with|by|after|when|whom)\b|[;“”\"]", gap):
            break
        if kept and not re.search(r",|\band\b", gap):
            break
        kept.append(entry)
        stop = entry[0]
    if len(kept) < 2 or not re.search(r"\band\b|\bas well as\b", scan.words(kept[1][1], kept[0][0])):
        return []
    names = {p.name for _, _, p in kept}
    return [Side(p, None, (a, b)) for a, b, p in reversed(kept)] if len(names) == len(kept) else []
