"""Communique reads reports about meetings of intergovernmental bodies and keeps the record they add up to.

Example::

    import communique

    communique.read("MINSK, 30 November ...").meetings[0].name
    with communique.Communique.open("csto.db") as record:
        record.add("reports/")
        record.meetings("astana")
        record.why("m-1f3a", "city")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.model import errors
    from communique.model.reading import Reading
    from communique.model.text import Text
    from communique.uses.api import Communique, read

__all__ = ["Communique", "Reading", "Text", "errors", "read"]

_HOMES = {
    "Communique": "communique.uses.api",
    "Reading": "communique.model.reading",
    "Text": "communique.model.text",
    "read": "communique.uses.api",
}


def __getattr__(name: str) -> Any:
    """Loads a public name when first asked for: the command line must not wait for what it leaves unused."""
    from importlib import import_module

    if name == "errors":
        return import_module("communique.model.errors")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'communique' has no attribute {name!r}")
