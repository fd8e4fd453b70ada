"""The top of a report taken together: headline, date line, and where the sentences begin."""

from collections.abc import Sequence
from typing import NamedTuple

from communique.lexicon.furniture import furniture, plain
from communique.text.headline import MENU, body_of, headline
from communique.text.lines import Line
from communique.text.marks import is_beside_weather, mark_of
from communique.text.stamps import BARE, DRESSED, LABELLED, TIMED, Stamp, stamps

LATE = 4
"""Lines below the first sentence, and at the very end, where a date with label or clock may still stand."""


UNDER = 3
"""Lines below the first sentence where a day may stand that is nothing but a day: under it, or under who wrote it."""


class Top(NamedTuple):
    """What stands above the sentences; `dated` are all lines that look like dates of something."""

    body: int
    title: range | None
    stamp: Stamp | None
    dated: frozenset[int]


def top_of(characters: str, lines: Sequence[Line]) -> Top:
    """Headline, day of publication and first sentence of a text."""
    body = body_of(lines)
    found = stamps(characters, lines, range(body))
    dated = frozenset(stamp.line for stamp in found)
    title = headline(lines, body, dated)
    if title is None:  # a headline may end in its date: `Joint statement, Moscow, 3 May 2021`
        bare = frozenset(stamp.line for stamp in found if stamp.rank != DRESSED)
        title = headline(lines, body, bare)
    fit = [s for s in found if s.line not in (title or ()) and not _is_crawl_day(lines, s, title)]
    fit += [s for s in _late(characters, lines, body) if s.line not in (title or ())]
    return Top(body, title, best_of(fit, title), dated)


def _late(characters: str, lines: Sequence[Line], body: int) -> list[Stamp]:
    """Dates under the lead, and labelled ones at the end: `Published: 12 May 2020`."""
    near = stamps(characters, lines, range(body, body + LATE))
    last = stamps(characters, lines, range(max(body + LATE, len(lines) - LATE), len(lines)))
    alone = [s for s in near if s.rank == BARE and s.line <= body + UNDER and _is_over_story(lines, s.line)]
    return [s for s in near if s.rank >= TIMED] + alone + [s for s in last if s.rank >= LABELLED]


def _is_over_story(lines: Sequence[Line], day: int) -> bool:
    """Whether a sentence, or who wrote it, stands over a day, and over the rest of the report: not a place over the day that ends it."""
    over = lines[day - 1]
    if over.is_prose:
        return True
    return not over.words.endswith(":") and any(line.is_prose for line in lines[day + 1 : day + LATE])


def _is_crawl_day(lines: Sequence[Line], stamp: Stamp, title: range | None) -> bool:
    """The day on which the page was fetched: beside the weather, or a menu away from the headline."""
    if stamp.rank >= LABELLED:
        return False
    if is_beside_weather(lines, stamp.line):
        return True
    if title is None or stamp.line > title.start:
        return False
    between = lines[stamp.line + 1 : title.start]
    return sum(len(line.segments) for line in between if _is_menu_entry(line)) >= MENU


def _is_menu_entry(line: Line) -> bool:
    return (line.is_entry or mark_of(line) is not None) and plain(line.words) not in furniture().kickers


def best_of(found: Sequence[Stamp], title: range | None) -> Stamp | None:
    """The stamp to believe: the highest rank, and of equals the one next to the headline."""
    anchor = title.start if title else 0
    return min(found, key=lambda s: (-s.rank, abs(s.line - anchor), s.line), default=None)


def renumbered(top: Top, numbers: Sequence[int]) -> Top:
    """A top found in some of a text's lines, by the numbers that these have among all."""
    body = numbers[top.body] if top.body < len(numbers) else numbers[-1] + 1
    title = top.title and range(numbers[top.title.start], numbers[top.title.stop - 1] + 1)
    stamp = top.stamp and top.stamp._replace(line=numbers[top.stamp.line])
    return Top(body, title, stamp, frozenset(numbers[i] for i in top.dated))
