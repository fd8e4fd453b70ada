"""Offices inside offices: "adviser to President X", "the spokesperson for UN Special Envoy Y"."""

import re

from msgspec.structs import replace

from communique.reading.names import Run
from communique.reading.offices import Title, title_at
from communique.reading.scan import Scan

_SERVES = re.compile(
    r"(?<!Ministry)(?<!Department) (?:to|for|of|with)(?: His Excellency| Her Excellency| H\.E\.)? "
)


def nested(scan: Scan, offices: list[Title], names: list[Run]) -> list[Title]:
    """The titles, with the title of the one who is served cut out, and the name of that one inside the outer title."""
    found: list[Title] = []
    for title in offices:
        served = _served(scan, title, names)
        if served is None:
            found.append(title)
            continue
        inner, run = served
        outer = replace(title, stop=run.stop, core_stop=run.stop, of=None if inner.of is None else title.of)
        found += [outer, inner]
    return found


def _served(scan: Scan, title: Title, names: list[Run]) -> tuple[Title, Run] | None:
    """The office that a name follows at once inside the title, and that name."""
    heads = [h for h in scan.within(title.start + 1, title.stop, "office") if h.stop <= title.stop]
    if not heads:
        return None
    run = next((r for r in names if r.title >= title.stop), None)
    if run is None or not scan.words(title.stop, run.title).isspace() or run.title - title.stop > 2:
        return None
    for head in reversed(heads):
        link = _SERVES.search(scan.words(title.start, head.start))
        if link is None or " and " in scan.words(title.start + link.end() - 1, head.start):
            continue
        floor = title.start + link.end()
        starts = {run.title, run.start}
        inner = title_at(scan, head, floor, run.start, starts, floor)
        if inner and inner.start == floor and not title.plural:
            return inner, run
    return None
