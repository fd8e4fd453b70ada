"""The search where so many entries have the words that they are not weighed one by one."""

import sys

import pytest
from sqlalchemy import Connection

from communique.catalogue import queries, search

WORDS = "m"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys.modules["communique.catalogue.search"], "_FEW", 3
    )  # the package calls its verb so too


def test_of_many_those_with_most_reports_come_first_and_some_reports_are_among_them(
    db: Connection, few: None
) -> None:
    numbers = queries.counts_with(db, WORDS)
    assert sum(numbers.values()) > 20
    assert numbers["reports"] > 1
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
    numbers = queries.counts_with(db, WORDS)
    first = queries.first_with(db, WORDS, numbers, limit=2)
    assert {kind: len(rows) for kind, rows in first.items()} == {k: min(2, n) for k, n in numbers.items()}
    for kind, rows in first.items():
        assert set(rows) <= set(queries.LISTS[kind](db, WORDS))
