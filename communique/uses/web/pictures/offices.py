"""Who is cited in which office when: the offices of a person, or those who held office for a country."""

from typing import Any, NamedTuple

import altair as alt
from sqlalchemy import Connection, select

from communique.catalogue import queries
from communique.catalogue.tables import OFFICE_HELD, PERSON
from communique.lexicon.countries import country_codes, country_name
from communique.model.when import when
from communique.uses.web.addresses import country_page, page_of
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
from communique.uses.web.wording import day

_MOST = 40
_WIDTH = 520


class _Held(NamedTuple):
    person: str
    name: str
    office: str
    of: str | None
    first: str
    last: str


def picture(db: Connection, subject: str) -> Picture:
    """Of a country (`KZ`) or a person (`p-…`): each office from the day it was first cited to the last."""
    of_country = subject in country_codes()
    held = _held(db, subject, of_country)
    name = country_name(subject) if of_country else queries.label_of(db, queries.full_id(db, subject))
    return Picture(
        kind="offices",
        title=f"Offices, as reports cite them: {name}",
        says="A line from the day an office was first cited to the day it was last cited, which is not its beginning and end.",
        spec=_spec(held[:_MOST], of_country) if held else {},
        head=("person", "office", "of", "first cited", "last cited"),
        rows=tuple(_row(line) for line in held),
        note=f"The first {_MOST} of {len(held)}." if len(held) > _MOST else "",
    )


def _held(db: Connection, subject: str, of_country: bool) -> list[_Held]:
    table = OFFICE_HELD
    columns = (
        table.c.person,
        PERSON.c.name,
        table.c.office,
        table.c.of,
        table.c.first_cited,
        table.c.last_cited,
    )
    found = (
        select(*columns)
        .join(PERSON, PERSON.c.id == table.c.person)
        .where((table.c.of if of_country else table.c.person) == subject)
    )
    dated = [_Held(*line) for line in db.execute(found) if when(line.first_cited).year]
    key = "office" if of_country else "first"
    return sorted(dated, key=lambda h: (getattr(h, key).casefold(), h.first, h.name))


def _row(line: _Held) -> tuple[Cell, ...]:
    of = Cell(country_name(line.of or ""), country_page(line.of))
    return (
        Cell(line.name, page_of(line.person)),
        Cell(line.office),
        of,
        Cell(day(line.first)),
        Cell(day(line.last)),
    )


def _spec(held: list[_Held], of_country: bool) -> dict[str, Any]:
    rows = [_line(number, line, of_country) for number, line in enumerate(held)]
    years = [when(d).year or 0 for line in held for d in (line.first, line.last)]
    x = alt.X(
        "from:T",
        scale=alt.Scale(domain=[f"{min(years)}-01-01", f"{max(years) + 1}-01-01"]),
        axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True),
    )
    y = alt.Y("row:O", axis=None)
    said: dict[str, Any] = {"y": y, "href": alt.Href("link:N"), "description": alt.Description("says:N")}
    names = marks("name", "rows").mark_text(align="right", x=-10, fontSize=12, color=INK)
    return layered(
        [
            marks("rule", "rows").mark_rule(color=LINE, strokeWidth=0.5).encode(y=y),
            names.encode(y=y, text="label:N", href="link:N", description="label:N"),
            marks("bar", "rows")
            .mark_rule(strokeWidth=7, strokeCap="round", color=ACCENT, opacity=1)
            .encode(x=x, x2="to:T", **said),
            marks("present", "rows").mark_circle(size=70, color=ACCENT, opacity=1).encode(x=x, **said),
        ],
        {"rows": rows},
        width=_WIDTH,
        height=24 * len(rows),
    )


def _line(number: int, line: _Held, of_country: bool) -> dict[str, Any]:
    who = (
        f"{line.office}: {line.name}"
        if of_country
        else f"{line.office}" + (f", {country_name(line.of)}" if line.of else "")
    )
    return {
        "row": number,
        "label": shortened(who, 46),
        "from": _edge(line.first),
        "to": _edge(line.last),
        "link": linked(page_of(line.person)),
        "says": f"{who}, cited {day(line.first)}"
        + (f" to {day(line.last)}" if line.last != line.first else ""),
    }


def _edge(edtf: str) -> str:
    year, month, number = when(edtf)
    return f"{year:04}-{min(month or 7, 12):02}-{number or 1:02}"
