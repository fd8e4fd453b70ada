"""What of a page is not the report: marked as spans, never cut out.

A wrong mark hides a sentence from every reader, a missed one costs little: rules stay silent when in doubt.
"""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from communique.lexicon.furniture import furniture, plain
from communique.model.span import Span
from communique.text.edges import ADVERTS, above, below, between
from communique.text.headline import AGAIN, MENU, is_version, menus
from communique.text.lines import FULL_STOP, LIST_ITEM, SENTENCE_END, Line
from communique.text.marks import is_addresses, is_beside_weather, is_labelled, is_opener, mark_of
from communique.text.tails import is_end, is_measure, is_number, tail_sign
from communique.text.top import Top
from communique.text.weighed import weigh

LINK = 20
"""The most words of one entry in a list of links; longer ones are sentences that lost their stop."""

SURE = 1.0
"""From what likelihood on training takes a line for furniture; each zone of a page has a limit of its own."""

SAID = -1.0
"""Sentences that weigh less are the report's."""

OPEN, OVER_IT, BETWEEN, AMID, ITS_LIST, NEAR_IT, UNDER_IT = (
    "open",
    "over",
    "between",
    "amid",
    "list",
    "near",
    "under",
)
"""Where a line stands: on a page without sure sentences, over the headline, under it, amid sentences, in the list they end with, just below them, further below."""

LIMITS = {
    OPEN: (3.5, 2.5),
    OVER_IT: (0.5, 1.5),
    BETWEEN: (1.4, 2.5),
    AMID: (3.0, 2.5),
    ITS_LIST: (math.inf, 2.2),
    NEAR_IT: (1.8, 2.2),
    UNDER_IT: (0.7, 1.2),
}
"""From what weight on a line that is no sentence is furniture though no rule says so, and from what on a sentence, by where it stands."""

OWNED = 2.0
"""From what weight on another day than the report's, or a second `News release`, is furniture near the headline, too."""

SAYING = 3
"""The least words of a sentence that ends in a full stop."""

NEAR = 2
"""Lines below its last sentence that may be its own still: a place, a day, a signature."""

DOUBT, SLIGHT, DOUBTED, LISTED = 0.5, 1.5, 3.0, 5.0
"""What must speak for the report to leave a line in: where a rule goes by its place alone, under the head of a list or where a line stands twice, where one knows it by its words, and in a known list that has addresses."""

LABEL = 3
"""The most words of a label over a list of links."""

ENTRY = 9
"""The most words of an entry in a menu, or of a teaser."""

OVER, HEADED = 3, 7
"""Lines over a headline where the report's own `PRESS RELEASE` stands, and where a document's symbol opens its head."""

SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z\d.-]{1,12}){1,4}(?<=\d)")
"""A document's symbol."""


class Ruled(NamedTuple):
    """What rules say of a page's lines: the mark of each, which are furniture, what must speak against some of these, which never are."""

    marks: list[str | None]
    marked: frozenset[int]
    doubts: dict[int, float]
    kept: frozenset[int]
    own: frozenset[int]


class Weighed(NamedTuple):
    """The numbers of the lines that are dropped, of those that the weights alone would drop surely, and of those that weigh sooner as furniture.

    `head` are the lines above the first sure sentence.
    """

    dropped: frozenset[int]
    surely: frozenset[int]
    doubted: frozenset[int]
    head: range


def weighed_in(lines: Sequence[Line], top: Top) -> Weighed:
    """The numbers of the lines that are menus, link lists, buttons, notices and repeated captions.

    Headline and day of publication are the report's own. Where the weights are sure they decide, the rules elsewhere.
    """
    ruled = ruled_in(lines, top)
    if not _is_framed(lines, ruled):
        return Weighed(ruled.marked, frozenset(), frozenset(), range(0))
    weighed = weigh(lines, ruled.marks, ruled.marked, top.title)
    zones = _zones(lines, weighed, ruled)
    surely = {i for i, weight in enumerate(weighed) if weight > _limit(lines, i, zones[i])}
    own = {i for i in ruled.own if weighed[i] < OWNED}
    told = {i for i in ruled.marked if weighed[i] > -ruled.doubts.get(i, DOUBT)}
    doubted = frozenset(i for i, weight in enumerate(weighed) if weight > 0)
    head = range(zones.index(AMID) if AMID in zones else 0)
    return Weighed(frozenset(((surely - own) | told) - ruled.kept), frozenset(surely), doubted, head)


