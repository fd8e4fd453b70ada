"""What became of promises: a meeting held, an instrument dealt with, or the day past; told when asked."""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Table, case, exists, func, literal, or_, select, true

from communique.catalogue.rows import Row
from communique.catalogue.steps import ORDER
from communique.catalogue.tables import ALIAS, COMMITMENT, MEETING, STEP

_ENDS = {
    "21": "05", "22": "08", "23": "11", "24": "12", "33": "03", "34": "06", "35": "09", "36": "12", "40": "06", "41": "12",
}  # fmt: skip
"""The last month of each season, quarter and half of a year (EDTF)."""


def columns(table: Table, row: type[Row]) -> list[ColumnElement[Any]]:
    """The columns of a kind's rows; where a promise was kept is told by what the record holds now."""
    found = [table.c[name] for name in row.__struct_fields__]
    if table is not COMMITMENT:
        return [*found]
    return [kept_in().label("done_in") if column.name == "done_in" else column for column in found]


def kept_in() -> ColumnElement[Any]:
    """The report that says that the meeting was held or that the instrument came as far as promised; else null.

    A report that promises that very step does not say that it came to it: another copy of the promise keeps nothing.
    """
    told = func.json_each(STEP.c.reports).table_valued("value", name="told")
    also, rank = COMMITMENT.alias("also"), {action: n for n, action in enumerate(ORDER)}
    far = case(rank, value=STEP.c.action)
    promises = exists().where(
        also.c.instrument == STEP.c.instrument,
        ALIAS.c.entity == also.c.id,
        literal("r-").concat(ALIAS.c.report) == told.c.value,
        far >= case(rank, value=also.c.awaits),
    )
    day = func.coalesce(MEETING.c.date, STEP.c.date)
    step = (
        select(told.c.value)
        .select_from(STEP.join(MEETING, MEETING.c.id == STEP.c.meeting, isouter=True).join(told, true()))
        .where(
            STEP.c.instrument == COMMITMENT.c.instrument,
            far >= case(rank, value=COMMITMENT.c.awaits),
            told.c.value != COMMITMENT.c.report,
            or_(day.is_(None), COMMITMENT.c.published.is_(None), day >= COMMITMENT.c.published),
            ~promises,
        )
        .order_by(day.is_(None), day, STEP.c.reports, told.c.value)
        .limit(1)
        .correlate(COMMITMENT)
        .scalar_subquery()
    )
    return func.coalesce(COMMITMENT.c.done_in, step)


@lru_cache(maxsize=2)
def due_state(today: str) -> ColumnElement[Any]:
    """Of a commitment: done where a report says so, overdue where its day is past, due, or undated.

    A year is past when the next one has begun: as much of `today` is compared as the date says. A day before the
    report that promises is no day by which it is due.
    """
    due = func.rtrim(func.substr(COMMITMENT.c.due, func.instr(COMMITMENT.c.due, "/") + 1), "~?%")
    part = func.substr(due, 6, 2)
    last = case((part.in_(_ENDS), func.substr(due, 1, 5).op("||")(case(_ENDS, value=part))), else_=due)
    year = func.substr(last, 1, 4).op("GLOB")("[0-9][0-9][0-9][0-9]")
    before = last < func.substr(COMMITMENT.c.published, 1, func.length(last))
    return case(
        (kept_in().is_not(None), "done"),
        (or_(COMMITMENT.c.due.is_(None), ~year, func.coalesce(before, False)), "undated"),
        (last < func.substr(today, 1, func.length(last)), "overdue"),
        else_="due",
    )
