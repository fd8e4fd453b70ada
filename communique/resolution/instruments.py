"""Instruments: the same title, and the same meeting, organ or parties."""

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

from communique.lexicon.spelling import canonical_words
from communique.model.instrument import Instrument
from communique.model.mention import item_at
from communique.model.when import compatible
from communique.resolution.bodies import body_key
from communique.resolution.compared import Compared, Kind, Seen, other, same, unsure

_ALIKE = 90.0
_SMALL = frozenset(
    ("a", "an", "and", "between", "by", "for", "in", "number", "of", "on", "the", "to", "with")
)


class Paper(NamedTuple):
    """An instrument as one report names it."""

    words: tuple[str, ...]
    meeting: str
    owners: frozenset[str]
    period: str | None
    date: str | None
    proper: bool
    id: str

    @property
    def key(self) -> Hashable:
        """Alike in everything that would make them one; a title that says too little stands alone."""
        telling = self.meeting or (self.owners and len(self.words) > 2) or self.proper
        return self._replace(id="") if telling else self.id


def instruments(meetings: Mapping[str, str]) -> Kind[Paper]:
    """The kind, given the entry of each meeting's place (`report meetings/0` -> entry)."""

    def features(seen: Seen) -> Paper:
        place = seen.mention.places[0]
        item: Instrument = item_at(seen.reading, place)
        return Paper(
            words=tuple(w for w in canonical_words(item.title).split() if w not in _SMALL),
            meeting=meetings.get(f"{seen.mention.report} {place.rsplit('/instruments/', 1)[0]}", ""),
            owners=_owners(seen, place, item),
            period=item.period,
            date=item.date,
            proper=len(item.title.split()) > 2 and item.title.split()[-1][:1].isupper(),
            id=seen.mention.id,
        )

    return Kind("instruments", features, blocks, compare)


def _owners(seen: Seen, place: str, item: Instrument) -> frozenset[str]:
    """Organs and parties: whoever adopts, is bound, or has it submitted to."""
    found = set(item.parties)
    if item.destination:
        found.add(body_key(item.destination, None))
    if place.startswith("meetings/"):
        meeting = seen.reading.meetings[int(place.split("/")[1])]
        found |= {body_key(b.name, b.id) for b in meeting.bodies}
    return frozenset(found)


def blocks(paper: Paper) -> Iterator[Hashable]:
    """Those of one meeting meet, and those of one owner (or none) that share their longest word."""
    if paper.meeting:
        yield "meeting", paper.meeting
    longest = max(paper.words, key=lambda w: (len(w), w), default="")
    for owner in paper.owners:
        yield owner, longest
    if paper.proper:
        yield "proper", " ".join(paper.words)


def compare(left: Paper, right: Paper) -> Compared | None:
    """One instrument, two, or unsure; None where the titles differ."""
    likeness = token_sort_ratio(" ".join(left.words), " ".join(right.words))
    if likeness < _ALIKE:
        return None
    if not compatible(left.period, right.period) or not compatible(left.date, right.date):
        return other("the same title for another period")
    if left.meeting and left.meeting == right.meeting:
        return same(0.95, "same title, same meeting")
    if len(left.words) > 2 and left.owners & right.owners:
        return same(0.9, f"same title, both of {min(left.owners & right.owners)}")
    if likeness == 100 and left.proper and right.proper:
        return same(0.85, "same proper title")
    return unsure(0.4, "same title, nothing else in common")