def _limit(lines: Sequence[Line], i: int, zone: str) -> float:
    """From what weight on a line is furniture: never the heading over the items of a list."""
    if i + 1 < len(lines) and LIST_ITEM.match(lines[i + 1].words):
        return math.inf
    line = lines[i]
    return LIMITS[zone][line.is_prose or (line.size >= SAYING and line.words.endswith("."))]


def _zones(lines: Sequence[Line], weighed: Sequence[float], ruled: Ruled) -> list[str]:
    """Where each line stands: from the line over headline or first sentence to where a signature may stand it is the report's own zone."""
    said = [i for i, w in enumerate(weighed) if w < SAID and lines[i].is_prose and i not in ruled.marked]
    said = [i for i in said if i >= min(ruled.kept, default=0)] or said
    if not said:
        return [OPEN] * len(lines)
    start = max(0, min([said[0], *ruled.kept]) - 1)
    stop = min(_ended(lines, said[-1], ruled), len(lines))
    opens = _opener(lines, said[-1])
    listed = stop if opens is None or weighed[opens] > SAID else opens + 1
    return [
        *[OVER_IT] * start,
        *[BETWEEN] * (said[0] - start),
        *[AMID] * (said[-1] + 1 - said[0]),
        *[NEAR_IT] * (listed - said[-1] - 1),
        *[ITS_LIST] * (stop - listed),
        *[UNDER_IT] * (len(lines) - stop),
    ]


def _ended(lines: Sequence[Line], last: int, ruled: Ruled) -> int:
    """Where what may stand under the last sentence ends: a signature, or a list that the report ends with."""
    stop = last + 1
    opens = _opener(lines, last)
    while (
        stop < len(lines)
        and stop not in ruled.marked
        and (opens is not None or LIST_ITEM.match(lines[stop].words))
    ):
        stop += 1
    return max(stop, last + 1 + NEAR)


def _opener(lines: Sequence[Line], last: int) -> int | None:
    """The line over a list that the report ends with: its last sentence, or one just below."""
    return next((i for i in range(last, min(last + 1 + NEAR, len(lines))) if _opens_list(lines[i])), None)


def _opens_list(line: Line) -> bool:
    return line.words.endswith(":") and line.size > 1


def _is_framed(lines: Sequence[Line], ruled: Ruled) -> bool:
    """Whether there is anything to weigh: a report without a site around it is spared the work."""
    short = (
        i for i, line in enumerate(lines) if line.size <= ENTRY and i not in ruled.own and i not in ruled.kept
    )
    return sum(not SENTENCE_END.search(lines[i].words) for i in short) >= MENU


def ruled_in(lines: Sequence[Line], top: Top) -> Ruled:
    """What the rules alone say of each line."""
    title, body, dated = top.title, top.body, top.dated
    kept = {*(title or ()), *([top.stamp.line] if top.stamp else ())}
    marks = [None if _is_item(lines, i) else mark_of(line) for i, line in enumerate(lines)]
    linked = {*_lists(lines, body)}
    doubts = dict.fromkeys(_repeated(lines), SLIGHT)
    doubts |= dict.fromkeys(linked, LISTED if any(is_addresses(lines[i]) for i in linked) else SLIGHT)
    doubts |= {i: DOUBTED for i, mark in enumerate(marks) if mark}
    doubts |= {i: math.inf for i, line in enumerate(lines) if is_addresses(line)}
    end = below(lines, body, marks)
    doubts = dict.fromkeys(_listed(lines, end), SLIGHT) | doubts
    ended = bool(end) and is_end(lines[end.start - 1])
    doubts |= {i: DOUBTED for i in end if ended or is_number(lines[i])}
    marked = {*doubts, *between(lines, body, marks), *end}
    own: set[int] = set()
    if title:
        marked |= {i for i in range(title.stop, body) if i not in dated and is_measure(lines[i])}
        over = range(max(0, title.start - OVER), title.start)
        own = {i for i in over if _is_kicker(lines[i])}
        marked |= {i for run in menus(lines, min(body, title.start), dated) for i in run}
        marked |= {*above(lines, title.start, marks, own | {*dated})}
        doubts |= dict.fromkeys(_told_twice(lines, title, dated), math.inf)
        marked |= {i for i, doubt in doubts.items() if doubt == math.inf}
        kept |= own | {*_document_head(lines, title, marks)}
        own = own | {i for i in range(over.start, body) if i in dated or _is_kicker(lines[i])}
    marked |= {i for i in dated if is_beside_weather(lines, i)}
    own |= {i for i in range(1, len(lines) - 1) if marks[i - 1] and marks[i + 1] and _is_advert(lines[i - 1]) and _is_advert(lines[i + 1])}  # fmt: skip
    return Ruled(marks, frozenset(marked - kept), doubts, frozenset(kept), frozenset(own))


