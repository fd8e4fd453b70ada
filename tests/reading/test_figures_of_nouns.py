"""Figures that lean on a noun, on a share, on the number before: one line a case."""

import pytest

from communique.reading.figures import figures
from communique.reading.people import cast
from communique.reading.scan import scan


def read(text: str) -> list[tuple[float | int, str | None, str]]:
    scanned = scan(text)
    return [(f.value, f.unit, f.what) for f in figures(scanned, cast(scanned), [])]


CASES: list[tuple[str, list[tuple[float | int, str | None, str]]]] = [
    # a sum that a noun takes: the noun, and what it is for
    ("The Bank gave a loan of 85 million dollars for the road.", [(85000000, "USD", "loan for the road")]),
    ("The board approved a budget of USD 9 million for the fiscal year.", [(9000000, "USD", "budget")]),
    ("The appeal for 9 million dollars was launched.", [(9000000, "USD", "appeal")]),
    ("A grant of 12 million euros was signed.", [(12000000, "EUR", "grant")]),
    (
        "Grants for schools amounting to Rs10 billion were announced.",
        [(10000000000, "INR", "Grants for schools")],
    ),
    # the thing of that size
    ("They share a 2,600 km border.", [(2600, "km", "border")]),
    ("The 40-kilometre railway will link two ports.", [(40, "km", "railway")]),
    ("The plant will generate 700 MW.", [(700, "MW", "plant")]),
    (
        "The pipeline is 1,800 kilometres long and will cost 4 billion dollars.",
        [(1800, "km", "pipeline"), (4000000000, "USD", "pipeline")],
    ),
    ("A 32-strong Chadian team came.", [(32, None, "Chadian team came")]),
    # a share: who, and of what
    ("Women make up 38 per cent of judges in Chad.", [(38, "percent", "Women judges")]),
    ("Chad is home to 60 per cent of the region's arable land.", [(60, "percent", "region's arable land")]),
    # heads
    (
        "It has a GDP of $3 trillion and a population of 670 million.",
        [(3000000000000, "USD", "GDP"), (670000000, None, "population")],
    ),
    ("Members of the fund now number 21.", [(21, None, "Members of the fund")]),
    # a number that goes on from the one before
    (
        "Arrivals from Chad jumped 60% to 1.3 million.",
        [(60, "percent", "Arrivals from Chad"), (1300000, None, "Arrivals from Chad")],
    ),
    (
        "Trade grew by 12 per cent last year to reach 3.4 billion dollars.",
        [(12, "percent", "Trade"), (3400000000, "USD", "Trade")],
    ),
    (
        "Of the 1,200 detainees, 300 were released.",
        [(1200, None, "detainees"), (300, None, "detainees released")],
    ),
    (
        "Exports rose from 5 to 7 million tonnes.",
        [(5000000, "tonnes", "Exports"), (7000000, "tonnes", "Exports")],
    ),
    (
        "The bank cut its growth forecast to 2.4 percent from 3.1 percent.",
        [(2.4, "percent", "bank cut its growth forecast"), (3.1, "percent", "bank cut its growth forecast")],
    ),
    # those hurt or caught, with no noun behind; a price; a share that a verb reaches
    (
        "A bomb killed 11 people and wounded 40 in Lagos.",
        [(11, None, "people killed"), (40, None, "wounded")],
    ),
    ("Teams cleared 1,400 hectares.", [(1400, "hectares", "cleared")]),
    (
        "India will buy 26 jets for 7.4 billion dollars.",
        [(26, None, "jets"), (7400000000, "USD", "jets")],
    ),
    ("Chad spends 2 percent of GDP on roads.", [(2, "percent", "Chad GDP on roads")]),
    # words that are one number, a vote
    ("Half a million people voted.", [(500000, None, "people voted")]),
    ("The vote was 12 in favour.", [(12, None, "in favour")]),
    # the rows of a list; a headline is none
    (
        "Police also found:\n\n • 20.2 tonnes of cocaine\n • over 158 kg of heroin\n • dozens of guns\n\nA lab was shut.",
        [(20.2, "tonnes", "cocaine"), (158, "kg", "heroin")],
    ),
    ("Port seizes 40 guns\n\nThe port was shut.", []),
    # neither denied, nor supposed, nor a manner of speaking
    ("He denied that 300 soldiers had been killed.", []),
    ("If the deal fails, 2 million people could lose their work.", []),
    ("Four in five households have no water.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures_of_nouns(text: str, expected: list[tuple[float | int, str | None, str]]) -> None:
    assert read(text) == expected


PERIODS: list[tuple[str, list[str | None]]] = [
    ("In May, 44 boats were inspected.", ["May"]),
    ("From January to September 2023, 45 boats were inspected.", ["January to September 2023"]),
    ("Between 2015 and 2020 the fund built 140 schools.", ["Between 2015 and 2020"]),
    ("Trade stood at $90 million in 2022 and $120 million in 2023.", ["2022", "2023"]),
    ("The council, which meets in June, has 20 seats.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_over_which_period(text: str, expected: list[str | None]) -> None:
    scanned = scan(text)
    assert [f.period for f in figures(scanned, cast(scanned), [])] == expected
