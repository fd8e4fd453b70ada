"""What the reader finds in texts that strangers annotated for other ends: re3d, beside a trivial program.

    python benchmarks/outside.py ../shared/bench/re3d

re3d (Dstl, CC BY-SA 3.0 and CC BY 3.0 AU) marks people, organisations, places and times in Wikipedia and foreign
ministry texts about Iraq and Syria, and relations between them. Marks are scored as spans that share half of their
characters; relations by recall alone, for re3d counts as communication or charge much that is no fact of ours ("urge",
"captured by"). The interval is the middle 95 % of 1,000 resamplings of the documents.
"""

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from communique.model.text import Text
from communique.reading.people import Cast, cast
from communique.reading.reader import read
from communique.reading.scan import Scan, scan

Place = tuple[int, int]
Counts = tuple[int, int, int]  # annotated, found, both

PRONOUNS = frozenset(("he", "she", "they", "it", "his", "her", "their", "its", "who", "him", "them"))
LABELS = {
    "organisations": ("organisation", "organ", "organ?", "institution", "agency"),
    "places": ("city", "country", "region"),
}
MARKS = {"people": "Person", "organisations": "Organisation", "places": "Location", "dates": "Temporal"}
RELATIONS = {"who met whom": "CommWith", "offices": "InChargeOf", "name variants": "IsSynonymOf"}
RESAMPLED = 1000


class Document(NamedTuple):
    """A text with its marks (type to places) and relations (type to pairs of places)."""

    text: str
    marks: dict[str, set[Place]]
    relations: dict[str, set[frozenset[Place]]]


class Seen(NamedTuple):
    """A text as the reader sees it."""

    scan: Scan
    cast: Cast
    met: list[set[str]]