def _told_twice(lines: Sequence[Line], title: range, dated: Collection[int]) -> Iterator[int]:
    """Other versions of the headline above it, and above its day: the tab's name, a feed's."""
    if len(title) > 1:
        return
    words = lines[title.start].words
    for i in range(title.start - 1, max(0, title.start - AGAIN) - 1, -1):
        if i in dated:
            return
        near = i + 1 == title.start
        if lines[i].size > 2 and is_version(words, lines[i].words) and (near or words != lines[i].words):
            yield i


def _document_head(lines: Sequence[Line], title: range, marks: Sequence[str | None]) -> range:
    """What stands from a document's symbol down to its headline: the organ, which sitting, the day."""
    over = range(max(0, title.start - HEADED), title.start)
    first = next((i for i in over if SYMBOL.fullmatch(lines[i].words)), title.start)
    return range(first, title.start if not any(marks[first : title.start]) else first)


def _is_kicker(line: Line) -> bool:
    """`PRESS RELEASE`, or a document's symbol: `SC/15587`."""
    return plain(line.words) in furniture().kickers or bool(SYMBOL.fullmatch(line.words))


def _is_advert(line: Line) -> bool:
    """What stands between two such lines is the report's, a heading of one word too."""
    return line.words.casefold() in ADVERTS


def spans_of(
    characters: str, lines: Sequence[Line], numbers: Collection[int], start: int = 0
) -> tuple[Span, ...]:
    """One span for each run of lines, in order, not touching, with lines without a word below it (`|`, `***`), and above the first.

    Nothing before `start` is looked at.
    """
    spans: list[Span] = []
    first = -1
    for i in range(len(lines) + 1):
        if i in numbers:
            first = i if first < 0 else first
        elif first >= 0:
            over = start if first == 0 else lines[first].start
            under = lines[i].start if i < len(lines) else len(characters)
            above, below = characters[over : lines[first].start], characters[lines[i - 1].stop : under]
            spans.append(
                Span(over + len(above) - len(above.lstrip()), under - len(below) + len(below.rstrip()))
            )
            first = -1
    return tuple(spans)


def _is_item(lines: Sequence[Line], i: int) -> bool:
    """The third item of a list, `(c)`, is no sign of copyright."""
    return i > 0 and lines[i].words.startswith("(c)") and lines[i - 1].words.startswith("(b)")


def _repeated(lines: Sequence[Line]) -> Iterator[int]:
    """Short lines that stand twice in a row: a caption and its picture's name."""
    for i in range(1, len(lines)):
        if lines[i].words == lines[i - 1].words and lines[i].is_entry:
            yield i - 1
            yield i


def _lists(lines: Sequence[Line], body: int) -> Iterator[int]:
    """Heads of link lists below the first sentence (`Related news`, `READ:`), and their entries up to the next sentence."""
    i = body
    while i < len(lines):
        if not is_opener(lines[i]) and not _is_label(lines[i]):
            i += 1
            continue
        yield i
        i += 1
        while i < len(lines) and _is_link(lines, i):
            yield i
            i += 1


def _is_label(line: Line) -> bool:
    """A label that has nothing behind it: `READ:`, `Bonus video:`."""
    return line.size <= LABEL and line.words.endswith(":") and is_labelled(line)


def _listed(lines: Sequence[Line], end: range) -> Iterator[int]:
    """The entries below `More business news`, where the furniture below a report begins with it."""
    if end and tail_sign(lines[end.start]) == "is_listing":
        yield from takewhile(lambda i: not lines[i].is_prose, end)


def _is_link(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if is_addresses(line):
        return True
    return (
        not _goes_on(lines, i)
        and not line.words[0].islower()
        and line.size <= LINK
        and (not FULL_STOP.search(line.words) or bool(mark_of(line)))
    )


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """True when the next line continues this one: prose with hard line breaks, not a list of links."""
    if i + 1 == len(lines):
        return False
    after = lines[i + 1]
    return after.words[0].islower() and not after.gap and not is_addresses(after)
