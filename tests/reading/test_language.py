"""Rules for English read English only."""

import pytest

from communique.model.text import Text
from communique.reading import read
from communique.reading.language import is_english

ENGLISH = "The ministers of the three countries met in Oslo and agreed on a plan for the year. " * 6
GERMAN = "Die Minister der drei Staaten trafen sich in Oslo und einigten sich auf einen Plan. " * 6
FRENCH = "Les ministres des trois pays se sont réunis à Oslo et ont adopté un plan commun. " * 6
RUSSIAN = "Министры трёх стран встретились 27 ноября и подписали 10 документов. " * 6


@pytest.mark.parametrize(
    ("words", "english"), [(ENGLISH, True), (GERMAN, False), (FRENCH, False), (RUSSIAN, False)]
)
def test_tells_by_the_words(words: str, english: bool) -> None:
    assert is_english(Text(name="t", characters=words)) is english


def test_what_the_sender_says_goes_first() -> None:
    assert not is_english(Text(name="t", characters=ENGLISH, language="ru"))
    assert is_english(Text(name="t", characters=RUSSIAN, language="en-GB"))


def test_nothing_is_read_in_another_language_and_the_coverage_says_so() -> None:
    reading = read(Text(name="t", characters=RUSSIAN))
    assert [reading.figures, reading.meetings, reading.offices, reading.statements] == [()] * 4
    assert reading.report.coverage.sentences == 6
    assert reading.report.coverage.understood == 0
