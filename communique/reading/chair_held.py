"""The chair by office: who holds the chair of the very organ that sits, and is there, sits in it."""

import re

from communique.lexicon.bodies import Body, bodies, summit_of, telling
from communique.model.party import Chair
from communique.reading.drafts import Draft, spans
from communique.reading.people import Cast
from communique.reading.persons import Holding, Person

_CHAIR = re.compile(
    r"(?:(?:[Cc]urrent|[Rr]otating|[Ss]erving|[Pp]resent) )?(?P<whose>[A-Z][\w’' ]*? )?"
    r"[Cc]hair(?:man|person|woman)?(?:-in-[Oo]ffice)?(?: of (?:the )?(?P<what>.+))?"
)
_SITTING = ("held", "ongoing")


def seat_holder(draft: Draft, cast: Cast) -> None:
    """ "The ECOWAS Council met. Its chair, X, stressed ...": the one participant who is chair of that Council chaired it."""
    organs = [b.body for b in draft.bodies if b.body and b.body.is_organ]
    if draft.chair or draft.firm or draft.status not in _SITTING or len(organs) != 1:
        return
    found = [
        (person, holding)
        for person in cast.people
        if person.name in draft.people and draft.people[person.name].role is None
        for holding in person.holdings
        if _chairs(holding, organs[0])
    ]
    if len(found) == 1:
        _seat(draft, *found[0])


def _chairs(holding: Holding, organ: Body) -> bool:
    office = _CHAIR.fullmatch(holding.office)
    if office is None or holding.former or holding.of != organ.acronym:
        return False
    words = f"{office['whose'] or ''}{office['what'] or ''}"
    owner = bodies()[organ.organisation]
    said = telling(words) - telling(owner.acronym) - telling(owner.name)
    if not said and (words or holding.title.of):
        return organ == summit_of(organ.organisation)  # "chairman of the bloc": of its leaders
    return said <= telling(organ.name) | _GENERAL


_GENERAL = frozenset(("council", "session", "organisation", "organization", "bloc", "body"))


def _seat(draft: Draft, person: Person, holding: Holding) -> None:
    cue = (holding.title.core_start, holding.title.core_stop)
    at = (person.start, person.stop)
    draft.chair = Chair(
        name=person.name,
        represents=person.represents,
        evidence={"": spans(at, cue), "name": spans(at)},
    )
    draft.people.pop(person.name)
    draft.add_person(person, "chair", at, cue)
