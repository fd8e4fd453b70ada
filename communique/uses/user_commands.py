"""Commands for those who may use the pages: `communique user add | list | remove`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from communique.model.errors import BadInput, BrokenRecord
from communique.settings import settings
from communique.uses import machine, output
from communique.uses.commands import AsJson, RecordFile, app, command, say

group = typer.Typer(
    help="Who may use the pages of a record: with users, judging needs a login, and so does reading from other machines.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="the name to log in with, and to judge under")]


def add(
    name: Name,
    role: Annotated[
        str,
        typer.Option(
            "--role", metavar="ROLE", help="reader looks, reviewer also judges, admin also undoes others"
        ),
    ] = "reader",
    record: RecordFile = None,
) -> None:
    """Let somebody use the pages. Asks for a password twice; where nobody sits at the terminal, its first line of input is it."""
    from communique.uses.users import Users

    with Users.open(_there(record)) as users:
        user = users.add(name, role, _password())
    print(f"{user.name} may enter as {user.role}")


def listed(json: AsJson = False, record: RecordFile = None) -> None:
    """List those who may use the pages, with their roles."""
    from communique.uses.users import Users

    with Users.open(_there(record)) as users:
        found = users.listed()
    if json:
        output.for_programs()
        machine.print_json(found)
        return
    for user in found:
        print(f"{user.name:<24} {user.role:<9} since {user.made[:10]}")
    if not found:
        say("nobody yet; `communique user add NAME --role reviewer`")


def remove(name: Name, record: RecordFile = None) -> None:
    """Let somebody use the pages no longer. What they judged stays, under their name."""
    from communique.uses.users import Users

    with Users.open(_there(record)) as users:
        users.remove(name)
    print(f"{name} may no longer enter")


COMMANDS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("add", add, "communique user add anna --role reviewer --record csto.db"),
    ("list", listed, "communique user list --record csto.db"),
    ("remove", remove, "communique user remove anna --record csto.db"),
)
"""Each command with its example, in the order of the help."""


def register() -> None:
    """Adds the commands to the program."""
    for name, function, example in COMMANDS:
        command(example, group, name)(function)
    app.add_typer(group, name="user")


def _there(record: Path | None) -> Path:
    chosen = settings(record).record
    if not chosen.is_file():
        raise BrokenRecord(f"{chosen}: no such record; `communique add` makes one")
    return chosen


def _password() -> str:
    """Typed twice at a terminal, else the first line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    import getpass

    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise BadInput("password", "the two are not the same; nothing was changed")
    return first
