"""What is worth a look, in the terminal: conflicts, unsure pairs, mentions, a body's series, judgements."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from communique import catalogue
from communique.catalogue import queries
from communique.catalogue.comparing import compared
from communique.catalogue.doubts import conflicts, doubts
from communique.catalogue.rows import Conflict, Doubt, MeetingRow
from communique.catalogue.series import Gap, series
from communique.uses import beside, machine, order
from communique.uses.days import brief
from communique.uses.deciding import BETWEEN
from communique.uses.fitting import print_table
from communique.uses.judging import Judged, MentionRow, mention_rows
from communique.uses.naming import meant
from communique.uses.terminal import safe, say

_WHOLE = {
    "no.": 4,
    "verdict": 18,
    "id": 10,
    "A": 10,
    "B": 10,
    "report": 10,
    "cited": 14,
    "date": 11,
    "when": 11,
}
"""Columns that are not narrowed below these characters."""
SHORT = 10
"""Characters of an id that are shown where the whole of it is not asked for."""


def _conflicts(record: Path, words: str, fmt: str) -> None:
    with catalogue.asking(record) as db:
        found = (*conflicts(db, words), *beside.contradicting(compared(db, words)))
        parts = queries.part_labels(db, {c.id for c in found})
    cells = (
        (f"{c.id[:SHORT]}", c.label, _point(c, parts), f"{c.stands or 'nothing'} ({c.rule}, {c.reports})",
         f"{'; '.join(c.others)} ({c.against})")
        for c in found
    )  # fmt: skip
    print_rows(fmt, found, Conflict, ("id", "entry", "point", "stands (why, reports)", "against"), cells)
    if not found and fmt == "table":
        say("no report contradicts another" + (f" about {words}" if words.strip() else ""))


def _point(found: Conflict, parts: Mapping[tuple[str, str], str]) -> str:
    """The field; of a part with what the part is called: `Zas, office`."""
    part, _, name = found.field.rpartition(".")
    return f"{parts.get((found.id, part), part)}, {name}" if part else name


def _unsure(record: Path, words: str, fmt: str) -> None:
    with catalogue.asking(record) as db:
        found = doubts(db, words)
    cells = (
        (f"{d.score:.2f}", d.left[:SHORT], d.left_label, d.right[:SHORT], d.right_label, d.reason)
        for d in found
    )
    print_rows(fmt, found, Doubt, ("score", "A", "", "B", "", "why"), cells)
    if not found and fmt == "table":
        say("no pair is in doubt" + (f" with {words}" if words.strip() else ""))


def _mentions(record: Path, id: str, fmt: str) -> None:
    entry, found = mention_rows(record, id)
    if fmt == "table":
        print(safe(f"{entry.id}  {entry.label}"))
    cells = ((m.id, m.name, brief(m.published), m.publisher or "", m.report[:SHORT]) for m in found)
    print_rows(fmt, found, MentionRow, ("mention", "called", "date", "publisher", "report"), cells)


def _series(record: Path, body: str, fmt: str) -> None:
    with catalogue.asking(record) as db:
        found = series(db, meant(db, "bodies", body))
    if fmt == "json":
        return machine.print_json([found])
    if fmt == "table":
        print(safe(f"{found.body}  {found.label}: {len(found.sittings)} sittings"))
    heads = ("no.", "date", "sitting", "where", "chair", "status")
    print_rows(fmt, found.sittings, MeetingRow, heads, (_step(step) for step in found.steps))
    if fmt == "table":
        for line in order.lines(found):
            print(safe(line))
    return None


def _step(step: MeetingRow | Gap) -> Sequence[Any]:
    if isinstance(step, Gap):
        last = f" to {step.last}" if step.last > step.first else ""
        return "", "", f"(no report read of no. {step.first}{last})", "", "", ""
    where = ", ".join(w for w in (step.city, step.country) if w)
    return step.ordinal or "", brief(step.date), step.name, where, step.chair or "", step.status or ""


def print_judgements(made: Sequence[Judged], names: Mapping[str, str]) -> None:
    """The judgements as a table; what was taken back says so. `names` are those of mentions and entries."""
    cells = (
        (
            j.number,
            j.verdict if j.stands else f"{j.verdict} (taken back)",
            _about(j, names),
            j.why,
            j.who,
            f"{brief((j.when or '')[:10])} {(j.when or '')[11:16]}",
        )
        for j in made
    )
    print_table(("no.", "verdict", "about", "why", "who", "when"), cells, _WHOLE)


def _about(made: Judged, names: Mapping[str, str]) -> str:
    """The pair by its names, the undone number, or the entry and what a claim's value became; what it was stands in the reason."""
    if made.verdict == "undone":
        return f"no. {made.left}"
    if made.right is None:
        id = made.why.partition(".")[0]
        now = f"now {made.value}" if made.verdict == "replaced" else ""
        return ", ".join(filter(None, (names.get(id, ""), now, names.get(made.left, ""))))
    return f"{_some(made.left, names)} {BETWEEN.get(made.verdict, '/')} {_some(made.right, names)}"


def _some(mentions: str, names: Mapping[str, str]) -> str:
    """What the first of the mentions is called, else itself and how many more there are."""
    first, *more = mentions.split()
    return names.get(first) or (f"{first} and {len(more)} more" if more else first)


LISTS: dict[str, Callable[[Path, str, str], None]] = {
    "conflicts": _conflicts,
    "unsure": _unsure,
    "mentions": _mentions,
    "series": _series,
}
"""What `show` has beside the kinds of entries."""


def print_rows(
    fmt: str,
    rows: Sequence[msgspec.Struct],
    row: type[msgspec.Struct],
    heads: Sequence[str],
    cells: Iterable[Sequence[Any]],
) -> None:
    """Rows as JSON, as CSV of the fields of `row`, or their `cells` as a table under `heads`."""
    if fmt == "json":
        machine.print_json(rows)
    elif fmt == "csv":
        machine.print_csv(rows, row)
    elif rows:
        print_table(heads, cells, _WHOLE)
