"""Mentions: one person, body, meeting ... as ONE report names it, and the places that speak of it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from communique.model.meeting import Meeting
from communique.model.reading import Reading
from communique.model.text import Text

Reports = Iterable[tuple[tuple[str, ...], Text, Reading]]
"""What the ledger gives: the names under which a report came, its text, and its reading."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One thing as one report names it.

    `path` names the place in the reading by words rather than by number (`meetings/ninth meeting …`),
    so that the id survives a later reading that finds more. `places` are the index paths of the items
    that describe it; one with a colon (`statements/0:speaker`) only refers to it.
    """

    report: str
    kind: str
    path: str
    name: str
    places: tuple[str, ...]

    @property
    def id(self) -> str:
        """Sixteen hex digits over the report and the path."""
        said = msgspec.json.encode([self.report, self.kind, self.path])
        return hashlib.sha256(said).hexdigest()[:16]


def mentions(reading: Reading, report: str) -> tuple[Mention, ...]:
    """Everything that `reading` names, each once, in the order of the reading."""
    found = (
        *_listed(reading, report),
        *_bodies(reading, report),
        *_people(reading, report),
    )
    return tuple(found)


def item_at(reading: Reading, place: str) -> Any:
    """The item at an index path: `item_at(reading, "meetings/0/chair/0")`."""
    item: Any = reading
    for step in place.split(":")[0].split("/"):
        if step.isdigit():
            item = item[int(step)] if isinstance(item, tuple) else item
        else:
            item = getattr(item, step)
    return item


def _listed(reading: Reading, report: str) -> Iterator[Mention]:
    """Items that are told apart by what they say: two alike in one report are numbered."""
    seen: Counter[str] = Counter()
    for kind, place, name in _items(reading):
        path = f"{kind}/{_plain(name)}"
        seen[path] += 1
        nth = f"#{seen[path]}" if seen[path] > 1 else ""
        yield Mention(report=report, kind=kind, path=path + nth, name=name, places=(place,))


def _items(reading: Reading) -> Iterator[tuple[str, str, str]]:
    for i, meeting in enumerate(reading.meetings):
        yield "meetings", f"meetings/{i}", meeting.name
        for j, instrument in enumerate(meeting.instruments):
            yield "instruments", f"meetings/{i}/instruments/{j}", instrument.title
    for i, instrument in enumerate(reading.instruments):
        yield "instruments", f"instruments/{i}", instrument.title
    for i, figure in enumerate(reading.figures):
        yield "figures", f"figures/{i}", f"{figure.value} {figure.unit or ''} {figure.what}"
    for i, operation in enumerate(reading.operations):
        yield "operations", f"operations/{i}", operation.name
    for i, statement in enumerate(reading.statements):
        yield "statements", f"statements/{i}", f"{statement.speaker}: {statement.text}"
    for i, commitment in enumerate(reading.commitments):
        yield "commitments", f"commitments/{i}", commitment.text


def _bodies(reading: Reading, report: str) -> Iterator[Mention]:
    places: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for i, meeting in enumerate(reading.meetings):
        for j, body in enumerate(meeting.bodies):
            key = body.id or _plain(body.name)
            names.setdefault(key, body.name)
            places.setdefault(key, []).append(f"meetings/{i}/bodies/{j}")
    known = {_plain(name): key for key, name in names.items()}
    for place, name in _body_references(reading):
        key = known.get(_plain(name), _plain(name))
        names.setdefault(key, name)
        places.setdefault(key, []).append(place)
    yield from _grouped("bodies", report, names, places)


def _body_references(reading: Reading) -> Iterator[tuple[str, str]]:
    for kind, place, _ in _items(reading):
        if kind == "instruments" and (to := item_at(reading, place).destination):
            yield f"{place}:destination", to


def _people(reading: Reading, report: str) -> Iterator[Mention]:
    places: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for place, name in _named_people(reading):
        names.setdefault(_plain(name), name)
        places.setdefault(_plain(name), []).append(place)
    known = dict(names)
    for place, name in _people_references(reading):
        key = _meant(_plain(name), known)
        if key is not None:
            places[key].append(place)
    yield from _grouped("people", report, names, places)


def _is_person(reading: Reading, meeting: Meeting) -> bool:
    """A chair is a person when the reading names that person elsewhere; a country may chair alone."""
    chair = meeting.chair
    people = {p.name for m in reading.meetings for p in m.participants} | {o.person for o in reading.offices}
    return chair is not None and chair.name in people


def _named_people(reading: Reading) -> Iterator[tuple[str, str]]:
    for i, office in enumerate(reading.offices):
        yield f"offices/{i}", office.person
    for i, meeting in enumerate(reading.meetings):
        for j, participant in enumerate(meeting.participants):
            yield f"meetings/{i}/participants/{j}", participant.name
        if meeting.chair and _is_person(reading, meeting):
            yield f"meetings/{i}/chair/0", meeting.chair.name


def _people_references(reading: Reading) -> Iterator[tuple[str, str]]:
    for i, meeting in enumerate(reading.meetings):
        if meeting.chair and not _is_person(reading, meeting):
            yield f"meetings/{i}/chair/0", meeting.chair.name
    for i, statement in enumerate(reading.statements):
        yield f"statements/{i}:speaker", statement.speaker
    for i, figure in enumerate(reading.figures):
        if figure.claimed_by:
            yield f"figures/{i}:claimed_by", figure.claimed_by
    for i, commitment in enumerate(reading.commitments):
        if commitment.by_whom:
            yield f"commitments/{i}:by_whom", commitment.by_whom


def _meant(name: str, known: dict[str, str]) -> str | None:
    """The named person whom a shorter form means, if only one can be meant: "Patrushev"."""
    if name in known:
        return name
    last = name.replace(".", " ").split()[-1:]
    likely = [k for k in known if k.replace(".", " ").split()[-1:] == last]
    alone = len(likely) == 1 and (name == likely[0] or len(name.replace(".", " ").split()[0]) == 1)
    return likely[0] if alone or (len(likely) == 1 and [name] == last) else None


def _grouped(
    kind: str, report: str, names: dict[str, str], places: dict[str, list[str]]
) -> Iterator[Mention]:
    for key, name in names.items():
        yield Mention(report=report, kind=kind, path=f"{kind}/{key}", name=name, places=tuple(places[key]))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
