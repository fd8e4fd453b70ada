"""The ledger: what came in, what was read in it, what was judged of it. It only grows."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, func, insert, select

from communique.ledger import rows, verifying
from communique.ledger.evidence import checked
from communique.ledger.opening import Occupied, begun_within, copy_to, open_engine, said_clearly, writing
from communique.ledger.queue import Queue
from communique.ledger.reaching import NUMBERS, Reach, totals
from communique.ledger.schema import ARRIVAL, JUDGEMENT, READING, TEXT
from communique.ledger.storing import add_readings, arrive, check_page
from communique.ledger.waiting import Waiting, last_of, settled
from communique.model.added import Addition, addition_of, by_text, touched, with_added
from communique.model.errors import BrokenRecord, Misquote
from communique.model.judgement import Judgement, standing
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.text import Text

Entry = tuple[Page, Text, Reading]
CHUNK = 500
"""Rows that are held at a time while all are walked."""

_DEAR = 25
"""Texts that cost as much as a judgement to take in, more or less."""

_MOMENT = 0.03
"""Seconds for which a judgement waits for the record, where it may be kept beside it."""

Told = tuple[tuple[str, ...], Text, Reading]
"""The names under which a text came, itself, and its newest reading."""

Walked = tuple[tuple[str, ...], Text, str | None]
"""The same as it is stored, for texts without a reading too."""

Arrival = tuple[str, str | None, str | None]

_TEXT_IDS = (ARRIVAL.c.text_id, READING.c.text_id)


class Ledger:
    """A record file, open.

    >>> with Ledger.open("record.db") as ledger:          # doctest: +SKIP
    ...     ledger.append(page, text, reading)
    True
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self.engine = engine
        self.path = path
        self.queue = Queue()
        self.waiting = Waiting(path)
        self._judged: list[Judgement] = []

    @classmethod
    def open(cls, path: str | Path, create: bool = True) -> Self:
        """The ledger in the file `path`, a new one if need be; raises BrokenRecord if it is not ours.

        With `create` it must be possible to write it; without, one that may only be read is read.
        """
        path = Path(path)
        return cls(open_engine(path, create), path)

    def close(self) -> None:
        """Lets go of the file."""
        self.engine.dispose()

    @property
    def only_read(self) -> bool:
        """True for a record that may not be written, file or folder."""
        return self.engine.url.query.get("mode") == "ro"

    def for_writing(self) -> None:
        """Raises BrokenRecord for a record that may not be written, before any work is done for it."""
        if self.only_read:
            raise BrokenRecord(
                f"{self.path}: may not be written (look at the rights of the file and its folder)"
            )

    def copy_to(self, copy: Path) -> None:
        """Copies the whole record into a new file."""
        copy_to(self.path, copy)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append(self, page: Page, text: Text, reading: Reading) -> bool:
        """Stores all three for ever, or nothing of them; False when the reading was known already.

        Once it returns, no crash can take it back. Raises Misquote for evidence that the text does not bear.
        """
        return self.append_all([(page, text, reading)])[0]

    def append_all(self, entries: Iterable[Entry]) -> list[bool]:
        """As `append`, many in one go: all are stored or none; for each whether it was new."""
        ready = list(entries)
        for page, text, reading in ready:
            check_page(page, text)
            checked(reading, text)
        with self.transaction() as db:
            arrive(db, [(page, text) for page, text, _ in ready])
            return add_readings(db, [(text, reading) for _, text, reading in ready])

    def arrived(self, page: Page, text: Text) -> None:
        """Stores that a text which has been read already came in once more, perhaps under another name."""
        check_page(page, text)
        here = select(ARRIVAL.c.id).where(ARRIVAL.c.id == rows.arrival_row(text)["id"])
        with self.connect() as db:
            if db.execute(here).first():
                return
        with self.transaction() as db:
            arrive(db, [(page, text)])

    def append_reading(self, text: Text, reading: Reading) -> bool:
        """Stores one more reading of a text that is here already; as `append`."""
        checked(reading, text)
        with self.transaction() as db:
            return add_readings(db, [(text, reading)])[0]

    def judge(self, judgement: Judgement) -> int:
        """Stores a judgement after all earlier ones; its number, by which `undone` refers to it.

        Raises Misquote for one that adds a fact which the text does not bear, and for one that is about nothing.
        """
        if judgement.verdict == "added":
            self._check_added(judgement)
        try:
            with self._settling(_MOMENT if self.waiting.there else None) as (db, last):
                _check_about(judgement, last + 1)
                db.execute(insert(JUDGEMENT), [rows.judgement_row(last + 1, judgement)])
        except Occupied:
            with self.waiting.held() as box, self.connect() as db:
                last = max(last_of(db), *(number for number, _ in box.judgements()), 0)
                _check_about(judgement, last + 1)
                box.put(last + 1, judgement)
        return last + 1

    def take_waiting(self) -> None:
        """Puts the judgements that wait beside the record into it; does nothing where none waits."""
        if self.waiting.judgements():
            with self._settling(None):
                pass

    def may_wait(self) -> None:
        """From now on a judgement waits beside the record while another program writes it for long."""
        if not self.waiting.there:
            with self.transaction():
                self.waiting.make()

    @contextmanager
    def _settling(self, patience: float | None) -> Iterator[tuple[Connection, int]]:
        """A connection for one judgement more, behind all that waited, and the number of the last of them."""
        with ExitStack() as after:  # nobody finds out which number comes next before this one is committed
            with self.transaction(patience) as db:
                box = after.enter_context(self.waiting.held())
                yield db, settled(db, box)
            box.clear()

    def knows(self, text_id: str, reader: str) -> bool:
        """True when `reader` has read this text."""
        found = select(READING.c.id).where(READING.c.text_id == text_id, READING.c.reader == reader)
        with self.connect() as db:
            return db.execute(found).first() is not None

    def texts(self) -> Iterator[Text]:
        """Every text, by its id."""
        return (text for _, text, _ in self._walk())

    def readings(self) -> Iterator[tuple[tuple[str, ...], Text, Reading]]:
        """For every text its names, itself and its newest reading with what people added to it, by the text's id.

        What comes out depends on what the ledger holds, not on the order in which it came.
        """
        return _with_reading(self._walk(), by_text(self.judgements()))

    def next_after(self, db: Connection, reach: Reach, most: int = CHUNK) -> tuple[Reach, list[Told]]:
        """The texts that came, came again or were read next after `reach`, as `readings`; and how far they go.

        Taking one such step after the other meets every text at least once; a text whose reading came much
        later than itself, or to which people added something, is met again, each time with its newest reading.
        A judgement costs what many texts do: of them a step takes few.
        """
        ids: set[str] = set()
        upto: list[int] = []
        for number, text_id, from_ in zip(NUMBERS, _TEXT_IDS, reach, strict=False):
            found = select(number, text_id).where(number > from_).order_by(number).limit(most)
            new = db.execute(found).all()
            ids |= {str(id) for _, id in new}
            upto.append(int(new[-1][0]) if new else from_)
        judged = self._known(db)[: reach.judgements + max(1, most // _DEAR)]
        ids |= touched(judged, reach.judgements)
        return Reach(upto[0], upto[1], len(judged)), self.told(db, ids, judged)

    def told(self, db: Connection, ids: Collection[str], judged: Sequence[Judgement]) -> list[Told]:
        """The texts with these ids, as `readings`, with what the judgements add to them."""
        if not ids:
            return []
        texts = db.execute(select(TEXT.c.id, TEXT.c.characters).where(TEXT.c.id.in_(sorted(ids)))).all()
        walked = _of(db, [(id, characters) for id, characters in texts])
        return list(_with_reading(walked, by_text(judged)))

    def arrivals(self, db: Connection, ids: Collection[str] | None = None) -> Iterator[Arrival]:
        """Text id, address and moment of every arrival, or of those of some texts."""
        found = select(ARRIVAL.c.text_id, ARRIVAL.c.address, ARRIVAL.c.retrieved)
        if ids is not None:
            found = found.where(ARRIVAL.c.text_id.in_(sorted(ids)))
        return ((str(id), address, retrieved) for id, address, retrieved in db.execute(found))

    def reading_of(self, text_id: str) -> tuple[Text, Reading] | None:
        """One text and its newest reading, with what people added to it; None where there is none."""
        found = self._read(text_id)
        if found is None:
            return None
        text, reading = found
        return text, with_added(reading, self._added_to(text_id))

    def text(self, text_id: str) -> Text | None:
        """One text; None where there is none."""
        with self.connect() as db:
            characters = db.execute(select(TEXT.c.characters).where(TEXT.c.id == text_id)).scalar()
            metas = db.execute(select(ARRIVAL.c.meta).where(ARRIVAL.c.text_id == text_id)).scalars().all()
        return None if characters is None else rows.text_of(characters, metas)

    def _read(self, text_id: str) -> tuple[Text, Reading] | None:
        """One text and its newest reading as the reader left it."""
        text = self.text(text_id)
        with self.connect() as db:
            newest = select(READING.c.body).where(READING.c.text_id == text_id).order_by(READING.c.id.desc())
            body = db.execute(newest.limit(1)).scalar()
        return None if text is None or body is None else (text, rows.reading_of(body, text))

    def judgement(self, number: int) -> tuple[Judgement, bool] | None:
        """The judgement with this number, and whether it stands; None where there is none."""
        made = list(self.judgements())
        if not 0 < number <= len(made):
            return None
        return made[number - 1], number in {n for n, _ in standing(made)}

    def _added_to(self, text_id: str) -> list[Addition]:
        """What people added to one text and nobody took back."""
        here = (JUDGEMENT.c.verdict == "added", JUDGEMENT.c.left == text_id)
        with self.connect() as db:
            found = db.execute(select(JUDGEMENT).where(*here).order_by(JUDGEMENT.c.seq)).mappings().all()
            gone = taken_back(db) if found else frozenset()
        return [addition_of(rows.judgement_of(row)) for row in found if str(row["seq"]) not in gone]

    def _check_added(self, judgement: Judgement) -> None:
        """A fact that a person adds must stand in its text as one that a reader finds must."""
        addition, found = addition_of(judgement), self._read(judgement.left)
        if found is None:
            raise Misquote(f"r-{judgement.left}: no such report, so nothing can be added to it")
        text, reading = found
        for quote in addition.quotes:
            quote.check(text.characters)
        checked(with_added(reading, [addition]), text)

    def judgements(self, db: Connection | None = None) -> Iterator[Judgement]:
        """Every judgement in the order in which they were made; those of the snapshot `db`, if one is given."""
        if db is not None:
            return iter(self._known(db))
        waiting = self.waiting.judgements()  # looked up first: they may be in the ledger a moment later
        with self.connect() as own:
            known = self._known(own)
        return iter([*known, *(judgement for number, judgement in waiting if number > len(known))])

    def _known(self, db: Connection) -> Sequence[Judgement]:
        """All judgements of a snapshot; only those are read that came since they were asked for last."""
        last = last_of(db)
        known = self._judged
        if len(known) < last:
            found = select(JUDGEMENT).where(JUDGEMENT.c.seq > len(known)).order_by(JUDGEMENT.c.seq)
            known = [*known, *map(rows.judgement_of, db.execute(found).mappings())]
            self._judged = known
        return known[:last]

    def digest(self) -> str:
        """A stamp of all that the ledger holds: equal if and only if nothing was added, in whatever order."""
        with self.connect() as db:
            return totals(db).digest

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection for reading, one snapshot from first to last."""
        with said_clearly(self.path), self.engine.connect() as db:
            yield db

    @contextmanager
    def transaction(self, patience: float | None = None) -> Iterator[Connection]:
        """A connection for writing what is derived from the ledger: all of it is kept, or nothing.

        Raises Occupied where others write for longer than `patience` seconds, if that is given.
        """
        with said_clearly(self.path), writing(self.engine) as db:
            with self.queue.waiting():
                begun = db.begin() if patience is None else begun_within(db, patience)
            with begun:
                yield db

    def verify(self, db: Connection | None = None) -> list[str]:
        """Every violated invariant as one line in words; an empty list for a sound record, or snapshot `db` of it."""
        if db is not None:
            return list(verifying.problems(db))
        with self.connect() as own:
            return list(verifying.problems(own))

    def _walk(self) -> Iterator[Walked]:
        """Names, text and newest reading of every text, by id, a chunk at a time in one snapshot."""
        last = ""
        with self.connect() as db:
            while chunk := db.execute(
                select(TEXT.c.id, TEXT.c.characters).where(TEXT.c.id > last).order_by(TEXT.c.id).limit(CHUNK)
            ).all():
                last = chunk[-1].id
                yield from _of(db, [(id, characters) for id, characters in chunk])


def _check_about(judgement: Judgement, seq: int) -> None:
    """What is kept can never be removed: a word about nothing would trouble every reading of the ledger."""
    left = judgement.left
    if judgement.verdict == "undone" and left not in {str(n) for n in range(1, seq)}:
        raise Misquote(f"{left}: no earlier judgement, so nothing can be undone")
    if not left.split() or (judgement.right is not None and not judgement.right.split()):
        raise Misquote("a judgement must name what it is about")


def _of(db: Connection, texts: Sequence[tuple[str, str]]) -> Iterator[Walked]:
    """What is known of some texts, given by id and characters."""
    ids = [id for id, _ in texts]
    metas, names = _arrivals(db, ids)
    bodies = _newest(db, ids)
    for id, characters in texts:
        yield names[id], rows.text_of(characters, metas[id]), bodies.get(id)


def _with_reading(walked: Iterable[Walked], added: Mapping[str, Sequence[Addition]]) -> Iterator[Told]:
    """Those that have a reading, with it and with what people added to it."""
    for names, text, body in walked:
        if body is not None:
            yield names, text, with_added(rows.reading_of(body, text), added.get(text.id, ()))


def taken_back(db: Connection) -> frozenset[str]:
    """The numbers of the judgements that were undone; an undoing that was undone itself counts no more."""
    undone = select(JUDGEMENT.c.seq, JUDGEMENT.c.left).where(JUDGEMENT.c.verdict == "undone")
    gone: set[str] = set()
    for seq, left in db.execute(undone.order_by(JUDGEMENT.c.seq.desc())):
        if str(seq) not in gone:
            gone.add(left)
    return frozenset(gone)


def _arrivals(db: Connection, ids: Sequence[str]) -> tuple[dict[str, list[str]], dict[str, tuple[str, ...]]]:
    found = db.execute(
        select(ARRIVAL.c.text_id, ARRIVAL.c.name, ARRIVAL.c.meta)
        .where(ARRIVAL.c.text_id.in_(ids))
        .order_by(ARRIVAL.c.text_id)
    ).all()
    metas, names = {}, {}
    for id, group in groupby(found, key=lambda row: str(row.text_id)):
        arrived = list(group)
        metas[id] = [row.meta for row in arrived]
        names[id] = tuple(sorted({row.name for row in arrived}))
    return metas, names


def _newest(db: Connection, ids: Sequence[str]) -> dict[str, str]:
    newest = select(func.max(READING.c.id)).where(READING.c.text_id.in_(ids)).group_by(READING.c.text_id)
    found = db.execute(select(READING.c.text_id, READING.c.body).where(READING.c.id.in_(newest)))
    return {row.text_id: row.body for row in found}
