"""What annotated reports teach the weighed decisions: each candidate with its signs, and whether the annotation agrees."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

from communique.evaluation.corpus import Case
from communique.evaluation.likeness import same_name
from communique.evaluation.pairing import MEETING_FLOOR, meeting_likeness, pair
from communique.reading.drafts import Draft
from communique.reading.meetings import meetings
from communique.reading.people import Cast, cast
from communique.reading.scan import Scan, scan
from communique.reading.weighing import passing, presence
from communique.text import clean

Item = dict[str, Any]


class Example(NamedTuple):
    """One candidate: of which report and which fact, whether no rule says it, whether it is right, and its signs."""

    report: str
    fact: str
    silent: bool
    right: bool
    signs: frozenset[str]


class Read(NamedTuple):
    """A report as the rules alone read it, and for each meeting the annotated one."""

    case: Case
    scan: Scan
    cast: Cast
    drafts: list[Draft]
    focus: dict[int, Draft]
    gold: dict[int, Item]


def read(case: Case) -> Read:
    """The report without anything weighed: what is trained must not lean on what was trained before."""
    seen = scan(clean(case.page))
    who = cast(seen)
    drafts, focus = meetings(seen, who, weighed=False)
    annotated = case.gold["meetings"]
    found = [msgspec.to_builtins(d.finish(i, seen.characters, {})) for i, d in enumerate(drafts)]
    pairs = pair(annotated, found, meeting_likeness, MEETING_FLOOR)
    return Read(case, seen, who, drafts, focus, {id(drafts[j]): annotated[i] for i, j in pairs})


def of_passing(report: Read) -> Iterator[Example]:
    """Verbs with a day or place: right where a meeting of the annotation is named in their sentence."""
    seen = report.scan
    named = [(*at, bool(m.get("optional"))) for m in report.case.gold["meetings"] if (at := _place(seen, m))]
    told = {start for draft in report.drafts for start in draft.sentences}
    for number, sentence in enumerate(seen.sentences):
        here = [
            optional for start, stop, optional in named if start < sentence.stop and sentence.start < stop
        ]
        if any(here):
            continue
        for one in passing.candidates(seen, sentence):
            signs = frozenset(passing.signs(seen, report.cast, one, number))
            silent = sentence.start not in told and not passing.known(one, report.drafts)
            yield Example(report.case.name, str(sentence.start), silent, bool(here), signs)


def _place(seen: Scan, meeting: Item) -> tuple[int, int] | None:
    """The words from which the annotation takes the meeting's name; None where they are not told."""
    places = (meeting.get("evidence") or {}).get("") or ()
    start = int(places[0][0]) if places else seen.text.characters.find(meeting["name"])
    return (start, start + len(meeting["name"])) if start >= 0 else None


def of_presence(report: Read) -> Iterator[Example]:
    """People named in a meeting's account: right where its annotation has them among those who took part."""
    for mention in presence.named(report.scan, report.cast, report.drafts, report.focus, seated=True):
        draft, name = mention.passage.draft, mention.person.name
        gold = report.gold.get(id(draft), {})
        same = [p for p in gold.get("participants") or () if same_name(p["name"], name)]
        if gold.get("optional") or any(p.get("optional") for p in same):
            continue
        seat = draft.people.pop(name, None)  # judged as if nobody had seated them yet
        signs = frozenset(presence.signs(mention))
        if seat:
            draft.people[name] = seat
        fact = f"{draft.start} {name}"
        yield Example(report.case.name, fact, seat is None, bool(same), signs)


DECISIONS: dict[str, Callable[[Read], Iterator[Example]]] = {"passing": of_passing, "presence": of_presence}
"""Every weighed decision by the name of its weights."""
