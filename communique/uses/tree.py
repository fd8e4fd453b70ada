"""A reading as a tree for the terminal: every value with the words that say so."""

from typing import TYPE_CHECKING, Any

import msgspec

from communique.model.claim import KINDS
from communique.model.reading import Reading
from communique.model.text import Text
from communique.uses.terminal import safe

if TYPE_CHECKING:
    from rich.tree import Tree

SHOWN = 90
"""Characters of a quote that are shown."""

SILENT = {"evidence", "id"}
LABELS = ("name", "title", "person", "speaker", "what", "text")
"""The field that names an item in its line, the first that it has."""


def reading_tree(text: Text, reading: Reading) -> "Tree":
    """The reading of one report, ready to print."""
    from rich.text import Text as Styled
    from rich.tree import Tree

    said = [safe(part) for part in (text.publisher, text.published) if part]
    root = Tree(Styled.assemble((safe(text.title or text.name), "bold"), "  ", ", ".join(said)))
    for kind in KINDS:
        items = getattr(reading, kind)
        if items:
            branch = root.add(Styled(kind, "bold cyan"))
            for item in items:
                _add_item(branch, item, text.characters)
    if not root.children:
        root.add(Styled("nothing was found in this report", "dim"))
    return root


def _add_item(branch: "Tree", item: Any, characters: str) -> None:
    from rich.text import Text as Styled

    label = next((f for f in LABELS if getattr(item, f, None)), "value")
    node = branch.add(Styled.assemble((safe(getattr(item, label)), "bold"), _quote(item, label, characters)))
    for field in item.__struct_fields__:
        value = getattr(item, field)
        if field in SILENT or field == label or value in (None, "", (), False):
            continue
        children = value if isinstance(value, tuple) else (value,)
        if isinstance(children[0], msgspec.Struct):
            below = node.add(Styled(field, "cyan"))
            for child in children:
                _add_item(below, child, characters)
            continue
        words = ", ".join(safe(child) for child in children)
        node.add(Styled.assemble((f"{field.strip('_')}: ", "cyan"), words, _quote(item, field, characters)))


def _quote(item: Any, field: str, characters: str) -> tuple[str, str]:
    """The words behind a field; for an item's name those of the item, nothing for its own words."""
    spans = item.evidence.get(field) or (item.evidence.get("", ()) if field in LABELS else ())
    words = [safe(span.cut(characters)) for span in spans]
    value = safe(getattr(item, field))
    shown = [f"“{w[:SHOWN]}{'…' if len(w) > SHOWN else ''}”" for w in words if w != value]
    return (f"  {' … '.join(shown)}" if shown else "", "dim")
