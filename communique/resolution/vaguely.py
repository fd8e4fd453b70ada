"""Sittings of which one report names the owner more vaguely than the other: the organisation for its organ, or only "the summit"."""

from communique.lexicon.bodies import bodies, goes_round, ministers_away
from communique.resolution.attendance import in_both
from communique.resolution.sitting import SUMMIT, Sitting, one_city
from communique.resolution.unowned import two_levels

_PAIR, _CAST = 2, 3
"""People in both by whom a summit of nobody is that of a body, if nobody else is named; where either tells no city, or names others."""


def vaguely_one(left: Sitting, right: Sitting) -> tuple[str, int] | None:
    """What ties a sitting to one whose owner is told more exactly, in words, and which of the two is the vaguer."""
    if left.bilateral or left.organs == right.organs:
        return None
    for side, (vague, told) in enumerate(((left, right), (right, left))):
        if len(vague.organs) <= 1 and told.organs and (tied := _tied(vague, told)):
            return None if two_levels(left, right) else (tied, side)
    return None


def _tied(vague: Sitting, told: Sitting) -> str:
    """What the two have in common, where the one is the vaguer; else empty."""
    if vague.organs:
        needed = (1 if _seldom(told) else _PAIR) if _of_its_organisation(vague, told) else 0
        people = in_both(vague.people, told.people) if needed else 0
        return f"same organisation, {people} of the same people" if people and people >= needed else ""
    if not _nobodys_summit(vague, told):
        return ""
    people = in_both(vague.people, told.people)
    everybody = people == min(len(vague.people), len(told.people))
    enough = _PAIR if everybody and vague.city and told.city else _CAST
    return f"a summit of no body told, {people} of the same people" if people >= enough else ""


def _of_its_organisation(vague: Sitting, told: Sitting) -> bool:
    """Of an organisation, where the other is told of its organs: "the OSCE met" beside its Ministerial Council."""
    owners = {body.organisation for organ in told.organs if (body := bodies().get(organ)) and body.is_organ}
    return owners == vague.organs and len(owners) == 1


def _seldom(told: Sitting) -> bool:
    """Leaders or ministers in a city that is not their seat."""
    return all(goes_round(organ, told.city) or ministers_away(organ, told.city) for organ in told.organs)


def _nobodys_summit(vague: Sitting, told: Sitting) -> bool:
    """A summit of which no body is told, beside leaders who sit there and not at their seat."""
    if vague.gathering != SUMMIT or not one_city(vague, told):
        return False
    return all(goes_round(organ, told.city) for organ in told.organs)
