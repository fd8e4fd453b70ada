"""Sittings of which one report names the owner more vaguely than the other: the organisation for its organ, or only "the summit"."""

from communique.lexicon.bodies import bodies, goes_round, ministers_away
from communique.resolution.attendance import in_both
from communique.resolution.sitting import SUMMIT, Sitting, one_city
from communique.resolution.unowned import two_levels

_PAIR, _CAST = 2, 3
"""People in both by whom a summit of nobody is that of a body, if nobody else is named; where either tells no city, or names others."""


def vaguely_one(left: Sitting, right: Sitting) -> tuple[str, int] | None:
    """What ties a sitting to one whose owner is told more exactly, in words, and which of the two is the vaguer."""
    if left.bilateral or right.bilateral or two_levels(left, right):
        return None
    people = in_both(left.people, right.people)
    everybody = people == min(len(left.people), len(right.people))
    for side, (vague, told) in enumerate(((left, right), (right, left))):
        if _of_its_organisation(vague, told) and people >= (1 if _seldom(told) else _PAIR):
            return f"same organisation, {people} of the same people", side
        enough = _PAIR if everybody and vague.city and told.city else _CAST
        if _nobodys_summit(vague, told) and people >= enough:
            return f"a summit of no body told, {people} of the same people", side
    return None


def _of_its_organisation(vague: Sitting, told: Sitting) -> bool:
    """Of an organisation, where the other is told of its organs: "the OSCE met" beside its Ministerial Council."""
    if len(vague.organs) != 1 or not told.organs:
        return False
    owners = {body.organisation for organ in told.organs if (body := bodies().get(organ)) and body.is_organ}
    return owners == vague.organs and len(owners) == 1


def _seldom(told: Sitting) -> bool:
    """Leaders or ministers in a city that is not their seat."""
    return all(goes_round(organ, told.city) or ministers_away(organ, told.city) for organ in told.organs)


def _nobodys_summit(vague: Sitting, told: Sitting) -> bool:
    """A summit of which no body is told, beside leaders who sit there and not at their seat."""
    leaders = bool(told.organs) and all(goes_round(organ, told.city) for organ in told.organs)
    return leaders and not vague.organs and vague.gathering == SUMMIT and one_city(vague, told)
