"""The sittings of a body by time and number, with those of which no report was read."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import altair as alt
from sqlalchemy import Connection

from communique.catalogue.rows import MeetingRow
from communique.catalogue.series import Gap, Series, series
from communique.model.when import when
from communique.uses.web.addresses import page_of
from communique.uses.web.pictures.picture import (
    ACCENT,
    INK,
    LINE,
    WARNING,
    Cell,
    Picture,
    layered,
    linked,
    marks,
)
from communique.uses.web.wording import day, ordinal

_WIDTH = 640


def picture(db: Connection, body: str) -> Picture:
    """The series of one body."""
    told = series(db, body)
    return Picture(
        kind="series",
        title=f"Sittings and gaps: {told.label}",
        says="A dot for each sitting on record, a ring for each number of which no report was read.",
        spec=_spec(told),
        head=("sitting", "day", "where"),
        rows=tuple(row for step in told.steps for row in _rows(step)),
        note=_note(told),
    )


def _rows(step: MeetingRow | Gap) -> list[tuple[Cell, ...]]:
    if isinstance(step, Gap):
        numbers = ordinal(step.first) + (f" to {ordinal(step.last)}" if step.last > step.first else "")
        return [(Cell(numbers), Cell("no report read"), Cell(""))]
    name = " ".join(w for w in (ordinal(step.ordinal) if step.ordinal else "", step.name) if w)
    return [
        (Cell(name, page_of(step.id, "meetings")), Cell(day(step.date) or "undated"), Cell(step.city or ""))
    ]


def _note(told: Series) -> str:
    undated = sum(_time(row.date) is None for row in told.sittings)
    return f"{undated} more without a year." if undated else ""


def _spec(told: Series) -> dict[str, Any]:
    held = [row for row in told.sittings if _time(row.date) is not None]
    if not held:
        return {}
    numbered = [row for row in held if row.ordinal]
    by_number = len(numbered) > 1
    dots = [_dot(row, by_number) for row in (numbered if by_number else held)]
    gaps = [gap for pair in pairwise(numbered) for gap in _missing(*pair)] if by_number else []
    first, last = (f"{year}-01-01" for year in _years(held))
    x = alt.X(
        "time:T",
        scale=alt.Scale(domain=[first, last]),
        axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True),
    )
    y = alt.Y("number:Q", scale=alt.Scale(zero=False, nice=False, padding=14), axis=None)
    said: dict[str, Any] = {"x": x, "y": y, "description": alt.Description("says:N")}
    line = marks("edge", "dots").mark_line(color=LINE, strokeWidth=1.5).encode(x=x, y=y)
    rings = marks("gap", "gaps").mark_point(size=70, color=WARNING, filled=False, opacity=1).encode(**said)
    circles = (
        marks("present", "dots").mark_circle(size=110, color=ACCENT, opacity=1).encode(**said, href="link:N")
    )
    numbers = marks("name", "all").mark_text(dy=-13, fontSize=11, color=INK).encode(x=x, y=y, text="label:N")
    data = {"dots": dots, "gaps": gaps, "all": [*dots, *gaps]}
    return layered([line, rings, circles, numbers], data, width=_WIDTH, height=190 if by_number else 60)


def _years(held: list[MeetingRow]) -> tuple[int, int]:
    years = [when(row.date).year or 0 for row in held]
    return min(years), max(years) + 1


def _dot(row: MeetingRow, by_number: bool) -> dict[str, Any]:
    return {
        "time": _time(row.date),
        "number": row.ordinal if by_number else 0,
        "label": str(row.ordinal or "") if by_number else "",
        "link": linked(page_of(row.id, "meetings")),
        "says": f"{row.name}, {day(row.date)}" + (f", {row.city}" if row.city else ""),
    }


def _missing(before: MeetingRow, after: MeetingRow) -> list[dict[str, Any]]:
    """The numbers between two sittings, at even distances of time between them: nobody says when."""
    low, high = before.ordinal or 0, after.ordinal or 0
    start, stop = _stamp(before.date), _stamp(after.date)
    return [
        {
            "time": (start + (stop - start) * (n - low) / (high - low)) * 1000,
            "number": n,
            "label": str(n),
            "says": f"{ordinal(n)}: no report read",
        }
        for n in range(low + 1, high)
        if high - low <= 50
    ]


def _time(edtf: str | None) -> str | None:
    """The day for the axis; the middle of a month or year of which no more is said."""
    year, month, number = when(edtf)
    if year is None:
        return None
    return f"{year:04}-{min(month or 7, 12):02}-{number or (15 if month else 1):02}"


def _stamp(edtf: str | None) -> float:
    return datetime.fromisoformat(_time(edtf) or "1970-01-01").replace(tzinfo=UTC).timestamp()
