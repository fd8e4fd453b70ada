"""What a picture is, and the few marks that all pictures are made of."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from communique.uses.charts import HOME
from communique.uses.web.wording import shortened as shortened

INK, MUTED, LINE, ACCENT, WARNING = "#1c2430", "#59626f", "#c9c4b8", "#1d4f91", "#8a3410"
"""The colours of a picture in a file; in a page the stylesheet gives them, by the name of the mark's layer."""


Rows = list[dict[str, Any]]


class Cell(NamedTuple):
    """What stands in the table behind a picture, and the page where it leads."""

    words: str
    link: str | None = None


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture: its title, what one sees, the specification (empty where there is nothing to draw), the table.

    `note` says what is not in it.
    """

    kind: str
    title: str
    says: str
    spec: dict[str, Any] = {}
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    note: str = ""


def linked(page: str | None) -> str | None:
    """A page as the renderer wants it: links need a host to pass, which is taken off again afterwards."""
    return HOME + page if page else None


def layered(layers: list[Any], data: Mapping[str, Rows], width: int, height: int) -> dict[str, Any]:
    """The specification of layers drawn one over the other, on no ground; `data` by the names that `marks` took."""
    import altair as alt  # slow to load; only the first picture waits for it

    chart = alt.layer(*layers).properties(width=width, height=height, padding=8)
    chart = chart.configure(background="transparent", font="sans-serif").configure_view(stroke=None)
    spec: dict[str, Any] = chart.configure_axis(
        grid=False, domain=False, ticks=False, labelColor=MUTED, labelFontSize=12, title=None
    ).to_dict(validate=False)
    return {**spec, "datasets": dict(data)}


def marks(name: str, data: str) -> Any:
    """A layer over the rows of that name; the stylesheet knows its marks by the layer's name.

    The rows stay outside until the end: Altair copies whatever it holds, again and again.
    """
    import altair as alt

    return alt.Chart(alt.NamedData(data), name=name)
