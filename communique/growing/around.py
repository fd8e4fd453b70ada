"""What a row needs from other entries, asked of the tables."""

from sqlalchemy import Connection

from communique.catalogue.flatten import Line, Meetings
from communique.model.record import Entry

_HELD = """SELECT min(q.report) FROM cat_value v JOIN cat_quote q ON q.value = v.number AND NOT q."cast"
WHERE v.entity = ? AND v.field = 'status' AND v.verdict = 'stands' AND v.value IN ('held', 'ongoing')
AND q.report NOT IN (SELECT value FROM json_each(?))"""


class Stored:
    """The catalogue as it is being written: reports and meetings are there before what is told of them."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def source(self, entry: Entry) -> Line:
        """Report, publisher and day of an entry that one report alone speaks of."""
        report = entry.reports[0] if entry.reports else ""
        ask = "SELECT publisher, published FROM cat_report WHERE id = ?"
        publisher, published = self._db.exec_driver_sql(ask, (report,)).first() or (None, None)
        return {"report": report, "publisher": publisher, "published": published}

    def held_in(self, meeting: str | None, but: tuple[str, ...]) -> str | None:
        """The report that says that a meeting took place, `but` those that announced it; None without any."""
        if meeting is None:
            return None
        without = "[" + ",".join(f'"{report}"' for report in but) + "]"
        found = self._db.exec_driver_sql(_HELD, (meeting, without)).scalar()
        return str(found) if found else None

    def meetings(self, entry: Entry) -> Meetings:
        """How many meetings an entry belongs to, with the day of the first and the last."""
        ask = "SELECT count(*), min(date), max(date) FROM cat_tie WHERE entry = ?"
        return Meetings(*self._db.exec_driver_sql(ask, (entry.id,)).one())
