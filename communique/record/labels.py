"""What to call an entry or a part where there is room for one line."""

from collections.abc import Collection
from typing import Any

from communique.lexicon.instruments import is_draft
from communique.model.record import Field

_NAMED_BY = {
    "meetings": "name",
    "people": "name",
    "bodies": "name",
    "instruments": "title",
    "operations": "name",
    "commitments": "text",
    "reports": "title",
}
_PART_NAMED_BY = ("name", "title", "text", "office", "as", "when")


def label_of(kind: str, id: str, fields: Collection[Field]) -> str:
    """The standing name; of a figure its value and what it counts, of a statement who says it."""
    values: dict[str, Any] = {f.name: f.standing for f in fields}
    if kind == "figures":
        sign = (values.get("comparator") or "=").replace("=", "")
        value, unit, what = (values.get(k) for k in ("value", "unit", "what"))
        return " ".join(str(w) for w in (f"{sign}{value}", unit, what) if w)
    if kind == "statements":
        return f"{values.get('speaker')}: {values.get('text')}"
    if kind == "reports":
        names = next((f for f in fields if f.name == "names"), None)
        return str(values.get("title") or (names.standing if names else None) or id)
    if kind == "instruments":
        return _title(fields) or id
    return str(values.get(_NAMED_BY[kind]) or id)


def _title(fields: Collection[Field]) -> str:
    """The standing title; where it is that of a draft, and a report gives the text's, that one."""
    said = [v for f in fields if f.name == "title" for v in f.values if v.verdict in ("stands", "fits")]
    stands = next((str(v.value) for v in said if v.verdict == "stands"), "")
    if not is_draft(stands):
        return stands
    return next((str(v.value) for v in said if not is_draft(str(v.value))), stands)


def part_label(key: str, fields: Collection[Field]) -> str:
    """The standing name of a part, else its key."""
    values: dict[str, Any] = {f.name: f.standing for f in fields}
    return str(next((values[n] for n in _PART_NAMED_BY if values.get(n)), key))
