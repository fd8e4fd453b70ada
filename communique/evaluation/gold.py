"""Gold: annotated reports as a person types them (docs/gold.md), brought to the reading format with evidence."""

import re
from pathlib import Path
from typing import Any

import yaml

from communique.lexicon.bodies import bodies
from communique.model.errors import BadInput

Item = dict[str, Any]

FIELDS: dict[str, tuple[str, ...]] = {
    "participants": ("name", "office", "represents", "role"),
    "instruments": ("title", "kind", "action", "period", "destination"),
    "agenda": ("text",),
    "offices": ("person", "office", "of"),
    "statements": ("speaker", "text", "direct"),
    "figures": ("value", "comparator", "unit", "what", "period", "claimed_by", "words"),
    "operations": ("name", "aim", "when", "stage", "organiser", "status"),
    "commitments": ("text", "by_whom", "due"),
}
"""What stands between the bars of a line of each list."""

VERBATIM = {
    "participants": ("name", "office"),
    "instruments": ("title",),
    "agenda": ("text",),
    "offices": ("person", "office"),
    "statements": ("text",),
    "figures": ("words",),
    "operations": ("name",),
    "commitments": ("text",),
}
"""The fields of each list that must stand in the text to the letter."""

_LISTS = ("offices", "instruments", "statements", "figures", "operations", "commitments")

KEYS = frozenset({"style", "about", "published", "meetings", "furniture", "note", "notes", *_LISTS})
"""What an annotation may have."""

MEETING_KEYS = frozenset(
    {
        "name",
        "bodies",
        "kind",
        "ordinal",
        "status",
        "start",
        "end",
        "city",
        "country",
        "venue",
        "mode",
        "chair",
    }
    | {
        "participants",
        "represented",
        "represented_optional",
        "absent",
        "agenda",
        "instruments",
        "says",
        "optional",
    }
)
"""What a meeting of an annotation may have."""

_NTH = re.compile(r"@(\d+)$")


