"""An address that was given once leads on, whatever became one with what since."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from overlapping_reports import overlapping
from sqlalchemy import Connection, create_engine
from worked_examples import Told

from communique import growing
from communique.catalogue.entries import full_id
from communique.model.errors import NotFound


@contextmanager
def record(reports: Sequence[Told]) -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        growing.begin(db)
        growing.grow(db, reports, growing.said_by(()), growing.said_by(()))
        yield db
    engine.dispose()


def found(db: Connection, id: str) -> str:
    try:
        return full_id(db, id)
    except NotFound:
        return ""


def instruments(db: Connection) -> set[str]:
    return {row[0] for row in db.exec_driver_sql("SELECT id FROM cat_instrument")}


def test_an_instrument_is_found_under_the_id_that_it_had_when_one_report_was_known() -> None:
    told = [
        each for each in overlapping() if each[2].meetings and any(m.instruments for m in each[2].meetings)
    ]
    alone: set[str] = set()
    for each in told:
        with record([each]) as db:
            alone |= instruments(db)
    with record(overlapping()) as db:
        now = instruments(db)
        assert {id for id in alone if not found(db, id)} == set()
        led = {id for id in alone if found(db, id) != id}
        assert len(led) > 2
        assert {found(db, id) for id in led} <= now
        db.exec_driver_sql("DELETE FROM cat_former")
        assert {id for id in alone if not found(db, id)}, "without what is remembered some were lost"
