"""The tables of what was asked and what waits, and a row of them as a value."""

from typing import Any

import msgspec
from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table

METADATA = MetaData()


def _columns() -> tuple[Column[Any], ...]:
    """What is known of any address that is asked."""
    return (
        Column("address", String, primary_key=True),
        Column(
            "status", String, nullable=False, default="", comment="of the last answer; empty: never asked"
        ),
        Column("reason", String, nullable=False, default=""),
        Column("asked", Integer, comment="seconds since 1970, as all moments here"),
        Column("answered", Integer, comment="when it last gave its contents, or said that they are the same"),
        Column("etag", String, nullable=False, default=""),
        Column("modified", String, nullable=False, default=""),
        Column("final", String, nullable=False, default="", comment="where it led"),
        Column("sha256", String, nullable=False, default="", comment="of the bytes that it gave last"),
        Column("failures", Integer, nullable=False, default=0, comment="in a row"),
        Column("changed", String, nullable=False, default="", comment="when it changed, as lists say"),
        Column("due", Integer, comment="when it is to be asked; none: when a list says so"),
    )


LIST = Table(
    "list",
    METADATA,
    *_columns(),
    Column("kind", String, nullable=False, default="", comment="as told"),
    Column("pattern", String, nullable=False, default=""),
    Column("since", String, nullable=False, default="", comment="pages stated to be older are passed over"),
    Column(
        "parent", String, nullable=False, default="", index=True, comment="the sitemap's index that names it"
    ),
    Column("all", Boolean, nullable=False, default=False, comment="no page of it is set aside"),
    Column("what", String, nullable=False, default="", comment="what it turned out to be"),
    Column("named", Integer, nullable=False, default=0, comment="pages that it named last"),
)

PAGE = Table(
    "page",
    METADATA,
    *_columns(),
    Column("source", String, nullable=False, comment="the list that named it first"),
    Column("found", Integer, nullable=False),
    Column(
        "gated",
        Boolean,
        nullable=False,
        default=False,
        comment="read only if it tells of a meeting at first sight",
    ),
    Column("title", String, nullable=False, default="", comment="as the list says it"),
    Column("published", String, nullable=False, default=""),
    Column("texts", String, nullable=False, default="", comment="ids of what was read in it last"),
    Column("heard", String, nullable=False, default="", comment="what lists had said when it answered last"),
    Column("idle", Integer, nullable=False, default=0, comment="a list said that it changed, and it had not"),
    Index("page_due", "due"),
)

NAMED = Table(
    "named",
    METADATA,
    Column("address", String, primary_key=True),
    Column("of", String, primary_key=True, comment="the file that names it, or the words of a command"),
)

HOST = Table(
    "host",
    METADATA,
    Column("host", String, primary_key=True),
    Column("until", Integer, nullable=False, comment="when it may be asked again, as it said"),
)

SITE = Table(
    "site",
    METADATA,
    Column("site", String, primary_key=True),
    Column("body", LargeBinary, nullable=False, comment="its robots.txt"),
    Column("since", Float, nullable=False),
    Column("until", Float, nullable=False),
)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One address, a list or a page, as it is known; see the tables for each."""

    address: str
    status: str = ""
    reason: str = ""
    asked: int | None = None
    answered: int | None = None
    etag: str = ""
    modified: str = ""
    final: str = ""
    sha256: str = ""
    failures: int = 0
    changed: str = ""
    due: int | None = None
    kind: str = ""
    pattern: str = ""
    since: str = ""
    all: bool = False
    parent: str = ""
    what: str = ""
    named: int = 0
    source: str = ""
    found: int = 0
    gated: bool = False
    title: str = ""
    published: str = ""
    texts: str = ""
    heard: str = ""
    idle: int = 0


def row_of(found: Any) -> Row:
    """The row that the database gave."""
    return Row(**dict(found))
