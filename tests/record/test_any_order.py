"""The record is a function of the ledger: reports in any order give the same bytes. The test can fail."""

import hashlib
import random
import sys
from collections.abc import Collection, Iterable
from functools import cache

import pytest
from overlapping_reports import overlapping
from worked_examples import Told

from communique.model.record import Field, Value
from communique.record import project, to_jsonl
from communique.record.told import Point
from communique.resolution import resolve

ORDERS, WORKERS = 200, 8


def digest(told: Iterable[Told]) -> str:
    told = list(told)
    return hashlib.sha256("\n".join(to_jsonl(project(told, resolve(told)).entries)).encode()).hexdigest()


@cache
def as_they_came() -> str:
    return digest(overlapping())


def shuffled(seed: int) -> list[Told]:
    drawn = list(overlapping())
    random.Random(seed).shuffle(drawn)
    return drawn


def test_the_reports_are_many_and_overlap() -> None:
    people = [e for e in project(overlapping(), resolve(overlapping())).of("people") if len(e.reports) > 1]
    assert len(overlapping()) >= 60
    assert len(people) >= 20


@pytest.mark.parametrize("worker", range(WORKERS))
def test_any_order_gives_the_same_bytes(worker: int) -> None:
    for seed in range(worker, ORDERS, WORKERS):
        assert digest(shuffled(seed)) == as_they_came(), f"order {seed}"


def test_a_rule_that_leans_on_the_order_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def first_comes_first(name: str, points: Collection[Point], *_: object) -> Field:
        return Field(name, (Value(value=next(iter(points)).value, verdict="stands", rule="first"),))

    monkeypatch.setattr(sys.modules[project.__module__], "field_of", first_comes_first)
    assert len({digest(shuffled(seed)) for seed in range(5)}) > 1
