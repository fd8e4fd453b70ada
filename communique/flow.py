"""The one file that knows the order: page, text, reading, ledger; then clusters, record, catalogue."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from communique.collecting import rarely_collected, settled
from communique.helpings import Helping
from communique.model.errors import BadInput, BrokenRecord, CommuniqueError, Misquote, SetAside
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.text import Text
from communique.source import place_of, set_aside
from communique.text import Account, account_of, clean

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from communique.catalogue.rows import Counts
    from communique.ledger import Ledger
    from communique.model.record import Record
    from communique.reading import Explained

Inputs = Iterable[Page | BadInput]
Ready = tuple[Page, Text, Reading]
Found = TypeVar("Found")


STALE = (
    "its catalogue is not up to date, and may not be written here; "
    "copy the file to where you may write, and ask the copy"
)


_HELD = 2.0
"""Seconds after which what was read is stored although its batch is not full: pages from the web come slowly."""


_WAY, _BETWEEN = 2.0, (0.1, 0.3)
"""Seconds for which whoever waits to write is let through before the next reports are taken in; and which are left to other programs,
where they are known to wait longer than the tenth of a second after which the database lets them try again."""


class Reader(NamedTuple):
    """What reads texts, and the name under which its readings are kept."""

    name: str
    read: Callable[[Text], Reading]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input: `read`, `known`, `aside` or `failed`, the last two with their reason.

    `name` is where a failed input came from (`in/a.html`, `reports.jsonl:9`), else the input's own id.
    """

    name: str
    became: str
    reason: str = ""


class Summary(msgspec.Struct, frozen=True):
    """What became of all inputs; `failed` holds name and reason of each that could not be read, `aside` counts
    the pages of crawls that say nothing of a meeting: they may be millions, so that their names are not kept."""

    read: int = 0
    known: int = 0
    aside: int = 0
    failed: tuple[tuple[str, str], ...] = ()

    def plus(self, outcome: Outcome) -> "Summary":
        """This summary with one more outcome."""
        failed = ((outcome.name, outcome.reason),) if outcome.became == "failed" else ()
        return Summary(
            self.read + (outcome.became == "read"),
            self.known + (outcome.became == "known"),
            self.aside + (outcome.became == "aside"),
            self.failed + failed,
        )


def standard_reader() -> Reader:
    """The reader of this package."""
    from communique import reading  # its vocabulary takes a moment to load; not every command needs it

    reading.read(Text(name="warm", characters="The ministers met in May."))
    settled()  # the vocabulary stays
    return Reader(reading.READER, reading.read)


def read_page(page: Page, reader: Reader | None = None) -> tuple[Text, Reading]:
    """A page's text and all that is read in it; raises BadInput, and whatever the reader raises."""
    text = _cleaned(page)
    return text, (reader or standard_reader()).read(text)


def read_all(inputs: Inputs, reader: Reader | None = None) -> Iterator[tuple[Text, Reading] | Outcome]:
    """Every input read and nothing kept: text and reading, or the failed outcome in its place."""
    reader = reader or standard_reader()
    return _each(inputs, lambda page: read_page(page, reader))


def explain_all(inputs: Inputs) -> Iterator[tuple[Text, Reading, list["Explained"]] | Outcome]:
    """As `read_all`, and for each report what was found in each sentence, by which rule."""
    from communique import reading

    def explained(page: Page) -> tuple[Text, Reading, list["Explained"]]:
        text = _cleaned(page)
        return text, *reading.explain(text)

    standard_reader()
    return _each(inputs, explained)


def account_all(inputs: Inputs) -> "Iterator[tuple[Page, Account] | Outcome]":
    """How each page became its text: what is known of it and from where, and what was dropped."""
    return _each(inputs, lambda page: (page, account_of(page)))


def _each(inputs: Inputs, work: Callable[[Page], Found]) -> Iterator[Found | Outcome]:
    """What `work` makes of every input, or the failed outcome in its place."""
    for page in inputs:
        try:
            if isinstance(page, BadInput):
                raise page
            yield work(page)
        except Exception as error:
            yield _failed(_place(page), error)


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


