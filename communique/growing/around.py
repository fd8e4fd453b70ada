"""What a row needs from other entries, asked of the tables."""

from sqlalchemy import Connection

from communique.catalogue.flatten import Line, Meetings
from communique.model.record import Entry

_HELD = """SELECT min(q.report) FROM cat_value v JOIN cat_quote q ON q.value = v.number AND NOT q."cast"
WHERE v.entity = ? AND v.field = 'status' AND v.verdict = 'stands' AND v.value IN ('held', 'ongoing')
AND q.report NOT IN (SELECT 'r-' || report FROM cat_alias WHERE entity = ?)"""
_FIRST = """SELECT r.id, r.publisher, r.published FROM cat_alias a JOIN cat_report r ON r.id = 'r-' || a.report
WHERE a.entity = ? ORDER BY r.published IS NULL, r.published, r.id LIMIT 1"""

_DAY = "(SELECT {}(date) FROM cat_tie WHERE entry = e.id AND date IS NOT NULL)"
_MEETINGS = f"SELECT e.meetings, {_DAY.format('min')}, {_DAY.format('max')} FROM cat_entry e WHERE e.id = ?"


class Stored:
    """The catalogue as it is being written: reports and meetings are there before what is told of them."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def source(self, entry: Entry) -> Line:
        """Report, publisher and day of an entry that one report speaks of; of the same words in several, the first."""
        found = self._db.exec_driver_sql(_FIRST, (entry.id,)).first()
        report, publisher, published = found or ("", None, None)
        return {"report": report, "publisher": publisher, "published": published}

    def held_in(self, meeting: str | None, announced: Entry) -> str | None:
        """The report that says that a meeting took place, but those that `announced` it; None without any."""
        if meeting is None:
            return None
        found = self._db.exec_driver_sql(_HELD, (meeting, announced.id)).scalar()
        return str(found) if found else None

    def meetings(self, entry: Entry) -> Meetings:
        """How many meetings an entry belongs to, with the day of the first and the last."""
        return Meetings(*self._db.exec_driver_sql(_MEETINGS, (entry.id,)).one())
