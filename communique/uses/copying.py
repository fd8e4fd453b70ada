"""The command `copies`: which reports of a record are one text told again."""

import sys
from typing import Annotated, Any

import msgspec
import typer

from communique.model.span import Span
from communique.model.text import Text
from communique.settings import settings
from communique.uses import output
from communique.uses.commands import AsJson, RecordFile, command
from communique.uses.terminal import safe

Differences = Annotated[
    bool, typer.Option("--differences", help="what each copy says otherwise than its source")
]


def copies(differences: Differences = False, json: AsJson = False, record: RecordFile = None) -> None:
    """Show which reports are one text told again, who told it first, and what was changed."""
    from communique import flow
    from communique.ledger import Ledger

    with Ledger.open(settings(record).record, create=False) as ledger:
        found = flow.copies(ledger)
    if json:
        output.for_programs()
        for source, told in found:
            sys.stdout.write(msgspec.json.encode(_as_data(source, told, differences)).decode() + "\n")
        return
    for source, told in found:
        print(_line(source))
        for text, pair in told:
            how = (
                "word for word" if pair.exact else f"{100 * pair.shared:.0f} % of the shorter text is in both"
            )
            print(f"  copied by {_line(text)}: {how}")
            if differences:
                _print_changes(source, text)
    print(f"copies: {sum(len(told) for _, told in found)}, reports told again: {len(found)}")


def _line(text: Text) -> str:
    known = (text.name, text.publisher, text.published)
    return safe(", ".join(word for word in known if word))


def _print_changes(source: Text, copy: Text) -> None:
    from communique.resolution.copies import changes

    for change in changes(source, copy):
        for sign, at, text in (("-", change.before, source), ("+", change.after, copy)):
            if at:
                print(f"    {sign} {safe(at.cut(text.characters))}")


def _as_data(source: Text, told: Any, differences: bool) -> dict[str, Any]:
    return {
        "source": _report(source),
        "copies": [_copy(source, text, pair, differences) for text, pair in told],
    }


def _copy(source: Text, text: Text, pair: Any, differences: bool) -> dict[str, Any]:
    from communique.resolution.copies import changes

    said = {**_report(text), "shared": round(pair.shared, 3), "exact": pair.exact}
    if differences:
        said["differences"] = [
            {"source": _words(source, one.before), "copy": _words(text, one.after)}
            for one in changes(source, text)
        ]
    return said


def _report(text: Text) -> dict[str, Any]:
    return {
        "id": text.id,
        "name": text.name,
        "publisher": text.publisher,
        "published": text.published,
        "address": text.address,
    }


def _words(text: Text, at: Span | None) -> str | None:
    return at.cut(text.characters) if at else None


def register() -> None:
    """Adds the command."""
    command("communique copies --differences")(copies)
