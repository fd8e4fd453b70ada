"""The command `communique`: each command is a few lines over flow, and says in one line what went wrong."""

import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.model.record import KINDS
from communique.settings import HELP, Settings, settings
from communique.uses import (
    cleaning,
    copying,
    judgement_commands,
    output,
    plotting,
    user_commands,
    versions,
    watch_commands,
)
from communique.uses.commands import AsCsv, AsJson, Paths, RecordFile, app, command, open_catalogue, say

__all__ = ["app", "main"]


_WORTH_A_LOOK = ("conflicts", "unsure", "offices")
_OF_ONE = {
    "meeting": "meetings", "person": "people", "body": "bodies", "instrument": "instruments", "series": "bodies", "mentions": "people",
}  # fmt: skip
"""What is shown of one thing, whose id is named, and the list that has such ids."""


@command("communique add reports/ https://example.org/statement --record csto.db")
def add(
    paths: Paths,
    record: RecordFile = None,
    all_pages: Annotated[
        bool,
        typer.Option(
            "--all", help="read every page of a crawl (WARC), not only those that tell of a meeting"
        ),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="name each page of a crawl that is set aside, and why")
    ] = False,
) -> None:
    """Read reports and add them to the record. A report that is there already is known again, not doubled."""
    from communique.source import count
    from communique.uses.fetching import inputs

    chosen = settings(record)
    _add(chosen, inputs(paths, chosen, gated=not all_pages), count(paths), verbose)


@command("communique read statement.txt --json")
def read(
    paths: Paths,
    json: AsJson = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="the reports' day, where they do not say it"),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="each sentence with its facts and the rules that found them")
    ] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="how many sentences gave facts, and those that gave none")
    ] = False,
) -> None:
    """Read reports and print what they say, without keeping anything. --json prints one line a report."""
    if json + explain + coverage > 1:
        raise typer.BadParameter("choose one of --json, --explain and --coverage")
    from communique import flow
    from communique.uses.fetching import inputs

    day = _day(published) if published else None
    dated = (_dated(page, day) for page in inputs(paths, settings()))
    failed = False
    for found in flow.explain_all(dated) if explain else flow.read_all(dated):
        if isinstance(found, flow.Outcome):
            failed = True
            say(f"{found.name}: {found.reason}")
        else:
            _print_reading(*found, json=json, coverage=coverage)
    if failed:
        raise typer.Exit(1)


@command('communique show meetings "csto astana"')
def show(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="meetings, people, conflicts, offices ...; with an id: meeting, person, body, instrument, series, mentions",
        ),
    ],
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    only: Annotated[
        bool | None,
        typer.Option(
            "--pending/--compare",
            help="instruments: only those submitted or planned and not heard of since / "
            "figures: claims about the same thing side by side",
        ),
    ] = None,
    record: RecordFile = None,
) -> None:
    """Show what the record holds: a list of one kind, those with all WORDS, or one meeting, person or body whole."""
    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv")
    kind = _kind_of(kind, only, bool(words))
    fmt = "json" if json else "csv" if csv else "table"
    if fmt != "table":
        output.for_programs()
    with open_catalogue(settings(record)) as path:
        _show(path, kind, " ".join(words or ()), fmt)


def _show(path: Path, kind: str, words: str, fmt: str) -> None:
    from communique.uses import looking, over_time
    from communique.uses import show as shown

    if kind in shown.WHOLE:
        shown.show_whole(path, kind, words, fmt)
    elif show_list := {**looking.LISTS, **over_time.LISTS}.get(kind):
        show_list(path, words, fmt)
    else:
        shown.show(path, kind, words, fmt)


def _kind_of(kind: str, only: bool | None, named: bool) -> str:
    """What is to be shown; refused where there is no such kind, or where nothing is named of what wants a name."""
    if only is not None:
        return _narrowed(kind, only)
    if kind not in (*KINDS, *_WORTH_A_LOOK, *_OF_ONE):
        raise typer.BadParameter(
            f"{kind!r} is no kind; there are {', '.join((*KINDS, *_WORTH_A_LOOK))}; with an id {', '.join(_OF_ONE)}"
        )
    if kind in _OF_ONE and not named:
        raise typer.BadParameter(
            f"of which? `communique show {_OF_ONE[kind]}` lists ids; then: communique show {kind} ID"
        )
    return kind


def _narrowed(kind: str, pending: bool) -> str:
    if kind != ("instruments" if pending else "figures"):
        raise typer.BadParameter("--pending goes with `show instruments`, --compare with `show figures`")
    return "pending" if pending else "compare"


@command("communique why m-1f3a.city")
def why(
    what: Annotated[str, typer.Argument(metavar="ID[.FIELD]", help="an entry, or one field of it")],
    record: RecordFile = None,
) -> None:
    """Show who says so: every quote behind an entry or a field, and those that say otherwise."""
    from communique.uses import show as shown

    id, _, field = what.partition(".")
    with open_catalogue(settings(record)) as path:
        shown.why(path, id, field or None)


@command("communique serve --port 8080")
def serve(
    port: Annotated[int | None, typer.Option("--port", min=1, max=65535, help=HELP["port"])] = None,
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="where to listen; beyond this machine it takes users"),
    ] = "127.0.0.1",
    everyone: Annotated[
        bool,
        typer.Option(
            "--let-everyone-read-without-login",
            help="with --host, without users: for all who reach it; nobody can judge",
        ),
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            min=1,
            max=64,
            help="processes that answer side by side; without, one for a small record, else one a core, up to four",
        ),
    ] = None,
    record: RecordFile = None,
) -> None:
    """Serve the record as pages until you press Ctrl-C: to this machine only, to others with a login."""
    chosen = settings(record, port)
    with open_catalogue(chosen) as path:
        from communique.uses.web.serving import serve as serve_pages

        serve_pages(chosen, path, host, open_to_all=everyone, workers=workers)


