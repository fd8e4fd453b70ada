"""Whose turn it is: countries that take the chair, or the meeting, one after another in an order that repeats."""

from collections.abc import Iterable, Sequence

import msgspec

_LONGEST = 60
_AGREEING = {2: 3}
_ENOUGH = 2
"""How many times a country must come again where the order has it; two that alternate may do so by chance."""


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One sitting's country: its place in the count, and the meeting that says so."""

    place: int
    country: str
    meeting: str


class Rotation(msgspec.Struct, frozen=True, kw_only=True):
    """An order of countries that the turns known so far keep without exception.

    `order` begins with the country of the last turn; `again` are the turns that came where the order had them, the
    evidence. None in `order` is a turn of which nothing is known. `next` would come if the order holds.
    """

    order: tuple[str | None, ...]
    again: tuple[Turn, ...]
    next: str | None = None


def rotation(turns: Iterable[Turn]) -> Rotation | None:
    """The shortest order that all turns keep and enough of them repeat; None where there is none.

    >>> told = [Turn(place=n, country=c, meeting="") for n, c in enumerate(["AM", "BY", "KZ"] * 2)]
    >>> rotation(told).order, rotation(told).next
    (('KZ', 'AM', 'BY'), 'AM')
    """
    known = sorted(turns, key=lambda t: (t.place, t.meeting))
    if len({t.country for t in known}) < 2:
        return None
    longest = min(_LONGEST, known[-1].place - known[0].place)
    return next((kept for length in range(2, longest + 1) if (kept := _kept(known, length))), None)


def _kept(turns: Sequence[Turn], length: int) -> Rotation | None:
    """The order of this length, if every turn keeps it, no country stands in it twice, and enough came again."""
    order: dict[int, Turn] = {}
    again: dict[int, Turn] = {}
    for turn in turns:
        first = order.setdefault(turn.place % length, turn)
        if first.country != turn.country:
            return None
        if turn.place > first.place:
            again.setdefault(turn.place, turn)
    twice = len({t.country for t in order.values()}) < len(order)
    if twice or len(order) * 2 <= length or len(again) < _AGREEING.get(length, _ENOUGH):
        return None
    slots = (order.get((turns[-1].place + n) % length) for n in range(length))
    ordered = tuple(t.country if t else None for t in slots)
    return Rotation(order=ordered, again=tuple(again.values()), next=ordered[1])


def by_number(rows: Sequence[tuple[int | None, str]], meetings: Sequence[str]) -> list[Turn]:
    """Turns counted by the numbers of the sittings: none where one of them has no number."""
    if any(number is None for number, _ in rows):
        return []
    return [Turn(place=n or 0, country=c, meeting=m) for (n, c), m in zip(rows, meetings, strict=True)]


def by_year(rows: Sequence[tuple[int | None, str]], meetings: Sequence[str]) -> list[Turn]:
    """Turns counted by years: none where a year is not known or has two countries."""
    found: dict[int, Turn] = {}
    for (year, country), meeting in zip(rows, meetings, strict=True):
        if year is None or found.get(year, Turn(place=0, country=country, meeting="")).country != country:
            return []
        found.setdefault(year, Turn(place=year, country=country, meeting=meeting))
    return list(found.values())


def by_turn(countries: Sequence[str], meetings: Sequence[str]) -> list[Turn]:
    """Turns as they come, those of one country in a row once: right only where no report is missing."""
    found: list[Turn] = []
    for country, meeting in zip(countries, meetings, strict=True):
        if not found or found[-1].country != country:
            found.append(Turn(place=len(found), country=country, meeting=meeting))
    return found
