"""Printing for people: what a report says is shown as plain characters, never obeyed."""

import functools
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from communique.catalogue.rows import Counts
    from communique.flow import Outcome, Summary

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Kinds of characters that steer a terminal or turn the order of letters instead of being seen."""


def safe(words: object) -> str:
    """`words` on one line, without characters that a terminal would obey.

    >>> safe("red: \\x1b[31m")
    'red: ·[31m'
    """
    line = " ".join(str(words).split())
    return "".join("·" if unicodedata.category(c) in UNSEEN else c for c in line)


def console(stderr: bool = False) -> "Console":
    """Where to print; colours only where a person is looking."""
    from rich.console import Console

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # one place decides how to leave, for all that is printed

    return Plain(stderr=stderr, highlight=False, markup=False, emoji=False)


def say(line: str) -> None:
    """One line for the person at the terminal, apart from the command's own output."""
    print(safe(line), file=sys.stderr)


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[["Outcome"], None]]:
    """A bar that moves with every outcome; nothing at all where nobody is looking."""
    with counting(what, total) as more:
        yield lambda _: more(1)


@contextmanager
def set_aside() -> Iterator[Callable[["Outcome"], None]]:
    """A line for each page of a crawl that is set aside, in place of a bar."""

    def told(outcome: "Outcome") -> None:
        if outcome.became == "aside":
            print(f"set aside: {safe(outcome.name)}: {safe(outcome.reason)}")

    yield told


@contextmanager
def counting(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """As `progress`, for what comes many at a time."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_beside(), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda number: bar.advance(task, number)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Shows what is waited for, below a bar if there is one; nothing at all where nobody is looking."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.text import Text

    line = safe(what)
    with _beside().status(Text(line if len(line) <= 70 else f"{line[:69]}…")):
        yield


@functools.cache
def _beside() -> "Console":
    """Where bars and waits are shown: one place, since two would write over each other."""
    return console(stderr=True)


def print_summary(summary: "Summary", counts: "Counts") -> None:
    """What was read, what was known, what failed and why, and what the record holds now."""
    print(f"read           {summary.read}")
    print(f"already known  {summary.known}")
    if summary.aside:
        print(f"set aside      {summary.aside} (no meeting in them at first sight; --all reads them too)")
    print(f"failed         {len(summary.failed)}")
    for name, reason in summary.failed:
        print(f"  {safe(name)}: {safe(reason)}")
    for kind in ("meetings", "people", "instruments", "figures"):
        print(f"{kind:<14} {getattr(counts, kind)}")
