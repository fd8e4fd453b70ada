"""What can be seen of each line of a page and of its neighbours: signs by which report is told from frame.

Few of them need a word of any language: length, stops, capitals, digits, separators, repetition, where the full
paragraphs stand, which names and topics a line shares with these.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from communique.lexicon.furniture import country_firsts, foreign_words, furniture, known_words, officers
from communique.text.akin import Akin
from communique.text.captions import is_pictured, is_sided
from communique.text.lines import CLOSING, LIST_ITEM, STOPS, Line
from communique.text.places import FAR, closed, headed, in_turn, placed, since, step
from communique.text.tails import tail_sign

SIZES = (1, 2, 3, 4, 6, 9, 14, 24, 39)
"""The upper ends of the classes of length, in words."""

FULL = 20
"""The least words of a full paragraph."""

FEW, LEAST = 3, 8
"""A page with fewer full paragraphs is told by its sentences of at least so many words."""

WORDY = 30
"""The most words of a line whose words are signs themselves: of a paragraph they tell little."""

SAID = ("word ", "opens ")
"""How such signs begin."""

NEAR = 6
"""Lines above and below that are looked over."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
WORD = re.compile(r"[^\W\d_]+")
GLUED = re.compile(r"[a-zа-я][.!?]?[A-ZА-Я][a-zа-я]|[a-z]\d")
PRICE = re.compile(r"[$€£¥₹₽]\s?\d")
QUOTES = frozenset('"“”«»„')
LATIN = "\u024f"
CYRILLIC = "\u0530"
STOPPED = frozenset({"stop", "quoted stop", "asked"})


class Seen(NamedTuple):
    """What a line is by itself, wherever it stands: its class, if it is a full paragraph, its names, longer words and own signs.

    `tongue` are signs that count only where the report is in English. Pages of a site share most of their lines, so these are kept.
    """

    kind: str
    full: bool
    names: frozenset[str]
    topics: frozenset[str]
    signs: list[str]
    tongue: list[str]


class Signed(NamedTuple):
    """A line's class, all its signs, its names and longer words."""

    kind: str
    signs: list[str]
    names: frozenset[str]
    topics: frozenset[str]


def signs_of(
    lines: Sequence[Line], marks: Sequence[str | None], ruled: Collection[int], title: range | None
) -> list[Signed]:
    """The signs of every line.

    `marks` are the rules that know a line wherever it stands, `ruled` the lines that rules take for furniture.
    """
    seen = [
        _seen(line._replace(start=0, stop=0, gap=False), mark)
        for line, mark in zip(lines, marks, strict=True)
    ]
    full = _paragraphs(lines, seen, marks, ruled)
    shares = _shares(seen, full, title)
    often = Counter(line.words for line in lines)
    kinds = [f"{one.kind}*" if i in ruled else one.kind for i, one in enumerate(seen)]
    around = _around(kinds)
    usual = _usual(seen)
    sums = _sums([i in ruled for i in range(len(seen))], set(full))
    akin = Akin(lines, full[0] if full else len(lines), marks)
    found = []
    last = -1
    bare = [one.kind for one in seen]
    body = full[0] if full else len(lines)
    over, end = headed(bare, title, body), closed(lines, bare, body)
    apart, turns = since(bare, full, sums[0]), in_turn(bare)
    for i, (one, place) in enumerate(zip(seen, placed(bare, full), strict=True)):
        signs = [*one.signs, *around[i], *place, *shares[i], *over[i], *end[i], *apart[i], *turns[i]]
        if one.tongue and not usual:
            signs.extend(one.tongue)
        if i in ruled:
            signs.append("ruled")
        else:
            signs.extend(_at_large(i, sums))
        if akin.english:
            signs.append(f"akin {akin.ties(lines[i])} {one.kind}")
        if last >= 0:
            signs.append(f"under {marks[last]} {step(i - last, FAR)}")
            signs.append(f"under {step(i - last, FAR)} {one.kind}")
        if marks[i]:
            last = i
        if often[lines[i].words] > 1 and not lines[i].is_prose:  # a lead may stand there twice
            signs.append(f"again {min(3, often[lines[i].words])} {one.kind}")
        found.append(Signed(one.kind, signs, one.names, one.topics))
    return found


