"""Whose day, place and number it is where several sittings are told: one line a case; the report's day, the text, then each meeting."""

import pytest

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading.reader import read


def short(m: Meeting) -> str:
    """`ordinal body status start/end city`, `-` for what the text leaves open."""
    ids = ",".join(b.id or b.name for b in m.bodies) or "-"
    days = m.start if m.start == m.end else f"{m.start or '-'}/{m.end or '-'}"
    return f"{m.ordinal or '-'} {ids} {m.status} {days or '-'} {m.city or '-'}"


CASES = [
    # how a sitting was opened is no first sitting
    (
        None,
        "The 8th session of the Chad-Niger Joint Commission was held in Niamey. The inaugural session was attended by both sides.",
        ["8 Chad-Niger Joint Commission held - Niamey"],
    ),
]


@pytest.mark.parametrize(("published", "text", "expected"), CASES)
def test_each_sitting_has_its_own(published: str | None, text: str, expected: list[str]) -> None:
    found = read(Text(name="t", characters=text, published=published)).meetings

    assert [short(m) for m in found] == expected
