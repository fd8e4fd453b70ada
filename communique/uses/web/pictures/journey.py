"""The way of an instrument through organs: a dot for each step, by organ and in order."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import msgspec
from sqlalchemy import Connection

from communique.catalogue.journeys import Journey, journey
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
    shortened,
)
from communique.uses.web.wording import day

_STEP, _ROW = 150, 56


class _Stage(msgspec.Struct, frozen=True):
    organ: str
    action: str
    date: str | None
    link: str | None
    heard_of: bool = True


def picture(db: Connection, instrument: str) -> Picture:
    """The journey of one instrument; where it was to go and nothing more was heard is a ring."""
    told = journey(db, instrument)
    stages = list(_stages(told))
    return Picture(
        kind="journey",
        title=f"Its way: {shortened(told.title, 90)}",
        says="A dot for each step that a report tells of, a ring for where it was sent and no report tells of more.",
        spec=_spec(stages) if stages else {},
        head=("step", "organ", "day"),
        rows=tuple(
            (Cell(s.action, s.link), Cell(s.organ), Cell(day(s.date) or "no day said")) for s in stages
        ),
    )


def _stages(told: Journey) -> Iterator[_Stage]:
    for step in told.steps:
        organ = "; ".join(step.organs) or "no organ named"
        yield _Stage(
            organ, step.action, step.date, page_of(step.meeting, "meetings") if step.meeting else None
        )
    last = told.waiting.step if told.waiting else None
    if last and last.to:
        yield _Stage(
            last.to,
            "goes to",
            None,
            page_of(last.to_body, "bodies") if last.to_body else None,
            heard_of=False,
        )


def _spec(stages: list[_Stage]) -> dict[str, Any]:
    organs = list(dict.fromkeys(shortened(s.organ, 44) for s in stages))
    rows = [_dot(number, stage) for number, stage in enumerate(stages)]
    x = alt.X("step:Q", axis=None, scale=alt.Scale(domain=[-0.3, max(len(stages) - 0.5, 1)], nice=False))
    y = alt.Y("organ:N", sort=organs, scale=alt.Scale(domain=organs), axis=None)
    said: dict[str, Any] = {
        "x": x,
        "y": y,
        "href": alt.Href("link:N"),
        "description": alt.Description("says:N"),
    }
    names = marks("name", "organs").mark_text(align="right", x=-12, fontSize=12, color=INK)
    line = marks("edge", "rows").mark_line(color=LINE, strokeWidth=2).encode(x=x, y=y, order="step:Q")
    ring = marks("gap", "unheard").mark_point(size=110, color=WARNING, opacity=1, filled=False)
    dots = marks("present", "heard").mark_circle(size=150, color=ACCENT, opacity=1)
    words = marks("number", "rows").mark_text(dy=-15, align="center", fontSize=12, color=INK)
    days = marks("day", "rows").mark_text(dy=20, align="center", fontSize=11, color=INK)
    layers = [names.encode(y=y, text="organ:N"), line, ring.encode(**said), dots.encode(**said),
              words.encode(x=x, y=y, text="action:N"), days.encode(x=x, y=y, text="day:N")]  # fmt: skip
    data = {
        "organs": [{"organ": o} for o in organs],
        "rows": rows,
        "heard": [r for r in rows if r["heard"]],
        "unheard": [r for r in rows if not r["heard"]],
    }
    return layered(layers, data, width=_STEP * max(len(stages), 2), height=_ROW * len(organs) + 16)


def _dot(number: int, stage: _Stage) -> dict[str, Any]:
    return {
        "step": number,
        "organ": shortened(stage.organ, 44),
        "action": stage.action,
        "day": day(stage.date),
        "heard": stage.heard_of,
        "link": linked(stage.link),
        "says": f"{stage.action}, {stage.organ}" + (f", {day(stage.date)}" if stage.date else ""),
    }
