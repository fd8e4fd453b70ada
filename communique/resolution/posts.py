"""What two people have in common beside their names: country, organisation, office, and when."""

from collections.abc import Iterable
from typing import NamedTuple

SINGLE = frozenset(("of", "the", "for", "and", "de", "in", "to", "on", "at"))


class Post(NamedTuple):
    """For whom a person acts, in which offices, and in which months reports say so (`2024-11`)."""

    countries: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()


class Common(NamedTuple):
    """What is common, in words; `level` 0 nothing, 1 country or organisation, 2 an office there."""

    level: int = 0
    words: str = ""


def in_common(left: Post, right: Post) -> Common:
    """What two people have in common: every country has a minister of defence, so an office counts only there."""
    parties = sorted(left.countries & right.countries) + sorted(left.organisations & right.organisations)
    office = _common_office(left.offices, right.offices)
    if parties and office:
        return Common(2, f"both {office} for {parties[0]}{_together(left, right)}")
    if parties:
        return Common(1, f"both for {parties[0]}")
    if office and len(office.split()) > 2 and not apart(left, right):
        return Common(2, f"both {office}{_together(left, right)}")
    return Common()


def apart(left: Post, right: Post) -> bool:
    """True where both act for countries, and for none in common."""
    return bool(left.countries and right.countries and not left.countries & right.countries)


def years_between(left: Post, right: Post) -> int:
    """The whole years that lie between what is told of the two; 0 where a time is not known."""
    if not (left.months and right.months):
        return 0
    gap = max(_number(min(left.months)) - _number(max(right.months)), 0)
    gap = max(_number(min(right.months)) - _number(max(left.months)), gap)
    return gap // 12


def told_together(left: Post, right: Post) -> Post:
    """All that is known of one person from two places."""
    return Post(*(a | b for a, b in zip(left, right, strict=True)))


def _together(left: Post, right: Post) -> str:
    if left.months & right.months:
        return " in the same month"
    years = years_between(left, right)
    return f", {years} years apart" if years > 1 else ""


def _common_office(left: Iterable[str], right: Iterable[str]) -> str:
    """An office that both hold, the longest first; `foreign minister` is in `minister of foreign affairs`."""
    mine, theirs = {_telling(o): o for o in sorted(left)}, {_telling(o): o for o in sorted(right)}
    shared = [mine[words] for words in mine.keys() & theirs.keys()]
    shared += [min(mine[a], theirs[b], key=len) for a in mine for b in theirs if _within(a, b)]
    return max(sorted(shared), key=len, default="")


def _within(left: frozenset[str], right: frozenset[str]) -> bool:
    few = min(len(left), len(right))
    return few > 1 and (left < right or right < left)


def _telling(office: str) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in office.split() if w not in SINGLE)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7] or 1)
