"""Reports of meetings, and how many meetings they add up to."""

from msgspec.structs import replace
from worked_examples import Told, told

from communique.model.meeting import Meeting
from communique.model.mention import mentions
from communique.model.reading import Report
from communique.resolution import resolve


def tells(id: str, *meetings: Meeting, published: str | None = None) -> Told:
    """A report of these meetings."""
    name, text, reading = told(id, id, meetings=tuple(replace(m, id=f"m{i}") for i, m in enumerate(meetings)))
    return name, text, replace(reading, report=Report(id=id, published=published))


def groups(*reports: Told) -> int:
    """How many meetings the reports tell of; the same for every order."""
    found = set()
    for turn in (reports, reports[::-1]):
        entries = resolve(turn).entries
        found.add(len({entries[m.id] for _, t, r in turn for m in mentions(r, t.id) if m.kind == "meetings"}))
    assert len(found) == 1
    return found.pop()