def _paragraphs(
    lines: Sequence[Line], seen: Sequence[Seen], marks: Sequence[str | None], ruled: Collection[int]
) -> list[int]:
    """The full paragraphs; where a page has few, its sentences stand for them."""
    full = [i for i, one in enumerate(seen) if one.full and i not in ruled]
    if len(full) >= FEW:
        return full
    return [
        i
        for i, line in enumerate(lines)
        if line.is_prose and line.size >= LEAST and i not in ruled and not marks[i]
    ]


def _seen(line: Line, mark: str | None) -> Seen:
    """What a line shows by itself; only short lines are kept, or lines of megabytes would be."""
    return _seen_before(line, mark) if len(line.words) <= _KEPT else _looked_at(line, mark)


def _looked_at(line: Line, mark: str | None) -> Seen:
    end = _end(line.words)
    size = step(line.size, SIZES)
    kind = _kind(line, end, mark)
    full = line.size >= FULL and end in ("stop", "quoted stop") and not mark
    words = WORD.findall(line.words)
    signs = [f"{size} {end}", f"kind {kind}", *_letters(line, size), *_vocabulary(line, size, words)]
    sign = mark or tail_sign(line)
    if sign:
        signs.append(sign)
    if is_pictured(line):
        signs.append("pictured")
    if is_sided(line):
        signs.append("sided")
    signs.extend(_words(line, words))
    names = frozenset([w for w in words if len(w) > 3 and w[0].isupper()])
    topics = frozenset([w.casefold() for w in words if len(w) > 4])
    return Seen(kind, full, names, topics, signs, list(_of_other_tongues(line, size, words)))


_seen_before = lru_cache(maxsize=2048)(_looked_at)
_KEPT = 500  # characters


def _end(words: str) -> str:
    last = words[-1]
    if last in STOPS:
        return "cut" if words.endswith(("...", "…")) else "asked" if last in "?!" else "stop"
    if last in CLOSING:
        return "quoted stop" if words.rstrip(CLOSING)[-1:] in STOPS else "closed"
    return {":": "colon", ",": "comma", ";": "comma"}.get(last, "open")


def _kind(line: Line, end: str, mark: str | None) -> str:
    """The coarse class of a line, by which its neighbours know it."""
    if mark:
        return "marked"
    if line.size >= FULL:
        return "full" if end in STOPPED else "long"
    if line.size > 9:
        return "sentence" if end in STOPPED else "headline"
    if line.size > 4:
        return "short sentence" if end in STOPPED else "short headline"
    return "ended" if end in STOPPED or end in ("colon", "comma") else "entry"


def _letters(line: Line, size: str) -> Iterator[str]:
    """Capitals, digits, separators and quotation marks."""
    words = line.words
    first = words[0]
    if first.isdigit():
        yield "first digit"
    elif not first.isalnum():
        yield "first quote" if first in QUOTES else "first sign"
    elif first.islower():
        yield "first low"
    low = sum([word[0].islower() for word in words.split()])
    yield f"low {4 * low // line.size} of {size}"
    if words.isupper():
        yield f"capitals {size}"
    if LIST_ITEM.match(words):
        yield "item"
    if any(map(str.isdigit, words)):
        yield f"digits {size}"
        if YEAR.search(words):
            yield f"year {size}"
        if CLOCK.search(words):
            yield f"clock {size}"
    yield from _marks_between(line, size)


def _marks_between(line: Line, size: str) -> Iterator[str]:
    words = line.words
    parts = len(line.segments)
    if parts > 1:
        yield f"parts {min(parts, 4)}"
    for sign in "|/>·@©#":
        if sign in words:
            yield f"sign {sign}"
    if not QUOTES.isdisjoint(words):
        yield f"quotes {size}"
    if PRICE.search(words):
        yield f"price {size}"
    if GLUED.search(words):
        yield f"glued {size}"
    if "," in words[:-1]:
        yield f"comma {size}"


def _vocabulary(line: Line, size: str, cased: Sequence[str]) -> Iterator[str]:
    """Words of the lists of furniture, of offices and of countries."""
    if not cased:
        yield "no words"
        return
    said = furniture()
    words = [word.casefold() for word in cased]
    found = frozenset(words)
    known = sum([word in known_words() for word in words])
    yield f"known {4 * known // len(words)} of {size}"
    for name, listed in (("you", said.readers), ("we", said.writers), ("appeal", said.appeals), ("appeal", said.appeals_weak)):  # fmt: skip
        if not listed.isdisjoint(found):
            yield f"{name} {size}"
    about = len(said.site & found)
    if about:
        yield f"site {min(3, about)} {size}"
    for name, listed in (("control", said.controls), ("listing", said.listing)):
        if words[0] in listed:
            yield f"{name} {size}"
    yield from _of_states(line, size, found, words[0])


