"""The ledger's tables, and the triggers that let them only grow."""

from collections.abc import Iterator

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1
"""The number of this schema, written into each record; a later one migrates from it."""

MARK = 0x434D4E51
"""SQLite's application id of our files ("CMNQ"), by which a record is told from any other database."""

METADATA = MetaData()

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
    Column("body", Text, nullable=False, comment="the Reading; JSON"),
    Column("stamp", BigInteger, nullable=False, index=True),
    UniqueConstraint("text_id", "reader"),
)

QUOTE = Table(
    "quote",
    METADATA,
    Column("reading_id", ForeignKey(READING.c.id), nullable=False),
    Column("mention", String, nullable=False),
    Column("field", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("quote_reading", "reading_id"),
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

GROWING = (ABOUT, PAGE, TEXT, ARRIVAL, READING, QUOTE, JUDGEMENT)
"""The tables that only grow: all of them."""


def guards() -> Iterator[str]:
    """The SQLite statements that make the file itself refuse every change and every removal."""
    for table in GROWING:
        for deed in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER IF NOT EXISTS {table.name}_no_{deed.lower()} BEFORE {deed} ON {table.name} "
                f"BEGIN SELECT RAISE(ABORT, 'the ledger only grows: no {deed} on {table.name}'); END"
            )
