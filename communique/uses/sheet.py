"""One meeting as a sheet of lines: each value with a short mark, the report and line that say so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from communique.lexicon.countries import country_name
from communique.model.record import Entry, Field, Part, Value
from communique.record.standing import CORRECTED, INFERRED, UNDECIDED
from communique.uses.days import brief, span
from communique.uses.terminal import safe
from communique.uses.web.wording import shown

_FACTS = ("kind", "ordinal", "start", "end", "city", "country", "venue", "status", "mode", "chair")
_PARTIES = ("represented", "absent")
_MARKS = 3
_LABEL = 9

Line = tuple[int, str]
"""How far to indent, and what to print there: already safe for a terminal."""


def meeting(entry: Entry, sources: Mapping[str, Entry], length: int) -> Iterator[Line]:
    """The lines; `length` is how many characters of a report's id are enough."""
    yield 0, safe(entry.label)
    yield 2, entry.id
    yield 0, ""
    for name in _FACTS:
        field = entry.field(name)
        if field:
            yield from _fact(field, length)
    for name in _PARTIES:
        if field := entry.field(name):
            yield from _parties(field, length)
    yield from _list("bodies", entry.part("bodies"), length)
    yield from _delegations(entry, length)
    yield from _list("agenda", entry.part("agenda"), length)
    yield from _list("instruments", entry.part("instruments"), length)
    yield from _reports(sources, length)


def _reports(sources: Mapping[str, Entry], length: int) -> Iterator[Line]:
    yield 0, ""
    yield 0, "reports"
    for id, source in sources.items():
        said = (brief(source.get("published")), source.get("publisher"), source.label)
        yield 2, f"{id[:length]}  " + ", ".join(safe(s) for s in said if s)


def entry(one: Entry, sources: Mapping[str, Entry], length: int) -> Iterator[Line]:
    """The lines of a person or a body: its own fields, then its lists, each thing with what is said of it."""
    yield 0, safe(one.label)
    yield 2, one.id
    yield 0, ""
    for field in one.fields:
        yield from _fact(field, length)
    for head in dict.fromkeys(part.list for part in one.parts):
        yield 0, ""
        yield 0, head
        for part in one.part(head):
            yield 2, " ".join(filter(None, (safe(part.label), _said(part), _part_mark(part, length))))
    yield from _reports(sources, length)


_NAMING = ("as", "name", "title", "text", "cited")


def _said(part: Part) -> str:
    """What stands of a part, less what only names it again; of many days the first and the last."""
    days = sorted(str(day) for day in part.all("cited"))
    cited = f"cited {span(days[0], days[-1])}" if days else ""
    values = (
        safe(shown(f.name, f.standing))
        for f in part.fields
        if f.name not in _NAMING and f.standing not in (None, False)
    )
    told = [word for word in values if word != safe(part.label)]
    return "- " + ", ".join(filter(None, (*told, cited))) if told or cited else ""


def _fact(field: Field, length: int) -> Iterator[Line]:
    for value in field.values:
        said = f"{safe(shown(field.name, value.value))}  {_mark(value, length)}"
        if value.verdict == "stands":
            doubt = f"  {value.rule}" if value.rule in (UNDECIDED, INFERRED, CORRECTED) else ""
            yield 0, f"{field.name:<{_LABEL}}{said}{doubt}"
        elif value.verdict == "contradicts":
            yield _LABEL, f"but {said}  {value.rule}"
        elif value.verdict == "rejected":
            yield 0, f"{field.name:<{_LABEL}}judged wrong: {said}"


def _parties(field: Field, length: int) -> Iterator[Line]:
    """Every country or organisation on a line of its own, with its own place."""
    yield 0, ""
    yield 0, field.name
    for value in sorted(field.values, key=lambda v: (v.verdict, country_name(str(v.value)))):
        rejected = "judged wrong: " if value.verdict == "rejected" else ""
        yield 2, f"{rejected}{safe(country_name(str(value.value)))}  {_mark(value, length)}"


def _mark(value: Value, length: int) -> str:
    """`(r-74840fe3:3)`: report and line, the first few."""
    places = list(dict.fromkeys(f"{c.report[:length]}:{c.line}" for c in value.citations))
    more = ", ..." if len(places) > _MARKS else ""
    return f"({', '.join(places[:_MARKS])}{more})" if places else ""


def _list(head: str, parts: tuple[Part, ...], length: int) -> Iterator[Line]:
    if not parts:
        return
    yield 0, ""
    yield 0, head
    for part in parts:
        done = ", ".join(safe(action) for action in part.all("action"))
        yield 2, safe(part.label) + (f" - {done}" if done else "") + f"  {_part_mark(part, length)}"


def _part_mark(part: Part, length: int) -> str:
    values = [v for f in part.fields for v in f.values]
    return _mark(values[0], length) if values else ""


def _delegations(entry: Entry, length: int) -> Iterator[Line]:
    """People under the country or organisation that they sat for; then those present without a name."""
    people: dict[str, list[Part]] = defaultdict(list)
    for part in entry.part("participants"):
        people[str(part.get("represents") or "")].append(part)
    for party in entry.all("represented"):
        people.setdefault(str(party), [])
    if people:
        yield 0, ""
        yield 0, "participants"
    for party in sorted(people, key=lambda p: (p == "", country_name(p))):
        yield 2, safe(country_name(party) or "not said for whom")
        for part in people[party]:
            more = ", ".join(safe(w) for w in (part.get("office"), part.get("role")) if w)
            yield 4, safe(part.label) + (f", {more}" if more else "") + f"  {_part_mark(part, length)}"