def rebuild(
    ledger: "Ledger", anew: bool = False, on_progress: Callable[[int], None] = lambda _: None
) -> "Counts":
    """Brings the catalogue up to what the ledger holds, or makes it `anew` in any case; what it holds then.

    `on_progress` is told how many reports were taken in.
    """
    from communique.catalogue import queries

    catch_up(ledger, anew, on_progress)
    with ledger.connect() as db:
        return queries.counts(db)


def catch_up(
    ledger: "Ledger",
    anew: bool = False,
    on_progress: Callable[[int], None] = lambda _: None,
    *,
    polite: bool = False,
) -> None:
    """As `rebuild`, for whoever does not ask how much there is.

    This is the joint between the ledger and all that is derived from it: what is new in the one is taken into
    the other some at a time, each time entire or not at all, and others may write in between. Anew, it is one
    transaction. `polite` is to be who knows that others wait, in processes that this one does not see.
    """
    if not ledger.only_read:
        ledger.take_waiting()
    with ledger.connect() as db:
        if not anew and _holds_all(db):
            return
    if ledger.only_read:
        raise BrokenRecord(f"{ledger.path}: {STALE}")
    if anew:
        with ledger.transaction() as db, rarely_collected():
            grow_whole(ledger, db, db, on_progress)
        return
    going, helping = True, Helping.first(polite or ledger.queue.busy)
    while going:
        with ledger.transaction() as db, rarely_collected():
            began = monotonic()
            going = _grow(ledger, db, db, on_progress, helping.reports)
        helping = helping.after(monotonic() - began, polite or ledger.queue.busy)
        ledger.queue.give_way(_WAY)
        ledger.take_waiting()
        if going:
            sleep(_BETWEEN[polite])


def _holds_all(db: "Connection") -> bool:
    """Whether the catalogue was made of all that the ledger holds."""
    from communique import catalogue
    from communique.ledger import reached

    return bool(catalogue.stamp(db)) and catalogue.noted(db, "reach") == reached(db)


