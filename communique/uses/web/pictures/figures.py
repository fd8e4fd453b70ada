"""Figures about the same thing side by side, each with its period and who claims it; never added up."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt
from sqlalchemy import Connection

from communique.catalogue import queries
from communique.catalogue.rows import FigureRow
from communique.lexicon.spelling import fold
from communique.uses.web.addresses import page_of
from communique.uses.web.pictures.picture import (
    ACCENT,
    INK,
    LINE,
    Cell,
    Picture,
    layered,
    linked,
    marks,
    shortened,
)
from communique.uses.web.wording import according, amount, day

_MOST = 30
_WIDTH = 420
_ALIKE = 0.5
"""Share of the words of what is counted that two figures must have in common to stand side by side."""


def picture(db: Connection, words: str) -> Picture:
    """The figures that have all words, of the unit that most of them have; or those comparable with one figure (`f-…`)."""
    rows = queries.figures(db, words) if not words.startswith("f-") else _like(db, queries.full_id(db, words))
    units = Counter(row.unit for row in rows)
    unit = max(units, key=lambda u: (units[u], u or "")) if units else None
    kept = sorted(
        (r for r in rows if r.unit == unit), key=lambda r: (r.period or r.published or "", r.what, r.id)
    )
    others = len(rows) - len(kept)
    notes = ([f"{others} in other units are left out."] if others else []) + (
        [f"The last {_MOST} of {len(kept)}."] if len(kept) > _MOST else []
    )
    return Picture(
        kind="figures",
        title=f"Figures side by side{f', in {unit}' if unit else ''}",
        says="One line for each claim: the period, what is counted, the value, and who says so.",
        spec=_spec(kept[-_MOST:]) if kept else {},
        head=("period", "figure", "of what", "claimed by", "source"),
        rows=tuple(_row(row) for row in kept),
        note=" ".join(notes),
    )


def _like(db: Connection, id: str) -> list[FigureRow]:
    """The figure and those of the same unit that count nearly the same."""
    whole = queries.whole(db, id)
    own, unit = _words(str(whole.get("what") or "")), whole.get("unit")
    rows = queries.figures(db)
    return [r for r in rows if r.id == id or (r.unit == unit and _share(own, _words(r.what)) >= _ALIKE)]


def _words(what: str) -> frozenset[str]:
    return frozenset(word for word in fold(what).split() if len(word) > 2)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _row(row: FigureRow) -> tuple[Cell, ...]:
    return (
        Cell(day(row.period) or "not said"),
        Cell(amount(row.value, row.comparator, row.unit), page_of(row.id)),
        Cell(row.what),
        Cell(row.claimed_by or "", page_of(row.person) if row.person else None),
        Cell(according(row.publisher, row.published), page_of(row.report, "reports") if row.report else None),
    )


def _spec(rows: Sequence[FigureRow]) -> dict[str, Any]:
    lines = [_line(number, row) for number, row in enumerate(rows)]
    values = [float(row.value) for row in rows if row.value]
    wide = bool(values) and min(values) > 0 and max(values) / min(values) > 1000
    scale = alt.Scale(type="log") if wide else alt.Scale(zero=True)
    x = alt.X("value:Q", scale=scale, axis=alt.Axis(format="~s", tickCount=4, labelOverlap=True))
    y = alt.Y("row:O", axis=None)
    said: dict[str, Any] = {"y": y, "href": alt.Href("link:N"), "description": alt.Description("says:N")}
    names = marks("name", "rows").mark_text(align="right", x=-10, fontSize=12, color=INK)
    return layered(
        [
            marks("rule", "rows").mark_rule(color=LINE, strokeWidth=1).encode(y=y, x=x, x2=alt.value(0)),
            names.encode(y=y, text="label:N", href="link:N", description="label:N"),
            marks("present", "rows").mark_circle(size=110, color=ACCENT, opacity=1).encode(x=x, **said),
            marks("number", "rows")
            .mark_text(align="left", dx=9, fontSize=12, color=INK)
            .encode(x=x, y=y, text="amount:N"),
        ],
        {"rows": lines},
        width=_WIDTH,
        height=26 * len(lines),
    )


def _line(number: int, row: FigureRow) -> dict[str, Any]:
    said = amount(row.value, row.comparator, row.unit)
    period = day(row.period)
    label = f"{shortened(row.what, 34)}, {period}" if period else shortened(row.what, 44)
    source = according(row.publisher, row.published)
    return {
        "row": number,
        "value": row.value,
        "label": label,
        "amount": said,
        "link": linked(page_of(row.id)),
        "says": f"{said} {row.what}{f', {period}' if period else ''}, {source}",
    }
