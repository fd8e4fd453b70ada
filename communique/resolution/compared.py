"""What comparing two mentions says, and what a kind must offer to be resolved."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar

from communique.lexicon.calendar import whole_day
from communique.model.mention import Mention
from communique.model.reading import Reading


class Compared(NamedTuple):
    """A verdict (`same`, `other`, `unsure`) with its score and reason.

    `leans` names the side (0 or 1) that says too little to be sure of alone: it joins only where a single
    cluster can be meant. `strangers` holds only where no report tells of both: who names two things beside
    each other tells them apart.
    """

    verdict: str
    score: float
    reason: str
    leans: int | None = None
    strangers: bool = False
    nearest: bool = False


class Seen(NamedTuple):
    """A mention with the reading that it stands in, and the characters that were read."""

    mention: Mention
    reading: Reading
    characters: str = ""

    @property
    def told(self) -> str:
        """The day of the report: of its publication, else the whole day of its date-line; empty without."""
        about = self.reading.report
        line = about.dateline.date if about.dateline else None
        return about.published or (whole_day(line) if line else None) or ""


class Features(Protocol):
    """What of a mention is compared; `key` is equal for mentions that need no comparison."""

    @property
    def key(self) -> Hashable:
        """Mentions of one key are one: they are collapsed before anything is compared."""
        ...


F = TypeVar("F", bound=Features)


class Kind(NamedTuple, Generic[F]):
    """How one kind is resolved: what is seen of a mention, whom it meets, and what is said then.

    All three see the pair alone, never who else is there: what two are to each other must not change because
    a third came. A new mention is compared with every member of its blocks, so a block must stay small
    however many reports there are: a surname alone gathers thousands, a surname with its country dozens. Those
    of one block that `sought` passes over must be two: what is told apart is compared only in one connected set.
    """

    name: str
    features: Callable[[Seen], F]
    blocks: Callable[[F], Iterable[Hashable]]
    """Blocks with the same first part are kept side by side: those that one node has, or that come at one time, should have it."""
    compare: Callable[[F, F], Compared | None]
    sought: Callable[[F], Iterable[Hashable]] | None = None
    """In which blocks it looks for others, where not in all its own; of two that may be one each must find the other."""


def same(score: float, reason: str, leans: int | None = None) -> Compared:
    """They are one."""
    return Compared("same", score, reason, leans)


def other(reason: str) -> Compared:
    """They are two, and nothing indirect may make them one."""
    return Compared("other", 0.0, reason)


def unsure(score: float, reason: str) -> Compared:
    """They may be one; a person should look."""
    return Compared("unsure", score, reason)
