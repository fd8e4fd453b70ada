"""Sittings of which no report says whose they are: one by name, by who sat there, by number and kind of gathering."""

from rapidfuzz.fuzz import token_sort_ratio

from communique.model.when import when
from communique.resolution.attendance import in_both
from communique.resolution.compared import Compared, unsure
from communique.resolution.sitting import Sitting, one_city

SAME_NAME = "same name"
_ALIKE = 88.0
_PAIR, _CAST = 2, 3
"""So many people in both of two sittings tell something; so many are a cast, whoever else was there."""


def whose_unowned(left: Sitting, right: Sitting) -> str | None:
    """What two sittings of no known body have in common beside the time, in words; None if nothing."""
    if token_sort_ratio(left.label, right.label) >= _ALIKE:
        return SAME_NAME
    people = in_both(left.people, right.people)
    if _one_cast(left, right, people):
        return f"{people} of the same people"
    if not left.gathering or left.gathering != right.gathering or not _there(left, right):
        return None
    if left.ordinal is not None and left.ordinal == right.ordinal:
        return f"{left.gathering} number {left.ordinal} in one city"
    return (
        f"{left.gathering} in one city, one of the same people" if people and _one_day(left, right) else None
    )


def _one_cast(left: Sitting, right: Sitting, people: int) -> bool:
    """Enough people, whoever else was there; the two that both name; two of more, where both are gatherings of many."""
    only_two = len(left.people) == len(right.people) == people == _PAIR
    return people >= _CAST or only_two or (people == _PAIR and bool(left.gathering and right.gathering))


def maybe_the_bodys(left: Sitting, right: Sitting) -> Compared | None:
    """A sitting of no body beside one of a body, with the same people on one day in one city: it, or on its sidelines."""
    if bool(left.organs) == bool(right.organs) or not (_one_day(left, right) and _there(left, right)):
        return None
    people = in_both(left.people, right.people)
    said = f"{people} of the same people on {left.start} in one city, but one of no body"
    return unsure(0.5, said) if people >= _PAIR else None


def _one_day(left: Sitting, right: Sitting) -> bool:
    return left.start == right.start and when(left.start).precision == 3


def _there(left: Sitting, right: Sitting) -> bool:
    return bool(left.city and right.city) and one_city(left, right)
