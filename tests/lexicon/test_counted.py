"""What figures count and for which years, in words of our own."""

import pytest

from communique.lexicon.counted import Period, counted, period_of


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("narcotic drugs seized", "tonnes of drugs confiscated"),
        ("people killed", "persons killed"),
        ("terrorist attacks prevented", "terror attacks averted"),
        ("criminal cases opened", "of criminal cases opened in total"),
    ],
)
def test_two_wordings_of_one_thing(one: str, two: str) -> None:
    assert counted(one) == counted(two) != ""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("drugs seized", "weapons seized"),
        ("illegal migrants detained", "detained"),
        ("trade", "mutual trade"),
        ("people killed", "people wounded"),
    ],
)
def test_two_things(one: str, two: str) -> None:
    assert counted(one) != counted(two)


@pytest.mark.parametrize("what", ["countries", "member states", "points", "more than 30 people", ""])
def test_some_things_say_too_little(what: str) -> None:
    assert counted(what) == ""


@pytest.mark.parametrize(
    ("words", "published", "period"),
    [
        ("2017", None, Period(2017, 2017)),
        ("2011-2015", None, Period(2011, 2015)),
        ("2011/2015", 2020, Period(2011, 2015)),
        ("between 2019 and 2024", None, Period(2019, 2024)),
        ("since 2016", 2021, Period(2016, 2021)),
        ("since 2016", None, None),
        ("last year", 2021, Period(2020, 2020)),
        ("this year", 2021, Period(2021, 2021)),
        ("last year", None, None),
        ("first half of 2021", 2021, Period(2021, 2021, "first half")),
        ("first half of the year", 2021, Period(2021, 2021, "first half")),
        ("the past two decades", 2021, None),
        (None, 2021, None),
    ],
)
def test_periods(words: str | None, published: int | None, period: Period | None) -> None:
    assert period_of(words, published) == period
