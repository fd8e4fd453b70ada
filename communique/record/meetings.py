"""The fold of meetings: who met, when and where, for whom, with which outcome."""

from collections.abc import Iterator

from communique.model.claim import Claim
from communique.record.told import PartKey, Point, Told, alike, point

_RULES = {
    "name": "wording",
    "kind": "most",
    "ordinal": "most",
    "status": "progress",
    "start": "date",
    "end": "date",
    "city": "most",
    "country": "most",
    "venue": "wording",
    "mode": "most",
    "represented": "list",
    "absent": "list",
}
_PARTS = {"bodies": "name", "participants": "name", "agenda": "text", "instruments": "title"}
_PART_RULES = {"name": "wording", "as": "list", "office": "wording", "text": "wording", "title": "wording"}
_INSTRUMENT_FIELDS = ("title", "action", "steps")


def points(told: Told) -> Iterator[Point]:
    """What one report says of meetings."""
    for path, claim in told.below("meetings"):
        place = "/".join(path.split("/")[:2])
        meeting = told.entry(place)
        if meeting is None:
            continue
        entry = ("meetings", meeting)
        rest = path.split("/")[2:]
        if not rest:
            yield from _own(told, claim, entry)
        elif rest[0] == "chair":
            yield from _chair(told, claim, entry, path)
        elif rest[0] in _PARTS:
            yield from _part(told, claim, entry, rest[0], path)


def _own(told: Told, claim: Claim, entry: tuple[str, str]) -> Iterator[Point]:
    if claim.field == "part_of":
        whole = told.meeting(str(claim.value))
        if whole:
            yield point(told, claim, entry, "most", target=whole)
        return
    rule = _RULES.get(claim.field)
    if rule is None:
        return
    yield point(told, claim, entry, rule)


def _chair(told: Told, claim: Claim, entry: tuple[str, str], path: str) -> Iterator[Point]:
    if claim.field == "name":
        yield point(told, claim, entry, "most", field="chair", target=told.entry(path))
    elif claim.field == "represents":
        yield point(told, claim, entry, "most", field="chair_represents")


def _part(told: Told, claim: Claim, entry: tuple[str, str], list_: str, path: str) -> Iterator[Point]:
    field = "as" if claim.field == "as_" else claim.field
    if field == "id" or (list_ == "instruments" and field not in _INSTRUMENT_FIELDS):
        return
    target = told.entry(path)
    key = PartKey(list_, target or alike(_key_words(told, path, list_), "wording"), target)
    rule = "list" if list_ == "instruments" and field != "title" else _PART_RULES.get(field, "most")
    yield point(told, claim, entry, rule, field="action" if field == "steps" else field, part=key)


def _key_words(told: Told, path: str, list_: str) -> str:
    _, i, _, j = path.split("/")
    item = getattr(told.reading.meetings[int(i)], list_)[int(j)]
    return str(getattr(item, _PARTS[list_]))
