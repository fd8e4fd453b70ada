"""Operations: by folded name, in any romanisation."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from communique.lexicon.spelling import canonical_words
from communique.resolution.compared import Compared, Kind, Seen, same


class Named(NamedTuple):
    """An operation's name, without the word operation."""

    key: str


def features(seen: Seen) -> Named:
    """`operation Kanal` and `Kanal` are one name."""
    words = canonical_words(seen.mention.name).split()
    telling = [w for w in words if w not in ("operation", "operacia", "the", "exercise", "eksercise")]
    return Named(" ".join(telling or words))


def blocks(operation: Named) -> Iterator[Hashable]:
    """Nobody: one key is one operation."""
    return iter(())


def compare(left: Named, right: Named) -> Compared | None:
    """The same name is the same operation; its yearly runs are told apart inside the entry."""
    return same(0.95, "same name") if left == right else None


OPERATIONS = Kind("operations", features, blocks, compare)
