"""The catalogue's tables, all named `cat_…`: nothing in them is lost when they are dropped.

For SQL users: one table a kind with the standing values (dates are EDTF, lists are JSON), `cat_value` with
every value of every field whether it stands or not (a view, as `cat_quote` is), `cat_evidence` with the quotes behind them, `cat_alias`
from mentions to entries, `cat_text` with the reports' texts. What one report says is found quickly by the numbers in its line
of `cat_cited` (as `views.said_in` does). Columns named `end` and `when` want quotation marks. Ordering by `place` gives the
order in which lists are shown. Fields inside a part are dotted: `participants.p-12ab.office`.
"""

from functools import lru_cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy import text as sql_text
from sqlalchemy.types import TypeEngine, UserDefinedType

from communique.catalogue.rows import (
    BodyRow,
    CommitmentRow,
    FigureRow,
    InstrumentRow,
    MeetingRow,
    OperationRow,
    PersonRow,
    ReportRow,
    Row,
    StatementRow,
)

METADATA = MetaData()
VERSION = "46"
"""Part of the stamp: a catalogue of another version is stale. Raise it when what stands in the tables changes
for the same ledger: what was worked out of old reports is kept, and never looked at again."""


class Number(UserDefinedType[float]):
    """A number that stays whole when it is: 420 is not 420.0."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """What SQLite calls it."""
        return "NUMERIC"


def _type(hint: Any) -> TypeEngine[Any]:
    plain = [h for h in get_args(hint) if h is not type(None)] if get_origin(hint) is UnionType else [hint]
    if len(plain) > 1:
        return Number()
    if get_origin(plain[0]) is tuple:
        return JSON()
    plain_types: dict[type, TypeEngine[Any]] = {int: Integer(), bool: Boolean(), str: Text()}
    return plain_types[plain[0]]


def _kind(name: str, row: type[Row], *more: Column[Any] | Index) -> Table:
    """A table with one column for each field of the row type that its list answers with."""
    columns = [Column(f, _type(h), primary_key=f == "id") for f, h in get_type_hints(row).items()]
    place = Column("place", Text)
    return Table(name, METADATA, *columns, place, *more, Index(f"{name}_place", "place"))


def _text(*names: str) -> list[Column[str]]:
    return [Column(n, Text) for n in names]


ABOUT = Table("cat_about", METADATA, Column("name", Text, primary_key=True), Column("value", Text))
ENTRY = Table(
    "cat_entry",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, unique=True),
    *_text("kind", "label"),
    Column("reports", Integer),
    Column("meetings", Integer, server_default="0", comment="to which it belongs: rows of cat_tie"),
    Column("words", LargeBinary, comment="what the full text index holds of it, less a report's text; zlib"),
)
PART = Table(
    "cat_part",
    METADATA,
    *(Column(n, Text, primary_key=True) for n in ("entity", "list", "key")),
    *_text("target", "label", "place"),
    Index("cat_part_target", "target", sqlite_where=sql_text("list <> 'meetings'")),
    sqlite_with_rowid=False,
    comment="participants, agenda items, offices held ...; `target` is the entry that a part stands for",
)
MEETING = _kind(
    "cat_meeting", MeetingRow, Column("year", Integer, index=True), *_text("venue", "chair_person")
)
PERSON = _kind("cat_person", PersonRow)
BODY = _kind("cat_body", BodyRow)
INSTRUMENT = _kind("cat_instrument", InstrumentRow)
FIGURE = _kind(
    "cat_figure", FigureRow, Column("counted", Text, index=True), Index("cat_figure_person", "person")
)
OPERATION = _kind("cat_operation", OperationRow)
STATEMENT = _kind("cat_statement", StatementRow, Index("cat_statement_person", "person"))
COMMITMENT = _kind(
    "cat_commitment",
    CommitmentRow,
    *_text("awaits"),
    Index("cat_commitment_meeting", "meeting"),
    Index("cat_commitment_instrument", "instrument", "report"),
)
REPORT = _kind(
    "cat_report",
    ReportRow,
    Column("mark", BigInteger, index=True),
    Index("cat_report_day", "id", "published"),
    # what its facets count, without the texts
    Index("cat_report_said", "publisher", "language", "published"),
)
PARTICIPATION = Table(
    "cat_participation",
    METADATA,
    *_text("meeting", "person", "name", "office", "represents", "role", "on_behalf_of"),
    Index("cat_participation_meeting", "meeting"),
    Index("cat_participation_person", "person"),
    Index("cat_participation_represents", "represents"),
)
OFFICE_HELD = Table(
    "cat_office_held",
    METADATA,
    *_text("person", "office", "of", "first_cited", "last_cited", "first_report", "last_report"),
    *_text("start", "end", "part", "post", "title"),
    *(Column(n, Boolean) for n in ("former", "acting", "sole")),
    Index("cat_office_held_person", "person"),
    Index("cat_office_held_post", "of", "post"),
    comment="an office as cited, once for each post that its title names; cited is not start and end",
)
STEP = Table(
    "cat_step",
    METADATA,
    *_text("instrument", "action", "date", "meeting", "goes_to", "goes_to_body", "field"),
    Column("reports", JSON),
    Index("cat_step_instrument", "instrument"),
    Index("cat_step_action", "action"),
    comment="what was done with an instrument; at a meeting its day counts, `date` is the instrument's own",
)
TIE = Table(
    "cat_tie",
    METADATA,
    *_text("meeting", "entry", "date"),
    Index("cat_tie_entry", "entry", "date"),
    Index("cat_tie_meeting", "meeting"),
    comment="which people, bodies and instruments belong to which meeting",
)
COUNT_MEETINGS = (
    "CREATE TRIGGER cat_tie_more AFTER INSERT ON cat_tie BEGIN "
    "UPDATE cat_entry SET meetings = meetings + 1 WHERE id = NEW.entry; END",
    "CREATE TRIGGER cat_tie_less AFTER DELETE ON cat_tie BEGIN "
    "UPDATE cat_entry SET meetings = meetings - 1 WHERE id = OLD.entry; END",
)
"""The meetings of a body may be thousands: they are counted as they come and go, not when they are asked for."""
STORED_VALUE = Table(
    "cat_stored_value",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("entry", Integer, comment="number of cat_entry"),
    *_text("field", "value", "verdict"),
    Column("rule", Text, comment="nothing where there was nothing to decide"),
    Column("target", Boolean, comment="`same` is an entry, for which the value stands"),
    Column("reports", Integer),
    Column("copies", Integer, comment="so many of the reports tell again what another of them told"),
    Column("json", Text, comment="nothing for plain words: these stand in `value`"),
    Column("part", Text, comment="for which entry the part stands: as its key says where it is `=`"),
    *_text("same", "how"),
    Column("tally", Text, comment="growing/compact.py"),
    Column("rank", Integer),
    Index("cat_value_entry", "entry", "field", "same", unique=True),
    Index("cat_value_contradicts", "verdict", sqlite_where=sql_text("verdict = 'contradicts'")),
    Index("cat_value_rejected", "entry", "field", sqlite_where=sql_text("verdict = 'rejected'")),
    comment="`tally` sums what reports say of the value: marks as in record/tallies.py",
)
Index(
    "cat_value_party",
    STORED_VALUE.c.value,
    STORED_VALUE.c.verdict,
    STORED_VALUE.c.entry,
    sqlite_where=STORED_VALUE.c.field == "represented",
)
STORED_QUOTE = Table(
    "cat_stored_quote",
    METADATA,
    Column("value", Integer, primary_key=True),
    Column("report", BigInteger, primary_key=True, comment="cat_report.mark"),
    *(Column(n, Integer, primary_key=True) for n in ("start", "stop")),
    Column("cast", Boolean, primary_key=True, comment="a person judged the claims wrong that it supports"),
    *(Column(n, Integer) for n in ("line", "sentence_start", "sentence_stop")),
    Column("claims", LargeBinary, comment="eight bytes of one, or the ids of several"),
    sqlite_with_rowid=False,
)
CITED = Table(
    "cat_cited",
    METADATA,
    Column("report", BigInteger, primary_key=True, comment="cat_report.mark"),
    Column("values", Text, comment="numbers of the values that it supports; JSON"),
)
UNSURE = Table(
    "cat_unsure",
    METADATA,
    *_text("left", "right", "reason"),
    Column("score", Float),
    Index("cat_unsure_left", "left", "right"),
    Index("cat_unsure_right", "right"),
    comment="pairs of entries that may be one",
)
_SIGN = 1 << 63


@lru_cache(maxsize=4096)
def mark_of(report: str) -> int:
    """The number that quotes call a report by, in the order of the ids.

    >>> mark_of("r-8000000000000001")
    1
    """
    return int(report[2:], 16) - _SIGN


TEXT_ID = f"printf('%016x', ({{0}} & {_SIGN - 1}) | (~{{0}} & -{_SIGN}))"
"""The same back, for the database: the id of the text of the report with this mark."""

ALIAS = Table(
    "cat_alias",
    METADATA,
    Column("mention", Text, primary_key=True),
    *_text("entity", "node", "kind", "report", "meeting"),
    Column("features", LargeBinary),
    Column(
        "name",
        Text,
        comment="by what an instrument is known, whichever node it is of; nothing where that is its node",
    ),
    Index("cat_alias_entity", "entity"),
    Index("cat_alias_node", "node", "report"),
    Index("cat_alias_report", "report"),
    Index("cat_alias_meeting", "meeting", sqlite_where=sql_text("meeting > ''")),
    Index("cat_alias_name", "name", sqlite_where=sql_text("name IS NOT NULL")),
    Index("cat_alias_about", "report", "entity", sqlite_where=sql_text("kind IN ('bodies', 'operations')")),
    comment="which entry each mention belongs to; a node is mentions that are alike in all that is compared",
)
FORMER = Table(
    "cat_former",
    METADATA,
    Column("mention", Text, primary_key=True),
    Column("node", Text, primary_key=True),
    Index("cat_former_node", "node"),
    comment="by what mentions may have been known before people told them, or their meetings, from others, or said so no longer: "
    "ids lead on",
    sqlite_with_rowid=False,
)
NODE = Table(
    "cat_node",
    METADATA,
    Column("id", Text, primary_key=True),
    *_text("kind", "entity", "day"),
    Column("mentions", Integer),
    Column("features", LargeBinary, comment="what is compared; msgpack"),
    Index("cat_node_entity", "entity"),
)
BLOCK = Table(
    "cat_block",
    METADATA,
    Column("block", Integer, primary_key=True, comment="a hash of its name"),
    Column("node", Text, primary_key=True),
    comment="nodes that share a block are compared",
    sqlite_with_rowid=False,
)
JOINED = Table(
    "cat_joined",
    METADATA,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    comment="nodes that are compared as the same, both ways",
    sqlite_with_rowid=False,
)
DOUBT = Table(
    "cat_doubt",
    METADATA,
    Column("left", Text, primary_key=True),
    Column("right", Text, primary_key=True),
    Column("score", Float),
    Column("reason", Text),
    Index("cat_doubt_right", "right"),
    comment="nodes that may be one",
)
TOLD = Table(
    "cat_told",
    METADATA,
    Column("report", Text, primary_key=True),
    Column("publisher", Text, comment="its mark, as in record/tallies.py"),
    Column("points", LargeBinary, comment="all that the report says, of its mentions: growing/packing.py"),
)

TRACE = Table(
    "cat_trace",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("report", Text, unique=True),
    *_text("source", "day", "when"),
    Column("whole", Integer),
    Column("runs", LargeBinary, comment="what copies are known by: resolution/copies.py"),
    Index("cat_trace_source", "source", "when", sqlite_where=sql_text("source > ''")),
    comment="which reports are copies: those of one source, in the order of `when`; without copies it has none",
)
KEY = Table(
    "cat_key",
    METADATA,
    Column("stretch", Integer, primary_key=True, comment="of days; 0 where the report states none"),
    Column("key", Integer, primary_key=True),
    Column("trace", Integer, primary_key=True),
    comment="under which keys a report's copies are looked up; those of one time lie together",
    sqlite_with_rowid=False,
)
SHARED = Table(
    "cat_shared",
    METADATA,
    Column("source", BigInteger, primary_key=True, comment="mark of a report"),
    Column(
        "spot", BigInteger, primary_key=True, comment="a hash of entry, field, and what all spellings share"
    ),
    Column("tally", Text),
    comment="sums of the marks of one source's reports, of which the tally of a value counts each once",
    sqlite_with_rowid=False,
)

VERSION_OF = Table(
    "cat_version",
    METADATA,
    Column("report", Text, primary_key=True),
    *_text("page", "last", "newest"),
    Index("cat_version_page", "page", "last"),
    comment="reports fetched from an address, with when they were last found there; the newest has no `newest`",
)
HEIR = Table(
    "cat_heir",
    METADATA,
    Column("id", Text, primary_key=True),
    *_text("heir", "report"),
    Index("cat_heir_report", "report"),
    comment="mentions and claims of older versions, each with what the newest makes of it; with nothing where it has none",
)

TEXT = Table("cat_text", MetaData(), Column("report", Text, primary_key=True), Column("characters", Text))
"""The texts of the reports: a view of the ledger's, which are not kept twice; a table only where a catalogue stands without ledger."""

MAKE_TEXTS = (
    "CREATE TABLE cat_text(report TEXT PRIMARY KEY, characters TEXT)",
    "CREATE VIEW cat_text AS SELECT id AS report, characters FROM text",
)
"""Without a ledger in the same file, and with it."""

KIND_TABLES = {
    "meetings": MEETING,
    "people": PERSON,
    "bodies": BODY,
    "instruments": INSTRUMENT,
    "figures": FIGURE,
    "operations": OPERATION,
    "statements": STATEMENT,
    "commitments": COMMITMENT,
    "reports": REPORT,
}

WORDS = "cat_words"
MAKE_WORDS = f"CREATE VIRTUAL TABLE {WORDS} USING fts5(words, text, content='', tokenize='unicode61')"
"""The full text index: words of entry `number`, and a report's text, folded and in canonical spelling."""