class _Finder:
    """Finds quoted words in one text and remembers what it could not find."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        self.missing: list[str] = []

    def words(self, quoted: str) -> tuple[str, list[list[int]]]:
        """The words as they stand in the text and where; a blank matches any white space."""
        nth = _NTH.search(quoted)
        bare = _NTH.sub("", quoted)
        pattern = r"\s+".join(map(re.escape, bare.split()))
        found = list(re.finditer(pattern, self.characters))
        index = int(nth[1]) - 1 if nth else 0
        if index >= len(found):
            self.missing.append(quoted)
            return bare, []
        return found[index][0], [[found[index].start(), found[index].end()]]


def load(path: Path, reports: Path | None = None) -> Item:
    """The annotation `NAME.yml` beside its `NAME.txt` (or with it in the folder `reports`), in the reading format.

    Raises BadInput for a missing report, an unknown key, and one that lists every quoted word which the
    text lacks.
    """
    text, data = _text((reports or path.parent) / f"{path.stem}.txt", path), _data(path)
    finder = _Finder(text)
    gold: Item = {"id": path.stem, "published": _plain(data.get("published")), "style": data.get("style")}
    try:
        gold["meetings"] = [_meeting(m, finder) for m in data.get("meetings") or ()]
        for kind in _LISTS:
            gold[kind] = [_line(kind, line, finder) for line in data.get(kind) or ()]
        furniture = [_stretch(line, finder) for line in data.get("furniture") or ()]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(str(path), f"is not as docs/gold.md has it: {error}") from error
    gold["furniture"] = [place for place in furniture if place]
    if finder.missing:
        raise BadInput(str(path), "not in the text: " + "; ".join(repr(m) for m in finder.missing))
    return gold


def _text(path: Path, annotation: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError:
        raise BadInput(str(annotation), f"has no report {path.name} beside it") from None
    except UnicodeDecodeError as error:
        raise BadInput(str(path), f"is not UTF-8: {error}") from None


def _data(path: Path) -> Item:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadInput(str(path), f"is not YAML: {str(error).splitlines()[0]}") from error
    if not isinstance(data, dict):
        raise BadInput(str(path), "is not YAML with keys")
    meetings = data.get("meetings") or ()
    unknown = set(data) - KEYS | {k for m in meetings if isinstance(m, dict) for k in set(m) - MEETING_KEYS}
    if unknown:  # a mistyped key would silently drop what stands under it
        raise BadInput(str(path), f"has keys that docs/gold.md lacks: {', '.join(sorted(map(str, unknown)))}")
    return data


def load_folder(folder: Path) -> dict[str, Item]:
    """Every annotation of a folder by name; raises BadInput at the first that is unsound."""
    return {path.stem: load(path) for path in sorted(folder.glob("*.yml"))}


def _plain(value: Any) -> Any:
    """Dates that YAML made dates become text again."""
    return (
        value.isoformat()
        if hasattr(value, "isoformat")
        else (str(value) if isinstance(value, int) else value)
    )


def _meeting(data: Item, finder: _Finder) -> Item:
    name, spans = finder.words(str(data["name"]).removeprefix("? "))
    start = _plain(data.get("start"))
    meeting: Item = {
        "name": name,
        "bodies": [_body(b) for b in data.get("bodies") or ()],
        "kind": data.get("kind", "multilateral"),
        "ordinal": data.get("ordinal"),
        "status": data.get("status", "held"),
        "start": start,
        "end": _plain(data.get("end")) or start,
        **{slot: data.get(slot) for slot in ("city", "country", "venue", "mode")},
        "chair": {"name": data["chair"]} if data.get("chair") else None,
        "represented": list(data.get("represented") or ()),
        "represented_optional": list(data.get("represented_optional") or ()),
        "absent": list(data.get("absent") or ()),
        "evidence": {"": spans, "name": spans},
    }
    for kind in ("participants", "agenda", "instruments"):
        meeting[kind] = [_line(kind, line, finder) for line in data.get(kind) or ()]
    for slot, quoted in (data.get("says") or {}).items():
        meeting["evidence"][slot] = finder.words(str(_plain(quoted)))[1]
    if data.get("optional") or str(data["name"]).startswith("? "):
        meeting["optional"] = True
    if start and start.startswith("XXXX"):
        meeting["start_partial"] = start.replace("XXXX", "-")
    return meeting


def _body(name: str) -> str:
    known = bodies().get(name)
    return known.name if known else name


def _line(kind: str, line: Any, finder: _Finder) -> Item:
    words = _typed_words(line)
    optional = words.startswith("? ")
    parts = [p.strip() or None for p in words.removeprefix("? ").split("|")]
    item: Item = dict(zip(FIELDS[kind], [*parts, *[None] * len(FIELDS[kind])], strict=False))
    evidence: dict[str, list[list[int]]] = {"": []}
    for field in VERBATIM[kind]:
        quoted = item.get(field)
        if quoted:
            item[field], spans = finder.words(
                quoted.removeprefix("former ") if kind == "offices" and field == "office" else quoted
            )
            evidence[field] = spans
            evidence[""] += spans
    item["evidence"] = evidence
    if optional:
        item["optional"] = True
    return _typed(kind, item, words)


def _typed_words(line: Any) -> str:
    """A line as typed; YAML takes an unquoted `? words` for a key without a value."""
    if not isinstance(line, dict):
        return str(_plain(line))
    if list(line.values()) == [None]:
        return f"? {next(iter(line))}"
    raise ValueError(f"put the line in quotes, it has a colon: {line}")


def _typed(kind: str, item: Item, words: str) -> Item:
    """Numbers, steps and flags that a line writes as words."""
    if kind == "figures":
        number = str(item["value"]).replace(",", "").replace(" ", "")
        item["value"] = float(number) if "." in number else int(number)
        item["comparator"] = item["comparator"] or "="
        item["what"] = item["what"] or ""
    elif kind == "instruments":
        steps = [s.strip() for s in (item["action"] or "other").split(",")]
        item["action"], item["kind"] = steps[0], item["kind"] or "other"
        item["steps"] = steps if len(steps) > 1 else []
        item["destination"] = _body(item["destination"]) if item["destination"] else None
    elif kind == "statements":
        item["direct"] = item["direct"] == "direct"
    elif kind == "offices":
        item["former"] = "| former " in words
    return item


def _stretch(line: str, finder: _Finder) -> list[int] | None:
    first, _, last = str(line).partition(" … ")
    start = finder.words(first)[1]
    stop = finder.words(last)[1] if last else start
    return [start[0][0], stop[0][1]] if start and stop else None
