"""Tables that fit a terminal: a column is as wide as it needs, and where there is no room the long ones are folded, never within a word."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from communique.uses.terminal import console, safe

if TYPE_CHECKING:
    from rich.table import Table

_WORD = 20
"""A word longer than this may be broken."""

_GAP = 1


def print_table(
    heads: Sequence[str], lines: Iterable[Sequence[Any]], whole: Mapping[str, int] | None = None
) -> None:
    """Prints the lines under their heads; a column named in `whole` is never narrower than it says."""
    print_grouped(heads, [("", lines)], whole)


def print_grouped(
    heads: Sequence[str],
    groups: Iterable[tuple[str, Iterable[Sequence[Any]]]],
    whole: Mapping[str, int] | None = None,
) -> None:
    """As `print_table`, the lines of each group below what it is called. Columns that are empty throughout are left out."""
    told = [(safe(name), [[safe(cell) for cell in line] for line in lines]) for name, lines in groups]
    every = [line for _, lines in told for line in lines]
    kept = [i for i, _ in enumerate(heads) if any(line[i] for line in every)]
    heads = [heads[i] for i in kept]
    rows = [[line[i] for i in kept] for line in every]
    found = widths([heads, *rows], console().width, _least(heads, whole))
    at = 0
    for name, lines in told:
        if name:
            console().print(("\n" if at else "") + name)
        console().print(_table(heads if not at else (), rows[at : at + len(lines)], found))
        at += len(lines)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], found: Sequence[int]) -> "Table":
    """The rows in columns of these widths, folded between words; under heads, where there are any."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    airy = sum(found) + 2 * _GAP * len(found) <= console().width
    table = Table(
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, int(airy), 0, 0),
        show_edge=False,
        show_header=bool(heads),
    )
    for at, width in enumerate(found):
        head = heads[at] if heads else ""
        table.add_column("\n".join(wrap(head, width)), overflow="fold", width=width)
    for row in rows:
        table.add_row(*("\n".join(wrap(cell, width)) for cell, width in zip(row, found, strict=True)))
    return table


def _least(heads: Sequence[str], whole: Mapping[str, int] | None) -> list[int]:
    return [(whole or {}).get(head, 0) for head in heads]


def widths(rows: Sequence[Sequence[str]], room: int, least: Sequence[int] = ()) -> list[int]:
    """How wide each column is, so that all together fit into `room`: first whole words, then what is long gets more.

    >>> widths([["id", "title"], ["m-1", "a rather long title of a paper"]], 20)
    [3, 15]
    """
    columns = list(zip(*rows, strict=True))
    wanted = [max(map(len, column)) for column in columns]
    floor = [
        min(want, max(low, *(_longest_word(words) for words in column)))
        for want, low, column in zip(wanted, [*least, *[0] * len(columns)], columns, strict=False)
    ]
    left = room - _GAP * len(columns)
    found = list(floor)
    while sum(found) > left and max(found) > 1:  # no room even for whole words: the widest gives way
        found[found.index(max(found))] -= 1
    while sum(found) < left:
        at = max(range(len(found)), key=lambda i: _folds(columns[i], found[i]) if found[i] < wanted[i] else 0)
        if found[at] >= wanted[at]:
            break
        found[at] += 1
    return found


def _longest_word(words: str) -> int:
    return min(_WORD, max(map(len, words.replace("-", "- ").split()), default=0))


def _folds(column: Sequence[str], width: int) -> float:
    """How many lines the cells of a column take at this width, together and the longest."""
    lines = [len(cell) / max(1, width) for cell in column]
    return sum(line for line in lines if line > 1) + max(lines)
