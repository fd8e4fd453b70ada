"""Taking in many reports lets others write in between, and holds no transaction for long."""

import gc
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from communique import flow, helpings
from communique.collecting import HARDLY, rarely_collected
from communique.helpings import Helping
from communique.ledger import Ledger
from communique.model.judgement import Judgement
from communique.model.page import Page


def test_what_takes_long_is_taken_in_smaller_helpings_and_never_none() -> None:
    whole = Helping.first(busy=False)
    assert Helping.first(busy=True).reports < whole.reports
    assert whole.after(seconds=3.0, busy=True).reports < whole.after(seconds=3.0, busy=False).reports
    assert whole.after(seconds=6.0, busy=False).reports < whole.reports < whole.after(0.2, busy=False).reports
    assert 1 <= Helping(1).after(seconds=900.0, busy=True).reports < Helping(1).after(900.0, False).reports
    assert whole.after(seconds=0.0, busy=False).reports <= 500


def test_a_decision_does_not_wait_for_all_that_is_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helpings, "_FIRST", 3)
    monkeypatch.setattr(helpings, "_LEAST", 3)
    monkeypatch.setattr(helpings, "_LEAST_BUSY", 3)
    monkeypatch.setattr(helpings, "_MOST", 3)
    when: list[bool] = []

    def decide() -> None:
        ledger.judge(Judgement(verdict="unsure", left="a", right="b", who="anna"))

    def progress(_: int) -> None:
        when.append(bool(list(ledger.judgements())))
        if len(when) == 1:
            threading.Thread(target=decide).start()
            while not ledger.queue.busy:
                pass

    with Ledger.open(tmp_path / "r.db") as ledger:
        flow.add(ledger, (Page(name=str(n), body=b"Ministers met %d times." % n) for n in range(12)))
        flow.catch_up(ledger, on_progress=progress)
        assert when[:2] == [False, True]
        assert len(when) >= 3
        flow.catch_up(ledger)
        assert flow.check(ledger) == []


def test_circles_are_looked_for_as_often_as_before_afterwards() -> None:
    usual = gc.get_threshold()
    gc.set_threshold(701, 11, 12)
    try:
        with suppress(KeyError), rarely_collected():
            assert gc.get_threshold()[0] == HARDLY[0] != 701
            raise KeyError
        assert gc.get_threshold() == (701, 11, 12)
    finally:
        gc.set_threshold(*usual)
