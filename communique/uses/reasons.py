"""Why the record says so: every value with the sentences behind it, and what contradicts it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.catalogue.rows import EvidenceRow
from communique.model.record import Entry
from communique.uses.days import brief
from communique.uses.terminal import safe

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from communique.uses.decided_by import Word


def lines(entry: Entry, rows: Sequence[EvidenceRow], length: int, bold: bool) -> Iterator["RenderableType"]:
    """Each value, then each sentence behind it once, with all the words in it that say so.

    The words are bold, or between » and « where nothing can be bold. `length` is how many characters of
    a report's id are enough.
    """
    from rich.padding import Padding

    counted = _counted(entry)
    for (field, verdict, value, rule), quotes in _grouped(rows).items():
        yield ""
        many = counted.get((field, verdict, value), "")
        yield safe(f"{_named(entry, field)}: {value}") + f"   {verdict} ({rule}{many})"
        for sentence in _sentences(quotes):
            yield Padding(_source(sentence[0], length), (0, 0, 0, 2), expand=False)
            yield Padding(_emphasised(sentence, bold), (0, 0, 0, 4), expand=False)


def decided(entry: Entry, field: str | None, people: "Mapping[tuple[str, str], Word]") -> Iterator[str]:
    """The values that a person put in the place of what reports say: no quote stands behind them, so the person is named."""
    fields = [(f.name, f) for f in entry.fields]
    fields += [(f"{p.list}.{p.key}.{f.name}", f) for p in entry.parts for f in p.fields]
    for name, found in fields:
        if field is None or name == field or name.startswith(f"{field}."):
            for value in found.values:
                if value.verdict == "stands" and not value.citations:
                    word = people.get((entry.id, name))
                    who = [w for w in (word.who, brief(word.day), word.why) if w] if word else []
                    told = f"{value.rule}: {', '.join(who)}; no report read says so" if who else value.rule
                    yield safe(f"\n{_named(entry, name)}: {value.value}") + f"   stands ({safe(told)})"


def _counted(entry: Entry) -> dict[tuple[str, str, str], str]:
    """In how many reports a value stands of which some are copies, by field, verdict and value."""
    fields = [(f.name, f) for f in entry.fields]
    fields += [(f"{p.list}.{p.key}.{f.name}", f) for p in entry.parts for f in p.fields]
    return {
        (name, value.verdict, str(value.value)): f"; in {len(value.reports)} reports, {copied(value.copies)}"
        for name, field in fields
        for value in field.values
        if value.copies
    }


def copied(copies: int) -> str:
    """How many reports are copies, in words."""
    return f"{copies} of them {'a copy' if copies == 1 else 'copies'}"


def _grouped(rows: Sequence[EvidenceRow]) -> dict[tuple[str, str, str, str], list[EvidenceRow]]:
    found: dict[tuple[str, str, str, str], list[EvidenceRow]] = defaultdict(list)
    for row in rows:
        found[row.field, row.verdict, row.value, row.rule].append(row)
    return found


def _sentences(quotes: Sequence[EvidenceRow]) -> Iterator[list[EvidenceRow]]:
    """The quotes of one sentence together, in the order of the report."""
    found: dict[tuple[str, int, int], list[EvidenceRow]] = defaultdict(list)
    for quote in quotes:
        found[quote.report, quote.start - quote.at, len(quote.sentence)].append(quote)
    for key in sorted(found):
        yield sorted(found[key], key=lambda q: (q.at, -len(q.words)))


def _source(quote: EvidenceRow, length: int) -> str:
    publisher = safe(quote.publisher or quote.title or quote.report[:length])
    day = f", {quote.published}" if quote.published else ""
    return f"according to {publisher}{day} ({quote.report[:length]}, line {quote.line}):"


def _named(entry: Entry, field: str) -> str:
    """`participants.p-12ab.office` reads `participants, Maxim Ryzhenkov, office`."""
    for part in entry.parts:
        head = f"{part.list}.{part.key}."
        if field.startswith(head):
            return f"{part.list}, {part.label}, {field.removeprefix(head)}"
    return field


def _emphasised(quotes: Sequence[EvidenceRow], bold: bool) -> "Text":
    from rich.text import Text

    sentence, at = quotes[0].sentence, 0
    left, right = ("", "") if bold else ("»", "«")
    out = Text()
    for quote in quotes:
        if quote.at < at:  # lies inside words that are emphasised already
            continue
        out.append(_inner(sentence[at : quote.at]))
        out.append(f"{left}{_inner(quote.words)}{right}", "bold underline")
        at = quote.at + len(quote.words)
    out.append(_inner(sentence[at:]))
    return out


def _inner(words: str) -> str:
    """As `safe`, with the blanks at both ends kept."""
    return safe(f"|{words}|")[1:-1]
