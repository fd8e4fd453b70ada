"""Pages put one behind the other are the list, whichever way one turns them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from communique import catalogue
from communique.catalogue import comparing, journeys, paging
from communique.catalogue import doubts as doubts_room
from communique.catalogue import kept as room
from communique.catalogue import offices as offices_room
from communique.catalogue.comparing import compared, compared_paged
from communique.catalogue.doubts import conflicts, conflicts_paged, doubts, doubts_paged
from communique.catalogue.journeys import Step, waiting, waiting_paged
from communique.catalogue.offices import offices, offices_paged
from communique.catalogue.paging import Going, Page, page, paged
from communique.model.errors import NotFound


@pytest.mark.parametrize("most", [1, 2, 3, 7, 50])
def test_pages_forth_and_back_are_the_whole_list(most: int) -> None:
    rows = [f"row {n}" for n in range(13)]

    def turned(going: Going) -> Page[str]:
        return page(rows, going, weight=lambda row: 1 + row.endswith("5"))

    forth, found = [turned(Going(most=most))], turned(Going(most=most))
    while found.next:
        found = turned(Going(after=found.next, most=most))
        forth.append(found)
    assert [row for one in forth for row in one.rows] == rows
    assert all(one.number == 13 for one in forth)
    back = [found]
    while found.previous:
        found = turned(Going(before=found.previous, most=most))
        back.insert(0, found)
    assert [row for one in back for row in one.rows] == rows


def test_a_row_that_is_gone_is_told() -> None:
    with pytest.raises(NotFound, match="begin again"):
        page(["a"], Going(after="b"))
    assert page([], Going()) == Page((), 0, None, None)


def test_a_page_goes_on_from_a_row_that_came_since(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    states = ["before"]
    monkeypatch.setattr(room, "stamp", lambda db: states[0])
    monkeypatch.setattr(room, "_LONG", 0.0)
    monkeypatch.setattr(room, "_OLDEST", 1e12)
    monkeypatch.setattr(room, "_TIMES", 1e12)
    rows = ["a", "c"]
    with catalogue.asking(file) as db:
        assert paged(db, ("rows",), lambda _: tuple(rows), Going()).number == 2
        rows, states = ["a", "b", "c"], ["since"]
        assert paged(db, ("rows",), lambda _: tuple(rows), Going(after="a")).rows == ("c",)
        assert paged(db, ("rows",), lambda _: tuple(rows), Going(after="b")) == Page(("c",), 3, "c", None)
        with pytest.raises(NotFound, match="begin again"):
            paged(db, ("rows",), lambda _: tuple(rows), Going(after="d"))


GONE: dict[str, Callable[[Connection], Page[Any]]] = {
    "conflicts": lambda db: conflicts_paged(db, "", Going()),
    "unsure": lambda db: doubts_paged(db, "", Going()),
    "offices": lambda db: offices_paged(db, "", Going()),
    "pending": lambda db: waiting_paged(db, "", Going()),
    "compared": lambda db: compared_paged(db, "", Going(), 40),
}


@pytest.mark.parametrize("name", GONE)
def test_what_is_gone_since_is_not_shown(name: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list as it was a moment ago may name what was merged or taken back since."""
    with catalogue.asking(file) as db:
        before = GONE[name](db)
        like = paging.paged

        def one_more(db: Connection, question: object, answer: object, *rest: object) -> object:
            found = like(db, question, answer, *rest)  # type: ignore[arg-type]
            return found._replace(rows=(_gone(name), *found.rows))

        for room_ in (comparing, doubts_room, journeys, offices_room):
            monkeypatch.setattr(room_, "paged", one_more)
        assert GONE[name](db).rows == before.rows


def _gone(name: str) -> object:
    """A row of each list that is in no record."""
    return {
        "conflicts": ("m-0", "city"),
        "unsure": ("p-0", "p-1"),
        "offices": ("XX", "nothing", 1),
        "pending": ("i-0", Step(action="planned")),
        "compared": comparing._Group(("f-0", "f-1"), "nothing", 2),
    }[name]


ALL: dict[str, tuple[Callable[[Connection], tuple[object, ...]], Callable[[Connection, Going], Page[object]]]] = {
    "conflicts": (lambda db: conflicts(db), lambda db, going: conflicts_paged(db, "", going)),
    "unsure": (lambda db: doubts(db), lambda db, going: doubts_paged(db, "", going)),
    "offices": (lambda db: offices(db), lambda db, going: offices_paged(db, "", going)),
    "pending": (lambda db: waiting(db), lambda db, going: waiting_paged(db, "", going)),
    "compared": (lambda db: compared(db), lambda db, going: compared_paged(db, "", going, 40)),
}  # fmt: skip


@pytest.mark.parametrize("list_", ALL)
def test_the_pages_of_a_list_are_the_list(db: Connection, list_: str) -> None:
    whole, paged = ALL[list_]
    found: list[object] = []
    going = Going(most=2)
    while True:
        one = paged(db, going)
        found += one.rows
        if not one.next:
            break
        going = Going(after=one.next, most=2)
    assert tuple(found) == whole(db)
    assert one.number == len(found)


def test_words_narrow_a_page_as_they_narrow_the_list(db: Connection) -> None:
    assert offices_paged(db, "russia", Going()).rows == offices(db, "russia")
    assert conflicts_paged(db, "moscow", Going()).rows == conflicts(db, "moscow")
