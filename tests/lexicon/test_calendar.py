"""Dates as words: one line a case; the words, then every date in them as `year-month-day`, `?` where nothing is said."""

import pytest

from communique.lexicon.calendar import Dated, dates_in

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def _part(year: int | None, month: int | None, day: int | None) -> str:
    parts = ["?" if p is None else f"{p:0{width}d}" for p, width in ((year, 4), (month, 2), (day, 2))]
    while parts[-1] == "?" and len(parts) > 1:
        parts.pop()
    return "-".join(parts)


def shown(dated: Dated) -> str:
    if dated.weekday is not None:
        return DAYS[dated.weekday]
    first = _part(dated.year, dated.month, dated.day)
    last = _part(dated.end_year, dated.end_month, dated.end_day)
    return first if first == last else f"{first}/{last}"


CASES = [
    # one day
    ("on 17 November 2021", "2021-11-17"),
    ("on November 17, 2021", "2021-11-17"),
    ("on November 17 2021", "2021-11-17"),
    ("on the 3rd of May 2022", "2022-05-03"),
    ("on May 3rd, 2022", "2022-05-03"),
    ("on 03 May 2022", "2022-05-03"),
    ("on NOVEMBER 17, 2021", "2021-11-17"),
    ("on 17-November-2021", "2021-11-17"),
    # glued together or torn by a page's markup, misspelt
    ("in Accra on 10July 2014", "2014-07-10"),
    ("on 8thApril 2021", "2021-04-08"),
    ("on 7 th July 2024", "2024-07-07"),
    ("on 13 Febuary 2019", "2019-02-13"),
    ("on 1 March", "?-03-01"),
    ("on May 9", "?-05-09"),
    # abbreviated months
    ("on Nov. 17, 2021", "2021-11-17"),
    ("on 4 Sept. 2020", "2020-09-04"),
    ("on Sep 4, 2020", "2020-09-04"),
    ("on 5 Jan 2019", "2019-01-05"),
    ("on Feb. 29", "?-02-29"),
    # digits: the day first, unless that is no date
    ("08.06.2023", "2023-06-08"),
    ("8.6.2023", "2023-06-08"),
    ("08/06/2023", "2023-06-08"),
    ("06/28/2023", "2023-06-28"),
    ("28/06/2023", "2023-06-28"),
    ("2023-06-08", "2023-06-08"),
    ("on 2023-06-08T14:00", "2023-06-08"),
    # ranges
    ("on 28-29 November 2024", "2024-11-28/2024-11-29"),
    ("on November 28-29, 2024", "2024-11-28/2024-11-29"),
    ("from 28 to 29 November", "?-11-28/?-11-29"),
    ("on 28 and 29 November 2024", "2024-11-28/2024-11-29"),
    ("on November 28–29", "?-11-28/?-11-29"),
    # ranges over the end of a month or a year
    ("on October 31-November 1, 2024", "2024-10-31/2024-11-01"),
    ("from 31 October to 1 November 2024", "2024-10-31/2024-11-01"),
    ("30 June – 2 July 2019", "2019-06-30/2019-07-02"),
    ("from February 28 to March 1", "?-02-28/?-03-01"),
    ("from December 30, 2020 to January 2, 2021", "2020-12-30/2021-01-02"),
    ("30 December 2020 - 2 January 2021", "2020-12-30/2021-01-02"),
    # a month, a year, a weekday
    ("in June 2023", "2023-06"),
    ("in June, 2023", "2023-06"),
    ("in May", "?-05"),
    ("in March", "?-03"),
    ("in October", "?-10"),
    ("in 2018", "2018"),
    ("on Wednesday", "Wed"),
    ("on Sunday evening", "Sun"),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_one_date(words: str, expected: str) -> None:
    assert [shown(d) for d in dates_in(words)] == [expected]


SEVERAL = [
    # a bracket closes a day, and opens another only where a weekday says so
    ("from Monday (May 3) to Wednesday (May 5)", ["Mon", "?-05-03/?-05-05"]),
    ("from Monday, 3rd to Wednesday, 5th May", ["Mon", "?-05-03/?-05-05"]),
    ("in Lima (5 May) and 7 June 2020 in Rome", ["?-05-05", "2020-06-07"]),
    ("of Lima (paragraph 5) and 7 May 2020", ["2020-05-07"]),
    ("signed on 5 May 2020, in force since 1 June 2021", ["2020-05-05", "2021-06-01"]),
    ("on Tuesday, 6 July 2021", ["Tue", "2021-07-06"]),
    ("in 2013 and in 2018", ["2013", "2018"]),
    ("May 4 to July 6 and on 3 August", ["?-05-04/?-07-06", "?-08-03"]),
]


@pytest.mark.parametrize(("words", "expected"), SEVERAL)
def test_several_dates(words: str, expected: list[str]) -> None:
    assert [shown(d) for d in dates_in(words)] == expected


NONE = [
    "the parties may 12 times a year meet",
    "it may be so",
    "The ministers march on",
    "Theresa May spoke",
    "resolution 2018/11 was adopted",
    "they seized 2,018 guns",
    "they seized 20180 guns",
    "the programme for 2021-2025",
    "the plan for 2024/2025",
    "page 17 of 21",
    "article 5.3.1 applies",
    "flight B2024 landed",
    "the marching band",
    "Octoberfest began",
    "a score of 3-2",
]


@pytest.mark.parametrize("words", NONE)
def test_no_date(words: str) -> None:
    assert [shown(d) for d in dates_in(words)] == []


PLACES = [
    ("It met on 17 November 2021 in Minsk.", "17 November 2021"),
    ("It met on Nov. 17, 2021, in Minsk.", "Nov. 17, 2021"),
    ("It met on October 31-November 1, 2024.", "October 31-November 1, 2024"),
    ("It met in June 2023.", "June 2023"),
    ("It met on Friday.", "Friday"),
]


@pytest.mark.parametrize(("words", "expected"), PLACES)
def test_the_place_of_a_date_is_its_words(words: str, expected: str) -> None:
    assert [words[d.start : d.stop] for d in dates_in(words)] == [expected]


def test_only_the_asked_part_is_read() -> None:
    words = "on 5 May 2020 and on 6 June 2021"
    assert [shown(d) for d in dates_in(words, 14)] == ["2021-06-06"]
    assert [shown(d) for d in dates_in(words, 0, 14)] == ["2020-05-05"]
