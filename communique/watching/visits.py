"""What was asked, when, with which answer, and what is still to be asked.

It is kept in a file of its own beside the record (`csto.db-visits`), never in the ledger: it changes with every answer,
and losing it costs nothing but asking again. What one list names is stored together with its answer, so that a
watcher that is killed goes on where it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import URL, Connection, Engine, Table, create_engine, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.exc import DBAPIError

from communique.model.errors import BrokenRecord
from communique.source.listed import Contents, Listed, Watched, matches
from communique.source.web import Kept
from communique.watching.again import after_change
from communique.watching.state import HOST, LIST, METADATA, NAMED, PAGE, SITE, Row, row_of

CHUNK = 500
"""Addresses that are looked up at a time."""


MARKS = ("etag", "modified", "sha256")
"""By which it is told whether an address gives what it gave before."""

SHARED = ("asked", "answered", "etag", "modified", "final", "sha256", "texts")
"""What is known of a page under each of its addresses."""

LED = "led"
"""Status of an address to which another one led, and that was never asked for itself."""

ASIDE = "set aside"
"""Status of a page that told of no meeting at first sight."""

UNASKED = dict.fromkeys(("status", "reason", *MARKS), "")
"""What is forgotten of a page that was set aside when it is to be read after all."""


def path_of(record: str | Path) -> Path:
    """The file of what was asked for a record: one, by whichever name the record is called."""
    return Path(f"{Path(record).resolve()}-visits")


def host_of(address: str) -> str:
    """The host of an address, with its port where that is told."""
    return urlsplit(address).netloc


class Visits:
    """What was asked for one record.

    >>> with Visits.open("csto.db") as visits:          # doctest: +SKIP
    ...     visits.waiting(now, most=100)
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, record: str | Path) -> Self:
        """The visits of a record, none at first; raises BrokenRecord where they cannot be kept."""
        path = path_of(record)
        engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": 30})
        visits = cls(engine, path)
        with visits._said_clearly():
            METADATA.create_all(engine)
        return visits

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.dispose()

    def watch(self, one: Watched) -> Row:
        """The list as it is known; one that is to be read otherwise than before is read anew."""
        wanted = {"kind": one.kind, "pattern": one.pattern, "since": one.since, "all": one.all, "parent": ""}
        anew = dict.fromkeys(MARKS, "")
        with self._writing() as db:
            db.execute(insert_new(LIST).on_conflict_do_nothing(), {"address": one.address, **wanted})
            other = or_(*(LIST.c[name] != value for name, value in wanted.items() if name != "parent"))
            db.execute(update(LIST).where(LIST.c.address == one.address, other).values(**anew))
            db.execute(update(LIST).where(LIST.c.address == one.address).values(**wanted))
            return row_of(db.execute(select(LIST).where(LIST.c.address == one.address)).mappings().one())

    def named(self, of: str, addresses: Iterable[str]) -> None:
        """These are the lists, and no others, that the file `of` names now."""
        rows = [{"address": address, "of": of} for address in dict.fromkeys(addresses)]
        with self._writing() as db:
            db.execute(delete(NAMED).where(NAMED.c.of == of))
            if rows:
                db.execute(insert_new(NAMED), rows)

    def left(self) -> list[str]:
        """The lists that were watched and that no file names any more."""
        still = select(NAMED.c.address)
        once = select(LIST.c.address).where(LIST.c.parent == "", LIST.c.address.not_in(still))
        with self._reading() as db:
            return [str(one) for one in db.execute(once.order_by(LIST.c.address)).scalars()]

    def below(self, address: str) -> list[Row]:
        """The sitemaps that an index names."""
        return self._rows(select(LIST).where(LIST.c.parent == address).order_by(LIST.c.address))

    def lists(self) -> list[Row]:
        """All lists, by address."""
        return self._rows(select(LIST).order_by(LIST.c.address))

    def took(self, row: Row, contents: Contents | None, now: int) -> int:
        """Stores what became of a list with all that it names; how many pages are new to us.

        `contents` is None where it gave nothing new.
        """
        pages = contents.pages if contents else ()
        wanted = [one for one in pages if _is_wanted(one, row)]
        known = msgspec.structs.replace(row, what=contents.kind, named=len(wanted)) if contents else row
        with self._writing() as db:
            db.execute(update(LIST).where(LIST.c.address == row.address).values(**_of(LIST, known)))
            for one in contents.more if contents else ():
                _below(db, one, row)
            if contents:
                _drop(db, row.address, {one.address for one in contents.more})
            pieces = (wanted[at : at + CHUNK] for at in range(0, len(wanted), CHUNK))
            return sum(_found(db, piece, known, now) for piece in pieces)

    def want(self, address: str, now: int) -> None:
        """The page is to be asked, however often it was, and read, whatever it tells of."""
        with self._writing() as db:
            new = {"address": address, "source": address, "found": now, "due": now}
            known = {"due": now, "gated": False}
            db.execute(insert_new(PAGE).on_conflict_do_update(index_elements=["address"], set_=known), new)
            aside = (PAGE.c.address == address, PAGE.c.status == ASIDE)
            db.execute(update(PAGE).where(*aside).values(**UNASKED))

    def waiting(self, now: int, most: int) -> list[Row]:
        """The pages that are due, those stated to be newest first."""
        newest = func.max(PAGE.c.changed, PAGE.c.published).desc()
        due = select(PAGE).where(PAGE.c.due <= now).order_by(newest, PAGE.c.found, PAGE.c.address)
        return self._rows(due.limit(most))

    def count_waiting(self, now: int) -> int:
        """How many pages are due."""
        with self._reading() as db:
            return int(db.execute(select(func.count()).where(PAGE.c.due <= now)).scalar() or 0)

    def page(self, address: str) -> Row | None:
        """A page as it is known, None where it is not."""
        found = self._rows(select(PAGE).where(PAGE.c.address == address))
        return found[0] if found else None

    def failed(self) -> list[Row]:
        """The pages that gave nothing when they were asked last, those asked last first."""
        return self._rows(
            select(PAGE).where(PAGE.c.failures > 0).order_by(PAGE.c.asked.desc(), PAGE.c.address)
        )

    def counts(self) -> dict[str, int]:
        """How many pages there are of each status, "" for those never asked; other addresses of a page do not count."""
        own = select(PAGE.c.status, func.count()).where(PAGE.c.status != LED).group_by(PAGE.c.status)
        with self._reading() as db:
            found = db.execute(own)
            return {str(status): int(number) for status, number in found}

    def came(self, row: Row) -> None:
        """Stores what became of a page; where it led elsewhere, that address needs no asking of its own.

        One that was set aside does not speak for where it led: that address may be wanted whatever it tells of.
        """
        values = _of(PAGE, row)
        with self._writing() as db:
            db.execute(update(PAGE).where(PAGE.c.address == row.address).values(**values))
            if row.final not in ("", row.address) and row.answered is not None and row.status != ASIDE:
                other = {**values, "address": row.final, "status": LED, "due": None}
                known = {name: other[name] for name in (*SHARED, "due")}
                db.execute(
                    insert_new(PAGE).on_conflict_do_update(index_elements=["address"], set_=known), other
                )

    def hold(self, address: str, until: int) -> None:
        """The host of the address is left alone until then."""
        said = {"host": host_of(address), "until": until}
        with self._writing() as db:
            db.execute(insert_new(HOST).on_conflict_do_update(index_elements=["host"], set_=said), said)

    def held(self, now: int) -> dict[str, int]:
        """The hosts that are left alone, and until when."""
        with self._reading() as db:
            found = db.execute(select(HOST.c.host, HOST.c.until).where(HOST.c.until > now))
            return {str(host): int(until) for host, until in found}

    def keep(self, sites: Iterable[Kept]) -> None:
        """Keeps each site's robots.txt."""
        with self._writing() as db:
            for one in sites:
                said = msgspec.structs.asdict(one)
                db.execute(insert_new(SITE).on_conflict_do_update(index_elements=["site"], set_=said), said)

    def kept(self) -> list[Kept]:
        """What was kept of robots.txt."""
        with self._reading() as db:
            return [Kept(**row) for row in db.execute(select(SITE)).mappings()]

    def _rows(self, query: Any) -> list[Row]:
        with self._reading() as db:
            return [row_of(found) for found in db.execute(query).mappings()]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._said_clearly(), self._engine.connect() as db:
            yield db

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._said_clearly(), self._engine.begin() as db:
            yield db

    @contextmanager
    def _said_clearly(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            said = f"what was asked cannot be kept there ({error.orig}); without the file all is asked again"
            raise BrokenRecord(f"{self.path}: {said}") from None


def _of(table: Table, row: Row) -> dict[str, Any]:
    """The row's values for the columns that the table has."""
    return {name: value for name, value in msgspec.structs.asdict(row).items() if name in table.c}


def _is_wanted(one: Listed, of: Row) -> bool:
    stated = max(one.published, one.modified)
    return matches(one.address, of.pattern) and not (stated and stated < of.since)


def _found(db: Connection, pages: Sequence[Listed], of: Row, now: int) -> int:
    """Puts what a list names into the queue where it is new, and where it is said to have changed."""
    gated = of.what == "sitemap" and not of.all  # it names the pages of a whole site, other lists its news
    by_address = {one.address: one for one in pages}
    known = _known(db, by_address)
    new = [one for one in pages if one.address not in known]
    if new:
        db.execute(insert_new(PAGE), [_new(one, of.address, now) | {"gated": gated} for one in new])
    for row in known.values():
        said = _heard(row, by_address[row.address], gated, now)
        if any(getattr(row, name) != value for name, value in said.items()):
            db.execute(update(PAGE).where(PAGE.c.address == row.address).values(**said))
    return len(new)


def _heard(row: Row, one: Listed, gated: bool, now: int) -> dict[str, Any]:
    """What changes of a known page when a list names it again."""
    again = after_change(now, one.modified, row.changed, row.answered, bool(row.idle))
    said: dict[str, Any] = {"gated": row.gated and gated, "changed": max(row.changed, one.modified)}
    said |= {"title": row.title or one.title, "published": row.published or one.published}
    if row.status == ASIDE and not gated:
        again = now
        said |= UNASKED
    if again is not None:
        said["due"] = min(again, row.due if row.due is not None else again)
        said["failures"] = 0 if row.due is None else row.failures
    return said


def _known(db: Connection, addresses: Iterable[str]) -> dict[str, Row]:
    found = db.execute(select(PAGE).where(PAGE.c.address.in_(list(addresses)))).mappings()
    return {row.address: row for row in map(row_of, found)}


def _new(one: Listed, source: str, now: int) -> dict[str, Any]:
    said = {"title": one.title, "published": one.published, "changed": one.modified}
    return {"address": one.address, "source": source, "found": now, "due": now, **said}


def _below(db: Connection, one: Listed, index: Row) -> None:
    """Puts a sitemap that an index names into the queue where it is new, and where it is said to have changed."""
    new = {"address": one.address, "parent": index.address, "due": 0, "changed": one.modified}
    taken = {"pattern": index.pattern, "since": index.since, "all": index.all, "kind": "sitemap"}
    db.execute(insert_new(LIST).on_conflict_do_nothing(), new | taken)
    here = (LIST.c.address == one.address, LIST.c.changed < one.modified)
    db.execute(update(LIST).where(*here).values(changed=one.modified, due=0, failures=0))


def _drop(db: Connection, index: str, named: set[str]) -> None:
    """Forgets the sitemaps that an index names no longer, and those below them; their pages stay."""
    above = [index]
    kept = named
    while above:
        below = [
            str(one)
            for one in db.execute(select(LIST.c.address).where(LIST.c.parent == above.pop())).scalars()
        ]
        gone = [one for one in below if one not in kept]
        for at in range(0, len(gone), CHUNK):
            db.execute(delete(LIST).where(LIST.c.address.in_(gone[at : at + CHUNK])))
        above += gone
        kept = set()  # what hangs below them goes with them
