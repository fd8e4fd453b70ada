"""Figures about the same thing side by side, each with its period and who claims it; never added up."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt
from sqlalchemy import Connection

from communique.catalogue import queries
from communique.catalogue.comparing import Claim, Compared, compared
from communique.catalogue.rows import FigureRow
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


def picture(db: Connection, words: str) -> Picture:
    """The claims that most reports make about one thing, of those with all words; or those beside one figure (`f-…`)."""
    group, others = _group(db, words)
    rows = [claim.row for claim in group.claims]
    notes = (
        [f"{others} other {'thing' if others == 1 else 'things'} with these words left out."]
        if others
        else []
    ) + ([f"The last {_MOST} of {len(rows)}."] if len(rows) > _MOST else [])
    return Picture(
        kind="figures",
        title=f"Figures side by side: {group.what}" if rows else "Figures side by side",
        says="One line for each claim: the period, what is counted, the value, and who says so.",
        spec=_spec(rows[-_MOST:]) if rows else {},
        head=("period", "figure", "of what", "claimed by", "source", "beside the others"),
        rows=tuple((*_row(claim.row), Cell(_relation(claim))) for claim in group.claims),
        note=" ".join(notes),
    )


def _group(db: Connection, words: str) -> tuple[Compared, int]:
    """The group, and how many others there are; of one figure's words the group that it is in."""
    id = queries.full_id(db, words) if words.startswith("f-") else ""
    asked = str(queries.whole(db, id).get("what") or "") if id else words
    groups = compared(db, asked)
    if id:
        own = next((g for g in groups if any(claim.row.id == id for claim in g.claims)), None)
        return own or Compared(what=asked), 0
    if groups:
        return groups[0], len(groups) - 1
    rows = queries.figures(db, words, limit=_MOST)
    unit = next(iter(Counter(row.unit for row in rows).most_common(1)), (None, 0))[0]
    return Compared(
        what=words, unit=unit, claims=tuple(Claim(row=row) for row in rows if row.unit == unit)
    ), 0


def _relation(claim: Claim) -> str:
    if claim.relation == "growth" and claim.change is not None:
        return f"{claim.change:+.0f} {'points' if claim.row.unit == 'percent' else '%'}"
    return claim.relation or ""


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
