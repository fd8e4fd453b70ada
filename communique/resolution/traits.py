"""What the resolution keeps of one report: nothing in it depends on any other report."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from communique.model.mention import mentions
from communique.model.reading import Reading
from communique.model.text import Text
from communique.resolution.bodies import BODIES, BodySeen
from communique.resolution.compared import Kind, Seen
from communique.resolution.instruments import INSTRUMENTS, Paper, Sat, seated
from communique.resolution.meetings import MEETINGS
from communique.resolution.operations import OPERATIONS, Named
from communique.resolution.people import PEOPLE, Person, merge
from communique.resolution.said import Alone, said
from communique.resolution.sitting import Sitting
from communique.resolution.sitting import merge as merge_sittings


class Resolved(NamedTuple):
    """A kind with the type of its features, and how those of two mentions that are one add up.

    `merge` must not care for order or repetition; where there is none, equal keys are equal features.
    """

    kind: Kind[Any]
    shape: type
    merge: Callable[[Any, Any], Any] | None = None

    @property
    def compares(self) -> bool:
        """False where nothing but the very same words, or a person, makes two mentions one."""
        return self.shape is not Alone


RESOLVED: Mapping[str, Resolved] = {
    each.kind.name: each
    for each in (
        Resolved(PEOPLE, Person, merge),
        Resolved(BODIES, BodySeen),
        Resolved(MEETINGS, Sitting, merge_sittings),
        Resolved(OPERATIONS, Named),
        *(Resolved(said(name), Alone) for name in ("figures", "statements", "commitments")),
        Resolved(INSTRUMENTS, Paper),
    )
}
"""The kinds in the order in which they are resolved: instruments last, they ask which meeting they belong to."""


class Trait(NamedTuple):
    """One mention as it is compared; `meeting` is the mention of the meeting that an instrument belongs to."""

    mention: str
    report: str
    kind: str
    features: Any
    meeting: str = ""


def traits(text: Text, reading: Reading) -> Iterator[Trait]:
    """The traits of every mention of one reading."""
    report = text.id
    found = mentions(reading, report)
    at = {place: m.id for m in found for place in m.places}
    for mention in found:
        place = mention.places[0]
        meeting, _, listed = place.rpartition("/instruments/")
        features = RESOLVED[mention.kind].kind.features(Seen(mention, reading, text.characters))
        sat = at.get(meeting, "") if listed and mention.kind == "instruments" else ""
        yield Trait(mention.id, report, mention.kind, features, sat)


def sat_in(trait: Trait, meetings: Mapping[str, Sat], mark: str = "") -> Trait:
    """An instrument's trait with what is known by now of the meeting that it belongs to.

    It is named as the node would be if its own report were the only one: a meeting becomes one with others, and
    is taken apart, and the instrument keeps its name. Two of one name sat in one meeting, and are one.
    """
    if trait.kind != "instruments":
        return trait
    sat = meetings.get(trait.meeting, Sat())
    name = node_of(trait._replace(features=seated(trait.features, sat.apart)), mark)
    return trait._replace(features=seated(trait.features, sat)._replace(name=name))


def node_of(trait: Trait, mark: str = "") -> str:
    """The node that a mention belongs to: mentions alike in all that is compared are one, in any report.

    The id is made of what they are alike in, so that it stays as reports come; `mark` keeps apart those
    that a person told apart. A mention that is like no other is a node of its own, by its own id.
    """
    key = trait.features.key
    if key == trait.mention:
        return trait.mention
    if trait.kind == "bodies" and not key.startswith("~") and not mark:
        return str(key)
    said = msgspec.json.encode([trait.kind, key, mark], order="deterministic")
    return hashlib.sha256(said).hexdigest()[:16]


def merged(kind: str, features: Iterable[Any]) -> Any:
    """The features of a node, from those of its mentions, in whatever order they come."""
    merge = RESOLVED[kind].merge
    if merge is None:
        return min(features, key=lambda f: msgspec.msgpack.encode(f, order="deterministic"))
    each = iter(features)
    found = next(each)
    for more in each:
        found = merge(found, more)
    return found
