"""Sittings of which no report says whose they are: one by name, by who sat there, by whose sides, by number and kind of gathering."""

from functools import cache

from rapidfuzz.fuzz import ratio, token_sort_ratio

from communique.lexicon.sittings import held_aside, levels
from communique.lexicon.spelling import canonical_words, place
from communique.model.when import compatible, when
from communique.resolution.attendance import in_both
from communique.resolution.compared import Compared, unsure
from communique.resolution.sitting import SUMMIT, Sitting, one_city

SAME_NAME = "same name"
_ALIKE, _SLIP = 88.0, 75.0
"""Likeness of two names that are one; of two words that are one with a slip."""
_PAIR, _CAST = 2, 3
"""So many people in both of two sittings tell something; so many are a cast, whoever else was there."""
_FEW = 6
"""Talks of so many at most, of which each tells of somebody whom the other leaves out, may be two in a row with three hosts."""
_ROUND = 3
"""So many sides that sit together in one city on one day do so once."""


def whose_unowned(left: Sitting, right: Sitting) -> str | None:
    """What two sittings of no known body have in common beside the time, in words; None if nothing."""
    people = in_both(left.people, right.people)
    alike = token_sort_ratio(left.label, right.label) >= _ALIKE
    if alike and left.own_name and right.own_name:
        return None if _other_names(left.own_name, right.own_name) else SAME_NAME
    if alike and _same_ground(left, right, people):
        return "same words"
    if _of_two_matters(left, right) or _edge_and_middle(left, right):
        return None
    if _one_own_name(left, right):
        return "name"
    if _one_cast(left, right, people):
        return f"{people} of the same people"
    if _same_sides(left, right, people):
        return f"the same {len(left.parties)} sides{' and people' if people else ''}"
    if _one_matter(left, right, people):
        return f"{' and '.join(sorted(left.matters & right.matters))} in one city"
    if not left.gathering or left.gathering != right.gathering or not _there(left, right):
        return None
    if left.ordinal is not None and left.ordinal == right.ordinal:
        return f"{left.gathering} number {left.ordinal} in one city"
    if people and (_one_day(left, right) or None in (left.start, right.start)):
        return f"{left.gathering} in one city, {people} of the same people"
    nobody = left.gathering == SUMMIT and not (left.people and right.people) and not _other_sides(left, right)
    return "one summit in one city that day" if nobody and _that_day(left, right) else None


def _one_own_name(left: Sitting, right: Sitting) -> bool:
    """One name of its own on one day; or, in one city, two and more words of it that a longer form has too: the Belt and Road Forum."""
    if left.own_name and left.own_name == right.own_name and _one_day(left, right):
        return True
    here = {place(word) for word in left.own_name & right.own_name} - {left.city, right.city}
    nested = min(left.own_name, right.own_name, key=len) - (left.own_name & right.own_name)
    return (
        len(here) >= _PAIR and _there(left, right) and {place(w) for w in nested} <= {left.city, right.city}
    )


def _other_names(left: frozenset[str], right: frozenset[str]) -> bool:
    """Each has a word of its own that no slip makes one of the other's: shared rivers, shared roads."""
    ours, theirs = left - right, right - left
    strange = (all(ratio(mine, other) < _SLIP for other in theirs) for mine in ours)
    return bool(theirs) and any(strange)


def _other_sides(left: Sitting, right: Sitting) -> bool:
    return min(len(left.parties), len(right.parties)) >= _PAIR and not left.parties & right.parties


def _same_ground(left: Sitting, right: Sitting, people: int) -> bool:
    """Whether what any meeting may be called ("the meeting of foreign ministers") can mean one: by city, sides or people, and nothing against it."""
    others = min(len(left.people), len(right.people)) >= _PAIR and not people
    apart = bool(left.parties and right.parties) and not (
        left.parties <= right.parties or right.parties <= left.parties
    )
    two = left.ordinal is not None and right.ordinal is not None and left.ordinal != right.ordinal
    if others or two or (apart and not people):
        return False
    return bool(people or (left.parties and right.parties)) or _there(left, right)


def _of_two_matters(left: Sitting, right: Sitting) -> bool:
    """Gatherings of two matters, or one of leaders and one that is held beside it."""
    if left.matters and right.matters:
        return not left.matters & right.matters
    return bool((left.matters | right.matters) & held_aside())


