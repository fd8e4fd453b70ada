"""The command `versions`: reports whose page changed, and how."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from communique.settings import settings
from communique.uses import output
from communique.uses.commands import AsJson, RecordFile, command
from communique.uses.copying import SHORT, difference, printed_changes
from communique.uses.terminal import safe

if TYPE_CHECKING:
    from communique.catalogue.versions import Version
    from communique.ledger import Ledger

ReportId = Annotated[str, typer.Argument(metavar="[ID]", help="one report; without, all that changed")]


def versions(id: ReportId = "", json: AsJson = False, record: RecordFile = None) -> None:
    """Show the reports whose page was fetched again with other words, and what changed each time, numbers first."""
    from communique import kin
    from communique.ledger import Ledger

    with Ledger.open(settings(record).record, create=False) as ledger:
        found = kin.versions(ledger, id)
        for group in found:
            if json:
                output.for_programs()
                sys.stdout.write(msgspec.json.encode(_as_data(ledger, group)).decode() + "\n")
            else:
                _print_page(ledger, group)
    if not json:
        print(f"pages that changed: {len(found)}, older versions: {sum(len(group) - 1 for group in found)}")


def _print_page(ledger: "Ledger", group: "tuple[Version, ...]") -> None:
    from communique import kin

    print(safe(group[0].page))
    for number, one in enumerate(group):
        followed = "   the record follows this one" if one.newest else ""
        print(f"  {one.last[:16].replace('T', ' ')} {safe(one.name)}, {one.id[:SHORT]}{followed}")
        if number:
            for line in printed_changes(*kin.differing(ledger, group[number - 1].id, one.id)):
                print(line)


def _as_data(ledger: "Ledger", group: "tuple[Version, ...]") -> dict[str, Any]:
    from communique import kin

    told = []
    for number, one in enumerate(group):
        said: dict[str, Any] = msgspec.structs.asdict(one)
        if number:
            before, after, changed = kin.differing(ledger, group[number - 1].id, one.id)
            said["differences"] = [difference(before, after, each) for each in changed]
        told.append(said)
    return {"page": group[0].page, "versions": told}


def register() -> None:
    """Adds the command."""
    command("communique versions --record csto.db")(versions)
