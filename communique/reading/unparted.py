"""Titles that no comma parts from the name in front: in lists, and on the line below."""

import re

from communique.reading.names import Run
from communique.reading.offices import Title
from communique.reading.scan import Scan

_ITS_PORTFOLIO = re.compile(r" (?:of|for|to) ")


_LINE_ENDS = re.compile(r"[;.]|$| and (?:His|Her|H\.E)|\n")


def wrongly_parted(scan: Scan, before: Run, title: Title, gap: str) -> bool:
    """ "H.E. X; President of Kenya;": a list that sets its own mark between name and office."""
    if gap not in ("; ", "; the ") or not before.titled or title.weak:
        return False
    return _LINE_ENDS.match(scan.characters, title.stop) is not None


def unparted(scan: Scan, before: Run, title: Title, gap: str) -> bool:
    """ "Kenya: Hon. X Minister of Defence": a list that leaves out the comma behind a name with its honorific."""
    if gap != " " or not before.titled or title.plural or not scan.characters[title.start].isupper():
        return False
    if not _ITS_PORTFOLIO.search(scan.words(title.start, title.stop)):
        return False
    line = scan.characters.rfind("\n", 0, before.title) + 1
    return _ENTRY.search(scan.words(max(line, before.title - 50), before.title)) is not None


_ENTRY = re.compile(r"(?:^|: ?|[-–—•*·] |\d[.)] |; (?:and )?)$")


def line_below(scan: Scan, before: Run, title: Title) -> bool:
    """The title stands alone on the line under the name."""
    gap = scan.text.characters[before.stop : title.start]
    if len(gap) > 4 or "\n" not in gap or gap.strip():
        return False
    line = scan.text.characters.rfind("\n", 0, before.start)
    head, rest = scan.words(line + 1, before.title), scan.text.characters[title.stop : title.stop + 40]
    return len(head) < 4 and bool(re.match(r"[^\w\n]{0,3}(?:\([^)\n]*\))?(?:, [^\n]*)?(?:\n|$)", rest))
