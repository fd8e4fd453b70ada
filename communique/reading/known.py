"""Offices whose owner the report leaves to the reader's knowledge: "President Macron", where it speaks of France."""

from typing import TYPE_CHECKING

from communique.lexicon.bodies import bodies
from communique.lexicon.cues import office_words
from communique.lexicon.holders import Known, known_holders
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan

if TYPE_CHECKING:
    from communique.reading.persons import Holding, Person

_COUNTRY = ("country", "adjective", "people", "institution")


def settle_known(scan: Scan, people: "list[Person]", chairs: bool = False) -> None:
    """Give open offices of well-known holders the country or organisation of theirs that the report speaks of.

    Those who preside ("the chairman, X") come last, with `chairs`: more often an organisation is meant.
    """
    for person in people:
        open_ones = [h for h in person.holdings if (h.of is None if chairs else _open(h) and not _chairs(h))]
        if not open_ones and (person.holdings or person.nation):
            continue
        owners = _spoken_of(scan, known_holders(person.name))
        for holding in open_ones:
            _settle_one(holding, owners)
        states = {k.of for k, _ in owners if not k.organisation}
        if not person.holdings and len(owners) == len(states) == 1 and " " in person.name:
            person.nation = states.pop()


_FAR = 45  # characters: what stands further off was found by guessing


def _open(holding: "Holding") -> bool:
    """No owner, or one that stands away from the name and its title."""
    if holding.of is None or len(holding.at) < 3:
        return holding.of is None
    start, stop = holding.at[2]
    return all(stop < a - _FAR or start > b + _FAR for a, b in holding.at[:2])


def _chairs(holding: "Holding") -> bool:
    return holding.title.head in office_words("presiding") - office_words("state") - {"vice-president"}


def _settle_one(holding: "Holding", owners: list[tuple[Known, Hit]]) -> None:
    """The organisation for a head that organisations have, else the country; nothing where two are possible."""
    head = holding.title.head
    shared = head in office_words("presiding") or head in office_words("shared")
    international = head in office_words("international")
    of_bodies = [(k.of, hit) for k, hit in owners if k.organisation]
    of_states = [(k.of, hit) for k, hit in owners if not k.organisation]
    fitting = of_bodies if international or (shared and of_bodies) else of_states
    if len({of for of, _ in fitting}) == 1:
        of, hit = fitting[0]
        if of != holding.of:
            holding.of = of
            holding.at = (*holding.at[:2], (hit.start, hit.stop))


def _spoken_of(scan: Scan, known: tuple[Known, ...]) -> list[tuple[Known, Hit]]:
    """Those whose country or organisation the report names, each with the first place that does."""
    first = _first_named(scan) if known else {}
    found: dict[tuple[str, bool], tuple[Known, Hit]] = {}
    for one in known:
        hit = first.get((one.of, one.organisation))
        if hit:
            found.setdefault((one.of, one.organisation), (one, hit))
    return list(found.values())


def _first_named(scan: Scan) -> dict[tuple[str, bool], Hit]:
    """Countries (named, as adjective, by their people, institutions or cities) and organisations, each where first named."""
    if "first named" not in scan.memo:
        first: dict[tuple[str, bool], Hit] = {}
        for label in (*_COUNTRY, "city"):
            for hit in scan.hits.get(label, ()):
                first.setdefault((hit.value, False), hit)
        for label in ("organisation", "organ"):
            for hit in scan.hits.get(label, ()):
                owner = bodies().get(bodies()[hit.value].organisation)
                if owner:
                    first.setdefault((owner.acronym, True), hit)
        scan.memo["first named"] = first
    named: dict[tuple[str, bool], Hit] = scan.memo["first named"]
    return named
