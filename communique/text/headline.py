"""The headline: where it stands among menus, kickers and date lines."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from communique.lexicon.furniture import furniture, plain
from communique.model.span import Span
from communique.text.captions import is_pictured, is_sided
from communique.text.lines import FULL_STOP, LIST_ITEM, LONG, Line
from communique.text.marks import is_addresses, is_clocked, is_known, is_sections, mark_of
from communique.text.tails import is_control, is_languages, is_tiled

DATELINE = re.compile(
    r"[^\W\d_a-zа-я][^\Wa-zа-я]+(?:[ -][^\Wa-zа-я]+)*, .{3,40}(?:\([^()]{2,40}\)|/[^/]{2,40}/|\s[–—-]\s)"
)
"""`MINSK, November 17 (BelTA) –`: the first paragraph of a wire report, never its headline."""

HEADING = re.compile(r"#{1,6}\s+")
"""Markdown's sign of a heading, which is no part of its words."""

TOP = 600
"""Lines in which a headline is looked for; the longest menus of page dumps are shorter."""

MENU = 3
"""Entries that make a menu."""

LEAD, AFTER = 4, 12
"""Sentences by which a headline is known, and within how many lines they stand."""

TOLD, MORE = 2, 1
"""Words that a headline has in common with these, and how many more than the line that stands first."""

BRIEF = 24
"""The most words of a headline that is taken for what it tells: more are a sentence broken over lines."""

AGAIN = 6
"""Within how many lines a headline's second version stands: the tab's name, the feed's, then its own."""

SHORT = 3
"""Words of a line that tells no headline again, though it has them from it."""

MATTER = re.compile(r"[^\W\d_]{5,}|\b[A-ZА-Я]{3,4}\b|\d+(?:st|nd|rd|th)\b")
STEM = 6


def body_of(lines: Sequence[Line]) -> int:
    """The number of the first line that is prose, or of the end of the page's top."""
    top = (i for i, line in enumerate(lines[:TOP]) if line.is_prose and not mark_of(line))
    return next(top, min(len(lines), TOP))


def menus(lines: Sequence[Line], top: int, dated: Collection[int]) -> list[range]:
    """Runs of menu entries above the body: three short lines without a stop, or one line with three.

    A run that a colon opens is a list of the report, not a menu.
    """
    runs = []
    i = 0
    while i < top:
        stop, weight = _run(lines, i, top, dated)
        opened = i > 0 and lines[i - 1].words.endswith(":")
        if weight >= MENU and not opened:
            runs.append(range(i, stop))
        i = max(stop, i + 1)
    return runs


def _run(lines: Sequence[Line], start: int, top: int, dated: Collection[int]) -> tuple[int, int]:
    """Where the run of entries from `start` ends, and how many entries it has."""
    i, weight = start, 0
    while i < top and (i in dated or lines[i].is_entry or mark_of(lines[i])):
        if i not in dated and lines[i].words != lines[i - 1].words:
            weight += len(lines[i].segments)
        i += 1
    while i > start and i - 1 in dated:
        i -= 1
    return i, weight


def headline(lines: Sequence[Line], top: int, dated: Collection[int]) -> range | None:
    """The numbers of the headline's lines (two where it is wrapped), or None when there is none.

    Five words make a headline sooner than three; one that stands below all menus sooner than one above, and one that
    tells what the first sentences tell sooner than one that has nothing to do with them.
    """
    runs = menus(lines, top, dated)
    inside = {i for run in runs for i in run}
    fit = [found for found in _candidates(lines, top, dated) if found.start not in inside]
    last_menu = max((run.stop for run in runs if not _is_share_bar(lines, run)), default=0)
    below = [found for found in fit if found.start >= last_menu]
    apart = [found for found in below if not _is_over_sections(lines, found.stop, top)]
    for choice in (apart, below, fit[::-1]):
        long = [found for found in choice if _size(lines, found) >= 5]
        if long or choice:
            found = _telling(lines, long or choice, fit, top)
            return next((one for one in fit if _is_again(lines, found, one, dated)), found)
    return None


