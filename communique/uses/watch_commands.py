"""The command `watch`: lists of pages are asked again and again, and what is new or changed is added to the record."""

import re
import signal
import time
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from communique.model.errors import CommuniqueError
from communique.settings import Settings, settings
from communique.uses import output, watch_status
from communique.uses.commands import AsJson, RecordFile, command, say
from communique.uses.terminal import counting, safe, waiting
from communique.uses.watch_status import moment
from communique.uses.watched import Shown, wanted, watching_once

if TYPE_CHECKING:
    from communique.watching import Summary

TIMES = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
EVERY = "1h"
SHORTEST = 60
"""Seconds between two rounds at least."""

COUNTED = {
    "new pages": "new",
    "changed": "changed",
    "unchanged": "unchanged",
    "already known": "known",
    "set aside": "aside",
}
"""What is told of the pages of a round, and its name in the summary."""


def watch(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|URL [KIND] [PATTERN]",
            help="a file of addresses, one a line, or one address; behind an address, if you like, what it is (feed, "
            "sitemap, listing, page), what the addresses of its pages have in them (/news/*), since=2024-11-28, all",
        ),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="one round, then stop: for cron")] = False,
    every: Annotated[
        str | None, typer.Option("--every", metavar="TIME", help=f"a round so often: 15m, 2h, 1d [{EVERY}]")
    ] = None,
    status: Annotated[
        bool, typer.Option("--status", help="what is watched, when it was asked, what failed, what waits")
    ] = False,
    json: AsJson = False,
    record: RecordFile = None,
) -> None:
    """Ask feeds, sitemaps, listing pages for new reports and add them, until you press Ctrl-C. Changed pages come as new versions."""
    if status:
        if what or once or every:
            raise typer.BadParameter("--status goes by itself: it tells of all that is watched for a record")
        watch_status.show(settings(record).record, json)
    elif not what:
        raise typer.BadParameter("name a file of addresses, or one address")
    elif once and every:
        raise typer.BadParameter("choose one of --once and --every")
    else:
        _watch(what, settings(record), None if once else _seconds(every or EVERY), json)


def _watch(what: list[str], chosen: Settings, seconds: int | None, json: bool) -> None:
    """Rounds every so many seconds; without seconds one."""
    from communique.watching import watching

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does: all that came is kept
    with watching(chosen.record):
        if seconds is not None:
            _rounds(what, chosen, seconds, json)
        elif not _round(what, chosen, json):
            raise typer.Exit(1)


def _rounds(what: list[str], chosen: Settings, seconds: int, json: bool) -> None:
    """Rounds without an end; what goes wrong in one is said, and the next one comes in its time."""
    list(wanted(what, []))  # what names nothing is said at once; a file that vanishes later is said each time
    try:
        while True:
            begun = time.monotonic()
            try:
                _round(what, chosen, json, seconds)
            except CommuniqueError as error:
                say(str(error))
            time.sleep(max(0.0, begun + seconds - time.monotonic()))
    except KeyboardInterrupt:
        say("stopped; what came so far is kept, and the next watch goes on from here")


def _round(what: list[str], chosen: Settings, json: bool, seconds: float | None = None) -> bool:
    """One round, told in a line where there is to be another in so many seconds; whether all went well."""
    from communique import flow
    from communique.ledger import Ledger

    with Ledger.open(chosen.record) as ledger:
        with counting("asking", None) as more:
            asking = Shown(lambda _: more(1), lambda address: waiting(f"asking {address}"))
            summary = watching_once(ledger, what, chosen, seconds, asking)
        with counting("making the record", None) as more:
            counts = flow.rebuild(ledger, on_progress=more)
    whole = seconds is None
    _print(summary, summary.failed, json, whole)
    if whole and not json and (summary.new or summary.changed):
        for kind in ("meetings", "people", "instruments", "figures"):
            print(f"{kind:<16} {getattr(counts, kind)}")
    return not summary.failed


def _seconds(every: str) -> int:
    found = re.fullmatch(r"(\d{1,6})([smhd])", every.strip())
    seconds = int(found[1]) * TIMES[found[2]] if found else 0
    if not found:
        raise typer.BadParameter(f"--every {every!r} is no time; write 15m, 2h or 1d")
    if seconds < SHORTEST:
        raise typer.BadParameter(f"--every {every} is too often; once a minute (1m) at most")
    return seconds


def _print(summary: "Summary", failed: tuple[tuple[str, str], ...], json: bool, whole: bool) -> None:
    """A round for people, whole or in one line, or as one line of JSON."""
    if json:
        output.for_programs()
        said = {name: getattr(summary, name) for name in summary.__struct_fields__}
        named = [{"address": address, "reason": reason} for address, reason in failed]
        print(
            msgspec.json.encode({"at": moment(int(time.time())), **said, "failed": named}).decode(),
            flush=True,
        )
        return
    if not whole:
        _print_line(summary, failed)
        return
    print(f"{'lists asked':<16} {summary.lists}" + (f", {summary.same} unchanged" if summary.same else ""))
    for words, name in COUNTED.items():
        print(f"{words:<16} {getattr(summary, name)}")
    print(f"{'failed':<16} {len(failed)}")
    for address, reason in failed:
        print(f"  {safe(address)}: {safe(reason)}")
    print(f"{'waiting':<16} {summary.waiting}")
    if summary.held:
        print(
            f"{'left alone':<16} {summary.held} (their hosts are not asked for now; --status says until when)"
        )


def _print_line(summary: "Summary", failed: tuple[tuple[str, str], ...]) -> None:
    told = [f"{number} {words}" for words, name in COUNTED.items() if (number := getattr(summary, name))]
    told += [f"{summary.waiting} wait"] if summary.waiting else []
    lists = f"{summary.lists} list{'s' * (summary.lists != 1)} asked"
    print(f"{moment(int(time.time()))}  {lists}: {', '.join(told) or 'nothing new'}", flush=True)
    for address, reason in failed:
        say(f"{address}: {reason}")


def register() -> None:
    """Adds the command."""
    command("communique watch sources.txt --every 15m --record csto.db")(watch)
