"""What a row needs from other entries, asked of the tables."""

from collections.abc import Collection

from sqlalchemy import Connection

from communique.catalogue.flatten import Line, Meetings
from communique.growing.sql import AMONG, among, ask
from communique.model.record import Entry

_HELD = """SELECT min(q.report) FROM cat_value v JOIN cat_quote q ON q.value = v.number AND NOT q."cast"
WHERE v.entity = ? AND v.field = 'status' AND v.verdict = 'stands' AND v.value IN ('held', 'ongoing')
AND q.report NOT IN (SELECT 'r-' || report FROM cat_alias WHERE entity = ?)"""
_SOURCES = f"""SELECT a.entity, r.id, r.publisher, r.published FROM cat_alias a JOIN cat_report r ON r.id = 'r-' || a.report
WHERE a.entity IN {AMONG} ORDER BY r.published IS NULL, r.published, r.id"""

_SAYINGS, _SITTING = ("figures", "statements", "commitments"), ("people", "bodies", "instruments")
_DAY = "(SELECT {}(date) FROM cat_tie WHERE entry = e.id AND date IS NOT NULL)"
_MEETINGS = f"""SELECT e.id, e.meetings, {_DAY.format("min")}, {_DAY.format("max")} FROM cat_entry e
WHERE e.id IN {AMONG}"""


class Stored:
    """The catalogue as it is being written: reports and meetings are there before what is told of them.

    What many rows of one kind need is looked up together.
    """

    def __init__(self, db: Connection, entries: Collection[Entry]) -> None:
        self._db = db
        saying = [e.id for e in entries if e.kind in _SAYINGS]
        self._sources: dict[str, Line] = {}
        for id, *said in among(db, _SOURCES, saying):
            self._sources.setdefault(id, _source(*said))
        sitting = [e.id for e in entries if e.kind in _SITTING]
        self._meetings = {id: Meetings(*found) for id, *found in among(db, _MEETINGS, sitting)}

    def source(self, entry: Entry) -> Line:
        """Report, publisher and day of an entry that one report speaks of; of the same words in several, the first."""
        return self._sources.get(entry.id) or _source("", None, None)

    def held_in(self, meeting: str | None, announced: Entry) -> str | None:
        """The report that says that a meeting took place, but those that `announced` it; None without any."""
        if meeting is None:
            return None
        found = ask(self._db, _HELD, (meeting, announced.id))[0][0]
        return str(found) if found else None

    def meetings(self, entry: Entry) -> Meetings:
        """How many meetings an entry belongs to, with the day of the first and the last."""
        return self._meetings[entry.id]


def _source(report: str, publisher: str | None, published: str | None) -> Line:
    return {"report": report, "publisher": publisher, "published": published}
