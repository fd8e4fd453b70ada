"""From entries of the record to rows of the catalogue's tables: one small function a kind."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Protocol

from communique.catalogue.steps import awaited
from communique.lexicon.counted import counted
from communique.lexicon.personal import written_surname
from communique.lexicon.posts import Post, posts_of
from communique.lexicon.spelling import fold
from communique.model.record import Entry, Part
from communique.model.when import when, year_of

Line = dict[str, Any]


class Meetings(NamedTuple):
    """A number of meetings, with the days of the earliest and the latest."""

    number: int = 0
    first: str | None = None
    last: str | None = None


class Around(Protocol):
    """What a row needs from other entries."""

    def source(self, entry: Entry) -> Line:
        """Report, publisher and day of an entry that one report speaks of; of the same words in several, the first."""

    def held_in(self, meeting: str | None, announced: Entry) -> str | None:
        """The report that says that a meeting took place, but those that `announced` it; None without any."""

    def meetings(self, entry: Entry) -> Meetings:
        """How many meetings an entry belongs to, with the day of the first and the last."""


def row(entry: Entry, around: Around) -> Line:
    """The row of the kind's own table, less `reports`."""
    place = _BETWEEN.join(_place(entry, around))
    return {"id": entry.id, "place": place} | _ROWS[entry.kind](entry, around)


def _standing(entry: Entry, names: str) -> Line:
    return {name: entry.get(name) for name in names.split()}


def _target(entry: Entry, name: str) -> str | None:
    found = entry.field(name)
    return found.values[0].target if found else None


def _day_of(meeting: Entry) -> str | None:
    """The day by which a meeting stands in lists: its first; of one of which only the close is told, its last."""
    day: str | None = meeting.get("start") or meeting.get("end")
    return day


def _meeting(entry: Entry, around: Around) -> Line:
    return _standing(entry, "end ordinal city country venue status mode kind chair") | {
        "name": entry.label,
        "date": _day_of(entry),
        "year": year_of(_day_of(entry)),
        "bodies": [p.label for p in entry.part("bodies")],
        "chair_person": _target(entry, "chair"),
        "participants": len(entry.part("participants")),
        "disputed": [f.name for f in entry.fields if any(v.verdict == "contradicts" for v in f.values)],
    }


def _person(entry: Entry, around: Around) -> Line:
    offices = sorted(entry.part("offices"), key=lambda p: (max(p.all("cited"), default=""), p.key))
    cited = [date for p in offices for date in p.all("cited")]
    return {
        "name": entry.label,
        "country": entry.get("country"),
        "office": offices[-1].label if offices else None,
        "meetings": around.meetings(entry).number,
        "first_cited": min(cited, default=None),
        "last_cited": max(cited, default=None),
    }


def _body(entry: Entry, around: Around) -> Line:
    sat = around.meetings(entry)
    return {"name": entry.label, "meetings": sat.number, "first": sat.first, "last": sat.last}


def _instrument(entry: Entry, around: Around) -> Line:
    meetings = entry.part("meetings")
    return _standing(entry, "kind action period destination") | {
        "title": entry.label,
        "date": entry.get("date") or around.meetings(entry).first,
        "meeting": meetings[0].target if meetings else None,
    }


def _figure(entry: Entry, around: Around) -> Line:
    said = _standing(entry, "value comparator unit period claimed_by") | {"what": entry.get("what") or ""}
    said |= {"counted": counted(str(said["what"]))}
    return said | {"person": _target(entry, "claimed_by")} | around.source(entry)


def _operation(entry: Entry, around: Around) -> Line:
    runs = sorted(entry.part("runs"), key=lambda p: (p.key != "undated", p.key))
    run = {name: runs[-1].get(name) if runs else None for name in ("when", "stage", "status")}
    return {"name": entry.label} | _standing(entry, "aim organiser") | run


def _statement(entry: Entry, around: Around) -> Line:
    said = {"speaker": entry.get("speaker") or "", "text": entry.get("text") or ""}
    said |= {"direct": bool(entry.get("direct")), "person": _target(entry, "speaker")}
    return said | around.source(entry)


