"""Which reports are one text told again: the same wire report on ten sites is one source, not ten.

Everything depends on a pair of texts alone, so that it is the same in whatever order they come, and a text's
trace can be kept beside it. Runs of five words are compared, a fourth of them, chosen by their hash: what two
texts share of those is an honest estimate of what they share of all, for texts of any length. Texts that copies
lead to, from one to the next, are one source.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

import msgspec

from communique.model.clusters import Source
from communique.model.moment import moment
from communique.model.text import Text

RUN = 5
"""Words that must stand in a row in both texts."""

OF = 4
"""One run of so many is kept."""

LEAST = 12
"""Kept runs below which a text is too short to be told from chance: some 50 words."""

FLASH = 12
"""Words of a text too short for that which is a copy where all of them are the same; fewer are a formula."""

KEYS, MET = 32, 4
"""The smallest runs of a text, under which it is looked up, and how many of them two copies share."""

NEAR, PART = 0.5, 0.7
"""Runs shared of all runs, for an edited copy; of the shorter text's runs, for one cut short or built out."""

FEW = 0.4
"""The least part of the longer text that a shorter one may be and still be its copy."""

DAYS = 14
"""A wire report is copied while it is news; the same words months later are a formula of the house."""

WORD = re.compile(r"\w+")


class Trace(msgspec.Struct, frozen=True):
    """What is kept of a text to know its copies by; `when` tells which came first, `whole` has all words in it."""

    text: str
    runs: frozenset[int]
    day: str | None
    when: str
    whole: int = 0

    @property
    def keys(self) -> tuple[int, ...]:
        """Under these a text is looked up: two texts that share fewer than `MET` are no copies of each other."""
        if len(self.runs) >= LEAST:
            return tuple(sorted(self.runs)[:KEYS])
        return tuple(-2 * self.whole - n for n in range(MET)) if self.whole else ()


class Copy(msgspec.Struct, frozen=True):
    """`copy` tells again what `source` told first; `shared` is the part of the shorter text that is in the other."""

    source: str
    copy: str
    shared: float
    exact: bool


def trace(text: Text) -> Trace:
    """The trace of a text, its furniture left out."""
    words = [word.casefold() for word in WORD.findall(_read(text))]
    hashes = (zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1))
    runs = frozenset(value for value in hashes if (value * 2654435761 >> 7) % OF == 0)
    whole = zlib.crc32(" ".join(words).encode()) + 1 if len(words) >= FLASH else 0
    fetched = moment(text.retrieved) or "9999"
    id = text.id
    when = f"{text.published or fetched[:10]} {fetched} {id}"
    return Trace(id, runs, text.published, when, whole)


def copied(one: Trace, other: Trace) -> Copy | None:
    """Whether one of two texts is a copy of the other, and which; None where they are two reports.

    The earlier is the source: by day of publication (where it states none, the day on which it was fetched, for it was
    there by then), then by the moment it was fetched, then by its id.
    """
    both = len(one.runs & other.runs)
    less, more = sorted((len(one.runs), len(other.runs)))
    exact = one.whole == other.whole and less == both == more
    if not (exact or both >= NEAR * (less + more - both) or (both >= PART * less and less >= FEW * more)):
        return None
    if not _are_near(one.day, other.day) or len({*one.keys} & {*other.keys}) < MET:
        return None
    source, copy = sorted((one, other), key=lambda trace: trace.when)
    return Copy(source.text, copy.text, 1.0 if exact else both / less, exact)


def copies(traces: Sequence[Trace]) -> list[Copy]:
    """Every pair of a text and its copy; only texts that are looked up under the same keys are compared.

    >>> copies([])
    []
    """
    known = {one.text: one for one in traces}
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(known):
        for key in known[name].keys:
            holders[key].append(name)
    pairs = Counter(pair for names in holders.values() for pair in combinations(names, 2))
    likely = sorted(pair for pair, shared in pairs.items() if shared >= MET)
    return [found for one, other in likely if (found := copied(known[one], known[other]))]


def grouped(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The names in groups that pairs lead through, however far; each group and all of them in order.

    >>> grouped("abcd", [("a", "d")])
    [['a', 'd'], ['b'], ['c']]
    """
    first = {name: name for name in names}

    def root(name: str) -> str:
        while first[name] != name:
            first[name] = first[first[name]]
            name = first[name]
        return name

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(first):
        found[root(name)].append(name)
    return list(found.values())


def groups(traces: Sequence[Trace], found: Iterable[Copy] | None = None) -> list[list[str]]:
    """The texts that are one source, each group in the order in which they came out; those without copies left out."""
    when = {one.text: one.when for one in traces}
    pairs = ((c.source, c.copy) for c in (copies(traces) if found is None else found))
    return [sorted(group, key=lambda name: when[name]) for group in grouped(when, pairs) if len(group) > 1]


def sources(texts: Iterable[Text]) -> Mapping[str, Source]:
    """For each text that is told again, or tells again, the source that it belongs to: count these, not the texts."""
    traces = [trace(text) for text in texts]
    when = {one.text: one.when for one in traces}
    return {name: Source(min(group), when[name]) for group in groups(traces) for name in group}


def stretch(day: str | None) -> int:
    """The stretch of days that a day lies in, 0 for an unknown one: copies lie in one, or in two that follow each other.

    >>> stretch("2024-11-28") - stretch("2024-11-14") in (0, 1)
    True
    """
    return date.fromisoformat(day).toordinal() // (DAYS + 1) + 1 if day else 0


def _are_near(one: str | None, other: str | None) -> bool:
    if not (one and other):
        return True
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= DAYS


def _read(text: Text) -> str:
    """The characters that are read."""
    kept, last = [], 0
    for span in text.furniture:
        kept.append(text.characters[last : span.start])
        last = span.stop
    return "\n".join([*kept, text.characters[last:]])
