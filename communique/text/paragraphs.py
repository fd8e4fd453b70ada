"""Printed lines to paragraphs: words parted at the end of a line are put together again."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from communique.lexicon.furniture import furniture
from communique.text.lines import LIST_ITEM, SENTENCE_END
from communique.text.shapes import Row

HYPHENS = "-\u2010\u00ad\ufffe\x02"
"""Signs that part a word at the end of a line; the last two are how PDFium tells them."""

PARTED = re.compile(rf"(\w+)[{HYPHENS}]$")


class Joiner:
    """Puts lines together; whether a hyphen is the word's own is told by how the report writes it elsewhere."""

    def __init__(self, words: str) -> None:
        self._whole = words.casefold()

    def join(self, before: str, after: str) -> str:
        """`coop-` and `eration` give `cooperation`, `vice-` and `minister` keep their hyphen."""
        parted = PARTED.search(before)
        if not parted:
            return f"{before} {after}"
        if not after[:1].islower():
            return f"{before[:-1]}-{after}"
        next_word = re.match(r"\w+", after)
        whole = parted[1] + (next_word[0] if next_word else "")
        own = f"{parted[1]}-{next_word[0] if next_word else ''}".casefold()
        keeps = own in self._whole or (
            whole.casefold() not in self._whole and parted[1].casefold() in furniture().hyphenated
        )
        return f"{before[:-1]}{'-' if keeps else ''}{after}"


def paragraphs(blocks: Sequence[Sequence[Row]]) -> list[str]:
    """The paragraphs of blocks of lines; one that runs on into the next column or page is one."""
    joiner = Joiner(" ".join(row.words for block in blocks for row in block))
    found: list[str] = []
    for block in blocks:
        for number, lines in enumerate(_parted(block)):
            words = lines[0].words
            for row in lines[1:]:
                words = joiner.join(words, row.words)
            if number == 0 and found and _runs_on(found[-1], words):
                found[-1] = joiner.join(found[-1], words)
            else:
                found.append(words)
    return [re.sub(rf"[{HYPHENS[2:]}]", "", words) for words in found]


def _parted(block: Sequence[Row]) -> Iterator[list[Row]]:
    """The lines of each paragraph of one block."""
    right = max(row.right for row in block)
    step = _step(block)
    lines: list[Row] = []
    for row in block:
        if lines and _begins(lines, row, step, right):
            yield lines
            lines = []
        lines.append(row)
    if lines:
        yield lines


def _begins(lines: Sequence[Row], row: Row, step: float, right: float) -> bool:
    """Whether `row` begins a paragraph: by room above, its size, its indent, or where the last line ended."""
    last = lines[-1]
    if last.bottom - row.bottom > 1.25 * step or abs(last.size - row.size) > 0.15 * row.size:
        return True
    if "  " in last.words or "  " in row.words or LIST_ITEM.match(row.words):
        return True
    if len(lines) > 1 and row.left - last.left > 0.6 * row.size:
        return True
    room = right - last.right > 0.25 * (right - last.left)
    return room and (bool(SENTENCE_END.search(last.words)) or row.words[:1].isupper())


def _step(block: Sequence[Row]) -> float:
    """From one line to the next within a paragraph: the usual step of the block."""
    steps = [a.bottom - b.bottom for a, b in pairwise(block) if a.bottom > b.bottom]
    sizes = median(row.size for row in block)
    near = [step for step in steps if step < 2.2 * sizes]
    return median(near) if near else 1.3 * sizes


def _runs_on(before: str, after: str) -> bool:
    return not SENTENCE_END.search(before) and (after[:1].islower() or bool(PARTED.search(before)))
