"""One round of watching, as the command and Python ask for it."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from communique.model.errors import BadInput
from communique.settings import Settings

if TYPE_CHECKING:
    from communique.ledger import Ledger
    from communique.source.listed import Watched
    from communique.watching import Event, Summary


class Shown(NamedTuple):
    """What is told while it goes on: each answer, and whom is waited for."""

    on_event: "Callable[[Event], None]" = lambda _: None
    while_asking: Callable[[str], AbstractContextManager[None]] = lambda _: nullcontext()


SILENT = Shown()


def watching_once(
    ledger: "Ledger",
    what: Sequence[str],
    chosen: Settings,
    seconds: float | None = None,
    shown: Shown = SILENT,
) -> "Summary":
    """One round over a file of addresses, or over one address and the words behind it; what makes no sense there has failed."""
    from communique.source import is_address
    from communique.uses.fetching import web_of
    from communique.watching import Choice, Round, Taking, Visits

    bad: list[BadInput] = []
    lists = list(wanted(what, bad))
    choice = Choice(chosen.young_days, chosen.round_pages, chosen.size_limit, chosen.round_hosts, seconds)
    of = what[0] if is_address(what[0]) else str(Path(what[0]).resolve())
    with Visits.open(ledger.path) as visits:
        asked = Round(web_of(chosen), visits, Taking(ledger, chosen.size_limit), time.time, choice)
        summary = asked.run(lists, shown.on_event, shown.while_asking, of)
    failed = (*((one.name, one.reason) for one in bad), *summary.failed)
    return msgspec.structs.replace(summary, failed=failed)


def wanted(what: Sequence[str], bad: list[BadInput]) -> "Iterator[Watched]":
    """What is to be watched; lines that make no sense go to `bad`. Raises BadInput where that is all there is."""
    from communique.source import is_address
    from communique.source.files import OTHER_ADDRESS
    from communique.source.listed import watched_in, watched_of

    if is_address(what[0]) or OTHER_ADDRESS.match(what[0]):
        found = watched_of(what, "watch")
    elif len(what) > 1:
        raise BadInput(what[1], "one file or one address at a time; put the addresses in a file")
    else:
        try:
            found = watched_in(Path(what[0]).read_text(encoding="utf-8"), what[0])
        except UnicodeDecodeError:
            raise BadInput(what[0], "is no plain text in UTF-8; write one address a line") from None
        except OSError as error:
            raise BadInput(what[0], f"cannot be read ({error.strerror})") from None
    good = 0
    for one in found:
        if isinstance(one, BadInput):
            bad.append(one)
        else:
            good += 1
            yield one
    if not good:
        raise bad[0] if bad else BadInput(what[0], "names no address; write one a line")
