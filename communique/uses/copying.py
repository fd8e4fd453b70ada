"""The command `copies`: which reports of a record are one text told again."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from communique.model.span import Span
from communique.model.text import Text
from communique.settings import settings
from communique.uses import output
from communique.uses.commands import AsJson, RecordFile, command
from communique.uses.terminal import safe

if TYPE_CHECKING:
    from communique.catalogue.copies import Telling
    from communique.ledger import Ledger
    from communique.resolution.differences import Difference

ReportId = Annotated[str, typer.Argument(metavar="[ID]", help="one report: its copies and what they changed")]
Differences = Annotated[
    bool, typer.Option("--differences", help="what each copy says otherwise than its source")
]
SHORT = 10


def copies(
    id: ReportId = "", differences: Differences = False, json: AsJson = False, record: RecordFile = None
) -> None:
    """Show which reports are one text told again, who told it first, and what was changed, numbers first."""
    from communique import kin
    from communique.ledger import Ledger

    differences = differences or bool(id)
    with Ledger.open(settings(record).record, create=False) as ledger:
        found = kin.copies(ledger, id)
        if json:
            output.for_programs()
            for group in found:
                sys.stdout.write(msgspec.json.encode(_as_data(ledger, group, differences)).decode() + "\n")
            return
        for group in found:
            _print_group(ledger, group, differences)
    print(f"copies: {sum(len(group) - 1 for group in found)}, reports told again: {len(found)}")


def _print_group(ledger: "Ledger", group: "tuple[Telling, ...]", differences: bool) -> None:
    from communique import kin

    source, *told = group
    print(_line(source))
    for copy in told:
        print(f"  copied by {_line(copy)}: {how(copy)}")
        if differences and not copy.exact:
            for line in printed_changes(*kin.differing(ledger, source.id, copy.id)):
                print(line)


def printed_changes(source: Text, copy: Text, changed: "list[Difference]") -> Iterator[str]:
    """Every sentence that differs as lines with `-` and `+`."""
    for one in changed:
        for sign, at, text in (("-", one.change.before, source), ("+", one.change.after, copy)):
            if at:
                yield f"    {sign} {safe(at.cut(text.characters))}"


def how(copy: "Telling") -> str:
    """How much of a copy is the source's, in words."""
    return "word for word" if copy.exact else f"{100 * copy.shared:.0f} % of the shorter text is in both"


def _line(told: "Telling") -> str:
    fetched = f"fetched {told.retrieved[:10]}" if told.retrieved else "day unknown"
    known = (told.name, told.publisher, told.published or fetched, told.id[:SHORT])
    return safe(", ".join(word for word in known if word))


def _as_data(ledger: "Ledger", group: "tuple[Telling, ...]", differences: bool) -> dict[str, Any]:
    source, *told = group
    return {
        "source": _report(source),
        "copies": [_copy(ledger, source, copy, differences) for copy in told],
    }


def _copy(ledger: "Ledger", source: "Telling", copy: "Telling", differences: bool) -> dict[str, Any]:
    from communique import kin

    said = {**_report(copy), "shared": round(copy.shared, 3), "exact": copy.exact}
    if differences:
        before, after, changed = kin.differing(ledger, source.id, copy.id)
        said["differences"] = [difference(before, after, one) for one in changed]
    return said


def difference(source: Text, copy: Text, one: "Difference") -> dict[str, Any]:
    """One difference as data."""
    return {
        "source": _words(source, one.change.before),
        "copy": _words(copy, one.change.after),
        "dropped": [at.cut(source.characters) for at in one.dropped],
        "added": [at.cut(copy.characters) for at in one.added],
        "numbers": one.numbers,
    }


def _report(told: "Telling") -> dict[str, Any]:
    names = ("id", "name", "publisher", "published", "retrieved", "address")
    return {name: getattr(told, name) for name in names}


def _words(text: Text, at: Span | None) -> str | None:
    return at.cut(text.characters) if at else None


def register() -> None:
    """Adds the command."""
    command("communique copies r-1f3a --record csto.db")(copies)