def _one_matter(left: Sitting, right: Sitting, people: int) -> bool:
    """Of one matter in one city, both gatherings of many or on one day, and with nothing against it."""
    many = bool(left.gathering and right.gathering)
    if not (many or _that_day(left, right)):
        return False
    there = _there(left, right) or (many and _in_country(left, right))
    others = min(len(left.people), len(right.people)) >= _PAIR and not people
    return bool(left.matters & right.matters) and there and not others and not _other_sides(left, right)


def _edge_and_middle(left: Sitting, right: Sitting) -> bool:
    """Talks at the edge of a gathering beside the gathering; talks of three beside a conference or a forum of many."""
    for talks, many in ((left, right), (right, left)):
        if talks.edge and many.gathering and not (talks.gathering or many.edge):
            return talks.edge == "edges" or many.gathering != SUMMIT
    return False


def _one_cast(left: Sitting, right: Sitting, people: int) -> bool:
    """Enough people, whoever else was there; the two that both name, or one of them there that day; two of more, where both are gatherings of many."""
    only_two = min(len(left.people), len(right.people)) == people == _PAIR
    both_two = only_two and len(left.people) == len(right.people)
    whole = people >= min(len(left.people), len(right.people)) or bool(left.gathering and right.gathering)
    return (
        (people >= _CAST and (whole or people > _CAST or max(len(left.people), len(right.people)) > _FEW))
        or both_two
        or (only_two and _that_day(left, right))
        or (people == _PAIR and bool(left.gathering and right.gathering))
    )


def _same_sides(left: Sitting, right: Sitting, people: int) -> bool:
    """The same states and organisations in one city, and something more: a person, a number; a day, where they are three or more.

    Talks of the same two on one day may be of their presidents and of their ministers.
    """
    alike = left.parties == right.parties
    if len(left.parties) < _PAIR or not (alike or left.guests == right.guests) or two_levels(left, right):
        return False
    if not alike:  # one counts the host among the sides, one does not
        return people > 0 and people == min(len(left.people), len(right.people)) and _that_day(left, right)
    if left.ordinal is not None and right.ordinal is not None:
        return left.ordinal == right.ordinal
    many = len(left.parties) >= _ROUND
    nobody = not left.people or not right.people
    if many and _one_day(left, right) and one_city(left, right):
        return bool(people) or nobody
    return bool(people) and _there(left, right)


def two_levels(left: Sitting, right: Sitting) -> bool:
    """Whether the names speak of two levels: talks of presidents and talks of ministers, of ministers and of their deputies."""
    ours, theirs = _levels(left.label), _levels(right.label)
    return bool(ours and theirs) and (not ours & theirs or ("deputy" in ours) != ("deputy" in theirs))


def _levels(label: str) -> frozenset[str]:
    words = set(label.split())
    return frozenset(level for level, forms in _forms().items() if words & forms)


@cache
def _forms() -> dict[str, frozenset[str]]:
    return {level: frozenset(map(canonical_words, forms)) for level, forms in levels().items()}


def maybe_the_bodys(left: Sitting, right: Sitting) -> Compared | None:
    """A sitting of no body beside one of a body, with the same people on one day in one city: it, or on its sidelines."""
    if bool(left.organs) == bool(right.organs) or not (_one_day(left, right) and _there(left, right)):
        return None
    people = in_both(left.people, right.people)
    said = f"{people} of the same people on {left.start} in one city, but one of no body"
    return unsure(0.5, said) if people >= _PAIR else None


def _one_day(left: Sitting, right: Sitting) -> bool:
    return left.start == right.start and when(left.start).precision == 3


def _that_day(left: Sitting, right: Sitting) -> bool:
    """In one city on days of the month that are one, whatever their years, if one tells none."""
    days = bool(when(left.start).day and when(right.start).day) and compatible(left.start, right.start)
    return days and _there(left, right)


def _in_country(left: Sitting, right: Sitting) -> bool:
    """One country, on days that are one; a city, if any, in one alone."""
    days = bool(when(left.start).day and when(right.start).day) and compatible(left.start, right.start)
    return days and bool(left.country) and left.country == right.country and one_city(left, right)


def _there(left: Sitting, right: Sitting) -> bool:
    return bool(left.city and right.city) and one_city(left, right)
