"""Since when and until when an office is held: only where words say so, and only of the person they mean."""

import pytest

from communique.model.text import Text
from communique.reading import read


def held(words: str) -> list[tuple[str, str | None, str | None]]:
    return [(o.person, o.start, o.end) for o in read(Text(name="t", characters=words)).offices]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Foreign Minister Ana Lopez, who took office on 3 May 2023, opened it.", ("2023-05-03", None)),
        ("Maria Silva was Foreign Minister of Brazil from 2014 to 2019.", ("2014", "2019")),
        ("Stanislav Zas was CSTO Secretary General from January 2020 to May 2022.", ("2020-01", "2022-05")),
        ("Ivan Petrov took over as CSTO Secretary General on 1 January 2023.", ("2023-01-01", None)),
        ("Prime Minister John Smith of Barbados stepped down on 4 June 2022.", (None, "2022-06-04")),
        ("Prime Minister John Smith of Barbados did not resign on 4 June 2022.", (None, None)),
        ("Prime Minister John Smith will not have resigned on 4 June 2022.", (None, None)),
        ("President Joao Silva, who has been fighting corruption since 2017, came.", (None, None)),
        ("Finance Minister Tom Ray was in Geneva since 3 May 2022.", (None, None)),
    ],
)
def test_days_of_an_office(words: str, expected: tuple[str | None, str | None]) -> None:
    ((_, start, end),) = held(words)
    assert (start, end) == expected


def test_the_days_are_those_of_the_person_who_is_meant() -> None:
    words = "Foreign Minister Ana Lopez said that President Juan Perez took office on 3 May 2023."
    assert held(words) == [("Ana Lopez", None, None), ("Juan Perez", "2023-05-03", None)]


def test_a_stated_day_carries_its_words() -> None:
    words = "Foreign Minister Ana Lopez, who took office on 3 May 2023, opened it."
    (office,) = read(Text(name="t", characters=words)).offices
    (span,) = office.evidence["start"]
    assert words[span.start : span.stop] == "3 May 2023"
