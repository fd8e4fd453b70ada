"""The facets of a list as links: each value with how many rows it would leave, the chosen ones as chips."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from communique.catalogue.company import body_names
from communique.catalogue.narrowing import Asked, Choice, Narrowed
from communique.lexicon.countries import country_codes, country_name

_AT_ONCE = 6
"""Values that are shown at once; the rest stand under `more`."""

_STATES = {"undated": "no day said", "due": "still due", "overdue": "overdue, no report says done"}
_ORDER = ("overdue", "due", "done", "undated")


class Offer(NamedTuple):
    """A value that can be chosen, or that is chosen: its link takes it back then."""

    label: str
    rows: int
    link: str
    chosen: bool


class Choosing(NamedTuple):
    """A facet as it is shown."""

    name: str
    first: tuple[Offer, ...]
    more: tuple[Offer, ...]


def choosing(
    db: Connection, kind: str, asked: Asked, found: Narrowed, address: Callable[..., str]
) -> Iterator[Choosing]:
    """The facets of the list that was found in which something can be chosen, or is."""
    for facet in found.facets():
        chosen = asked.chosen.get(facet.name)
        if len(facet.choices) < 2 and not chosen:
            continue
        names = _names(db, facet.name, facet.choices)
        each = [_offer(kind, asked, facet.name, choice, names, address) for choice in facet.choices]
        if facet.name == "state":
            values = [choice.value for choice in facet.choices]
            each = [each[values.index(value)] for value in _ORDER if value in values]
        each.sort(key=lambda offer: not offer.chosen)
        yield Choosing(facet.name, tuple(each[:_AT_ONCE]), tuple(each[_AT_ONCE:]))


def chips(offered: Iterable[Choosing]) -> list[tuple[str, Offer]]:
    """What is chosen, by the name of its facet."""
    return [(c.name, offer) for c in offered for offer in (*c.first, *c.more) if offer.chosen]


def _offer(
    kind: str, asked: Asked, name: str, choice: Choice, names: dict[str, str], address: Callable[..., str]
) -> Offer:
    chosen = asked.chosen.get(name) == choice.value
    others = {n: v for n, v in asked.chosen.items() if n != name}
    wanted = others if chosen else {**others, name: choice.value}
    link = address(kind, asked, chosen=wanted, after="", before="")
    return Offer(names.get(choice.value, choice.value), choice.rows, link, chosen)


def _names(db: Connection, facet: str, choices: Iterable[Choice]) -> dict[str, str]:
    """What values are called, where it is not the value itself."""
    values = [choice.value for choice in choices]
    if facet == "organ":
        return body_names(db, values)
    if facet == "of":
        return {value: value.upper() for value in values}
    if facet == "state":
        return _STATES
    return {value: country_name(value) for value in values if value in country_codes()}
