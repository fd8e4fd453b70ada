"""Who published and who wrote a report, and when it was changed, where a line says so: `Source: BelTA`."""

import re
from collections.abc import Sequence

from communique.lexicon.furniture import furniture
from communique.model.span import Span
from communique.text.lines import Line, lines_in
from communique.text.marks import ADDRESS
from communique.text.stamps import UPDATED, stamps

EDGE = 12
"""Lines at the top and at the end where such a line stands."""


WORD = r"[^\W\d_a-z][\w.'’-]*"
NAME = re.compile(rf"{WORD}(?: (?:and )?{WORD}){{1,5}}")


def publisher_of(lines: Sequence[Line]) -> str | None:
    """The name behind a `Source:` or `Publisher:`, or None: a name in a sentence is no publisher."""
    for line in _near(lines):
        low = line.words.casefold()
        label = next((s for s in furniture().source if low.startswith(s)), None)
        if not label:
            continue
        name = line.words[len(label) :].strip().rstrip(".")
        if name and len(name.split()) <= 6 and not ADDRESS.search(name):
            return name
    return None


def author_of(characters: str) -> tuple[str | None, Span | None]:
    """The name on a line that begins `By` or `Author:`, near the top or the end; None and None where there is none."""
    for line in _near(lines_in(characters)):
        low = line.words.casefold()
        label = next((word for word in furniture().authors if low.startswith(word + " ")), None)
        if not label:
            continue
        name = NAME.match(line.words, len(label) + 1)
        if name and line.words[name.end() :].lstrip()[:1] in ("", *"|,–—-·•("):
            start = line.start + name.start()
            return name[0], Span(start, start + len(name[0]))
    return None, None


def modified_of(characters: str) -> tuple[str | None, Span | None]:
    """The day on a line such as `Updated: 29 November 2024`; None and None where there is none."""
    lines = lines_in(characters)
    near = [*range(min(EDGE, len(lines))), *range(max(EDGE, len(lines) - EDGE), len(lines))]
    for i in near:
        for stamp in stamps(characters, lines, range(i, i + 1)):
            if stamp.rank == UPDATED:
                return stamp.day, stamp.span
    return None, None


def _near(lines: Sequence[Line]) -> Sequence[Line]:
    return lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:])
