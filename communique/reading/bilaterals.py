"""Two sides that met: "X met with Y", "X and Y held talks", "talks between X and Y", "X received Y"."""

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
class Pair:
    """Two sides, the words `at` that say they met, and the sentence."""

    left: Side
    right: Side
    at: tuple[int, int]
    sentence: Sentence
    call: bool


_MET = re.compile(
    r"\b(?:(?:also |separately |later |earlier )?(?:met|meets|meeting|will meet|is to meet|is meeting) (?:separately |today |on \w+ |here |in [A-Z]\w+ |also |bilaterally )*with\b|(?:met|meets|received|receives|hosted|hosts|welcomed|will meet|will receive)(?= (?:the |his |her |its |with )?(?:[A-Z]|\w+ (?:counterpart|[A-Z])))"
    r"|(?:held|holds|had|has|having|hold|will hold|is holding) (?:(?:a|an|his|her|their|separate|several|bilateral|working|series of|brief|lengthy|short|detailed|expanded|one-on-one|telephone|phone|political|official|constructive|productive|fruitful|closed-door|the|number of|first|second) )*(?:talks|meetings?|negotiations|consultations|discussions|conversations?|phone call|phone talks|telephone call|call|telephone conversation|phone conversation)\b(?:,? (?:\w+ ){0,6}?(?:with|between)\b)"
    r"|(?:during|at|in|after|following|before|ahead of|of) (?:a|an|the|his|her|their|today[’']s) (?:(?:bilateral|working|separate|telephone|phone|joint|official|first|brief) )*(?:meeting|talks|conversation|phone call|telephone conversation|phone conversation|negotiations|call|consultations) (?:\w+ (?:in|at) [A-Z]\w+ )?with\b|spoke (?:by (?:phone|telephone)|on the phone|over the phone)? ?with\b|(?:talks|meeting|negotiations|conversation|consultations) with\b)"
)
_BETWEEN = re.compile(r"\b(?:meetings?|talks|negotiations|consultations|conversation|phone call|call|discussions|summit) (?:[\w ,]{0,40}?)?between\b")
_TOGETHER = re.compile(
    r"\b(?:met\b(?! with)|(?:also )?(?:discussed|reviewed|exchanged (?:views|opinions)|considered|signed|held (?:\w+ ){0,3}(?:talks|meeting|negotiations|consultations)|agreed|talked|conferred|noted|stressed|confirmed|reaffirmed|expressed|emphasi[sz]ed|underlined))"
)
_CALL = re.compile(r"\b(?:phone|telephone|by phone|phoned|call)\b")
_STOPS = re.compile(r"[;.]|\b(?:said|where|while|whereas|who|which|to discuss|on the sidelines|in which|during which|ahead of|after|before|that|as part of|within)\b")


def pairs(scan: Scan, cast: Cast, sentence: Sentence) -> list[Pair]:
    """Every pair of sides that `sentence` says met."""
    found: list[Pair] = []
    for rule in (_met, _between, _together):
        for pair in rule(scan, cast, sentence):
            if not any({pair.left.key, pair.right.key} == {k.left.key, k.right.key} for k in found):
                found.append(pair)
    return found


_NOT_MEETING = re.compile(r"\b(?:not|never|denied|refused to|could|may|might|would|if|wants? to|hopes? to|ready to|willing to|plans? to) (?:\w+ )?$")


def _met(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Pair]:
    """ "X met with Y (and Z)"; the left side is the subject, else the speaker before it."""
    for verb in _MET.finditer(scan.characters, sentence.start, sentence.stop):
        if _NOT_MEETING.search(scan.words(max(sentence.start, verb.start() - 24), verb.start())):
            continue
        right = _sides_after(scan, cast, verb.end(), sentence.stop)
        left = _side_before(scan, cast, sentence, verb.start())
        if left is None or not right:
            continue
        for side in right[:4]:
            if side.key != left.key and side.party != left.party:
                stop = max(side.at[1], verb.end())
                yield Pair(left, side, (min(left.at[0], verb.start()), stop), sentence, bool(_CALL.search(verb[0])))


def _between(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Pair]:
    """ "talks between X and Y"."""
    for noun in _BETWEEN.finditer(scan.characters, sentence.start, sentence.stop):
        sides = _sides_after(scan, cast, noun.end(), sentence.stop)
        if len(sides) == 2 and sides[0].key != sides[1].key:
            yield Pair(sides[0], sides[1], (noun.start(), sides[1].at[1]), sentence, bool(_CALL.search(noun[0])))


def _together(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Pair]:
    """ "X and Y reviewed ...", when just the two stand before the verb and they come from two parties."""
    for verb in _TOGETHER.finditer(scan.characters, sentence.start, sentence.stop):
        sides = _joined_before(scan, cast, sentence, verb.start())
        if len(sides) == 2 and sides[0].party and sides[1].party and sides[0].party != sides[1].party:
            yield Pair(sides[0], sides[1], (sides[0].at[0], verb.end()), sentence, bool(_CALL.search(scan.words(verb.start(), verb.end() + 30))))
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
        if h.label == "country" or re.match(r" (?:delegation|side|counterparts?|representatives|officials|partners|President|president|leader|colleagues|and )", scan.words(h.stop, h.stop + 18))
    ]
    return countries[:2]


def _near_list(scan: Scan, sides: list[Side], start: int) -> list[Side]:
    """Names that follow each other in one list; a person far behind the verb belongs to something else."""
    kept = [sides[0]] if sides[0].at[0] - start <= 130 else []
    for side in sides[1:]:
        if not kept or side.at[0] - kept[-1].at[1] > 110:
            break
        gap = scan.words(kept[-1].at[1], side.at[0])
        if not re.search(r",|\band\b|\bas well as\b", gap):
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
        if re.match(r"(?:[’']s)? (?:delegation|foreign minister|president|prime minister|side|minister)\b", scan.words(hit.stop, hit.stop + 20), re.I):
            return Side(None, hit.value, (hit.start, hit.stop))
    holder = _holder(scan, cast, sentence, place)
    return holder


def _subject(scan: Scan, before: list[tuple[int, int, Person]], place: int) -> tuple[int, int, Person]:
    """The last person before the verb unless a relative clause or apposition stands between."""
    for entry in reversed(before):
        if not re.search(r"\b(?:with|of|by|to|from|for|under)\b[^,;]*$", scan.words(max(0, entry[0] - 40), entry[0])):
            return entry
    return before[0]


_PRONOUN = re.compile(r"\b(?:He|She|he|she|The (?:minister|president|secretary|foreign minister|prime minister|official|head|chairman|diplomat|leader))\b", re.I)


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
    """Exactly the people joined by "and" right before the verb."""
    people = cast.at(sentence.start, place)
    if len(people) != 2:
        return []
    (_, first_stop, _), (second_start, second_stop, _) = people
    between, behind = scan.words(first_stop, second_start), scan.words(second_stop, place)
    if not re.search(r"\band\b", between) or len(behind) > 90 or re.search(r"\b(?:said|that|with|by)\b|[;“”\"]", between + behind):
        return []
    return [Side(p, None, (a, b)) for a, b, p in people]
