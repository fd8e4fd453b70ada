"""What many ask for is worked out once, and anew when the record is another."""

import threading
from collections import OrderedDict
from pathlib import Path

import pytest
from sqlalchemy import Connection

from communique import catalogue
from communique.catalogue import kept as room
from communique.catalogue.kept import aged, fresh, kept, lately


@pytest.fixture(autouse=True)
def stamped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "stamp", lambda db: "a state")


def test_a_crowd_has_one_answer_worked_out(file: Path) -> None:
    worked, begun = [], threading.Barrier(8)

    def ask() -> None:
        with catalogue.asking(file) as db:
            begun.wait()
            assert kept(db, ("crowd", str(file)), lambda: worked.append(1) or "found") == "found"

    crowd = [threading.Thread(target=ask) for _ in range(8)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert worked == [1]
    assert not room._at_work


def test_who_comes_when_the_answer_is_there_finds_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = room._keep

    def looked(
        those: OrderedDict[tuple[object, ...], object], key: tuple[object, ...], found: object
    ) -> None:
        assert key in room._at_work  # until it is kept nobody else may begin
        keep(those, key, found)

    monkeypatch.setattr(room, "_keep", looked)
    with catalogue.asking(file) as db:
        assert kept(db, ("comes", str(file)), lambda: "found") == "found"
    assert not room._at_work


def test_an_answer_that_fails_is_asked_again(file: Path) -> None:
    with catalogue.asking(file) as db:
        with pytest.raises(ZeroDivisionError):
            kept(db, ("fails",), lambda: 1 // 0)
        assert kept(db, ("fails",), lambda: 5) == 5


def test_nothing_is_kept_of_a_catalogue_that_does_not_say_how_far_it_goes(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "stamp", lambda db: "")
    with catalogue.asking(file) as db:
        assert [kept(db, ("grows",), lambda n=n: n) for n in (1, 2)] == [1, 2]  # type: ignore[misc]


def test_while_a_record_is_caught_up_an_answer_is_kept_as_long_as_that_comes_no_further(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "stamp", lambda db: "")
    come = [(1, 1, 1)]
    monkeypatch.setattr(room, "noted", lambda db, name: come[0])
    with catalogue.asking(file) as db:
        assert [kept(db, ("steps",), lambda n=n: n) for n in (1, 2)] == [1, 1]  # type: ignore[misc]
        come[0] = (1, 1, 2)
        assert kept(db, ("steps",), lambda: 3) == 3


def test_the_oldest_answers_go_first(file: Path) -> None:
    with catalogue.asking(file) as db:
        for n in range(room._MOST + 1):
            kept(db, ("many", n), lambda n=n: n)  # type: ignore[misc]
        assert kept(db, ("many", 0), lambda: "anew") == "anew"
        assert kept(db, ("many", room._MOST), lambda: "anew") == room._MOST


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """States of the record, one a question, of which the last goes on; every answer takes long."""
    states = ["first"]
    monkeypatch.setattr(room, "stamp", lambda db: states.pop(0) if len(states) > 1 else states[0])
    monkeypatch.setattr(room, "_LONG", 0.0)
    monkeypatch.setattr(room, "_OLDEST", 1e12)
    monkeypatch.setattr(room, "_TIMES", 1e12)
    room.forget()
    return states


def test_what_took_long_is_given_as_it_was_a_moment_ago(file: Path, moving: list[str]) -> None:
    moving[:] = ["first", "first", "second"]
    with catalogue.asking(file) as db:
        fresh(db)
        assert lately(db, ("sum",), lambda _: "as it was") == "as it was"
        assert not aged(db)
        assert lately(db, ("sum",), lambda _: "as it is") == "as it was"
        assert aged(db)
        fresh(db)
        assert not aged(db)


def test_what_is_older_than_its_work_allows_is_worked_out_anew(
    file: Path, moving: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_TIMES", 0.0)
    moving[:] = ["first", "first", "second"]
    with catalogue.asking(file) as db:
        assert [lately(db, ("sum",), lambda _, n=n: n) for n in (1, 2)] == [1, 2]  # type: ignore[misc]


def test_what_took_a_moment_is_never_old(
    file: Path, moving: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_LONG", 1000.0)
    moving[:] = ["first", "first", "second"]
    with catalogue.asking(file) as db:
        fresh(db)
        assert [lately(db, ("sum",), lambda _, n=n: n) for n in (1, 2)] == [1, 2]  # type: ignore[misc]
        assert not aged(db)


def test_while_one_works_it_out_others_have_what_was_there(
    file: Path, moving: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_TIMES", 0.0)
    at_work, done = threading.Event(), threading.Event()

    def slow(_: Connection) -> str:
        at_work.set()
        done.wait(10)
        return "new"

    def ask() -> None:
        with catalogue.asking(file) as other:
            lately(other, ("crowd",), slow)

    with catalogue.asking(file) as db:
        lately(db, ("crowd",), lambda _: "old")
        moving[:] = ["second"]
        one = threading.Thread(target=ask)
        one.start()
        assert at_work.wait(10)
        assert lately(db, ("crowd",), lambda _: "again") == "old"
        done.set()
        one.join()
        assert lately(db, ("crowd",), lambda _: "again") == "new"


def test_what_took_long_is_not_lost_among_what_took_a_moment(
    file: Path, moving: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with catalogue.asking(file) as db:
        lately(db, ("long",), lambda _: "once")
        for number in range(room._MOST + 1):
            kept(db, ("short", number), lambda: "again")
        assert lately(db, ("long",), lambda _: "twice") == "once"
        fresh(db)
        assert not aged(db)


def test_while_the_record_is_brought_up_to_date_what_took_long_serves(file: Path, moving: list[str]) -> None:
    with catalogue.asking(file) as db:
        fresh(db)
        assert lately(db, ("sum",), lambda _: "before") == "before"
        moving[:] = [""]
        assert lately(db, ("sum",), lambda _: "between") == "before"
        assert aged(db)
        assert [lately(db, ("other",), lambda _, n=n: n) for n in (1, 2)] == [1, 1]  # type: ignore[misc]
        moving[:] = ["after"]
        fresh(db)
        assert lately(db, ("other",), lambda _: 3) == 1
        assert aged(db)


def test_when_half_its_time_is_over_it_is_worked_out_beside(
    file: Path, moving: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_HALF", 0.0)
    asked_by: list[Connection] = []
    done = threading.Event()

    def anew(own: Connection) -> str:
        asked_by.append(own)
        done.wait(10)
        return f"{own.exec_driver_sql('SELECT count(*) FROM cat_meeting').scalar()} meetings"

    with catalogue.asking(file) as db:
        lately(db, ("sum",), lambda _: "old")
        moving[:] = ["second"]
        assert [lately(db, ("sum",), anew) for _ in range(3)] == ["old"] * 3  # nobody waits
        done.set()
        for beside in [t for t in threading.enumerate() if t.name == "renewed"]:
            beside.join(10)
        assert lately(db, ("sum",), anew).endswith(" meetings")
        assert len(asked_by) == 1
        assert asked_by[0] is not db
    assert not room._renewed
