"""What is asked of values and quotes: views over the tables in which nothing stands twice."""

from typing import Any

from sqlalchemy import Boolean, Column, ColumnElement, Integer, MetaData, Table, Text, column, text


def _text(*names: str) -> list[Column[str]]:
    return [Column(n, Text) for n in names]


VIEWS = MetaData()
VALUE = Table(
    "cat_value",
    VIEWS,
    Column("number", Integer),
    *_text("entity", "field", "value", "verdict", "rule", "target", "json", "same", "how"),
    *(Column(n, Integer) for n in ("reports", "copies", "rank")),
)
"""A view: every value of every field."""

QUOTE = Table(
    "cat_quote",
    VIEWS,
    Column("value", Integer),
    Column("cast", Boolean),
    *_text("report", "claims"),
    *(Column(n, Integer) for n in ("start", "stop", "line", "sentence_start", "sentence_stop")),
)
"""A view: every quote, by the number of its value."""

EVIDENCE = Table(
    "cat_evidence",
    VIEWS,
    *_text("entity", "field", "value", "verdict", "rule", "report", "words", "sentence"),
    *(Column(n, Integer) for n in ("start", "stop", "line", "at", "number")),
)
"""A view: every quote beside the value that it supports. The words are cut from the report's text."""

RULE = "coalesce(v.rule, iif(v.how = 'list', 'each is kept', 'only value'))"
"""The rule by which a value stands, of a stored value `v`."""

MAKE_VIEWS = (
    f"""CREATE VIEW cat_value AS
SELECT v.number, e.id AS entity, v.field, v.value, v.verdict, {RULE} AS rule, iif(v.target, v.same, NULL) AS target,
       v.reports, v.copies, coalesce(v.json, '"' || v.value || '"') AS json, v.same, v.how, v.rank
FROM cat_stored_value v JOIN cat_entry e ON e.number = v.entry""",
    """CREATE VIEW cat_quote AS
SELECT q.value, q."cast", r.id AS report, q.start, q.stop, q.line, q.sentence_start, q.sentence_stop,
       iif(typeof(q.claims) = 'blob', lower(hex(q.claims)), q.claims) AS claims
FROM cat_stored_quote q JOIN cat_report r ON r.mark = q.report""",
    f"""CREATE VIEW cat_evidence AS
SELECT e.id AS entity, v.field, v.value, v.verdict, {RULE} AS rule, r.id AS report, q.start, q.stop, q.line,
       substr(t.characters, q.start + 1, q.stop - q.start) AS words,
       substr(t.characters, q.sentence_start + 1, q.sentence_stop - q.sentence_start) AS sentence,
       q.start - q.sentence_start AS at, v.number
FROM cat_stored_value v JOIN cat_entry e ON e.number = v.entry
JOIN cat_stored_quote q ON q.value = v.number AND q."cast" = (v.verdict = 'rejected')
JOIN cat_report r ON r.mark = q.report JOIN cat_text t ON t.report = substr(r.id, 3)""",
)

_SAID_IN = """SELECT j.value AS number FROM cat_report r JOIN cat_cited c ON c.report = r.mark, json_each(c."values") j
WHERE r.id = :report"""


def said_in(number: ColumnElement[Any], report: str) -> ColumnElement[bool]:
    """The condition that the value with the number in a column is supported by a report: without it all quotes are looked through."""
    found = text(_SAID_IN).bindparams(report=report)
    return number.in_(found.columns(column("number")).scalar_subquery())
