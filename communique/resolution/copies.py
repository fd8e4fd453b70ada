"""Which reports are one text told again: the same wire report on ten sites is one source, not ten.

Everything depends on a pair of texts alone, so that it is the same in whatever order they come, and a text's
trace can be kept beside it. Runs of five words are compared, a fourth of them, chosen by their hash: what two
texts share of those is an honest estimate of what they share of all, for texts of any length.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

import msgspec

from communique.model.span import Span
from communique.model.text import Text

RUN = 5
"""Words that must stand in a row in both texts."""

OF = 4
"""One run of so many is kept."""

LEAST = 12
"""Kept runs below which a text is too short to be told from chance: some 50 words."""

NEAR, PART = 0.5, 0.7
"""Runs shared of all runs, for an edited copy; of the shorter text's runs, for one cut short or built out."""

FEW = 0.4
"""The least part of the longer text that a shorter one may be and still be its copy."""

DAYS = 14
"""A wire report is copied while it is news; the same words months later are a formula of the house."""

COMMON = 40
"""Texts that may share a run before it is taken for a formula and no longer leads from one to the other."""

WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\w)[\"'”’»)\]]*|[.!?]+|\n|$)")


class Trace(msgspec.Struct, frozen=True):
    """What is kept of a text to know its copies by; `when` tells which came first."""

    text: str
    runs: frozenset[int]
    day: str | None
    when: tuple[str, str, str]


class Copy(msgspec.Struct, frozen=True):
    """`copy` tells again what `source` told first; `shared` is the part of the shorter text that is in the other."""

    source: str
    copy: str
    shared: float
    exact: bool


class Change(msgspec.Struct, frozen=True):
    """A place where two tellings differ: `before` in the source, `after` in the copy, None where one has nothing."""

    before: Span | None
    after: Span | None


def trace(text: Text) -> Trace:
    """The trace of a text, its furniture left out."""
    words = [word.casefold() for word in WORD.findall(_read(text))]
    hashes = (zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1))
    runs = frozenset(value for value in hashes if (value * 2654435761 >> 7) % OF == 0)
    day = text.published
    return Trace(text.id, runs, day, (day or "9999", text.retrieved or "9999", text.id))


def copied(one: Trace, other: Trace) -> Copy | None:
    """Whether one of two texts is a copy of the other, and which; None where they are two reports.

    The earlier is the source: by day of publication, else by the moment it was fetched, else by its id.
    """
    if min(len(one.runs), len(other.runs)) < LEAST or not _are_near(one.day, other.day):
        return None
    both = len(one.runs & other.runs)
    less, more = sorted((len(one.runs), len(other.runs)))
    if both < NEAR * (less + more - both) and not (both >= PART * less and less >= FEW * more):
        return None
    source, copy = sorted((one, other), key=lambda trace: trace.when)
    return Copy(source.text, copy.text, both / less, one.runs == other.runs)


def copies(traces: Sequence[Trace]) -> list[Copy]:
    """Every pair of a text and its copy; only texts that share an uncommon run are compared.

    >>> copies([])
    []
    """
    known = {one.text: one for one in traces}
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(known):
        for run in known[name].runs:
            holders[run].append(name)
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        if 1 < len(names) <= COMMON:
            for i, name in enumerate(names):
                for other in names[i + 1 :]:
                    pairs[name, other] += 1
    likely = (pair for pair, shared in sorted(pairs.items()) if shared >= LEAST / 2)
    return [found for one, other in likely if (found := copied(known[one], known[other]))]


def sources(traces: Sequence[Trace], found: Iterable[Copy] | None = None) -> dict[str, str]:
    """For each text the one that it tells again, itself where it tells its own: count these, not the texts.

    A copy of a copy has the first of them for its source.
    """
    when = {one.text: one.when for one in traces}
    first = {name: name for name in when}

    def root(name: str) -> str:
        while first[name] != name:
            name = first[name]
        return name

    for pair in copies(traces) if found is None else found:
        one, other = sorted((root(pair.source), root(pair.copy)), key=lambda name: when[name])
        first[other] = one
    return {name: root(name) for name in sorted(when)}


def changes(source: Text, copy: Text) -> list[Change]:
    """Where a copy says otherwise than its source, sentence by sentence, furniture left out; [] for the same words."""
    before, after = list(_sentences(source)), list(_sentences(copy))
    matcher = SequenceMatcher(
        None, [_bare(source, at) for at in before], [_bare(copy, at) for at in after], False
    )
    found: list[Change] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "replace" and b - a == d - c:  # sentence against sentence
            found += [Change(one, other) for one, other in zip(before[a:b], after[c:d], strict=True)]
        elif tag != "equal":
            found.append(Change(_over(before[a:b]), _over(after[c:d])))
    return found


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


def _sentences(text: Text) -> Iterator[Span]:
    for match in SENTENCE.finditer(text.characters):
        words = match[0].strip()
        if words and any(sign.isalnum() for sign in words):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            span = Span(start, start + len(words))
            if not any(span.touches(part) for part in text.furniture):
                yield span


def _bare(text: Text, at: Span) -> str:
    return " ".join(WORD.findall(at.cut(text.characters).casefold()))


def _over(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].stop) if spans else None
