"""Short reports of our own with their readings, told by hand: papers, sittings, figures."""

from typing import Any

from worked_examples import Told, said, told

from communique.lexicon.bodies import bodies
from communique.model.instrument import Instrument
from communique.model.meeting import BodyMention, Meeting
from communique.model.party import Chair


def body(id: str) -> BodyMention:
    return BodyMention(name=bodies()[id].name, id=id)


CSC = body("csto/collective-security-council")
CFM = body("csto/council-of-foreign-ministers")
CDM = body("csto/council-of-defence-ministers")


def sitting(name: str, organ: BodyMention, day: str | None, **slots: Any) -> Told:
    """A report of one sitting, which says its day and whatever else the slots hold."""
    chair = slots.pop("chair", None)
    instruments = slots.pop("instruments", ())
    words = f"{name}: {organ.name} met on {day}, {slots}, {chair}, {[i.title for i in instruments]}."
    evidence = said(words, organ.name)
    meeting = Meeting(
        id="m",
        name=f"sitting of the {organ.name}",
        bodies=(BodyMention(name=organ.name, id=organ.id, evidence=evidence),),
        start=day,
        chair=Chair(name=chair, represents=chair, evidence=evidence) if chair else None,
        instruments=instruments,
        evidence=evidence,
        **slots,
    )
    return told(name, words, published=day, meetings=(meeting,))


def paper(
    name: str,
    organ: BodyMention,
    day: str,
    title: str,
    action: str,
    to: BodyMention | None = None,
    **slots: Any,
) -> Told:
    """A report of a sitting that dealt with one paper."""
    words = f"{name}: {organ.name} met on {day}, {slots}, None, ['{title}']."
    one = Instrument(
        title=title, action=action, destination=to.name if to else None, evidence=said(words, title)
    )
    return sitting(name, organ, day, instruments=(one,), **slots)
