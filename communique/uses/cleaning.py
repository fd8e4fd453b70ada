"""The command `text`: what cleaning makes of a page, for people and for programs."""

import sys
from typing import TYPE_CHECKING, Any

import msgspec
import typer

from communique.settings import settings
from communique.uses.commands import AsJson, Paths, command, say
from communique.uses.terminal import console, safe

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from communique.model.page import Page
    from communique.text import Account


def text(paths: Paths, json: AsJson = False) -> None:
    """Print each report's text, what is known of it and from where, and what was dropped. Keeps nothing."""
    from communique import flow
    from communique.uses.fetching import inputs

    failed = False
    for found in flow.account_all(inputs(paths, settings())):
        if isinstance(found, flow.Outcome):
            failed = True
            say(f"{found.name}: {found.reason}")
        elif json:
            sys.stdout.buffer.write(msgspec.json.encode(_as_data(*found)) + b"\n")
            sys.stdout.buffer.flush()
        else:
            console().print(*_lines(*found), sep="\n", soft_wrap=True)
    if failed:
        raise typer.Exit(1)


def _as_data(page: "Page", account: "Account") -> dict[str, Any]:
    from communique.source import place_of

    return {
        "name": account.text.name,
        "place": place_of(page),
        "media_type": page.media_type,
        "sha256": account.text.page,
        "text": account.text.characters,
        "furniture": [[span.start, span.stop] for span in account.text.furniture],
        "metadata": {field: _plain(said) for field, said in account.said.items()},
        "dropped": [_plain(one) for one in account.dropped],
    }


def _plain(one: Any) -> dict[str, Any]:
    """A value as data, its span as a pair."""
    said: dict[str, Any] = msgspec.to_builtins(one)
    return said | {"span": [one.span.start, one.span.stop]} if one.span else said


def _lines(page: "Page", account: "Account") -> "list[Styled]":
    """The head, the text without its furniture, and what was dropped."""
    from rich.text import Text as Styled

    from communique.source import place_of

    lines = [Styled(safe(place_of(page)), "bold"), Styled(f"  kind       {safe(page.media_type)}")]
    for field, said in account.said.items():
        lines.append(Styled.assemble(f"  {field:<10} {safe(said.value)}  ", (f"({safe(said.where)})", "dim")))
    lines += [Styled(), *(Styled(safe(line)) for line in _kept(account)), Styled()]
    if account.dropped:
        lines.append(Styled(f"dropped: {len(account.dropped)} lines", "cyan"))
    for one in account.dropped:
        lines.append(Styled.assemble((f"  {safe(one.kind):<14} ", "cyan"), (safe(one.words), "dim")))
    return lines


def _kept(account: "Account") -> list[str]:
    """The lines that are read."""
    kept, last = [], 0
    for span in account.text.furniture:
        kept.append(account.text.characters[last : span.start])
        last = span.stop
    return [line for line in "".join([*kept, account.text.characters[last:]]).splitlines() if line.strip()]


def register() -> None:
    """Adds the command."""
    command("communique text page.html")(text)
