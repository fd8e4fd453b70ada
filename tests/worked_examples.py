"""The annotated reports in ../shared/seeds as readings, and short ways to write readings by hand."""

import json
import re
from pathlib import Path
from typing import Any

from communique.lexicon.bodies import bodies
from communique.model.instrument import Instrument
from communique.model.meeting import AgendaItem, BodyMention, Meeting
from communique.model.party import Chair, Office, Participation
from communique.model.reading import Reading, Report
from communique.model.said import Figure, Operation, Statement
from communique.model.span import Span
from communique.model.text import Text

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
Told = tuple[tuple[str, ...], Text, Reading]


def gold_reports() -> list[Told]:
    return [_told(path) for path in sorted(SEEDS.glob("*.gold.json"))]


def _told(path: Path) -> Told:
    gold = json.loads(path.read_text())
    name = path.name.removesuffix(".gold.json")
    text = Text(name=name, characters=(path.parent / f"{name}.txt").read_text(), published=gold["published"])
    reading = Reading(
        report=Report(id=name, published=gold["published"]),
        meetings=tuple(_meeting(i, m) for i, m in enumerate(gold["meetings"])),
        offices=tuple(Office(**_slots(o, "person office of")) for o in gold["offices"]),
        instruments=tuple(map(_instrument, _sure(gold["documents"]))),
        statements=tuple(
            Statement(**_slots(s, "speaker direct"), text=_cut(text, s)) for s in gold["statements"]
        ),
        figures=tuple(
            Figure(**_slots(f, "value comparator unit what period claimed_by")) for f in gold["figures"]
        ),
        operations=tuple(
            Operation(**_slots(o, "name aim when stage organiser status")) for o in _sure(gold["operations"])
        ),
        reader="gold",
    )
    return (name,), text, reading


def _cut(text: Text, item: dict[str, Any]) -> str:
    return text.characters[slice(*item["evidence"][0])]


def _sure(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [i for i in items if not i.get("optional")]


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*p) for p in pairs)


def _slots(item: dict[str, Any], names: str) -> dict[str, Any]:
    evidence = {"": _spans(item["evidence"])}
    return {n: item[n] for n in names.split() if item.get(n) is not None} | {"evidence": evidence}


def _instrument(item: dict[str, Any]) -> Instrument:
    steps = (item["action"], *(a["action"] for a in item.get("further_actions", ())))
    more = {"steps": steps if len(steps) > 1 else (), "parties": tuple(item.get("parties") or ())}
    return Instrument(**_slots(item, "title kind action period destination date count"), **more)


def _meeting(i: int, gold: dict[str, Any]) -> Meeting:
    ids = {b.name: b.id for b in bodies().values()}
    slots = {s: _spans(pairs) for s, pairs in gold["evidence_by_slot"].items() if pairs}
    chair = gold.get("chair")
    start = gold["start"] or re.sub(r"^--", "XXXX-", gold.get("start_partial", "")) or None
    return Meeting(
        id=f"m{i}",
        **{n: gold[n] for n in ["name", "kind", "ordinal", "status", "city", "country", "mode"]},
        start=start,
        end=gold["end"],
        bodies=tuple(
            BodyMention(name=b, id=ids.get(b), evidence={"": slots["bodies"]}) for b in gold["bodies"]
        ),
        chair=Chair(**_slots(chair, "name represents")) if chair else None,
        participants=tuple(
            Participation(**_slots(p, "name office represents role")) for p in _sure(gold["participants"])
        ),
        represented=tuple(gold["represented"]),
        agenda=tuple(AgendaItem(**_slots(a, "text")) for a in gold["agenda"]),
        instruments=tuple(map(_instrument, gold["documents"])),
        evidence={"": _spans(gold["evidence"])} | slots,
    )


def told(
    name: str, characters: str, *, publisher: str | None = None, published: str | None = None, **lists: Any
) -> Told:
    """A hand-made report: `told("a", "The text.", meetings=(...,))`."""
    text = Text(name=name, characters=characters, publisher=publisher, published=published)
    return (name,), text, Reading(report=Report(id=name), reader="hand", **lists)


def said(characters: str, *words: str) -> dict[str, tuple[Span, ...]]:
    """Evidence for an item: where `words` stand."""
    places = ((characters.index(w), len(w)) for w in words)
    return {"": tuple(Span(at, at + n) for at, n in places)}
