"""Rows that are written again: they hold what they were given, and keep their place where nothing that is listed changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine

from communique.catalogue.tables import MEETING
from communique.growing.sql import rewrite, write


@pytest.fixture
def db() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        MEETING.create(db)
        yield db
    engine.dispose()


def line(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "place": id, "name": "ninth meeting", "year": 2021, "bodies": ["CSTO"]} | more


def there(db: Connection) -> dict[str, tuple[Any, ...]]:
    rows = db.exec_driver_sql("SELECT id, rowid, place, name, year, bodies FROM cat_meeting")
    return {row[0]: tuple(row[1:]) for row in rows}


def test_of_rows_that_are_there_only_those_move_of_which_something_listed_changed(db: Connection) -> None:
    write(db, MEETING, [line("m-1"), line("m-2"), line("m-3")])
    before = there(db)
    rewrite(db, MEETING, [line("m-1", name="tenth", bodies=["CIS"]), line("m-2", year=2022), line("m-4")])
    after = there(db)
    assert after["m-1"] == (before["m-1"][0], "m-1", "tenth", 2021, '["CIS"]')
    assert after["m-2"][1:] == ("m-2", "ninth meeting", 2022, '["CSTO"]')
    assert after["m-2"][0] != before["m-2"][0]
    assert after["m-3"] == before["m-3"]
    assert after["m-4"][1:] == ("m-4", "ninth meeting", 2021, '["CSTO"]')