@command("communique demo")
def demo(record: RecordFile = None) -> None:
    """Make a record of the sample reports that come with the program, and show what to do with it."""
    from communique.source import samples
    from communique.uses import show as shown

    chosen = settings(record or Path("demo.db"))
    _add(chosen, samples(), None)
    print()
    shown.show(chosen.record, "meetings", "", "table")
    tail = f" --record {chosen.record}"
    print("\nNow try:")
    for line in ("show people", "show figures tonnes", "show meeting ID", "why ID.city", "serve"):
        print(f"  communique {line}{tail}")


@command("communique export --record csto.db > record.jsonl")
def export(
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="jsonl: one entry a line")
    ] = "jsonl",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="a file instead of the output")
    ] = None,
    record: RecordFile = None,
) -> None:
    """Write the whole record, each value with its evidence. Two ledgers of one content give the same bytes."""
    if format != "jsonl":
        raise typer.BadParameter(f"{format!r} is no format; there is jsonl")
    from communique import flow
    from communique.ledger import Ledger

    with Ledger.open(settings(record).record, create=False) as ledger:
        lines = flow.exported(ledger)
        if out is None:
            output.for_programs()
            sys.stdout.writelines(f"{line}\n" for line in lines)
        else:
            with out.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in lines)


@command("communique rebuild --record csto.db")
def rebuild(record: RecordFile = None) -> None:
    """Read again what an older version read, and make the record anew. Nothing is lost by it."""
    from communique import flow
    from communique.ledger import Ledger
    from communique.uses.terminal import counting, print_summary, progress

    with Ledger.open(settings(record).record, create=False) as ledger:
        ledger.for_writing()
        with progress("reading again", None) as on_progress:
            summary = flow.reread(ledger, on_progress)
        with counting("making the record", summary.read + summary.known) as on_taken_in:
            counts = flow.rebuild(ledger, True, on_taken_in)
        print_summary(summary, counts)
    if summary.failed:
        raise typer.Exit(1)


@command("communique check --record csto.db")
def check(record: RecordFile = None) -> None:
    """Check every quote, page, reading and catalogue entry; prints what is wrong, changes nothing."""
    from communique import flow
    from communique.ledger import Ledger
    from communique.uses.terminal import safe

    path = settings(record).record
    with Ledger.open(path, create=False) as ledger:
        problems = flow.check(ledger)
    for problem in problems:
        print(safe(problem))
    if problems:
        raise typer.Exit(1)
    print(f"{path}: sound")


@command("communique evaluate gold/dev --misses")
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="a folder of reports with annotations")],
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="this kind alone")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="what was missed and what invented")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="keep these scores, and lay floors")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="with --accept: floors may sink")] = False,
    json: AsJson = False,
) -> None:
    """Score what is read in GOLD's reports against their annotations. Exit code 1: below a floor."""
    from communique.uses import scores

    if lower and not accept:
        raise typer.BadParameter("--lower goes with --accept")
    run = scores.evaluate(gold, scores.kinds_of(kind), misses, json)
    if accept:
        scores.accept(gold, run, lower)
    if not scores.sound(gold, run):
        raise typer.Exit(1)


judgement_commands.register()
user_commands.register()
cleaning.register()
copying.register()
versions.register()
plotting.register()
watch_commands.register()


def main() -> None:
    """The entry point of `communique`."""
    output.prepare()
    try:
        app()
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(130)
    except OSError as error:
        sys.exit(output.given_up(error))


def _add(chosen: Settings, inputs: Any, total: int | None, verbose: bool = False) -> None:
    from communique import flow
    from communique.ledger import Ledger
    from communique.uses.terminal import counting, print_summary, progress, set_aside

    if not chosen.record.exists():
        inputs = _some(inputs)
    with Ledger.open(chosen.record) as ledger:
        with set_aside() if verbose else progress("reading", total) as on_progress:
            summary = flow.add(ledger, inputs, on_progress, batch=chosen.batch)
        with counting("making the record", None) as on_taken_in:
            counts = flow.rebuild(ledger, on_progress=on_taken_in)
        print_summary(summary, counts)
    if summary.failed:
        raise typer.Exit(1)


def _some(inputs: Iterable[Page | BadInput]) -> Iterable[Page | BadInput]:
    """The same inputs; where none of them is a page, their reasons are told, and no record is made of nothing."""
    rest, failed = iter(inputs), []
    for one in rest:
        failed.append(one)
        if isinstance(one, Page):
            return chain(failed, rest)
    for bad in failed:
        say(f"{bad.name}: {getattr(bad, 'reason', 'is no report')}")
    say("nothing was read, so no record was made")
    raise typer.Exit(1)


def _print_reading(text: Any, reading: Any, sentences: Any = None, *, json: bool, coverage: bool) -> None:
    from communique.model.reading import to_json
    from communique.uses.explaining import covered, explanation
    from communique.uses.terminal import console
    from communique.uses.tree import reading_tree

    if sentences is not None:
        console().print(*explanation(text, sentences), sep="\n")
    elif coverage:
        console().print(*covered(text, reading), sep="\n")
    elif json:
        report = msgspec.structs.replace(reading.report, id=text.name)
        sys.stdout.buffer.write(to_json(msgspec.structs.replace(reading, report=report)) + b"\n")
        sys.stdout.buffer.flush()
    else:
        console().print(reading_tree(text, reading))


def _dated(page: Page | BadInput, day: str | None) -> Page | BadInput:
    return page if day is None or isinstance(page, BadInput) else msgspec.structs.replace(page, published=day)


def _day(words: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{words!r} is no day; write it as 2024-11-28") from None


if __name__ == "__main__":
    main()