def _words(line: Line, words: Sequence[str]) -> Iterator[str]:
    """The words themselves: of lines that are no paragraphs, each once."""
    if line.size > WORDY:
        return
    low = [word.casefold() for word in words]
    yield from dict.fromkeys(f"word {word}" for word in low if len(word) > 1)  # a set has no order, sums have
    if len(low) > 1:
        yield f"opens {low[0]} {low[1]}"


def _of_states(line: Line, size: str, found: frozenset[str], first: str) -> Iterator[str]:
    """Offices, and a country at the front: lists of those who took part have them."""
    if not officers().isdisjoint(found):
        yield f"office {size}"
        if "," in line.words:
            yield "office beside a comma"
    if first in country_firsts():
        yield f"country {size}" if line.words.isalpha() else f"country and more {size}"


def _of_other_tongues(line: Line, size: str, words: Sequence[str]) -> Iterator[str]:
    """Words and letters that an English report has not."""
    foreign = not foreign_words().isdisjoint([word.casefold() for word in words])
    if line.words.isascii() or not words:
        if foreign:
            yield f"maybe foreign {size}"
        return
    if foreign or not all(map(str.isascii, words)):
        yield f"foreign {size}" if foreign else f"accents {size}"
    if words[0][0] > LATIN:
        yield "script cyrillic" if words[0][0] < CYRILLIC else "script other"


def _usual(seen: Sequence[Seen]) -> bool:
    """Whether the sentences themselves are in another language: then it tells nothing of a line."""
    told = [bool(one.tongue) for one in seen if one.kind in ("full", "sentence")]
    return 2 * sum(told) > len(told)


def _around(kinds: Sequence[str]) -> list[list[str]]:
    """The classes of the two neighbours above and below each line."""
    row = ["none", "none", *kinds, "none", "none"]
    return [
        [
            f"above2 {row[i - 2]}",
            f"above {row[i - 1]}",
            f"below {row[i + 1]}",
            f"below2 {row[i + 2]}",
            f"{row[i - 1]} > {row[i]} > {row[i + 1]}",
        ]
        for i in range(2, len(row) - 2)
    ]


Sums = tuple[list[int], list[int]]


def _sums(ruled: Sequence[bool], full: Collection[int]) -> Sums:
    """How many lines up to each one are ruled, and how many are full paragraphs."""
    first, second = [0], [0]
    for i, one in enumerate(ruled):
        first.append(first[-1] + one)
        second.append(second[-1] + (i in full))
    return first, second


def _at_large(i: int, sums: Sums) -> Iterator[str]:
    """How much of what stands near is furniture by rules, and how much of it full paragraphs."""
    ruled, full = sums
    count = len(ruled) - 1
    for name, start, stop in (
        ("up", max(0, i - NEAR), i),
        ("down", min(count, i + 1), min(count, i + 1 + NEAR)),
    ):
        yield f"{name} ruled {(ruled[stop] - ruled[start]) // 2}"
        yield f"{name} full {min(3, full[stop] - full[start])}"
        if stop - start < NEAR:
            yield f"{name} end"


def _shares(seen: Sequence[Seen], full: Sequence[int], title: range | None) -> list[list[str]]:
    """Names and longer words that a line has in common with the full paragraphs, and with the headline."""
    told = Counter([name for i in full for name in seen[i].names])
    topics = Counter([word for i in full for word in seen[i].topics])
    headed = frozenset[str]().union(*(seen[i].names for i in title or ()))
    over = frozenset[str]().union(*(seen[i].topics for i in title or ()))
    found = []
    for one in seen:
        own = 1 if one.full else 0
        signs = []
        if one.names:
            shared = sum([told[name] > own for name in one.names])
            signs.append(f"told {4 * shared // len(one.names)} of {min(4, len(one.names))}")
            signs.append(f"headed {min(2, len(one.names & headed))} {one.kind}")
        if one.topics:
            shared = sum([topics[word] > own for word in one.topics])
            signs.append(f"topics {5 * shared // len(one.topics)} of {min(6, len(one.topics))}")
            signs.append(f"headed topics {min(3, len(one.topics & over))} {one.kind}")
        found.append(signs)
    return found
