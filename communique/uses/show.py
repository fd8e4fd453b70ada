"""What the record holds, in the terminal: lists of a kind, one meeting whole, and who says so."""

from collections.abc import Sequence
from pathlib import Path

from communique import catalogue
from communique.catalogue import queries
from communique.catalogue.assembling import assembled
from communique.catalogue.rows import EvidenceRow, Row
from communique.model.errors import BadInput, NotFound
from communique.uses import columns, machine, reasons, sheet
from communique.uses.decided_by import words_of_people
from communique.uses.naming import meant
from communique.uses.terminal import console, safe, say


def show(record: Path, kind: str, words: str = "", fmt: str = "table") -> None:
    """Prints the entries of one kind that have all `words`, as `table`, `json` (a line each) or `csv`.

    Raises BadInput for a kind that there is not.
    """
    if kind not in queries.LISTS:
        raise BadInput(kind, f"no such kind; there are {', '.join(queries.LISTS)}")
    with catalogue.asking(record) as db:
        rows = queries.LISTS[kind](db, words)
        length = queries.id_length(db, kind)
    if fmt == "json":
        machine.print_json(rows)
    elif fmt == "csv":
        machine.print_csv(rows, columns.ROWS[kind])
    elif not rows:
        say(f"no {kind} in the record" + (f" with {words}" if words.strip() else ""))
    else:
        _print_table(kind, rows, length)


def _print_table(kind: str, rows: Sequence[Row], length: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = columns.filled(columns.COLUMNS[kind], rows)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=0, show_edge=False, expand=True)
    table.add_column("id", no_wrap=kind != "bodies", overflow="fold", max_width=24)
    for column in shown:
        table.add_column(
            column.head,
            justify="right" if column.right else "left",
            no_wrap=column.tight,
            overflow="fold",
            ratio=1 if column.wide else None,
            max_width=column.most,
        )
    for row in rows:
        table.add_row(row.id if kind == "bodies" else row.id[:length], *(safe(c.cell(row)) for c in shown))
    console().print(table)


WHOLE = {"meeting": "meetings", "person": "people", "body": "bodies"}
"""What can be shown whole, and the list that it stands in."""


def show_whole(record: Path, one: str, id: str, fmt: str = "table") -> None:
    """Prints one meeting, person or body whole, by its id or words that it alone has, each value with who says so.

    `json` gives the entry with all its evidence, `csv` one line a quote. Raises NotFound with a hint.
    """
    with catalogue.asking(record) as db:
        entry = queries.whole(db, meant(db, WHOLE[one], id))
        if entry.kind != WHOLE[one]:
            raise NotFound(f"{id}: is not a {one} ({entry.kind}); try `communique why {id}`")
        evidence = queries.evidence(db, entry.id) if fmt == "csv" else ()
        length = queries.id_length(db, "reports")
        sources = {r.id: r for r in assembled(db, entry.reports)} if fmt == "table" else {}
    from rich.padding import Padding

    if fmt == "json":
        machine.print_json([entry])
    elif fmt == "csv":
        machine.print_csv(evidence, EvidenceRow)
    else:
        out = console()
        lines = sheet.meeting if one == "meeting" else sheet.entry
        for indent, line in lines(entry, sources, length):
            out.print(Padding(line or " ", (0, 0, 0, indent), expand=False))


def why(record: Path, id: str, field: str | None = None) -> None:
    """Prints every quote behind an entry, or one field of it, and what contradicts it.

    Raises NotFound with a hint for an unknown id, or for a field of which no report says anything.
    """
    with catalogue.asking(record) as db:
        entry = queries.whole(db, id)
        rows = queries.evidence(db, entry.id, field)
        people = words_of_people(db, [entry])
        length = queries.id_length(db, "reports")
    out = console()
    out.print(safe(f"{entry.id}  {entry.label}"))
    for said in reasons.decided(entry, field, people):
        out.print(said)
    for line in reasons.lines(entry, rows, length, out.is_terminal):
        out.print(line)
