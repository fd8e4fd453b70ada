"""What two people have in common beside their names: country, organisation, office, and when."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from communique.lexicon.posts import posts_of

_MONTHS, _YEAR = 2, 12
"""Months in which one who leaves an office and one who follows are both told of."""


class Service(NamedTuple):
    """For whom a person acts, in which offices, in which months reports say so (`2024-11`), and whose meetings they attended."""

    countries: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    sat: frozenset[str] = frozenset()


class Common(NamedTuple):
    """What is common, in words; `level` 0 nothing, 1 country, organisation or meetings, 2 an office there.

    `met` says that both attended meetings of one body at one time, and that no two offices are told.
    """

    level: int = 0
    words: str = ""
    met: bool = False


def in_common(left: Service, right: Service) -> Common:
    """What two people have in common: every country has a minister of defence, so an office counts only there."""
    parties = sorted(left.countries & right.countries) + sorted(left.organisations & right.organisations)
    office = _common_office(left.offices, right.offices)
    if parties and office:
        return Common(2, f"both {office} for {parties[0]}{_together(left, right)}")
    bodies = sorted(left.sat & right.sat) if years_between(left, right) <= 1 else []
    if parties:
        met = bool(bodies) and not (left.offices and right.offices)
        return Common(1, f"both for {parties[0]}" + (f" at meetings of {bodies[0]}" if met else ""), met)
    if office and len(office.split()) > 2 and not apart(left, right):
        return Common(2, f"both {office}{_together(left, right)}")
    if bodies and not apart(left, right):
        return Common(1, f"both at meetings of {bodies[0]}", not (left.offices and right.offices))
    return Common()


def apart(left: Service, right: Service) -> bool:
    """True where both act for countries, and for none in common."""
    return bool(left.countries and right.countries and not left.countries & right.countries)


def years_between(left: Service, right: Service) -> int:
    """The whole years that lie between what is told of the two; 0 where a time is not known."""
    if not (left.months and right.months):
        return 0
    gap = max(_number(min(left.months)) - _number(max(right.months)), 0)
    gap = max(_number(min(right.months)) - _number(max(left.months)), gap)
    return gap // 12


def one_after_the_other(left: Service, right: Service) -> bool:
    """True where all that is told of the one comes before what is told of the other, but for some months, over a year and more."""
    if not (left.months and right.months):
        return False
    ours, theirs = sorted((_number(min(s.months)), _number(max(s.months))) for s in (left, right))
    return ours[1] - theirs[0] <= _MONTHS and max(ours[1], theirs[1]) - ours[0] >= _YEAR


def told_together(left: Service, right: Service) -> Service:
    """All that is known of one person from two places."""
    return Service(*(a | b for a, b in zip(left, right, strict=True)))


def _together(left: Service, right: Service) -> str:
    if left.months & right.months:
        return " in the same month"
    years = years_between(left, right)
    return f", {years} years apart" if years > 1 else ""


def _common_office(left: Iterable[str], right: Iterable[str]) -> str:
    """An office that both hold, however titled; of several the longest."""
    mine, theirs = {_post(o): o for o in sorted(left)}, {_post(o) for o in right}
    shared = [office for post, office in mine.items() if post in theirs]
    return max(sorted(shared), key=len, default="")


@lru_cache(maxsize=65536)
def _post(office: str) -> str:
    return " and ".join(post.key for post in posts_of(office, None)) or office


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7] or 1)
