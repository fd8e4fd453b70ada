"""What is to come, told in the present or by its sum: the sentence, then its words, by whom and when due."""

import pytest

from communique.model.text import Text
from communique.reading.commitments import commitments
from communique.reading.people import cast
from communique.reading.scan import scan

Told = tuple[str, str | None, str | None]


def read(words: str) -> list[Told]:
    scanned = scan(Text(name="t", characters=words, published="2026-06-10"))
    return [(c.text, c.by_whom, c.due) for c in commitments(scanned, cast(scanned))]


CASES: list[tuple[str, Told]] = [
    ("Peru hosts the next summit in 2027.", ("Peru hosts the next summit in 2027", "PE", "2027")),
    (
        "The ministers meet in Lusaka on 3 December 2026.",
        ("The ministers meet in Lusaka on 3 December 2026", None, "2026-12-03"),
    ),
    (
        "Zambia takes the chair on 1 January 2027.",
        ("Zambia takes the chair on 1 January 2027", "ZM", "2027-01-01"),
    ),
    ("The new term begins in September 2026.", ("The new term begins in September 2026", None, "2026-09")),
    (
        "Next session: Nairobi, 4-6 May 2027.",
        ("Next session: Nairobi, 4-6 May 2027", None, "2027-05-04/2027-05-06"),
    ),
    (
        "The next encounter will take place in Quito.",
        ("The next encounter will take place in Quito", None, None),
    ),
    # a sum or a force that is promised
    ("Norway pledged 200 million euros for Chad.", ("Norway pledged 200 million euros for Chad", "NO", None)),
    ("Ghana committed 850 troops to the force.", ("Ghana committed 850 troops to the force", "GH", None)),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_what_is_to_come(words: str, expected: Told) -> None:
    assert read(words) == [expected]


NONE = [
    "The council meets every May.",
    "The ministers meet in Lusaka on 3 December 2025.",
    "The council opens the door to talks in 2027.",
    "The film starts on Monday.",
    "The festival opens on 20 June 2026.",
    "When the term begins on 1 July 2026, a new chair sits.",
    "The Assembly, which meets in September 2026, elects the Board.",
    "The donors had pledged 3 billion dollars earlier.",
    "He denied that Norway had pledged 200 million euros.",
]


@pytest.mark.parametrize("words", NONE)
def test_habits_pastimes_and_old_pledges_are_none(words: str) -> None:
    assert read(words) == []
