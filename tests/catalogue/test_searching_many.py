"""The search where so many entries have the words that they are not weighed one by one."""

import sys

import pytest
from sqlalchemy import Connection

from communique.catalogue import queries, search
from communique.catalogue.search import reports_with

WORDS = "m"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys.modules["communique.catalogue.search"], "_FEW", 3
    )  # the package calls its verb so too


def test_of_many_those_with_most_reports_come_first_and_some_reports_are_among_them(
    db: Connection, few: None
) -> None:
    found = queries.found_with(db, WORDS, limit=1)
    assert sum(kind.number for kind in found.values()) > 20
    assert found["reports"].number > 1
    hits = search(db, WORDS, limit=8)
    assert len({hit.id for hit in hits}) == len(hits) == 8
    kinds = [hit.kind for hit in hits]
    assert not {"statements", "figures"} & set(kinds)
    assert kinds[-1] == "reports"
    assert "\x02" in hits[-1].snippet
    told = [len(queries.whole(db, hit.id).reports) for hit in hits if hit.kind != "reports"]
    assert told == sorted(told, reverse=True)


def test_every_one_of_them_has_the_words(db: Connection, few: None) -> None:
    found = {row.id for kind in queries.LISTS for row in queries.LISTS[kind](db, WORDS)}
    assert {hit.id for hit in search(db, WORDS)} <= found


def test_the_rows_of_each_kind_are_as_many_as_there_are_and_have_the_words(db: Connection, few: None) -> None:
    for kind, found in queries.found_with(db, WORDS, limit=2).items():
        every = queries.LISTS[kind](db, WORDS)
        assert found.number == len(every)
        assert len(found.rows) == min(2, len(every))
        assert set(found.rows) <= set(every)


@pytest.mark.parametrize("of_many", [True, False])
def test_the_reports_with_the_words_are_reports_that_show_them(
    of_many: bool, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["communique.catalogue.search"], "_FEW", 3 if of_many else 4000)
    hits = reports_with(db, "secretaries", limit=2)
    assert [hit.kind for hit in hits] == ["reports", "reports"]
    assert all("\x02" in hit.snippet for hit in hits)
    assert reports_with(db, "nobodysaysthis", limit=2) == reports_with(db, "!", limit=2) == ()
