"""Judgements that wait beside the record while others write it: none is lost, none has two numbers, none waits long."""

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from samples import entry

from communique import flow
from communique.ledger import Ledger
from communique.ledger.waiting import Box, Waiting
from communique.model.errors import Misquote
from communique.model.judgement import Judgement

JUDGES = """
import sys, threading, time
from communique.ledger import Ledger
from communique.ledger.waiting import Box
from communique.model.judgement import Judgement

clear = Box.clear
Box.clear = lambda box: time.sleep(0.03) or clear(box)  # so that some are killed between the two

def write():  # somebody who holds the record again and again, and puts into it what waits
    with Ledger.open(sys.argv[1]) as ledger:
        while True:
            with ledger.transaction():
                time.sleep(0.05)
            ledger.take_waiting()

threading.Thread(target=write, daemon=True).start()
print("ready", flush=True)
with Ledger.open(sys.argv[1]) as ledger:
    for n in range(10_000):
        who = f"{sys.argv[2]}-{n}"
        number = ledger.judge(Judgement(verdict="same", left="m-1", right="m-2", who=who))
        print(who, number, flush=True)
"""
"""A program that judges and writes until it is killed, and says what it was told."""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    with Ledger.open(path) as ledger:
        ledger.append(*entry("a", "Ministers met in Minsk."))
        ledger.may_wait()
    return path


@contextmanager
def written(path: Path) -> Iterator[sqlite3.Connection]:
    """The record while another program writes it."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
    finally:
        db.execute("ROLLBACK")
        db.close()


def said(who: str) -> Judgement:
    return Judgement(verdict="same", left="m-1", right="m-2", who=who)


def whos(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        return [judgement.who for judgement in ledger.judgements()]


def in_the_ledger(path: Path) -> list[str]:
    with Ledger.open(path) as ledger, ledger.connect() as db:
        return [judgement.who for judgement in ledger.judgements(db)]


def test_while_another_program_writes_a_judgement_is_kept_beside_and_has_its_number(record: Path) -> None:
    with Ledger.open(record) as ledger:
        assert ledger.judge(said("anna")) == 1
        with written(record):
            assert [ledger.judge(said("bela")), ledger.judge(said("cyril"))] == [2, 3]
            assert whos(record) == ["anna", "bela", "cyril"]  # whoever opens the record sees them too
            assert in_the_ledger(record) == ["anna"]
            assert ledger.judgement(3) == (said("cyril"), True)
        assert ledger.judge(said("dora")) == 4
    assert in_the_ledger(record) == whos(record) == ["anna", "bela", "cyril", "dora"]
    assert not Waiting(record).judgements()


def test_what_waits_can_be_taken_back_before_it_is_in_the_ledger(record: Path) -> None:
    with Ledger.open(record) as ledger, written(record):
        number = ledger.judge(said("anna"))
        assert ledger.judge(Judgement(verdict="undone", left=str(number))) == 2
        assert ledger.judgement(number) == (said("anna"), False)
        with pytest.raises(Misquote, match="no earlier judgement"):
            ledger.judge(Judgement(verdict="undone", left="9"))
    assert whos(record) == ["anna", "program"]


def test_the_next_who_asks_finds_them_in_the_record(record: Path) -> None:
    with Ledger.open(record) as ledger, written(record):
        ledger.judge(said("anna"))
    with Ledger.open(record) as ledger:
        flow.catch_up(ledger)
    assert in_the_ledger(record) == ["anna"]


def test_a_crash_between_the_two_files_leaves_each_judgement_once(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: Box) -> None:
        raise KeyboardInterrupt

    with Ledger.open(record) as ledger:
        with written(record):
            ledger.judge(said("anna"))
        with monkeypatch.context() as patched:
            patched.setattr(Box, "clear", crash)
            with pytest.raises(KeyboardInterrupt):
                ledger.judge(said("bela"))
        assert [number for number, _ in Waiting(record).judgements()] == [1]  # it stands in both
        assert ledger.judge(said("cyril")) == 3
    assert in_the_ledger(record) == ["anna", "bela", "cyril"]


def test_what_waited_beside_a_record_that_is_another_by_now_is_not_lost(record: Path) -> None:
    with Ledger.open(record) as ledger, written(record):
        ledger.judge(said("anna"))
    aside = record.with_name("aside.db-judged")
    record.with_name("r.db-judged").rename(aside)
    with Ledger.open(record) as ledger:
        ledger.judge(said("bela"))
    aside.rename(record.with_name("r.db-judged"))
    with Ledger.open(record) as ledger:
        ledger.take_waiting()
    assert in_the_ledger(record) == ["bela", "anna"]


def test_a_file_that_was_made_and_no_more_holds_nothing_and_takes_what_comes(record: Path) -> None:
    beside = record.with_name("r.db-judged")
    beside.unlink()
    beside.touch()  # as another process finds it in the moment between its making and its table, or after a crash then
    assert Waiting(record).judgements() == []
    beside.unlink()
    beside.touch()
    with Ledger.open(record) as ledger, written(record):
        assert ledger.judge(said("anna")) == 1
    assert whos(record) == ["anna"]


def test_killed_at_random_moments_between_the_two_files_nothing_acknowledged_is_lost_or_doubled(
    record: Path,
) -> None:
    chance = random.Random(11)
    acknowledged: dict[str, int] = {}
    for round_ in range(12):
        command = [sys.executable, "-c", JUDGES, str(record), f"r{round_}"]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.01, 0.3))
        child.send_signal(signal.SIGKILL)
        lines = child.communicate()[0].splitlines(keepends=True)
        acknowledged |= {who: int(n) for who, n in (line.split() for line in lines if line.endswith("\n"))}
    with Ledger.open(record) as ledger:
        beside = len(Waiting(record).judgements())
        ledger.take_waiting()
        assert ledger.verify() == []
    kept = in_the_ledger(record)
    assert len(set(kept)) == len(kept)
    assert {who: number for number, who in enumerate(kept, 1) if who in acknowledged} == acknowledged
    assert len(acknowledged) > 12, f"{beside} waited at the end"


def test_without_a_file_for_it_a_judgement_waits_for_the_record(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "r.db") as ledger:
        assert ledger.judge(said("anna")) == 1
    assert not (tmp_path / "r.db-judged").exists()


def test_of_many_who_judge_at_once_while_others_write_each_has_a_number_of_its_own(record: Path) -> None:
    numbers: dict[str, int] = {}
    over = threading.Event()

    def judge(name: str) -> None:
        with Ledger.open(record) as ledger:
            for n in range(15):
                numbers[f"{name}{n}"] = ledger.judge(said(f"{name}{n}"))

    def write() -> None:
        with Ledger.open(record) as ledger:
            while not over.is_set():
                with ledger.transaction():
                    over.wait(0.08)
                ledger.take_waiting()

    threads = [threading.Thread(target=judge, args=(name,)) for name in "abcd"]
    writer = threading.Thread(target=write)
    for thread in (writer, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    over.set()
    writer.join()
    with Ledger.open(record) as ledger:
        ledger.take_waiting()
        assert ledger.verify() == []
    kept = {who: number for number, who in enumerate(in_the_ledger(record), 1)}
    assert kept == numbers
    assert len(kept) == 60
