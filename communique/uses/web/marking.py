"""A report's text cut at every boundary of a used span, so that overlapping spans can be marked."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

import msgspec

from communique.model.span import Span


class Used(msgspec.Struct, frozen=True, order=True):
    """A span that supports the fact with this id."""

    start: int
    stop: int
    fact: str


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that the same facts rest on throughout; all of them in order are the text."""

    start: int
    words: str
    facts: tuple[str, ...] = ()
    depth: int = 0
    furniture: bool = False


def segments(text: str, used: Collection[Used], furniture: Iterable[Span] = ()) -> tuple[Segment, ...]:
    """The text in segments; the facts of each are ordered from the closest span to the widest.

    >>> [s.words for s in segments("In Minsk today", [Used(0, 8, "a"), Used(3, 14, "b")])]
    ['In ', 'Minsk', ' today']
    """
    spans = sorted(u for u in set(used) if 0 <= u.start < u.stop <= len(text))
    dim = sorted(furniture)
    cuts = {0, len(text)} | {p for u in spans for p in (u.start, u.stop)}
    cuts |= {p for s in dim for p in (s.start, s.stop) if p <= len(text)}
    return tuple(_swept(text, sorted(cuts), spans, dim))


def _swept(text: str, cuts: list[int], spans: list[Used], dim: list[Span]) -> Iterator[Segment]:
    waiting = iter(spans)
    following = next(waiting, None)
    here: list[Used] = []
    for start, stop in pairwise(cuts):
        here = [u for u in here if u.stop > start]
        while following is not None and following.start == start:
            here.append(following)
            following = next(waiting, None)
        close_first = sorted(here, key=lambda u: (u.stop - u.start, u))
        yield Segment(
            start=start,
            words=text[start:stop],
            facts=tuple(dict.fromkeys(u.fact for u in close_first)),
            depth=min(3, len({(u.start, u.stop) for u in here})),
            furniture=_inside(start, dim),
        )


def _inside(place: int, spans: list[Span]) -> bool:
    """Furniture does not overlap: only the last span that begins before `place` can hold it."""
    at = bisect_right(spans, place, key=lambda s: s.start) - 1
    return at >= 0 and place < spans[at].stop
