"""Who met whom: a ring of people or countries, a line between two for the meetings that both were in."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any, NamedTuple

import altair as alt
from sqlalchemy import Connection

from communique.catalogue import company, queries
from communique.lexicon.countries import country_codes, country_name
from communique.uses.web.addresses import country_page, page_of
from communique.uses.web.pictures.picture import (
    ACCENT,
    INK,
    MUTED,
    Cell,
    Picture,
    Rows,
    layered,
    linked,
    marks,
    shortened,
)

_RING = 18
_FAINT = 0.15
"""How strong the line of a single meeting is, where others met more often."""

_SIDES = ("left", "right", "center")
_SIZE, _MARGIN, _ABOVE = 360, 170, 36


class _Node(NamedTuple):
    id: str
    label: str
    link: str | None
    meetings: int


def picture(db: Connection, subject: str) -> Picture:
    """Around a person (`p-…`), a country (`KZ`) or within a body; without a subject among all countries."""
    nodes, title = _nodes(db, subject)
    ids = tuple(node.id for node in nodes)
    people = bool(subject) and subject not in country_codes()
    pairs = company.pairs(db, ids) if people else company.country_pairs(db, ids)
    ordered = _ordered(nodes, pairs)
    names = {node.id: node for node in nodes}
    return Picture(
        kind="network",
        title=title,
        says="A line between two joins those who were in the same meeting; the thicker, the more meetings.",
        spec=_spec(ordered, pairs, subject) if pairs else {},
        head=("one", "other", "meetings in which both took part"),
        rows=tuple(
            (Cell(*names[a][1:3]), Cell(*names[b][1:3]), Cell(str(n)))
            for a, b, n in sorted(
                pairs, key=lambda pair: (-pair[2], names[pair[0]].label, names[pair[1]].label)
            )
        ),
        note=f"The {_RING} that occur most often." if len(nodes) > _RING else "",
    )


def _nodes(db: Connection, subject: str) -> tuple[list[_Node], str]:
    if not subject:
        rows = sorted(company.countries(db), key=lambda row: (-row.meetings, row.name))[:_RING]
        return [
            _Node(r.code, r.name, country_page(r.code), r.meetings) for r in rows if r.meetings
        ], "Countries that met"
    if subject in country_codes():
        others = [t for t in company.beside(db, subject, limit=2 * _RING) if t.id in country_codes()][:_RING]
        own = _Node(
            subject,
            country_name(subject),
            country_page(subject),
            max((t.meetings for t in others), default=0),
        )
        return [
            own,
            *(_Node(t.id, t.label, country_page(t.id), t.meetings) for t in others),
        ], f"With whom {own.label} met"
    id = queries.full_id(db, subject)
    label = queries.label_of(db, id)
    if queries.kind_of(db, id) == "people":
        sitters = company.met(db, id, limit=_RING)
        own = _Node(id, label, page_of(id), queries.number_of_meetings(db, id))
        return [own, *map(_person, sitters)], f"Whom {label} met"
    return [_person(s) for s in company.sat_in(db, id, limit=_RING + 6)], f"Who met in: {label}"


def _person(sitter: company.Sitter) -> _Node:
    return _Node(sitter.person, sitter.name, page_of(sitter.person), sitter.meetings)


def _ordered(nodes: Sequence[_Node], pairs: Sequence[tuple[str, str, int]]) -> list[_Node]:
    """The nodes so that those who met often stand near each other: each next to whom it met most."""
    if len(nodes) < 4:
        return list(nodes)
    weight = {frozenset((a, b)): n for a, b, n in pairs}
    left = list(nodes[1:])
    ring = [nodes[0]]
    while left:
        best = max(
            left, key=lambda node: (weight.get(frozenset((ring[-1].id, node.id)), 0), node.meetings, node.id)
        )
        ring.append(best)
        left.remove(best)
    return ring


def _spec(nodes: list[_Node], pairs: Sequence[tuple[str, str, int]], subject: str) -> dict[str, Any]:
    inner = [node for node in nodes if node.id == subject]
    ring = [node for node in nodes if node.id != subject]
    at = {node.id: (0.0, 0.0) for node in inner}
    at |= {node.id: (sin(2 * pi * i / len(ring)), cos(2 * pi * i / len(ring))) for i, node in enumerate(ring)}
    lines = _lines(nodes, pairs, at)
    data: dict[str, Rows] = {
        "lines": [line for line in lines if subject not in line["ends"]],
        "spokes": [line for line in lines if subject in line["ends"]],
        "dots": [_dot(node, at) for node in nodes],
        "inner": [{"x": 0, "y": 0, "label": n.label} for n in inner],
    }
    data |= {side: [_label(n, at) for n in ring if _side(at[n.id][0]) == side] for side in _SIDES}
    spec = layered(_layers(bool(inner)), data, width=_SIZE + 2 * _MARGIN, height=_SIZE + 2 * _ABOVE)
    spec["padding"] = {"left": _MARGIN, "right": _MARGIN, "top": _ABOVE, "bottom": _ABOVE}
    spec["autosize"] = {"type": "none", "contains": "padding"}
    return spec


def _lines(
    nodes: list[_Node], pairs: Sequence[tuple[str, str, int]], at: dict[str, tuple[float, float]]
) -> Rows:
    """A line for each pair: the more meetings, the thicker and the stronger."""
    names = {node.id: node.label for node in nodes}
    most = max(n for *_, n in pairs)
    return [
        {"ends": [a, b], "x": at[a][0], "y": at[a][1], "x2": at[b][0], "y2": at[b][1],
         "wide": 0.6 + 4.4 * n / most, "strong": _FAINT + (1 - _FAINT) * (n / most if most > 1 else 0.5),
         "says": f"{names[a]} and {names[b]}: {n} {'meeting' if n == 1 else 'meetings'}"}
        for a, b, n in sorted(pairs, key=lambda pair: pair[2])
    ]  # fmt: skip


def _dot(node: _Node, at: dict[str, tuple[float, float]]) -> dict[str, Any]:
    across, up = at[node.id]
    size = 60 + 8 * min(node.meetings, 30)
    return {"x": across, "y": up, "link": linked(node.link), "says": node.label, "size": size}


def _layers(around_one: bool) -> list[Any]:
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1, 1], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1, 1], nice=False))
    ends: dict[str, Any] = {
        "x": x, "y": y, "x2": "x2:Q", "y2": "y2:Q", "strokeWidth": alt.StrokeWidth("wide:Q", scale=None),
        "opacity": alt.Opacity("strong:Q", scale=None), "description": "says:N",
    }  # fmt: skip
    size = alt.Size("size:Q", scale=None)
    found = [marks("edge", "lines").mark_rule(color=MUTED, strokeCap="round").encode(**ends)]
    if around_one:
        found.append(marks("spoke", "spokes").mark_rule(color=ACCENT, strokeCap="round").encode(**ends))
    circles = marks("present", "dots").mark_circle(color=ACCENT, opacity=1)
    found.append(circles.encode(x=x, y=y, size=size, href="link:N", description="says:N"))
    found += [_labels(side, x, y) for side in _SIDES]
    if around_one:
        ground = marks("ground", "inner").mark_text(
            dy=-16, fontSize=13, fontWeight="bold", stroke="white", strokeWidth=5
        )
        own = marks("name", "inner").mark_text(dy=-16, fontSize=13, fontWeight="bold", color=INK)
        found += [layer.encode(x=x, y=y, text="label:N") for layer in (ground, own)]
    return found


def _label(node: _Node, at: dict[str, tuple[float, float]]) -> dict[str, Any]:
    across, up = at[node.id]
    return {"x": across, "y": up, "label": shortened(node.label, 24), "link": linked(node.link)}


def _labels(side: str, x: Any, y: Any) -> Any:
    """The names outside the ring, each written away from it."""
    if side == "center":
        text = marks("name_over", side).mark_text(
            dy=alt.expr("datum.y > 0 ? -16 : 18"), fontSize=12, color=INK
        )
    else:
        away = 12 if side == "right" else -12
        align: Any = "left" if side == "right" else "right"
        text = marks(f"name_{side}", side).mark_text(align=align, dx=away, fontSize=12, color=INK)
    return text.encode(x=x, y=y, text="label:N", href="link:N", description="label:N")


def _side(across: float) -> str:
    return "center" if abs(across) < 0.12 else ("right" if across > 0 else "left")
