"""Names of known office-holders whose words are words of every day: read right behind an office, nowhere else."""

import pytest

from communique.lexicon.holders import known_name
from communique.reading.people import cast
from communique.reading.scan import scan


def people(text: str) -> list[str]:
    seen = scan(text)
    return [person.name for _, _, person in cast(seen).at(0, len(text))]


@pytest.mark.parametrize(
    "name",
    [
        "He Lifeng",
        "Liu He",
        "To Lam",
        "John Key",
        "Rishi Sunak",
        "Unity Dow",
        "Bingu wa Mutharika",
        "Sri Mulyani",
    ],
)
def test_right_behind_an_office(name: str) -> None:
    assert people(f"On Monday Foreign Minister {name} spoke to the press.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Minister He sent is away.",
        "Foreign Minister To Visit Oslo",
        "Unity Down under is the foreign minister's word.",
    ],
)
def test_words_alone_are_nobody(text: str) -> None:
    assert people(text) == []


def test_a_known_name_ends_with_its_last_word() -> None:
    assert known_name("To Lam said") == len("To Lam")
    assert known_name("To Lampedusa") == 0
