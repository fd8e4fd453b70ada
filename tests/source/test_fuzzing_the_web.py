"""What comes from the web, broken in every way: read or refused in one line. The targets are those of `fuzz/`."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_fuzzing import EDITS

sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))

from of_the_web import SEEDS, TARGETS

ALL = [
    pytest.param(name, seed, id=f"{name}-{i}")
    for name, seeds in SEEDS.items()
    for i, seed in enumerate(seeds)
]


@pytest.mark.parametrize(("name", "seed"), ALL)
def test_what_fuzzing_begins_with_is_sound(name: str, seed: bytes) -> None:
    TARGETS[name](seed)


def test_a_target_sees_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A yardstick that cannot fail measures nothing."""
    import of_the_web

    monkeypatch.setattr(of_the_web, "whole", lambda link, base: None)
    with pytest.raises(AssertionError):
        TARGETS["feed"](SEEDS["feed"][0])


@pytest.mark.parametrize(("name", "seed"), ALL)
@settings(max_examples=25, deadline=None)
@given(edits=EDITS, cut=st.floats(0.2, 1))
def test_whatever_is_broken_there_is_an_answer(
    name: str, seed: bytes, edits: list[tuple[float, int, bytes]], cut: float
) -> None:
    body = bytearray(seed)
    for part, gone, piece in edits:
        place = int(part * len(body))
        body[place : place + gone] = piece
    TARGETS[name](bytes(body[: max(1, int(cut * len(body)))]))
