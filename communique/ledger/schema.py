"""The ledger's tables, and the triggers that let them only grow."""

import zlib
from collections.abc import Callable, Iterator

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from communique.model.errors import BrokenRecord

VERSION = 2
"""The number of this schema, written into each new record: readings are packed since 2."""

READ = frozenset(("1", str(VERSION)))
"""The schemas that are read: in the first, readings stand as they are, and quotes beside them."""

MARK = 0x434D4E51
"""SQLite's application id of our files ("CMNQ"), by which a record is told from any other database."""

METADATA = MetaData()


class Packed(TypeDecorator[str]):
    """Words that are stored packed (zlib), a third of their size; those of earlier records stand there as they are."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """As it is stored."""
        return None if value is None else zlib.compress(value.encode(), 6)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[bytes | str | None], str | None]:
        """As it was."""
        return _unpacked


def _unpacked(stored: bytes | str | None) -> str | None:
    if not isinstance(stored, bytes):
        return stored
    try:
        return zlib.decompress(stored).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise BrokenRecord(
            f"a stored reading cannot be unpacked ({error}); `communique check` tells more"
        ) from error


ABOUT = Table(
    "about",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

PAGE = Table(
    "page",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("body", LargeBinary, nullable=False, comment="zlib"),
)

TEXT = Table(
    "text",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("characters", Text, nullable=False),
)

ARRIVAL = Table(
    "arrival",
    METADATA,
    Column("id", String(32), primary_key=True, comment="a hash of the row: the same arrival twice is one"),
    Column("text_id", ForeignKey(TEXT.c.id), nullable=False, index=True),
    Column("page_sha256", ForeignKey(PAGE.c.sha256), nullable=False),
    Column("name", String, nullable=False),
    Column("address", String),
    Column("retrieved", String),
    Column("meta", Text, nullable=False, comment="the Text as it arrived, less its characters; JSON"),
    Column("stamp", BigInteger, nullable=False, index=True),
)

READING = Table(
    "reading",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("text_id", ForeignKey(TEXT.c.id), nullable=False),
    Column("reader", String, nullable=False),
    Column("body", Packed, nullable=False, comment="the Reading; JSON"),
    Column("stamp", BigInteger, nullable=False, index=True),
    UniqueConstraint("text_id", "reader"),
)

JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String),
    Column("value", Text),
    Column("score", Float),
    Column("reason", Text, nullable=False),
    Column("who", String, nullable=False),
    Column("when", String),
    Column("stamp", BigInteger, nullable=False, index=True),
)

GROWING = (ABOUT, PAGE, TEXT, ARRIVAL, READING, JUDGEMENT)
"""The tables that only grow: all of them. Earlier records have one more, `quote`: what stands in it stands in the readings."""


def guards() -> Iterator[str]:
    """The SQLite statements that make the file itself refuse every change and every removal."""
    for table in GROWING:
        for deed in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER IF NOT EXISTS {table.name}_no_{deed.lower()} BEFORE {deed} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger only grows: no {deed} on {table.name}'); END"
            )
