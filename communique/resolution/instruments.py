"""Instruments: the same title, and the same meeting, organ or parties; not adopted a year apart."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

from communique.lexicon.spelling import canonical_words
from communique.model.instrument import Instrument
from communique.model.mention import item_at
from communique.model.when import compatible, when
from communique.resolution.bodies import body_key
from communique.resolution.compared import Compared, Kind, Seen, other, same, unsure

_ALIKE = 90.0
_DRAFT = "draft"
_TELLING = 3
"""Words, small ones aside, with which a title says what it is about."""
_SMALL = frozenset(
    ("a", "an", "and", "between", "by", "for", "in", "number", "of", "on", "the", "to", "with")
)


_ANY = "any"
"""In place of a year: papers that may be one with those of any year."""

_HALF_A_YEAR = 6
_A_YEAR = 12
_SENT = frozenset(("submitted", "planned"))
_DECIDED = frozenset(("adopted", "approved", "endorsed", "signed"))
_LATER = frozenset(("ratified", "in force", "extended", "terminated", "withdrawn"))
"""What happens to an instrument long after it was adopted."""


class Sat(NamedTuple):
    """A meeting that dealt with instruments: its entry, and its day as precisely as any report says.

    `alone` and `start` are what both would be if no report told of it but the one that names the instrument.
    """

    entry: str = ""
    day: str | None = None
    alone: str = ""
    start: str | None = None

    @property
    def apart(self) -> "Sat":
        """The meeting as one report alone tells of it."""
        return Sat(self.alone, self.start)


class Paper(NamedTuple):
    """An instrument as one report names it; `draft` when its title says so, which `words` leave out."""

    words: tuple[str, ...]
    meeting: str
    owners: frozenset[str]
    steps: frozenset[str]
    draft: bool
    destination: str
    day: str | None
    period: str | None
    date: str | None
    proper: bool
    id: str
    name: str = ""
    """By what it is known whatever becomes one with its meeting: `traits.sat_in` tells."""

    @property
    def key(self) -> Hashable:
        """Alike in everything that would make them one; a title that says too little stands alone."""
        telling = self.meeting or (self.owners and len(self.words) > 2 and self.day) or self.proper
        return self._replace(id="", name="") if telling else self.id


def features(seen: Seen) -> Paper:
    """What the report says of the instrument; `seated` adds what is known of its meeting."""
    place = seen.mention.places[0]
    item: Instrument = item_at(seen.reading, place)
    words = tuple(w for w in canonical_words(item.title).split() if w not in _SMALL)
    return Paper(
        words=tuple(w for w in words if w != _DRAFT) or words,
        meeting="",
        owners=_owners(seen, place, item),
        steps=frozenset((item.action, *item.steps)),
        draft=_DRAFT in words,
        destination=body_key(item.destination, None) if item.destination else "",
        day=item.date,
        period=item.period,
        date=item.date,
        proper=len(item.title.split()) > 2 and item.title.split()[-1][:1].isupper(),
        id=seen.mention.id,
    )


def seated(paper: Paper, sat: Sat) -> Paper:
    """The paper with its meeting's entry, and that meeting's day where it has none of its own."""
    return paper._replace(meeting=sat.entry, day=paper.date or sat.day)


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
    """Those of one meeting meet, and those of one owner (or none) that share their longest word.

    An organ that adopts a plan of one title every year has them all in one block; so that a new one is not compared
    with each, all stand in a finer block too: of their year, or of those that may be one with a paper of any year.
    """
    if paper.meeting:
        yield paper.meeting, "meeting"
    year = _year(paper)
    for wide in _titled(paper):
        yield wide
        yield wide, year or _ANY


def sought(paper: Paper) -> Iterator[Hashable]:
    """Where papers that may be one with this one stand: of the same year or the next to it, or of any year."""
    if paper.meeting:
        yield paper.meeting, "meeting"
    year = _year(paper)
    for wide in _titled(paper):
        if year:
            yield from ((wide, near) for near in (_ANY, year - 1, year, year + 1))
        else:
            yield wide


def _titled(paper: Paper) -> Iterator[Hashable]:
    longest = max(paper.words, key=lambda w: (len(w), w), default="")
    for owner in paper.owners:
        yield owner, longest
    if paper.proper:
        yield " ".join(paper.words), "proper"
    if len(paper.words) >= _TELLING:
        # a draft and its text meet where they begin alike, in one organisation
        for organisation in {_organisation(owner) for owner in paper.owners}:
            yield paper.words[:_TELLING], "begins", organisation


def _year(paper: Paper) -> int | None:
    """The year of a paper that is none of more than a year before or after it; None where it may be: see `_two`."""
    day = when(paper.day)
    lives_on = paper.steps & _LATER or (paper.proper and not paper.steps & (_DECIDED | _SENT))
    return None if lives_on or day.month is None or day.month > _A_YEAR else day.year


def compare(left: Paper, right: Paper) -> Compared | None:
    """One instrument, two, or unsure; None where the titles differ."""
    likeness = token_sort_ratio(" ".join(left.words), " ".join(right.words))
    if likeness < _ALIKE:
        return _made_of(left, right)
    if not compatible(left.period, right.period) or not compatible(left.date, right.date):
        return other("the same title for another period")
    if left.meeting and left.meeting == right.meeting:
        return same(0.95, "same title, same meeting")
    if left.draft != right.draft and (sent := _sent(left, right)):
        return sent
    if _two(left, right):
        return other(f"the same title, but of {left.day} and {right.day}")
    # of two years that have the same title, an undated paper can be of either
    undated = None if bool(left.day) == bool(right.day) else (0 if right.day else 1)
    if len(left.words) > 2 and left.owners & right.owners:
        return same(0.9, f"same title, both of {min(left.owners & right.owners)}", undated)
    if likeness == 100 and left.proper and right.proper:
        return same(0.85, "same proper title", undated)
    return unsure(0.4, "same title, nothing else in common")


def _sent(left: Paper, right: Paper) -> Compared | None:
    """A draft that went to the organ which adopted its text within the year; other if it came after the text."""
    draft, text = (left, right) if left.draft else (right, left)
    months = _months(draft.day, text.day)
    if months is None or not text.steps & _DECIDED:
        return None
    if months < 0:
        return other(f"the draft is of {draft.day}, the text was adopted on {text.day}")
    if draft.destination in text.owners and months <= _A_YEAR:
        return same(0.9, f"the draft went to {draft.destination}, which decided on it")
    shared = _organisations(draft) & _organisations(text)
    if shared and not draft.destination and months <= _HALF_A_YEAR and len(draft.words) > _TELLING:
        return same(
            0.82, f"the draft of a title that says much, decided on in {min(shared)} within half a year"
        )
    return None


def _made_of(left: Paper, right: Paper) -> Compared | None:
    """A draft that went to the organ which soon adopted a text whose title says all that the draft's says."""
    if left.draft == right.draft:
        return None
    draft, text = (left, right) if left.draft else (right, left)
    months = _months(draft.day, text.day)
    if months is None or not 0 <= months <= _HALF_A_YEAR or not text.steps & _DECIDED:
        return None
    said = len(draft.words) >= _TELLING and draft.words == text.words[: len(draft.words)]
    if not said or draft.destination not in text.owners or not compatible(draft.period, text.period):
        return None
    return same(0.85, f"the draft went to {draft.destination}, which decided on a text whose title begins so")


def _organisations(paper: Paper) -> frozenset[str]:
    """The organisations of its organs; a body that the lexicon does not know is none."""
    return frozenset(_organisation(owner) for owner in paper.owners if not owner.startswith("~"))


def _organisation(owner: str) -> str:
    return owner.split("/")[0]


def _two(left: Paper, right: Paper) -> bool:
    """True for more than half a year between them, and nothing that an instrument does in its later life."""
    months = _months(left.day, right.day)
    if months is None or abs(months) <= _HALF_A_YEAR:
        return False
    first, last = (left, right) if months > 0 else (right, left)
    sent = bool(first.steps & _SENT and last.steps & _DECIDED) and abs(months) <= _A_YEAR
    named = first.proper and last.proper and not last.steps & (_DECIDED | _SENT)
    return not (sent or named or last.steps & _LATER)


def _months(first: str | None, last: str | None) -> int | None:
    """From the first day to the last, in months begun or not; None where one of them is not known."""
    one, two = when(first), when(last)
    if one.year is None or two.year is None or one.month is None or two.month is None:
        return None
    return (two.year - one.year) * 12 + two.month - one.month


INSTRUMENTS = Kind("instruments", features, blocks, compare, sought)
