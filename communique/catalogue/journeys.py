"""The journey of an instrument: what was done with it, by which organ, when; and what was never heard of again.

for step in journey(db, "i-1a2b3c4d").steps:
    print(step.date, step.action, step.organs, step.to)
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

import msgspec
from sqlalchemy import Connection, RowMapping, select

from communique.catalogue.entries import whole
from communique.catalogue.paging import Going, Page, paged
from communique.catalogue.queries import held_since
from communique.catalogue.rows import MeetingRow
from communique.catalogue.search import matched, matching
from communique.catalogue.steps import ORDER
from communique.catalogue.tables import INSTRUMENT, MEETING, STEP
from communique.model.errors import NotFound
from communique.model.when import when, year_of

_OPEN = ("planned", "submitted")
_AT_ONCE = 400
_SINCE = 5


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was done with an instrument, and by which organs at which meeting, as far as reports say.

    `to` is the organ to which it was submitted, `field` where the evidence stands (`communique why ID.FIELD`).
    """

    action: str
    date: str | None = None
    organs: tuple[str, ...] = ()
    to: str | None = None
    to_body: str | None = None
    meeting: str | None = None
    reports: tuple[str, ...] = ()
    field: str = "action"


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument that was submitted or planned, of which no report read says what became of it.

    `since` are the sittings that the organ to which it went has held on record from that day on, the first few.
    """

    id: str
    title: str
    step: Step
    since: tuple[MeetingRow, ...] = ()


class Journey(msgspec.Struct, frozen=True, kw_only=True):
    """An instrument with its steps in order; `waiting` where the last thing heard of it leaves its fate open."""

    id: str
    title: str
    kind: str | None = None
    period: str | None = None
    parties: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    waiting: Waiting | None = None


def journey(db: Connection, id: str) -> Journey:
    """The journey of one instrument. Raises NotFound for an unknown id and for what is no instrument."""
    entry = whole(db, id)
    if entry.kind != "instruments":
        raise NotFound(f"{id}: is not an instrument ({entry.kind}); try `communique why {id}`")
    steps = steps_of(db, [entry.id]).get(entry.id, ())
    open_ = _open_step(steps)
    return Journey(
        id=entry.id,
        title=entry.label,
        kind=entry.get("kind"),
        period=entry.get("period"),
        parties=tuple(str(p) for p in entry.all("parties")),
        steps=steps,
        waiting=Waiting(id=entry.id, title=entry.label, step=open_, since=_Sittings(db).since(open_))
        if open_
        else None,
    )


def waiting(db: Connection, words: str = "", *, limit: int = -1) -> tuple[Waiting, ...]:
    """The instruments submitted or planned of which nothing was heard since, the oldest first."""
    found = _open(db, words)
    return _waiting(db, found if limit < 0 else found[:limit])


def waiting_paged(db: Connection, words: str, going: Going) -> Page[Waiting]:
    """One page of them."""
    found = paged(db, ("waiting", words), lambda own: _open(own, words), going, itemgetter(0))
    return Page(_waiting(db, found.rows), *found[1:])


def _open(db: Connection, words: str) -> Sequence[tuple[str, Step]]:
    """The instruments, each with the step after which nothing was heard of it."""
    wanted = matching(words)
    if wanted is None and words.strip():
        return ()
    asked = select(STEP.c.instrument).where(STEP.c.action.in_(_OPEN)).distinct()
    if wanted is not None:
        asked = asked.where(matched(STEP.c.instrument, wanted))
    journeys = steps_of(db, list(db.execute(asked).scalars()))
    found = [(id, step) for id, steps in journeys.items() if (step := _open_step(steps))]
    return sorted(found, key=lambda pair: (pair[1].date is None, pair[1].date or "", pair[0]))


def _waiting(db: Connection, shown: Sequence[tuple[str, Step]]) -> tuple[Waiting, ...]:
    titles, sat = _titles(db, [id for id, _ in shown]), _Sittings(db)
    there = ((id, step) for id, step in shown if id in titles)
    return tuple(Waiting(id=id, title=titles[id], step=step, since=sat.since(step)) for id, step in there)


class _Sittings:
    """The sittings of organs, each asked for once."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._of: dict[str, tuple[MeetingRow, ...]] = {}

    def since(self, step: Step) -> tuple[MeetingRow, ...]:
        """The first few that the organ to which an instrument went has held from that day on."""
        body, day = step.to_body, step.date
        if not body or not day or not when(day).month:
            return ()
        if body not in self._of:
            self._of[body] = held_since(self._db, body, "")
        rows = self._of[body]
        at = bisect_left(rows, day, key=lambda row: row.date or "")
        return rows[at : at + _SINCE]


def _titles(db: Connection, ids: Sequence[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for at in range(0, len(ids), _AT_ONCE):
        some = INSTRUMENT.c.id.in_(ids[at : at + _AT_ONCE])
        found |= {
            row.id: row.title for row in db.execute(select(INSTRUMENT.c.id, INSTRUMENT.c.title).where(some))
        }
    return found


def steps_of(db: Connection, instruments: Sequence[str]) -> Mapping[str, tuple[Step, ...]]:
    """The steps of each of these instruments, in order."""
    found: dict[str, list[Step]] = defaultdict(list)
    sat = (MEETING.c.date.label("day"), MEETING.c.bodies, MEETING.c.name)
    for at in range(0, len(instruments), _AT_ONCE):
        some = STEP.c.instrument.in_(instruments[at : at + _AT_ONCE])
        asked = select(STEP, *sat).join(MEETING, MEETING.c.id == STEP.c.meeting, isouter=True).where(some)
        for line in db.execute(asked).mappings():
            found[line["instrument"]].append(_step(line))
    return {id: tuple(in_order(steps)) for id, steps in found.items()}


def _step(line: RowMapping) -> Step:
    """The day of the meeting that took the step, else the one that a report gives the instrument."""
    organs = line["bodies"] or ([line["name"]] if line["name"] else [])
    return Step(
        action=line["action"],
        date=line["day"] if year_of(line["day"]) else line["date"],
        organs=tuple(organs),
        to=line["goes_to"],
        to_body=line["goes_to_body"],
        meeting=line["meeting"],
        reports=tuple(line["reports"]),
        field=line["field"],
    )


def in_order(steps: Iterable[Step]) -> list[Step]:
    """By day, those of one day as things mostly go; one without a day before the first that mostly comes later."""
    ordered = sorted(steps, key=lambda s: (s.date or "", _rank(s), s.meeting or "", s.reports))
    dated = [s for s in ordered if s.date]
    for step in (s for s in ordered if not s.date):
        later = (n for n, s in enumerate(dated) if _rank(s) > _rank(step))
        dated.insert(next(later, len(dated)), step)
    return dated


def _rank(step: Step) -> int:
    return ORDER.index(step.action) if step.action in ORDER else len(ORDER)


def _open_step(steps: Sequence[Step]) -> Step | None:
    """The last time that it was submitted or planned, where nothing follows."""
    last = next((s for s in reversed(steps) if s.action in _OPEN), None)
    return None if last is None or any(_follows(s, last) for s in steps) else last


def _follows(step: Step, sent: Step) -> bool:
    """True when the step tells what became of what was sent or planned before."""
    if step.action in _OPEN:
        return False
    if sent.to and sent.to in step.organs:
        return True
    if step.date and sent.date:
        shorter = min(len(step.date), len(sent.date))
        if step.date[:shorter] != sent.date[:shorter]:
            return step.date > sent.date
    return _rank(step) > _rank(sent) and step.meeting != sent.meeting
