"""Where furniture ends above a report and begins below it: a site's frame is told as a whole, not line by line."""

from collections.abc import Collection, Iterator, Sequence

from communique.lexicon.furniture import furniture, plain, section_names
from communique.text.akin import Akin
from communique.text.lines import FULL_STOP, LIST_ITEM, Line
from communique.text.marks import is_clocked, is_opener, tiled
from communique.text.tails import SIGNS, is_end, is_to_reader, remarks, tail_sign

PROSE, LEAST = 12.0, 6.0
"""What a sentence of the report weighs against lines of furniture: at most, and at least."""

HEADLINE = 5
"""Words of a line that may be a headline itself: it is not taken for furniture because of what stands below it."""

LONG_ENOUGH = 10
"""The least words of a sentence that is taken for the report's when another follows it."""

REMARK = "a reader's comment"
WEAK = frozenset({REMARK, *(sign.__name__ for sign in SIGNS)})
OPENING = frozenset(
    {
        "is_listing",
        "is_tiled",
        "is_to_reader",
        "is_about_author",
        "is_cut",
        "is_control",
        "is_counted",
        "is_remark",
    }
)
"""Signs with which furniture can begin; the others may belong to the report's own end."""

OVER = OPENING - {"is_cut"} | {"is_languages", "is_number", "is_quoted", "is_segmented"}
"""Signs that count above a headline, too."""

ADDRESSED = 6
"""The least words of a line to `you` that begins the furniture: `Thank you for your attention.` ends a speech."""

ROW = 8
"""Entries in a row that make a menu without a word that is known."""

BOXED = 12
"""The most words of a line inside a box."""

ADVERTS = frozenset({"advertisement", "advertisements", "advert", "advertising", "ad", "ads"})
"""Between two of these stands the report."""

STRANGE, KNOWN, OWN = 1.0, 9.0, 18.0
"""What a sentence weighs that names nothing of what the report names (a teaser, a reader's comment, a word about the site), one that does, and one of a meeting that does."""

MARKED, SECTION, SHORT = -2.0, -1.5, -1.0
"""What a line weighs that is known to be furniture, that names a section, and that merely looks like either."""


def below(lines: Sequence[Line], body: int, marks: Sequence[str | None]) -> range:
    """The furniture at the end: from the mark behind which furniture outweighs the sentences most.

    Only what sites put below reports can begin it, so that a list with which a report ends stays. Where the report
    itself speaks to `you`, the weaker signs do not count.
    """
    over = _over(lines, body, marks)
    if over < len(lines):
        return range(over, len(lines))
    akin = Akin(lines, body, marks)
    pairs = [i for i in range(body, len(lines)) if _is_pair(lines, i, marks)]
    last = next((i for i in reversed(pairs) if akin.knows_any(lines[i : i + 2])), body)
    if last + 2 == len(lines) and pairs and not any(map(tail_sign, lines[last:])):
        return range(len(lines), len(lines))  # it ends with its own sentences: most bare reports do
    weaker = not any(is_to_reader(lines[i]) and akin.knows_any(lines[i : i + 2]) for i in pairs)
    said = {last + i for i in remarks(lines[last:])} if weaker else set()
    told = list(marks)
    least, begins = len(lines), set()
    for i in range(len(lines) - 1, body - 1, -1):
        if weaker:
            told[i] = marks[i] or tail_sign(lines[i]) or (REMARK if i in said else None)
        if _is_pair(lines, i, told) and akin.knows_any(lines[i : i + 2]):
            break
        least = i
        if _begins(lines[i], told[i]) or _is_row(lines, i, told):
            begins.add(i)
    return range(_heaviest(lines, range(least, len(lines)), told, begins, akin), len(lines))


def _over(lines: Sequence[Line], body: int, marks: Sequence[str | None]) -> int:
    """Below the first line which says that the report is over, where more of it stands above than below."""
    told = [i for i in range(body, len(lines)) if lines[i].is_prose and not marks[i]]
    for i in range(body + 1, len(lines) - 1):
        if is_end(lines[i]) and 2 * sum(k < i for k in told) > len(told):
            return i + 1
    return len(lines)


def _heaviest(
    lines: Sequence[Line], where: range, marks: Sequence[str | None], begins: Collection[int], akin: Akin
) -> int:
    """From where, of `begins`, furniture outweighs the sentences most, up to the end."""
    best, start, weight = 0.0, where.stop, 0.0
    for i in reversed(where if begins else ()):
        weight += _weight(lines, i, marks, akin)
        if weight < best and i in begins:
            best, start = weight, i
    return start


