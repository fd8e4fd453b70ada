"""Who came to which sitting of a body: countries or people by sittings, so that absences are seen."""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
from sqlalchemy import Connection

from communique.catalogue import queries
from communique.catalogue.presence import Seen, people_seen, seen
from communique.catalogue.rows import MeetingRow
from communique.catalogue.series import in_order
from communique.lexicon.countries import country_codes, country_name
from communique.model.when import year_of
from communique.uses.web.addresses import country_page, page_of
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
from communique.uses.web.wording import day, ordinal

_ROWS, _SITTINGS = 40, 36
_STEP, _LABELS = 26, 210
_SAYS = {"present": "took part", "absent": "absent, says a report", "open": "not named"}


def countries(db: Connection, body: str) -> Picture:
    """The countries and organisations that took part, by sittings of a body."""
    every = seen(db, body)
    came = {
        s.who for s in every if s.state == "present"
    } | country_codes()  # a person who stayed away is no party
    found = [s for s in every if s.who in came]
    labels = {s.who: (country_name(s.who), country_page(s.who)) for s in found}
    return _picture(db, "attendance", body, found, labels)


def people(db: Connection, body: str) -> Picture:
    """The people who sat, by sittings of a body."""
    found = people_seen(db, body)
    labels = {s.who: (s.name, page_of(s.who, "people")) for s in found}
    return _picture(db, "people", body, found, labels)


def _sittings(db: Connection, body: str) -> list[MeetingRow]:
    kept = [
        row
        for row in queries.meetings_of(db, body)
        if row.status not in ("planned", "cancelled", "postponed")
    ]
    return in_order(kept)[-_SITTINGS:]


def _picture(
    db: Connection, kind: str, body: str, found: Iterable[Seen], labels: Mapping[str, tuple[str, str | None]]
) -> Picture:
    sittings = _sittings(db, body)
    shown = {row.id for row in sittings}
    states = {(s.who, s.meeting): s.state for s in found if s.meeting in shown}
    times = {
        who: sum(state == "present" for (w, _), state in states.items() if w == who) for who, _ in states
    }
    who = sorted(times, key=lambda w: (-times[w], labels[w][0]))
    noun = "countries and organisations" if kind == "attendance" else "people"
    return Picture(
        kind=kind,
        title=f"Who came: {noun}, {queries.label_of(db, queries.full_id(db, body))}",
        says="A dot where a report says that they took part, a cross where one says that they were absent, a ring where none names them.",
        spec=_spec(sittings, who[:_ROWS], states, labels) if who and sittings else {},
        head=("", *(_heads(sittings))),
        rows=tuple(
            (
                Cell(*labels[w]),
                *(Cell(_SAYS[states.get((w, m.id), "open")], page_of(m.id, "meetings")) for m in sittings),
            )
            for w in who
        ),
        note=f"The first {_ROWS} of {len(who)}." if len(who) > _ROWS else "",
    )


def _heads(sittings: list[MeetingRow]) -> list[str]:
    """What stands over each column, no two alike."""
    heads: list[str] = []
    for row in sittings:
        head = " ".join(
            w for w in (ordinal(row.ordinal) if row.ordinal else "", str(year_of(row.date) or "")) if w
        )
        head = head or day(row.date) or "no day"
        while head in heads:
            head += "\u2009"
        heads.append(head)
    return heads


def _spec(
    sittings: list[MeetingRow], who: list[str], states: Mapping[tuple[str, str], str],
    labels: Mapping[str, tuple[str, str | None]],
) -> dict[str, Any]:  # fmt: skip
    heads = _heads(sittings)
    rows = [{"who": w, "name": shortened(labels[w][0], 30), "link": linked(labels[w][1])} for w in who]
    cells = [
        _cell(w, labels[w][0], row, head, states)
        for w in who
        for row, head in zip(sittings, heads, strict=True)
    ]
    axis = alt.Axis(orient="top", labelAngle=-50, labelAlign="left", labelOverlap=False, labelPadding=6)
    x = alt.X("sitting:N", sort=heads, scale=alt.Scale(domain=heads), axis=axis)
    y = alt.Y("who:N", sort=who, scale=alt.Scale(domain=who), axis=None)
    said: dict[str, Any] = {
        "x": x,
        "y": y,
        "href": alt.Href("link:N"),
        "description": alt.Description("says:N"),
    }

    data = {"rows": rows} | {state: [c for c in cells if c["state"] == state] for state in _SAYS}
    names = (
        marks("name", "rows")
        .mark_text(align="right", fontSize=12, color=INK, x=-8)
        .encode(y=y, text="name:N", href="link:N", description="name:N")
    )
    layers = [
        marks("rule", "rows").mark_rule(color=LINE, strokeWidth=0.5).encode(y=y),
        names,
        marks("open", "open").mark_point(size=26, color=LINE, filled=False, opacity=1).encode(**said),
        marks("absent", "absent")
        .mark_point(shape="cross", angle=45, size=90, color=WARNING, filled=True, opacity=1)
        .encode(**said),
        marks("present", "present").mark_circle(size=130, color=ACCENT, opacity=1).encode(**said),
    ]
    return layered(layers, data, width=_STEP * len(heads), height=22 * len(who))


def _cell(
    who: str, name: str, row: MeetingRow, head: str, states: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    state = states.get((who, row.id), "open")
    says = f"{name}, {head}: {_SAYS[state]}"
    return {
        "who": who,
        "sitting": head,
        "state": state,
        "link": linked(page_of(row.id, "meetings")),
        "says": says,
    }
