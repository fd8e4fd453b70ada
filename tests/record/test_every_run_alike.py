"""The record does not depend on the run: neither on the hashing of strings nor on crowded blocks."""

import subprocess
import sys
from pathlib import Path

from worked_examples import Told, told

from communique.model.party import Office
from communique.record import project, to_jsonl
from communique.resolution import resolve

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from worked_examples import gold_reports
from communique.record import project, to_jsonl
from communique.resolution import resolve
reports = gold_reports()
print(hashlib.sha256("\\n".join(to_jsonl(project(reports, resolve(reports)).entries)).encode()).hexdigest())
"""


def test_two_runs_give_the_same_bytes(seeds: list[Told]) -> None:
    tests = Path(__file__).parents[1]
    said = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tests)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(tests.parent)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_a_crowd_of_likenesses_gives_the_same_in_any_order() -> None:
    names = [
        f"{given} {sur}" for sur in ("Petrov", "Petroff") for given in ("Ivan", "I.", "Oleg", "Ivane", "O.")
    ]
    reports = [
        told(str(i), str(i), offices=(Office(person=name, office="Minister", of="RU"),))
        for i, name in enumerate(names)
    ]
    forward, backward = (list(to_jsonl(project(rs, resolve(rs)).entries)) for rs in (reports, reports[::-1]))
    assert forward == backward
