"""Who published a report, where a line of it says so: `Source: BelTA`."""

from collections.abc import Sequence

from communique.lexicon.furniture import furniture
from communique.text.lines import Line
from communique.text.marks import ADDRESS

EDGE = 12
"""Lines at the top and at the end where such a line stands."""


def publisher_of(lines: Sequence[Line]) -> str | None:
    """The name behind a `Source:` or `Publisher:`, or None: a name in a sentence is no publisher."""
    near = lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:])
    for line in near:
        low = line.words.casefold()
        label = next((s for s in furniture().source if low.startswith(s)), None)
        if not label:
            continue
        name = line.words[len(label) :].strip().rstrip(".")
        if name and len(name.split()) <= 6 and not ADDRESS.search(name):
            return name
    return None