Finder = Callable[[Seen], Iterable[Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument(
        "folder", type=Path, help="the folder re3d with its documents, entities and relations"
    )
    documents = list(_documents(parser.parse_args().folder))
    seen = [_seen(d.text) for d in documents]
    print(f"{len(documents)} documents, {sum(len(d.text.split()) for d in documents):,} words\n")
    print(f"{'marks':<16}{'gold':>6}{'P':>7}{'R':>7}{'F1':>7}   {'95 %':<14}{'trivial F1':>11}")
    for kind, type_ in MARKS.items():
        ours = [_spans(d.marks[type_], FINDERS[kind](s)) for d, s in zip(documents, seen, strict=True)]
        trivial = [_spans(d.marks[type_], TRIVIAL[kind](d.text)) for d in documents]
        p, r, f = _scores(ours)
        low, high = _interval(ours, 2)
        print(
            f"{kind:<16}{_total(ours)[0]:>6}{p:>7.2f}{r:>7.2f}{f:>7.2f}   {low:.2f} to {high:.2f}  {_scores(trivial)[2]:>11.2f}"
        )
    print(f"\n{'relations':<16}{'gold':>6}{'found':>7}{'R':>7}   {'95 %':<14}{'trivial R':>10}")
    for kind, type_ in RELATIONS.items():
        ours = [_pairs(d.relations[type_], s, RELATED[kind]) for d, s in zip(documents, seen, strict=True)]
        trivial = [
            _pairs(d.relations[type_], s, _in_one_sentence) for d, s in zip(documents, seen, strict=True)
        ]
        low, high = _interval(ours, 1)
        print(
            f"{kind:<16}{_total(ours)[0]:>6}{_total(ours)[2]:>7}{_scores(ours)[1]:>7.2f}   {low:.2f} to {high:.2f}  {_scores(trivial)[1]:>10.2f}"
        )


def _documents(folder: Path) -> Iterator[Document]:
    for part in sorted(p for p in folder.iterdir() if p.is_dir()):
        marks: dict[str, dict[str, set[Place]]] = defaultdict(lambda: defaultdict(set))
        pairs: dict[str, dict[str, set[frozenset[Place]]]] = defaultdict(lambda: defaultdict(set))
        for line in _lines(part / "entities.json"):
            if line["confidence"] and str(line["value"]).lower() not in PRONOUNS:
                marks[line["documentId"]][line["type"]].add((line["begin"], line["end"]))
        for line in _lines(part / "relations.json"):
            ends = frozenset(
                ((line["sourceBegin"], line["sourceEnd"]), (line["targetBegin"], line["targetEnd"]))
            )
            pairs[line["documentId"]][line["type"]].add(ends)
        for line in _lines(part / "documents.json"):
            yield Document(line["text"], marks[line["_id"]], pairs[line["_id"]])


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _seen(characters: str) -> Seen:
    text = Text(name="re3d", characters=characters)
    looked = scan(text)
    met = [{p.name for p in m.participants} for m in read(text).meetings]
    return Seen(looked, cast(looked), met)


# --- what is found -------------------------------------------------------------------------------------


def _labelled(*labels: str) -> Finder:
    return lambda seen: [(h.start, h.stop) for label in labels for h in seen.scan.hits.get(label, ())]


FINDERS: dict[str, Finder] = {
    "people": lambda seen: [(a, b) for a, b, _ in seen.cast.places],
    "organisations": _labelled(*LABELS["organisations"]),
    "places": _labelled(*LABELS["places"]),
    "dates": lambda seen: [(d.start, d.stop) for d in seen.scan.dates],
}
_CAPITALS = re.compile(r"[A-Z][\w’'-]+(?: (?:of |the |al-)?[A-Z][\w’'-]+)*")


def _runs(fits: Callable[[str], bool]) -> Callable[[str], list[Place]]:
    return lambda text: [m.span() for m in _CAPITALS.finditer(text) if fits(m[0])]


TRIVIAL: dict[str, Callable[[str], list[Place]]] = {
    "people": _runs(lambda words: words.count(" ") in (1, 2)),
    "organisations": _runs(lambda words: words.isupper() or words.count(" ") > 1),
    "places": lambda text: [m.span(1) for m in re.finditer(r"\b(?:in|from|near|of) ([A-Z][\w’'-]+)", text)],
    "dates": lambda text: [m.span() for m in re.finditer(r"\b(?:19|20)\d\d\b", text)],
}


def _met(seen: Seen, one: Place, other: Place) -> bool:
    """Both are at one meeting of the reading."""
    a, b = _people(seen, one), _people(seen, other)
    return any(a & there and b & there and a != b for there in seen.met)


def _in_charge(seen: Seen, one: Place, other: Place) -> bool:
    """A person at the one end holds an office whose words or owner stand at the other."""
    for (start, stop), there in ((one, other), (other, one)):
        for a, b, index in seen.cast.places:
            if _overlap((a, b), (start, stop)):
                person = seen.cast.people[index]
                if any(
                    _overlap(place, there)
                    for h in person.holdings
                    for place in (*h.at, (h.title.start, h.title.stop))
                ):
                    return True
    return False


def _same_person(seen: Seen, one: Place, other: Place) -> bool:
    """Both ends are names of one person, or a name and the office that its bearer holds."""
    return bool(_people(seen, one) & _people(seen, other)) or _in_charge(seen, one, other)


def _in_one_sentence(seen: Seen, one: Place, other: Place) -> bool:
    """The trivial program: whatever two people stand in one sentence are related."""
    a, b = seen.scan.sentence_at(one[0]), seen.scan.sentence_at(other[0])
    return a is not None and a == b and bool(_people(seen, one)) and bool(_people(seen, other))


RELATED = {"who met whom": _met, "offices": _in_charge, "name variants": _same_person}


def _people(seen: Seen, place: Place) -> set[str]:
    named = {seen.cast.people[i].name for a, b, i in seen.cast.places if _overlap((a, b), place)}
    held = [(p.name, h.title) for p in seen.cast.people for h in p.holdings]
    # "the Minister of Foreign Affairs of Iraq" is marked without his name: the office stands for its holder
    return named or {name for name, title in held if _overlap((title.start, title.stop), place)}


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# --- scoring -------------------------------------------------------------------------------------------


def _spans(gold: set[Place], found: Iterable[Place]) -> Counts:
    """Marks that share at least half of the characters of both together; each is paired once."""
    left, both = set(gold), 0
    predicted = sorted(set(found))
    for span in predicted:
        best = max(left, key=lambda g: _shared(g, span), default=None)
        if best is not None and _shared(best, span) >= 0.5:
            left.discard(best)
            both += 1
    return len(gold), len(predicted), both


def _shared(one: Place, other: Place) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common / (one[1] - one[0] + other[1] - other[0]) if common > 0 else 0.0


def _pairs(gold: set[frozenset[Place]], seen: Seen, related: Callable[[Seen, Place, Place], bool]) -> Counts:
    pairs = [sorted(pair) for pair in gold if len(pair) == 2]
    found = sum(related(seen, one, other) for one, other in pairs)
    return len(pairs), found, found


def _total(counts: Iterable[Counts]) -> Counts:
    a, b, c = (sum(column) for column in zip(*counts, strict=True))
    return a, b, c


def _scores(counts: Iterable[Counts]) -> tuple[float, float, float]:
    gold, found, both = _total(counts)
    p, r = both / found if found else 0.0, both / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _interval(counts: list[Counts], which: int) -> tuple[float, float]:
    dice = random.Random(0)
    drawn = sorted(_scores(dice.choices(counts, k=len(counts)))[which] for _ in range(RESAMPLED))
    return drawn[RESAMPLED // 40], drawn[-RESAMPLED // 40]


if __name__ == "__main__":
    main()
