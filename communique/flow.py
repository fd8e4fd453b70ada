"""The one file that knows the order: page, text, reading, ledger; then clusters, record, catalogue."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from communique.model.errors import BadInput, CommuniqueError, Misquote
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.text import Text
from communique.text import clean

if TYPE_CHECKING:
    from communique.catalogue.rows import Counts
    from communique.ledger import Ledger

Inputs = Iterable[Page | BadInput]
Ready = tuple[Page, Text, Reading]


class Reader(NamedTuple):
    """What reads texts, and the name under which its readings are kept."""

    name: str
    read: Callable[[Text], Reading]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input: `read`, `known` or `failed`, the last with its reason."""

    name: str
    became: str
    reason: str = ""


class Summary(msgspec.Struct, frozen=True):
    """What became of all inputs; `failed` holds name and reason of each that could not be read."""

    read: int = 0
    known: int = 0
    failed: tuple[tuple[str, str], ...] = ()

    def plus(self, outcome: Outcome) -> "Summary":
        """This summary with one more outcome."""
        failed = ((outcome.name, outcome.reason),) if outcome.became == "failed" else ()
        return Summary(
            self.read + (outcome.became == "read"),
            self.known + (outcome.became == "known"),
            self.failed + failed,
        )


def standard_reader() -> Reader:
    """The reader of this package."""
    from communique import reading  # its vocabulary takes a moment to load; not every command needs it

    return Reader(reading.READER, reading.read)


def read_page(page: Page, reader: Reader | None = None) -> tuple[Text, Reading]:
    """A page's text and all that is read in it; raises BadInput, and whatever the reader raises."""
    text = clean(page)
    return text, (reader or standard_reader()).read(text)


def read_all(inputs: Inputs, reader: Reader | None = None) -> Iterator[tuple[Text, Reading] | Outcome]:
    """Every input read and nothing kept: text and reading, or the failed outcome in its place."""
    reader = reader or standard_reader()
    for page in inputs:
        try:
            if isinstance(page, BadInput):
                raise page
            yield read_page(page, reader)
        except Exception as error:
            yield _failed(page.name, error)


def add(
    ledger: "Ledger",
    inputs: Inputs,
    on_progress: Callable[[Outcome], None] = lambda _: None,
    *,
    reader: Reader | None = None,
    batch: int = 32,
) -> Summary:
    """Reads every input and stores what is new; a bad one becomes a failed line and the rest goes on.

    An input counts as read once it is stored for good, `batch` reports at a time. Raises BrokenRecord
    when the record itself cannot be written.
    """
    summary = Summary()
    for outcome in _outcomes(ledger, inputs, reader or standard_reader(), batch):
        summary = summary.plus(outcome)
        on_progress(outcome)
    return summary


def reread(
    ledger: "Ledger", on_progress: Callable[[Outcome], None] = lambda _: None, *, reader: Reader | None = None
) -> Summary:
    """Reads again every stored text that this reader has not read yet: after an upgrade."""
    reader = reader or standard_reader()
    summary = Summary()
    for text in ledger.texts():
        outcome = Outcome(text.name, "known")
        if not ledger.knows(text.id, reader.name):
            try:
                ledger.append_reading(text, reader.read(text))
                outcome = Outcome(text.name, "read")
            except Exception as error:
                outcome = _failed(text.name, error)
        summary = summary.plus(outcome)
        on_progress(outcome)
    return summary


def rebuild(ledger: "Ledger", anew: bool = False) -> "Counts":
    """Brings the catalogue up to what the ledger holds, or makes it `anew` in any case; what it holds then.

    This is the joint between the ledger and all that is derived from it.
    """
    from communique import catalogue, record, resolution  # slow to load, not needed where nothing is kept
    from communique.catalogue import queries

    digest = ledger.digest()  # taken first: what arrives meanwhile leaves the catalogue stale, never wrong
    with ledger.connect() as db:
        fresh = catalogue.stamp(db) == digest and not anew
    if not fresh:
        told = list(ledger.readings())
        judgements = list(ledger.judgements())
        clusters = resolution.resolve(told, judgements)
        whole = record.project(told, clusters, judgements)
        with ledger.transaction() as db:
            catalogue.write(db, whole, (text for _, text, _ in told), digest)
    with ledger.connect() as db:
        return queries.counts(db)


def _outcomes(ledger: "Ledger", inputs: Inputs, reader: Reader, batch: int) -> Iterator[Outcome]:
    ready: list[Ready] = []
    for page in inputs:
        taken = _take(ledger, page, reader)
        if isinstance(taken, Outcome):
            yield taken
            continue
        ready.append(taken)
        if len(ready) >= batch:
            yield from _store(ledger, ready)
            ready = []
    yield from _store(ledger, ready)


def _take(ledger: "Ledger", page: Page | BadInput, reader: Reader) -> Ready | Outcome:
    """One input read and ready to be stored, or what became of it without."""
    if isinstance(page, BadInput):
        return Outcome(page.name, "failed", page.reason)
    try:
        text = clean(page)
    except Exception as error:
        return _failed(page.name, error)
    if ledger.knows(text.id, reader.name):
        ledger.arrived(page, text)
        return Outcome(page.name, "known")
    try:
        return page, text, reader.read(text)
    except Exception as error:  # one report that trips the reader must not hold up the others
        return _failed(page.name, error)


def _store(ledger: "Ledger", ready: list[Ready]) -> Iterator[Outcome]:
    """Stores all at once; when one of them is refused, each by itself."""
    if not ready:
        return
    try:
        new = ledger.append_all(ready)
    except Misquote as error:
        if len(ready) == 1:
            yield Outcome(ready[0][0].name, "failed", f"its reading is refused: {error}")
        else:
            for one in ready:
                yield from _store(ledger, [one])
        return
    for (page, _, _), is_new in zip(ready, new, strict=True):
        yield Outcome(page.name, "read" if is_new else "known")


def _failed(name: str, error: Exception) -> Outcome:
    if isinstance(error, BadInput):
        return Outcome(name, "failed", error.reason)
    if isinstance(error, CommuniqueError):
        return Outcome(name, "failed", str(error))
    return Outcome(name, "failed", f"could not be read ({type(error).__name__}: {error})")
