"""What many ask for is worked out once, and anew when the record is another."""

import threading
from pathlib import Path

import pytest

from communique import catalogue
from communique.catalogue import kept as room
from communique.catalogue.kept import kept


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

    def looked(key: tuple[object, ...], found: object) -> None:
        assert key in room._at_work  # until it is kept nobody else may begin
        keep(key, found)

    monkeypatch.setattr(room, "_keep", looked)
    with catalogue.asking(file) as db:
        assert kept(db, ("comes", str(file)), lambda: "found") == "found"
    assert not room._at_work


def test_an_answer_that_fails_is_asked_again(file: Path) -> None:
    with catalogue.asking(file) as db:
        with pytest.raises(ZeroDivisionError):
            kept(db, ("fails",), lambda: 1 // 0)
        assert kept(db, ("fails",), lambda: 5) == 5


def test_nothing_is_kept_of_a_record_that_is_being_caught_up(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "stamp", lambda db: "")
    with catalogue.asking(file) as db:
        assert [kept(db, ("grows",), lambda n=n: n) for n in (1, 2)] == [1, 2]  # type: ignore[misc]


def test_the_oldest_answers_go_first(file: Path) -> None:
    with catalogue.asking(file) as db:
        for n in range(room._MOST + 1):
            kept(db, ("many", n), lambda n=n: n)  # type: ignore[misc]
        assert kept(db, ("many", 0), lambda: "anew") == "anew"
        assert kept(db, ("many", room._MOST), lambda: "anew") == room._MOST
