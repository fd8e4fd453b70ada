"""Owners that the text only points at: "his foreign minister", "that country", the other of two that talk."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.lexicon.phrases import Hit
from communique.reading.homes import host_country
from communique.reading.scan import Scan

if TYPE_CHECKING:
    from communique.reading.persons import Holding, Person

_NEAR = 300  # characters between a pronoun and what it means
_PRONOUN = re.compile(r"\b(?P<word>his|her|its|whose|our)(?: own| new| then)? $", re.I)
_THAT = re.compile(r"\b(?:that|this|the latter|the same) (?:country|nation|republic|kingdom|state)\b", re.I)
_HOST = re.compile(r"\bhost(?:ing)? (?:country|nation|state)\b|\bhost[’'`]s\b|\bhost $", re.I)

_THE_HOST = re.compile(r"\b[Hh]osts?,? (?:the )?$")  # "with her host, Prime Minister X"


class _Named(NamedTuple):
    """Who is named where in the text, by where the name ends and by where it begins (of one place, the last known first)."""

    ends: dict[int, list[tuple[int, "Person"]]]
    starts: list[int]
    mentions: list[tuple[int, int, "Person"]]


def _named(people: "list[Person]") -> _Named:
    ends: dict[int, list[tuple[int, Person]]] = {}
    every = [(start, stop, person) for person in people for start, stop in person.mentions]
    for start, stop, person in every:
        ends.setdefault(stop, []).append((start, person))
    every.reverse()
    mentions = sorted(every, key=lambda mention: mention[0])
    return _Named(ends, [start for start, _, _ in mentions], mentions)


def settle_pointed(scan: Scan, people: "list[Person]") -> None:
    """Give open offices the country that a pronoun or "that country" beside the title means."""
    named = _named(people)
    for person in people:
        for holding in person.holdings:
            if holding.of is None and holding.title.head in office_words("state") | _SERVANTS:
                hit = _pointed_at(scan, named, person, holding)
                if hit:
                    holding.of = hit.value
                    holding.at = (*holding.at, (hit.start, hit.stop))


def _pointed_at(scan: Scan, named: _Named, person: "Person", holding: "Holding") -> Hit | None:
    title = holding.title
    served = _served(named, person, title.stop) if title.stop == title.core_stop else None
    if served:
        return served
    around = scan.words(title.start - 16, title.stop + 22)
    if _HOST.search(around) or _THE_HOST.search(scan.words(max(0, title.start - 16), title.start)):
        return host_country(scan)
    if _THAT.search(around):
        return _last_named(scan, title.start)
    word = _PRONOUN.search(scan.words(max(0, title.start - 12), title.start))
    if word is None or word["word"].lower() == "our":
        return None
    last = _last_named(scan, title.start)
    if word["word"].lower() == "its":
        return last
    sender = _sender(scan, named, title.start)
    if sender is not None:
        return sender.own
    principal = _principal(named, person, title.start)
    if title.head in _SERVANTS:
        return None if _of_a_house(named, title.start) else principal
    return principal if principal and (last is None or principal.start > last.start - 60) else last


def _served(named: _Named, person: "Person", place: int) -> Hit | None:
    """The one whose name ends the title ("adviser to President X"), as a hit with that person's country."""
    for start, other in named.ends.get(place, ()):
        country = other.country
        if other is not person and country in country_codes():
            return Hit(start, place, "country", str(country))
    return None


def _last_named(scan: Scan, place: int) -> Hit | None:
    hits = scan.within(max(0, place - _NEAR), place, "country", "adjective")
    return hits[-1] if hits else None


_SENT_HIS = re.compile(
    r"(?:,? (?:has |had )?(?:sent|sends|dispatched|delegated|was represented by))? (?:his|her) (?:own |new |then )?"
)


class _Sender(NamedTuple):
    own: Hit | None


def _sender(scan: Scan, named: _Named, place: int) -> _Sender | None:
    """ "X sent his foreign minister", "and Y his vice president": the one whose name stands right before, with that one's country."""
    for start, stop, other in reversed(named.mentions[: bisect_left(named.starts, place)][-3:]):
        gap = scan.words(stop, place)
        if 0 < len(gap) < 50 and _SENT_HIS.fullmatch(gap):
            country = other.country
            told = country in country_codes()
            return _Sender(Hit(start, stop, "country", str(country)) if told else None)
    return None


_SERVANTS = frozenset(
    ("deputy", "deputies", "spokesman", "spokeswoman", "spokesperson", "chef de cabinet", "chief of staff")
)


def settle_served(scan: Scan, people: "list[Person]") -> None:
    """ "Secretary-General X and her deputy": of the organisation that the one named before leads."""
    open_ones = [h for p in people for h in p.holdings if h.of is None and h.title.head in _SERVANTS]
    named = _named(people) if open_ones else None
    for holding in open_ones:
        start = holding.title.start
        chief = (
            _of_a_house(named, start)
            if named and _PRONOUN.search(scan.words(max(0, start - 12), start))
            else None
        )
        if chief and chief.of and chief.of not in country_codes():
            holding.of = chief.of


