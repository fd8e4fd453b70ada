"""An entry that was just asked for is not put together again; one of another state of the record is."""

from pathlib import Path

from sqlalchemy import Connection, event

from communique import catalogue, flow
from communique.catalogue import queries
from communique.catalogue.recent import recent
from communique.ledger import Ledger
from communique.model.judgement import Judgement
from communique.model.page import Page

WORDS = "OSLO, 4 March 2019. The third meeting of the Nordic Council of Ministers was held in Oslo on 4 March 2019.\n"


def test_what_was_just_asked_for_is_kept_until_the_record_changes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Ledger.open(path) as ledger:
        flow.add(ledger, [Page(name="a", body=WORDS.encode())])
        flow.rebuild(ledger)
        with catalogue.asking(path) as db:
            (meeting,) = queries.meetings(db)
            first = recent(db, meeting.id)
            assert first == queries.whole(db, meeting.id)
            assert _asked(db, meeting.id) < 4
        claim = next(v.claims[0] for f in first.fields if f.name == "city" for v in f.values)
        ledger.judge(Judgement(verdict="replaced", left=claim, value="Bergen", who="anna"))
        flow.rebuild(ledger)
        with catalogue.asking(path) as db:
            assert recent(db, meeting.id).get("city") == "Bergen"


def _asked(db: Connection, id: str) -> int:
    """How many questions an entry takes that was there just now."""
    said: list[str] = []
    event.listen(db, "before_cursor_execute", lambda c, cursor, words, *_: said.append(words))
    recent(db, id)
    return len(said)
