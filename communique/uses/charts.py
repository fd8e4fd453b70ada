"""Charts: what they show as plain values, the specification, and the SVG that a page can hold.

The SVG stands in the page itself, not in an image: its marks are links, and the stylesheet gives it the
colours of the light or the dark page. The page's content policy allows neither inline styles nor scripts,
so the drawing passes through a list of allowed elements and attributes; all else is dropped.
"""

from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import msgspec

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
HOME = "https://pages.invalid"
"""Links need a host to pass through the renderer; it is taken off again afterwards."""
_ELEMENTS = frozenset({"svg", "g", "path", "line", "text", "a", "title"})
_ATTRIBUTES = frozenset(
    {"viewBox", "width", "height", "class", "d", "transform", "x", "y", "x1", "x2", "y1", "y2", "fill",
     "stroke", "stroke-width", "opacity", "text-anchor", "font-size", "display", "pointer-events", "role",
     "aria-label", "aria-roledescription", "aria-hidden"}
)  # fmt: skip


class Cell(msgspec.Struct, frozen=True):
    """The meetings of one body in one year or month."""

    body: str
    time: str
    meetings: int
    link: str


class Timeline(msgspec.Struct, frozen=True):
    """Bodies by time: every row and column in order, the cells that are not empty, how many are undated."""

    bodies: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    undated: int = 0

    def cell(self, body: str, time: str) -> Cell | None:
        """The cell at a row and a column, or None where nobody met."""
        return next((c for c in self.cells if c.body == body and c.time == time), None)


def since(shown: Timeline, columns: int) -> Timeline:
    """The last so many years or months of a timeline, for a screen that has no room for more; bodies without any are left out."""
    times = shown.times[-columns:]
    cells = tuple(cell for cell in shown.cells if cell.time in times)
    bodies = {cell.body for cell in cells}
    return Timeline(tuple(b for b in shown.bodies if b in bodies), times, cells, shown.undated)


def timeline_spec(shown: Timeline, width: int) -> dict[str, Any]:
    """The Vega-Lite specification: a row for each body with its name above, a dot for each cell."""
    import altair as alt  # slow to load; only the first chart waits for it

    lines = alt.Data(values=[{"body": b} for b in shown.bodies])
    dots = alt.Data(values=[_dot(cell) for cell in shown.cells])
    row = alt.Y("body:N", sort=list(shown.bodies), axis=None, scale=alt.Scale(domain=list(shown.bodies)))
    axis = alt.Axis(
        labelAngle=0,
        labelOverlap=True,
        labelSeparation=14,
        ticks=False,
        domain=False,
        title=None,
        labelPadding=8,
    )
    column = alt.X("time:O", axis=axis, scale=alt.Scale(domain=list(shown.times), paddingOuter=0.1))
    most = max((c.meetings for c in shown.cells), default=1)
    area = min(520.0, (0.8 * width / max(1, len(shown.times))) ** 2)
    size = alt.Size(
        "meetings:Q", legend=None, scale=alt.Scale(domain=[0, most], range=[area * 0.45, area], zero=False)
    )
    rules = alt.Chart(lines).mark_rule().encode(y=row)
    names = alt.Chart(lines).mark_text(align="left", dy=-21, fontSize=12, limit=width)
    names = names.encode(x=alt.value(0), y=row, text="body:N")
    circles = alt.Chart(dots).mark_circle(opacity=1)
    circles = circles.encode(x=column, y=row, size=size, href="link:N", description="says:N")
    numbers = alt.Chart(dots).transform_filter("datum.meetings > 1").mark_text(fontSize=11)
    numbers = numbers.encode(x=column, y=row, text="meetings:Q")
    chart = alt.layer(rules, names, circles, numbers).properties(width=width, height=alt.Step(56))
    spec: dict[str, Any] = chart.configure(background="transparent").configure_view(stroke=None).to_dict()
    return spec


def _dot(cell: Cell) -> dict[str, Any]:
    noun = "meeting" if cell.meetings == 1 else "meetings"
    says = f"{cell.body}, {cell.time}: {cell.meetings} {noun}"
    return {
        "body": cell.body,
        "time": cell.time,
        "meetings": cell.meetings,
        "link": HOME + cell.link,
        "says": says,
    }


@lru_cache(maxsize=8)
def timeline_svg(shown: Timeline, width: int) -> str:
    """The timeline drawn, harmless and ready to stand in a page; kept, because drawing takes a moment."""
    import vl_convert

    return harmless(vl_convert.vegalite_to_svg(timeline_spec(shown, width)))


def harmless(svg: str) -> str:
    """An SVG less everything that is not on the list; links stay only where they lead to our own pages."""
    root = ElementTree.fromstring(svg)
    _tidy(root)
    return ElementTree.tostring(root, encoding="unicode")


def _tidy(element: ElementTree.Element) -> None:
    link = element.get(_LINK, "").removeprefix(HOME)
    element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
    for name in [n for n in element.attrib if n not in _ATTRIBUTES]:
        del element.attrib[name]
    for child in list(element):
        if child.tag.removeprefix(f"{{{_SVG}}}") in _ELEMENTS:
            _tidy(child)
            if child.tag == "g" and not len(child):  # a layer without marks is nothing that could be told of
                element.remove(child)
        else:
            element.remove(child)
    if element.tag == "a" and link.startswith("/") and not link.startswith("//"):
        element.set("href", link)
        title = ElementTree.Element("title")
        title.text = next((c.get("aria-label", "") for c in element), "")
        element.insert(0, title)
    if element.tag == "svg":
        element.set("xmlns", _SVG)