def _of_a_house(named: _Named, place: int) -> "Holding | None":
    """The office of whoever is named last before, if organisations have it."""
    low = bisect_right(named.starts, place - _NEAR)
    for _, _, other in reversed(named.mentions[low : bisect_left(named.starts, place)]):
        if any(h.title.start == place for h in other.holdings):
            continue  # one of the deputies
        own = next((h for h in other.holdings if not h.former), None)
        leads = own and (own.title.head in office_words("international") or own.of not in country_codes())
        return own if leads else None
    return None


def _principal(named: _Named, person: "Person", place: int) -> Hit | None:
    """The person named last before, as a hit with the country of that person's office."""
    low = bisect_right(named.starts, place - _NEAR)
    for start, stop, other in reversed(named.mentions[low : bisect_left(named.starts, place)]):
        country = other.country
        if other is not person and country in country_codes():
            return Hit(start, stop, "country", str(country))
    return None


_COUNTERPART = re.compile(
    r"\b(?:his|her|their) (?:[\w-]+ ){0,3}(?:counterparts?|colleagues?|homologues?|opposite numbers?)\b", re.I
)
_PAIR = 2  # how much oftener than any third country each of the two that talk is named


def settle_between(scan: Scan, people: "list[Person]") -> None:
    """In a report on two countries, who meets "his Belarusian counterpart" is of the other one."""
    two = _two(scan) if any(h.of is None for p in people for h in p.holdings) else {}
    if len(two) != 2:
        return
    for person in people:
        open_ones = [
            h for h in person.holdings if h.of is None and h.title.head in office_words("cabinet_or_head")
        ]
        other = _other(scan, person, two) if open_ones else None
        if other is None:
            continue
        for holding in open_ones:
            holding.of = other.value
            holding.at = (*holding.at, (other.start, other.stop))


def _two(scan: Scan) -> dict[str, Hit]:
    """The two countries that a report is on, each with the first place that names it; empty when it is on more or one."""
    counts: dict[str, int] = {}
    first: dict[str, Hit] = {}
    for label in ("country", "adjective", "people", "city"):
        for hit in scan.hits.get(label, ()):
            counts[hit.value] = counts.get(hit.value, 0) + 1
            first.setdefault(hit.value, hit)
    ranked = sorted(counts.values(), reverse=True)
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[1] < _PAIR * ranked[2]):
        return {}
    return {code: first[code] for code in sorted(counts, key=lambda c: -counts[c])[:2]}


def _other(scan: Scan, person: "Person", two: dict[str, Hit]) -> Hit | None:
    for _, stop in person.mentions:
        sentence = scan.sentence_at(stop - 1)
        match = _COUNTERPART.search(scan.small, stop, min(sentence.stop, stop + 140)) if sentence else None
        if not match or scan.within(stop, match.start(), "office"):
            continue
        near = scan.within(match.start(), match.end() + 90, "country", "adjective")
        if len({h.value for h in near}) == 1 and near[0].value in two:
            return next(hit for code, hit in two.items() if code != near[0].value)
    return None


_MET = re.compile(
    r"\b(?:met|meets|received?s?|hosted|welcomed|sat down with|conferred with|(?:hours?|minutes) with|(?:talks|meeting|call|conversation|spoke|consultations) (?:with|to))\b"
)
_BETWEEN = re.compile(r"\bbetween [^,;.]{0,60}$")
_REACH = 160


class Placed(NamedTuple):
    """Every mention of everybody in reading order, with the number of the person; `longest` is that of its words."""

    mentions: list[tuple[int, int, int]]
    longest: int


def placed(people: "list[Person]") -> Placed:
    """Where everybody is named, to be looked through for neighbours."""
    every = sorted((start, stop, i) for i, person in enumerate(people) for start, stop in person.mentions)
    return Placed(every, max((stop - start for start, stop, _ in every), default=0))


def opposite(scan: Scan, people: "list[Person]", where: Placed, person: "Person") -> str | None:
    """The country of whom `person` meets, where a sentence puts the two on two sides: "X met Y", "between X and Y"."""
    sides = {
        number
        for mine in person.mentions
        for start, stop, number in _neighbours(where, mine)
        if people[number] is not person
        and people[number].country in country_codes()
        and _on_two_sides(scan, *sorted((mine, (start, stop))))
    }
    return people[min(sides)].country if sides else None


def _neighbours(where: Placed, mine: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """The mentions within reach of one, before it and behind."""
    at = bisect_left(where.mentions, (mine[0] - _REACH - where.longest,))
    for i in range(at, len(where.mentions)):
        start, stop, number = where.mentions[i]
        if start - mine[1] >= _REACH:
            return
        if mine[0] - stop < _REACH:
            yield start, stop, number


def _on_two_sides(scan: Scan, left: tuple[int, int], right: tuple[int, int]) -> bool:
    sentence = scan.sentence_at(left[0])
    if sentence is None or right[0] >= sentence.stop:
        return False
    between = scan.small[left[1] : right[0]]
    if _MET.search(between):
        return True
    return " and " in between and bool(_BETWEEN.search(scan.small[sentence.start : left[0]]))
