"""Bodies: by the lexicon's id, else by folded name."""

from collections.abc import Hashable, Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.bodies import bodies
from communique.lexicon.spelling import fold
from communique.model.mention import item_at
from communique.resolution.compared import Compared, Kind, Seen


class BodySeen(NamedTuple):
    """A body as one report names it: the lexicon's id, or the folded name."""

    key: Hashable


@cache
def _ids() -> dict[str, str]:
    return {fold(body.name): body.id for body in bodies().values()}


def body_key(name: str, id: str | None) -> str:
    """The id of a body, by its name where the reading gives none: `csto`, or `~committee of twelve`."""
    folded = fold(name)
    return id or _ids().get(folded) or f"~{folded}"


def features(seen: Seen) -> BodySeen:
    """The lexicon's id if any place has one."""
    items = [item_at(seen.reading, p) for p in seen.mention.places if ":" not in p]
    id = next((item.id for item in items if item.id), None)
    return BodySeen(body_key(seen.mention.name, id))


def blocks(body: BodySeen) -> Iterator[Hashable]:
    """Nobody: bodies of one key are one, and no two keys are ever compared."""
    return iter(())


def compare(left: BodySeen, right: BodySeen) -> Compared | None:
    """Nothing to say beyond the key."""
    return None


BODIES = Kind("bodies", features, blocks, compare)
