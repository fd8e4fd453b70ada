"""Why a reading says what it says: sentence by sentence, the facts, their words, and the rules that found them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from communique.model.claim import KINDS
from communique.model.meeting import Meeting
from communique.model.reading import Reading
from communique.model.span import Span
from communique.model.text import Text
from communique.reading.coverage import TRIGGERS
from communique.reading.reader import read_scan
from communique.reading.scan import Rule, Scan, scan
from communique.reading.sentences import Sentence

_ANCHOR = {"offices": "office", "figures": "value", "operations": "name"}
"""The slot at which a rule noted its item; for all other kinds it is the item as a whole, or its text."""


class Fact(NamedTuple):
    """One fact of a sentence: its kind, what it says, the words behind it, and the rule (name, promise)."""

    kind: str
    says: str
    at: Span
    rule: str
    promise: str


class Explained(NamedTuple):
    """One sentence: where it stands, its facts, and the words in it that announce one."""

    at: Span
    facts: tuple[Fact, ...]
    cues: tuple[str, ...]

    @property
    def left(self) -> bool:
        """True where words announce a fact and none was found."""
        return bool(self.cues) and not self.facts


def explain(text: Text) -> tuple[Reading, list[Explained]]:
    """The reading of a text, and what it found in each of its sentences."""
    seen = scan(text)
    reading = read_scan(seen)
    return reading, explained(seen, reading)


def explained(seen: Scan, reading: Reading) -> list[Explained]:
    """Every sentence of a scanned text with what the reading found in it.

    >>> from communique.reading.reader import read_scan
    >>> from communique.reading.scan import scan
    >>> seen = scan("Foreign Minister Sergey Lavrov spoke.")
    >>> [(f.kind, f.says, f.rule) for e in explained(seen, read_scan(seen)) for f in e.facts]
    [('offices', 'Sergey Lavrov, Foreign Minister', 'adjacent')]
    """
    facts = sorted(_facts(seen, reading), key=lambda f: (f.at.start, _ORDER.index(f.kind)))
    return [_sentence(seen, s, facts) for s in seen.sentences]


_ORDER = (*KINDS, "participants", "agenda")


def _sentence(seen: Scan, sentence: Sentence, facts: list[Fact]) -> Explained:
    hits = seen.within(sentence.start, sentence.stop, *TRIGGERS)
    return Explained(
        Span(sentence.start, sentence.stop),
        tuple(f for f in facts if sentence.start <= f.at.start < sentence.stop),
        tuple(dict.fromkeys(seen.words(h.start, h.stop) for h in hits)),
    )


def _facts(seen: Scan, reading: Reading) -> Iterator[Fact]:
    for kind in KINDS:
        for item in getattr(reading, kind):
            yield _fact(seen, kind, item)
            if kind == "meetings":
                yield from _slots(item)
                for below in ("participants", "agenda", "instruments"):
                    for child in getattr(item, below):
                        yield _fact(seen, below, child)


def _slots(meeting: Meeting) -> Iterator[Fact]:
    """What a meeting is told in other words than its name: its day, its city, who stayed away."""
    for slot, places in meeting.evidence.items():
        for place in places if slot not in ("", "name") else ():
            value = getattr(meeting, slot)
            said = " ".join(value) if isinstance(value, tuple) else value
            yield Fact("meetings", f"{slot} of {meeting.id}: {said}", place, "", "")


def _fact(seen: Scan, kind: str, item: Any) -> Fact:
    slot = _ANCHOR.get(kind, "")
    places = item.evidence.get(slot) or item.evidence[""]
    named = [place.start for places in item.evidence.values() for place in places]
    rule = next(
        (seen.found_by[kind, at] for at in (places[0].start, *named) if (kind, at) in seen.found_by), None
    )
    return Fact(kind, _says(kind, item), places[0], *_known_as(rule))


def _known_as(rule: Rule | None) -> tuple[str, str]:
    """A rule's name, and the first line of what it promises."""
    if rule is None:
        return "", ""
    promise = (rule.__doc__ or "").strip().split("\n")[0]
    return rule.__name__.strip("_").replace("_", " "), promise


_SHOWN = {
    "meetings": ("name", "start", "city"),
    "offices": ("person", "office", "of"),
    "participants": ("name", "office", "represents", "role"),
    "agenda": ("text",),
    "instruments": ("title", "action"),
    "statements": ("speaker", "text"),
    "figures": ("comparator", "value", "unit", "what"),
    "operations": ("name", "when", "status"),
    "commitments": ("text", "due"),
}


def _says(kind: str, item: Any) -> str:
    return ", ".join(str(v) for name in _SHOWN[kind] if (v := getattr(item, name)) not in (None, ""))
