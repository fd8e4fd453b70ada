"""What is known of a holder's time in an office, in words: cited is one thing, start and end another."""

from collections.abc import Iterable, Iterator

import msgspec

from communique.catalogue.offices import Held, Holder
from communique.model.when import year_of
from communique.uses.days import brief, span


class HolderLine(msgspec.Struct, frozen=True):
    """A holder of an office as a line of CSV."""

    of: str
    title: str
    sole: bool
    person: str
    name: str
    offices: tuple[str, ...]
    first_cited: str | None
    last_cited: str | None
    start: str | None
    end: str | None
    acting: bool
    former_cited: str | None
    after: str | None
    beside: tuple[str, ...]


def holder_lines(posts: Iterable[Held]) -> Iterator[HolderLine]:
    """Each holder of each post as one line."""
    for post in posts:
        for holder in post.holders:
            known = msgspec.structs.asdict(post) | msgspec.structs.asdict(holder)
            yield HolderLine(**{name: known[name] for name in HolderLine.__struct_fields__})


def cited(holder: Holder) -> str:
    """`21 Nov 2018 to 4 May 2020`; one day alone, empty where no day is known."""
    return span(holder.first_cited, holder.last_cited)


def remarks(holder: Holder, post: Held) -> str:
    """Everything else: acting, former, what a report states, who was before, who is cited in the same days."""
    names = {h.person: h.name for h in post.holders}
    said = (
        "acting" if holder.acting else "",
        f"start stated: {brief(holder.start)}" if holder.start else "",
        f"end stated: {brief(holder.end)}" if holder.end else "",
        f"called former on {brief(holder.former_cited)}" if holder.former_cited else "",
        f"next after {names[holder.after]}{_between(holder, post)}" if holder.after else "",
        f"cited in the same days as {', '.join(names[p] for p in holder.beside)}" if holder.beside else "",
    )
    return "; ".join(words for words in said if words)


_LONG = 2
"""Years without a report from which on somebody else may have sat in between."""


def _between(holder: Holder, post: Held) -> str:
    """The years of which no report read names a holder, where there are so many that one may be missing."""
    before = next(h for h in post.holders if h.person == holder.after)
    last, first = (
        year_of(day) for day in (before.last_cited or before.start, holder.start or holder.first_cited)
    )
    return f", {first - last} years later" if first and last and first - last >= _LONG else ""
