"""Drawing: a picture as SVG for a page, as SVG, PNG or a specification for a file."""

from functools import lru_cache
from typing import Any

import msgspec

from communique.uses.charts import harmless
from communique.uses.web.pictures.picture import Picture

FORMS = {"svg": "image/svg+xml", "png": "image/png", "json": "application/json"}
"""The files that a picture can become, with their media types."""

_SCALE = 2.0


def for_page(picture: Picture) -> str:
    """The drawing as it may stand in a page: nothing in it acts, its marks lead to pages; empty where nothing is drawn."""
    return harmless(_svg(msgspec.json.encode(picture.spec))) if picture.spec else ""


def for_file(picture: Picture, form: str) -> bytes:
    """The drawing as a file of one of the FORMS, in the colours of paper, without links."""
    spec = {**_unlinked(picture.spec), "background": "white"}
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(spec), indent=1)
    if form == "png":
        return _png(msgspec.json.encode(spec))
    return _svg(msgspec.json.encode(spec)).encode()


def _unlinked(spec: dict[str, Any]) -> dict[str, Any]:
    layers = [
        {**layer, "encoding": {n: e for n, e in layer.get("encoding", {}).items() if n != "href"}}
        for layer in spec.get("layer", ())
    ]
    return {**spec, "layer": layers, "config": {**spec.get("config", {}), "background": "white"}}


@lru_cache(maxsize=256)
def _svg(spec: bytes) -> str:
    """Kept, because drawing takes a moment."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(spec.decode()))


@lru_cache(maxsize=32)
def _png(spec: bytes) -> bytes:
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(spec.decode(), scale=_SCALE)
    return drawn
