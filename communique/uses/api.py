"""Communique from Python: open a record, add reports, ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from communique import catalogue, flow, kin
from communique.catalogue import queries
from communique.catalogue.comparing import Compared, compared
from communique.catalogue.journeys import Journey, Waiting, journey, waiting
from communique.catalogue.offices import Held, offices
from communique.catalogue.rows import (
    BodyRow,
    CommitmentRow,
    Counts,
    EvidenceRow,
    FigureRow,
    Hit,
    InstrumentRow,
    MeetingRow,
    OperationRow,
    PersonRow,
    ReportRow,
    StatementRow,
)
from communique.catalogue.series import Series, series
from communique.ledger import Ledger
from communique.model.judgement import Judgement
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.record import Entry
from communique.model.text import Text
from communique.settings import settings
from communique.uses.fetching import inputs

if TYPE_CHECKING:
    from communique.catalogue.copies import Telling
    from communique.catalogue.versions import Version
    from communique.watching import Summary


def read(text: str | Text, *, published: str | None = None) -> Reading:
    """All that a report says: its characters (or an HTML page's), or a Text. Keeps nothing.

    `published` is the report's day (`2024-11-28`) where the report does not say it. Raises BadInput for
    what is no text.
    """
    if isinstance(text, Text):
        return flow.standard_reader().read(text)
    page = Page(name="text", body=text.encode(), published=published)
    return flow.read_page(page)[1]


class Communique:
    """A record, open: a file that holds the reports, what was read in them, and what they add up to.

    >>> with Communique.open("csto.db") as record:          # doctest: +SKIP
    ...     record.add("reports/")
    ...     record.meetings("astana 2024")
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Self:
        """The record in the file `path`, a new one if need be; raises BrokenRecord if it is not ours."""
        return cls(Ledger.open(path, create))

    def close(self) -> None:
        """Lets go of the file."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, *paths: str | Path, all_pages: bool = False) -> flow.Summary:
        """Reads files, folders and addresses and keeps what is new; the summary names what failed and why.

        Of a crawl (WARC) only the pages that tell of a meeting at first sight are read, unless `all_pages`.
        """
        return flow.add(self._ledger, inputs(paths, settings(), gated=not all_pages))

    def watch(self, what: str | Path, *words: str) -> "Summary":
        """One round over the lists that a file names, or over one address (`words` stand behind it: `feed`, `/news/*`); what came of it.

        As `communique watch --once`; what was asked before is remembered. Raises BadInput for what names no address, BrokenRecord
        where somebody else watches for this record.
        """
        from communique.uses.watched import watching_once
        from communique.watching import watching

        with watching(self._ledger.path):
            return watching_once(self._ledger, (str(what), *words), settings())

    def copies(self, report: str = "") -> "list[tuple[Telling, ...]]":
        """The groups of reports that are one text told again, or the one of `report`; the source first in each. Raises NotFound."""
        return kin.copies(self._ledger, report)

    def versions(self, report: str = "") -> "list[tuple[Version, ...]]":
        """The versions of each page that changed, or of the page of `report`; the oldest first in each. Raises NotFound."""
        return kin.versions(self._ledger, report)

    def read(self, text: str | Text, *, published: str | None = None) -> Reading:
        """As `communique.read`: reads and keeps nothing."""
        return read(text, published=published)

    def judge(self, judgement: Judgement) -> int:
        """Keeps a person's word on two mentions or on a claim; its number, by which it can be undone."""
        return self._ledger.judge(judgement)

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A connection to the catalogue, brought up to date first: for `catalogue.queries` and for SQL."""
        flow.catch_up(self._ledger)
        with catalogue.asking(self._ledger.path) as db:
            yield db

    def counts(self) -> Counts:
        """How much the record holds of each kind."""
        with self.asking() as db:
            return queries.counts(db)

    def meetings(self, words: str = "") -> tuple[MeetingRow, ...]:
        """The meetings that have all `words`, newest first."""
        with self.asking() as db:
            return queries.meetings(db, words)

    def people(self, words: str = "") -> tuple[PersonRow, ...]:
        """The people that have all `words`, in any spelling, by surname."""
        with self.asking() as db:
            return queries.people(db, words)

    def bodies(self, words: str = "") -> tuple[BodyRow, ...]:
        """The bodies that have all `words`."""
        with self.asking() as db:
            return queries.bodies(db, words)

    def instruments(self, words: str = "") -> tuple[InstrumentRow, ...]:
        """The instruments that have all `words`."""
        with self.asking() as db:
            return queries.instruments(db, words)

    def journey(self, id: str) -> Journey:
        """What was done with one instrument, by which organ, when; and whether its fate is open. Raises NotFound."""
        with self.asking() as db:
            return journey(db, id)

    def pending(self, words: str = "") -> tuple[Waiting, ...]:
        """The instruments that have all `words`, submitted or planned, of which no report read tells what became."""
        with self.asking() as db:
            return waiting(db, words)

    def figures(self, words: str = "") -> tuple[FigureRow, ...]:
        """The figures that have all `words`, each as one report claims it."""
        with self.asking() as db:
            return queries.figures(db, words)

    def offices(self, words: str = "") -> tuple[Held, ...]:
        """The offices that have all `words` (title, country or organisation, holder), each with its holders in order."""
        with self.asking() as db:
            return offices(db, words)

    def series(self, body: str) -> Series:
        """A body's sittings in order, with gaps, rhythm, chairs, and the order of turns; raises NotFound."""
        with self.asking() as db:
            return series(db, body)

    def compared(self, words: str = "") -> tuple[Compared, ...]:
        """Figures that claim the same thing, side by side, with growth and contradiction; never added up."""
        with self.asking() as db:
            return compared(db, words)

    def operations(self, words: str = "") -> tuple[OperationRow, ...]:
        """The operations that have all `words`."""
        with self.asking() as db:
            return queries.operations(db, words)

    def statements(self, words: str = "") -> tuple[StatementRow, ...]:
        """The statements that have all `words`, newest report first."""
        with self.asking() as db:
            return queries.statements(db, words)

    def commitments(self, words: str = "") -> tuple[CommitmentRow, ...]:
        """The commitments that have all `words`, by due date."""
        with self.asking() as db:
            return queries.commitments(db, words)

    def reports(self, words: str = "") -> tuple[ReportRow, ...]:
        """The reports whose title or text has all `words`, newest first."""
        with self.asking() as db:
            return queries.reports(db, words)

    def search(self, words: str) -> tuple[Hit, ...]:
        """Everything that has all `words`, best first."""
        with self.asking() as db:
            return catalogue.search(db, words)

    def get(self, id: str) -> Entry:
        """One entry whole, by its id or an unambiguous beginning of it; raises NotFound."""
        with self.asking() as db:
            return queries.whole(db, id)

    def why(self, id: str, field: str | None = None) -> tuple[EvidenceRow, ...]:
        """Every quote behind an entry or one of its fields, contradicting ones too; raises NotFound."""
        with self.asking() as db:
            return queries.evidence(db, id, field)