def _commitment(entry: Entry, around: Around) -> Line:
    meeting = _target(entry, "meeting")
    kept = {"instrument": _target(entry, "instrument"), "awaits": awaited(entry.label)}
    kept |= {"meeting": meeting, "done_in": around.held_in(meeting, entry)}
    return {"text": entry.label} | _standing(entry, "by_whom due") | kept | around.source(entry)


def _report(entry: Entry, around: Around) -> Line:
    said = _standing(entry, "title publisher published address language")
    counts = {n: entry.get(n) or 0 for n in ("sentences", "read", "understood")}
    return said | counts | {"names": list(entry.all("names"))}


_ROWS: dict[str, Callable[[Entry, Around], Line]] = {
    "meetings": _meeting,
    "people": _person,
    "bodies": _body,
    "instruments": _instrument,
    "figures": _figure,
    "operations": _operation,
    "statements": _statement,
    "commitments": _commitment,
    "reports": _report,
}


def participations(meeting: Entry) -> Iterator[Line]:
    """Who sat in a meeting, for whom and in which office."""
    for part in meeting.part("participants"):
        said = {n: part.get(n) for n in ("office", "represents", "role", "on_behalf_of")}
        yield {"meeting": meeting.id, "person": part.target, "name": part.label} | said


def offices(person: Entry) -> Iterator[Line]:
    """The offices in which reports name a person; first and last cited is not start and end."""
    for part in person.part("offices"):
        cited = _cited(part)
        said = {
            "person": person.id,
            "office": part.label,
            "of": part.get("of"),
            "former": bool(part.get("former")),
            "start": part.get("start"),
            "end": part.get("end"),
            "part": part.key,
            "first_cited": cited[0][0],
            "last_cited": cited[-1][0],
            "first_report": cited[0][1],
            "last_report": cited[-1][1],
        }
        none = Post("", part.label, acting=False, sole=False)
        for post in posts_of(part.label, part.get("of")) or (none,):
            yield said | {"post": post.key, "title": post.title, "acting": post.acting, "sole": post.sole}


def _cited(part: Part) -> list[tuple[str | None, str | None]]:
    """The days on which reports cite an office, each with one of these reports, earliest first."""
    values = (v for f in part.fields if f.name == "cited" for v in f.values if v.verdict == "stands")
    days = sorted((str(v.value), next(iter(v.reports), "")) for v in values)  # a person's word has no report
    found: list[tuple[str | None, str | None]] = [(day, report or None) for day, report in days]
    return found or [(None, None)]


def _place(entry: Entry, around: Around) -> tuple[str, ...]:
    """The order of lists: meetings and reports newest first, statements as reported, else by name."""
    label = (entry.label.casefold(), entry.id)
    if entry.kind == "meetings":
        return _newest_first(_day_of(entry)), *label
    if entry.kind == "reports":
        return _newest_first(entry.get("published")), *label
    if entry.kind == "statements":
        source = around.source(entry)
        return _newest_first(source["published"]), source["report"], f"{_first_place(entry):09}", entry.id
    if entry.kind == "figures":
        what = str(entry.get("what") or "").casefold()
        return what, _newest_first(around.source(entry)["published"]), *label
    if entry.kind == "commitments":
        return str(entry.get("due") or _LAST), *label
    if entry.kind == "people":
        # folded only: the one spelling would put Jeenbekov under D
        return fold(written_surname(entry.label)), *label
    return label


_BETWEEN, _LAST = "\x1f", "~"
"""Sorts before every character of a name; sorts after every date."""


def _first_place(entry: Entry) -> int:
    return min((c.start for f in entry.fields for v in f.values for c in v.citations), default=0)


def _newest_first(date: str | None) -> str:
    day = when(date)
    return _LAST if day.year is None else f"{9999 - day.year:04}{99 - (day.month or 0)}{99 - (day.day or 0)}"
