"""What of a page is not the report: marked as spans, never cut out.

A wrong mark hides a sentence from every reader, a missed one costs little: rules stay silent when in doubt.
"""

from collections.abc import Collection, Iterator, Sequence

from communique.lexicon.furniture import furniture, plain
from communique.model.span import Span
from communique.text.edges import above, below, between
from communique.text.headline import menus
from communique.text.lines import FULL_STOP, Line
from communique.text.marks import is_addresses, is_beside_weather, is_opener, mark_of
from communique.text.tails import is_number

LINK = 20
"""The most words of one entry in a list of links; longer ones are sentences that lost their stop."""

OVER = 3
"""Lines over a headline where the report's own `PRESS RELEASE` stands."""


def furniture_spans(
    lines: Sequence[Line], title: range | None, body: int, dated: Collection[int], stamp: int | None
) -> tuple[Span, ...]:
    """The places of menus, link lists, buttons, notices and repeated captions, in order, not touching.

    `title` and the line `stamp` are the report's own and never marked; `body` is the first line of prose.
    """
    kept = {*(title or ()), stamp}
    marks = [None if _is_item(lines, i) else mark_of(line) for i, line in enumerate(lines)]
    marked = {i for i, line in enumerate(lines) if marks[i] or is_addresses(line)}
    marked |= {
        *_repeated(lines),
        *_lists(lines, body),
        *between(lines, body, marks),
        *below(lines, body, marks),
    }
    if title:
        marked |= {i for i in range(title.stop, body) if is_number(lines[i])}
        over = range(max(0, title.start - OVER), title.start)
        own = {i for i in over if plain(lines[i].words) in furniture().kickers}
        marked |= {i for run in menus(lines, min(body, title.start), dated) for i in run}
        marked |= {*above(lines, title.start, marks, own | {*dated})}
        kept |= own
    marked |= {i for i in dated if is_beside_weather(lines, i)}
    return _spans(lines, marked - kept)


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
    """Heads of link lists below the first sentence, and their entries up to the next sentence."""
    i = body
    while i < len(lines):
        if not is_opener(lines[i]):
            i += 1
            continue
        yield i
        i += 1
        while i < len(lines) and _is_link(lines, i):
            yield i
            i += 1


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


def _spans(lines: Sequence[Line], marked: Collection[int]) -> tuple[Span, ...]:
    """One span for each run of marked lines."""
    spans: list[Span] = []
    for i in sorted(marked):
        if spans and i - 1 in marked:
            spans[-1] = Span(spans[-1].start, lines[i].stop)
        else:
            spans.append(Span(lines[i].start, lines[i].stop))
    return tuple(spans)
