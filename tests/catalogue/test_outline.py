"""An outline of an entry says of what it has the same as the whole; what was just asked for is not put together again."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection, event

from communique import catalogue, flow
from communique.catalogue import queries
from communique.catalogue.assembling import every_entry
from communique.catalogue.outline import mentions, outlined
from communique.ledger import Ledger
from communique.model.errors import NotFound
from communique.model.judgement import Judgement
from communique.model.page import Page
from communique.uses import deciding

WORDS = "OSLO, 4 March 2019. The third meeting of the Nordic Council of Ministers was held in Oslo on 4 March 2019.\n"


def test_what_was_just_asked_for_is_kept_until_the_record_changes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Ledger.open(path) as ledger:
        flow.add(ledger, [Page(name="a", body=WORDS.encode())])
        flow.rebuild(ledger)
        with catalogue.asking(path) as db:
            (meeting,) = queries.meetings(db)
            first = outlined(db, meeting.id, "city")
            assert _asked(db, meeting.id) < 4
        claim = next(v.claims[0] for f in first.fields if f.name == "city" for v in f.values)
        ledger.judge(Judgement(verdict="replaced", left=claim, value="Bergen", who="anna"))
        flow.rebuild(ledger)
        with catalogue.asking(path) as db:
            assert outlined(db, meeting.id).get("city") == "Bergen"


def test_an_outline_says_of_each_field_what_the_whole_says(file: Path) -> None:
    asked = 0
    with catalogue.asking(file) as db:
        for entry in every_entry(db):
            assert mentions(db, entry.id) == entry.mentions
            fields = [f.name for f in entry.fields]
            fields += [f"{p.list}.{p.key}.{f.name}" for p in entry.parts for f in p.fields]
            for field in fields:
                short = outlined(db, entry.id, field)
                assert deciding.values_of(short, field) == tuple(
                    msgspec.structs.replace(v, citations=()) for v in deciding.values_of(entry, field)
                )
                assert (short.kind, short.label) == (entry.kind, entry.label)
                assert [p.label for p in short.part("offices")] == [p.label for p in entry.part("offices")]
                assert [short.get(f.name) for f in entry.fields] == [f.standing for f in entry.fields]
                asked += 1
        with pytest.raises(NotFound, match="no such entry"):
            outlined(db, "m-0000000000000000")
    assert asked > 50


def _asked(db: Connection, id: str) -> int:
    """How many questions an entry takes that was there just now."""
    said: list[str] = []
    event.listen(db, "before_cursor_execute", lambda c, cursor, words, *_: said.append(words))
    outlined(db, id, "city")
    return len(said)
