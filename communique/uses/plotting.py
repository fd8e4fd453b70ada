"""The command `plot`: a picture of the record as a file, or its table in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.model.errors import BadInput
from communique.settings import settings
from communique.uses.commands import RecordFile, command, open_catalogue, say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from communique.uses.web.pictures import Picture

_COLUMNS = 8
_FORMS = ("svg", "png", "json")


def plot(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="timeline, attendance, people, offices, network, series, figures, journey")],
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="of what: an id, or words that find it")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="a .svg, .png or .json (Vega-Lite) file; else its table is printed")] = None,
    record: RecordFile = None,
) -> None:  # fmt: skip
    """Draw a picture: who came to which sitting, who met whom, a series with its gaps, figures side by side ..."""
    from communique import catalogue
    from communique.uses.web import pictures

    form = out.suffix.lstrip(".").lower() if out else ""
    if kind not in pictures.KINDS:
        raise typer.BadParameter(f"{kind!r} is no picture; there are {', '.join(pictures.KINDS)}")
    if out and form not in _FORMS:
        raise typer.BadParameter(f"{out}: a picture is a file that ends with .svg, .png or .json")
    with open_catalogue(settings(record)) as path, catalogue.asking(path) as db:
        found = pictures.made(db, kind, " ".join(words or ()))
        others = _others(db, kind, " ".join(words or ()))
    if others:
        say(others)
    if not out:
        _print(found)
    elif not found.spec:
        raise BadInput(kind, "there is nothing to draw; no report gives a date or a second party")
    else:
        from communique.uses.web.pictures import drawing

        out.write_bytes(drawing.for_file(found, form))
        say(f"{out}: {found.title}")


def _others(db: "Connection", kind: str, words: str) -> str:
    """How many have the words of which a picture shows one; empty where there is no other."""
    from communique.catalogue import queries
    from communique.lexicon.countries import country_codes
    from communique.uses.web import pictures

    if not words or words[1:2] == "-" or "/" in words:
        return ""
    if (
        not pictures.SUBJECTS[kind]
        or pictures.subject_of(db, pictures.SUBJECTS[kind], words) in country_codes()
    ):
        return ""
    for of in pictures.SUBJECTS[kind]:
        if of != "countries" and (number := queries.count(db, of, words)):
            return (
                f"{number} {of} have these words; this is one of them: name another by its id (communique show {of} {words})"
                if number > 1
                else ""
            )
    return ""


def _print(found: "Picture") -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from communique.uses.terminal import console, safe

    print(safe(found.title))
    if not found.rows:
        say("there is nothing in it")
        return
    if len(found.head) > _COLUMNS:
        _print_lines(found)
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    for head in found.head:
        table.add_column(safe(head), overflow="fold")
    for row in found.rows:
        table.add_row(*(safe(cell.words) for cell in row))
    console().print(table)
    say(f"{found.note} As a picture: communique plot {found.kind} ... --out picture.svg".strip())


def _print_lines(found: "Picture") -> None:
    """A table with more columns than a terminal has room for: a paragraph for each row, of what is in it."""
    from rich.padding import Padding

    from communique.uses.terminal import console, safe

    out = console()
    for first, *cells in found.rows:
        told = [(safe(head), safe(cell.words)) for head, cell in zip(found.head[1:], cells, strict=False)]
        out.print(safe(first.words))
        said = ", ".join(f"{head}: {words}" for head, words in told if words not in ("", "0"))
        out.print(Padding(said or "nothing", (0, 0, 0, 4), expand=False))
    say(f"{found.note} As a picture: communique plot {found.kind} ... --out picture.svg".strip())


def register() -> None:
    """Puts the command among the others."""
    command("communique plot attendance csto/council-of-foreign-ministers --out came.svg")(plot)
