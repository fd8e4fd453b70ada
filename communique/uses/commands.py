"""What every command shares: how it is declared, its options, how it fails, how it opens a record."""

import functools
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from communique.model.errors import CommuniqueError
from communique.settings import HELP, Settings
from communique.uses import output

app = typer.Typer(
    help="Reads reports about meetings of intergovernmental bodies and keeps the record they add up to.",
    epilog="Begin with: communique demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Command = TypeVar("Command", bound=Callable[..., Any])
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="files or folders of reports, addresses (https://...), - for standard input"
    ),
]
RecordFile = Annotated[
    Path | None,
    typer.Option(
        "--record", metavar="FILE", help=f"{HELP['record']} (also: $COMMUNIQUE_RECORD)", readable=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="as JSON, for programs")]
AsCsv = Annotated[bool, typer.Option("--csv", help="as CSV, for spreadsheets")]


def command(example: str, group: typer.Typer = app, name: str | None = None) -> Callable[[Command], Command]:
    """Makes a function a command whose help ends with an example and whose errors are one line."""

    def wrap(function: Command) -> Command:
        @functools.wraps(function)
        def run(*args: Any, **kwargs: Any) -> None:
            try:
                function(*args, **kwargs)
                sys.stdout.flush()
            except CommuniqueError as error:
                say(str(error))
                raise typer.Exit(1) from None
            except KeyboardInterrupt:
                say("stopped; what was read so far is kept")
                raise typer.Exit(130) from None
            except OSError as error:
                raise typer.Exit(output.given_up(error)) from None

        group.command(name, epilog=f"Example: {example}")(run)
        return function

    return wrap


@contextmanager
def open_catalogue(chosen: Settings) -> Iterator[Path]:
    """The record file, its catalogue brought up to what its ledger holds; a copy where it may not be written."""
    from communique import flow
    from communique.ledger import Ledger

    with ExitStack() as after, Ledger.open(chosen.record, create=False) as ledger:
        flow.catch_up(ledger)
        path = chosen.record
        if ledger.only_read:
            # the database wants to lay files beside what it is asked, even where nothing is written
            path = Path(after.enter_context(tempfile.TemporaryDirectory(prefix="communique-"))) / path.name
            ledger.copy_to(path)
        keep = after.pop_all()
    with keep:
        yield path


def say(line: str) -> None:
    """One line for the person, apart from the command's own output."""
    from communique.uses.terminal import say as print_line

    print_line(line)
