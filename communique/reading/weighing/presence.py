"""Was somebody there of whom neither a verb of presence nor the points of `seating.py` say so? The same cues, weighed."""

from bisect import bisect_right
from collections.abc import Iterator

from communique.lexicon.weights import weights
from communique.reading.drafts import Draft
from communique.reading.passages import Passage
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.seating import CIRCUMSTANCES, SIGNS, Mention, mentions
from communique.reading.weighing.signs import around

_MAY_SIT = ("held", "ongoing", "planned")


def weighed_as_present(
    scan: Scan, cast: Cast, drafts: list[Draft], focus: dict[int, Draft]
) -> Iterator[Mention]:
    """Weighed: named in the account of a meeting, with enough signs of having been there."""
    trained = weights("presence")
    for mention in named(scan, cast, drafts, focus, seated=False):
        if trained.agrees(signs(mention)):
            yield mention


def named(
    scan: Scan, cast: Cast, drafts: list[Draft], focus: dict[int, Draft], seated: bool
) -> Iterator[Mention]:
    """Those named in the account of a meeting; with `seated` also those who are known to be there."""
    return mentions(scan, cast, drafts, focus, lambda draft: draft.status in _MAY_SIT, seated)


def signs(mention: Mention) -> list[str]:
    """What speaks for and against the presence of somebody named."""
    passage, person = mention.passage, mention.person
    found = [cue.name for cue in (*SIGNS, *CIRCUMSTANCES) if cue.holds(mention)]
    found += around(passage.scan, passage.sentence, mention.entry[:2])
    return [*found, *_of_person(mention), *_of_meeting(passage), f"named {min(len(person.mentions), 4)}"]


def _of_person(mention: Mention) -> Iterator[str]:
    passage, person = mention.passage, mention.person
    draft, drafts = passage.draft, passage.drafts
    if person.represents is None:
        yield "for nobody"
    elif person.represents in draft.parties:
        yield "a party is there"
    if draft is not drafts[0] and person.name in drafts[0].people:
        yield "sits at the report's own meeting"
    if any(person.name in other.people for other in drafts if other is not draft):
        yield "sits elsewhere"


def _of_meeting(passage: Passage) -> Iterator[str]:
    draft, starts = passage.draft, passage.scan.starts["sentence"]
    told = [bisect_right(starts, s) - 1 for s in (draft.sentences or {draft.start})]
    away = min((passage.number - t for t in told), key=abs)
    yield f"status {draft.status}"
    yield f"noun {draft.noun}"
    yield f"meetings {min(len(passage.drafts), 5)}"
    yield f"seated {min(len(draft.people), 4)}"
    yield f"away {max(-4, min(away, 4))}"
    for name, holds in (("firm", draft.firm), ("two", draft.two), ("body", bool(draft.bodies))):
        if holds:
            yield name
