"""The order in a body's sittings, in words: its rhythm, where it met, who chaired, whose turn would come."""

from collections import Counter
from collections.abc import Iterator

from communique.catalogue.series import Gap, Sat, Series, Turns
from communique.lexicon.countries import country_name

_BY = {"number": "by the number of the sitting", "year": "year by year", "turn": "one after another"}
_PLACES = 6


def lines(series: Series) -> Iterator[str]:
    """A line each for rhythm, gaps, places, chairs, and the order of turns; nothing where nothing is known."""
    if series.rhythm:
        dated = sum(
            1 for row in series.sittings if row.status == "held" and len(row.date or "") == len("2018-11-21")
        )
        yield f"rhythm: {series.rhythm} (from {dated} dated sittings)"
    missing = [_numbers(step) for step in series.steps if isinstance(step, Gap)]
    if missing:
        yield f"no report read of no. {', '.join(missing)}"
    if series.hosts:
        places = (f"{_named(place)} ({n})" if n > 1 else _named(place) for place, n in series.hosts[:_PLACES])
        more = len(series.hosts) - _PLACES
        yield f"held in: {'; '.join(places)}" + (f"; and {more} more" if more > 0 else "")
    if series.chairs:
        yield f"in the chair: {chairs(series.chairs)}"
    if series.turns:
        yield from turns(series.turns)


def _named(place: str) -> str:
    """`Nairobi, Kenya` for `Nairobi, KE`."""
    city, _, country = place.rpartition(", ")
    return ", ".join(filter(None, (city, country_name(country))))


def _numbers(gap: Gap) -> str:
    return str(gap.first) if gap.first == gap.last else f"{gap.first} to {gap.last}"


def chairs(sat: tuple[Sat, ...]) -> str:
    """The countries in the chair in order, each with its years; one that chaired twice in a row once."""
    runs: list[tuple[str, list[str]]] = []
    for each in sat:
        if not runs or runs[-1][0] != each.country:
            runs.append((each.country, []))
        runs[-1][1].extend([each.date[:4]] if each.date and each.date[:4].isdigit() else [])
    return ", ".join(country_name(c) + (f" {_years(years)}" if years else "") for c, years in runs)


def _years(years: list[str]) -> str:
    times = Counter(years)
    return "/".join(sorted(times))


def turns(told: Turns) -> Iterator[str]:
    """The order with its evidence, and whose turn it would be."""
    kept = told.rotation
    names = ", ".join(country_name(c) if c else "?" for c in kept.order)
    what = "the chair goes" if told.of == "chair" else "it is held"
    where = "round" if told.of == "chair" else "in turn in"
    yield f"{what} {where}: {names} ({_BY[told.by]}; {len(kept.again)} came again where this order has them)"
    if kept.next:
        yield f"it would be the turn of {country_name(kept.next)} next, if the order holds"
