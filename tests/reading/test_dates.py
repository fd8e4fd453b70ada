"""What dates mean in a report: one line a case; the report's own day, its words, then EDTF."""

import pytest

from communique.model.text import Text
from communique.reading.dates import edtf, reference_date, relative, when
from communique.reading.report_day import report_day
from communique.reading.scan import Scan, scan


def report(text: str, published: str | None) -> Scan:
    return scan(Text(name="t", characters=text, published=published))


def meant(text: str, published: str | None, future: bool = False) -> list[str]:
    seen = report(text, published)
    values = [when(seen, d, future) for d in seen.dates]
    return [v.start if v.start == v.end else f"{v.start}/{v.end}" for v in values if v]


TOLD = [
    # what was done cannot have a day to come
    ("The council met in Oslo on 23 May.", "2020-05-01", ["2019-05-23"]),
    ("The council was to be held in Oslo on 23 May.", "2020-05-01", ["2020-05-23"]),
    # the present tense tells of a day to come: 1 May 2020 was a Friday
    ("The fair opens on Monday.", "2020-05-01", ["2020-05-04"]),
    ("The guests gather in Oslo on Friday.", "2020-05-01", ["2020-05-01"]),
    ("The council meets on 23 November in Oslo.", "2020-05-01", ["2020-11-23"]),
    ("The council gathers in Oslo in August.", "2020-05-01", ["2020-08"]),
    ("The council met on 23 November in Oslo.", "2020-05-01", ["2019-11-23"]),
    # "last" is told from the day of the report, whatever other year the sentence names
    ("It sat last October, the first time in June 2012.", "2020-05-01", ["2019-10", "2012-06"]),
    ("It sat last November.", "2020-11-17", ["2019-11"]),
    ("It sat in November.", "2020-11-17", ["2020-11"]),
    ("The meet on Monday was long.", "2020-05-01", ["2020-04-27"]),
    ("10th Wednesday, April 2019 - 09:47", None, ["2019-04-10"]),
    ("They met on 17 November 2021.", None, ["2021-11-17"]),
    ("They met on 17 November 2021.", "2023-01-01", ["2021-11-17"]),
    ("They met on 28-29 November 2024.", None, ["2024-11-28/2024-11-29"]),
    ("They met on October 31-November 1, 2024.", None, ["2024-10-31/2024-11-01"]),
    ("They met on Monday, 31 July 2018.", "2018-08-02", ["2018-07-31"]),  # it was a Tuesday
    ("They met and adopted the 2050 Strategy and Vision 2035.", None, []),
    ("They met in June 2023.", None, ["2023-06"]),
    ("They met in 2018.", None, ["2018"]),
    # no year and no day of the report
    ("They met on November 17.", None, ["XXXX-11-17"]),
    ("They met on 28-29 November.", None, ["XXXX-11-28/XXXX-11-29"]),
    ("They met in October.", None, ["XXXX-10"]),
    ("They met on Wednesday.", None, []),
    # no year, but the day of the report
    ("They met on November 17.", "2021-11-18", ["2021-11-17"]),
    ("They met on November 17.", "2021-11-17", ["2021-11-17"]),
    ("They met on December 28.", "2022-01-03", ["2021-12-28"]),
    ("They met on 28-29 November.", "2024-11-30", ["2024-11-28/2024-11-29"]),
    ("They met in October.", "2021-11-18", ["2021-10"]),
    ("They met in November.", "2021-11-18", ["2021-11"]),
    ("They met in December.", "2022-01-18", ["2021-12"]),
    # weekdays
    ("They met on Wednesday.", "2018-11-21", ["2018-11-21"]),
    ("They met on Tuesday.", "2018-11-21", ["2018-11-20"]),
    ("They met on Thursday.", "2018-11-21", ["2018-11-15"]),
    ("They met on Sunday.", "2018-11-21", ["2018-11-18"]),
    ("They will meet next Monday.", "2018-11-21", ["2018-11-26"]),
    ("They met from Monday to Wednesday.", "2018-11-21", ["2018-11-19/2018-11-21"]),
    ("They met last Wednesday.", "2018-11-21", ["2018-11-14"]),
    ("They will meet in Kazan on Friday.", "2018-11-21", ["2018-11-23"]),
    ("He said they would meet, as they met on Friday.", "2018-11-21", ["2018-11-16"]),
    # no such day
    ("They met on 31 February 2021.", None, []),
    ("They met on 30.02.2021.", None, []),
    ("They met on 29 February 2021.", None, []),
    ("They met on 29 February 2020.", None, ["2020-02-29"]),
    ("They met on February 29.", None, ["XXXX-02-29"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_what_a_date_means(text: str, published: str | None, expected: list[str]) -> None:
    assert meant(text, published) == expected


PLANNED = [
    ("They will meet on 5 December.", "2021-11-18", ["2021-12-05"]),
    ("They will meet on 5 January.", "2021-11-18", ["2022-01-05"]),
    ("They will meet in March.", "2021-11-18", ["2022-03"]),
    ("They will meet on Friday.", "2018-11-21", ["2018-11-23"]),
    ("They will meet on Wednesday.", "2018-11-21", ["2018-11-21"]),
    ("They will meet on 5 December.", None, ["XXXX-12-05"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), PLANNED)
def test_plans_lean_forward(text: str, published: str | None, expected: list[str]) -> None:
    assert meant(text, published, future=True) == expected


RELATIVE = [
    ("They met yesterday.", "2021-11-01", ["2021-10-31"]),
    ("They meet today.", "2021-11-01", ["2021-11-01"]),
    ("They meet tomorrow.", "2021-12-31", ["2022-01-01"]),
    ("They met this morning.", "2021-11-01", ["2021-11-01"]),
    ("They met three days ago.", "2021-11-01", ["2021-10-29"]),
    ("They met two weeks ago.", "2021-11-01", []),
    ("She spoke on 3 May 2020 and left the same day.", "2021-11-01", ["2020-05-03"]),
    ("She spoke on 3 May 2020, and they had met a day earlier.", "2021-11-01", ["2020-05-02"]),
    ("They met last month.", "2021-11-18", ["2021-10"]),
    ("They met last month.", "2022-01-18", ["2021-12"]),
    ("They meet next month.", "2021-12-18", ["2022-01"]),
    ("They met last year.", "2021-11-18", ["2020"]),
    ("They meet next year.", "2021-11-18", ["2022"]),
    ("They met earlier this year.", "2021-11-18", ["2021"]),
    ("They met this month.", "2021-11-18", ["2021-11"]),
    ("They met Yesterday.", "2020-03-01", ["2020-02-29"]),
    ("They met yesterday.", None, []),
    ("They met last year.", None, []),
    ("They met lastly in yesteryear.", "2021-11-18", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), RELATIVE)
def test_relative_dates(text: str, published: str | None, expected: list[str]) -> None:
    assert [v.start for v in relative(report(text, published), 0, len(text))] == expected


PARTS = [
    ((2021, 11, 17), "2021-11-17"),
    ((None, 11, 17), "XXXX-11-17"),
    ((2021, 11, None), "2021-11"),
    ((None, 11, None), "XXXX-11"),
    ((2021, None, None), "2021"),
    ((None, None, None), None),
]


@pytest.mark.parametrize(("parts", "expected"), PARTS)
def test_edtf(parts: tuple[int | None, int | None, int | None], expected: str | None) -> None:
    assert edtf(*parts) == expected


OWN = [
    ("They met on Saturday. The pact was signed by both on Sep 6, 2011.", None, None),
    ("They met on Saturday.\nPosted: 6 September 2011", None, "2011-09-06"),
    ("They met on Saturday, 10 September 2011, in Oslo.", None, "2011-09-10"),
    ("They met.", "2021-11-18", "2021-11-18"),
    ("They met.", "2021-11-18T10:00:00Z", "2021-11-18"),
    ("MINSK, November 17, 2021 (Wire) – They met.", None, "2021-11-17"),
    ("MINSK, November 17, 2021 (Wire) – They met.", "2021-11-18", "2021-11-18"),
    ("MINSK, November 17 (Wire) – They met.", None, None),
    ("They met on 17 November 2021.", None, "2021-11-17"),
    ("They met on 17 November.", None, None),
    ("They met.", "soon", None),
    ("They met.", "2021-13-77", None),
]


@pytest.mark.parametrize(("text", "published", "expected"), OWN)
def test_the_reports_own_day(text: str, published: str | None, expected: str | None) -> None:
    own = reference_date(report(text, published))
    assert (own and own.isoformat()) == expected


def test_the_place_of_a_date_is_its_words() -> None:
    seen = report("They met on Nov. 17 in Minsk.", "2021-11-18")
    (dated,) = seen.dates
    value = when(seen, dated)
    assert value is not None
    assert seen.words(*value.at) == "Nov. 17"
    assert value.exact


YEARS = [
    (
        "MINSK, Sept 2 (ABC) -- The council met on Monday. Its plans run for 2024 and, in part, beyond 2024.",
        "2024-09-02",
    ),
    (
        "MINSK, Sept 2 (ABC) -- The council met on Monday. Its plans run for 2023 and, in part, beyond 2023.",
        "XXXX-09-02",
    ),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_the_year_in_which_the_weekday_fits(text: str, expected: str) -> None:
    own = report_day(report(text, None))
    assert own is not None
    assert own.written(own.day) == expected