def between(lines: Sequence[Line], body: int, marks: Sequence[str | None]) -> Iterator[int]:
    """Short lines amid the report that stand between two known ones: what is inside a box of the site."""
    frames = [bool(mark) and _begins(line, mark) and line.words.casefold() not in ADVERTS
              for line, mark in zip(lines, marks, strict=True)]  # fmt: skip
    for i in range(max(body, 1), len(lines) - 1):
        line = lines[i]
        if marks[i] or not (frames[i - 1] and frames[i + 1]) or line.size > BOXED:
            continue
        if not FULL_STOP.search(line.words) and not LIST_ITEM.match(line.words):
            yield i


def above(
    lines: Sequence[Line], title: int, marks: Sequence[str | None], kept: Collection[int]
) -> Iterator[int]:
    """The furniture over the headline: all short lines, down to the last that is known, and rows of its like.

    What a report itself sets over its headline (`PRESS RELEASE`, a day, a place) is in `kept`.
    """
    known = [
        i
        for i in range(title)
        if i not in kept
        and (marks[i] or _is_section(lines[i]) or is_clocked(lines[i]) or tail_sign(lines[i]) in OVER)
    ]
    if len(known) < 2 and not any(marks[i] for i in known):
        return
    first, last = known[0], known[-1]
    is_site = sum(_is_section(lines[i]) for i in known) > 1
    for i in range(title):
        line = lines[i]
        framed = i <= last and (line.size < HEADLINE or marks[i] or i in known or (is_site and i < first))
        if i not in kept and (framed or line.is_entry) and not (line.is_prose and not marks[i]):
            yield i


def _is_pair(lines: Sequence[Line], i: int, marks: Sequence[str | None]) -> bool:
    """Two sentences of some length in a row: where one has to do with the report, no site sets such below it."""
    pair = lines[i : i + 2]
    return (
        len(pair) == 2
        and not any(marks[i : i + 2])
        and all(p.is_prose and p.size >= LONG_ENOUGH for p in pair)
    )


def _is_row(lines: Sequence[Line], i: int, marks: Sequence[str | None]) -> bool:
    """Whether a long row of menu entries begins here: two at least are names of sections, as no list of names has."""
    if i and (_opens_list(lines[i - 1]) or lines[i - 1].words.endswith(":")):
        return False
    row = range(i, min(i + ROW, len(lines)))
    if len(row) < ROW or any(marks[k] for k in row[:4]):
        return False
    return all(marks[k] or lines[k].is_entry for k in row) and sum(_is_section(lines[k]) for k in row) > 1


def _weight(lines: Sequence[Line], i: int, marks: Sequence[str | None], akin: Akin) -> float:
    line = lines[i]
    if marks[i]:
        return SECTION if marks[i] in WEAK else MARKED
    if line.is_prose and akin.english:
        return (STRANGE, KNOWN, KNOWN, OWN)[akin.ties(line)]
    if line.is_prose or _opens_list(line):
        return max(LEAST, min(PROSE, line.size / 2))
    if is_opener(line):
        return MARKED
    if i and (_opens_list(lines[i - 1]) or LIST_ITEM.match(line.words)):
        return 0.0
    return SECTION if _is_section(line) else SHORT


def _opens_list(line: Line) -> bool:
    """`The participants were:` is a sentence of the report; `Topics:` is not."""
    return (
        line.words.endswith(":") and line.size >= 3 and any(word.islower() for word in line.words.split()[1:])
    )


def _begins(line: Line, mark: str | None) -> bool:
    """Whether furniture at the end can begin with this line: not with a caption, which stands anywhere."""
    if mark in WEAK:
        return mark in OPENING and (mark != "is_to_reader" or line.size >= ADDRESSED)
    if mark:
        return mark not in ("is_credit", "is_weather", "is_rates") and not _is_caption(line)
    return plain(line.words) in furniture().tails or is_opener(line)


def _is_caption(line: Line) -> bool:
    return line.words.casefold().startswith(("photo", "image", "picture", "source", "illustration"))


def _is_section(line: Line) -> bool:
    """`Politics`, `News | World`, and a row that lost its gaps: `Home Politics Economy World Sport`."""
    names = section_names().whole
    if all(plain(part) in names for part in line.segments):
        return True
    words = line.words.split()
    return len(words) > 2 and 2 * tiled(words, section_names()) >= len(words)