def _telling(lines: Sequence[Line], choice: Sequence[range], fit: Sequence[range], top: int) -> range:
    """The first of `choice`, unless another has more of the first sentences."""
    if len(fit) == 1:
        return choice[0]
    lead = frozenset[str]().union(*(_matters(line.words) for line in _lead(lines, top)))
    found = choice[0]
    told = len(lead & _matters(_words(lines, found)))
    least = max(TOLD, told + MORE)
    others = [one for one in (*choice, *fit) if _size(lines, one) <= BRIEF]
    if told >= TOLD:  # a caption, or the second line of a headline, tells it too
        others, least = [one for one in others if one.start < found.start], least + 1
    return next((one for one in others if len(lead & _matters(_words(lines, one))) >= least), found)


def _lead(lines: Sequence[Line], top: int) -> Iterator[Line]:
    return islice((line for line in lines[top : top + AFTER] if line.is_prose and not mark_of(line)), LEAD)


def _matters(words: str) -> frozenset[str]:
    """What a headline is about: longer words and acronyms, less their endings."""
    return frozenset(word[:STEM].casefold() for word in MATTER.findall(words))


def _is_again(lines: Sequence[Line], found: range, below: range, dated: Collection[int]) -> bool:
    """Whether a headline stands there once more: over its day, and in the same words only at once; further below these are a picture's."""
    between = range(found.stop, below.start)
    if not 0 <= len(between) < AGAIN or below.start < found.stop or any(i in dated for i in between):
        return False
    one, other = _words(lines, found), _words(lines, below)
    if one == other:
        return not between
    return is_version(one, other) and _size(lines, below) > SHORT  # no `Ministry of Finance`


def is_version(words: str, other: str) -> bool:
    """Whether two lines are one headline told twice: `Ministers meet in Minsk`, `Ministers to meet in Minsk`."""
    one, two = _matters(words), _matters(other)
    return words == other or (len(one & two) >= TOLD and 3 * len(one & two) >= 2 * min(len(one), len(two)))


def _words(lines: Sequence[Line], where: range) -> str:
    return " ".join(lines[i].words for i in where)


def title_of(characters: str, lines: Sequence[Line], where: range) -> tuple[str, Span]:
    """The headline's words on one line, and its place."""
    mark = HEADING.match(lines[where.start].words)
    span = Span(lines[where.start].start + (mark.end() if mark else 0), lines[where.stop - 1].stop)
    return " ".join(span.cut(characters).split()), span


def _candidates(lines: Sequence[Line], top: int, dated: Collection[int]) -> Iterator[range]:
    for i in range(min(top, len(lines))):
        where = _wrapped(lines, i, top)
        if i + 1 == where.stop == len(lines):
            continue  # a lone line is the report itself
        if i not in dated and _is_headline(lines, where):
            yield where


def _wrapped(lines: Sequence[Line], i: int, top: int) -> range:
    """Line `i` and the lines that go on with it in lower case, up to who wrote it (`by Agencies`)."""
    stop = i + 1
    while stop < min(len(lines), i + 4) and _goes_on(lines[stop]):
        stop += 1
    return range(i, stop)


def _goes_on(line: Line) -> bool:
    if line.gap or not line.words[0].islower() or mark_of(line):
        return False
    return line.words.split()[0] not in furniture().authors


def _is_headline(lines: Sequence[Line], where: range) -> bool:
    words = _words(lines, where)
    line = lines[where.start]
    return (
        3 <= len(words.split()) < LONG
        and len(words) <= 300
        and not words[0].islower()
        and words[-1] not in ".:;,"
        and not (FULL_STOP.search(words) and words[-1] in '"”»)]' and words[-2:-1] == ".")
        and not LIST_ITEM.match(words)
        and not DATELINE.match(words)
        and plain(words) not in furniture().kickers
        and not mark_of(line)
        and not is_addresses(line)
        and not is_clocked(line)
        and not is_pictured(line)
        and not is_sided(line)
        and not is_sections(words)
        and not is_tiled(line)
        and not is_languages(line)
        and not is_control(line)
    )


def _is_share_bar(lines: Sequence[Line], run: range) -> bool:
    return all(is_known(lines[i]) for i in run)


def _is_over_sections(lines: Sequence[Line], i: int, top: int) -> bool:
    """Two names of sections below a line: it is one itself, of more words."""
    pair = lines[i : min(i + 2, top)]
    return len(pair) == 2 and all(plain(line.words) in furniture().sections for line in pair)


def _size(lines: Sequence[Line], where: range) -> int:
    return sum(lines[i].size for i in where)
