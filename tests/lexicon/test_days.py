"""Days as sites write them that no English sentence has."""

import pytest

from communique.lexicon.days import strange_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2023.09.25", (2023, 9, 25)),
        ("2021/6/24 09:07", (2021, 6, 24)),
        ("24. November 2023, 17:44", (2023, 11, 24)),
        ("17 de julio de 2024 - 16:30", (2024, 7, 17)),
        ("Publié le 1er mars 2020", (2020, 3, 1)),
        ("17 ноября 2021 г.", (2021, 11, 17)),
        ("Warszawa, 3 maja 2022", (2022, 5, 3)),
    ],
)
def test_a_day_is_read_whole(words: str, day: tuple[int, int, int]) -> None:
    found = strange_day(words)
    assert found
    assert (found.year, found.month, found.day) == day
    assert str(found.year) in words[found.start : found.stop]


@pytest.mark.parametrize("words", ["2024.13.45", "2023.02.31", "31. Juni 2023", "1.2023.09.25", "version 2023.09", "40 mai 2020", "mai 2020", "17 mayor 2024"])  # fmt: skip
def test_what_is_no_day_gives_none(words: str) -> None:
    assert strange_day(words) is None