def grow_whole(
    ledger: "Ledger",
    source: "Connection",
    target: "Connection",
    on_progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Makes the catalogue of the ledger at `source` in `target`, in place of any that is there."""
    from communique import growing

    growing.begin(target)
    while _grow(ledger, source, target, on_progress):
        pass


def _grow(
    ledger: "Ledger",
    source: "Connection",
    target: "Connection",
    on_progress: Callable[[int], None],
    most: int = 500,
) -> bool:
    """Takes in what comes next, `most` reports of it; False once the catalogue holds all. Nobody may write the ledger meanwhile."""
    from communique import catalogue, growing
    from communique.ledger import Reach, Totals, reached, totals
    from communique.resolution.versions import Arrived

    if catalogue.stamp(target) is None:
        growing.begin(target)
    reach, held = Reach(*catalogue.noted(target, "reach")), Totals(*catalogue.noted(target, "totals"))
    upto, told = ledger.next_after(source, reach, most)
    if upto != reach:
        judged = list(ledger.judgements(source))[: upto.judgements]
        said = growing.said_by(growing.said_of_newest(target, judged[: reach.judgements]))
        arrivals = (Arrived(*one) for one in ledger.arrivals(source, [text.id for _, text, _ in told]))
        whole = growing.follow(target, told, arrivals, judged, partial(ledger.told, source, judged=judged))
        now = growing.said_by(growing.said_of_newest(target, judged))
        growing.grow(target, whole, said, now)
        on_progress(len(told))
    held = held.plus(totals(source, reach, upto))
    more = reached(source) != upto
    catalogue.seal(target, "" if more else held.digest, upto, held)
    return more


def projected(ledger: "Ledger") -> "tuple[Record, list[Text]]":
    """The record that the ledger adds up to, worked out in one go, and the texts that it was read in."""
    from communique import record, resolution
    from communique.resolution import versions

    with ledger.connect() as db:
        arrivals = [versions.Arrived(*one) for one in ledger.arrivals(db)]
    told, judgements, older = versions.followed(list(ledger.readings()), list(ledger.judgements()), arrivals)
    clusters = resolution.resolve(told, judgements, older)
    return record.project(told, clusters, judgements), [text for _, text, _ in told]


def exported(ledger: "Ledger") -> Iterator[str]:
    """The record as lines of JSON, one an entry: the same for the same ledger, in whatever order it grew.

    A record that may not be written, and is not up to date, is worked out beside it.
    """
    from communique import catalogue, record, soundness

    if ledger.only_read:
        with ledger.connect() as source, soundness.made_anew(ledger, source, grow_whole) as db:
            yield from record.to_jsonl(catalogue.every_entry(db))
        return
    catch_up(ledger)
    with ledger.connect() as db:
        yield from record.to_jsonl(catalogue.every_entry(db))


def check(ledger: "Ledger") -> list[str]:
    """Every violated invariant as one line: of the ledger, and of the catalogue that was made from it."""
    from communique import catalogue, soundness
    from communique.ledger import totals

    with ledger.connect() as db:  # one snapshot of all that is compared, whatever others write meanwhile
        if faults := ledger.verify(db):
            return faults
        if catalogue.stamp(db) != totals(db).digest:
            return []  # it is made anew before the next question is answered
        return soundness.differences(ledger, db, grow_whole)


def _outcomes(ledger: "Ledger", inputs: Inputs, reader: Reader, batch: int) -> Iterator[Outcome]:
    ready: list[Ready] = []
    since = monotonic()
    try:
        for page in inputs:
            taken = _take(ledger, page, reader)
            if isinstance(taken, Outcome):
                yield taken
                continue
            ready.append(taken)
            if len(ready) >= batch or monotonic() - since > _HELD:
                yield from _store(ledger, ready)
                ready, since = [], monotonic()
    except KeyboardInterrupt:
        for _ in _store(ledger, ready):  # what a person waited for is kept when they stop
            pass
        raise
    yield from _store(ledger, ready)


def _take(ledger: "Ledger", page: Page | BadInput, reader: Reader) -> Ready | Outcome:
    """One input read and ready to be stored, or what became of it without."""
    if isinstance(page, BadInput):
        return _failed(page.name, page)
    try:
        text = _cleaned(page)
    except Exception as error:
        return _failed(place_of(page), error)
    if aside := set_aside(page, text.report):
        return _failed(place_of(page), aside)
    if ledger.knows(text.id, reader.name):
        ledger.arrived(page, text)
        return Outcome(page.name, "known")
    try:
        return page, text, reader.read(text)
    except Exception as error:  # one report that trips the reader must not hold up the others
        return _failed(place_of(page), error)


def _store(ledger: "Ledger", ready: list[Ready]) -> Iterator[Outcome]:
    """Stores all at once; when one of them is refused, each by itself."""
    if not ready:
        return
    try:
        new = ledger.append_all(ready)
    except (Misquote, UnicodeError) as error:
        if len(ready) == 1:
            yield Outcome(place_of(ready[0][0]), "failed", f"its reading is refused: {error}")
        else:
            for one in ready:
                yield from _store(ledger, [one])
        return
    for (page, _, _), is_new in zip(ready, new, strict=True):
        yield Outcome(page.name, "read" if is_new else "known")


def _cleaned(page: Page) -> Text:
    """The page's text; raises BadInput too where the sender names a day that is none."""
    if page.published and not clean(Page(name="", body=b"-", published=page.published)).published:
        raise BadInput(page.name, f"its `published` is no date: {page.published!r}; write it as 2024-11-28")
    return clean(page)


def _place(page: Page | BadInput) -> str:
    return page.name if isinstance(page, BadInput) else place_of(page)


def _failed(name: str, error: Exception) -> Outcome:
    if isinstance(error, SetAside):
        return Outcome(name, "aside", error.reason)
    if isinstance(error, BadInput):
        return Outcome(name, "failed", error.reason)
    if isinstance(error, CommuniqueError):
        return Outcome(name, "failed", str(error))
    return Outcome(name, "failed", f"could not be read ({type(error).__name__}: {error})")
