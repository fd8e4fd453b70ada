"""Killed at any instant, the record keeps every reading that was acknowledged, and none by half."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from samples import READER, entry

from communique.ledger import Ledger

ROUNDS = 30
REPORTS = 400
CHILD = """
import sys
sys.path.insert(0, sys.argv[2])
from samples import READER, reading_of
from communique import flow
from communique.ledger import Ledger
from communique.model.page import Page

pages = [Page(name=str(n), body=f"Ministers met {n} times.".encode()) for n in range(int(sys.argv[3]))]
print("ready", flush=True)
with Ledger.open(sys.argv[1]) as ledger:
    say = lambda outcome: print(outcome.name, flush=True)
    flow.add(ledger, pages, say, reader=flow.Reader(READER, reading_of), batch=8)
"""


def test_killed_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(7)
    whole = took(tmp_path / "whole.db")
    cut_short = 0
    for round_ in range(ROUNDS):
        path = tmp_path / f"{round_}.db"
        acknowledged = killed(path, after=chance.uniform(0, whole))
        cut_short += len(acknowledged) < REPORTS
        if not path.exists():
            assert not acknowledged
        with Ledger.open(path) as ledger:
            assert ledger.verify() == []
            kept = {name for names, _, _ in ledger.readings() for name in names}
            assert acknowledged <= kept
        if round_ % 10 == 0:
            complete(path)
    assert cut_short > ROUNDS // 3


def test_a_record_killed_again_and_again_is_completed_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    for _ in range(5):
        killed(path, after=0.02)
    complete(path)


def complete(path: Path) -> None:
    child = started(path)
    child.communicate()
    assert child.returncode == 0
    with Ledger.open(path) as ledger:
        assert len(list(ledger.readings())) == REPORTS
        assert ledger.verify() == []
        assert ledger.knows(entry("0", "Ministers met 0 times.")[1].id, READER)


def started(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CHILD, str(path), str(Path(__file__).parent), str(REPORTS)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def took(path: Path) -> float:
    child = started(path)
    begun = time.perf_counter()
    child.communicate()
    return time.perf_counter() - begun


def killed(path: Path, after: float) -> set[str]:
    """The names of the reports that were acknowledged before the kill."""
    child = started(path)
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    said, _ = child.communicate()
    return {line for line in said.split("\n")[:-1] if line}


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child finds the package where this process found it."""
    import communique.flow

    monkeypatch.setenv("PYTHONPATH", str(Path(communique.flow.__file__).parents[1]))
