"""From entries of the record to rows of the catalogue's tables: one small function a kind."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from communique.catalogue.steps import awaited
from communique.lexicon.counted import counted
from communique.lexicon.personal import written_surname
from communique.lexicon.posts import Post, posts_of
from communique.lexicon.spelling import fold
from communique.model.record import Citation, Entry, Field, Part
from communique.model.when import when, year_of

Line = dict[str, Any]


class Around:
    """What a row needs from other entries: labels, and the report that a claim stands in."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries

    def source(self, entry: Entry) -> Line:
        """The report of an entry that one report alone speaks of."""
        report = self.entries.get(entry.reports[0]) if entry.reports else None
        return {
            "report": entry.reports[0] if entry.reports else "",
            "publisher": report.get("publisher") if report else None,
            "published": report.get("published") if report else None,
        }

    def held_in(self, meeting: str | None, but: tuple[str, ...]) -> str | None:
        """The report that says that a meeting took place, `but` those that announced it; None without any."""
        entry = self.entries.get(meeting or "")
        status = entry.field("status") if entry else None
        held = (v for v in status.values if v.value in ("held", "ongoing")) if status else iter(())
        return next((r for v in held if v.verdict == "stands" for r in v.reports if r not in but), None)

    def dates(self, meetings: tuple[Part, ...]) -> list[str]:
        """The dates of meetings, earliest first."""
        found = (self.entries.get(p.target or "") for p in meetings)
        return sorted(d for e in found if e and year_of(d := e.get("start")))


def row(entry: Entry, around: Around) -> Line:
    """The row of the kind's own table, less `place`."""
    return {"id": entry.id, "reports": len(entry.reports)} | _ROWS[entry.kind](entry, around)


def _standing(entry: Entry, names: str) -> Line:
    return {name: entry.get(name) for name in names.split()}


def _target(entry: Entry, name: str) -> str | None:
    found = entry.field(name)
    return found.values[0].target if found else None


def _meeting(entry: Entry, around: Around) -> Line:
    return _standing(entry, "end ordinal city country venue status mode kind chair") | {
        "name": entry.label,
        "date": entry.get("start"),
        "year": year_of(entry.get("start")),
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
        "meetings": len(entry.part("meetings")),
        "first_cited": min(cited, default=None),
        "last_cited": max(cited, default=None),
    }


def _body(entry: Entry, around: Around) -> Line:
    meetings = entry.part("meetings")
    dates = around.dates(meetings)
    ends = {"first": dates[0], "last": dates[-1]} if dates else {"first": None, "last": None}
    return {"name": entry.label, "meetings": len(meetings)} | ends


def _instrument(entry: Entry, around: Around) -> Line:
    meetings = entry.part("meetings")
    dates = around.dates(meetings)
    return _standing(entry, "kind action period destination") | {
        "title": entry.label,
        "date": entry.get("date") or (dates[0] if dates else None),
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
    kept |= {"meeting": meeting, "done_in": around.held_in(meeting, entry.reports)}
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
    found: list[tuple[str | None, str | None]] = [
        (d, r) for d, r in sorted((str(v.value), v.reports[0]) for v in values)
    ]
    return found or [(None, None)]


def fields(entry: Entry) -> Iterator[tuple[str, Field]]:
    """Every field of an entry by its dotted name."""
    for found in entry.fields:
        yield found.name, found
    for part in entry.parts:
        for found in part.fields:
            yield f"{part.list}.{part.key}.{found.name}", found


def values(entry: Entry) -> Iterator[tuple[Line, tuple[Citation, ...]]]:
    """Every value of every field, with the quotes behind it."""
    for name, found in fields(entry):
        for v in found.values:
            line = {"entity": entry.id, "field": name, "value": str(v.value), "verdict": v.verdict}
            yield line | {"rule": v.rule, "target": v.target, "reports": len(v.reports)}, v.citations


def quote(value: int, citation: Citation) -> Line:
    """The row of one quote behind the value of that number."""
    sentence = {"sentence_start": citation.sentence.start, "sentence_stop": citation.sentence.stop}
    place = {"start": citation.start, "stop": citation.stop, "line": citation.line}
    return {"value": value, "report": citation.report} | place | sentence


def order(entry: Entry, around: Around) -> tuple[Any, ...]:
    """The order of lists: meetings and reports newest first, statements as reported, else by name."""
    label = (entry.label.casefold(), entry.id)
    if entry.kind == "meetings":
        return _newest_first(entry.get("start")), *label
    if entry.kind == "reports":
        return _newest_first(entry.get("published")), *label
    if entry.kind == "statements":
        source = around.source(entry)
        return _newest_first(source["published"]), source["report"], _first_place(entry), entry.id
    if entry.kind == "figures":
        what = str(entry.get("what") or "").casefold()
        return what, _newest_first(around.source(entry)["published"]), *label
    if entry.kind == "commitments":
        return entry.get("due") is None, entry.get("due") or "", *label
    if entry.kind == "people":
        # folded only: the one spelling would put Jeenbekov under D
        return fold(written_surname(entry.label)), *label
    return label


def _first_place(entry: Entry) -> int:
    return min((c.start for f in entry.fields for v in f.values for c in v.citations), default=0)


def _newest_first(date: str | None) -> tuple[bool, int, int, int]:
    day = when(date)
    return day.year is None, -(day.year or 0), -(day.month or 0), -(day.day or 0)
