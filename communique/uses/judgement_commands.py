"""Commands by which a person sets things right: same, other, unsure, accept, reject, correct, undo, judgements."""

from collections.abc import Callable
from typing import Annotated

import typer

from communique.settings import settings
from communique.uses import machine, output
from communique.uses.commands import AsCsv, AsJson, RecordFile, command, open_catalogue, say

Left = Annotated[str, typer.Argument(metavar="A", help="an entry's id, or a mention's (show mentions ID)")]
Right = Annotated[str, typer.Argument(metavar="B", help="the other one's")]
Which = Annotated[str, typer.Argument(metavar="ID.FIELD", help="a value: m-1f3a.city")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="the reason, kept with the judgement")]


def same(left: Left, right: Right, why: Why = "", record: RecordFile = None) -> None:
    """Judge that two entries are one. They stay one through new reports and new readings, until you undo it."""
    _on_pair("same", left, right, why, record)


def other(left: Left, right: Right, why: Why = "", record: RecordFile = None) -> None:
    """Judge that two entries, or two mentions of one entry, are not the same."""
    _on_pair("other", left, right, why, record)


def unsure(left: Left, right: Right, why: Why = "", record: RecordFile = None) -> None:
    """Keep that you looked at a pair and cannot tell; it is not asked about again."""
    _on_pair("unsure", left, right, why, record)


def accept(what: Which, why: Why = "", record: RecordFile = None) -> None:
    """Judge that the value which stands is right; it stands whatever later reports say."""
    from communique.uses import judging

    print(judging.accept(settings(record).record, what, why))


def reject(what: Which, why: Why = "", record: RecordFile = None) -> None:
    """Judge that the value which stands is wrong; the next best takes its place, or none."""
    from communique.uses import judging

    print(judging.on_field(settings(record).record, what, None, why))


def correct(
    what: Which,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="what it should say")],
    words: Annotated[
        str,
        typer.Option(
            "--words",
            metavar="WORDS",
            help="for a field that no report fills: the words of a report that say it and that the reading missed",
        ),
    ] = "",
    why: Why = "",
    record: RecordFile = None,
) -> None:
    """Put another value in the place of the one that stands; what reports say stays beside it. --words fills an empty field."""
    from communique.uses import judging

    if words:
        print(judging.fill(settings(record).record, what, value, words, why))
    else:
        print(judging.on_field(settings(record).record, what, value, why))


def undo(
    number: Annotated[
        int, typer.Argument(metavar="N", min=1, help="its number, from `communique judgements`")
    ],
    why: Why = "",
    record: RecordFile = None,
) -> None:
    """Take a judgement back: everything is as it was before it. An undoing can be undone too."""
    from communique.uses import judging

    print(judging.undo(settings(record).record, number, why))


def judgements(json: AsJson = False, csv: AsCsv = False, record: RecordFile = None) -> None:
    """List what people have judged, oldest first, with who and when."""
    from communique.ledger import Ledger
    from communique.uses import judging, looking

    if json and csv:
        raise typer.BadParameter("choose one of --json and --csv")
    with Ledger.open(settings(record).record, create=False) as ledger:
        made = judging.listed(ledger)
    if json or csv:
        output.for_programs()
    if json:
        machine.print_json(made)
    elif csv:
        machine.print_csv(made, judging.Judged)
    elif made:
        with open_catalogue(settings(record)) as path:
            looking.print_judgements(made, judging.names_of(path, made))
    else:
        say("nobody has judged anything yet; `communique show unsure` lists pairs worth a look")


COMMANDS: tuple[tuple[Callable[..., None], str], ...] = (
    (same, 'communique same p-1f3a p-88c0 --why "one man, two spellings"'),
    (other, "communique other p-1f3a0a5b6c7d8e9f p-88c0a5b6c7d8e9f0"),
    (unsure, "communique unsure p-1f3a p-88c0"),
    (accept, "communique accept m-1f3a.city"),
    (reject, "communique reject m-1f3a.city"),
    (correct, 'communique correct m-1f3a.city Yerevan --why "the headline has it"'),
    (undo, "communique undo 12"),
    (judgements, "communique judgements --json"),
)
"""Each command with its example, in the order of the help."""


def register() -> None:
    """Adds the commands to the program."""
    for function, example in COMMANDS:
        command(example)(function)


def _on_pair(verdict: str, left: str, right: str, why: str, record: RecordFile) -> None:
    from communique.uses import judging

    print(judging.on_pair(settings(record).record, verdict, left, right, why))
