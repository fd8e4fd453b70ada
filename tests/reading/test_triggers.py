"""Triggers spare time and change nothing: with and without them every sample is read alike."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.model.reading import Reading
from communique.model.text import Text
from communique.reading import read
from communique.reading.scan import Scan, scan, word_before
from communique.reading.triggers import Trigger

GOLD = sorted((Path(__file__).parents[2] / "gold" / "dev").glob("*.txt"))


def _read(path: Path) -> Reading:
    return read(Text(name=path.stem, characters=path.read_text(encoding="utf-8")))


def test_reports_are_read_alike_where_no_trigger_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with_triggers = [_read(path) for path in GOLD]

    def each(
        self: Trigger, seen: Scan, pattern: re.Pattern[str], start: int, stop: int
    ) -> Iterator[re.Match[str]]:
        return pattern.finditer(seen.small, start, stop)

    def first(
        self: Trigger, seen: Scan, pattern: re.Pattern[str], start: int, stop: int
    ) -> re.Match[str] | None:
        return pattern.search(seen.small, start, stop)

    monkeypatch.setattr(Trigger, "stands", lambda *asked: True)
    monkeypatch.setattr(Trigger, "each", each)
    monkeypatch.setattr(Trigger, "first", first)
    assert with_triggers
    assert [_read(path) for path in GOLD] == with_triggers


def test_a_trigger_stands_where_a_piece_of_it_begins() -> None:
    trigger, seen = Trigger("presid", "pre", "chair"), scan("She presided; he co-chaired.")
    assert trigger.places(seen, 0, 28) == [4, 4, 20]
    assert trigger.stands(seen, 4, 5)
    assert not trigger.stands(seen, 5, 20)
    assert not Trigger("vetoed").stands(seen, 0, 28)


def test_what_stands_inside_a_find_is_not_found_again() -> None:
    trigger, seen = Trigger("co-chair", "chair"), scan("One chaired, one co-chaired.")
    found = [m[0] for m in trigger.each(seen, re.compile(r"(?:co-)?chaired"), 0, 28)]
    assert found == ["chaired", "co-chaired"]
    first = trigger.first(seen, re.compile(r"co-chaired"), 0, 28)
    assert first is not None
    assert first.start() == 17


@pytest.mark.parametrize(
    ("words", "low", "expected"),
    [
        ("the ninth ", 0, (4, "ninth")),
        ("the ninth ", 6, (6, "nth")),
        ("“ninth ", 0, (1, "ninth")),
        ("the one,", 0, None),
        ("the one, ", 0, None),
        (" ", 0, None),
        ("", 0, None),
    ],
)
def test_the_word_before_a_place(words: str, low: int, expected: tuple[int, str] | None) -> None:
    assert word_before(words, len(words), low) == expected
