"""Who "I" is on a minister's own page: the person in whose name it speaks, told by its heading or its signature."""

import re

from communique.reading.persons import Cast, Person
from communique.reading.scan import Scan

_HEADING = re.compile(
    r"\b(?:statement|remarks|speech|address|media release|press release|press statement|message|op-ed|opinion|interview|intervention|keynote)s? (?:by|of|from|with) (?:the )?",
    re.I,
)
_TOP, _END = 400, 250  # characters in which a heading or a signature stands
_I = re.compile(r"\b(?:I|[Mm]y|[Ww]e)\b")


def page_speaker(scan: Scan, cast: Cast) -> Person | None:
    """The person in whose name the page speaks; None where neither heading, by-line nor signature says so."""
    if "page speaker" not in scan.memo:
        scan.memo["page speaker"] = _speaker(scan, cast) if _I.search(scan.characters) else None
    found: Person | None = scan.memo["page speaker"]
    return found


def _speaker(scan: Scan, cast: Cast) -> Person | None:
    heading = _HEADING.search(scan.characters, 0, _TOP)
    if heading:
        for _, _, person in cast.at(heading.end(), heading.end() + 120):
            return person
    return _signed(scan, cast)


def _signed(scan: Scan, cast: Cast) -> Person | None:
    """A person alone on a line of the first or last ones: a by-line, a signature."""
    size = len(scan.characters)
    for start, stop, person in (*cast.at(0, _TOP), *reversed(cast.at(max(0, size - _END), size))):
        low = scan.text.characters.rfind("\n", 0, start) + 1
        high = scan.text.characters.find("\n", stop)
        line = scan.text.characters[low : high if high >= 0 else size]
        titled = sum(t.stop - t.start for t in cast.titles_at(low, low + len(line)))
        if len(line) - (stop - start) - titled < _SPARE and line[-1:] not in ".?!":
            return person
    return None


_SPARE = 24  # characters of a signature's line beside name and office: "Senator the Hon ...,"
