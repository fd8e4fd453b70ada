"""The outside yardstick runs on the strangers' data and counts what they annotated."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RE3D = ROOT.parent / "shared" / "bench" / "re3d"


@pytest.mark.skipif(not RE3D.exists(), reason="../shared/bench is not here")
def test_the_outside_yardstick_prints_every_kind_beside_a_trivial_program() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "outside.py"), str(RE3D)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    rows = {line[:16].strip(): line[16:].split() for line in done.stdout.splitlines()}
    assert "17 documents" in done.stdout
    assert (rows["people"][0], rows["dates"][0], rows["who met whom"][0]) == ("58", "45", "11")
    assert float(rows["people"][3]) > float(rows["people"][-1])  # better than the trivial program
