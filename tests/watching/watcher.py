"""Somebody who watches a site of our own: a record, a clock that goes only when told, and what was asked."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from own_site import LOOPBACK, STARTED, Site

from communique.flow import Reader
from communique.ledger import Ledger
from communique.model.reading import Reading, Report
from communique.model.text import Text
from communique.source.listed import Watched
from communique.source.web import Manners, Web, World
from communique.watching import Choice, Event, Round, Summary, Taking, Visits

PAGES = [f"/page/{n}" for n in range(1, 9)]
DAY = 86_400
LIMIT = 1_000_000


def reading_of(text: Text) -> Reading:
    return Reading(report=Report(id=text.name, address=text.address, title=text.title), reader="stand-in")


STAND_IN = Reader("stand-in", reading_of)


class Watcher:
    """Rounds over a site; `now` is a day after its pages were made, and may be set."""

    def __init__(self, site: Site, record: Path) -> None:
        self.site, self.record = site, record
        self.now: float = STARTED + DAY
        self.slept = 0.0
        self.gap, self.seconds = 0.0, 10.0

    def _web(self) -> Web:
        """Each round is another run of the program."""
        manners = Manners(private=LOOPBACK, gap=self.gap, seconds=self.seconds, size_limit=LIMIT)
        return Web(manners, World(lambda: self.now, self._sleep))

    def _sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds

    def round(
        self,
        *watched: str | Watched,
        reader: Reader = STAND_IN,
        of: str = "",
        on_event: Callable[[Event], None] = lambda _: None,
        **choice: Any,
    ) -> Summary:
        """What comes of one round; `"/feed.xml"` is a path of the site. What was asked before is forgotten."""
        self.site.counts.clear()
        wanted = [one if isinstance(one, Watched) else Watched(address=self.site.at(one)) for one in watched]
        with Ledger.open(self.record) as ledger, Visits.open(self.record) as visits:
            taking = Taking(ledger, LIMIT, reader)
            return Round(
                self._web(), visits, taking, lambda: self.now, Choice(size_limit=LIMIT, **choice)
            ).run(wanted, on_event, of=of)

    def asked(self, *less: str) -> dict[str, int]:
        """How often each path was asked in the last round, robots.txt aside."""
        return {path: n for path, n in self.site.counts.items() if path not in ("/robots.txt", *less)}

    def stored(self) -> list[str]:
        """The addresses of all arrivals in the ledger, by path."""
        with Ledger.open(self.record) as ledger, ledger.connect() as db:
            found = db.exec_driver_sql("SELECT address FROM arrival").scalars()
            return sorted(address.removeprefix(self.site.address) for address in found)

    def texts(self) -> list[Text]:
        with Ledger.open(self.record) as ledger:
            return list(ledger.texts())


def atom(site: Site, paths: Iterable[str], updated: dict[str, int], more: str = "") -> Callable[[Any], None]:
    """A route that answers with an Atom feed of these pages as they are then."""

    def answer(handler: Any) -> None:
        entries = "".join(
            f'<entry><title>Report {path}</title><link href="{path}"/><updated>{_when(updated.get(path, STARTED))}'
            "</updated></entry>"
            for path in paths
        )
        feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title>{more}{entries}</feed>'
        site.pages["/atom-now"] = feed.encode()
        handler.page("/atom-now")

    return answer


def _when(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
