"""First and last day of a sitting: one line a case; the report's day, the text, then start/end."""

import pytest

from communique.model.text import Text
from communique.reading import read

CASES = [
    (
        "2021-05-06",
        "The 9th SADC Summit was held in Lusaka from Monday (May 3) to Wednesday (May 5).",
        "2021-05-03/2021-05-05",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit was held in Lusaka from Monday, 3rd to Wednesday, 5th May 2021.",
        "2021-05-03/2021-05-05",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit was held in Lusaka from Monday, 3 May to Wednesday, 5 May.",
        "2021-05-03/2021-05-05",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit was held in Lusaka. At the summit Lindt said that grain had gone through the straits since May 1.",
        "None/None",
    ),
    (
        "2021-05-06",
        "SADC leaders are gathered in Lusaka to discuss how to ratify the pact after the referendum in June.",
        "None/None",
    ),
    # the day of another sitting of the series, told in few words behind it
    (
        "2021-05-06",
        "The previous SADC Summit was in Lusaka in November 2020, an informal one in Luanda on 6 March.",
        "2020-11/2020-11",
    ),
    # a year that names something else, or is looked forward to
    (
        "2021-05-06",
        "Talks between Togo and Ghana on reviving the 2015 nuclear deal were held in Vienna.",
        "None/None",
    ),
    ("2021-05-06", "The 9th SADC Summit in Lusaka looked towards 2024.", "None/None"),
    (
        "2021-05-06",
        "In the school from which Lindt graduated in 1961 the 9th SADC Summit was held.",
        "None/None",
    ),
    ("2021-05-06", "The 2015 summit of SADC was held in Lusaka.", "2015/2015"),
    # the day of a clause that tells of something else
    (
        "2021-05-06",
        "Anna Lindt, who took office on 1 May, opened the 9th SADC Summit in Lusaka today.",
        "2021-05-06/2021-05-06",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit in Lusaka backed Togo's bid for the seat of Anna Lindt, who leaves it in 2027.",
        "None/None",
    ),
    (
        "2021-05-06",
        "The two-day 9th SADC Summit came to a close in Lusaka on Thursday.",
        "2021-05-05/2021-05-06",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit ended in Lusaka today after three days of talks.",
        "2021-05-04/2021-05-06",
    ),
    (
        "2021-05-05",
        "The 9th SADC Summit is being held in Lusaka. It runs from 5 to 7 May.",
        "2021-05-05/2021-05-07",
    ),
    (
        "2021-05-05",
        "The 9th SADC Summit is in Lusaka. The meeting - taking place from 5 to 7 May - will end soon.",
        "2021-05-05/2021-05-07",
    ),
    (
        "2021-05-06",
        "On Tuesday the 9th SADC Summit opened in Lusaka to speak of Monday's attack.",
        "2021-05-04/2021-05-04",
    ),
    ("2021-05-06", "The three-day 9th SADC Summit opened in Lusaka today.", "2021-05-06/2021-05-08"),
    (
        "2021-05-06",
        "The 9th SADC Summit opened in Lusaka today. The summit runs until 8 May.",
        "2021-05-06/2021-05-08",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit closed in Lusaka today. The summit was opened on Tuesday by the host.",
        "2021-05-04/2021-05-06",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit is taking place in Lusaka from Wednesday to Friday.",
        "2021-05-05/2021-05-07",
    ),
    (
        "2021-05-06",
        "Today, on the second day of the 9th SADC Summit, ministers met in Lusaka.",
        "2021-05-05/2021-05-06",
    ),
    ("2021-03-01", "The two-day 9th SADC Summit wrapped up in Lusaka on Monday.", "2021-02-28/2021-03-01"),
    # one day only
    ("2021-05-06", "The 9th SADC Summit was held in Lusaka on Wednesday.", "2021-05-05/2021-05-05"),
    (
        "2021-05-06",
        "The 9th SADC Summit ended in Lusaka today, three days before the vote.",
        "2021-05-06/2021-05-06",
    ),
    (
        "2021-05-06",
        "The 9th SADC Summit ended in Lusaka today. The war began on 2 March.",
        "2021-05-06/2021-05-06",
    ),
]


@pytest.mark.parametrize(("published", "text", "expected"), CASES)
def test_the_days(published: str, text: str, expected: str) -> None:
    found = read(Text(name="t", characters=text, published=published)).meetings[0]
    assert f"{found.start}/{found.end}" == expected


YEARLESS = [
    ("LUSAKA, May 6 (Wire) - The 9th SADC Summit opened here on Thursday.", "XXXX-05-06"),
    ("LUSAKA, May 6 (Wire) - The 9th SADC Summit opened here today.", "XXXX-05-06"),
    (
        "LUSAKA, May 6 (Wire) - The ministers said on Thursday that the 9th SADC Summit met on Tuesday.",
        "XXXX-05-04",
    ),
    # the stamp tells the year of the date-line's day
    (
        "A headline\n\n06/05/2021\n\nLUSAKA, May 6 (Wire) - The 9th SADC Summit opened here today.",
        "2021-05-06",
    ),
]


@pytest.mark.parametrize(("text", "expected"), YEARLESS)
def test_a_date_line_without_its_year(text: str, expected: str) -> None:
    assert read(Text(name="t", characters=text)).meetings[0].start == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lake Commission, set up back in 1994, met in Lima to discuss trade.",
        "For the first time since its inception in 1994 the Lake Commission met in Lima to discuss trade.",
        "The Lake Commission met in Lima for the first time after ties were cut in 2008.",
        "The Lake Commission met in Lima after Chad was suspended in May 2009.",
    ],
)
def test_a_year_of_an_earlier_deed_is_not_the_sittings(sentence: str) -> None:
    assert [m.start for m in read(Text(name="text", characters=sentence)).meetings] == [None]


def test_a_year_of_the_sitting_is() -> None:
    text = "The Lake Commission held its 5th session in Lima in 1994."
    assert [m.start for m in read(Text(name="text", characters=text)).meetings] == ["1994"]
