"""How well furniture is told from report: `python -m communique.evaluation.furniture gold/furniture/dev --misses`.

A dump is a file of lines, each after two signs: `~ ` for furniture, two blanks for the report, `? ` for what may be
either (bylines, contacts). What is scored is lines: of the report's those that are kept, of furniture those that
are dropped. The trivial baselines keep everything, or drop every line without a stop at its end.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from communique.evaluation.corpus import SEALED
from communique.model.errors import BadInput, CommuniqueError
from communique.model.page import Page
from communique.text import clean

REPORT, FURNITURE, EITHER = "  ", "~ ", "? "


class Judged(NamedTuple):
    """One line of one dump: what it is, and whether it is read."""

    dump: str
    number: int
    words: str
    report: bool
    kept: bool


class Share(NamedTuple):
    """How many of how many lines."""

    right: int
    of: int

    @property
    def percent(self) -> float:
        """`right` of a hundred."""
        return 100 * self.right / self.of if self.of else 100.0


def judged(folder: Path) -> list[Judged]:
    """Every line of every dump in `folder` that is one or the other; raises BadInput for a folder without dumps."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise BadInput(str(folder), "holds no dumps (NAME.txt, each line after `~ ` or two blanks)")
    return [line for path in paths for line in _of_dump(path)]


def shares(lines: Sequence[Judged]) -> tuple[Share, Share]:
    """Lines of the report that are kept, and lines of furniture that are dropped."""
    report = [line for line in lines if line.report]
    other = [line for line in lines if not line.report]
    return Share(sum(one.kept for one in report), len(report)), Share(
        sum(not one.kept for one in other), len(other)
    )


def _of_dump(path: Path) -> Iterator[Judged]:
    marked = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(marked, 1):
        if line[:2] not in (REPORT, FURNITURE, EITHER):
            raise BadInput(f"{path}:{number}", "begins with none of `~ `, `? ` and two blanks")
    text = clean(Page(name=path.stem, body="\n".join(line[2:] for line in marked).encode()))
    start = 0
    for number, line in enumerate(marked, 1):
        stop = start + len(line) - 2
        cut = sum(min(span.stop, stop) - max(span.start, start) for span in text.furniture
                  if span.start < stop and span.stop > start)  # fmt: skip
        if line[:2] != EITHER:
            yield Judged(path.stem, number, line[2:], line[:2] == REPORT, 2 * cut < stop - start)
        start = stop + 1


def _baseline(keeps: Callable[[str], bool], lines: Sequence[Judged]) -> tuple[Share, Share]:
    return shares([line._replace(kept=keeps(line.words)) for line in lines])


def main(words: Sequence[str] | None = None) -> int:
    """Prints both shares beside the trivial baselines, and with --misses the lines that are wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="the lines that are wrong")
    asked = parser.parse_args(words)
    try:
        if asked.misses and asked.folder.resolve().name == SEALED:
            raise BadInput(str(asked.folder), "is sealed: its dumps are scored, never read")
        lines = judged(asked.folder)
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        return 1
    if asked.misses:
        for line in lines:
            if line.kept != line.report:
                print(f"{line.dump}:{line.number}: {'lost' if line.report else 'left in'}: {line.words}")
    for name, (report, other) in (
        ("communique", shares(lines)),
        ("keep everything", _baseline(lambda _: True, lines)),
        (
            "drop lines without a stop",
            _baseline(lambda words: words.rstrip('"”').endswith((".", "!", "?")), lines),
        ),
    ):
        print(
            f"{name:<26} report kept {report.right}/{report.of} ({report.percent:.1f} %)   "
            f"furniture dropped {other.right}/{other.of} ({other.percent:.1f} %)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
