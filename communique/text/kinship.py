"""What a line, and the piece of the page in which it stands, have in common with the stretch that weighs most as report."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.text.places import FAR, step
from communique.text.signs import Signed

PIECE = 2.0
"""What a line must weigh to part what stands above it from what stands below."""

LONGER = frozenset({"full", "long", "sentence", "short sentence"})


class Shared(NamedTuple):
    """How many names and longer words there are, and how many of each the report has, too."""

    names: int
    of_names: int
    topics: int
    of_topics: int

    @property
    def said(self) -> tuple[str, str]:
        """Both shares, in classes."""
        return _part(self.names, self.of_names), _part(self.topics, self.of_topics)


def kinship(signed: Sequence[Signed], alone: Sequence[float], report: range) -> Iterator[list[str]]:
    """The signs of each line, in order; `alone` is what each weighs by itself, `report` where the report stands."""
    shared = _shared(signed, [i for i in report if alone[i] < 0])
    for piece in _pieces(alone):
        together = Shared(*map(sum, zip(*(shared[i] for i in piece), strict=True)))
        weight = rounded(sum(alone[i] for i in piece) / len(piece))
        long = sum(signed[i].kind in LONGER for i in piece)
        kin = "piece kin {} topics {}".format(*together.said)
        for place, i in enumerate(piece):
            kind = signed[i].kind
            names, topics = shared[i].said
            yield [
                f"kin {names} {kind}",
                f"kin topics {topics} {kind}",
                f"kin {names} topics {topics}",
                kin,
                f"piece weighs {weight} {kind}",
                f"piece {step(len(piece), FAR)} long {min(3, long)}",
                f"piece {step(place, FAR)} {kind}",
            ]


def rounded(weight: float) -> str:
    """A weight as a class."""
    return str(round(max(-4.0, min(4.0, weight))))


def _shared(signed: Sequence[Signed], story: Sequence[int]) -> list[Shared]:
    """What each line shares with the lines of the report, itself left out."""
    names = Counter([name for i in story for name in signed[i].names])
    topics = Counter([word for i in story for word in signed[i].topics])
    inside = frozenset(story)
    found = []
    for i, one in enumerate(signed):
        own = 1 if i in inside else 0
        told = sum([names[name] > own for name in one.names])
        about = sum([topics[word] > own for word in one.topics])
        found.append(Shared(told, len(one.names), about, len(one.topics)))
    return found


def _part(shared: int, of: int) -> str:
    if not of:
        return "-"
    return f"{4 * shared // of} of {1 if of == 1 else 2 if of < 4 else 3}"


def _pieces(alone: Sequence[float]) -> Iterator[range]:
    """Runs of lines, each begun by what is surely furniture and ended by what is not."""
    start = 0
    for i, weight in enumerate(alone):
        if weight > PIECE and i > start and alone[i - 1] <= PIECE:
            yield range(start, i)
            start = i
    if start < len(alone):
        yield range(start, len(alone))
