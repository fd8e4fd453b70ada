"""Who is said to have been where: country by sitting and person by sitting of a body."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from communique.catalogue.tables import PARTICIPATION, PERSON, TIE
from communique.catalogue.views import VALUE


class Seen(NamedTuple):
    """Someone at a meeting: `present`, or `absent` where a report says so."""

    who: str
    meeting: str
    state: str
    name: str = ""


def seen(db: Connection, body: str) -> tuple[Seen, ...]:
    """The countries and organisations in the meetings of a body; who is not named in a meeting is not listed for it."""
    found = (
        select(VALUE.c.value, VALUE.c.entity, VALUE.c.field)
        .join(TIE, TIE.c.meeting == VALUE.c.entity)
        .where(TIE.c.entry == body, VALUE.c.field.in_(("represented", "absent")), VALUE.c.verdict == "stands")
        .order_by(VALUE.c.field, VALUE.c.value, VALUE.c.entity)  # present wins where both are said
    )
    return tuple(Seen(who, meeting, _STATES[field]) for who, meeting, field in db.execute(found))


def people_seen(db: Connection, body: str) -> tuple[Seen, ...]:
    """The people who are named in the meetings of a body."""
    found = (
        select(PARTICIPATION.c.person, PARTICIPATION.c.meeting, PERSON.c.name)
        .join(TIE, TIE.c.meeting == PARTICIPATION.c.meeting)
        .join(PERSON, PERSON.c.id == PARTICIPATION.c.person)
        .where(TIE.c.entry == body)
        .distinct()
        .order_by(PERSON.c.place, PARTICIPATION.c.meeting)
    )
    return tuple(Seen(person, meeting, "present", name) for person, meeting, name in db.execute(found))


_STATES = {"represented": "present", "absent": "absent"}
